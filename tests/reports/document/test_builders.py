"""The small builders: groups, lists that finish a sentence, cells of several lines."""

import pytest

from reports.document.builders import (
    cell,
    columns,
    details,
    group_count,
    grouped,
    line_rows,
    numbered,
    share_width,
)
from reports.document.tree import LineBreak, TableColumn
from tests.table_tests import each_row


@pytest.mark.parametrize(
    ("item", "result"),
    [
        ((), ()),
        (("Satu",), ("satu.",)),
        (("Satu;", "Dua; dan", "Tiga."), ("satu;", "dua; dan", "tiga.")),
        (("Satu ", " dua dan"), ("satu; dan", "dua.")),
        (("", "  ", ";", "Satu"), ("satu.",)),
        (
            ("SKM dinilai", "Camat hadir", "Pemerintah desa"),
            ("SKM dinilai;", "Camat hadir; dan", "Pemerintah desa."),
        ),
    ],
)
def test_items_finish_the_sentence_before_them(item: tuple[str, ...], result: tuple[str, ...]) -> None:
    assert details(item) == result


def test_names_keep_their_capitals() -> None:
    assert details(("Seksi Pemerintahan;", "Kelompok Jabatan"), nama=True) == (
        "Seksi Pemerintahan; dan",
        "Kelompok Jabatan.",
    )


def test_groups_stand_in_order_of_first_appearance() -> None:
    rows = [("a", 1), ("b", 2), (" A. ", 3)]
    assert list(grouped(rows, lambda b: b[0])) == [
        (1, True, ("a", 1)),
        (1, False, (" A. ", 3)),
        (2, True, ("b", 2)),
    ]
    assert group_count(rows, lambda b: b[0]) == 2
    assert group_count([], str) == 0


def test_lines_of_a_cell_are_numbered_only_when_there_are_several() -> None:
    assert numbered(()) == ""
    assert numbered(("satu",)) == "satu"
    assert numbered(("satu", "dua")) == ("1. satu", LineBreak(), "2. dua")
    assert line_rows(["satu"]) == "satu"


@pytest.mark.parametrize(
    ("width", "many", "result"), [(100, 3, [34, 33, 33]), (48, 2, [24, 24]), (5, 6, [1] * 5 + [0])]
)
def test_a_width_is_shared_out_whole(width: int, many: int, result: list[int]) -> None:
    assert share_width(width, many) == result


def test_columns_must_fill_the_table() -> None:
    assert columns((40, "kanan"), 60) == (TableColumn(width=40, alignment="kanan"), TableColumn(width=60))
    with pytest.raises(ValueError, match="berjumlah 99, seharusnya 100"):
        columns(40, 59)


@each_row(
    ("written", "printed"),
    [
        ("-37,00", "−37,00"),
        ("-1.000", "−1.000"),
        ("-0,5 °C", "−0,5 °C"),
        ("–", "–"),
        ("7.01-02", "7.01-02"),
        ("- lainnya", "- lainnya"),
        ("ke-2", "ke-2"),
    ],
)
def test_a_number_below_zero_bears_the_sign_of_sentences_in_a_cell(written: str, printed: str) -> None:
    assert cell(written).content == printed
