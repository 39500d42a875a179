"""The realisasi grid: one page, and one question per cell while somebody types.

Without the script the page is a plain form with all its cells; with it every cell is sent by itself. Both go through
the same service, and both are answered by the one engine.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any, Final

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from kecamatan.ground.years import YEAR_FIRST, YEAR_LAST
from kecamatan.models import Kecamatan, Pengguna
from kecamatan.permissions import Hak, pastikan, rights_in, unit_operator
from sakip.capaian.triwulan import TAHUNAN, TRIWULAN
from sakip.entry.findings_panel import show_findings
from sakip.entry.form import Scope, values_fingerprint
from sakip.entry.lock import YearClosed
from sakip.entry.place import Tempat, konteks, place_or_404
from sakip.entry.save import Conflict
from sakip.entry.statuses import BENTROK, TERKUNCI, TIDAK_SAH
from sakip.entry.writer import RecordRefused
from sakip.models import Indikator
from sakip.records.realisasi.form import say_dropped
from sakip.records.realisasi.grid import (
    NAMA_TRIWULAN,
    Bahan,
    Grid,
    GridCell,
    GridReader,
    GridRow,
    build_grid,
    say_triwulan,
)
from sakip.records.realisasi.writes import ensure_unit, realisasi_save
from sakip.text.dates import format_tanggal

KODE: Final = "realisasi"


BELUM_DIHITUNG: Final = "belum dihitung"

#: How the reason of a refusal is called beside the cell.
KEADAAN: Final = {BENTROK: "bentrok", TIDAK_SAH: "tidak sah", TERKUNCI: "terkunci"}


NOMOR = re.compile(r"[0-9]{1,18}")
_NAMA_SEL = re.compile(r"sel-(?P<nama>[0-9]{1,18}-[0-4])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gagal:
    """Why a cell of the plain form was not stored; ``teks`` is what was typed."""

    teks: str
    status: int
    pesan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SelTampil:
    """A cell as the template draws it: what is stored, or what was typed and why it was refused."""

    sel: GridCell
    nama: str
    teks: str
    keadaan: str
    pesan: str
    terbuka: bool


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def isi(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """The grid. A POST stores all cells that were changed, each by itself."""
    tempat = place_or_404(request, slug, tahun)
    if request.method != "POST":
        return _halaman(request, tempat, {})
    tempat.pastikan(Hak.ISI)
    gagal, tersimpan, hilang = _save_all(request, tempat)
    for kalimat in hilang:
        messages.info(request, kalimat)
    if gagal:
        ada = {g.status for g in gagal.values()}
        status = next(s for s in (BENTROK, TERKUNCI, TIDAK_SAH) if s in ada)
        return _halaman(request, tempat, gagal, tersimpan=tersimpan, status=status)
    messages.success(
        request, f"{tersimpan} nilai tersimpan." if tersimpan else "Tidak ada nilai yang berubah."
    )
    return redirect("realisasi-isi", slug, tahun)


@never_cache
@require_http_methods(["GET", "POST"])
def sel(request: HttpRequest, slug: str, tahun: int) -> JsonResponse:
    """Store one cell and say what follows from it. A GET says who is signed in, and with which token to send."""
    kecamatan = Kecamatan.objects.for_user(request.user).filter(slug=slug).select_related("kabupaten").first()
    user = request.user
    if kecamatan is None or not isinstance(user, Pengguna) or not YEAR_FIRST <= tahun <= YEAR_LAST:
        return _pesan("Halaman ini tidak ada.", 404)
    if request.method == "GET":
        return JsonResponse({"pengguna": user.pk, "token": get_token(request)})
    try:
        pastikan(user, Hak.ISI, kecamatan)
        indikator, triwulan = _sel_diminta(request, kecamatan)
        ensure_unit(indikator, unit_operator(user, kecamatan))
    except Http404 as galat:
        return _pesan(str(galat), 404)
    except PermissionDenied as galat:
        return _pesan(str(galat), 403)
    lingkup = Scope(kecamatan=kecamatan, tahun=tahun, pengguna=user)
    try:
        row = realisasi_save(
            lingkup=lingkup,
            indikator=indikator,
            triwulan=triwulan,
            teks=request.POST.get("teks", ""),
            sidik=request.POST.get("sidik", ""),
            oleh=user,
        )
    except Conflict as bentrok:
        return JsonResponse(_bentrok(bentrok), status=BENTROK)
    except YearClosed as galat:
        return _pesan(str(galat), TERKUNCI)
    except RecordRefused as galat:
        return _pesan(str(galat), TIDAK_SAH)
    jawaban = _jawaban(Bahan.of_year(kecamatan, tahun), indikator.pk, triwulan)
    return JsonResponse(jawaban | {"hilang": say_dropped(row)})


# -- one cell ----------------------------------------------------------------------------------------


def _sel_diminta(request: HttpRequest, kecamatan: Kecamatan) -> tuple[Indikator, int]:
    pk, triwulan = (request.POST.get(nama, "") for nama in ("indikator", "triwulan"))
    if not NOMOR.fullmatch(pk) or triwulan not in {"0", "1", "2", "3", "4"}:
        raise Http404("Sel ini tidak ada. Muat ulang halaman.")
    return indikator_or_404(kecamatan, int(pk)), int(triwulan)


def indikator_or_404(kecamatan: Kecamatan, pk: int) -> Indikator:
    """An indikator of the kecamatan with its scale (1 query, 2 with a scale).

    The kecamatan was found among those that the user sees (``for_user``), and with it all that is in it: asking that
    again for the row inside would judge the same memberships twice.
    """
    indikator = (
        Indikator.objects.for_kecamatan(kecamatan)
        .select_related("renstra", "skala")
        .prefetch_related("skala__kategori")
        .filter(pk=pk)
        .order_by("pk")
        .first()
    )
    if indikator is None:
        raise Http404("Indikator ini sudah tidak ada. Muat ulang halaman.")
    return indikator


def _jawaban(bahan: Bahan, pk: int, triwulan: int) -> dict[str, Any]:
    """What changed on the page: the cell, the cell that follows from it, and texts by the place they stand in.

    An indikator of a replaced Renstra has no row any more.
    """
    ada = bahan.row_of(pk)
    if ada is None:
        return {"muat_ulang": True}
    nomor, rerata, baris = ada
    sel_ini = next(s for s in baris.sel if s.triwulan == triwulan)
    setahun = baris.sel_setahun
    return {
        "teks": sel_ini.teks,
        "sidik": sel_ini.sidik,
        "sel_lain": {
            f"{pk}-{TAHUNAN}": {"teks": setahun.teks, "sidik": setahun.sidik, "dihitung": baris.dihitung}
        },
        "tampil": {
            f"capaian-{pk}": baris.capaian,
            f"predikat-{pk}": baris.predikat,
            f"alasan-{pk}": baris.alasan,
            f"keterangan-{pk}": baris.keterangan,
            f"hitung-{pk}-{TAHUNAN}": baris.setahun,
            f"rerata-{nomor}": rerata,
            "rerata": bahan.rerata or BELUM_DIHITUNG,
        },
        "kabar": f"Capaian {baris.capaian}." if baris.capaian else "",
    }


def _bentrok(bentrok: Conflict) -> dict[str, Any]:
    return {
        "pesan": f"{bentrok.oleh} lebih dahulu mengubah nilai ini.",
        "tersimpan": bentrok.tersimpan.get("nilai", ""),
        "oleh": bentrok.oleh,
        "waktu": say_time(bentrok.waktu),
        "sidik": "" if bentrok.terhapus else values_fingerprint(bentrok.tersimpan),
    }


def say_time(waktu: Any) -> str:
    """ "25 November 2026 pukul 09.15", in the time of the office."""
    if waktu is None:
        return "waktu tidak tercatat"
    lokal = timezone.localtime(waktu)
    return f"{format_tanggal(lokal.date())} pukul {lokal:%H.%M}"


def _pesan(pesan: str, status: int) -> JsonResponse:
    return JsonResponse({"pesan": pesan}, status=status)


# -- the page ----------------------------------------------------------------------------------------


def pembaca(tempat: Tempat) -> GridReader:
    """What the reader of the page may enter."""
    if tempat.terkunci:
        return GridReader(tutup="terkunci")
    if Hak.ISI not in rights_in(tempat.pengguna, tempat.kecamatan):
        return GridReader(tutup="hanya dibaca")
    return GridReader(unit=unit_operator(tempat.pengguna, tempat.kecamatan))


def _save_all(request: HttpRequest, tempat: Tempat) -> tuple[dict[str, Gagal], int, list[str]]:
    """Store the cells of the plain form that differ from what the page showed: which were refused, how many not, and
    whose printed form went with their value."""
    asal = _asal(request)
    unit = unit_operator(tempat.pengguna, tempat.kecamatan)
    gagal: dict[str, Gagal] = {}
    tersimpan = 0
    hilang: list[str] = []
    for nama, teks in _diketik(request, asal).items():
        pk, _, triwulan = nama.partition("-")
        try:
            indikator = indikator_or_404(tempat.kecamatan, int(pk))
            ensure_unit(indikator, unit)
            row = realisasi_save(
                lingkup=tempat.lingkup,
                indikator=indikator,
                triwulan=int(triwulan),
                teks=teks,
                sidik=asal.get(nama, ("", ""))[1],
                oleh=tempat.pengguna,
            )
            tersimpan += 1
            if kalimat := say_dropped(row):
                hilang.append(f"{indikator.nama}, {say_triwulan(int(triwulan))}: {kalimat}")
        except Conflict as bentrok:
            gagal[nama] = Gagal(teks=teks, status=BENTROK, pesan=_conflict_message(bentrok, teks))
        except YearClosed as galat:
            gagal[nama] = Gagal(teks=teks, status=TERKUNCI, pesan=str(galat))
        except (RecordRefused, PermissionDenied, Http404) as galat:
            gagal[nama] = Gagal(teks=teks, status=TIDAK_SAH, pesan=str(galat))
    return gagal, tersimpan, hilang


def _asal(request: HttpRequest) -> dict[str, tuple[str, str]]:
    """What the page showed: name of the cell → text and fingerprint, of filled cells."""
    try:
        isi_asal = json.loads(request.POST.get("asal", "{}"))
        return {str(nama): (str(teks), str(sidik)) for nama, (teks, sidik) in isi_asal.items()}
    except (ValueError, TypeError, AttributeError, RecursionError):
        return {}


def _diketik(request: HttpRequest, asal: dict[str, tuple[str, str]]) -> dict[str, str]:
    """Cells whose text is not the one that the page showed, in the order of the page."""
    return {
        nama: teks.strip()
        for isian, teks in request.POST.items()
        if (cocok := _NAMA_SEL.fullmatch(isian))
        and (nama := cocok["nama"])
        and isinstance(teks, str)
        and teks.strip() != asal.get(nama, ("", ""))[0]
    }


def _conflict_message(bentrok: Conflict, teks: str) -> str:
    tersimpan = bentrok.tersimpan.get("nilai", "")
    return (
        f"{bentrok.oleh} mengubah nilai ini pada {say_time(bentrok.waktu)} menjadi"
        f" {tersimpan or '(kosong)'}. Simpan sekali lagi untuk memakai nilai Anda, {teks or '(kosong)'};"
        f" {f'atau tulis {tersimpan}' if tersimpan else 'atau kosongkan'} untuk memakai nilai tersimpan."
    )


def _halaman(
    request: HttpRequest, tempat: Tempat, gagal: dict[str, Gagal], *, tersimpan: int = 0, status: int = 200
) -> HttpResponse:
    kisi = build_grid(kecamatan=tempat.kecamatan, tahun=tempat.tahun, pembaca=pembaca(tempat))
    semula = _asal(request)
    asal = dict(kisi.asal)
    for nama, satu in gagal.items():
        # Who met another's value has seen it now; whose text was refused has seen nothing new.
        if satu.status != BENTROK:
            asal.pop(nama, None)
            if nama in semula:
                asal[nama] = semula[nama]
    return render(
        request,
        "sakip/realisasi/grid.html",
        konteks(tempat, aktif=KODE)
        | {
            "kisi": kisi,
            "temuan": show_findings(kisi.findings, tempat),
            "kelompok": [
                (k, [(b, [_sel_tampil(b, s, gagal) for s in b.sel]) for b in k.baris]) for k in kisi.kelompok
            ],
            "asal": json.dumps(asal, separators=(",", ":")),
            "gagal": [(nama, _say_cell(kisi, nama), g.pesan) for nama, g in gagal.items()],
            "tersimpan": tersimpan,
            "rerata": kisi.rerata or BELUM_DIHITUNG,
            "lebar": 9 + len(kisi.tahun_lalu),
            "dapat_diisi": any(not b.tutup for b in kisi.baris),
            "triwulan": [NAMA_TRIWULAN[n] for n in TRIWULAN],
        },
        status=status,
    )


def _sel_tampil(baris: GridRow, satu: GridCell, gagal: dict[str, Gagal]) -> SelTampil:
    nama = f"{baris.pk}-{satu.triwulan}"
    salah = gagal.get(nama)
    return SelTampil(
        sel=satu,
        nama=nama,
        teks=salah.teks if salah else satu.teks,
        keadaan=KEADAAN[salah.status] if salah else "tersimpan" if satu.teks else "",
        pesan=salah.pesan if salah else "",
        terbuka=not baris.tutup
        and (satu.measured or bool(satu.teks) or salah is not None)
        and not (satu.triwulan == TAHUNAN and baris.dihitung and not salah),
    )


def _say_cell(kisi: Grid, nama: str) -> str:
    pk, _, triwulan = nama.partition("-")
    ada = kisi.cari(int(pk))
    return f"{ada[1].nama if ada else 'Indikator'}, {say_triwulan(int(triwulan))}"
