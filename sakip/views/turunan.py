"""Documents made from what is recorded: PK from the RKT, a perubahan, IKU from the Renstra, anggaran from the RKT."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kecamatan.galat import GalatMasukan
from kecamatan.izin import Hak
from sakip.forms.perjanjian import FormPK
from sakip.models import KeputusanIKU, PerjanjianKinerja
from sakip.services.anggaran import anggaran_dari_rkt
from sakip.services.catatan import CatatanDitolak
from sakip.services.iku import iku_dari_renstra
from sakip.services.kunci import TahunTerkunci
from sakip.services.perjanjian import pk_dari_rkt, pk_perubahan
from sakip.views.baris import TERKUNCI
from sakip.views.tempat import Tempat, konteks, tempat_atau_404


@require_POST
def pk_murni(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """PK murni with what the RKT says."""
    tempat = tempat_atau_404(request, slug, tahun)
    tempat.pastikan(Hak.ISI)
    try:
        hasil = pk_dari_rkt(kecamatan=tempat.kecamatan, tahun=tahun, oleh=tempat.pengguna)
    except GalatMasukan as galat:
        messages.error(request, str(galat))
        return _kembali(tempat, "pk")
    messages.success(request, "PK murni dibuat. Isi tanggal dan para pihaknya.")
    for pesan in hasil.ditinggalkan:
        messages.warning(request, pesan)
    return _kembali(tempat, "pk", f"#pk-{hasil.perjanjian.pk}")


@require_http_methods(["GET", "HEAD", "POST"])
def pk_ubahan(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Ask why, where and when; then the next perubahan with the rows of the PK before it."""
    tempat = tempat_atau_404(request, slug, tahun)
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
    form = FormPK(
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
            except (CatatanDitolak, TahunTerkunci) as galat:
                form.add_error(None, str(galat))
                status = TERKUNCI if isinstance(galat, TahunTerkunci) else 409
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


@require_POST
def iku_renstra(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Add to the SK IKU the indikator kinerja utama of the Renstra that it does not have yet."""
    tempat = tempat_atau_404(request, slug, tahun)
    keputusan = get_object_or_404(
        KeputusanIKU.objects.for_user(request.user)
        .for_kecamatan(tempat.kecamatan)
        .for_tahun(tahun)
        .select_related("kecamatan")
    )
    tempat.pastikan(Hak.ISI)
    try:
        baris = iku_dari_renstra(keputusan=keputusan, oleh=tempat.pengguna)
    except GalatMasukan as galat:
        messages.error(request, str(galat))
        return _kembali(tempat, "iku")
    messages.success(
        request,
        f"{len(baris)} indikator ditambahkan dari Renstra."
        if baris
        else "Semua indikator kinerja utama dalam Renstra sudah ada.",
    )
    return _kembali(tempat, "iku")


@require_POST
def anggaran_rkt(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Add to the budget the rows of the RKT that it does not have yet."""
    tempat = tempat_atau_404(request, slug, tahun)
    tempat.pastikan(Hak.ISI)
    try:
        baris = anggaran_dari_rkt(kecamatan=tempat.kecamatan, tahun=tahun, oleh=tempat.pengguna)
    except GalatMasukan as galat:
        messages.error(request, str(galat))
        return _kembali(tempat, "anggaran")
    messages.success(
        request,
        f"{len(baris)} baris ditambahkan dari RKT." if baris else "Semua baris RKT sudah ada dalam anggaran.",
    )
    return _kembali(tempat, "anggaran")


def _kembali(tempat: Tempat, kode: str, letak: str = "") -> HttpResponse:
    return redirect(reverse("isi", args=[tempat.kecamatan.slug, tempat.tahun, kode]) + letak)
