"""Reads the LKIP that a browser has fetched, and compares its tables with what was worked out by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kecamatan.models import Kecamatan
from reports.publish.assemble import arrange, build_draft
from tests.flows.pdf_tables import fits, match, named_table, pdf_tables
from tests.flows.read_pdf import read_pdf, tidy


def check_lkip(
    pdf: bytes,
    slug: str,
    tahun: int,
    tables: Mapping[str, Sequence[Sequence[str]]],
    sentences: Sequence[str],
) -> str:
    """Every table, by its title in the document, and every sentence is in the PDF; returns its words."""
    dokumen = arrange(build_draft(kecamatan=Kecamatan.objects.get(slug=slug), tahun=tahun), "lkip").dokumen
    reading = read_pdf(pdf)
    everything = pdf_tables(reading.root, dokumen)
    wrong = []
    for title, expect in tables.items():
        table = named_table(everything, title)
        _, lost = match(table, expect)
        if lost:
            wrong.append(f"{table.title} (halaman {table.page})\n{lost}")
    assert not wrong, "\n".join(wrong)
    text = reading.text()
    assert [k for k in sentences if not fits([text], [tidy(k)])] == []
    return text
