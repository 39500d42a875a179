"""Bukti dukung: uploaded, fetched and deleted by those who may. Never served from its folder."""

from __future__ import annotations

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kecamatan.permissions import Hak, unit_operator
from sakip.entry.lock import YearClosed
from sakip.entry.place import Tempat, konteks, place_or_404
from sakip.entry.reason_form import ChangeReasonForm
from sakip.entry.statuses import TERKUNCI, TIDAK_SAH
from sakip.models import BuktiDukung
from sakip.records.realisasi.detail_forms import BuktiForm
from sakip.records.realisasi.detail_page import show
from sakip.records.realisasi.evidence import JENIS_BUKTI, BuktiRefused, bukti_delete, bukti_upload
from sakip.records.realisasi.grid import say_triwulan
from sakip.records.realisasi.grid_page import KODE, indikator_or_404
from sakip.records.realisasi.writes import ensure_unit, realisasi_tersimpan


@require_POST
def upload(request: HttpRequest, slug: str, tahun: int, pk: int) -> HttpResponse:
    """Attach a file to one of the indikator's values."""
    tempat = place_or_404(request, slug, tahun)
    tempat.pastikan(Hak.ISI)
    indikator = indikator_or_404(tempat.kecamatan, pk)
    ensure_unit(indikator, unit_operator(tempat.pengguna, tempat.kecamatan))
    terisi = realisasi_tersimpan(indikator=indikator, tahun=tahun)
    form = BuktiForm(request.POST, request.FILES, terisi=terisi)
    if not form.is_valid():
        return show(request, tempat, indikator, form_bukti=form)
    try:
        bukti_upload(lingkup=tempat.lingkup, oleh=tempat.pengguna, **form.cleaned_data)
    except (BuktiRefused, YearClosed) as galat:
        form.add_error("berkas", str(galat))
        return show(request, tempat, indikator, form_bukti=form)
    messages.success(request, "Bukti dukung tersimpan.")
    return redirect("realisasi-rincian", slug, tahun, pk)


@never_cache
@require_safe
def download(request: HttpRequest, slug: str, tahun: int, pk: int) -> FileResponse:
    """The file itself, always as a download: what people upload is never shown as a page of ours."""
    tempat = place_or_404(request, slug, tahun)
    bukti = _bukti(request, tempat, pk)
    try:
        isi = bukti.berkas.open("rb")
    except FileNotFoundError as galat:
        raise Http404(f"bukti {pk} hilang") from galat
    ekstensi = f".{bukti.nama.rpartition('.')[2].lower()}"
    jenis = JENIS_BUKTI.get(ekstensi, "application/octet-stream")
    return FileResponse(
        isi,
        as_attachment=True,
        filename=bukti.nama,
        content_type=jenis,
        headers={"X-Content-Type-Options": "nosniff"},
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, slug: str, tahun: int, pk: int) -> HttpResponse:
    """Ask, then delete."""
    tempat = place_or_404(request, slug, tahun)
    bukti = _bukti(request, tempat, pk)
    tempat.pastikan(Hak.ISI)
    indikator = indikator_or_404(tempat.kecamatan, bukti.realisasi.indikator_id)
    ensure_unit(indikator, unit_operator(tempat.pengguna, tempat.kecamatan))
    form = ChangeReasonForm(request.POST if request.method == "POST" else None, menghapus=True)
    lain = {
        "bukti": bukti,
        "form": form,
        "indikator": indikator,
        "sebut_masa": say_triwulan(bukti.realisasi.triwulan),
    }
    halaman = "sakip/realisasi/bukti_delete.html"
    if not form.is_valid():  # also of a page that only asks
        status = TIDAK_SAH if form.is_bound else 200
        return render(request, halaman, konteks(tempat, aktif=KODE) | lain, status=status)
    try:
        bukti_delete(lingkup=tempat.lingkup, bukti=bukti, oleh=tempat.pengguna, alasan=form.reason)
    except YearClosed as galat:
        lain["galat"] = str(galat)
        return render(request, halaman, konteks(tempat, aktif=KODE) | lain, status=TERKUNCI)
    messages.success(request, f"Bukti dukung {bukti.nama} dihapus.")
    return redirect("realisasi-rincian", slug, tahun, indikator.pk)


def _bukti(request: HttpRequest, tempat: Tempat, pk: int) -> BuktiDukung:
    return get_object_or_404(
        BuktiDukung.objects.for_user(request.user)
        .for_kecamatan(tempat.kecamatan)
        .for_tahun(tempat.tahun)
        .select_related("realisasi__indikator"),
        pk=pk,
    )
