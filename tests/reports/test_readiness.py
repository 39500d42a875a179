"""How far a document is: what its rule finds lacking, and that a copy is never complete."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from reports.pages import SCREEN_PAGES
from reports.pages.readiness import readiness, readiness_of_parts
from reports.publish.naskah import BAGIAN_NARASI, Narasi, Naskah
from reports.writing.outline import ADDITIONS, outline
from sakip.capaian.inputs import KeadaanNilai, Nilai
from sakip.entry.readiness import Asked, Readiness, State, readiness_of
from sakip.snapshot.types import Realisasi
from tests.reports.lkip.example_naskah import empty_naskah, naskah_balung, naskah_jombang
from tests.reports.lkip.example_plan import (
    IKU,
    RENCANA_AKSI,
    RENSTRA_AWAL,
    RENSTRA_PERUBAHAN,
    RKT_2023,
    complete_pk,
    iku_row,
    naskah_rencana,
)
from tests.reports.lkip.naskah_material import not_available, realisasi

COMPLETE = Readiness(state=State.COMPLETE, percent=100)
EMPTY = Readiness(state=State.EMPTY)


def of(code: str, naskah: Naskah) -> Readiness:
    """Its state; how far one is that lacks something is told by itself below."""
    found = readiness(naskah)[code]
    return replace(found, percent=0) if found.missing else found


def partly(*missing: str, unread: int = 0) -> Readiness:
    return Readiness(state=State.PARTLY, missing=missing, unread=unread)


def test_every_page_of_the_year_has_a_state() -> None:
    assert readiness(empty_naskah()) == dict.fromkeys(SCREEN_PAGES, EMPTY)


def test_a_renstra_in_force_is_there_before_anything_of_its_year() -> None:
    naskah = naskah_rencana(profil=None, sdm=(), rkt=None, pk=(), iku=None, rencana_aksi=None)
    assert of("renstra", naskah) == COMPLETE
    assert [code for code, one in readiness(naskah).items() if one != EMPTY] == ["renstra"]


def test_what_was_only_copied_is_never_complete() -> None:
    naskah = replace(naskah_rencana(), unread_rows=(("pk", 4), ("rkt", 52)))
    assert of("pk", naskah) == Readiness(state=State.UNREAD, unread=4, percent=100)
    assert of("rkt", naskah) == partly("indikator pada 1 baris", unread=52)
    assert of("pk", replace(naskah, unread_rows=())) == COMPLETE


@pytest.mark.parametrize(
    ("code", "records", "expected"),
    [
        ("profil", {"profil": None}, ("profil tahun ini", "jumlah pegawai pada 1 baris")),
        ("profil", {"profil": None, "sdm": ()}, None),
        ("renstra", {"rpjmd": None}, ("RPJMD yang diacu",)),
        ("renstra", {"tahun": 2027}, ("target tahun 2027 pada 3 indikator",)),
        ("renstra", {"renstra": (replace(RENSTRA_AWAL, tujuan=()),)}, ("tujuan",)),
        ("iku", {"iku": replace(IKU, nomor="", tanggal=None, baris=())}, ("nomor", "tanggal", "indikator")),
        (
            "rkt",
            {"rkt": replace(RKT_2023, tanggal=None, tanggal_cetak="Januari 2023", sasaran=(), baris=())},
            ("sasaran", "program"),
        ),
        (
            "rkt",
            {"rkt": replace(RKT_2023, sasaran=tuple(replace(s, target=None) for s in RKT_2023.sasaran))},
            (f"target pada {len(RKT_2023.sasaran)} sasaran", "indikator pada 1 baris"),
        ),
        (
            "pk",
            {"pk": (replace(complete_pk(0), tanggal=None, anggaran=()),)},
            ("tanggal", "program dan anggaran"),
        ),
        ("pk", {"pk": (complete_pk(0), replace(complete_pk(1), alasan=""))}, ("alasan PK perubahan ke-1",)),
        ("pk", {"pk": (replace(complete_pk(0), dikutip=True),)}, None),
        (
            "rencana-aksi",
            {"pk": (), "rencana_aksi": replace(RENCANA_AKSI, penandatangan=None)},
            ("penanda tangan", "target triwulan pada 1 indikator", "kegiatan pada 1 indikator"),
        ),
    ],
)
def test_what_is_lacking_is_named(
    code: str, records: dict[str, object], expected: tuple[str, ...] | None
) -> None:
    assert of(code, naskah_rencana(**records)) == (EMPTY if expected is None else partly(*expected))


def test_an_explanation_alone_says_how_an_indikator_is_measured() -> None:
    row = iku_row("Sasaran", "Indikator", penanggung_jawab=("Camat",), sumber_data="Survei")
    assert of("iku", naskah_rencana(iku=replace(IKU, baris=(row,)))) == partly("formulasi pada 1 indikator")
    explained = replace(row, penjelasan=("Dihitung dari survei.",))
    assert of("iku", naskah_rencana(iku=replace(IKU, baris=(explained,)))) == COMPLETE


def test_an_amount_above_a_row_covers_it() -> None:
    *_, last = RKT_2023.baris
    bare = replace(last, anggaran=None)
    alone = naskah_rencana(rkt=replace(RKT_2023, baris=(bare,)))
    assert "anggaran pada 1 baris" in of("rkt", alone).missing
    program = replace(
        last,
        kegiatan="",
        nama_kegiatan="",
        sub_kegiatan="",
        nama_sub_kegiatan="",
        anggaran=Decimal(1),
    )
    covered = naskah_rencana(rkt=replace(RKT_2023, baris=(program, bare)))
    assert "anggaran pada 1 baris" not in of("rkt", covered).missing


def test_a_reason_counts_as_a_realisasi_and_nothing_as_none() -> None:
    naskah = naskah_balung()
    assert of("realisasi", naskah) == COMPLETE
    first, *others = (r for r in naskah.snapshot.realisasi if r.tahun == naskah.snapshot.tahun)

    def with_rows(*rows: Realisasi) -> Naskah:
        return replace(naskah, snapshot=replace(naskah.snapshot, realisasi=rows))

    assert of("realisasi", with_rows(*others)) == partly("realisasi setahun pada 1 indikator")
    reason = realisasi(first.kunci_indikator, first.tahun, not_available("survei belum"))
    assert of("realisasi", with_rows(reason, *others)) == COMPLETE
    earlier = realisasi(first.kunci_indikator, first.tahun - 1, not_available("survei belum"))
    assert of("realisasi", with_rows(earlier)) == EMPTY
    unpromised = replace(naskah, snapshot=replace(naskah.snapshot, pk=()))
    assert of("realisasi", unpromised) == partly("Perjanjian Kinerja yang diukur")


def test_money_without_what_it_bought_is_not_complete() -> None:
    naskah = naskah_jombang()
    rows = naskah.snapshot.anggaran
    without = tuple(replace(b, realisasi=None, pagu_murni=None, pagu_perubahan=None) for b in rows)
    changed = replace(naskah, snapshot=replace(naskah.snapshot, anggaran=without, belanja=()))
    missing = of("anggaran", changed).missing
    # The unexplained remainder is one of them.
    assert missing[:2] == ("pagu pada 7 baris", "realisasi pada 7 baris")
    assert "jenis belanja" in missing


def test_the_narrative_is_complete_with_every_text_that_the_report_asks_for() -> None:
    plan = naskah_jombang()
    wanted = [p for p in outline(plan).places if p.bagian not in {*ADDITIONS, "perubahan-renstra"}]
    texts = tuple(Narasi(bagian=p.bagian, kunci=p.key, isi="<p>Ada.</p>") for p in wanted)
    assert of("narasi", replace(plan, narasi=texts)) == COMPLETE
    # Of 11 general places 9 may stay empty; 4 sasaran have 2 each, 4 indikator 4, of which the two that reached their
    # target are not asked 3 and the others not 1.
    filled = outline(replace(plan, narasi=texts))
    assert (filled.answered, len(filled.asked)) == (18, 2 + 8 + 16 - 6 - 2)
    first = texts[0]
    assert of("narasi", replace(plan, narasi=texts[1:])) == partly(BAGIAN_NARASI[first.bagian])
    unknown = replace(plan, narasi=(replace(first, isi="<p>{capain: IKM} {capain: IKM}</p>"), *texts[1:]))
    assert of("narasi", unknown) == partly("perbaikan {capain: IKM}")
    copied = (replace(first, ditinjau=False), *texts[1:])
    assert of("narasi", replace(plan, narasi=copied)) == Readiness(state=State.UNREAD, unread=1, percent=100)
    for known in ((RENSTRA_AWAL, RENSTRA_PERUBAHAN), (RENSTRA_PERUBAHAN,)):  # the first is not always known
        changed = replace(plan.snapshot, renstra=known)
        missing = of("narasi", replace(plan, narasi=texts, snapshot=changed)).missing
        assert missing == ("Alasan perubahan Renstra",)


def test_of_a_measured_indikator_only_what_fits_its_capaian_is_asked_for() -> None:
    """Of one that reached its target not what kept it back, of one that missed it not what carried it."""
    plan = naskah_jombang()
    assert plan.results is not None
    raw = {i.kunci: i.capaian.mentah for s in plan.results.sasaran for i in s.indikator}
    assert {kunci: value is None or value >= 100 for kunci, value in raw.items()} == {
        "ikm": True,
        "sakip": True,
        "kesra": False,
        "laporan": False,
    }
    any_text = (Narasi(bagian="kendala", kunci="", isi="<p>Petugas terbatas.</p>"),)
    missing = of("narasi", replace(plan, narasi=any_text)).missing
    assert [one for one in missing if "(2 kali)" in one] == [
        f"{BAGIAN_NARASI[place]} (2 kali)" for place in ("penghambat", "solusi", "rencana-aksi", "pendorong")
    ]


@pytest.mark.parametrize(
    ("asked", "percent"),
    [
        ([Asked("nomor", 0), Asked("tanggal", 1)], 50),
        # (1 + 6/8 + 0) / 3 = 58,33…
        ([Asked("nomor", 0), Asked("target pada 2 indikator", 2, 8), Asked("tanggal", 1)], 58),
        ([Asked("target pada 1 baris", 1, 1000)], 99),
        ([Asked("nomor", 0)], 100),
    ],
)
def test_each_thing_asked_for_counts_alike_and_all_is_100_alone(asked: list[Asked], percent: int) -> None:
    assert readiness_of(asked).percent == percent


def test_versions_of_a_pk_are_told_apart_and_nobody_owes_a_perubahan() -> None:
    unasked = Readiness(state=State.UNASKED)
    without_date = replace(complete_pk(0), tanggal=None)
    alone = readiness_of_parts(naskah_rencana(pk=(without_date,)))
    assert alone["pk-murni"] == Readiness(state=State.PARTLY, missing=("tanggal",), percent=80)
    assert alone["pk-perubahan"] == unasked
    both = naskah_rencana(pk=(without_date, complete_pk(1)))
    assert readiness_of_parts(both)["pk-perubahan"] == COMPLETE
    copied = readiness_of_parts(replace(both, unread_rows=(("pk", 2),)))
    assert copied["pk-perubahan"].state is State.UNREAD
    assert readiness_of_parts(naskah_rencana(pk=()))["pk-murni"] == EMPTY


def test_a_triwulan_asks_for_what_is_measured_in_it() -> None:
    """Of two indikator one is measured in every triwulan and known in I, the other in II and IV and not known."""
    naskah = naskah_balung()
    snapshot = naskah.snapshot
    pk = snapshot.pk_in_force
    assert pk is not None
    first, second = (replace(b, kunci_indikator=key) for b, key in zip(pk.indikator, "ab", strict=False))
    renstra = snapshot.renstra_in_force
    assert renstra is not None
    known = next(i for t in renstra.tujuan for s in t.sasaran for i in s.indikator)
    tujuan = renstra.tujuan[0]
    measured = tuple(replace(known, kunci=key, irama=rhythm) for key, rhythm in (("a", ""), ("b", "24")))
    sasaran = replace(tujuan.sasaran[0], indikator=measured)
    value, none = not_available("survei belum"), Nilai(keadaan=KeadaanNilai.BELUM_DIISI)
    row = replace(realisasi("a", snapshot.tahun, none), triwulan=(value, none, none, none))

    def states(*rows: Realisasi) -> list[tuple[str, int]]:
        changed = replace(
            snapshot,
            renstra=(replace(renstra, tujuan=(replace(tujuan, sasaran=(sasaran,)),)),),
            pk=(replace(pk, indikator=(first, second)),),
            realisasi=rows,
        )
        parts = readiness_of_parts(replace(naskah, snapshot=changed))
        return [(parts[f"realisasi-{n}"].state.value, parts[f"realisasi-{n}"].percent) for n in (1, 2, 3, 4)]

    assert states(row) == [("lengkap", 100), ("kosong", 0), ("kosong", 0), ("kosong", 0)]
    # What was recorded for the whole year at once is asked for where the rhythm ends.
    at_once = realisasi("b", snapshot.tahun, value)
    assert states(row, at_once) == [("lengkap", 100), ("kosong", 0), ("kosong", 0), ("sebagian", 50)]
    assert states(realisasi("a", snapshot.tahun, value), at_once) == [
        *[("tidak diminta", 0)] * 3,
        ("lengkap", 100),
    ]
