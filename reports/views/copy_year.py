"""Salin dari tahun lalu: what last year has, what this year has already, and one act that copies what was chosen."""

from __future__ import annotations

from typing import Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kecamatan.ground.errors import InputError
from kecamatan.models import Jejak
from kecamatan.permissions import Hak
from reports.writing.copy_year import SALINAN_NARASI
from sakip.copy_year import AWALAN, SALINAN, Salinan, copy_all
from sakip.entry.lock import YearClosed
from sakip.entry.place import Tempat, konteks, place_or_404
from sakip.entry.statuses import BENTROK, TERKUNCI, TIDAK_SAH

SEMUA: Final[tuple[Salinan, ...]] = (*SALINAN, SALINAN_NARASI)


@require_http_methods(["GET", "HEAD", "POST"])
def copy(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Offer the documents of last year; a POST copies those chosen, all or none."""
    tempat = place_or_404(request, slug, tahun)
    tempat.pastikan(Hak.ISI)
    if request.method != "POST":
        return _halaman(request, tempat)
    pilihan = [s for s in SEMUA if s.kode in request.POST.getlist("dokumen")]
    if not pilihan:
        return _halaman(request, tempat, galat="Pilih paling sedikit satu dokumen.", status=TIDAK_SAH)
    try:
        hasil = copy_all(
            pilihan=pilihan, kecamatan=tempat.kecamatan, dari=tahun - 1, ke=tahun, oleh=tempat.pengguna
        )
    except InputError as galat:
        status = TERKUNCI if isinstance(galat, YearClosed) else BENTROK
        return _halaman(request, tempat, pilihan=pilihan, galat=str(galat), status=status)
    for satu, isi in hasil:
        messages.success(request, f"{satu.nama}: {isi.disalin} baris disalin dan ditandai belum ditinjau.")
    return redirect("salin", slug, tahun)


def _halaman(
    request: HttpRequest,
    tempat: Tempat,
    *,
    pilihan: list[Salinan] | None = None,
    galat: str = "",
    status: int = 200,
) -> HttpResponse:
    daftar = [
        {
            "salinan": s,
            "lalu": s.jumlah(tempat.kecamatan, tempat.tahun - 1),
            "kini": s.jumlah(tempat.kecamatan, tempat.tahun),
            "dipilih": s in (pilihan or ()),
        }
        for s in SEMUA
    ]
    riwayat = (
        Jejak.objects.for_kecamatan(tempat.kecamatan)
        .for_tahun(tempat.tahun)
        .filter(tindakan__startswith=AWALAN)
        .select_related("pengguna")
    )
    nama = {s.kode: s for s in SEMUA}
    return render(
        request,
        "reports/salin.html",
        konteks(tempat, aktif="salin")
        | {
            "daftar": daftar,
            "dari": tempat.tahun - 1,
            "ada": any(d["lalu"] and not d["kini"] for d in daftar),
            "galat": galat,
            "riwayat": [
                {
                    "jejak": j,
                    "salinan": nama.get(j.tindakan.removeprefix(AWALAN)),
                    "baris": (j.sesudah or {}).get("Baris disalin", ""),
                    "tertinggal": (j.sesudah or {}).get("Tidak disalin", "").splitlines(),
                }
                for j in riwayat
            ],
        },
        status=status,
    )
