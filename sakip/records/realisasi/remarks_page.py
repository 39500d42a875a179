"""Remarks on an indikator, written and settled on its page.

Remarks and evidence are one form with a button for each: whichever is pressed, nothing that was typed or chosen for the
other is lost. A remark that was not sent stands there again; a file, which no page can show again, is stored with it.
"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from kecamatan.ground.methods import post_only
from kecamatan.permissions import Hak
from sakip.entry.place import EntryPlace, place_or_404
from sakip.models import Indikator, KomentarRealisasi
from sakip.records.realisasi.detail_forms import BuktiForm, CommentForm, keep_remark
from sakip.records.realisasi.detail_page import show
from sakip.records.realisasi.evidence_page import evidence_sent
from sakip.records.realisasi.grid_page import indikator_or_404
from sakip.records.realisasi.remarks import comment_close, comment_write


@post_only
def komentar(request: HttpRequest, slug: str, tahun: int, pk: int) -> HttpResponse:
    """Write a remark."""
    here = place_or_404(request, slug, tahun)
    indikator = indikator_or_404(here.kecamatan, pk)
    here.reach.ensure_for(Hak.KOMENTAR, indikator)
    form = CommentForm(request.POST)
    if form.is_valid():
        comment_write(scope=here.scope, indikator=indikator, by=here.pengguna, **form.cleaned_data)
        messages.success(request, "Komentar tersimpan.")
    refused = _file_refused(request, here, indikator)
    if form.is_valid() and refused is None:
        return redirect("realisasi-rincian", slug, tahun, pk)
    return show(
        request,
        here,
        indikator,
        komentar_form=CommentForm() if form.is_valid() else form,
        bukti_form=refused,
    )


@post_only
def finish(request: HttpRequest, slug: str, tahun: int, pk: int) -> HttpResponse:
    """Settle a remark."""
    here = place_or_404(request, slug, tahun)
    one = get_object_or_404(
        KomentarRealisasi.objects.for_user(request.user)
        .for_kecamatan(here.kecamatan)
        .for_tahun(tahun)
        .select_related("indikator"),
        pk=pk,
    )
    here.reach.ensure_for(Hak.KOMENTAR, one.indikator)
    comment_close(scope=here.scope, komentar=one, by=here.pengguna)
    messages.success(request, "Komentar ditandai selesai.")
    refused = _file_refused(request, here, one.indikator)
    if refused is not None:
        return show(request, here, one.indikator, bukti_form=refused)
    keep_remark(request, tahun, one.indikator)
    return redirect("realisasi-rincian", slug, tahun, one.indikator_id)


def _file_refused(request: HttpRequest, here: EntryPlace, indikator: Indikator) -> BuktiForm | None:
    """Store the file that came along, where one was chosen; its form where it was refused."""
    if not request.FILES or not here.reach.includes(Hak.REALISASI, indikator):
        return None
    return evidence_sent(request, here, indikator)
