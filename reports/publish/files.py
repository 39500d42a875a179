"""Susunan → files: the HTML that stands alone and the PDF made from the same tree."""

from __future__ import annotations

from reports.html import embed, render_html
from reports.pdf.render import PdfResult, render_pdf
from reports.publish.assemble import Assembled


def publish_html(susunan: Assembled) -> str:
    """The HTML file that stands alone: style and pictures inside, prints like the PDF."""
    return render_html(susunan.dokumen, susunan.settings, address=embed(susunan.media))


def publish_pdf(susunan: Assembled) -> PdfResult:
    """The PDF/UA-1. Raises :class:`reports.pdf.render.PdfError` when a picture is missing."""
    html = render_html(susunan.dokumen, susunan.settings)
    return render_pdf(html, title=susunan.dokumen.title, media=susunan.media)
