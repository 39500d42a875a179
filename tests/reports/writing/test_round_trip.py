"""Both spellings hold all that blocks hold: there and back is where one began."""

from __future__ import annotations

import io

from hypothesis import given, settings
from openpyxl import Workbook, load_workbook

from reports.workbook import narrative  # noqa: F401  # registers its sheet
from reports.writing.accept import accept_html, accept_text
from reports.writing.blocks import Block
from reports.writing.html import read_html
from reports.writing.spelled import write_html
from reports.writing.text import read_text, write_text
from reports.writing.workbook import cell_pieces, cell_refusal, join_pieces
from sakip.workbook.sheets.record_sheet import RECORD_SHEETS
from tests.reports.writing.random_blocks import BLOCKS


@settings(max_examples=150)
@given(BLOCKS)
def test_blocks_are_what_they_were_after_html_and_after_plain_text(blocks: tuple[Block, ...]) -> None:
    stored, text = write_html(blocks), write_text(blocks)
    assert read_html(stored) == blocks
    assert read_text(text) == blocks
    # No door refuses what another has taken.
    assert accept_html(stored) == stored
    assert accept_text(text) == stored
    # A text parted over cells is one again; a cell loses its blank ends.
    pieces = cell_pieces(text, limit=30)
    assert join_pieces([piece.strip("\n") for piece in pieces], old=False) == text


@settings(max_examples=25)
@given(BLOCKS.filter(bool))
def test_a_cell_of_excel_says_what_the_box_of_the_page_says(blocks: tuple[Block, ...]) -> None:
    text = write_text(blocks)
    book = Workbook()
    assert book.active is not None
    book.active.cell(1, 1).value = text
    file = io.BytesIO()
    book.save(file)
    (cell,) = next(iter(load_workbook(io.BytesIO(file.getvalue()), read_only=True).active.iter_rows()))
    typed = RECORD_SHEETS["Narasi"].sheet["isi"].kind.parse(cell.value)
    assert cell_refusal(typed) == ""
    assert write_html(read_text(typed)) == accept_text(text)
