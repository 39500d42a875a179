"""Many rows at once: a Renstra copied as its perubahan, an RKT filled from the Renstra, a rencana aksi from the PK."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kecamatan.galat import GalatMasukan
from kecamatan.izin import Hak
from sakip.models import RKT, RencanaAksi, Renstra
from sakip.services.rencana_aksi import HasilIsi, rencana_aksi_dari_pk
from sakip.services.renstra import SalinanDitolak, renstra_salin_perubahan
from sakip.services.rkt import sasaran_rkt_dari_renstra
from sakip.views.tempat import Tempat, konteks, tempat_atau_404


@require_http_methods(["GET", "HEAD", "POST"])
def renstra_salin(request: HttpRequest, slug: str, tahun: int, pk: int) -> HttpResponse:
    """Ask, then copy a Renstra as its next perubahan."""
    tempat = tempat_atau_404(request, slug, tahun)
    renstra = get_object_or_404(
        Renstra.objects.for_user(request.user).for_kecamatan(tempat.kecamatan).select_related("kecamatan"),
        pk=pk,
    )
    tempat.pastikan(Hak.ISI)
    if request.method != "POST":
        return render(
            request,
            "sakip/isi/renstra_salin.html",
            konteks(tempat, aktif="renstra") | {"renstra": renstra, "versi": renstra.versi + 1},
        )
    try:
        baru = renstra_salin_perubahan(renstra=renstra, oleh=tempat.pengguna)
    except SalinanDitolak as galat:
        messages.error(request, str(galat))
        return _kembali(tempat, "renstra")
    messages.success(
        request,
        f"Renstra perubahan ke-{baru.versi} dibuat. Isi dasar dan tanggalnya, lalu ubah yang berubah.",
    )
    return _kembali(tempat, "renstra", f"#renstra-{baru.pk}")


@require_POST
def rkt_dari_renstra(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Add to the RKT the indikator of the Renstra that it does not have yet."""
    tempat = tempat_atau_404(request, slug, tahun)
    rkt = get_object_or_404(
        RKT.objects.for_user(request.user)
        .for_kecamatan(tempat.kecamatan)
        .for_tahun(tahun)
        .select_related("kecamatan")
    )
    tempat.pastikan(Hak.ISI)
    try:
        baris = sasaran_rkt_dari_renstra(rkt=rkt, oleh=tempat.pengguna)
    except GalatMasukan as galat:
        messages.error(request, str(galat))
        return _kembali(tempat, "rkt")
    messages.success(
        request,
        f"{len(baris)} indikator ditambahkan dari Renstra dengan target tahun {tahun}."
        if baris
        else "Semua indikator Renstra sudah ada dalam RKT.",
    )
    return _kembali(tempat, "rkt")


@require_POST
def rencana_aksi_dari_pk_isi(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Add to the rencana aksi the indikator of the PK that it does not have yet."""
    tempat = tempat_atau_404(request, slug, tahun)
    rencana = get_object_or_404(
        RencanaAksi.objects.for_user(request.user)
        .for_kecamatan(tempat.kecamatan)
        .for_tahun(tahun)
        .select_related("kecamatan")
    )
    tempat.pastikan(Hak.ISI)
    try:
        hasil = rencana_aksi_dari_pk(rencana=rencana, oleh=tempat.pengguna)
    except GalatMasukan as galat:
        messages.error(request, str(galat))
        return _kembali(tempat, "rencana-aksi")
    messages.success(request, kata_hasil(hasil))
    return _kembali(tempat, "rencana-aksi")


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


def _kembali(tempat: Tempat, kode: str, letak: str = "") -> HttpResponse:
    return redirect(reverse("isi", args=[tempat.kecamatan.slug, tempat.tahun, kode]) + letak)
