"""A Perjanjian Kinerja made from what is recorded: murni from the RKT, a perubahan from the PK before it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from kecamatan.ground.errors import InputError
from kecamatan.permissions import Hak
from sakip.entry.derived_page import back_to
from sakip.entry.lock import YearClosed
from sakip.entry.place import page_context, place_or_404
from sakip.entry.statuses import CLOSED, CONFLICT, INVALID
from sakip.entry.writer import RecordRefused
from sakip.models import PerjanjianKinerja
from sakip.records.pk.form import PKForm
from sakip.records.pk.writes import latest_pk, pk_from_rkt, pk_perubahan


@require_POST
def murni(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """PK murni with what the RKT says."""
    here = place_or_404(request, slug, tahun)
    here.pastikan(Hak.ISI)
    try:
        result = pk_from_rkt(kecamatan=here.kecamatan, tahun=tahun, by=here.pengguna)
    except InputError as error:
        messages.error(request, str(error))
        return back_to(here, "pk")
    messages.success(request, "PK murni dibuat. Isi tanggal dan para pihaknya.")
    for message in result.left_behind:
        messages.warning(request, message)
    return back_to(here, "pk", f"#pk-{result.perjanjian.pk}")


@require_http_methods(["GET", "HEAD", "POST"])
def perubahan(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Ask why, where and when; then the next perubahan with the rows of the PK before it."""
    here = place_or_404(request, slug, tahun)
    here.pastikan(Hak.ISI)
    old = latest_pk(here.kecamatan, tahun)
    if old is None:
        messages.error(request, f"PK murni tahun {tahun} belum dicatat. Buat dahulu PK murni.")
        return back_to(here, "pk")
    versi = old.versi + 1
    form = PKForm(
        request.POST if request.method == "POST" else None,
        instance=PerjanjianKinerja(
            kecamatan=here.kecamatan, tahun=tahun, jenis=PerjanjianKinerja.Jenis.PERUBAHAN, versi=versi
        ),
        initial={"tempat": old.tempat},
        scope=here.scope,
    )
    status = INVALID if form.is_bound else 200
    if form.is_valid():
        try:
            new = pk_perubahan(form=form, by=here.pengguna)
        except (RecordRefused, YearClosed) as error:
            form.add_error(None, str(error))
            status = CLOSED if isinstance(error, YearClosed) else CONFLICT
        else:
            messages.success(
                request, f"PK perubahan ke-{new.versi} dibuat. Ubah target dan anggaran yang berubah."
            )
            return back_to(here, "pk", f"#pk-{new.pk}")
    return render(
        request,
        "sakip/entry/pk_perubahan.html",
        page_context(here, active="pk") | {"form": form, "versi": versi, "old": old},
        status=status,
    )
