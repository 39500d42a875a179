"""How far a document is: what its rule finds lacking, and that a copy is never complete."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from reports.pages import SCREEN_PAGES
from reports.pages.readiness import ADDITIONS, readiness
from reports.publish.naskah import BAGIAN_NARASI, Narasi, Naskah
from reports.writing.outline import outline
from sakip.entry.readiness import Readiness, State
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

COMPLETE = Readiness(state=State.COMPLETE)
EMPTY = Readiness(state=State.EMPTY)


def of(code: str, naskah: Naskah) -> Readiness:
    return readiness(naskah)[code]


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
    assert of("pk", naskah) == Readiness(state=State.UNREAD, unread=4)
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
    first = texts[0]
    assert of("narasi", replace(plan, narasi=texts[1:])) == partly(BAGIAN_NARASI[first.bagian])
    unknown = replace(plan, narasi=(replace(first, isi="<p>{capain: IKM} {capain: IKM}</p>"), *texts[1:]))
    assert of("narasi", unknown) == partly("perbaikan {capain: IKM}")
    copied = (replace(first, ditinjau=False), *texts[1:])
    assert of("narasi", replace(plan, narasi=copied)) == Readiness(state=State.UNREAD, unread=1)
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
