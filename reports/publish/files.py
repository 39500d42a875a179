"""Susunan → files: the PDF, the Word document and the HTML that stands alone, all from the same tree."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from reports.docx import DocxError, render_docx
from reports.html import embed, render_html
from reports.pdf.render import PdfError, PdfResult, render_pdf
from reports.publish.assemble import Assembled

UNPRINTABLE: Final = (PdfError, DocxError)
"""What the makers raise; ``str()`` says in Indonesian why the file cannot be made and what helps."""


@dataclass(frozen=True, slots=True)
class Published:
    """A file, and its number of pages where it has them by itself."""

    content: bytes
    page: int | None = None


def publish(assembled: Assembled, shape: str) -> Published:
    """The document in one of :data:`SHAPES`. Raises one of :data:`UNPRINTABLE`, of a picture that cannot be read."""
    return SHAPES[shape](assembled)


def publish_html(assembled: Assembled) -> str:
    """The HTML file that stands alone: style and pictures inside, prints like the PDF."""
    return render_html(assembled.dokumen, assembled.settings, address=embed(assembled.media))


def publish_pdf(assembled: Assembled, attachments: Mapping[str, bytes] | None = None) -> PdfResult:
    """The PDF/UA-1. Raises :class:`reports.pdf.render.PdfError` when a picture is missing."""
    html = render_html(assembled.dokumen, assembled.settings)
    title, media = assembled.dokumen.title, assembled.media
    return render_pdf(html, title=title, media=media, attachments=attachments)


def _pdf(assembled: Assembled) -> Published:
    result = publish_pdf(assembled)
    return Published(result.content, result.page)


def _html(assembled: Assembled) -> Published:
    return Published(publish_html(assembled).encode())


def _docx(assembled: Assembled) -> Published:
    # Only a program that lays the file out knows its pages; until it does, the lists in front print those of the PDF.
    pages = publish_pdf(assembled).places if assembled.dokumen.contents else {}
    content = render_docx(assembled.dokumen, assembled.settings, media=assembled.media, pages=pages)
    return Published(content)


SHAPES: Final[dict[str, Callable[[Assembled], Published]]] = {"html": _html, "pdf": _pdf, "docx": _docx}
"""Makers by the ending of a file's name."""
