"""Blocks of a text → blocks of the document tree, which every writer of documents knows. Pure: no Django."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from reports.document.tree import (
    Baris,
    BarisTabel,
    Butir,
    Daftar,
    Kolom,
    Miring,
    Narrative,
    Paragraf,
    Potongan,
    Sel,
    Tabel,
    Tebal,
    TebalMiring,
)
from reports.writing.blocks import Block, Cell, Inline, List, Paragraph, Table, place_cells, words
from reports.writing.html import read_html
from sakip.capaian.rounding import share_by_largest_remainder

#: Letters that a column of a table claims at least and at most.
_SHORTEST: Final = 4
_LONGEST: Final = 40

_LOOKS: Final[dict[tuple[bool, bool], Callable[[str], Potongan]]] = {
    (True, True): TebalMiring,
    (True, False): Tebal,
    (False, True): Miring,
}


def narrative(html: str) -> tuple[Narrative, ...]:
    """What was written for a place, as the block that prints it; nothing where nothing was written."""
    blocks = read_html(html)
    return (narrative_of(blocks),) if blocks else ()


def narrative_of(blocks: Iterable[Block]) -> Narrative:
    """The blocks of a text as one block of the document."""
    return Narrative(isi=tuple(_block(block) for block in blocks))


def _block(block: Block) -> Paragraf | Daftar | Tabel:
    match block:
        case Paragraph(content):
            return Paragraf(isi=_inline(content))
        case List():
            return _list(block)
        case Table():
            return _table(block)


def _list(one: List) -> Daftar:
    return Daftar(
        butir=tuple(
            Butir(isi=_inline(item.content), anak=tuple(_list(below) for below in item.lists))
            for item in one.items
        ),
        jenis="angka" if one.numbered else "bulatan",
        mulai=one.start,
    )


def _table(table: Table) -> Tabel:
    """Columns share the width by what stands in them; the writers see to it that no word is torn."""
    rows = [tuple(_cell(cell) for cell in row) for row in table.rows]
    return Tabel(
        kunci="narasi",
        judul=table.title,
        kolom=tuple(
            Kolom(lebar=int(share)) for share in share_by_largest_remainder(_lengths(table), desimal=0)
        ),
        kepala=tuple(rows[: table.head]),
        baris=tuple(BarisTabel(sel=row) for row in rows[table.head :]),
        bernomor=False,
    )


def _lengths(table: Table) -> list[int]:
    """How long the longest text of each column is, within what a column may sensibly claim."""
    lengths = [_SHORTEST] * sum(cell.columns for cell in table.rows[0])
    for x, _, cell in place_cells(table.rows):
        if cell.columns == 1:
            longest = max(map(len, words(cell.content).split("\n")))
            lengths[x] = max(lengths[x], min(longest, _LONGEST))
    return lengths


def _cell(cell: Cell) -> Sel:
    return Sel(
        isi=_inline(cell.content),
        kolom=cell.columns,
        baris=cell.rows,
        kepala=cell.header,
        tebal=cell.header,
        rata="kiri",
    )


def _inline(content: Inline) -> tuple[Potongan, ...]:
    return tuple(_pieces(content))


def _pieces(content: Inline) -> Iterator[Potongan]:
    for piece in content:
        look = _LOOKS.get((piece.bold, piece.italic))
        for number, line in enumerate(piece.text.split("\n")):
            if number:
                yield Baris()
            if line:
                yield look(line) if look else line
