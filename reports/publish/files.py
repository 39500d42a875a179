"""Susunan → files: the HTML that stands alone and the PDF made from the same tree."""

from __future__ import annotations

from reports.html import embed, render_html
from reports.pdf.render import PdfResult, render_pdf
from reports.publish.assemble import Assembled


def publish_html(assembled: Assembled) -> str:
    """The HTML file that stands alone: style and pictures inside, prints like the PDF."""
    return render_html(assembled.dokumen, assembled.settings, address=embed(assembled.media))


def publish_pdf(assembled: Assembled) -> PdfResult:
    """The PDF/UA-1. Raises :class:`reports.pdf.render.PdfError` when a picture is missing."""
    html = render_html(assembled.dokumen, assembled.settings)
    return render_pdf(html, title=assembled.dokumen.title, media=assembled.media)
