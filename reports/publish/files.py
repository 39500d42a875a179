"""Susunan → files: the HTML that stands alone and the PDF made from the same tree."""

from __future__ import annotations

from dataclasses import dataclass

from reports.html import render_html, sematkan
from reports.pdf.render import HasilPDF, render_pdf
from reports.publish.assemble import Susunan


@dataclass(frozen=True, slots=True, kw_only=True)
class Terbitan:
    """A rendered document: file name without extension, HTML with its pictures inside, PDF."""

    nama: str
    html: str
    pdf: HasilPDF


def publish_html(susunan: Susunan) -> str:
    """The HTML file that stands alone: style and pictures inside, prints like the PDF."""
    return render_html(susunan.dokumen, susunan.pengaturan, alamat=sematkan(susunan.media))


def publish_pdf(susunan: Susunan) -> HasilPDF:
    """The PDF/UA-1. Raises :class:`reports.pdf.render.PdfError` when a picture is missing."""
    html = render_html(susunan.dokumen, susunan.pengaturan)
    return render_pdf(html, judul=susunan.dokumen.judul, media=susunan.media)


def issue(susunan: Susunan) -> Terbitan:
    """Both files of one document."""
    return Terbitan(nama=susunan.dokumen.kunci, html=publish_html(susunan), pdf=publish_pdf(susunan))
