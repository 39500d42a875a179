"""What bench/shape.py counts, on pages and tables small enough to count by hand."""

import pytest

from bench._shape import (
    Word,
    has_wide_gap,
    has_written,
    joined,
    justified,
    lines_of,
    one_row_tables,
    opened_by_a_torn_table,
    repeated_cells,
    runs_of,
    torn_tables,
    unused,
)
from reports.document.builders import cell, columns, header, row
from reports.document.tree import Dokumen, Narrative, ParagraphBlock, Part, TableBlock

pytestmark = pytest.mark.one_engine


def word(text: str, left: float, right: float, bottom: float = 100) -> Word:
    return Word(text, left, bottom - 12, right, bottom)


def table(key: str, *names: str, jumlah: bool = False) -> TableBlock:
    rows = [row(cell(name, head=True), cell("1")) for name in names]
    return TableBlock(
        key=key,
        title=key,
        columns=columns(60, 40),
        heads=header("Nama", "Nilai"),
        rows=(*rows, *((row(cell("Jumlah"), cell("1"), kind="jumlah"),) if jumlah else ())),
    )


def part(key: str, *content: TableBlock | ParagraphBlock | Narrative) -> Part:
    return Part(key=key, title=key, level=1, content=content)


def test_a_piece_without_a_caption_goes_on_where_the_page_turns_under_the_same_head() -> None:
    pieces = [
        (True, 2, [3, 3]),
        (False, 2, [4]),
        (True, 2, [4, 4]),
        (False, 3, [5]),  # another table, which has no caption
        (False, 3, [9, 9]),
        (False, 3, [9]),
    ]
    assert joined(pieces) == [[3, 3, 4], [4, 4], [5], [9, 9], [9]]


def test_a_low_table_over_two_pages_is_torn_and_a_long_one_only_opens_a_page() -> None:
    low, whole, long = [1, 1, 2], [2, 2], [2, 2, 2, 2, 3, 3, 4]
    assert torn_tables([low, whole, long]) == [low]
    assert opened_by_a_torn_table([low, whole, long]) == {2, 3, 4}


def test_a_table_of_one_row_and_its_sum_says_one_thing() -> None:
    one, summed, two = table("a", "x"), table("b", "x", jumlah=True), table("c", "x", "y")
    assert one_row_tables([one, summed, two]) == [one, summed]


def test_gaps_are_counted_in_the_lines_that_reach_the_edge_of_the_text() -> None:
    words = [
        *(
            word("Capaian", 85, 130),
            word("kinerja", 139, 180),
            word("tahun", 189, 538),
        ),  # 9 points after each
        *(
            word("1.", 85, 95, 118),
            word("ini", 110, 120, 118),
            word("naik", 123, 539, 118),
        ),  # 15 after a number, 3 after a word
        *(word("Kinerja", 85, 130, 154), word("......", 139, 539, 154)),  # a line of the daftar isi
        *(
            word("di", 85, 95, 136),
            word("tabel", 300, 535, 136),
        ),  # a cell ends before the edge, which is 538,6
    ]
    full = justified(lines_of(words), 538.6)
    assert [line[0].text for line in full] == ["Capaian", "1."]
    assert [has_wide_gap(line) for line in full] == [True, False]


def test_what_stands_below_the_last_word_is_unused() -> None:
    # of 800 points, 100 to 900, the last word ends at 700; the foot of the page is not the text
    assert (
        unused([word("a", 85, 90, 300), word("b", 85, 90, 700), word("KONSEP", 85, 120, 930)], 100, 900)
        == 0.25
    )
    assert unused([], 100, 900) == 1


def test_cells_of_three_words_that_bab_ii_has_said_are_counted_in_the_appendices() -> None:
    dokumen = Dokumen(
        key="d",
        title="d",
        konsep=False,
        body=(part("bab-1"), part("bab-2", table("t2", "Meningkatnya kepuasan masyarakat", "Nilai Sakip"))),
        lampiran=(
            part(
                "l-1", table("l1", "Meningkatnya  Kepuasan Masyarakat", "Nilai Sakip", "Program lain di sini")
            ),
        ),
    )
    assert repeated_cells(dokumen) == (1, 2)


def test_a_page_has_the_words_of_people_even_where_a_line_break_divides_one() -> None:
    runs = set(runs_of("Petugas layanan masih terbatas jumlahnya pada tahun ini"))
    assert has_written("BAB III\nmasih terba\u00ad\ntas jumlahnya pada tahun ini dan", runs)
    assert not has_written("Petugas layanan masih cukup jumlahnya pada tahun ini", runs)
