"""Searching the nomenklatur of the year, on the way to a new row."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from kecamatan.ground.whole_numbers import whole
from sakip.entry.filter_forms import LONGEST_WORD, NomenklaturSearchForm
from sakip.entry.kinds import ROW_KINDS
from sakip.entry.place import page_context, place_or_404
from sakip.records import forms as everything  # noqa: F401  # registers every kind of row
from sakip.records.nomenklatur.codes import find, tree
from sakip.records.nomenklatur.form import NomenklaturForm


@require_safe
def nomenklatur(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Program › kegiatan › sub kegiatan by code or words (``?q=``); ``purpose`` and ``parent`` say for which new
    row."""
    here = place_or_404(request, slug, tahun)
    purpose, parent = request.GET.get("untuk", ""), request.GET.get("induk", "")
    kind = ROW_KINDS.get(purpose)
    if purpose and (kind is None or not issubclass(kind.form, NomenklaturForm)):
        raise Http404(f"isian {purpose}")
    if parent and whole(parent) is None:
        raise Http404(f"induk {parent}")
    word = request.GET.get("q", "").strip()[:LONGEST_WORD]
    all_nodes = tree(kecamatan=here.kecamatan, tahun=tahun)
    results = find(all_nodes, word)
    choose = ""
    if kind is not None and here.may_enter:
        start = reverse("baris-baru", args=[slug, tahun, kind.kode])
        choose = (
            f"{start}?{urlencode({'induk': parent} if parent else {})}{'&' if parent else ''}nomenklatur="
        )
    return render(
        request,
        "sakip/entry/nomenklatur.html",
        page_context(here, active=kind.dokumen if kind else "rkt")
        | {
            "word": word,
            "form": NomenklaturSearchForm(initial={"q": word, "untuk": purpose, "induk": parent}),
            "kind": kind,
            "choose": choose,
            "found": results,
            "count": sum(1 for p in results for _ in p.traverse()),
            "present": bool(all_nodes),
        },
    )
