"""What the documents of a year say of one another: targets from year to year, units, and which indikator each has."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sakip.capaian.inputs import Target
from sakip.capaian.rumus import Rumus
from sakip.snapshot.types import (
    BarisIKU,
    IndikatorTujuan,
    PeriodeRPJMD,
    SasaranRKT,
    Snapshot,
    TargetTahun,
)
from tests.reports.lkip.naskah_material import angka, indikator, persen, pk
from tests.sakip.checks.report.material import (
    PROMISED,
    RENSTRA,
    agreed,
    findings,
    found,
    iku,
    iku_row,
    rkt,
    with_sasaran_changed,
    year,
)
from tests.sakip.checks.report.test_targets import plan, quarters
from tests.table_tests import each_row


def in_renstra(target: dict[int, Target], satuan: str = "Indeks", rumus: Rumus = Rumus.POSITIF) -> Snapshot:
    """The year with other targets of the indikator IKM."""
    one = replace(indikator("ikm", "IKM", satuan=satuan, target=target), rumus=rumus)
    return year(renstra=(with_sasaran_changed(RENSTRA, "s1", indikator=(one,)),))


PLACE = 'Renstra 2021–2026, indikator "IKM", target 2023'
BACK = f"{PLACE}: Target 80 lebih rendah daripada target tahun 2022 (85), padahal makin tinggi makin baik."
UP = f"{PLACE}: Target 9 lebih tinggi daripada target tahun 2022 (7), padahal makin rendah makin baik."


@each_row(
    ("before", "now", "rumus", "said"),
    [
        ("85", "80", Rumus.POSITIF, BACK),
        ("7", "9", Rumus.NEGATIF, UP),
        ("85", "85", Rumus.POSITIF, ""),
        ("80", "85", Rumus.POSITIF, ""),
        ("9", "7", Rumus.NEGATIF, ""),
    ],
)
def test_a_target_does_not_go_back(before: str, now: str, rumus: Rumus, said: str) -> None:
    content = in_renstra({2022: angka(before), 2023: angka(now)}, rumus=rumus)
    assert [one.partition(" Perbaiki bila")[0] for one in found("target-tidak-mundur", content)] == (
        [said] if said else []
    )


def test_what_is_promised_has_a_target_in_the_renstra() -> None:
    assert found("target-renstra-terisi", in_renstra({2026: angka("90")})) == [
        f"{PLACE}: Diperjanjikan, tetapi Renstra tidak memuat target tahun 2023. Isi targetnya."
    ]
    assert found("target-renstra-terisi", year()) == []


@each_row(
    ("satuan", "said"),
    [
        ("%", ["SK IKU, IKM: Bersatuan “%”, sedangkan dalam Renstra “Indeks”. Samakan satuannya."]),
        ("Nilai", []),  # of one kind with "indeks"
        ("Predikat", []),
        (
            "persentase",
            ["SK IKU, IKM: Bersatuan “persentase”, sedangkan dalam Renstra “Indeks”. Samakan satuannya."],
        ),
        ("", []),
    ],
)
def test_an_indikator_has_one_unit(satuan: str, said: list[str]) -> None:
    row: BarisIKU = replace(iku_row("ikm", "IKM"), satuan=satuan)
    assert found("satuan-antardokumen", year(iku=iku(row))) == said
    for percent in ("persen", "Persentase", "% laporan"):
        of_laporan = replace(iku_row("trantib", "Persentase laporan selesai"), satuan=percent)
        assert found("satuan-antardokumen", year(iku=iku(of_laporan))) == []


def test_a_year_without_a_renstra_has_no_targets_and_no_units_to_compare() -> None:
    assert found("target-tidak-mundur", year(renstra=(), pk=())) == []
    assert found("target-renstra-terisi", year(renstra=(), pk=())) == []
    unknown = replace(iku_row("lain", "Lain"), satuan="%")
    assert found("satuan-antardokumen", year(iku=iku(unknown))) == []


def aiming(**target: str) -> Snapshot:
    """The year with an indikator tujuan that has these targets."""
    targets = tuple(TargetTahun(tahun=int(key[1:]), target=angka(value)) for key, value in target.items())
    own = IndikatorTujuan(nama="IPP", satuan="Indeks", target=targets)
    return year(
        renstra=(replace(RENSTRA, tujuan=(replace(RENSTRA.tujuan[0], indikator=(own,)),)),),
    )


@each_row(
    ("content", "code", "said"),
    [
        (
            aiming(t2022="76", t2023="74"),
            "target-tidak-mundur",
            "Target 74 lebih rendah daripada target tahun 2022 (76), padahal makin tinggi makin baik. Perbaiki bila"
            " keliru, atau ubah rumusnya.",
        ),
        (aiming(t2022="74", t2023="76"), "target-tidak-mundur", ""),
        (
            aiming(t2022="74", t2024="76"),
            "target-renstra-terisi",
            "Renstra menargetkan tahun lain, tetapi tidak tahun 2023. Isi targetnya.",
        ),
        (aiming(t2023="76"), "target-renstra-terisi", ""),
        (aiming(), "target-renstra-terisi", ""),
    ],
)
def test_what_is_asked_of_a_target_is_asked_of_a_tujuan(content: Snapshot, code: str, said: str) -> None:
    place = 'Renstra 2021–2026, indikator tujuan "IPP", target 2023'
    assert found(code, content) == ([f"{place}: {said}"] if said else [])


def test_what_was_amended_says_why() -> None:
    first, amended = agreed(), agreed(versi=1)
    assert found("perubahan-beralasan", year(pk=(first,))) == []
    assert found("perubahan-beralasan", year(pk=(first, replace(amended, alasan="b")))) == []
    assert found("perubahan-beralasan", year(pk=(replace(amended, dikutip=True),))) == []
    (told,) = findings("perubahan-beralasan", year(pk=(first, amended)))
    assert (told.place.column, str(told)) == (
        "alasan",
        "PK perubahan 1: Alasan perubahan belum dipilih, sehingga LKIP tidak menyebut mengapa perjanjiannya diubah."
        " Pilih alasannya.",
    )
    changed = replace(RENSTRA, versi=1)
    (told,) = findings("perubahan-beralasan", year(renstra=(RENSTRA, changed)))
    assert (told.place.column, str(told)) == (
        "dasar",
        "Renstra 2021–2026 (perubahan 1): Dasar perubahannya belum diisi, sehingga LKIP tidak menyebut atas dasar apa"
        " Renstra diubah. Isi keputusan atau peraturannya.",
    )
    based = replace(changed, dasar="Keputusan Bupati Jember Nomor 7 Tahun 2022")
    assert found("perubahan-beralasan", year(renstra=(RENSTRA, based))) == []


def planned(kunci: str, nama: str = "IKM") -> SasaranRKT:
    return SasaranRKT(sasaran="", indikator=nama, kunci_indikator=kunci, satuan="", target=None)


def test_what_is_promised_is_planned_and_worked_out() -> None:
    """The PK promises ikm and trantib; a document without any row is said to be empty elsewhere."""
    lacks = "Tidak memuat indikator PK murni: “{}”. Tambahkan, atau jelaskan mengapa tidak ada."
    promised = {row.kunci_indikator: row.indikator for row in pk(2023, RENSTRA, PROMISED).indikator}
    content = year(rkt=rkt(sasaran=(planned("ikm"),)), rencana_aksi=plan(*quarters("25", "50", "75", "100")))
    assert found("pk-dijabarkan", content) == [
        f"RKT: {lacks.format(promised['trantib'])}",
        f"Rencana aksi: {lacks.format(promised['ikm'])}",
    ]
    both = rkt(sasaran=(planned("ikm"), planned("", "Persentase laporan selesai.")))
    assert found("pk-dijabarkan", year(rkt=both)) == []
    assert found("pk-dijabarkan", year(rkt=rkt())) == []


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (
            2016,
            2021,
            [
                "Renstra 2021–2026: Mengacu pada RPJMD 2016–2021, yang tidak meliputi tahun 2023."
                " Pilih RPJMD yang berlaku."
            ],
        ),
        (
            2024,
            2029,
            [
                "Renstra 2021–2026: Mengacu pada RPJMD 2024–2029, yang tidak meliputi tahun 2023."
                " Pilih RPJMD yang berlaku."
            ],
        ),
        (2021, 2026, []),
        (2018, 2023, []),  # its first and its last year are of it
        (2023, 2028, []),
    ],
)
def test_the_renstra_follows_an_rpjmd_of_its_years(first: int, last: int, said: list[str]) -> None:
    period = PeriodeRPJMD(tahun_awal=first, tahun_akhir=last, visi="", dasar="", misi=())
    assert found("renstra-dalam-rpjmd", year(rpjmd=period)) == said


def test_a_target_in_percent_is_shown_with_its_unit() -> None:
    content = in_renstra({2022: persen("90"), 2023: persen("80")}, satuan="%")
    (said,) = found("target-tidak-mundur", content)
    assert "Target 80% lebih rendah daripada target tahun 2022 (90%)" in said
