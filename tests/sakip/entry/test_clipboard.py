"""What a spreadsheet puts on the clipboard is read cell by cell, also where a cell has several lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sakip.entry.clipboard import block
from tests.table_tests import each_row


@each_row(
    ("text", "rows"),
    [
        ('80\n"98,5\n(Baik)"\n75\n60', [["80"], ["98,5\n(Baik)"], ["75"], ["60"]]),
        ("10\t20\r\n1,5\t\t4,5\r\n", [["10", "20"], ["1,5", "", "4,5"]]),
        ('"98,5\r\n(Baik)"', [["98,5\n(Baik)"]]),
        ('"kata ""x"""\t"80"', [['kata "x"', "80"]]),
        ("a\t\n\n b ", [["a", ""], [""], ["b"]]),
        # Typed by hand: quotes around a part of a cell are its own.
        ('"Prima" bagi warga\t80\n"lepas\tb"c', [['"Prima" bagi warga', "80"], ['"lepas', 'b"c']]),
        ("5", [["5"]]),
    ],
)
def test_a_block_has_the_rows_and_cells_that_were_copied(text: str, rows: list[list[str]]) -> None:
    assert block(text) == rows


def copied(cell: str) -> str:
    """A cell as Excel writes it on the clipboard."""
    if any(c in cell for c in '\t\n"'):
        return '"' + cell.replace('"', '""') + '"'
    return cell


CELLS = st.text(alphabet='a1,\t\n" ', max_size=8).map(str.strip)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=3), min_size=1, max_size=4))
def test_every_cell_lands_where_it_stood(rows: list[list[str]]) -> None:
    text = "".join("\t".join(copied(cell) for cell in row) + "\r\n" for row in rows)
    assert block(text) == rows
