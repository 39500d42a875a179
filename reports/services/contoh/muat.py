"""The one transaction in which contoh files become records."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.db import transaction
from django.db.models import Max

from kecamatan.bacaan import BerkasTidakSah, Objek, baca_objek
from kecamatan.models import Kecamatan
from kecamatan.selaras import Hitungan, Penyelaras
from kecamatan.services.contoh import tempat_muat
from kecamatan.services.trail import trail_add
from reports.models import Laporan, Narasi
from reports.services.contoh.kembar import periksa_kembar
from reports.services.kunci import TERBUKA
from reports.writing.html import tidy_html
from reports.writing.judge import WritingRefused, accept_html
from sakip.entry.judge import judge
from sakip.services.contoh import tahun_muat

FORMAT = 1


@dataclass(frozen=True, kw_only=True)
class HasilMuat:
    """What became of one file. ``terkunci`` says why it was left alone, empty when it was loaded."""

    berkas: str
    kecamatan: Kecamatan
    tahun: int
    hitungan: Hitungan
    terkunci: str = ""


@transaction.atomic
def contoh_muat(*, folder: Path) -> list[HasilMuat]:
    """Load every ``*.json`` of the folder, in order of their names, all or nothing.

    The records of a year become what its file says: what is missing is added, what differs changed, what the file
    does not have deleted. A second run changes nothing. A year whose report was submitted or signed is left alone.
    Raises :class:`~kecamatan.bacaan.BerkasTidakSah`.
    """
    berkas = [baca_objek(b) for b in sorted(folder.glob("*.json"))]
    if not berkas:
        raise BerkasTidakSah(f"Folder {folder} tidak memuat berkas JSON. Periksa letaknya.")
    periksa_kembar(berkas)
    return [_muat(asal) for asal in berkas]


@transaction.atomic
def _muat(asal: Objek) -> HasilMuat:
    if asal.bulat_wajib("format") != FORMAT:
        raise asal.galat(f"format {asal.isi['format']} tidak dikenal. Tulis {FORMAT}.", "format")
    asal.teks_wajib("dokumen")
    tahun = asal.bulat_wajib("tahun")
    laporan = (
        Laporan.objects.filter(kecamatan__kode=asal.teks_wajib("kecamatan"), tahun=tahun)
        .select_related("kecamatan")
        .order_by("-versi")
        .first()
    )
    selaras = Penyelaras(judge=judge)
    if laporan is not None and laporan.status not in TERBUKA:
        return HasilMuat(
            berkas=asal.berkas,
            kecamatan=laporan.kecamatan,
            tahun=tahun,
            hitungan=selaras.hitungan,
            terkunci=f"LKIP sudah {laporan.get_status_display().lower()}",
        )
    tempat = tempat_muat(asal=asal, tahun=tahun, selaras=selaras)
    tahun_muat(asal=asal, tempat=tempat, tahun=tahun, selaras=selaras)
    narasi_muat(asal=asal, kecamatan=tempat.kecamatan, tahun=tahun, selaras=selaras)
    laporan_muat(asal=asal, kecamatan=tempat.kecamatan, tahun=tahun, selaras=selaras)
    if asal.daftar("dokumentasi"):
        raise asal.galat("foto tidak dimuat dari berkas contoh. Kosongkan daftar ini.", "dokumentasi")
    asal.selesai()
    selaras.buang_usang()
    if selaras.hitungan.perubahan:
        trail_add(
            tindakan="contoh.dimuat",
            objek="fixtures/contoh",
            sebutan=asal.berkas,
            kecamatan=tempat.kecamatan,
            tahun=tahun,
            sesudah={"perubahan": str(selaras.hitungan)},
        )
    return HasilMuat(berkas=asal.berkas, kecamatan=tempat.kecamatan, tahun=tahun, hitungan=selaras.hitungan)


def narasi_muat(*, asal: Objek, kecamatan: Kecamatan, tahun: int, selaras: Penyelaras) -> None:
    """Write what people wrote, tidied; ``ditinjau`` only where the file says it."""
    stored = {(n.bagian, n.kunci): n.isi for n in Narasi.objects.for_kecamatan(kecamatan).for_tahun(tahun)}
    selaras.daftar(
        Narasi,
        [
            (
                n,
                {
                    "bagian": n.teks_wajib("bagian"),
                    "kunci": n.teks("kunci"),
                    "isi": _text(n, stored.get((n.teks_wajib("bagian"), n.teks("kunci")), "")),
                }
                | ({"ditinjau": n.benar("ditinjau", bawaan=True)} if "ditinjau" in n.isi else {}),
            )
            for n in asal.daftar("narasi")
        ],
        asal=asal,
        induk={"kecamatan": kecamatan, "tahun": tahun},
        kunci=("bagian", "kunci"),
    )


def _text(n: Objek, stored: str) -> str:
    """The text to store; one that only looks different stays as it is stored."""
    written = n.teks_wajib("isi")
    if tidy_html(stored) == tidy_html(written):
        return stored
    try:
        return accept_html(written)
    except WritingRefused as refused:
        raise n.galat(str(refused), "isi") from refused


def laporan_muat(*, asal: Objek, kecamatan: Kecamatan, tahun: int, selaras: Penyelaras) -> None:
    """Place and date of the report's last version; its state is the office's own affair."""
    isi = asal.objek("laporan")
    if isi is None:
        return
    versi = (
        Laporan.objects.for_kecamatan(kecamatan).for_tahun(tahun).aggregate(versi=Max("versi"))["versi"] or 1
    )
    selaras.satu(
        Laporan,
        isi,
        kunci={"kecamatan": kecamatan, "tahun": tahun, "versi": versi},
        nilai={
            "tempat": isi.teks("tempat"),
            "tanggal": isi.tanggal("tanggal"),
            "tanggal_cetak": isi.teks("tanggal_cetak"),
        },
    )
