"""Photos: taken in, followed while the worker makes pictures of them, and put in order."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from kecamatan.ground.errors import InputError
from kecamatan.ground.methods import post_only
from kecamatan.permissions import Hak
from reports.forms.dokumentasi import UploadForm
from reports.models import Dokumentasi, FotoMasuk
from reports.photos.incoming import PHOTO_WORK, foto_discard, foto_receive, small_name
from reports.views.document import picture
from sakip.entry.lock import YearClosed
from sakip.entry.page import EntryPage
from sakip.entry.place import EntryPlace, page_context, place_or_404
from sakip.entry.statuses import CLOSED, INVALID
from sakip.records.pages import PAGES
from sakip.web.pulse import pulse


def arrange(here: EntryPlace) -> dict[str, Any]:
    """The photos in printed order, the uploads under way, and a form for more."""
    return _content(here, UploadForm(scope=here.scope))


PAGES["dokumentasi"] = EntryPage(code="dokumentasi", compose=arrange)


@post_only
def upload(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Take photos in; the page then shows how far each of them is."""
    here = place_or_404(request, slug, tahun)
    here.ensure_right(Hak.ISI)
    form = UploadForm(request.POST, request.FILES, scope=here.scope)
    if not form.is_valid():
        return _pages(request, here, form, INVALID)
    try:
        sign_in = foto_receive(
            kecamatan=here.kecamatan,
            tahun=tahun,
            files=form.cleaned_data["foto"],
            keterangan=form.cleaned_data["keterangan"],
            location=form.cleaned_data["letak"],
            by=here.pengguna,
        )
    except InputError as error:
        form.add_error(None, str(error))
        return _pages(request, here, form, CLOSED if isinstance(error, YearClosed) else INVALID)
    messages.success(request, f"{len(sign_in)} foto diterima dan sedang diolah.")
    return redirect(f"{_address(here)}#foto-masuk")


@never_cache
@require_safe
def state(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """The uploads under way, for the script that looks again."""
    here = place_or_404(request, slug, tahun)
    return render(
        request, "reports/photos/_incoming.html", page_context(here, active="narasi") | _sign_in(here)
    )


@post_only
def discard(request: HttpRequest, slug: str, tahun: int, pk: int) -> HttpResponse:
    """Take an upload that failed, or that nobody works on, off the list."""
    here = place_or_404(request, slug, tahun)
    here.ensure_right(Hak.ISI)
    incoming = get_object_or_404(
        FotoMasuk.objects.for_user(request.user).for_kecamatan(here.kecamatan).for_tahun(tahun), pk=pk
    )
    if incoming.status == FotoMasuk.Status.GAGAL or PHOTO_WORK.is_left_behind(incoming, timezone.now()):
        foto_discard(incoming=incoming)
    return redirect(f"{_address(here)}#foto-masuk")


@require_safe
def small(request: HttpRequest, slug: str, tahun: int, sha256: str) -> HttpResponse:
    """The small picture of a photo; the photo itself where it was made without one."""
    here = place_or_404(request, slug, tahun)
    foto = get_object_or_404(
        Dokumentasi.objects.for_user(request.user).for_kecamatan(here.kecamatan).for_tahun(tahun),
        sha256=sha256,
    )
    nama = foto.foto.name or ""
    return picture(request, f"{sha256}-kecil", small_name(nama), nama)


def _address(here: EntryPlace) -> str:
    return reverse("isi", args=[here.kecamatan.slug, here.tahun, "dokumentasi"])


def _pages(request: HttpRequest, here: EntryPlace, form: UploadForm, status: int) -> HttpResponse:
    others = page_context(here, active="dokumentasi") | _content(here, form)
    return render(request, "sakip/entry/dokumentasi.html", others, status=status)


def _content(here: EntryPlace, form: UploadForm) -> dict[str, Any]:
    foto = Dokumentasi.objects.for_kecamatan(here.kecamatan).for_tahun(here.tahun)
    return {
        "active": "narasi",
        "form": form,
        "foto_list": list(foto.select_related("program", "kegiatan", "sub_kegiatan")),
    } | _sign_in(here)


def _sign_in(here: EntryPlace) -> dict[str, Any]:
    now = timezone.now()
    waiting = list(FotoMasuk.objects.for_kecamatan(here.kecamatan).for_tahun(here.tahun))
    listing = [(incoming, PHOTO_WORK.is_stalled(incoming, now)) for incoming in waiting]
    return {
        "incoming_list": listing,
        "silent_since": pulse().silent_since if listing else None,
        "processing": any(m.status != FotoMasuk.Status.GAGAL and not stop for m, stop in listing),
    }
