"""Storing the amounts of the budget table."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localtime
from django.views.decorators.http import require_POST

from kecamatan.permissions import Hak
from sakip.entry.findings_panel import page_findings
from sakip.entry.form import values_fingerprint
from sakip.entry.kinds import changed_totals
from sakip.entry.lock import YearClosed
from sakip.entry.place import Tempat, konteks, place_or_404
from sakip.entry.save import Conflict
from sakip.entry.save_many import RowRefused
from sakip.entry.statuses import BENTROK, TERKUNCI, TIDAK_SAH
from sakip.records.anggaran.form import TotalForm
from sakip.records.anggaran.models import AMOUNTS
from sakip.records.anggaran.page import PAGE, Jumlah, Ketikan, arrange, awalan, baris_anggaran, jumlah
from sakip.records.anggaran.totals import amount_in_words
from sakip.records.anggaran.writes import anggaran_save_totals


@require_POST
def store(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Every changed cell of the table, or none with a reason beside each."""
    tempat = place_or_404(request, slug, tahun)
    tempat.pastikan(Hak.ISI)
    form: dict[int, TotalForm] = {}
    sidik: dict[int, str] = {}
    semula = baris_anggaran(tempat)
    sebelum = _totals(jumlah(semula))
    for baris in semula:
        if f"{awalan(baris)}-sidik" in request.POST:
            sidik[baris.pk] = request.POST[f"{awalan(baris)}-sidik"]
            form[baris.pk] = TotalForm(
                request.POST, instance=baris, lingkup=tempat.lingkup, prefix=awalan(baris)
            )
    sah = [satu.is_valid() for satu in form.values()]  # every one, so that every error shows
    if not all(sah):
        return _halaman(request, tempat, Ketikan(form=form, sidik=sidik), TIDAK_SAH)
    try:
        berubah = anggaran_save_totals(
            baris=[(form[pk], sidik[pk]) for pk in form], lingkup=tempat.lingkup, oleh=tempat.pengguna
        )
    except RowRefused as galat:
        for kalimat in galat.galat:
            messages.error(request, kalimat)
        pesan = {pk: _kata(satu) for pk, satu in galat.conflicts.items()}
        # The page now shows what is stored: saving once more means it.
        sidik |= {pk: values_fingerprint(satu.tersimpan) for pk, satu in galat.conflicts.items()}
        return _halaman(request, tempat, Ketikan(form=form, sidik=sidik, pesan=pesan), BENTROK)
    except YearClosed as galat:
        messages.error(request, str(galat))
        return _halaman(request, tempat, Ketikan(form=form, sidik=sidik), TERKUNCI)
    messages.success(
        request,
        f"Anggaran {berubah} baris tersimpan.{changed_totals(sebelum, _totals(jumlah(baris_anggaran(tempat))))}"
        if berubah
        else "Tidak ada angka yang berubah.",
    )
    return redirect("isi", slug, tahun, "anggaran")


def _totals(whole: Jumlah) -> dict[str, str]:
    return {
        "pagu": amount_in_words(whole.pagu_berlaku),
        "realisasi": amount_in_words(whole.serapan.realisasi),
    }


def _kata(bentrok: Conflict) -> str:
    """Who stored what, when, and what may be done."""
    if bentrok.terhapus:
        return f"{bentrok.oleh} menghapus baris ini. Muat ulang halaman."
    nilai = ", ".join(
        f"{nama.replace('_', ' ')} {_rupiah(bentrok.tersimpan.get(nama, ''))}" for nama in AMOUNTS
    )
    waktu = f" pada {localtime(bentrok.waktu):%d/%m/%Y pukul %H.%M}" if bentrok.waktu else ""
    return (
        f"{bentrok.oleh} mengubah baris ini{waktu}. Yang tersimpan: {nilai}."
        " Simpan sekali lagi untuk memakai angka Anda, atau tulis yang tersimpan."
    )


def _rupiah(teks: str) -> str:
    return f"Rp{teks}" if teks else "kosong"


def _halaman(request: HttpRequest, tempat: Tempat, ketikan: Ketikan, status: int) -> HttpResponse:
    shown = arrange(tempat, ketikan)
    return render(
        request,
        PAGE.template_name,
        konteks(tempat, aktif=PAGE.code)
        | {"temuan": page_findings(tempat, PAGE, shown), "galat": _galat(ketikan)}
        | shown,
        status=status,
    )


def _galat(ketikan: Ketikan) -> list[tuple[str, str]]:
    """Messages for the summary, each with the id of the cell it is about."""
    hasil: list[tuple[str, str]] = []
    for pk, form in ketikan.form.items():
        for nama, daftar in form.errors.items():
            hasil += [(str(form[nama].id_for_label), f"{form.instance}: {pesan}") for pesan in daftar]
        if pk in ketikan.pesan:
            hasil.append((str(form[AMOUNTS[0]].id_for_label), f"{form.instance}: {ketikan.pesan[pk]}"))
    return hasil
