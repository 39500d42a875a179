"""Salin dari tahun lalu: what last year has, what this year has already, and one act that copies what was chosen."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kecamatan.ground.errors import InputError
from kecamatan.models import Jejak
from kecamatan.permissions import Hak
from reports.forms.copy_year import DOCUMENTS, CopyForm
from sakip.entry.copying import AWALAN, copy_all
from sakip.entry.lock import YearClosed
from sakip.entry.place import konteks, place_or_404
from sakip.entry.statuses import BENTROK, TERKUNCI, TIDAK_SAH


@require_http_methods(["GET", "HEAD", "POST"])
def copy(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Offer the documents of last year; a POST copies those chosen, all or none."""
    tempat = place_or_404(request, slug, tahun)
    tempat.pastikan(Hak.ISI)
    form = CopyForm(request.POST if request.method == "POST" else None, tempat=tempat)
    if not form.is_bound:
        return _halaman(request, form)
    if not form.is_valid():
        return _halaman(request, form, TIDAK_SAH)
    try:
        hasil = copy_all(
            pilihan=form.cleaned_data["dokumen"],
            kecamatan=tempat.kecamatan,
            dari=form.dari,
            ke=tahun,
            oleh=tempat.pengguna,
        )
    except InputError as galat:
        form.add_error("dokumen", str(galat))
        return _halaman(request, form, TERKUNCI if isinstance(galat, YearClosed) else BENTROK)
    for satu, isi in hasil:
        messages.success(request, f"{satu.nama}: {isi.disalin} baris disalin dan ditandai belum ditinjau.")
    return redirect("salin", slug, tahun)


def _halaman(request: HttpRequest, form: CopyForm, status: int = 200) -> HttpResponse:
    tempat = form.tempat
    riwayat = (
        Jejak.objects.for_kecamatan(tempat.kecamatan)
        .for_tahun(tempat.tahun)
        .filter(tindakan__startswith=AWALAN)
        .select_related("pengguna")
    )
    return render(
        request,
        "reports/copy_year.html",
        konteks(tempat, aktif="salin")
        | {
            "form": form,
            "riwayat": [
                {
                    "jejak": j,
                    "salinan": DOCUMENTS.get(j.tindakan.removeprefix(AWALAN)),
                    "baris": (j.sesudah or {}).get("Baris disalin", ""),
                    "tertinggal": (j.sesudah or {}).get("Tidak disalin", "").splitlines(),
                }
                for j in riwayat
            ],
        },
        status=status,
    )
