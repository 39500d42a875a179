"""The trail on a page: that of one row, and that of a whole year, also of rows that are gone and of what a workbook
changed."""

from __future__ import annotations

from typing import Any, Final

from django.apps import apps
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kecamatan.ground.trail import record_history
from kecamatan.models import Jejak
from sakip.entry.filter_forms import HistoryFilterForm
from sakip.entry.place import page_context, place_or_404
from sakip.entry.row_place import row_place

PER_PAGE: Final = 50


@require_safe
def tahun(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Every change of the kecamatan-year, latest first; ``?jenis=`` narrows it to one kind of record."""
    here = place_or_404(request, slug, tahun)
    entries = Jejak.objects.for_user(request.user).for_kecamatan(here.kecamatan).for_tahun(tahun)
    kode = sorted(entries.order_by().values_list("objek_jenis", flat=True).distinct())
    kind = request.GET.get("jenis", "")
    if kind in kode:
        entries = entries.filter(objek_jenis=kind)
    pages = Paginator(entries.select_related("pengguna"), PER_PAGE).get_page(request.GET.get("halaman"))
    return render(
        request,
        "sakip/year_history.html",
        page_context(here, active="riwayat")
        | {
            "page": pages,
            "history": [one | {"kind": sebutan(one["jejak"].objek_jenis)} for one in steps(pages)],
            "form": HistoryFilterForm(initial={"jenis": kind}, kinds=[(one, sebutan(one)) for one in kode])
            if kode
            else None,
            "chosen_kind": kind if kind in kode else "",
        },
    )


@require_safe
def read_history(request: HttpRequest, slug: str, tahun: int, jenis: str, pk: int) -> HttpResponse:
    """Who changed what, when, from what to what, and why."""
    place = row_place(request, slug, tahun, jenis, writing=False)
    row = place.row(pk)
    return place.render("history", row=row, history=steps(record_history(row)))


def steps(jejak: Any) -> list[dict[str, Any]]:
    """Entries of the trail as a page shows them: each with the columns that changed, old and new."""
    return [
        {
            "jejak": one,
            "columns": [
                (nama, (one.sebelum or {}).get(nama, ""), (one.sesudah or {}).get(nama, ""))
                for nama in dict.fromkeys([*(one.sebelum or {}), *(one.sesudah or {})])
                if not nama.startswith("_")
            ],
        }
        for one in jejak
    ]


def sebutan(kind: str) -> str:
    """ "sakip.barispk" → "Baris PK"; a word that names no model stays as it is."""
    app, _, nama = kind.partition(".")
    try:
        model: Any = apps.get_model(app, nama)
    except (LookupError, ValueError):
        return kind
    word = str(model._meta.verbose_name)
    return word[:1].upper() + word[1:]
