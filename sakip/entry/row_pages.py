"""Pages of one row, the same for every kind of record: add, change, delete, undo, move, confirm, and its history."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from django.contrib import messages
from django.core import serializers
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.core.serializers.base import DeserializationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kecamatan.ground.errors import InputError
from kecamatan.ground.trail import record_history
from kecamatan.models import Jejak
from kecamatan.permissions import Hak, pastikan, punya
from sakip.entry.form import RecordForm, values_fingerprint
from sakip.entry.kinds import ROW_KINDS, RowKind, changed_totals
from sakip.entry.lock import YearClosed
from sakip.entry.place import Tempat, konteks, place_or_404
from sakip.entry.reason_form import ChangeReasonForm
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
from sakip.entry.writer import DIHAPUS, CheckRefused, RecordRefused
from sakip.records import forms as semua  # noqa: F401  # registers every kind of row


@require_http_methods(["GET", "HEAD", "POST"])
def baru(request: HttpRequest, slug: str, tahun: int, jenis: str) -> HttpResponse:
    """A new row; ``?induk=`` names its parent."""
    tempat, isian = tempat_baris(request, slug, tahun, jenis, menulis=True)
    if isian.tetap:
        raise Http404(f"{jenis} tidak ditambah")
    kosong = empty_row(tempat, isian, requested_parent(request, tempat, isian))
    if request.method != "POST":
        form = _form(isian, tempat, kosong)
        form.isi_dari(request.GET)
        return _halaman(request, tempat, isian, form)
    form = _form(isian, tempat, kosong, request.POST)
    return _save(request, tempat, isian, form)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, slug: str, tahun: int, jenis: str, pk: int) -> HttpResponse:
    """A stored row. What was typed into one that somebody deleted meanwhile is shown once more."""
    tempat, isian = tempat_baris(request, slug, tahun, jenis, menulis=request.method == "POST")
    try:
        baris = _baris(request, tempat, isian, pk)
    except Http404:
        if request.method == "POST" and (jejak := _jejak_hapus(request, tempat, isian, pk)) is not None:
            form = _form(isian, tempat, _semula(jejak), request.POST)
            terhapus = Conflict(tersimpan={}, jejak=jejak, terhapus=True)
            return _bentrok(request, tempat, isian, form, terhapus)
        raise
    if request.method != "POST":
        return _halaman(request, tempat, isian, _form(isian, tempat, baris))
    return _save(request, tempat, isian, _form(isian, tempat, baris, request.POST))


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, slug: str, tahun: int, jenis: str, pk: int) -> HttpResponse:
    """Ask, then delete; the message afterwards offers to undo it. A second click finds it done."""
    tempat, isian = tempat_baris(request, slug, tahun, jenis, menulis=True)
    if isian.tetap or not isian.dapat_dihapus:
        raise Http404(f"{jenis} tidak dihapus")
    try:
        baris = _baris(request, tempat, isian, pk)
    except Http404:
        if request.method == "POST" and (lama := _jejak_hapus(request, tempat, isian, pk)) is not None:
            return _dihapus(request, tempat, isian, lama)
        raise
    form = _form(isian, tempat, baris)
    form_alasan = ChangeReasonForm(request.POST if request.method == "POST" else None, menghapus=True)
    lain = {
        "form": form,
        "form_alasan": form_alasan,
        "isian": isian,
        "baris": baris,
        "rincian": _rincian(form),
    }
    if not form_alasan.is_valid():  # also of a page that only asks
        status = TIDAK_SAH if form_alasan.is_bound else 200
        return render(request, "sakip/baris/hapus.html", konteks_baris(tempat, isian) | lain, status=status)
    before = _totals(tempat, isian)
    try:
        jejak = record_delete(
            form=form,
            oleh=tempat.pengguna,
            sidik=request.POST.get("sidik", ""),
            alasan=form_alasan.reason,
        )
    except Conflict as bentrok:
        return _bentrok(request, tempat, isian, form, bentrok)
    except (RecordRefused, YearClosed) as galat:
        lain["galat"] = str(galat)
        return render(
            request, "sakip/baris/hapus.html", konteks_baris(tempat, isian) | lain, status=_status(galat)
        )
    return _dihapus(request, tempat, isian, jejak, _changed(tempat, isian, before))


@require_POST
def restore(request: HttpRequest, slug: str, tahun: int, jejak: int) -> HttpResponse:
    """Undo a deletion."""
    tempat = place_or_404(request, slug, tahun)
    catatan = get_object_or_404(
        Jejak.objects.for_user(request.user).for_kecamatan(tempat.kecamatan).for_tahun(tahun), pk=jejak
    )
    isian = next((i for i in ROW_KINDS.values() if _jenis_dari(i, catatan)), None)
    if isian is None:
        raise Http404(f"jejak {jejak}")
    _ensure(tempat, isian)
    before = _totals(tempat, isian)
    try:
        baris = record_restore(jejak=catatan, oleh=tempat.pengguna, tahunan=isian.form.tahunan)
    except InputError as galat:
        messages.error(request, str(galat))
        return redirect(alamat_isi(tempat, isian))
    messages.success(request, f"{_kapital(isian.nama)} dipulihkan.{_changed(tempat, isian, before)}")
    return redirect(alamat_isi(tempat, isian, baris))


@require_POST
def move(request: HttpRequest, slug: str, tahun: int, jenis: str, pk: int) -> HttpResponse:
    """Move a row up or down among its own."""
    tempat, isian = tempat_baris(request, slug, tahun, jenis, menulis=True)
    baris = _baris(request, tempat, isian, pk)
    if not isian.saudara:
        raise Http404(f"{jenis} tidak berurutan")
    arah: Literal["naik", "turun"] = "naik" if request.POST.get("arah") == "naik" else "turun"
    try:
        record_move(
            baris=baris,
            saudara=isian.saudara,
            arah=arah,
            seen=_seen_place(request),
            lingkup=tempat.lingkup,
            oleh=tempat.pengguna,
            tahunan=isian.form.tahunan,
        )
    except Conflict as bentrok:
        siapa = "orang lain" if bentrok.waktu is None else bentrok.oleh
        messages.error(
            request,
            f"{_kapital(isian.nama)} ini tidak dipindahkan: urutannya sudah diubah {siapa} sejak halaman dibuka."
            " Halaman ini kini menampilkan urutan terbaru. Pindahkan lagi bila masih perlu.",
        )
    except YearClosed as galat:
        messages.error(request, str(galat))
    return redirect(alamat_isi(tempat, isian, baris))


@require_POST
def tinjau(request: HttpRequest, slug: str, tahun: int, jenis: str, pk: int) -> HttpResponse:
    """Confirm a row carried over from another year."""
    tempat, isian = tempat_baris(request, slug, tahun, jenis, menulis=True)
    baris = _baris(request, tempat, isian, pk)
    if not hasattr(baris, "ditinjau"):
        raise Http404(f"{jenis} tidak disalin")
    try:
        record_confirm(baris=baris, lingkup=tempat.lingkup, oleh=tempat.pengguna)
    except YearClosed as galat:
        messages.error(request, str(galat))
    return redirect(alamat_isi(tempat, isian, baris))


@require_safe
def read_history(request: HttpRequest, slug: str, tahun: int, jenis: str, pk: int) -> HttpResponse:
    """Who changed what, when, from what to what, and why."""
    tempat, isian = tempat_baris(request, slug, tahun, jenis, menulis=False)
    baris = _baris(request, tempat, isian, pk)
    return render(
        request,
        "sakip/baris/riwayat.html",
        konteks_baris(tempat, isian)
        | {"isian": isian, "baris": baris, "riwayat": langkah(record_history(baris))},
    )


# -- helpers -----------------------------------------------------------------------------------------


def alamat_isi(tempat: Tempat, isian: RowKind, baris: models.Model | None = None) -> str:
    """The page on which the row stands, at the row."""
    alamat = reverse("isi", args=[tempat.kecamatan.slug, tempat.tahun, isian.dokumen])
    return f"{alamat}#{isian.kode}-{baris.pk}" if baris is not None else alamat


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


def tempat_baris(
    request: HttpRequest, slug: str, tahun: int, jenis: str, *, menulis: bool
) -> tuple[Tempat, RowKind]:
    """Where the page is and of which kind; 404 where there is no such thing, 403 for who may not write it."""
    tempat = place_or_404(request, slug, tahun)
    if jenis not in ROW_KINDS:
        raise Http404(f"isian {jenis}")
    if menulis:
        _ensure(tempat, ROW_KINDS[jenis])
    return tempat, ROW_KINDS[jenis]


def _ensure(tempat: Tempat, isian: RowKind) -> None:
    wilayah = tempat.kecamatan.kabupaten if isian.hak is Hak.ATUR else tempat.kecamatan
    pastikan(tempat.pengguna, isian.hak, wilayah)


def _jenis_dari(isian: RowKind, catatan: Jejak) -> bool:
    """Whether a deleted row was of this kind; two kinds may share a model."""
    if isian.model._meta.label_lower != catatan.objek_jenis:
        return False
    utama: dict[str, Any] = next(iter((catatan.sebelum or {}).get(BARIS) or ()), {})
    return isian.form.cocok(utama.get("fields", {}))


def _jejak_hapus(request: HttpRequest, tempat: Tempat, isian: RowKind, pk: int) -> Jejak | None:
    """The entry about the deletion of a row of this place, where it was deleted by itself."""
    jejak = (
        Jejak.objects.for_user(request.user)
        .for_kecamatan(tempat.kecamatan)
        .for_tahun(tempat.tahun)
        .filter(tindakan=DIHAPUS, objek_jenis=isian.model._meta.label_lower, objek_pk=pk)
        .order_by("-pk")
    )
    return next((satu for satu in jejak if _jenis_dari(isian, satu)), None)


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


def _totals(tempat: Tempat, isian: RowKind) -> Mapping[str, str]:
    """What the rows of the kind add up to, where that is said."""
    return isian.totals(tempat.kecamatan, tempat.tahun) if isian.totals else {}


def _changed(tempat: Tempat, isian: RowKind, before: Mapping[str, str]) -> str:
    return changed_totals(before, _totals(tempat, isian))


def _dihapus(
    request: HttpRequest, tempat: Tempat, isian: RowKind, jejak: Jejak, totals: str = ""
) -> HttpResponse:
    """Back to the document, with the offer to undo the deletion."""
    pulih = reverse("baris-pulihkan", args=[tempat.kecamatan.slug, tempat.tahun, jejak.pk])
    messages.success(request, f"{_kapital(isian.nama)} dihapus.{totals}", extra_tags=f"urungkan:{pulih}")
    return redirect(alamat_isi(tempat, isian))


def _dalam(request: HttpRequest, tempat: Tempat, model: Any, hak: Hak) -> Any:
    """Rows of the model that belong to the place of the page and that the user may see."""
    baris = model.objects.for_user(request.user)
    if hak is not Hak.ATUR and hasattr(model, "jalur_kecamatan"):
        return baris.for_kecamatan(tempat.kecamatan)
    jalur = getattr(model, "jalur_kabupaten", "kabupaten")
    return baris.filter(**{jalur or "pk": tempat.kecamatan.kabupaten_id})


def _baris(request: HttpRequest, tempat: Tempat, isian: RowKind, pk: int) -> Any:
    semua_baris = _dalam(request, tempat, isian.model, isian.hak)
    if isian.form.tahunan and not isian.form.lintas_tahun:
        semua_baris = semua_baris.for_tahun(tempat.tahun)
    return get_object_or_404(semua_baris, pk=pk)


def requested_parent(request: HttpRequest, tempat: Tempat, isian: RowKind) -> models.Model | None:
    """The parent row that the address names, of this place; None where the kind has none."""
    if not isian.induk:
        return None
    pk = request.GET.get("induk", "") or request.POST.get("induk", "")
    if not (pk.isascii() and pk.isdigit()):
        raise Http404(f"induk {pk}")
    semua_induk = _dalam(request, tempat, isian.model_induk, isian.hak)
    if isian.form.tahunan and _bertahun(isian.model_induk):
        semua_induk = semua_induk.for_tahun(tempat.tahun)
    induk: models.Model = get_object_or_404(semua_induk, pk=pk)
    return induk


def _bertahun(model: Any) -> bool:
    """Whether rows of the model belong to a year; a Renstra and what hangs on it spans several."""
    jalur = str(getattr(model, "jalur_tahun", "")).split("__")[0]
    return jalur in {k.name for k in model._meta.get_fields()}


def empty_row(tempat: Tempat, isian: RowKind, induk: models.Model | None) -> models.Model:
    """A new row in its place. A form that needs more of its parent says so in ``bangun``."""
    kolom = {k.name for k in isian.model._meta.concrete_fields}
    isi: dict[str, Any] = {}
    if induk is not None:
        isi[isian.induk] = induk
    if "kecamatan" in kolom and isian.hak is not Hak.ATUR:
        isi["kecamatan"] = tempat.kecamatan
    if "kabupaten" in kolom and isian.hak is Hak.ATUR:
        isi["kabupaten"] = tempat.kecamatan.kabupaten
    if "tahun" in kolom and isian.form.tahunan and not isian.form.lintas_tahun:
        isi["tahun"] = tempat.tahun
    return isian.form.bangun(isi)


def _seen_place(request: HttpRequest) -> int:
    """The place at which the page showed the row; of a page that does not say it none that a row can have."""
    urut = request.POST.get("urut", "")
    return int(urut) if urut.isascii() and urut.isdigit() and len(urut) < 10 else -1


def _form(isian: RowKind, tempat: Tempat, baris: models.Model, data: Any = None) -> RecordForm:
    return isian.form(data, instance=baris, lingkup=tempat.lingkup)


def _save(request: HttpRequest, tempat: Tempat, isian: RowKind, form: RecordForm) -> HttpResponse:
    form_alasan = ChangeReasonForm(request.POST)
    if not all([form.is_valid(), form_alasan.is_valid()]):  # both, so that every error shows
        return _halaman(request, tempat, isian, form, status=TIDAK_SAH)
    before = _totals(tempat, isian)
    try:
        baris = record_save(
            form=form,
            oleh=tempat.pengguna,
            sidik=request.POST.get("sidik", ""),
            alasan=form_alasan.reason,
        )
    except Conflict as bentrok:
        return _bentrok(request, tempat, isian, form, bentrok)
    except CheckRefused as ditolak:
        for finding in ditolak.findings:
            field = form.field_of(finding.place.column) if finding in ditolak.own else None
            form.add_error(field, finding.message if field else str(finding))
        return _halaman(request, tempat, isian, form, status=TIDAK_SAH)
    except (RecordRefused, YearClosed) as galat:
        form.add_error(None, str(galat))
        return _halaman(request, tempat, isian, form, status=_status(galat))
    messages.success(request, f"{_kapital(isian.nama)} tersimpan.{_changed(tempat, isian, before)}")
    if "lagi" in request.POST:
        lagi = reverse("baris-baru", args=[tempat.kecamatan.slug, tempat.tahun, isian.kode])
        # The parent stays; of what was chosen for the row just stored only what the form says.
        awal = {nama: form.cleaned_data[nama] for nama in form.awal_lagi}
        if induk := request.GET.get("induk", ""):
            awal["induk"] = induk
        return redirect(f"{lagi}?{urlencode(awal)}" if awal else lagi)
    return redirect(alamat_isi(tempat, isian, baris))


def _halaman(
    request: HttpRequest, tempat: Tempat, isian: RowKind, form: RecordForm, status: int = 200
) -> HttpResponse:
    baris = form.instance
    return render(
        request,
        "sakip/baris/form.html",
        konteks_baris(tempat, isian)
        | {
            "form": form,
            "form_alasan": ChangeReasonForm(request.POST if form.is_bound else None),
            "isian": isian,
            "baris": baris if baris.pk else None,
            "boleh": may_save(tempat, isian),
            "sidik": request.POST.get("sidik", "") if form.is_bound else form.sidik,
        },
        status=status,
    )


def may_save(tempat: Tempat, isian: RowKind) -> bool:
    """Whether the page offers to save at all."""
    wilayah = tempat.kecamatan.kabupaten if isian.hak is Hak.ATUR else tempat.kecamatan
    return punya(tempat.pengguna, isian.hak, wilayah) and not (isian.form.tahunan and tempat.terkunci)


def _bentrok(
    request: HttpRequest, tempat: Tempat, isian: RowKind, form: RecordForm, bentrok: Conflict
) -> HttpResponse:
    """Both values side by side; who wrote the stored one, and when."""
    ketikan = form.potret_isian() if form.is_bound and form.is_valid() else {}
    return render(
        request,
        "sakip/baris/bentrok.html",
        konteks_baris(tempat, isian)
        | {
            "isian": isian,
            "form": form,
            "bentrok": bentrok,
            "beda": [
                (form.sebutan(n), form.tampil(n, ketikan[n]), form.tampil(n, bentrok.tersimpan.get(n, "")))
                for n in ketikan
                if ketikan[n] != bentrok.tersimpan.get(n, "")
            ],
            "ketikan": [
                (n, v) for n in request.POST for v in request.POST.getlist(n) if n not in _BUKAN_ISIAN
            ],
            "sidik": values_fingerprint(bentrok.tersimpan),
            "kembali": alamat_isi(tempat, isian),
        },
        status=BENTROK,
    )


_BUKAN_ISIAN = frozenset({"csrfmiddlewaretoken", "sidik"})


def _rincian(form: RecordForm) -> list[tuple[str, str]]:
    return [(form.sebutan(n), form.tampil(n, teks)) for n, teks in form.potret().items() if teks]


def konteks_baris(tempat: Tempat, isian: RowKind) -> dict[str, object]:
    """What the frame of the row's pages needs."""
    return konteks(tempat, aktif=isian.dokumen) | {"alamat_isi": alamat_isi(tempat, isian)}


def _status(galat: InputError) -> int:
    return TERKUNCI if isinstance(galat, YearClosed) else BENTROK


def _kapital(teks: str) -> str:
    return teks[:1].upper() + teks[1:]
