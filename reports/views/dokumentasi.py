"""Photos: taken in, followed while the worker makes pictures of them, and put in order."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from kecamatan.permissions import Hak
from reports.forms.dokumentasi import UploadForm
from reports.models import Dokumentasi, FotoMasuk
from reports.photos.incoming import PHOTO_WORK, foto_discard, foto_receive, nama_kecil
from reports.views.document import picture
from sakip.entry.lock import YearClosed
from sakip.entry.page import EntryPage
from sakip.entry.place import Tempat, konteks, place_or_404
from sakip.entry.statuses import TERKUNCI, TIDAK_SAH
from sakip.records.pages import PAGES


def arrange(tempat: Tempat) -> dict[str, Any]:
    """The photos in printed order, the uploads under way, and a form for more."""
    return _isi(tempat, UploadForm(lingkup=tempat.lingkup))


PAGES["dokumentasi"] = EntryPage(code="dokumentasi", compose=arrange)


@require_POST
def upload(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Take photos in; the page then shows how far each of them is."""
    tempat = place_or_404(request, slug, tahun)
    tempat.pastikan(Hak.ISI)
    form = UploadForm(request.POST, request.FILES, lingkup=tempat.lingkup)
    if not form.is_valid():
        return _halaman(request, tempat, form, TIDAK_SAH)
    try:
        masuk = foto_receive(
            kecamatan=tempat.kecamatan,
            tahun=tahun,
            berkas=form.cleaned_data["foto"],
            keterangan=form.cleaned_data["keterangan"],
            letak=form.cleaned_data["letak"],
            oleh=tempat.pengguna,
        )
    except YearClosed as galat:
        form.add_error(None, str(galat))
        return _halaman(request, tempat, form, TERKUNCI)
    messages.success(request, f"{len(masuk)} foto diterima dan sedang diolah.")
    return redirect(f"{_alamat(tempat)}#foto-masuk")


@never_cache
@require_safe
def keadaan(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """The uploads under way, for the script that looks again."""
    tempat = place_or_404(request, slug, tahun)
    return render(
        request, "reports/photos/_incoming.html", konteks(tempat, aktif="narasi") | _sign_in(tempat)
    )


@require_POST
def discard(request: HttpRequest, slug: str, tahun: int, pk: int) -> HttpResponse:
    """Take an upload that failed, or that nobody works on, off the list."""
    tempat = place_or_404(request, slug, tahun)
    tempat.pastikan(Hak.ISI)
    masuk = get_object_or_404(
        FotoMasuk.objects.for_user(request.user).for_kecamatan(tempat.kecamatan).for_tahun(tahun), pk=pk
    )
    if masuk.status == FotoMasuk.Status.GAGAL or PHOTO_WORK.is_left_behind(masuk, timezone.now()):
        foto_discard(masuk=masuk)
    return redirect(f"{_alamat(tempat)}#foto-masuk")


@require_safe
def kecil(request: HttpRequest, slug: str, tahun: int, sha256: str) -> HttpResponse:
    """The small picture of a photo; the photo itself where it was made without one."""
    tempat = place_or_404(request, slug, tahun)
    foto = get_object_or_404(
        Dokumentasi.objects.for_user(request.user).for_kecamatan(tempat.kecamatan).for_tahun(tahun),
        sha256=sha256,
    )
    nama = foto.foto.name or ""
    return picture(nama_kecil(nama), nama)


def _alamat(tempat: Tempat) -> str:
    return reverse("isi", args=[tempat.kecamatan.slug, tempat.tahun, "dokumentasi"])


def _halaman(request: HttpRequest, tempat: Tempat, form: UploadForm, status: int) -> HttpResponse:
    lain = konteks(tempat, aktif="dokumentasi") | _isi(tempat, form)
    return render(request, "sakip/entry/dokumentasi.html", lain, status=status)


def _isi(tempat: Tempat, form: UploadForm) -> dict[str, Any]:
    foto = Dokumentasi.objects.for_kecamatan(tempat.kecamatan).for_tahun(tempat.tahun)
    return {
        "aktif": "narasi",
        "form": form,
        "daftar_foto": list(foto.select_related("program", "kegiatan", "sub_kegiatan")),
    } | _sign_in(tempat)


def _sign_in(tempat: Tempat) -> dict[str, Any]:
    sekarang = timezone.now()
    semua = list(FotoMasuk.objects.for_kecamatan(tempat.kecamatan).for_tahun(tempat.tahun))
    daftar = [(masuk, PHOTO_WORK.is_left_behind(masuk, sekarang)) for masuk in semua]
    return {
        "daftar_masuk": daftar,
        "mengolah": any(m.status != FotoMasuk.Status.GAGAL and not henti for m, henti in daftar),
    }
