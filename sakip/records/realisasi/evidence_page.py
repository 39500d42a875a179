"""Bukti dukung: uploaded, fetched and deleted by those who may. Never served from its folder."""

from __future__ import annotations

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from kecamatan.ground.methods import post_only
from kecamatan.permissions import Hak
from sakip.entry.lock import YearClosed
from sakip.entry.place import EntryPlace, page_context, place_or_404
from sakip.entry.reason_form import ChangeReasonForm
from sakip.entry.statuses import CLOSED, INVALID
from sakip.models import BuktiDukung, Indikator
from sakip.records.realisasi.detail_forms import BuktiForm, keep_remark
from sakip.records.realisasi.detail_page import show
from sakip.records.realisasi.evidence import BUKTI_KINDS, BuktiRefused, bukti_delete, bukti_upload
from sakip.records.realisasi.grid import say_triwulan
from sakip.records.realisasi.grid_page import KODE, indikator_or_404
from sakip.records.realisasi.writes import stored_realisasi


@post_only
def upload(request: HttpRequest, slug: str, tahun: int, pk: int) -> HttpResponse:
    """Attach a file to one of the indikator's values."""
    here = place_or_404(request, slug, tahun)
    indikator = indikator_or_404(here.kecamatan, pk)
    here.reach.ensure_for(Hak.REALISASI, indikator)
    refused = evidence_sent(request, here, indikator)
    if refused is not None:
        return show(request, here, indikator, bukti_form=refused)
    keep_remark(request, tahun, indikator)
    return redirect("realisasi-rincian", slug, tahun, pk)


def evidence_sent(request: HttpRequest, here: EntryPlace, indikator: Indikator) -> BuktiForm | None:
    """Store the file that the page of the indikator sent and say so; its form where it was refused."""
    filled = stored_realisasi(indikator=indikator, tahun=here.tahun)
    form = BuktiForm(request.POST, request.FILES, filled=filled)
    if not form.is_valid():
        return form
    try:
        bukti_upload(scope=here.scope, by=here.pengguna, **form.cleaned_data)
    except (BuktiRefused, YearClosed) as error:
        form.add_error("berkas", str(error))
        return form
    messages.success(request, "Bukti dukung tersimpan.")
    return None


@never_cache
@require_safe
def download(request: HttpRequest, slug: str, tahun: int, pk: int) -> FileResponse:
    """The file itself, always as a download: what people upload is never shown as a page of ours."""
    here = place_or_404(request, slug, tahun)
    bukti = _bukti(request, here, pk)
    try:
        content = bukti.berkas.open("rb")
    except FileNotFoundError as error:
        raise Http404(f"bukti {pk} hilang") from error
    extension = f".{bukti.nama.rpartition('.')[2].lower()}"
    kind = BUKTI_KINDS.get(extension, "application/octet-stream")
    return FileResponse(
        content,
        as_attachment=True,
        filename=bukti.nama,
        content_type=kind,
        headers={"X-Content-Type-Options": "nosniff"},
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, slug: str, tahun: int, pk: int) -> HttpResponse:
    """Ask, then delete."""
    here = place_or_404(request, slug, tahun)
    bukti = _bukti(request, here, pk)
    indikator = indikator_or_404(here.kecamatan, bukti.realisasi.indikator_id)
    here.reach.ensure_for(Hak.REALISASI, indikator)
    form = ChangeReasonForm(request.POST if request.method == "POST" else None, deletes=True)
    others = {
        "bukti": bukti,
        "form": form,
        "indikator": indikator,
        "period_words": say_triwulan(bukti.realisasi.triwulan),
    }
    page = "sakip/realisasi/bukti_delete.html"
    if not form.is_valid():  # also of a page that only asks
        status = INVALID if form.is_bound else 200
        return render(request, page, page_context(here, active=KODE, measures=True) | others, status=status)
    try:
        bukti_delete(scope=here.scope, bukti=bukti, by=here.pengguna, alasan=form.reason)
    except YearClosed as error:
        others["error"] = str(error)
        return render(request, page, page_context(here, active=KODE, measures=True) | others, status=CLOSED)
    messages.success(request, f"Bukti dukung {bukti.nama} dihapus.")
    return redirect("realisasi-rincian", slug, tahun, indikator.pk)


def _bukti(request: HttpRequest, here: EntryPlace, pk: int) -> BuktiDukung:
    return get_object_or_404(
        BuktiDukung.objects.for_user(request.user)
        .for_kecamatan(here.kecamatan)
        .for_tahun(here.tahun)
        .select_related("realisasi__indikator"),
        pk=pk,
    )
