"""Blocks of a text → blocks of the document tree, which every writer of documents knows. Pure: no Django."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from reports.dokumen import (
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
from reports.writing.blocks import Block, Cell, Inline, List, Paragraph, Table
from reports.writing.html import read_html

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
    """Columns share the width equally; the writers give more to those whose words need it."""
    width = max(sum(cell.columns for cell in row) for row in table.rows[:1])
    rest = 100 - 100 // width * width
    rows = [tuple(_cell(cell) for cell in row) for row in table.rows]
    return Tabel(
        kunci="narasi",
        judul=table.title,
        kolom=tuple(Kolom(lebar=100 // width + (i < rest)) for i in range(width)),
        kepala=tuple(rows[: table.head]),
        baris=tuple(BarisTabel(sel=row) for row in rows[table.head :]),
        bernomor=False,
    )


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
