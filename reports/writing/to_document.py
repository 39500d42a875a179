"""Blocks of a text → blocks of the document tree, which every writer of documents knows. Pure: no Django."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from reports.document.tree import (
    Bold,
    BoldItalic,
    Italic,
    Item,
    ItemList,
    LineBreak,
    Narrative,
    ParagraphBlock,
    Piece,
    TableBlock,
    TableCell,
    TableColumn,
    TableRow,
)
from reports.writing.blocks import Block, Cell, Inline, List, Paragraph, Table, place_cells, words
from reports.writing.html import read_html
from sakip.capaian.rounding import share_by_largest_remainder

#: Letters that a column of a table claims at least and at most.
_SHORTEST: Final = 4
_LONGEST: Final = 40

_LOOKS: Final[dict[tuple[bool, bool], Callable[[str], Piece]]] = {
    (True, True): BoldItalic,
    (True, False): Bold,
    (False, True): Italic,
}


def narrative(html: str) -> tuple[Narrative, ...]:
    """What was written for a place, as the block that prints it; nothing where nothing was written."""
    blocks = read_html(html)
    return (narrative_of(blocks),) if blocks else ()


def narrative_of(blocks: Iterable[Block]) -> Narrative:
    """The blocks of a text as one block of the document."""
    return Narrative(content=tuple(_block(block) for block in blocks))


def _block(block: Block) -> ParagraphBlock | ItemList | TableBlock:
    match block:
        case Paragraph(content):
            return ParagraphBlock(content=_inline(content))
        case List():
            return _list(block)
        case Table():
            return _table(block)


def _list(one: List) -> ItemList:
    return ItemList(
        items=tuple(
            Item(content=_inline(item.content), children=tuple(_list(below) for below in item.lists))
            for item in one.items
        ),
        kind="angka" if one.numbered else "bulatan",
        start=one.start,
    )


def _table(table: Table) -> TableBlock:
    """Columns share the width by what stands in them; the writers see to it that no word is torn."""
    rows = [tuple(_cell(cell) for cell in row) for row in table.rows]
    return TableBlock(
        key="narasi",
        title=table.title,
        columns=tuple(
            TableColumn(width=int(share)) for share in share_by_largest_remainder(_lengths(table), desimal=0)
        ),
        heads=tuple(rows[: table.head]),
        rows=tuple(TableRow(cells=row) for row in rows[table.head :]),
        numbered=False,
    )


def _lengths(table: Table) -> list[int]:
    """How long the longest text of each column is, within what a column may sensibly claim."""
    lengths = [_SHORTEST] * sum(cell.columns for cell in table.rows[0])
    for x, _, cell in place_cells(table.rows):
        if cell.columns == 1:
            longest = max(map(len, words(cell.content).split("\n")))
            lengths[x] = max(lengths[x], min(longest, _LONGEST))
    return lengths


def _cell(cell: Cell) -> TableCell:
    return TableCell(
        content=_inline(cell.content),
        column=cell.columns,
        row=cell.rows,
        head=cell.header,
        bold=cell.header,
        alignment="kiri",
    )


def _inline(content: Inline) -> tuple[Piece, ...]:
    return tuple(_pieces(content))


def _pieces(content: Inline) -> Iterator[Piece]:
    for piece in content:
        look = _LOOKS.get((piece.bold, piece.italic))
        for number, line in enumerate(piece.text.split("\n")):
            if number:
                yield LineBreak()
            if line:
                yield look(line) if look else line
