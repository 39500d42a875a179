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
from sakip.entry.place import konteks, place_or_404
from sakip.entry.statuses import BENTROK, TERKUNCI, TIDAK_SAH
from sakip.entry.writer import RecordRefused
from sakip.models import PerjanjianKinerja
from sakip.records.pk.form import PKForm
from sakip.records.pk.writes import latest_pk, pk_dari_rkt, pk_perubahan


@require_POST
def murni(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """PK murni with what the RKT says."""
    tempat = place_or_404(request, slug, tahun)
    tempat.pastikan(Hak.ISI)
    try:
        hasil = pk_dari_rkt(kecamatan=tempat.kecamatan, tahun=tahun, oleh=tempat.pengguna)
    except InputError as galat:
        messages.error(request, str(galat))
        return back_to(tempat, "pk")
    messages.success(request, "PK murni dibuat. Isi tanggal dan para pihaknya.")
    for pesan in hasil.ditinggalkan:
        messages.warning(request, pesan)
    return back_to(tempat, "pk", f"#pk-{hasil.perjanjian.pk}")


@require_http_methods(["GET", "HEAD", "POST"])
def perubahan(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Ask why, where and when; then the next perubahan with the rows of the PK before it."""
    tempat = place_or_404(request, slug, tahun)
    tempat.pastikan(Hak.ISI)
    lama = latest_pk(tempat.kecamatan, tahun)
    if lama is None:
        messages.error(request, f"PK murni tahun {tahun} belum dicatat. Buat dahulu PK murni.")
        return back_to(tempat, "pk")
    versi = lama.versi + 1
    form = PKForm(
        request.POST if request.method == "POST" else None,
        instance=PerjanjianKinerja(
            kecamatan=tempat.kecamatan, tahun=tahun, jenis=PerjanjianKinerja.Jenis.PERUBAHAN, versi=versi
        ),
        initial={"tempat": lama.tempat},
        lingkup=tempat.lingkup,
    )
    status = TIDAK_SAH if form.is_bound else 200
    if form.is_valid():
        try:
            baru = pk_perubahan(form=form, oleh=tempat.pengguna)
        except (RecordRefused, YearClosed) as galat:
            form.add_error(None, str(galat))
            status = TERKUNCI if isinstance(galat, YearClosed) else BENTROK
        else:
            messages.success(
                request, f"PK perubahan ke-{baru.versi} dibuat. Ubah target dan anggaran yang berubah."
            )
            return back_to(tempat, "pk", f"#pk-{baru.pk}")
    return render(
        request,
        "sakip/entry/pk_perubahan.html",
        konteks(tempat, aktif="pk") | {"form": form, "versi": versi, "lama": lama},
        status=status,
    )
