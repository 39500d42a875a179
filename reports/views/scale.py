"""The scales of a kabupaten: those that are installed, and its own, entered with their bounds drawn before they are
stored."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from kecamatan.authority import arranged
from kecamatan.models import Kabupaten
from kecamatan.views.addresses import by, data, form_page
from reports.charts.scale import scale_strip
from sakip.capaian.inputs import Skala as FrozenSkala
from sakip.capaian.predikat import read_number
from sakip.entry.statuses import CONFLICT, INVALID
from sakip.entry.writer import RecordRefused
from sakip.models import Skala
from sakip.records.kebijakan.freeze import skala as frozen_scale
from sakip.records.kebijakan.scale_form import ScaleForm
from sakip.records.kebijakan.scale_rows import telling_values
from sakip.records.kebijakan.scale_save import scale_remove, scale_save, why_scale_is_kept, why_scale_stays
from sakip.records.wilayah.delete_page import delete_page


@require_safe
def listing(request: HttpRequest, kode: str) -> HttpResponse:
    """Every scale of capaian that the kabupaten may choose, its own first (3 queries)."""
    kabupaten = _arranged_or_404(request, kode)
    rows = Skala.objects.offered_to(kabupaten.pk).filter(untuk=Skala.Untuk.CAPAIAN)
    scales = [
        {"row": row, "scale": frozen_scale(row)}
        for row in rows.prefetch_related("kategori").order_by(F("kabupaten").desc(nulls_last=True), "kode")
    ]
    return render(request, "reports/scale/listing.html", {"kabupaten": kabupaten, "scales": scales})


@form_page
def new(request: HttpRequest, kode: str) -> HttpResponse:
    """A scale of its own: shown first, then stored as it was shown."""
    return _fill(request, _arranged_or_404(request, kode), None)


@form_page
def change(request: HttpRequest, kode: str, pk: int) -> HttpResponse:
    """One of its own scales, unless it measures a year."""
    kabupaten = _arranged_or_404(request, kode)
    return _fill(request, kabupaten, get_object_or_404(Skala, kabupaten=kabupaten, pk=pk))


@form_page
def delete(request: HttpRequest, kode: str, pk: int) -> HttpResponse:
    """Ask, then take away one of its own scales that nothing reads."""
    kabupaten = _arranged_or_404(request, kode)
    scale = get_object_or_404(Skala, kabupaten=kabupaten, pk=pk)
    return delete_page(
        request,
        row=f'skala "{scale}"',
        kabupaten=kabupaten,
        stays=why_scale_stays(scale),
        empty="Tidak ada kebijakan pengukuran atau catatan lain yang memakainya.",
        back=reverse("skala", args=[kabupaten.kode]),
        remove=lambda why: scale_remove(scale=scale, by=by(request), why=why),
    )


def _fill(request: HttpRequest, kabupaten: Kabupaten, stored: Skala | None) -> HttpResponse:
    form = ScaleForm(data(request), stored=stored)
    kept = why_scale_is_kept(stored) if stored else ""
    shown: dict[str, Any] = {"form": form, "kabupaten": kabupaten, "stored": stored, "kept": kept}
    if kept:
        status = CONFLICT if form.is_bound else 200
        return render(request, "reports/scale/form.html", shown, status=status)
    if form.is_bound and form.is_valid() and form.scale is not None:
        if form.confirmed:
            try:
                scale_save(
                    kabupaten=kabupaten,
                    scale=form.scale,
                    stored=stored,
                    seen=request.POST.get("sidik", ""),
                    by=by(request),
                )
            except RecordRefused as error:
                form.add_error(None, str(error))
            else:
                messages.success(
                    request,
                    f'Skala "{form.scale.nama}" tersimpan. Pilih skala ini pada kebijakan pengukuran.',
                )
                return redirect("skala", kabupaten.kode)
        shown |= {"drawing": _drawing(form.scale), "readings": _readings(form.scale)}
    status = INVALID if form.errors else 200
    return render(request, "reports/scale/form.html", shown, status=status)


def _arranged_or_404(request: HttpRequest, kode: str) -> Kabupaten:
    """The kabupaten of the address: 403 to who arranges none, 404 where it is not theirs."""
    return get_object_or_404(arranged(request.user), kode=kode)


def _drawing(scale: FrozenSkala) -> SafeString:
    return mark_safe(scale_strip(scale))  # noqa: S308  # made of numbers and of words that it escapes


def _readings(scale: FrozenSkala) -> list[dict[str, Any]]:
    """What each telling value is read as, by the engine that will read it."""
    bounds = {one.batas for one in scale.kategori}
    return [
        {"value": value, "predikat": read_number(value, scale).label, "is_bound": value in bounds}
        for value in telling_values(scale)
    ]
