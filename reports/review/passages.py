"""The texts that people wrote for a report, as checks read them. Pure: from the Naskah alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from reports.publish.naskah import BAGIAN_NARASI, Foto, Narasi, Naskah
from reports.review.unsettled import leftover_markers
from reports.writing.blocks import Block, List, Paragraph, Table, place_cells, words
from reports.writing.html import read_html
from sakip.checks.material import Passage, Place, Shape

#: Between the cells of a row in its text.
CELL_BREAK: Final = " | "

#: Texts of which the passages are kept: those of a few reports.
_NARRATIVES: Final = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """What a block says in one passage."""

    shape: Shape
    text: str
    heads: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    columns: tuple[int, ...] = ()
    block: int
    depth: int = 0
    number: int = 0


def passages_of(naskah: Naskah) -> tuple[Passage, ...]:
    """Every text of the report, place after place in the order of their blocks, then the captions of its photos."""
    names = _names(naskah)
    narratives = (
        passage
        for one in naskah.narasi
        for passage in _of_narrative(one, one.typed, names.get(one.kunci, one.kunci))
    )
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


@lru_cache(_NARRATIVES)
def _of_narrative(narasi: Narasi, typed: str, about: str) -> tuple[Passage, ...]:
    """Those of a narrative, which was ``typed`` so and is ``about`` what bears that name."""
    place = narrative_place(narasi.bagian, narasi.kunci, about)
    printed = list(_lines(read_html(narasi.isi)))
    written = list(_lines(read_html(typed))) if typed else printed
    if len(written) != len(printed):  # a marker that stood alone had nothing to say
        written = printed
    return tuple(
        Passage(
            place=place,
            text=line.text,
            written=before.text,
            shape=line.shape,
            about=narasi.kunci,
            heads=line.heads,
            cells=line.cells,
            columns=line.columns,
            block=line.block,
            depth=line.depth,
            number=line.number,
            unread=not narasi.ditinjau,
            unknown=leftover_markers(line.text),
        )
        for line, before in zip(printed, written, strict=True)
    )


def _names(naskah: Naskah) -> dict[str, str]:
    """What the sasaran and indikator are called that there are, by their kunci."""
    results = naskah.results.sasaran if naskah.results else ()
    return {s.kunci: s.uraian for s in results} | {i.kunci: i.nama for s in results for i in s.indikator}


def _of_photo(foto: Foto) -> Passage:
    key = (("sha256", foto.berkas.sha256),)
    place = Place(kind="dokumentasi", key=key, column="keterangan", words="keterangan foto", pk=foto.pk)
    text = foto.keterangan
    return Passage(place=place, text=text, shape=Shape.CAPTION, unknown=leftover_markers(text))


def _lines(blocks: Iterable[Block]) -> Iterator[_Line]:
    for number, block in enumerate(blocks):
        match block:
            case Paragraph(content):
                yield _Line(shape=Shape.PARAGRAPH, text=words(content), block=number)
            case List():
                yield from _items(block, number)
            case Table():
                yield from _rows(block, number)


def _items(block: List, number: int, depth: int = 0) -> Iterator[_Line]:
    for at, item in enumerate(block.items, start=block.start):
        counted = at if block.numbered else 0
        text = words(item.content)
        yield _Line(shape=Shape.ITEM, text=text, block=number, depth=depth, number=counted)
        for below in item.lists:
            yield from _items(below, number, depth + 1)


def _rows(table: Table, number: int) -> Iterator[_Line]:
    if table.title:
        yield _Line(shape=Shape.TITLE, text=table.title, block=number)
    above: dict[int, str] = {}
    head: list[str] = []
    rows: dict[int, dict[int, str]] = {}
    for x, y, cell in place_cells(table.rows):
        if y < table.head:
            head.append(words(cell.content))
            for column in range(x, x + cell.columns):
                above[column] = f"{above.get(column, '')} {words(cell.content)}".strip()
        else:
            rows.setdefault(y, {})[x] = words(cell.content)
    if head:
        yield _Line(shape=Shape.HEAD, text=CELL_BREAK.join(head), cells=tuple(head), block=number)
    for _, body in sorted(rows.items()):
        columns = tuple(sorted(body))
        texts = tuple(body[x] for x in columns)
        yield _Line(
            shape=Shape.ROW,
            text=CELL_BREAK.join(texts),
            heads=tuple(above.get(x, "") for x in columns),
            cells=texts,
            columns=columns,
            block=number,
        )
