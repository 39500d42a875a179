"""Susunan → files: the HTML that stands alone and the PDF made from the same tree."""

from __future__ import annotations

from reports.html import render_html, sematkan
from reports.pdf.render import HasilPDF, render_pdf
from reports.publish.assemble import Susunan


def publish_html(susunan: Susunan) -> str:
    """The HTML file that stands alone: style and pictures inside, prints like the PDF."""
    return render_html(susunan.dokumen, susunan.pengaturan, alamat=sematkan(susunan.media))


def publish_pdf(susunan: Susunan) -> HasilPDF:
    """The PDF/UA-1. Raises :class:`reports.pdf.render.PdfError` when a picture is missing."""
    html = render_html(susunan.dokumen, susunan.pengaturan)
    return render_pdf(html, judul=susunan.dokumen.judul, media=susunan.media)
