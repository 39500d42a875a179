"""The trail of a whole year: also of rows that are gone, and of what a workbook changed."""

from __future__ import annotations

from typing import Any, Final

from django.apps import apps
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kecamatan.models import Jejak
from sakip.entry.filter_forms import HistoryFilterForm
from sakip.entry.place import konteks, place_or_404
from sakip.entry.row_pages import langkah

PER_HALAMAN: Final = 50


@require_safe
def tahun(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Every change of the kecamatan-year, latest first; ``?jenis=`` narrows it to one kind of record."""
    tempat = place_or_404(request, slug, tahun)
    semua = Jejak.objects.for_user(request.user).for_kecamatan(tempat.kecamatan).for_tahun(tahun)
    kode = sorted(semua.order_by().values_list("objek_jenis", flat=True).distinct())
    jenis = request.GET.get("jenis", "")
    if jenis in kode:
        semua = semua.filter(objek_jenis=jenis)
    halaman = Paginator(semua.select_related("pengguna"), PER_HALAMAN).get_page(request.GET.get("halaman"))
    return render(
        request,
        "sakip/year_history.html",
        konteks(tempat, aktif="riwayat")
        | {
            "halaman": halaman,
            "riwayat": [satu | {"jenis": sebutan(satu["jejak"].objek_jenis)} for satu in langkah(halaman)],
            "form": HistoryFilterForm(
                initial={"jenis": jenis}, jenis=[(satu, sebutan(satu)) for satu in kode]
            )
            if kode
            else None,
            "pilihan_jenis": jenis if jenis in kode else "",
        },
    )


def sebutan(jenis: str) -> str:
    """ "sakip.barispk" → "Baris PK"; a word that names no model stays as it is."""
    app, _, nama = jenis.partition(".")
    try:
        model: Any = apps.get_model(app, nama)
    except (LookupError, ValueError):
        return jenis
    kata = str(model._meta.verbose_name)
    return kata[:1].upper() + kata[1:]
