"""Pages of one row, the same for every kind of record: add, change, delete, undo, move, confirm, and its history."""

from __future__ import annotations

from typing import Any, Literal

from django.contrib import messages
from django.core import serializers
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.core.serializers.base import DeserializationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kecamatan.ground.errors import InputError
from kecamatan.ground.trail import record_history
from kecamatan.models import Jejak
from sakip.entry.form import RecordForm, values_fingerprint
from sakip.entry.kinds import ROW_KINDS
from sakip.entry.lock import YearClosed
from sakip.entry.place import place_or_404
from sakip.entry.reason_form import ChangeReasonForm
from sakip.entry.row_place import RowPlace, row_place, was_of
from sakip.entry.save import (
    BARIS,
    Conflict,
    record_confirm,
    record_delete,
    record_move,
    record_restore,
    record_save,
)
from sakip.entry.statuses import BENTROK, TERKUNCI, TIDAK_SAH
from sakip.entry.writer import CheckRefused, RecordRefused


@require_http_methods(["GET", "HEAD", "POST"])
def baru(request: HttpRequest, slug: str, tahun: int, jenis: str) -> HttpResponse:
    """A new row; ``?induk=`` names its parent."""
    place = row_place(request, slug, tahun, jenis, menulis=True)
    if place.isian.tetap:
        raise Http404(f"{jenis} tidak ditambah")
    kosong = place.empty(place.parent())
    if request.method == "POST":
        return _save(place, place.form(kosong, request.POST))
    form = place.form(kosong)
    form.isi_dari(request.GET)
    return _halaman(place, form)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, slug: str, tahun: int, jenis: str, pk: int) -> HttpResponse:
    """A stored row. What was typed into one that somebody deleted meanwhile is shown once more."""
    place = row_place(request, slug, tahun, jenis, menulis=request.method == "POST")
    baris = place.row_or_deletion(pk)
    if isinstance(baris, Jejak):
        form = place.form(_semula(baris), request.POST)
        return _bentrok(place, form, Conflict(tersimpan={}, jejak=baris, terhapus=True))
    if request.method == "POST":
        return _save(place, place.form(baris, request.POST))
    return _halaman(place, place.form(baris))


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, slug: str, tahun: int, jenis: str, pk: int) -> HttpResponse:
    """Ask, then delete; the message afterwards offers to undo it. A second click finds it done."""
    place = row_place(request, slug, tahun, jenis, menulis=True)
    if place.isian.tetap or not place.isian.dapat_dihapus:
        raise Http404(f"{jenis} tidak dihapus")
    baris = place.row_or_deletion(pk)
    if isinstance(baris, Jejak):
        return _dihapus(place, baris)
    form = place.form(baris)
    form_alasan = ChangeReasonForm(request.POST if request.method == "POST" else None, menghapus=True)
    lain = {"form": form, "form_alasan": form_alasan, "baris": baris, "rincian": _rincian(form)}
    if not form_alasan.is_valid():  # also of a page that only asks
        return place.render("delete", TIDAK_SAH if form_alasan.is_bound else 200, **lain)
    before = place.totals()
    try:
        jejak = record_delete(
            form=form,
            oleh=place.tempat.pengguna,
            sidik=request.POST.get("sidik", ""),
            alasan=form_alasan.reason,
        )
    except Conflict as bentrok:
        return _bentrok(place, form, bentrok)
    except (RecordRefused, YearClosed) as galat:
        return place.render("delete", _status(galat), **lain, galat=str(galat))
    return _dihapus(place, jejak, place.changed(before))


@require_POST
def restore(request: HttpRequest, slug: str, tahun: int, jejak: int) -> HttpResponse:
    """Undo a deletion."""
    tempat = place_or_404(request, slug, tahun)
    catatan = get_object_or_404(
        Jejak.objects.for_user(request.user).for_kecamatan(tempat.kecamatan).for_tahun(tahun), pk=jejak
    )
    isian = next((i for i in ROW_KINDS.values() if was_of(i, catatan)), None)
    if isian is None:
        raise Http404(f"jejak {jejak}")
    place = RowPlace(request, tempat, isian).ensure()
    before = place.totals()
    try:
        baris = record_restore(jejak=catatan, oleh=tempat.pengguna, tahunan=isian.form.tahunan)
    except InputError as galat:
        messages.error(request, str(galat))
        return redirect(place.address())
    messages.success(request, f"{capfirst(isian.nama)} dipulihkan.{place.changed(before)}")
    return redirect(place.address(baris))


@require_POST
def move(request: HttpRequest, slug: str, tahun: int, jenis: str, pk: int) -> HttpResponse:
    """Move a row up or down among its own."""
    place = row_place(request, slug, tahun, jenis, menulis=True)
    baris, isian = place.row(pk), place.isian
    if not isian.saudara:
        raise Http404(f"{jenis} tidak berurutan")
    arah: Literal["naik", "turun"] = "naik" if request.POST.get("arah") == "naik" else "turun"
    try:
        record_move(
            baris=baris,
            saudara=isian.saudara,
            arah=arah,
            seen=_seen_place(request),
            lingkup=place.tempat.lingkup,
            oleh=place.tempat.pengguna,
            tahunan=isian.form.tahunan,
        )
    except Conflict as bentrok:
        siapa = "orang lain" if bentrok.waktu is None else bentrok.oleh
        messages.error(
            request,
            f"{capfirst(isian.nama)} ini tidak dipindahkan: urutannya sudah diubah {siapa} sejak halaman dibuka."
            " Halaman ini kini menampilkan urutan terbaru. Pindahkan lagi bila masih perlu.",
        )
    except YearClosed as galat:
        messages.error(request, str(galat))
    return redirect(place.address(baris))


@require_POST
def tinjau(request: HttpRequest, slug: str, tahun: int, jenis: str, pk: int) -> HttpResponse:
    """Confirm a row carried over from another year."""
    place = row_place(request, slug, tahun, jenis, menulis=True)
    baris = place.row(pk)
    if not hasattr(baris, "ditinjau"):
        raise Http404(f"{jenis} tidak disalin")
    try:
        record_confirm(baris=baris, lingkup=place.tempat.lingkup, oleh=place.tempat.pengguna)
    except YearClosed as galat:
        messages.error(request, str(galat))
    return redirect(place.address(baris))


@require_safe
def read_history(request: HttpRequest, slug: str, tahun: int, jenis: str, pk: int) -> HttpResponse:
    """Who changed what, when, from what to what, and why."""
    place = row_place(request, slug, tahun, jenis, menulis=False)
    baris = place.row(pk)
    return place.render("history", baris=baris, riwayat=langkah(record_history(baris)))


# -- helpers -----------------------------------------------------------------------------------------


def langkah(jejak: Any) -> list[dict[str, Any]]:
    """Entries of the trail as a page shows them: each with the columns that changed, old and new."""
    return [
        {
            "jejak": satu,
            "kolom": [
                (nama, (satu.sebelum or {}).get(nama, ""), (satu.sesudah or {}).get(nama, ""))
                for nama in dict.fromkeys([*(satu.sebelum or {}), *(satu.sesudah or {})])
                if not nama.startswith("_")
            ],
        }
        for satu in jejak
    ]


def _semula(jejak: Jejak) -> models.Model:
    """The deleted row as it was. Raises Http404 when what it belonged to is gone as well."""
    try:
        baris: models.Model = next(
            serializers.deserialize("python", (jejak.sebelum or {})[BARIS][:1], ignorenonexistent=True)
        ).object
        baris.clean_fields()
    except (DeserializationError, ObjectDoesNotExist, ValidationError) as galat:
        raise Http404(f"jejak {jejak.pk}") from galat
    return baris


def _dihapus(place: RowPlace, jejak: Jejak, totals: str = "") -> HttpResponse:
    """Back to the document, with the offer to undo the deletion."""
    tempat = place.tempat
    pulih = reverse("baris-pulihkan", args=[tempat.kecamatan.slug, tempat.tahun, jejak.pk])
    messages.success(
        place.request, f"{capfirst(place.isian.nama)} dihapus.{totals}", extra_tags=f"urungkan:{pulih}"
    )
    return redirect(place.address())


def _seen_place(request: HttpRequest) -> int:
    """The place at which the page showed the row; of a page that does not say it none that a row can have."""
    urut = request.POST.get("urut", "")
    return int(urut) if urut.isascii() and urut.isdigit() and len(urut) < 10 else -1


def _save(place: RowPlace, form: RecordForm) -> HttpResponse:
    request, tempat, isian = place.request, place.tempat, place.isian
    form_alasan = ChangeReasonForm(request.POST)
    if not all([form.is_valid(), form_alasan.is_valid()]):  # both, so that every error shows
        return _halaman(place, form, TIDAK_SAH)
    before = place.totals()
    try:
        baris = record_save(
            form=form,
            oleh=tempat.pengguna,
            sidik=request.POST.get("sidik", ""),
            alasan=form_alasan.reason,
        )
    except Conflict as bentrok:
        return _bentrok(place, form, bentrok)
    except CheckRefused as ditolak:
        for finding in ditolak.findings:
            field = form.field_of(finding.place.column) if finding in ditolak.own else None
            form.add_error(field, finding.message if field else str(finding))
        return _halaman(place, form, TIDAK_SAH)
    except (RecordRefused, YearClosed) as galat:
        form.add_error(None, str(galat))
        return _halaman(place, form, _status(galat))
    messages.success(request, f"{capfirst(isian.nama)} tersimpan.{place.changed(before)}")
    if "lagi" in request.POST:
        lagi = reverse("baris-baru", args=[tempat.kecamatan.slug, tempat.tahun, isian.kode])
        # The parent stays; of what was chosen for the row just stored only what the form says.
        awal = {nama: form.cleaned_data[nama] for nama in form.awal_lagi}
        if induk := request.GET.get("induk", ""):
            awal["induk"] = induk
        return redirect(f"{lagi}?{urlencode(awal)}" if awal else lagi)
    return redirect(place.address(baris))


def _halaman(place: RowPlace, form: RecordForm, status: int = 200) -> HttpResponse:
    posted = place.request.POST
    return place.render(
        "form",
        status,
        form=form,
        form_alasan=ChangeReasonForm(posted if form.is_bound else None),
        baris=form.instance if form.instance.pk else None,
        boleh=place.may_save,
        sidik=posted.get("sidik", "") if form.is_bound else form.sidik,
    )


def _bentrok(place: RowPlace, form: RecordForm, bentrok: Conflict) -> HttpResponse:
    """Both values side by side; who wrote the stored one, and when."""
    posted = place.request.POST
    ketikan = form.potret_isian() if form.is_bound and form.is_valid() else {}
    return place.render(
        "conflict",
        BENTROK,
        form=form,
        bentrok=bentrok,
        beda=[
            (form.sebutan(n), form.tampil(n, ketikan[n]), form.tampil(n, bentrok.tersimpan.get(n, "")))
            for n in ketikan
            if ketikan[n] != bentrok.tersimpan.get(n, "")
        ],
        ketikan=[(n, v) for n in posted for v in posted.getlist(n) if n not in _BUKAN_ISIAN],
        sidik=values_fingerprint(bentrok.tersimpan),
        kembali=place.address(),
    )


_BUKAN_ISIAN = frozenset({"csrfmiddlewaretoken", "sidik"})


def _rincian(form: RecordForm) -> list[tuple[str, str]]:
    return [(form.sebutan(n), form.tampil(n, teks)) for n, teks in form.potret().items() if teks]


def _status(galat: InputError) -> int:
    return TERKUNCI if isinstance(galat, YearClosed) else BENTROK
