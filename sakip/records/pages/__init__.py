"""Entry page of a document: laid out like its official table, with what can be done at every row.

One module per document; each has ``susun(tempat) -> dict`` (its queries, a fixed number) and its template
``templates/sakip/isi/<kode>.html``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sakip.entry.findings_panel import page_findings
from sakip.entry.place import Tempat, konteks, tempat_atau_404
from sakip.records import forms as semua  # noqa: F401  # registers every kind of row
from sakip.records.anggaran import page as anggaran
from sakip.records.iku import page as iku
from sakip.records.kebijakan import page as pengaturan
from sakip.records.pembanding import page as pembanding
from sakip.records.pk import page as pk
from sakip.records.profil import page as profil
from sakip.records.rencana_aksi import page as rencana_aksi
from sakip.records.renstra import page as renstra
from sakip.records.rkt import page as rkt

#: Code of the page → what its template shows.
SUSUN: Final[dict[str, Callable[[Tempat], dict[str, Any]]]] = {
    "renstra": renstra.susun,
    "rkt": rkt.susun,
    "pk": pk.susun,
    "iku": iku.susun,
    "rencana-aksi": rencana_aksi.susun,
    "anggaran": anggaran.susun,
    "profil": profil.susun,
    "pembanding": pembanding.susun,
    "pengaturan": pengaturan.susun,
}

#: Pages of entry that belong to another page of the year.
MENURUT: Final = {"pembanding": "realisasi"}


@require_safe
def isi(request: HttpRequest, slug: str, tahun: int, kode: str) -> HttpResponse:
    """The entry page of the document of that code."""
    tempat = tempat_atau_404(request, slug, tahun)
    if kode not in SUSUN:
        raise Http404(f"isi {kode}")
    aktif = MENURUT.get(kode, kode)
    return render(
        request,
        f"sakip/isi/{kode}.html",
        konteks(tempat, aktif=aktif) | {"temuan": page_findings(tempat, kode)} | SUSUN[kode](tempat),
    )
