"""Searching the nomenklatur of the year, on the way to a new row."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from sakip.entry.filter_forms import KATA_TERPANJANG, NomenklaturSearchForm
from sakip.entry.kinds import ROW_KINDS
from sakip.entry.place import konteks, place_or_404
from sakip.records import forms as semua  # noqa: F401  # registers every kind of row
from sakip.records.nomenklatur.codes import cari, pohon
from sakip.records.nomenklatur.form import NomenklaturForm


@require_safe
def nomenklatur(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Program › kegiatan › sub kegiatan by code or words (``?q=``); ``untuk`` and ``induk`` say for which new row."""
    tempat = place_or_404(request, slug, tahun)
    untuk, induk = request.GET.get("untuk", ""), request.GET.get("induk", "")
    isian = ROW_KINDS.get(untuk)
    if untuk and (isian is None or not issubclass(isian.form, NomenklaturForm)):
        raise Http404(f"isian {untuk}")
    if induk and not (induk.isascii() and induk.isdigit()):
        raise Http404(f"induk {induk}")
    kata = request.GET.get("q", "").strip()[:KATA_TERPANJANG]
    semua_simpul = pohon(kecamatan=tempat.kecamatan, tahun=tahun)
    hasil = cari(semua_simpul, kata)
    pilih = ""
    if isian is not None and tempat.boleh_isi:
        awal = reverse("baris-baru", args=[slug, tahun, isian.kode])
        pilih = f"{awal}?{urlencode({'induk': induk} if induk else {})}{'&' if induk else ''}nomenklatur="
    return render(
        request,
        "sakip/entry/nomenklatur.html",
        konteks(tempat, aktif=isian.dokumen if isian else "rkt")
        | {
            "kata": kata,
            "form": NomenklaturSearchForm(initial={"q": kata, "untuk": untuk, "induk": induk}),
            "isian": isian,
            "pilih": pilih,
            "hasil": hasil,
            "jumlah": sum(1 for p in hasil for _ in p.traverse()),
            "ada": bool(semua_simpul),
        },
    )
