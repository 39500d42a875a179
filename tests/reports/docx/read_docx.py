"""A Word file read back: what its reader sees, and the XML where only that tells."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.oxml import parse_xml

from reports.document.tree import Block, Dokumen, Part
from reports.docx import render_docx
from reports.publish.naskah import PageSettings

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def docx_file(*blocks: Block, media: Mapping[str, bytes] | None = None, **others: Any) -> bytes:
    """The file of a document that is one BAB with these blocks."""
    bab = Part(key="bab", title="Pendahuluan", level=1, nomor="BAB I", content=blocks)
    content: dict[str, Any] = {
        "front": (),
        "body": (bab,),
        "lampiran": (),
        "konsep": False,
        "contents": False,
    }
    dokumen = Dokumen(key="uji", title="Uji", head="Uji", cover=None, **(content | others))
    return render_docx(dokumen, PageSettings(), media=media or {})


def open_page(content: bytes) -> Document:
    return docx.Document(BytesIO(content))


def docx_body(content: bytes) -> Any:
    """The body element of the main part."""
    return open_page(content).element.body


def part(content: bytes, prefix: str) -> dict[str, Any]:
    """The parsed parts whose name begins so ("word/header")."""
    with zipfile.ZipFile(BytesIO(content)) as arsip:
        return {n: parse_xml(arsip.read(n)) for n in sorted(arsip.namelist()) if n.startswith(prefix)}


def text(unsur: Any) -> str:
    """All words below an element: text and equations; a line break is a newline, what is hidden does not count."""
    result = ""
    for one in unsur.iter(f"{W}t", f"{M}t", f"{W}br", f"{W}tab"):
        result += {f"{W}br": "\n", f"{W}tab": "\t"}.get(one.tag, one.text or "")
    return result


def paragraphs(parent: Any, style: str) -> list[Any]:
    """Paragraphs of a style, by its id."""
    return [s.getparent().getparent() for s in parent.iter(f"{W}pStyle") if s.get(f"{W}val") == style]


def command(unsur: Any) -> list[str]:
    """The instructions of the fields below an element."""
    return [(i.text or "").strip() for i in unsur.iter(f"{W}instrText")]


def table_rows(table: Any) -> Iterator[list[str]]:
    """The words of every cell, row by row; a cell that a span from above continues into has none of its own."""
    for tr in table.iterchildren(f"{W}tr"):
        yield [text(tc) for tc in tr.iterchildren(f"{W}tc") if not _continuation(tc)]


def _continuation(cell: Any) -> bool:
    combine = cell.find(f"{W}tcPr/{W}vMerge")
    return combine is not None and combine.get(f"{W}val") != "restart"
