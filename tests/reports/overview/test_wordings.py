"""The sentences of the ikhtisar: six wordings of each at least, none twice, and no kecamatan at two ends."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

import pytest

from reports.document.tree import Bold, ParagraphBlock, TableBlock
from reports.overview.capaian import mean_text
from reports.overview.compare import beside, ends, ranking
from reports.overview.document import overview_document
from reports.overview.facts import DocumentState, Overview, OverviewRow
from reports.overview.words import named
from tests.reports.lkip.read_part import all_parts, defect, prose, table_rows, text
from tests.reports.overview.example_overview import (
    AJUNG,
    BALUNG,
    FOUR,
    KALISAT,
    SILO,
    measured,
    overview,
    row,
)
from tests.table_tests import each_row

pytestmark = pytest.mark.one_engine

#: The fewest wordings of a statement.
FEWEST = 6


def of_values(*values: int, money: tuple[int | None, int | None] = (1000, 900)) -> Overview:
    """A kecamatan for each mean, called A, B, C, ..., all signed."""
    rows = [
        row(name, measured("Kepuasan", value), signed=True, money=money)
        for name, value in zip("ABCDEFGHIJ", values, strict=False)
    ]
    return overview(*(replace(one, kode=f"35.09.{n:02d}") for n, one in enumerate(rows)))


def undated(one: OverviewRow) -> OverviewRow:
    """Without a last day of any document, and nothing missing."""
    states: tuple[DocumentState, ...] = tuple(
        replace(state, until=None, time="", late="", complete=True) for state in one.documents
    )
    return replace(one, documents=states, findings=())


WORLDS = {
    "four": FOUR,
    "nothing": overview(SILO, replace(row("Puger"), kode="2")),
    "one signed": overview(AJUNG, SILO),
    "all alike": of_values(90, 90, 90, 90, 90, 90),
    "over its pagu": of_values(95, 60, money=(1000, 1200)),
    "no budget": of_values(95, 60, money=(None, None)),
    "in part alone": overview(KALISAT),
    "without last days": overview(undated(AJUNG), undated(BALUNG)),
    "without findings": overview(replace(AJUNG, findings=()), BALUNG),
}


def said(one: Overview) -> Iterator[tuple[tuple[str, int, int], str]]:
    """Every generated sentence by its place; no title, label or note, whose words are meant to be the same."""
    for chapter in overview_document(one).body:
        for part in all_parts(chapter):
            blocks = [block for block in part.content if isinstance(block, ParagraphBlock)]
            for number, block in enumerate(blocks):
                if block.style == "biasa" and isinstance(block.content, str):
                    for turn, words in enumerate(block.content.removesuffix(".").split(". ")):
                        yield (part.key, number, turn), words


@each_row("name", WORLDS)
def test_every_sentence_has_six_wordings(name: str) -> None:
    """Over the kabupaten of a provinsi: their codes choose the wording."""
    world, found = WORLDS[name], defaultdict(set)
    for number in range(1, 80):
        kabupaten = replace(world.kabupaten, kode=f"35.{number:02d}")
        for place, words in said(replace(world, kabupaten=kabupaten)):
            found[place].add(words)
            assert defect(words) == [], words
    assert {place: words for place, words in found.items() if len(words) < FEWEST} == {}


@each_row("name", WORLDS)
def test_no_sentence_is_said_twice(name: str) -> None:
    """The first page is a table: what it sums up is not said there in the words of the parts."""
    every = [words for _, words in said(WORLDS[name])]
    assert len(every) == len(set(every))


def test_the_first_page_tells_the_figures_of_the_parts_behind_it() -> None:
    assert table_rows(overview_document(FOUR).body[0], "tabel-ringkasan") == [
        ["Kecamatan", "4 kecamatan: 1 LKIP ditandatangani; 2 masih konsep; 1 tanpa catatan"],
        [
            "Rata-rata capaian",
            "80,00% (2 kecamatan yang semua indikatornya terhitung); "
            "80,00% (3 kecamatan, bersama 1 kecamatan yang baru sebagian terhitung)",
        ],
        ["Capaian tertinggi", "95,00% (Kecamatan Ajung)"],
        ["Capaian terendah", "65,00% (Kecamatan Balung)"],
        ["Serapan anggaran", "80,00%, yaitu Rp2.400.000 dari Rp3.000.000 (2 dari 4 kecamatan)"],
        [
            "Ketepatan waktu LKIP",
            "batas 29 Februari 2024: 1 ditandatangani tepat waktu; 3 belum ditandatangani, sudah lewat batas",
        ],
        ["Temuan reviu", "6 kesalahan dan 3 peringatan terbuka dalam LKIP 3 kecamatan"],
        ["Kelengkapan dokumen", "2 kecamatan lengkap; 2 kecamatan belum lengkap"],
    ]


ENDS = {
    # Who shares the mean of the highest is not told of as the lowest, however few are lower.
    (95, 95, 95, 60): ("ABC", "D"),
    (95, 80, 80, 80): ("A", "DCB"),
    # Of three places the middle one is neither high nor low.
    (95, 80, 60): ("A", "C"),
    (90, 90): ("", ""),
    (95, 95, 95, 95, 50): ("ABC", "E"),
}


@each_row("values, told", ENDS.items())
def test_nobody_is_highest_and_lowest(values: tuple[int, ...], told: tuple[str, str]) -> None:
    first, last = ends(ranking(of_values(*values)), 3)
    assert ("".join(one.row.name for one in first), "".join(one.row.name for one in last)) == told


def test_who_shares_the_last_place_that_is_told_of_is_named() -> None:
    found = of_values(95, 95, 95, 95, 95, 50)
    ranked = ranking(found)
    assert [one.row.name for one in beside(ranked, ends(ranked, 3)[0])] == ["D", "E"]
    words = "\n".join(prose(part) for part in overview_document(found).body)
    assert "Juga 95,00%: Kecamatan D dan Kecamatan E." in words


def test_reports_stand_in_the_order_of_their_way() -> None:
    """The farthest first, whichever kecamatan comes first."""
    states = ("belum dimulai", "draf", "diterima")
    rows = [replace(row(name), laporan=state) for name, state in zip("ABC", states, strict=True)]
    (table,) = [
        block
        for chapter in overview_document(overview(*rows)).body
        for part in all_parts(chapter)
        for block in part.content
        if isinstance(block, TableBlock) and block.key == "tabel-keadaan"
    ]
    assert [text(one.cells[0].content) for one in table.rows] == [
        "Diterima",
        "Draf",
        "Belum dimulai",
        "Jumlah",
    ]


def test_all_of_them_are_called_so_and_one_alone_by_its_name() -> None:
    every = of_values(*range(50, 60))
    assert named(every.rows, every) == "seluruh kecamatan"
    assert named(every.rows[1:], every) == "9 (sembilan) kecamatan"
    assert "Kecamatan Ajung, satu-satunya yang semua indikatornya terhitung," in mean_text(
        overview(AJUNG, SILO)
    )


def test_a_last_day_is_an_obligation_and_not_told_as_if_it_had_been_met() -> None:
    for number in range(1, 13):
        one = replace(FOUR, kabupaten=replace(FOUR.kabupaten, kode=f"35.{number:02d}"))
        words = "\n".join(prose(part) for part in overview_document(one).body)
        assert re.search(r"harus|[Bb]atas waktu|dibatasi", words)
        assert "LKIP tahun 2023 ditandatangani paling lambat" not in words


def test_labels_are_bold_and_their_facts_are_not() -> None:
    labels = [
        block.content[0]
        for chapter in overview_document(FOUR).body
        for part in all_parts(chapter)
        for block in part.content
        if isinstance(block, ParagraphBlock) and isinstance(block.content, tuple) and len(block.content) > 1
    ]
    assert labels
    assert all(isinstance(one, Bold) for one in labels)
