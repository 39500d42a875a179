"""A Word file as a paper: paragraphs and tables in the order of the text."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any, Final

import docx
from docx.oxml.ns import qn

from kecamatan.ground.errors import broken_as
from reports.papers.paper import Block, Paper, PaperUnreadable, Row, Spot, Table, Text, joined
from reports.papers.places import Lines, placed

_LARGEST: Final = 200 * 1024 * 1024
"""Bytes of all parts unpacked; pictures are most of them."""
_LARGEST_RATIO: Final = 150
_IN_FORCE: Final = 1024 * 1024
_HEADING: Final = re.compile(r"(?:heading|judul)\s?\d", re.IGNORECASE)
"""Styles of headings, by their name in Word or in an Indonesian Word."""
_BREAKS: Final = f"{qn('w:lastRenderedPageBreak')}|{qn('w:br')}".split("|")


def docx_paper(content: bytes, name: str) -> Paper:
    """The paper of a .docx. Raises :class:`PaperUnreadable`."""
    _check(content)
    with broken_as(
        PaperUnreadable("Berkas Word ini rusak dan tidak dapat dibuka. Simpan ulang, lalu unggah lagi.")
    ):
        body = docx.Document(io.BytesIO(content)).element.body
    walk = _Walk()
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

    def __init__(self) -> None:
        self.page = 1
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
            elif child.tag == qn("w:tbl"):
                yield from self._table(child)
            elif child.tag in (qn("w:sdt"), qn("w:sdtContent")):
                yield from self.blocks(child)

    def _next(self) -> Spot:
        self._number += 1
        return Spot(page=self.page if self._told else 0, line=self._number)

    def _table(self, table: Any) -> Iterator[Block]:
        rows: list[Row] = []
        number, own = 0, len(self.lines.sizes) + 1
        for number, row in enumerate(table.iterchildren(qn("w:tr")), start=1):
            cells: list[str] = []
            for cell in row.iterchildren(qn("w:tc"), qn("w:sdt")):
                if cell.tag == qn("w:sdt"):
                    cell = next(cell.iter(qn("w:tc")), cell)
                properties = cell.find(qn("w:tcPr"))
                span, goes_on = 1, False
                if properties is not None:
                    if (wide := properties.find(qn("w:gridSpan"))) is not None:
                        span = max(1, min(int(wide.get(qn("w:val")) or 1), 60))
                    merged = properties.find(qn("w:vMerge"))
                    goes_on = merged is not None and merged.get(qn("w:val")) != "restart"
                text = (
                    "" if goes_on else " ".join(filter(None, (self._text(p) for p in cell.iter(qn("w:p")))))
                )
                cells += [text, *[""] * (span - 1)]
            if any(cells):
                at = self._next()
                self.lines.rows[at.line] = own, number
                rows.append(Row(cells=tuple(cells), at=at))
        self.lines.sizes[own] = number
        if len(rows) == 1 and len(rows[0].filled) == 1:
            yield Text(text=rows[0].filled[0], at=rows[0].at)  # a frame around a text
        elif rows:
            yield Table(rows=tuple(rows))

    def _text(self, paragraph: Any) -> str:
        parts: list[str] = []
        for node in paragraph.iter():
            if node.tag == qn("w:t"):
                parts.append(node.text or "")
            elif node.tag in (qn("w:tab"), qn("w:br"), qn("w:cr")) and node.getparent().tag == qn("w:r"):
                parts.append(" ")
            if node.tag in _BREAKS and (node.tag != qn("w:br") or node.get(qn("w:type")) == "page"):
                self.page += 1
                self._told = True
        return " ".join("".join(parts).split())


def _is_heading(paragraph: Any) -> bool:
    """Whether its style, or a level in Word's outline, makes it a heading."""
    properties = paragraph.find(qn("w:pPr"))
    if properties is None:
        return False
    style, level = properties.find(qn("w:pStyle")), properties.find(qn("w:outlineLvl"))
    named = style is not None and _HEADING.fullmatch(style.get(qn("w:val")) or "")
    return bool(named) or (level is not None and level.get(qn("w:val")) in tuple("012345"))
