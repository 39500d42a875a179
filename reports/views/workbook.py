"""The workbook in the browser: downloaded filled, uploaded, looked through, then applied or given up."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any, Final

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from kecamatan.ground.errors import InputError
from kecamatan.permissions import Hak
from reports.forms.workbook import WorkbookForm
from reports.models import ImporBuku
from reports.workbook.exchange import buku_ekspor
from reports.workbook.uploads import (
    IMPORT_WORK,
    ImportExpired,
    import_apply,
    import_discard,
    import_receive,
    import_retry,
)
from sakip.entry.lock import YearClosed
from sakip.entry.place import Tempat, konteks, place_or_404
from sakip.entry.statuses import BENTROK, TERKUNCI, TIDAK_SAH

AKTIF: Final = "buku-kerja"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

#: Changes and errors on one page of the preview.
PER_HALAMAN: Final = 200

RIWAYAT_TERBANYAK: Final = 20


@never_cache
@require_safe
def buku(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Download, upload, and the uploads of this year."""
    return _halaman(request, place_or_404(request, slug, tahun))


@never_cache
@require_safe
def download(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """The workbook, filled with what is recorded now."""
    tempat = place_or_404(request, slug, tahun)
    try:
        isi = buku_ekspor(kecamatan=tempat.kecamatan, tahun=tahun)
    except InputError as galat:  # a text that no cell can hold
        return _halaman(request, tempat, galat=str(galat), status=BENTROK)
    nama = f"Buku-Kerja-{slug.title()}-{tahun}.xlsx"
    return HttpResponse(
        isi, content_type=XLSX, headers={"Content-Disposition": f'attachment; filename="{nama}"'}
    )


@require_POST
def upload(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Take a workbook in; the next page shows how far it is."""
    tempat = place_or_404(request, slug, tahun)
    tempat.pastikan(Hak.ISI)
    form = WorkbookForm(request.POST, request.FILES)
    if not form.is_valid():
        return _halaman(request, tempat, form=form, status=TIDAK_SAH)
    berkas = form.cleaned_data["berkas"]
    try:
        impor = import_receive(
            kecamatan=tempat.kecamatan,
            tahun=tahun,
            nama=berkas.name or "",
            isi=berkas.read(),
            oleh=tempat.pengguna,
        )
    except InputError as galat:
        form.add_error("berkas", str(galat))
        status = TERKUNCI if isinstance(galat, YearClosed) else TIDAK_SAH
        return _halaman(request, tempat, form=form, status=status)
    return redirect("buku-impor", slug, tahun, impor.pk)


@never_cache
@require_safe
def impor(request: HttpRequest, slug: str, tahun: int, pk: int) -> HttpResponse:
    """One upload: how far it is, then what it changes or what is wrong with it, then what was done."""
    tempat = place_or_404(request, slug, tahun)
    return _halaman_impor(request, tempat, _impor(request, tempat, pk))


@never_cache
@require_safe
def keadaan(request: HttpRequest, slug: str, tahun: int, pk: int) -> HttpResponse:
    """The part of that page which changes while the worker is busy, for the script that looks again."""
    tempat = place_or_404(request, slug, tahun)
    isi = konteks(tempat, aktif=AKTIF) | _keadaan(_impor(request, tempat, pk))
    return render(request, "reports/workbook/_state.html", isi)


@require_POST
def apply_changes(request: HttpRequest, slug: str, tahun: int, pk: int) -> HttpResponse:
    """Have the worker apply what the preview showed, all or nothing."""
    tempat = place_or_404(request, slug, tahun)
    tempat.pastikan(Hak.ISI)
    satu = _impor(request, tempat, pk)
    if tempat.terkunci:
        return _halaman_impor(request, tempat, satu, galat=tempat.terkunci, status=TERKUNCI)
    try:
        import_apply(impor=satu, sidik=request.POST.get("sidik", ""), oleh=tempat.pengguna)
    except ImportExpired as galat:
        return _halaman_impor(request, tempat, satu, galat=str(galat), status=BENTROK)
    return redirect("buku-impor", slug, tahun, pk)


@require_POST
def ulangi(request: HttpRequest, slug: str, tahun: int, pk: int) -> HttpResponse:
    """Have the worker look again at an upload that failed or was left behind."""
    tempat = place_or_404(request, slug, tahun)
    tempat.pastikan(Hak.ISI)
    import_retry(impor=_impor(request, tempat, pk))
    return redirect("buku-impor", slug, tahun, pk)


@require_POST
def discard(request: HttpRequest, slug: str, tahun: int, pk: int) -> HttpResponse:
    """Give an upload up; the records stay as they are."""
    tempat = place_or_404(request, slug, tahun)
    tempat.pastikan(Hak.ISI)
    if import_discard(impor=_impor(request, tempat, pk)):
        messages.success(request, "Unggahan dibatalkan. Catatan di situs tidak berubah.")
        return redirect("buku-kerja", slug, tahun)
    return redirect("buku-impor", slug, tahun, pk)


def _impor(request: HttpRequest, tempat: Tempat, pk: int) -> ImporBuku:
    semua = ImporBuku.objects.for_user(request.user).for_kecamatan(tempat.kecamatan).for_tahun(tempat.tahun)
    return get_object_or_404(semua.select_related("pengguna"), pk=pk)


def _halaman(
    request: HttpRequest,
    tempat: Tempat,
    *,
    form: WorkbookForm | None = None,
    galat: str = "",
    status: int = 200,
) -> HttpResponse:
    """The page with the form as it was sent; ``galat`` is about the workbook that is fetched."""
    semua = ImporBuku.objects.for_kecamatan(tempat.kecamatan).for_tahun(tempat.tahun)
    return render(
        request,
        "reports/workbook/workbook.html",
        konteks(tempat, aktif=AKTIF)
        | {
            "form": form or WorkbookForm(),
            "galat": galat,
            "daftar_impor": list(semua.select_related("pengguna").defer("hasil")[:RIWAYAT_TERBANYAK]),
        },
        status=status,
    )


def _halaman_impor(
    request: HttpRequest, tempat: Tempat, satu: ImporBuku, *, galat: str = "", status: int = 200
) -> HttpResponse:
    hasil = satu.hasil or {}
    move = [u for u in hasil.get("perubahan", ()) if _hanya_pindah(u)]
    ubahan = [u for u in hasil.get("perubahan", ()) if not _hanya_pindah(u)]
    lembaran = Paginator(hasil.get("galat") or ubahan, PER_HALAMAN).get_page(request.GET.get("halaman"))
    return render(
        request,
        "reports/workbook/import.html",
        konteks(tempat, aktif=AKTIF)
        | _keadaan(satu)
        | {
            "galat": galat,
            "hasil": hasil,
            "lembaran": lembaran,
            "kelompok": _per_lembar(lembaran),
            "pindah": [(nama, len(isi)) for nama, isi in _per_lembar(move)],
        },
        status=status,
    )


def _hanya_pindah(ubahan: dict[str, Any]) -> bool:
    """Whether the row only moved up or down, which is not worth a line each."""
    return ubahan["jenis"] == "berubah" and all(k["judul"] == "urut" for k in ubahan["kolom"])


def _per_lembar(butir: Iterable[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    """Neighbours of one sheet together."""
    return [(nama, list(isi)) for nama, isi in groupby(butir, key=lambda u: str(u["lembar"]))]


def _keadaan(satu: ImporBuku) -> dict[str, object]:
    terhenti = IMPORT_WORK.is_left_behind(satu, timezone.now())
    return {
        "impor": satu,
        "terhenti": terhenti,
        "berjalan": satu.status in ImporBuku.BERJALAN and not terhenti,
    }
