"""Reads the LKIP that a browser has fetched, and compares its tables with what was worked out by hand."""

from __future__ import annotations

from kecamatan.models import Kecamatan
from reports.publish.assemble import arrange, build_draft
from tests.e2e import ajung_year as ajung
from tests.flows.pdf_tables import match, memuat, tabel_bernama, tabel_pdf
from tests.flows.read_pdf import read_pdf, tidy


def check_lkip(pdf: bytes) -> None:
    """Every table and sentence of the made-up year is in the PDF. Titles of tables are those of the document."""
    kecamatan = Kecamatan.objects.get(slug=ajung.SLUG)
    dokumen = arrange(build_draft(kecamatan=kecamatan, tahun=ajung.TAHUN), "lkip").dokumen
    bacaan = read_pdf(pdf)
    semua = tabel_pdf(bacaan.akar, dokumen)
    salah = []
    for judul, harap in ajung.TABEL.items():
        tabel = tabel_bernama(semua, judul)
        _, hilang = match(tabel, harap)
        if hilang:
            salah.append(f"{tabel.judul} (halaman {tabel.halaman})\n{hilang}")
    assert not salah, "\n".join(salah)
    teks = bacaan.teks()
    assert [k for k in ajung.KALIMAT if not memuat([teks], [tidy(k)])] == []
