"""The text of a workbook's cells: the plain text of every other door, in pieces that fit into a cell.

Workbooks of before had a spelling of their own: a paragraph to a line, HTML where that said too little, signs of bold
as they stand. They are still read.
"""

from __future__ import annotations

import re
from typing import Final

from reports.writing.accept import LONGEST_BLOCK, WritingRefused, accept_text
from reports.writing.blocks import Block, Item, Paragraph, Piece, inline, join_lists, list_of
from reports.writing.bounds import Bounds, TextTooLarge
from reports.writing.characters import BULLETS, printable
from reports.writing.html import read_html
from reports.writing.text import write_text

#: Between the pieces of a text that goes on in another row: a piece ends where a paragraph, list or table ends.
PIECE_BREAK: Final = "\n\n"

_OLD_ITEM: Final = re.compile(rf"(?:[-–*{BULLETS}]|(?P<number>[0-9]{{1,3}})[.)])[ \t\xa0]+(?P<rest>.+)")


def cell_refusal(text: str) -> str:
    """What is wrong with a text, for the message beside its cell; empty where nothing is."""
    try:
        accept_text(text)
    except WritingRefused as refused:
        return str(refused)
    return ""


def respelled(text: str) -> str:
    """A text of a workbook of before, as it is written now. Raises :class:`WritingRefused` where it is too large."""
    try:
        Bounds(_tolerate).source(text)
        return write_text(read_html(text, _tolerate) if text.lstrip().startswith("<") else _read_old(text))
    except TextTooLarge as large:
        raise WritingRefused([str(large)]) from large


def _tolerate(message: str) -> None:
    """What blocks cannot hold becomes lines, as it did when the workbook was handed out."""


def _read_old(text: str) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for line in (one.strip() for one in printable(text).split("\n")):
        found = _OLD_ITEM.fullmatch(line)
        content = inline([Piece(found["rest"] if found else line)])
        if content and found:
            blocks.append(list_of(Item(content), int(found["number"]) if found["number"] else None))
        elif content:
            blocks.append(Paragraph(content))
    return join_lists(blocks)


def join_pieces(pieces: list[str], *, old: bool) -> str:
    """The text that was parted over rows."""
    if old:
        return ("" if pieces[0].startswith("<") else "\n").join(pieces)
    return PIECE_BREAK.join(pieces)


def cell_pieces(text: str, limit: int = LONGEST_BLOCK) -> list[str]:
    """A text in pieces that fit into a cell each; put together with blank lines they are it again.

    A cell loses its blank ends, so a piece ends where a block ends; no block is longer than a cell.
    """
    pieces: list[str] = []
    for block in text.split(PIECE_BREAK):
        if pieces and len(pieces[-1]) + len(PIECE_BREAK) + len(block) <= limit:
            pieces[-1] += f"{PIECE_BREAK}{block}"
        else:
            pieces.append(block)
    return pieces
