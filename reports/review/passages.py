"""The texts that people wrote for a report, as checks read them. Pure: from the Naskah alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Final

from reports.publish.naskah import BAGIAN_NARASI, Foto, Narasi, Naskah
from reports.review.unsettled import leftover_markers
from reports.writing.blocks import Block, Item, List, Paragraph, Table, place_cells, words
from reports.writing.html import read_html
from sakip.checks.material import Passage, Place, Shape

#: Between the cells of a row in its text.
CELL_BREAK: Final = " | "

Line = tuple[Shape, str, tuple[str, ...], tuple[str, ...]]
"""Shape and text; of a row of a table what stands above its cells, and the cells."""


def passages_of(naskah: Naskah) -> tuple[Passage, ...]:
    """Every text of the report, place after place in the order of their blocks, then the captions of its photos."""
    narratives = (passage for one in naskah.narasi for passage in _of_narrative(one, naskah))
    return (*narratives, *map(_of_photo, naskah.foto))


def with_braces(naskah: Naskah) -> Naskah:
    """The same with only the texts in which a marker can be left over: to look for nothing else."""
    return replace(
        naskah,
        narasi=tuple(one for one in naskah.narasi if "{" in one.isi),
        foto=tuple(one for one in naskah.foto if "{" in one.keterangan),
    )


def narrative_place(bagian: str, kunci: str, about: str = "") -> Place:
    """The place of a narrative; ``about`` is the name of its indikator or sasaran."""
    title = BAGIAN_NARASI[bagian]
    words = f"narasi {title[:1].lower()}{title[1:]}" + (f", {about}" if about else "")
    return Place(kind="narasi", key=(("bagian", bagian), ("kunci", kunci)), column="isi", words=words)


def _of_narrative(narasi: Narasi, naskah: Naskah) -> Iterator[Passage]:
    place = narrative_place(narasi.bagian, narasi.kunci, _name_of(narasi.kunci, naskah))
    printed = list(_lines(read_html(narasi.isi)))
    typed = list(_lines(read_html(narasi.typed))) if narasi.typed else printed
    if len(typed) != len(printed):  # a marker that stood alone had nothing to say
        typed = printed
    for (shape, text, heads, cells), (_, written, _, _) in zip(printed, typed, strict=True):
        yield Passage(
            place=place,
            text=text,
            written=written,
            shape=shape,
            about=narasi.kunci,
            heads=heads,
            cells=cells,
            unread=not narasi.ditinjau,
            unknown=leftover_markers(text),
        )


def _name_of(kunci: str, naskah: Naskah) -> str:
    """What the sasaran or indikator of that kunci is called; the kunci itself where it is no longer there."""
    results = naskah.results.sasaran if naskah.results else ()
    named = {s.kunci: s.uraian for s in results} | {i.kunci: i.nama for s in results for i in s.indikator}
    return named.get(kunci, kunci)


def _of_photo(foto: Foto) -> Passage:
    key = (("sha256", foto.berkas.sha256),)
    place = Place(kind="dokumentasi", key=key, column="keterangan", words="keterangan foto", pk=foto.pk)
    text = foto.keterangan
    return Passage(place=place, text=text, shape=Shape.CAPTION, unknown=leftover_markers(text))


def _lines(blocks: Iterable[Block]) -> Iterator[Line]:
    for block in blocks:
        match block:
            case Paragraph(content):
                yield _line(Shape.PARAGRAPH, content)
            case List():
                yield from _items(block.items)
            case Table():
                yield from _rows(block)


def _line(shape: Shape, content: Any) -> Line:
    return shape, words(content), (), ()


def _items(items: Iterable[Item]) -> Iterator[Line]:
    for item in items:
        yield _line(Shape.ITEM, item.content)
        for below in item.lists:
            yield from _items(below.items)


def _rows(table: Table) -> Iterator[Line]:
    if table.title:
        yield Shape.TITLE, table.title, (), ()
    above: dict[int, str] = {}
    rows: dict[int, dict[int, str]] = {}
    for x, y, cell in place_cells(table.rows):
        if y < table.head:
            for column in range(x, x + cell.columns):
                above[column] = f"{above.get(column, '')} {words(cell.content)}".strip()
        else:
            rows.setdefault(y, {})[x] = words(cell.content)
    for _, cells in sorted(rows.items()):
        texts = tuple(cells[x] for x in sorted(cells))
        yield Shape.ROW, CELL_BREAK.join(texts), tuple(above.get(x, "") for x in sorted(cells)), texts
