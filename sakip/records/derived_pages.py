"""Documents made from what is recorded: a Renstra copied as its perubahan, PK from the RKT, RKT and IKU from the
Renstra, rencana aksi from the PK, anggaran from the RKT."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kecamatan.ground.errors import InputError
from kecamatan.permissions import Hak
from sakip.entry.lock import YearClosed
from sakip.entry.place import Tempat, konteks, place_or_404
from sakip.entry.statuses import BENTROK, TERKUNCI
from sakip.entry.writer import RecordRefused
from sakip.models import RKT, KeputusanIKU, PerjanjianKinerja, RencanaAksi, Renstra
from sakip.records.anggaran.writes import anggaran_dari_rkt
from sakip.records.iku.writes import iku_dari_renstra
from sakip.records.pk.form import PKForm
from sakip.records.pk.writes import pk_dari_rkt, pk_perubahan
from sakip.records.rencana_aksi.writes import HasilIsi, rencana_aksi_dari_pk
from sakip.records.renstra.writes import renstra_copy_perubahan
from sakip.records.rkt.writes import sasaran_rkt_dari_renstra


@require_POST
def pk_murni(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """PK murni with what the RKT says."""
    tempat = place_or_404(request, slug, tahun)
    tempat.pastikan(Hak.ISI)
    try:
        hasil = pk_dari_rkt(kecamatan=tempat.kecamatan, tahun=tahun, oleh=tempat.pengguna)
    except InputError as galat:
        messages.error(request, str(galat))
        return _kembali(tempat, "pk")
    messages.success(request, "PK murni dibuat. Isi tanggal dan para pihaknya.")
    for pesan in hasil.ditinggalkan:
        messages.warning(request, pesan)
    return _kembali(tempat, "pk", f"#pk-{hasil.perjanjian.pk}")


@require_http_methods(["GET", "HEAD", "POST"])
def pk_ubahan(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Ask why, where and when; then the next perubahan with the rows of the PK before it."""
    tempat = place_or_404(request, slug, tahun)
    tempat.pastikan(Hak.ISI)
    lama = (
        PerjanjianKinerja.objects.for_kecamatan(tempat.kecamatan)
        .for_tahun(tahun)
        .filter(dikutip=False)
        .order_by("-versi")
        .first()
    )
    if lama is None:
        messages.error(request, f"PK murni tahun {tahun} belum dicatat. Buat dahulu PK murni.")
        return _kembali(tempat, "pk")
    versi = lama.versi + 1
    form = PKForm(
        request.POST if request.method == "POST" else None,
        instance=PerjanjianKinerja(
            kecamatan=tempat.kecamatan, tahun=tahun, jenis=PerjanjianKinerja.Jenis.PERUBAHAN, versi=versi
        ),
        initial={"tempat": lama.tempat},
        lingkup=tempat.lingkup,
    )
    status = 200
    if request.method == "POST":
        status = 422
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
                return _kembali(tempat, "pk", f"#pk-{baru.pk}")
    return render(
        request,
        "sakip/isi/pk_perubahan.html",
        konteks(tempat, aktif="pk") | {"form": form, "versi": versi, "lama": lama},
        status=status,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def renstra_copy(request: HttpRequest, slug: str, tahun: int, pk: int) -> HttpResponse:
    """Ask, then copy a Renstra as its next perubahan."""
    tempat = place_or_404(request, slug, tahun)
    renstra = get_object_or_404(
        Renstra.objects.for_user(request.user).for_kecamatan(tempat.kecamatan).select_related("kecamatan"),
        pk=pk,
    )
    tempat.pastikan(Hak.ISI)
    if request.method != "POST":
        return render(
            request,
            "sakip/isi/renstra_copy.html",
            konteks(tempat, aktif="renstra") | {"renstra": renstra, "versi": renstra.versi + 1},
        )
    try:
        baru = renstra_copy_perubahan(renstra=renstra, tahun=tahun, oleh=tempat.pengguna)
    except RecordRefused as galat:
        messages.error(request, str(galat))
        return _kembali(tempat, "renstra")
    messages.success(
        request,
        f"Renstra perubahan ke-{baru.versi} dibuat. Isi dasar dan tanggalnya, lalu ubah yang berubah.",
    )
    return _kembali(tempat, "renstra", f"#renstra-{baru.pk}")


@require_POST
def iku_renstra(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Add to the SK IKU the indikator kinerja utama of the Renstra that it does not have yet."""
    tempat = place_or_404(request, slug, tahun)
    keputusan = _dokumen(request, tempat, KeputusanIKU)
    return _isikan(
        request,
        tempat,
        "iku",
        lambda: _kata_tambah(
            len(iku_dari_renstra(keputusan=keputusan, oleh=tempat.pengguna)),
            "indikator ditambahkan dari Renstra.",
            "Semua indikator kinerja utama dalam Renstra sudah ada.",
        ),
    )


@require_POST
def anggaran_rkt(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Add to the budget the rows of the RKT that it does not have yet."""
    tempat = place_or_404(request, slug, tahun)
    return _isikan(
        request,
        tempat,
        "anggaran",
        lambda: _kata_tambah(
            len(anggaran_dari_rkt(kecamatan=tempat.kecamatan, tahun=tahun, oleh=tempat.pengguna)),
            "baris ditambahkan dari RKT.",
            "Semua baris RKT sudah ada dalam anggaran.",
        ),
    )


@require_POST
def rkt_dari_renstra(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Add to the RKT the indikator of the Renstra that it does not have yet."""
    tempat = place_or_404(request, slug, tahun)
    rkt = _dokumen(request, tempat, RKT)
    return _isikan(
        request,
        tempat,
        "rkt",
        lambda: _kata_tambah(
            len(sasaran_rkt_dari_renstra(rkt=rkt, oleh=tempat.pengguna)),
            f"indikator ditambahkan dari Renstra dengan target tahun {tahun}.",
            "Semua indikator Renstra sudah ada dalam RKT.",
        ),
    )


@require_POST
def rencana_aksi_dari_pk_isi(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Add to the rencana aksi the indikator of the PK that it does not have yet."""
    tempat = place_or_404(request, slug, tahun)
    rencana = _dokumen(request, tempat, RencanaAksi)
    return _isikan(
        request,
        tempat,
        "rencana-aksi",
        lambda: kata_hasil(rencana_aksi_dari_pk(rencana=rencana, oleh=tempat.pengguna)),
    )


def kata_hasil(hasil: HasilIsi) -> str:
    """What was filled, and what is still to be typed."""
    if not hasil.baris:
        return "Semua indikator PK sudah ada dalam rencana aksi."
    versi = f"PK perubahan ke-{hasil.perjanjian.versi}" if hasil.perjanjian.versi else "PK murni"
    kata = [f"{len(hasil.baris)} indikator ditambahkan dari {versi}."]
    if hasil.bertarget:
        kata.append(f"Target triwulan IV diisi dengan target PK pada {hasil.bertarget} indikator.")
    kata.append("Isi target triwulan lainnya.")
    return " ".join(kata)


def _dokumen(request: HttpRequest, tempat: Tempat, model: Any) -> Any:
    """The year's document that is to be filled."""
    semua = model.objects.for_user(request.user).for_kecamatan(tempat.kecamatan).for_tahun(tempat.tahun)
    return get_object_or_404(semua.select_related("kecamatan"))


def _isikan(request: HttpRequest, tempat: Tempat, kode: str, isikan: Callable[[], str]) -> HttpResponse:
    """Fill a document from another and go back to its page, with what was done or why it was refused."""
    tempat.pastikan(Hak.ISI)
    try:
        messages.success(request, isikan())
    except InputError as galat:
        messages.error(request, str(galat))
    return _kembali(tempat, kode)


def _kata_tambah(banyak: int, ditambahkan: str, sudah: str) -> str:
    return f"{banyak} {ditambahkan}" if banyak else sudah


def _kembali(tempat: Tempat, kode: str, letak: str = "") -> HttpResponse:
    return redirect(reverse("isi", args=[tempat.kecamatan.slug, tempat.tahun, kode]) + letak)
