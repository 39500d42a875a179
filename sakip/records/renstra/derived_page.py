"""A Renstra copied as its next perubahan."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from kecamatan.permissions import Hak
from sakip.entry.derived_page import back_to
from sakip.entry.place import konteks, place_or_404
from sakip.entry.writer import RecordRefused
from sakip.models import Renstra
from sakip.records.renstra.writes import renstra_copy_perubahan


@require_http_methods(["GET", "HEAD", "POST"])
def copy(request: HttpRequest, slug: str, tahun: int, pk: int) -> HttpResponse:
    """Ask, then copy a Renstra as its next perubahan."""
    tempat = place_or_404(request, slug, tahun)
    renstra = get_object_or_404(
        Renstra.objects.for_user(request.user).for_kecamatan(tempat.kecamatan).select_related("kecamatan"),
        pk=pk,
    )
    tempat.pastikan(Hak.ISI)
    if request.method != "POST":
        return render(
            request,
            "sakip/entry/renstra_copy.html",
            konteks(tempat, aktif="renstra") | {"renstra": renstra, "versi": renstra.versi + 1},
        )
    try:
        baru = renstra_copy_perubahan(renstra=renstra, tahun=tahun, oleh=tempat.pengguna)
    except RecordRefused as galat:
        messages.error(request, str(galat))
        return back_to(tempat, "renstra")
    messages.success(
        request,
        f"Renstra perubahan ke-{baru.versi} dibuat. Isi dasar dan tanggalnya, lalu ubah yang berubah.",
    )
    return back_to(tempat, "renstra", f"#renstra-{baru.pk}")
