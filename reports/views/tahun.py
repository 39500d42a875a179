"""Pages of one kecamatan-year: its summary, and a read-only page per document."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from reports.penyusun import susun_naskah
from reports.render import render_html
from reports.sections.halaman import HALAMAN, susun_halaman
from reports.sections.halaman.rincian import rincian_capaian
from reports.sections.mandiri import JENIS_DOKUMEN
from reports.selectors import tahun_kecamatan
from reports.views.dokumen import alamat_gambar
from reports.views.tempat import konteks, tempat_atau_404

RINGKASAN = "ringkasan"


@require_safe
def ringkasan(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """What is recorded, what came out, and which documents can be made of it."""
    tempat = tempat_atau_404(request, slug, tahun)
    naskah = susun_naskah(kecamatan=tempat.kecamatan, tahun=tahun)
    return render(
        request,
        "reports/ringkasan.html",
        konteks(tempat, aktif=RINGKASAN)
        | {
            "hasil": naskah.hasil,
            "camat": naskah.snapshot.camat,
            "laporan": tempat.di_sini.laporan,
            "daftar_halaman": [(h, h.kode in tempat.di_sini.tercatat) for h in HALAMAN.values()],
            "daftar_dokumen": [j for j in JENIS_DOKUMEN.values() if j.susun(naskah) is not None],
        },
    )


@require_safe
def halaman(request: HttpRequest, slug: str, tahun: int, kode: str) -> HttpResponse:
    """The records of one document, laid out like its official table."""
    tempat = tempat_atau_404(request, slug, tahun)
    if kode not in HALAMAN:
        raise Http404(f"halaman {kode}")
    naskah = susun_naskah(kecamatan=tempat.kecamatan, tahun=tahun)
    isi = susun_halaman(naskah, HALAMAN[kode])
    return render(
        request,
        "reports/halaman.html",
        konteks(tempat, aktif=kode)
        | {
            "halaman": HALAMAN[kode],
            "isi": isi and render_html(isi, naskah.pengaturan, mandiri=False, alamat=alamat_gambar(tempat)),
            "bagian": isi.batang if isi else (),
            "rincian": rincian_capaian(naskah) if kode == "realisasi" else (),
            "daftar_dokumen": [
                JENIS_DOKUMEN[jenis]
                for jenis in HALAMAN[kode].jenis
                if JENIS_DOKUMEN[jenis].susun(naskah) is not None
            ],
        },
    )


@require_safe
def pindah(request: HttpRequest) -> HttpResponseRedirect:
    """Go to the same page of another kecamatan: its same year, else its latest."""
    slug, tahun, kode = (request.GET.get(nama, "") for nama in ("kecamatan", "tahun", "halaman"))
    milik = [b for b in tahun_kecamatan(request.user) if b.kecamatan.slug == slug]
    if not milik:
        raise Http404(f"kecamatan {slug}")
    tujuan = next((b for b in milik if str(b.tahun) == tahun), milik[0])
    if kode in HALAMAN:
        return redirect(reverse("halaman", args=[slug, tujuan.tahun, kode]))
    if kode in JENIS_DOKUMEN:
        return redirect(reverse("dokumen", args=[slug, tujuan.tahun, kode]))
    return redirect(reverse("tahun", args=[slug, tujuan.tahun]))
