"""A Word file as a paper: paragraphs and tables in the order of the text."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any, Final

import docx
from docx.oxml.ns import qn

from kecamatan.ground.errors import broken_as
from kecamatan.ground.texts import legible_text
from reports.papers.headed import names_columns
from reports.papers.joined import joined
from reports.papers.paper import Block, Paper, PaperUnreadable, Room, Row, Spot, Table, Text, raised
from reports.papers.places import Lines, placed

_LARGEST: Final = 200 * 1024 * 1024
"""Bytes of all parts unpacked; pictures are most of them."""
_LARGEST_RATIO: Final = 150
_IN_FORCE: Final = 1024 * 1024
_HEADING: Final = re.compile(r"(?:heading|judul)\s?\d", re.IGNORECASE)
"""Styles of headings, by their name in Word or in an Indonesian Word."""
_BREAK: Final = "\f"
_MOST_COLUMNS: Final = 60
_COPY: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""What Word keeps beside a drawing for programs that cannot draw it."""
_AROUND: Final = frozenset(
    map(qn, ("w:sdt", "w:sdtContent", "w:customXml", "w:smartTag", "w:ins", "w:moveTo"))
)
_UNSAID: Final = frozenset((*map(qn, ("w:del", "w:moveFrom", "w:txbxContent", "w:pPr", "w:rPr")), _COPY))


def docx_paper(content: bytes, name: str, *, check: Callable[[], None] = lambda: None) -> Paper:
    """The paper of a .docx. ``check`` is called before each paragraph, and may raise InputError. Raises
    :class:`PaperUnreadable`."""
    _check(content)
    with broken_as(
        PaperUnreadable("Berkas Word ini rusak dan tidak dapat dibuka. Simpan ulang, lalu unggah lagi.")
    ):
        body = docx.Document(io.BytesIO(content)).element.body
    walk = _Walk(Room(check))
    blocks = placed(joined(tuple(walk.blocks(body))), walk.lines)
    return Paper(name=name, blocks=blocks, pages=walk.page if walk.page > 1 else 0)


def _check(content: bytes) -> None:
    """Refuse what would cost too much, before anything is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, NotImplementedError) as error:
        raise PaperUnreadable(
            "Berkas Word ini rusak dan tidak dapat dibuka. Simpan ulang, lalu unggah lagi."
        ) from error
    swollen = any(
        p.file_size > _IN_FORCE and p.file_size > _LARGEST_RATIO * max(p.compress_size, 1) for p in parts
    )
    if sum(p.file_size for p in parts) > _LARGEST or swollen:
        raise PaperUnreadable(
            "Isi berkas Word ini terlalu besar setelah dibuka. Hapus gambarnya, lalu unggah lagi."
        )


class _Walk:
    """Goes through a body once, and counts pages where Word has left its breaks."""

    def __init__(self, room: Room) -> None:
        self.page = 1
        self._room = room
        self.lines = Lines()
        self._number = 0
        self._told = False

    def blocks(self, element: Any) -> Iterator[Block]:
        for child in element.iterchildren():
            if child.tag == qn("w:p"):
                at = self._next()
                if text := self._text(child):
                    if _is_heading(child):
                        self.lines.headings.add(at.line)
                    yield Text(text=text, at=at)
                for box in _boxes(child):
                    yield from self.blocks(box)
            elif child.tag == qn("w:tbl"):
                yield from self._table(child)
            elif child.tag in _AROUND:
                yield from self.blocks(child)

    def _next(self) -> Spot:
        self._number += 1
        return Spot(page=self.page if self._told else 0, line=self._number)

    def _table(self, table: Any) -> Iterator[Block]:
        rows: list[Row] = []
        inner: list[Any] = []
        number, own = 0, len(self.lines.sizes) + 1
        for number, row in enumerate(_children(table, qn("w:tr")), start=1):
            cells = [""] * _count(row, 0, "w:trPr", "w:gridBefore")
            for cell in _children(row, qn("w:tc")):
                merged = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
                goes_on = merged is not None and merged.get(qn("w:val")) != "restart"
                text = "" if goes_on else " ".join(filter(None, self._in_cell(cell, inner)))
                cells += [text, *[""] * (_count(cell, 1, "w:tcPr", "w:gridSpan") - 1)]
            if any(cells):
                at = self._next()
                self.lines.rows[at.line] = own, number
                rows.append(Row(cells=tuple(cells), at=at))
        self.lines.sizes[own] = number
        if len(rows) == 1 and len(rows[0].filled) == 1:
            yield Text(text=rows[0].filled[0], at=rows[0].at)  # a frame around a text
        elif rows:
            yield Table(rows=tuple(rows))
        for one in inner:
            yield from self._table(one)

    def _in_cell(self, element: Any, inner: list[Any]) -> Iterator[str]:
        """What a cell says. A table within it that names its columns is one of its own and goes to ``inner``; one that
        names none sets words apart, as those of a fraction."""
        for child in element.iterchildren():
            if child.tag == qn("w:p"):
                yield self._text(child)
                for box in _boxes(child):
                    yield from self._in_cell(box, inner)
            elif child.tag == qn("w:tbl"):
                if _names_columns(child):
                    inner.append(child)
                    continue
                for row in _children(child, qn("w:tr")):
                    for cell in _children(row, qn("w:tc")):
                        yield from self._in_cell(cell, inner)
            elif child.tag in _AROUND:
                yield from self._in_cell(child, inner)

    def _text(self, paragraph: Any) -> str:
        words = self._room.take("".join(_words(paragraph)))
        if breaks := words.count(_BREAK):
            self.page += breaks
            self._told = True
        return " ".join(legible_text(words.replace(_BREAK, "")).split())


def _words(element: Any) -> Iterator[str]:
    """What a person reads, with :data:`_BREAK` where a page ends: not what was struck out, moved away or hidden, nor a
    text box, nor its copy for older Words."""
    for node in element.iterchildren():
        if node.tag in _UNSAID or (node.tag == qn("w:r") and _is_hidden(node)):
            continue
        if node.tag in (qn("w:t"), qn("m:t")):
            yield raised(node.text or "") if _is_raised(element) else node.text or ""
        elif node.tag in (qn("w:noBreakHyphen"), qn("w:lastRenderedPageBreak")):
            yield "-" if node.tag == qn("w:noBreakHyphen") else _BREAK
        elif node.tag in (qn("w:tab"), qn("w:br"), qn("w:cr")) and element.tag == qn("w:r"):
            yield f" {_BREAK}" if node.get(qn("w:type")) == "page" else " "
        elif node.tag == qn("m:f"):
            parts = ("".join(_words(part)) for part in node.iterchildren(qn("m:num"), qn("m:den")))
            yield f" {' / '.join(f'({part.strip()})' for part in parts)} "
        else:
            yield from _words(node)


def _is_raised(run: Any) -> bool:
    """Whether a run is set above the line: the mark of a footnote that was typed, or a square."""
    set_at = run.find(f"{qn('w:rPr')}/{qn('w:vertAlign')}")
    return set_at is not None and set_at.get(qn("w:val")) == "superscript"


def _children(element: Any, tag: str) -> Iterator[Any]:
    """The children of that name, also those around which Word has put a control or a mark of its own."""
    for child in element.iterchildren():
        if child.tag == tag:
            yield child
        elif child.tag in _AROUND:
            yield from _children(child, tag)


def _boxes(element: Any) -> Iterator[Any]:
    """The text boxes that hang on a paragraph, each once."""
    for child in element.iterchildren():
        if child.tag == qn("w:txbxContent"):
            yield child
        elif child.tag != _COPY:
            yield from _boxes(child)


def _names_columns(table: Any) -> bool:
    """Whether the first row of a table within another names columns."""
    first = next(_children(table, qn("w:tr")), None)
    cells = () if first is None else tuple(_children(first, qn("w:tc")))
    return len(cells) > 1 and names_columns(
        Row(cells=tuple(" ".join("".join(_words(cell)).split()) for cell in cells), at=Spot())
    )


def _count(element: Any, default: int, *path: str) -> int:
    """A number among the properties of a row or cell."""
    found = element.find("/".join(map(qn, path)))
    said = (found.get(qn("w:val")) or "") if found is not None else ""
    return min(int(said), _MOST_COLUMNS) if re.fullmatch(r"[1-9]\d{0,5}", said, re.ASCII) else default


def _is_hidden(run: Any) -> bool:
    hidden = run.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
    return hidden is not None and hidden.get(qn("w:val")) not in ("0", "false")


def _is_heading(paragraph: Any) -> bool:
    """Whether its style, or a level in Word's outline, makes it a heading."""
    properties = paragraph.find(qn("w:pPr"))
    if properties is None:
        return False
    style, level = properties.find(qn("w:pStyle")), properties.find(qn("w:outlineLvl"))
    named = style is not None and _HEADING.fullmatch(style.get(qn("w:val")) or "")
    return bool(named) or (level is not None and level.get(qn("w:val")) in tuple("012345"))
