"""Entry page of a document: laid out like its official table, with what can be done at every row.

Each record that has one declares it in its ``page.py`` (:class:`sakip.entry.page.EntryPage`) and is found by itself;
rooms above add theirs to :data:`PAGES`.
"""

from __future__ import annotations

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sakip.entry.findings_panel import page_findings
from sakip.entry.page import EntryPage
from sakip.entry.place import page_context, place_or_404
from sakip.records import forms as everything  # noqa: F401  # registers every kind of row
from sakip.records import rooms
from sakip.records.tables_page import TABLES
from sakip.records.upstream_page import differing

#: Every page of entry by its code.
PAGES: Final[dict[str, EntryPage]] = {
    page.code: page for page in (module.PAGE for module in rooms.load("page"))
}


def titled_pages() -> list[EntryPage]:
    """Those that Ringkasan leads to beside the documents of the year."""
    return [page for page in PAGES.values() if page.title]


@require_safe
def isi(request: HttpRequest, slug: str, tahun: int, kode: str) -> HttpResponse:
    """The entry page of the document of that code."""
    here = place_or_404(request, slug, tahun)
    page = PAGES.get(kode)
    if page is None:
        raise Http404(f"isi {kode}")
    shown = page.compose(here)
    return render(
        request,
        page.template_name,
        page_context(here, active=page.within or kode)
        | {"paste_code": kode}
        | {"temuan": page_findings(here, page, shown), "differing": differing(here, kode)}
        | {"as_table": kode if kode in TABLES else ""}
        | shown,
    )
