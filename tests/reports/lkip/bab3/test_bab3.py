"""BAB III as a whole: order, headings, tables with sources, nothing empty, nothing that could not be signed."""

from collections.abc import Callable

import pytest

from reports.document.table_layout import table_layout
from reports.document.tree import Part
from reports.lkip.bab3 import bab3
from reports.lkip.bab4 import bab4
from reports.lkip.ikhtisar import ikhtisar
from reports.publish.naskah import Naskah
from tests.reports.lkip.example_naskah import (
    empty_naskah,
    naskah_balung,
    naskah_jombang,
    naskah_umbulsari,
)
from tests.reports.lkip.read_part import (
    all_parts,
    all_sentences,
    all_tables,
    defect,
    part_of,
    prose,
    text,
)

SITUATION = (naskah_jombang, naskah_balung, naskah_umbulsari, empty_naskah)
PARTS = (ikhtisar, bab3, bab4)

situation = pytest.mark.parametrize("make", SITUATION)
part = pytest.mark.parametrize("write", PARTS)

Make = Callable[[], Naskah]
Write = Callable[[Naskah], Part]


def test_order_and_numbers_of_the_chapter() -> None:
    bab = bab3(naskah_jombang())
    assert (bab.nomor, bab.title, bab.level) == ("BAB III", "Akuntabilitas Kinerja", 1)
    assert [(b.nomor, b.title) for b in bab.children] == [
        ("A.", "Kerangka Pengukuran Kinerja"),
        ("B.", "Capaian Kinerja Kecamatan Jombang"),
        ("C.", "Realisasi Anggaran"),
    ]
    assert [(b.nomor, b.title) for b in bab.children[1].children] == [
        ("1.", "Pengukuran Capaian Kinerja Tahun 2023"),
        ("2.", "Ikhtisar Capaian dan Predikat"),
        ("3.", "Sasaran Strategis 1: Terjaganya ketertiban umum dan ketentraman masyarakat"),
        ("4.", "Sasaran Strategis 2: Meningkatnya kepuasan masyarakat"),
        ("5.", "Sasaran Strategis 3: Terselenggaranya pemerintahan kecamatan"),
        ("6.", "Sasaran Strategis 4: Meningkatnya fasilitasi kesejahteraan masyarakat"),
        ("7.", "Cakupan Pengukuran"),
    ]
    assert [b.nomor for b in bab.children[2].children] == ["1.", "2.", "3.", "4."]


def test_every_sasaran_has_its_analyses_under_headings_of_their_own() -> None:
    """Five of the seven that 53/2014 asks for stand in the table, too; one of which nothing is known has no heading."""
    titles = [
        "Target, Realisasi, dan Capaian Tahun 2023",
        "Perbandingan dengan Tahun-Tahun Sebelumnya",
        "Kemajuan terhadap Target Akhir Renstra",
        "Perbandingan dengan Kabupaten, Provinsi, dan Nasional",
        "Penyebab Keberhasilan atau Kegagalan dan Solusi",
        "Efisiensi Penggunaan Sumber Daya",
        "Program, Kegiatan, dan Sub Kegiatan Pendukung",
    ]
    content = bab3(naskah_jombang())
    silent = {"trantib": titles[3], "pelayanan": titles[4]}
    for key, missing in silent.items():
        analisis = part_of(content, f"analisis-{key}").children
        assert [b.title for b in analisis] == [t for t in titles if t != missing]
        assert {b.level for b in analisis} == {4}
        assert not any(b.contents for b in analisis)


@situation
@part
def test_no_heading_stands_empty_and_no_key_is_used_twice(make: Make, write: Write) -> None:
    everything = list(all_parts(write(make())))
    assert [b.key for b in everything if not b.content and not b.children] == []
    assert len({b.key for b in everything}) == len(everything)


@situation
@part
def test_every_sentence_can_be_signed(make: Make, write: Write) -> None:
    content = write(make())
    for sentence in all_sentences(content):
        assert defect(sentence) == [], sentence
        assert sentence[-1] in ".:" or sentence in _LABEL, sentence
    assert "diatas" not in prose(content)
    assert "dibawah" not in prose(content)


_LABEL = {
    "Kendala",
    "Langkah perbaikan",
    "Faktor pendorong",
    "Faktor penghambat",
    "Koordinasi Penyelenggaraan Kegiatan Pemerintahan",
    "Persentase rekomendasi yang ditindaklanjuti",
    "Persentase desa yang tertib dokumen",
}


@situation
def test_every_table_fits_its_grid_and_prints_its_source(make: Make) -> None:
    for table in all_tables(bab3(make())).values():
        table_layout(table)  # raises where rows and columns do not fit
        assert table.sumber
        assert table.numbered
        for rows in (*table.heads, *(b.cells for b in table.rows)):
            for cell in rows:
                assert defect(text(cell.content)) == [], table.key


@situation
@part
def test_the_same_naskah_gives_the_same_part(make: Make, write: Write) -> None:
    assert write(make()) == write(make())


def test_without_records_every_part_is_one_proper_sentence() -> None:
    content = bab3(empty_naskah())
    assert all_sentences(part_of(content, "capaian-kinerja")) == [
        "Capaian kinerja Kecamatan Jelbuk tahun 2024 belum dapat disimpulkan karena Perjanjian Kinerja tahun 2024 "
        "belum dicatat."
    ]
    assert all_sentences(part_of(content, "realisasi-anggaran")) == [
        "Realisasi anggaran belum dapat disimpulkan karena data anggaran tahun 2024 belum dicatat."
    ]
    assert all_tables(content) == {}
