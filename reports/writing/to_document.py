"""Blocks of a text → blocks of the document tree, which every writer of documents knows. Pure: no Django."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from reports.document.marks import UNREAD_LINE
from reports.document.tree import (
    Bold,
    BoldItalic,
    Italic,
    Item,
    ItemList,
    LineBreak,
    Mark,
    Narrative,
    ParagraphBlock,
    Piece,
    TableBlock,
    TableCell,
    TableColumn,
    TableRow,
)
from reports.publish.naskah import Naskah
from reports.writing.blocks import Block, Cell, Inline, List, Paragraph, Table, place_cells, words
from reports.writing.html import read_html
from sakip.capaian.rounding import share_by_largest_remainder

#: Letters that a column of a table claims at least and at most.
_SHORTEST: Final = 4
_LONGEST: Final = 40

_LOOKS: Final[dict[tuple[bool, bool], Callable[[str], str | Bold | Italic]]] = {
    (True, True): BoldItalic,
    (True, False): Bold,
    (False, True): Italic,
}


def written_for(naskah: Naskah, bagian: str, key: str = "") -> tuple[Narrative, ...]:
    """What people wrote for a place of the report; nothing where nothing was written."""
    found = naskah.narasi_for(bagian, key)
    return narrative(found.isi, unread=not found.ditinjau) if found else ()


def worded_for(naskah: Naskah, bagian: str) -> tuple[Narrative, ...]:
    """What people wrote for a place of usual words, else what the kabupaten says there; nothing where neither does."""
    return written_for(naskah, bagian) or narrative(naskah.baku_for(bagian))


def narrative(html: str, *, unread: bool = False) -> tuple[Narrative, ...]:
    """A stored text as the block that prints it; nothing where it says nothing."""
    blocks = read_html(html)
    return (narrative_of(blocks, unread=unread),) if blocks else ()


def narrative_of(blocks: Iterable[Block], *, unread: bool = False) -> Narrative:
    """The blocks of a text as one block of the document; all of a text that is a copy or a draft and ``unread`` is
    marked."""
    content = tuple(_block(block, unread) for block in blocks)
    return Narrative(content=(UNREAD_LINE, *content) if unread else content)


def _block(block: Block, unread: bool) -> ParagraphBlock | ItemList | TableBlock:
    match block:
        case Paragraph(content):
            return ParagraphBlock(content=_inline(content, unread))
        case List():
            return _list(block, unread)
        case Table():
            return _table(block, unread)


def _list(one: List, unread: bool) -> ItemList:
    return ItemList(
        items=tuple(
            Item(
                content=_inline(item.content, unread),
                children=tuple(_list(below, unread) for below in item.lists),
            )
            for item in one.items
        ),
        kind="angka" if one.numbered else "bulatan",
        start=one.start,
    )


def _table(table: Table, unread: bool) -> TableBlock:
    """Columns share the width by what stands in them; the writers see to it that no word is torn."""
    rows = [tuple(_cell(cell, unread) for cell in row) for row in table.rows]
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


def _cell(cell: Cell, unread: bool) -> TableCell:
    return TableCell(
        content=_inline(cell.content, unread),
        column=cell.columns,
        row=cell.rows,
        head=cell.header,
        bold=cell.header,
        alignment="kiri",
    )


def _inline(content: Inline, unread: bool) -> tuple[Piece, ...]:
    return tuple(_pieces(content, unread))


def _pieces(content: Inline, unread: bool) -> Iterator[Piece]:
    for piece in content:
        look = _LOOKS.get((piece.bold, piece.italic), str)
        for number, line in enumerate(piece.text.split("\n")):
            if number:
                yield LineBreak()
            if line:
                yield Mark(look(line)) if unread else look(line)
