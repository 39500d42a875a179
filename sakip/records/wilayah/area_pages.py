"""Pages of the kabupaten of an installation, and of the kecamatan and desa of one."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from kecamatan.authority import keeps_installation
from kecamatan.models import DesaKelurahan, Kabupaten, Keanggotaan, Kecamatan
from kecamatan.views.addresses import by, data, form_page
from sakip.entry.form import RecordForm, Scope
from sakip.entry.lock import YearClosed
from sakip.entry.save import Conflict, record_save
from sakip.entry.statuses import INVALID
from sakip.entry.writer import CheckRefused, RecordRefused
from sakip.records.wilayah.area_forms import KabupatenForm, KecamatanAreaForm
from sakip.records.wilayah.area_list import DESA, KECAMATAN
from sakip.records.wilayah.area_list_form import AreaListForm
from sakip.records.wilayah.areas import (
    CHANGED_MEANWHILE,
    area_save,
    ensure_makes_kabupaten,
    kabupaten_remove,
    kecamatan_remove,
    kept_areas,
    list_store,
    why_kabupaten_stays,
    why_kecamatan_stays,
)
from sakip.records.wilayah.delete_page import delete_page

#: Most kabupaten have fewer kecamatan.
PER_PAGE: Final = 60


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """The kabupaten whose areas the user keeps."""
    rows = kept_areas(request.user).order_by("kode").annotate(total=Count("kecamatan"))
    sheet = Paginator(rows, PER_PAGE).get_page(request.GET.get("lembar"))
    shown = {"page": sheet, "may_make": keeps_installation(request.user), "query": ""}
    return render(request, "sakip/wilayah/listing.html", shown)


@form_page
def new(request: HttpRequest) -> HttpResponse:
    """A kabupaten; who prepares its year is named next."""
    ensure_makes_kabupaten(request.user)
    form = KabupatenForm(data(request), instance=Kabupaten(), scope=_scope(request, Kecamatan()))
    if form.is_valid():
        try:
            kabupaten = area_save(form=form, by=by(request))
        except RecordRefused as error:
            form.add_error(None, str(error))
        else:
            messages.success(
                request, f"{kabupaten} sudah dibuat. Berikutnya: buat akun Bagian Organisasi-nya."
            )
            return redirect("kabupaten", form.instance.kode)
    return _form_page(request, form, title="Tambah kabupaten")


@require_safe
def details(request: HttpRequest, kode: str) -> HttpResponse:
    """A kabupaten with its kecamatan, how many desa each has, and who prepares its year."""
    kabupaten = _kept_or_404(request, kode)
    rows = Kecamatan.objects.filter(kabupaten=kabupaten).order_by("kode")
    counted = rows.annotate(
        desa_count=Count("desa", filter=Q(desa__jenis=DesaKelurahan.Jenis.DESA)),
        kelurahan_count=Count("desa", filter=Q(desa__jenis=DesaKelurahan.Jenis.KELURAHAN)),
    )
    people = Keanggotaan.objects.filter(kabupaten=kabupaten, peran=Keanggotaan.Peran.ORGANISASI)
    return render(
        request,
        "sakip/wilayah/details.html",
        {
            "kabupaten": kabupaten,
            "page": Paginator(counted, PER_PAGE).get_page(request.GET.get("lembar")),
            "query": "",
            "words": _words(kabupaten),
            "organisasi": list(people.select_related("pengguna").order_by("pengguna__nama")),
            "tahun": timezone.localdate().year,
        },
    )


@form_page
def change(request: HttpRequest, kode: str) -> HttpResponse:
    """Name and sebutan of a kabupaten."""
    kabupaten = _kept_or_404(request, kode)
    form = KabupatenForm(data(request), instance=kabupaten, scope=_scope(request, Kecamatan()))
    if form.is_valid():
        try:
            area_save(form=form, by=by(request), fingerprint=request.POST.get("sidik", ""))
        except RecordRefused as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"{form.instance} tersimpan.")
            return redirect("kabupaten", form.instance.kode)
    seen = request.POST.get("sidik") or form.fingerprint
    stored = _stored(kabupaten)
    removes = reverse("kabupaten-hapus", args=[stored.kode]) if keeps_installation(request.user) else ""
    return _form_page(
        request,
        form,
        title="Ubah kabupaten",
        seen=seen,
        kabupaten=stored,
        removes=removes,
        removed="kabupaten ini",
    )


@form_page
def kecamatan_new(request: HttpRequest, kode: str) -> HttpResponse:
    """One kecamatan; it begins with the sebutan of the others."""
    kabupaten = _kept_or_404(request, kode)
    other = Kecamatan.objects.filter(kabupaten=kabupaten).order_by("kode").last() or Kecamatan()
    row = Kecamatan(kabupaten=kabupaten, sebutan=other.sebutan, sebutan_camat=other.sebutan_camat)
    form = KecamatanAreaForm(data(request), instance=row, scope=_scope(request, row))
    if form.is_valid():
        try:
            area_save(form=form, by=by(request))
        except RecordRefused as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"{form.instance} ditambahkan.")
            return redirect("kabupaten", kabupaten.kode)
    return _form_page(request, form, title="Tambah kecamatan", kabupaten=kabupaten)


@form_page
def kecamatan_change(request: HttpRequest, kode: str, kecamatan: str) -> HttpResponse:
    """Kode, name and sebutan of a kecamatan."""
    kabupaten = _kept_or_404(request, kode)
    row = get_object_or_404(
        Kecamatan.objects.select_related("kabupaten"), kabupaten=kabupaten, kode=kecamatan
    )
    form = KecamatanAreaForm(data(request), instance=row, scope=_scope(request, row))
    if form.is_valid():
        try:
            record_save(form=form, by=by(request), fingerprint=request.POST.get("sidik", ""))
        except Conflict:
            form.add_error(None, CHANGED_MEANWHILE)
        except CheckRefused as error:
            error.tell(form)
        except (RecordRefused, YearClosed) as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"{form.instance} tersimpan.")
            return redirect("kabupaten", kabupaten.kode)
    seen = request.POST.get("sidik") or form.fingerprint
    removes = reverse("kecamatan-hapus", args=[kabupaten.kode, kecamatan])
    return _form_page(
        request,
        form,
        title="Ubah kecamatan",
        seen=seen,
        kabupaten=kabupaten,
        removes=removes,
        removed="kecamatan ini",
    )


@form_page
def kecamatan_delete(request: HttpRequest, kode: str, kecamatan: str) -> HttpResponse:
    """Ask, then take away a kecamatan on which nothing hangs."""
    kabupaten = _kept_or_404(request, kode)
    row = get_object_or_404(
        Kecamatan.objects.select_related("kabupaten"), kabupaten=kabupaten, kode=kecamatan
    )
    return delete_page(
        request,
        row=f"{row} ({row.kode})",
        kabupaten=kabupaten,
        stays=why_kecamatan_stays(row),
        empty="Belum ada catatan, desa, atau akun di dalamnya.",
        back=reverse("kabupaten", args=[kabupaten.kode]),
        remove=lambda why: kecamatan_remove(kecamatan=row, by=by(request), why=why),
    )


@form_page
def delete(request: HttpRequest, kode: str) -> HttpResponse:
    """Ask, then take away a kabupaten on which nothing hangs."""
    ensure_makes_kabupaten(request.user)
    kabupaten = _kept_or_404(request, kode)
    return delete_page(
        request,
        row=f"{kabupaten} ({kabupaten.kode})",
        kabupaten=kabupaten,
        stays=why_kabupaten_stays(kabupaten),
        empty="Belum ada kecamatan, catatan, atau akun aktif di dalamnya.",
        back=reverse("wilayah"),
        remove=lambda why: kabupaten_remove(kabupaten=kabupaten, by=by(request), why=why),
    )


@form_page
def area_list(request: HttpRequest, kode: str, jenis: str) -> HttpResponse:
    """A list of kecamatan or of desa: first what each row comes to, then all of it is stored, or nothing."""
    kabupaten = _kept_or_404(request, kode)
    if jenis not in (KECAMATAN, DESA):
        raise Http404(f"daftar {jenis}")
    form = AreaListForm(data(request), request.FILES or None, kabupaten=kabupaten, kind=jenis)
    shown: dict[str, Any] = {"form": form, "kabupaten": kabupaten, "jenis": jenis, "words": _words(kabupaten)}
    status = 200
    if form.is_bound:
        status = INVALID
        if form.is_valid():
            if form.confirmed:
                try:
                    total = list_store(kabupaten=kabupaten, make=form.plan, by=by(request))
                except (RecordRefused, YearClosed) as error:
                    form.add_error(None, str(error))
                else:
                    messages.success(request, f"{total} baris tersimpan.")
                    return redirect("kabupaten", kabupaten.kode)
            else:
                status = 200
        shown["plan"] = form.planned
    return render(request, "sakip/wilayah/list.html", shown, status=status)


def _kept_or_404(request: HttpRequest, kode: str) -> Kabupaten:
    """The kabupaten of the address: 403 to who keeps the areas of none, 404 where it is not theirs."""
    return get_object_or_404(kept_areas(request.user), kode=kode)


def _words(kabupaten: Kabupaten) -> Kecamatan:
    """A kecamatan of it, for what areas and offices are called; one that is not stored where it has none yet."""
    row = Kecamatan.objects.filter(kabupaten=kabupaten).order_by("kode").first() or Kecamatan()
    row.kabupaten = kabupaten
    return row


def _stored(kabupaten: Kabupaten) -> Kabupaten:
    """As it is stored, whatever was typed into it."""
    return Kabupaten.objects.get(pk=kabupaten.pk)


def _scope(request: HttpRequest, kecamatan: Kecamatan) -> Scope:
    """The place of a form of an area, which is of no year."""
    return Scope(kecamatan=kecamatan, tahun=timezone.localdate().year, pengguna=by(request))


def _form_page(request: HttpRequest, form: RecordForm, **shown: Any) -> HttpResponse:
    status = INVALID if form.errors else 200
    return render(request, "sakip/wilayah/form.html", {"form": form} | shown, status=status)
