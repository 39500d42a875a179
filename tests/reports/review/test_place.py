"""Every finding leads to its place in the document: an anchor that the document has."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reports.official.documents import DOKUMEN_KINDS
from reports.publish.naskah import BAGIAN_NARASI, Naskah
from reports.review.passages import narrative_place
from reports.review.place import _ANCHORS, _NARRATIVE, anchor_of, sasaran_of_indikator
from reports.review.sections import ELSEWHERE, anchors_in, by_section, numbers_of, sections_of
from sakip.checks import KINDS, Finding, Level, Place
from tests.reports.lkip.example_naskah import naskah_jombang


@pytest.fixture(scope="module")
def jombang() -> Naskah:
    return naskah_jombang()


def test_every_kind_and_every_narrative_has_its_anchors() -> None:
    assert set(_ANCHORS) >= set(KINDS)  # the desk asks for others as well
    assert set(_NARRATIVE) == set(BAGIAN_NARASI)


#: Kind, key, column → the anchor in the LKIP of the example, which has no table of some.
PLACES = [
    ("desa", {}, "", "bab-1"),
    ("profil", {}, "tugas", "kedudukan"),
    ("profil", {}, "isu_strategis", "isu-strategis"),
    ("sasaran", {"sasaran": "s-trantib"}, "uraian", "tujuan-sasaran"),
    ("baris-pk", {"tahun": 2023, "versi": 1, "sasaran": "s"}, "target", "tabel-target"),
    ("sasaran-rkt", {"sasaran": "s"}, "", "rkt"),
    ("anggaran", {"kode": "7.01"}, "pagu", "tabel-anggaran"),
    ("dukungan", {"sasaran": "s-kinerja", "kode": "7.01"}, "", "tabel-proporsi"),
    ("kepala-daerah", {}, "", "pk"),
]


@pytest.mark.parametrize(("kind", "key", "column", "anchor"), PLACES)
def test_a_row_is_read_in_the_lkip(
    jombang: Naskah, kind: str, key: dict[str, str | int], column: str, anchor: str
) -> None:
    place = Place(kind=kind, key=tuple(key.items()), column=column, words="")
    lkip = DOKUMEN_KINDS["lkip"].arrange(jombang)
    assert lkip is not None
    assert anchor_of(place, sections_of(lkip), sasaran_of_indikator(jombang)) == anchor


def test_a_narrative_is_read_in_the_section_of_its_sasaran(jombang: Naskah) -> None:
    assert jombang.results is not None
    lkip = DOKUMEN_KINDS["lkip"].arrange(jombang)
    assert lkip is not None
    present, sasaran = sections_of(lkip), sasaran_of_indikator(jombang)
    first = jombang.results.sasaran[0]
    for bagian, kunci, anchor in (
        ("pendorong", first.indikator[0].kunci, f"analisis-{first.kunci}-sebab"),
        ("efisiensi", first.kunci, f"analisis-{first.kunci}-efisiensi"),
        ("kendala", "", "kendala"),
        ("solusi", "tidak-ada", ""),
    ):
        assert anchor_of(narrative_place(bagian, kunci), present, sasaran) == anchor


def test_findings_stand_in_the_sections_of_the_daftar_isi(jombang: Naskah) -> None:
    lkip = DOKUMEN_KINDS["lkip"].arrange(jombang)
    assert lkip is not None
    one = Finding(
        code="target-antardokumen",
        level=Level.PERINGATAN,
        basis="Uji.",
        place=Place(kind="baris-rkt", words="RKT"),
        message="x",
    )
    lost = replace(
        one, place=Place(kind="narasi", key=(("bagian", "solusi"), ("kunci", "x")), words="narasi")
    )
    anchors = anchors_in(lkip, jombang, (one, lost))
    assert [(g.anchor, g.title) for g in by_section(lkip, anchors, elsewhere=True)] == [
        ("rkt", "B. Rencana Kinerja Tahunan (RKT) Tahun 2023"),
        ("", ELSEWHERE),
    ]
    assert len(by_section(lkip, anchors, elsewhere=False)) == 1
    numbers = numbers_of(lkip)
    assert [
        numbers[anchor] for anchor in ("kata-pengantar", "bab-2", "rkt", "cakupan-pengukuran", "pk-1")
    ] == [*("Kata Pengantar", "BAB II", "BAB II B", "BAB III B.7", "Lampiran 2")]
