"""A Renstra copied as its next perubahan."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from kecamatan.permissions import Hak
from sakip.entry.derived_page import back_to
from sakip.entry.place import page_context, place_or_404
from sakip.entry.writer import RecordRefused
from sakip.models import Renstra
from sakip.records.renstra.writes import renstra_copy_perubahan


@require_http_methods(["GET", "HEAD", "POST"])
def copy(request: HttpRequest, slug: str, tahun: int, pk: int) -> HttpResponse:
    """Ask, then copy a Renstra as its next perubahan."""
    here = place_or_404(request, slug, tahun)
    renstra = get_object_or_404(
        Renstra.objects.for_user(request.user).for_kecamatan(here.kecamatan).select_related("kecamatan"),
        pk=pk,
    )
    here.pastikan(Hak.ISI)
    if request.method != "POST":
        return render(
            request,
            "sakip/entry/renstra_copy.html",
            page_context(here, active="renstra") | {"renstra": renstra, "versi": renstra.versi + 1},
        )
    try:
        new = renstra_copy_perubahan(renstra=renstra, tahun=tahun, by=here.pengguna)
    except RecordRefused as error:
        messages.error(request, str(error))
        return back_to(here, "renstra")
    messages.success(
        request,
        f"Renstra perubahan ke-{new.versi} dibuat. Isi dasar dan tanggalnya, lalu ubah yang berubah.",
    )
    return back_to(here, "renstra", f"#renstra-{new.pk}")
