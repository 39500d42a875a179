"""The page of one indikator of the grid: how its capaian follows, its values, remarks, evidence and history.

Beside the grid the script shows it as a panel; every link and form of it is a page of its own.
"""

from __future__ import annotations

from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kecamatan.permissions import Hak, unit_operator
from sakip.capaian.triwulan import TAHUNAN, TRIWULAN
from sakip.entry.form import values_fingerprint
from sakip.entry.lock import YearClosed
from sakip.entry.place import Tempat, konteks, place_or_404
from sakip.entry.row_pages import langkah
from sakip.entry.save import Conflict
from sakip.entry.statuses import BENTROK, TERKUNCI, TIDAK_SAH
from sakip.entry.writer import RecordRefused
from sakip.models import BuktiDukung, Indikator, KomentarRealisasi, Realisasi
from sakip.records.realisasi.detail_forms import BuktiForm, CommentForm
from sakip.records.realisasi.form import DetailedRealisasiForm
from sakip.records.realisasi.grid import NAMA_TRIWULAN, Bahan, say_triwulan
from sakip.records.realisasi.grid_page import KODE, indikator_or_404, pembaca, say_time
from sakip.records.realisasi.remarks import comment_close, comment_write
from sakip.records.realisasi.working import langkah_capaian, riwayat_indikator, sebut_masa
from sakip.records.realisasi.writes import (
    cell_emptied,
    ensure_unit,
    may_enter_for_unit,
    realisasi_save_detailed,
    realisasi_tersimpan,
)

RIWAYAT_TERBANYAK: Final = 50


@never_cache
@require_safe
def rincian(request: HttpRequest, slug: str, tahun: int, pk: int) -> HttpResponse:
    """Everything about one indikator and year."""
    tempat = place_or_404(request, slug, tahun)
    return show(request, tempat, indikator_or_404(tempat.kecamatan, pk))


def show(
    request: HttpRequest,
    tempat: Tempat,
    indikator: Indikator,
    *,
    form_komentar: CommentForm | None = None,
    form_bukti: BuktiForm | None = None,
) -> HttpResponse:
    """The page; a form that was refused is shown on it as it was sent."""
    bahan = Bahan.read(tempat.kecamatan, tempat.tahun)
    ada = bahan.kisi(pembaca(tempat)).cari(indikator.pk)
    hasil = bahan.hasil_indikator(indikator.kunci)
    terisi = realisasi_tersimpan(indikator=indikator, tahun=tempat.tahun)
    milik = {b[-1].pk: b[-1] for b in terisi.values()}
    komentar = tempat.rows(KomentarRealisasi).filter(indikator__kunci=indikator.kunci)
    sel = {s.triwulan: s for s in ada[1].sel} if ada else {}
    bukti = BuktiDukung.objects.filter(realisasi__in=milik).select_related("realisasi", "diunggah_oleh")
    return render(
        request,
        "sakip/realisasi/details.html",
        _konteks(tempat, indikator)
        | {
            "baris": ada[1] if ada else None,
            "sel": [(n, NAMA_TRIWULAN[n], sel.get(n), terisi.get(n)) for n in (*TRIWULAN, TAHUNAN)],
            "langkah": langkah_capaian(hasil) if hasil else (),
            "boleh": _boleh(tempat, indikator),
            "boleh_komentar": Hak.KOMENTAR in tempat.hak,
            "komentar": [(k, sebut_masa(k.triwulan)) for k in komentar.select_related("pengguna")],
            "bukti": [(b, NAMA_TRIWULAN[b.realisasi.triwulan]) for b in bukti],
            "riwayat": langkah(
                riwayat_indikator(kecamatan=tempat.kecamatan, indikator=indikator, tahun=tempat.tahun)[
                    :RIWAYAT_TERBANYAK
                ]
            ),
            "form_komentar": form_komentar or CommentForm(),
            "form_bukti": form_bukti or BuktiForm(terisi=terisi),
        },
        status=TIDAK_SAH if form_komentar or form_bukti else 200,
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def nilai(request: HttpRequest, slug: str, tahun: int, pk: int, triwulan: int) -> HttpResponse:
    """One value with pembilang, penyebut, reason, printed form, notes and source."""
    tempat = place_or_404(request, slug, tahun)
    indikator = indikator_or_404(tempat.kecamatan, pk)
    if triwulan not in NAMA_TRIWULAN:
        raise Http404(f"triwulan {triwulan}")
    tempat.pastikan(Hak.ISI)
    ensure_unit(indikator, unit_operator(tempat.pengguna, tempat.kecamatan))
    ada = realisasi_tersimpan(indikator=indikator, tahun=tahun).get(triwulan)
    baris = ada[-1] if ada else Realisasi(indikator=indikator, tahun=tahun, triwulan=triwulan)
    if request.method != "POST":
        form = DetailedRealisasiForm(instance=baris, lingkup=tempat.lingkup)
        return _formulir(request, tempat, indikator, triwulan, form, sidik=form.sidik)
    form = DetailedRealisasiForm(data=request.POST, instance=baris, lingkup=tempat.lingkup)
    sidik = request.POST.get("sidik", "")
    if not form.is_valid():
        return _formulir(request, tempat, indikator, triwulan, form, sidik=sidik, status=TIDAK_SAH)
    try:
        if not ada and sidik:
            raise cell_emptied(baris)
        realisasi_save_detailed(form=form, sidik=sidik, oleh=tempat.pengguna)
    except Conflict as bentrok:
        form.add_error(None, _conflict_message(bentrok))
        sidik = "" if bentrok.terhapus else values_fingerprint(bentrok.tersimpan)
        return _formulir(request, tempat, indikator, triwulan, form, sidik=sidik, status=BENTROK)
    except (RecordRefused, YearClosed) as galat:
        form.add_error(None, str(galat))
        status = TERKUNCI if isinstance(galat, YearClosed) else TIDAK_SAH
        return _formulir(request, tempat, indikator, triwulan, form, sidik=sidik, status=status)
    messages.success(request, f"Realisasi {say_triwulan(triwulan)} tersimpan.")
    return redirect("realisasi-rincian", slug, tahun, pk)


@require_POST
def komentar(request: HttpRequest, slug: str, tahun: int, pk: int) -> HttpResponse:
    """Write a remark."""
    tempat = place_or_404(request, slug, tahun)
    tempat.pastikan(Hak.KOMENTAR)
    indikator = indikator_or_404(tempat.kecamatan, pk)
    form = CommentForm(request.POST)
    if not form.is_valid():
        return show(request, tempat, indikator, form_komentar=form)
    comment_write(lingkup=tempat.lingkup, indikator=indikator, oleh=tempat.pengguna, **form.cleaned_data)
    messages.success(request, "Komentar tersimpan.")
    return redirect("realisasi-rincian", slug, tahun, pk)


@require_POST
def finish(request: HttpRequest, slug: str, tahun: int, pk: int) -> HttpResponse:
    """Settle a remark."""
    tempat = place_or_404(request, slug, tahun)
    tempat.pastikan(Hak.KOMENTAR)
    satu = get_object_or_404(
        KomentarRealisasi.objects.for_user(request.user)
        .for_kecamatan(tempat.kecamatan)
        .for_tahun(tahun)
        .select_related("indikator"),
        pk=pk,
    )
    comment_close(lingkup=tempat.lingkup, komentar=satu, oleh=tempat.pengguna)
    messages.success(request, "Komentar ditandai selesai.")
    return redirect("realisasi-rincian", slug, tahun, satu.indikator_id)


# -- helpers -----------------------------------------------------------------------------------------


def _konteks(tempat: Tempat, indikator: Indikator) -> dict[str, object]:
    return konteks(tempat, aktif=KODE) | {"indikator": indikator}


def _boleh(tempat: Tempat, indikator: Indikator) -> bool:
    return tempat.boleh_isi and may_enter_for_unit(
        indikator, unit_operator(tempat.pengguna, tempat.kecamatan)
    )


def _conflict_message(bentrok: Conflict) -> str:
    if bentrok.terhapus:
        siapa = "orang lain" if bentrok.waktu is None else f"{bentrok.oleh} pada {say_time(bentrok.waktu)}"
        return f"Nilai ini dikosongkan {siapa}, setelah Anda membukanya. Simpan sekali lagi untuk mengisinya."
    tersimpan = bentrok.tersimpan.get("nilai", "")
    return (
        f"{bentrok.oleh} mengubah catatan ini pada {say_time(bentrok.waktu)}; nilai tersimpan kini {tersimpan}."
        " Nilai Anda masih tertulis di bawah. Simpan sekali lagi untuk memakai nilai Anda, atau tekan Batal."
    )


def _formulir(
    request: HttpRequest,
    tempat: Tempat,
    indikator: Indikator,
    triwulan: int,
    form: DetailedRealisasiForm,
    *,
    sidik: str,
    status: int = 200,
) -> HttpResponse:
    return render(
        request,
        "sakip/realisasi/nilai.html",
        _konteks(tempat, indikator)
        | {
            "form": form,
            "sidik": sidik,
            "nama_masa": NAMA_TRIWULAN[triwulan],
            "sebut_masa": say_triwulan(triwulan),
            "boleh": _boleh(tempat, indikator),
        },
        status=status,
    )
