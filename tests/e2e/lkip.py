"""Reads the LKIP that a browser shows, and compares its tables with what was worked out by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from playwright.sync_api import Page

from kecamatan.models import Kecamatan
from reports.document.tree import Dokumen
from reports.publish.assemble import arrange, build_draft
from tests.flows.pdf_tables import PdfTable, fits, match, named_table, titles
from tests.flows.read_pdf import tidy

Tables = Mapping[str, Sequence[Sequence[str]]]

_TABLES = """(sheet) => {
  const rows = (part) => [...part.rows].map((row) => [...row.cells].map((cell) => cell.innerText));
  return [...sheet.querySelectorAll("table")].filter((table) => table.tHead)
    .map((table) => [rows(table.tHead), [...table.tBodies].flatMap(rows)]);
}"""


def check_lkip_on_screen(page: Page, slug: str, tahun: int, tables: Tables, sentences: Sequence[str]) -> str:
    """Every table, by its title in the document, and every sentence is on the page of the document; returns its words.

    That the PDF says what the page does is shown in tests/flows.
    """
    page.get_by_role("navigation", name="Dokumen tahun").get_by_role("link", name="LKIP", exact=True).click()
    sheet = page.locator("article.dokumen")
    everything = [
        PdfTable(title, 0, *(tuple(tuple(map(tidy, row)) for row in part) for part in parts))
        for title, parts in zip(titles(_lkip(slug, tahun)), sheet.evaluate(_TABLES), strict=True)
    ]
    text = tidy(sheet.inner_text())
    wrong = []
    for title, expect in tables.items():
        table = named_table(everything, title)
        _, lost = match(table, expect)
        if lost:
            wrong.append(f"{table.title}\n{lost}")
    assert not wrong, "\n".join(wrong)
    unsaid = [k for k in sentences if not fits([text], [tidy(k)])]
    assert not unsaid, unsaid
    return text


def _lkip(slug: str, tahun: int) -> Dokumen:
    return arrange(build_draft(kecamatan=Kecamatan.objects.get(slug=slug), tahun=tahun), "lkip").dokumen
