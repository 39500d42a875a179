"""Targets of RKT and rencana aksi are those of the plan and the promise, and letters are of their scale."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sakip.capaian.inputs import Akumulasi, Lingkup, Pembanding, Target
from sakip.capaian.rumus import Rumus
from sakip.snapshot.types import (
    BarisRencanaAksi,
    Indikator,
    PembandingIndikator,
    RencanaAksi,
    SasaranRKT,
    Snapshot,
)
from tests.reports.lkip.naskah_material import angka, huruf, indikator, lettered, persen, pk
from tests.sakip.capaian.example_scales import SKM_2017
from tests.sakip.checks.report.material import (
    PROMISED,
    RENSTRA,
    findings,
    found,
    rkt,
    with_sasaran_changed,
    year,
)
from tests.table_tests import each_row


def planned(kunci: str, nilai: str | None) -> SasaranRKT:
    return SasaranRKT(
        sasaran="",
        indikator="IPP",
        kunci_indikator=kunci,
        satuan="Indeks",
        target=None if nilai is None else angka(nilai),
    )


@each_row(
    ("row", "said"),
    [
        (planned("ipp", "3"), ["RKT, IPP: Target 3 lebih rendah daripada Renstra (4). Samakan bila keliru."]),
        (planned("ipp", "4"), []),
        (planned("ipp", None), []),
        (planned("ikm", "70"), []),  # promised: the PK's check speaks of all three
        (planned("", "3"), []),
    ],
)
def test_what_the_pk_leaves_out_has_one_target(row: SasaranRKT, said: list[str]) -> None:
    assert found("target-rkt-sesuai-renstra", year(rkt=rkt(sasaran=(row,)))) == said


def plan(
    *targets: Target | None, mode: Akumulasi = Akumulasi.KUMULATIF, kunci: str = "trantib"
) -> RencanaAksi:
    """A rencana aksi with the four targets of one indikator."""
    row = BarisRencanaAksi(
        sasaran="",
        indikator="Laporan",
        kunci_indikator=kunci,
        satuan="%",
        akumulasi=mode,
        triwulan=targets,
        kegiatan=(),
    )
    return RencanaAksi(
        tahun=2023, tempat="Jember", tanggal=None, tanggal_cetak="", penandatangan=None, baris=(row,)
    )


def test_every_row_of_rkt_and_rencana_aksi_has_a_target() -> None:
    empty = year(rkt=rkt(sasaran=(planned("ipp", None),)), rencana_aksi=plan(None, None, None, None))
    assert found("dokumen-bertarget", empty) == [
        "RKT, IPP: Belum bertarget. Isi targetnya.",
        "Rencana aksi, Laporan: Belum bertarget pada triwulan mana pun. Isi targetnya.",
    ]
    filled = year(rkt=rkt(sasaran=(planned("ipp", "4"),)), rencana_aksi=plan(None, None, None, persen("95")))
    assert found("dokumen-bertarget", filled) == []


def test_what_is_measured_twice_a_year_is_planned_for_two_triwulan() -> None:
    snapshot = year(rencana_aksi=plan(None, persen("40"), None, persen("50"), mode=Akumulasi.JUMLAH))
    (renstra,) = snapshot.renstra

    def twice(i: Indikator) -> Indikator:
        return replace(i, irama="24") if i.kunci == "trantib" else i

    tujuan = tuple(
        replace(
            t,
            sasaran=tuple(replace(s, indikator=tuple(twice(i) for i in s.indikator)) for s in t.sasaran),
        )
        for t in renstra.tujuan
    )
    said = "Target jumlah triwulan II dan IV 90% lebih rendah daripada PK murni (100%). Samakan bila keliru."
    found_now = found(
        "rencana-aksi-sampai-target", replace(snapshot, renstra=(replace(renstra, tujuan=tujuan),))
    )
    assert found_now == [f"Rencana aksi, Laporan: {said}"]


def quarters(*numbers: str) -> tuple[Target, ...]:
    return tuple(persen(n) for n in numbers)


@each_row(
    ("made", "said"),
    [
        (
            plan(*quarters("23", "46", "69", "95")),
            "sampai akhir tahun 95% lebih rendah daripada PK murni (100%)",
        ),
        (
            plan(*quarters("25", "25", "25", "20"), mode=Akumulasi.JUMLAH),
            "jumlah empat triwulan 95% lebih rendah daripada PK murni (100%)",
        ),
        (
            plan(*quarters("100", "100", "120", "120"), mode=Akumulasi.RATA_RATA),
            "rata-rata empat triwulan 110% lebih tinggi daripada PK murni (100%)",
        ),
        (plan(*quarters("25", "50", "75", "100")), ""),
        (plan(*quarters("25", "25", "25", "25"), mode=Akumulasi.JUMLAH), ""),
        (plan(*quarters("90"), None, None, None, mode=Akumulasi.JUMLAH), ""),  # not planned to the end yet
        (plan(*quarters("25", "50", "75"), None), ""),  # nor this one
        (plan(None, None, None, None), ""),
        (plan(*quarters("25", "50", "75", "95"), kunci="ipp"), ""),  # not promised
    ],
)
def test_the_triwulan_come_to_the_promise(made: RencanaAksi, said: str) -> None:
    whole = [f"Rencana aksi, Laporan: Target {said}. Samakan bila keliru."] if said else []
    assert found("rencana-aksi-sampai-target", year(rencana_aksi=made)) == whole


def test_a_plan_made_for_the_murni_carries_out_a_pk_of_the_year() -> None:
    changed = pk(2023, RENSTRA, PROMISED | {"trantib": persen("95")}, versi=1)
    content = year(
        pk=(pk(2023, RENSTRA, PROMISED), changed), rencana_aksi=plan(*quarters("25", "50", "75", "100"))
    )
    assert found("rencana-aksi-sampai-target", content) == []


def lettered_year(**content: Any) -> Snapshot:
    """The only indikator of s1 has letters from A to D."""
    own = indikator("skm", "SKM", rumus=Rumus.PREDIKAT, skala=SKM_2017, satuan="Predikat")
    scaled = with_sasaran_changed(RENSTRA, "s1", indikator=(own,))
    return year(renstra=(scaled,), pk=(), **content)


def test_a_letter_outside_the_scale_is_found_in_every_document() -> None:
    row = replace(planned("skm", None), indikator="SKM", target=huruf("BB"))
    compared = Pembanding(lingkup=Lingkup.KABUPATEN, tahun=2023, nilai=lettered("AA"), sumber="")
    content = lettered_year(
        rkt=rkt(sasaran=(row,)),
        rencana_aksi=plan(huruf("B"), huruf("CC"), huruf("CC"), None, kunci="skm"),
        pembanding=(PembandingIndikator(kunci_indikator="skm", nilai=(compared,)),),
    )
    assert found("huruf-sesuai-skala", content) == [
        'RKT, SKM: "BB" tidak ada pada skala "SKM (Permen PANRB 14/2017)". Pilih salah satu kategorinya.',
        'Rencana aksi, Laporan: "CC" tidak ada pada skala "SKM (Permen PANRB 14/2017)". Pilih salah satu kategorinya.',
        'Indikator SKM, pembanding kabupaten: "AA" tidak ada pada skala "SKM (Permen PANRB 14/2017)". Pilih salah satu'
        " kategorinya.",
    ]
    columns = [one.place.column for one in findings("huruf-sesuai-skala", content)]
    assert columns == ["target", "triwulan", "nilai"]


def test_what_is_compared_with_an_indikator_of_no_renstra_is_left_alone() -> None:
    compared = Pembanding(lingkup=Lingkup.KABUPATEN, tahun=2023, nilai=lettered("AA"), sumber="")
    content = year(pembanding=(PembandingIndikator(kunci_indikator="lama", nilai=(compared,)),))
    assert found("huruf-sesuai-skala", content) == []


def test_letters_and_numbers_of_the_scale_stay_silent() -> None:
    row = replace(planned("skm", "80"), indikator="SKM")
    compared = Pembanding(lingkup=Lingkup.KABUPATEN, tahun=2023, nilai=lettered("A"), sumber="")
    content = lettered_year(
        rkt=rkt(sasaran=(row, planned("", "3"))),
        rencana_aksi=plan(huruf("B"), huruf("B"), huruf("A"), angka("90"), kunci="skm"),
        pembanding=(PembandingIndikator(kunci_indikator="skm", nilai=(compared,)),),
    )
    assert found("huruf-sesuai-skala", content) == []


def test_what_is_planned_so_far_does_not_shrink() -> None:
    shrinks = year(rencana_aksi=plan(*quarters("25", "50", "40", "100")))
    (one,) = findings("rencana-aksi-tidak-mundur", shrinks)
    assert (one.place.column, one.message) == (
        "target_3",
        "Target sampai dengan triwulan III 40% lebih rendah daripada sampai dengan triwulan II (50%). Perbaiki, atau"
        " ubah cara akumulasinya.",
    )
    assert (
        found("rencana-aksi-tidak-mundur", year(rencana_aksi=plan(*quarters("25", "25", "75", "100")))) == []
    )
    parts = plan(*quarters("50", "25", "15", "10"), mode=Akumulasi.JUMLAH)
    assert found("rencana-aksi-tidak-mundur", year(rencana_aksi=parts)) == []
