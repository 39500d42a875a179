"""Reads the LKIP that a browser has fetched, and compares its tables with what was worked out by hand."""

from __future__ import annotations

from kecamatan.models import Kecamatan
from reports.publish.assemble import arrange, build_draft
from tests.e2e import ajung_year as ajung
from tests.flows.pdf_tables import fits, match, named_table, pdf_tables
from tests.flows.read_pdf import read_pdf, tidy


def check_lkip(pdf: bytes) -> None:
    """Every table and sentence of the made-up year is in the PDF. Titles of tables are those of the document."""
    kecamatan = Kecamatan.objects.get(slug=ajung.SLUG)
    dokumen = arrange(build_draft(kecamatan=kecamatan, tahun=ajung.TAHUN), "lkip").dokumen
    reading = read_pdf(pdf)
    everything = pdf_tables(reading.root, dokumen)
    wrong = []
    for title, expect in ajung.TABLES.items():
        table = named_table(everything, title)
        _, lost = match(table, expect)
        if lost:
            wrong.append(f"{table.title} (halaman {table.page})\n{lost}")
    assert not wrong, "\n".join(wrong)
    text = reading.text()
    assert [k for k in ajung.SENTENCES if not fits([text], [tidy(k)])] == []
