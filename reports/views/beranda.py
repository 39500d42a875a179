"""The first page after signing in: the kecamatan-years in the user's scope."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from reports.selectors import tahun_kecamatan


@require_safe
def beranda(request: HttpRequest) -> HttpResponse:
    """Every kecamatan-year with the documents that it holds; ``kecamatan`` and ``tahun`` narrow the list."""
    semua = tahun_kecamatan(request.user)
    slug, tahun = request.GET.get("kecamatan", ""), request.GET.get("tahun", "")
    terpilih = [
        baris
        for baris in semua
        if (not slug or baris.kecamatan.slug == slug) and (not tahun or str(baris.tahun) == tahun)
    ]
    return render(
        request,
        "reports/beranda.html",
        {
            "baris": terpilih,
            "jumlah_semua": len(semua),
            "semua_kecamatan": list(dict.fromkeys(baris.kecamatan for baris in semua)),
            "semua_tahun": sorted({baris.tahun for baris in semua}, reverse=True),
            "pilihan_kecamatan": slug,
            "pilihan_tahun": tahun,
        },
    )
