"""Bukti dukung: files that prove a realisasi, judged by their content and kept by their content."""

from __future__ import annotations

import hashlib
import unicodedata
import zipfile
from decimal import Decimal
from pathlib import PurePath
from typing import IO, Final

from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction

from kecamatan.ground.errors import InputError
from kecamatan.models import Pengguna
from sakip.entry.form import Scope
from sakip.entry.writer import writing
from sakip.models import BuktiDukung, Realisasi
from sakip.text.numbers import format_angka

BUKTI_TERBESAR: Final = 10 * 1024 * 1024
"""Bytes. A scanned page is a tenth of it."""

ISI_ZIP_TERBANYAK: Final = 5000
PANJANG_NAMA: Final = 100

_AWALAN: Final = ((b"%PDF-", ".pdf"), (b"\xff\xd8\xff", ".jpg"), (b"\x89PNG\r\n\x1a\n", ".png"))
_OFFICE: Final = (("xl/workbook.xml", ".xlsx"), ("word/document.xml", ".docx"))

JENIS_BUKTI: Final = {
    ".pdf": "application/pdf",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


class BuktiRefused(InputError):
    """A file that cannot be taken; ``str()`` says why and what helps."""


def ekstensi_bukti(berkas: IO[bytes]) -> str:
    """The kind of a file by its content, as a suffix (".pdf"). Raises BuktiRefused for any other kind."""
    berkas.seek(0)
    awal = berkas.read(8)
    for tanda, ekstensi in _AWALAN:
        if awal.startswith(tanda):
            return ekstensi
    if awal.startswith(b"PK\x03\x04"):
        berkas.seek(0)
        try:
            with zipfile.ZipFile(berkas) as arsip:
                nama = arsip.namelist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
            nama = []
        if any("vbaproject" in satu.lower() for satu in nama[:ISI_ZIP_TERBANYAK]):
            raise BuktiRefused(
                "Berkas ini memuat makro. Simpan sebagai XLSX atau DOCX biasa, lalu unggah lagi."
            )
        if len(nama) <= ISI_ZIP_TERBANYAK:
            for tanda_isi, ekstensi in _OFFICE:
                if tanda_isi in nama:
                    return ekstensi
    raise BuktiRefused("Jenis berkas ini tidak diterima. Unggah PDF, JPG, PNG, XLSX, atau DOCX.")


def nama_bukti(nama: str, ekstensi: str) -> str:
    """A file name that every system keeps, with the suffix of its content."""
    pangkal = PurePath(nama.replace("\\", "/")).name
    if "." in pangkal:
        pangkal = pangkal.rpartition(".")[0]
    ascii_saja = unicodedata.normalize("NFKD", pangkal).encode("ascii", "ignore").decode()
    aman = "".join(h if h.isalnum() or h in " -_()." else "-" for h in ascii_saja).strip(" .")
    return f"{aman[:PANJANG_NAMA].strip() or 'bukti'}{ekstensi}"


def bukti_upload(*, lingkup: Scope, realisasi: Realisasi, berkas: File[bytes], oleh: Pengguna) -> BuktiDukung:
    """Keep a file as evidence of a realisasi; one that is there already stays the one.

    Raises :class:`BuktiRefused` and :class:`sakip.entry.lock.YearClosed`.
    """
    if not berkas.size:
        raise BuktiRefused("Berkas ini kosong. Pilih berkas lain.")
    if berkas.size > BUKTI_TERBESAR:
        besar = format_angka(Decimal(berkas.size) / 1024**2, 1)
        raise BuktiRefused(f"Berkas ini {besar} MB; paling besar 10 MB. Perkecil, lalu unggah lagi.")
    ekstensi = ekstensi_bukti(berkas)
    berkas.seek(0)
    sidik = hashlib.sha256()
    for potongan in berkas.chunks():
        sidik.update(potongan)
    bukti = BuktiDukung(
        realisasi=realisasi,
        nama=nama_bukti(str(berkas.name), ekstensi),
        sha256=sidik.hexdigest(),
        ukuran=berkas.size,
        diunggah_oleh=oleh,
    )
    tertulis = ""
    try:
        # The row of the value is the lock: two uploads of one file follow each other.
        with writing(lingkup, by=oleh, hold=realisasi) as act:
            if ada := BuktiDukung.objects.filter(realisasi=realisasi, sha256=bukti.sha256).first():
                return ada
            bukti.berkas.save(bukti.nama, berkas, save=False)
            tertulis = bukti.berkas.name or ""
            act.put(bukti)
            act.tell("bukti.diunggah", bukti, name=_sebutan(bukti), after=_isi(bukti))
    except BaseException:
        if tertulis:
            default_storage.delete(tertulis)
        raise
    return bukti


def bukti_delete(*, lingkup: Scope, bukti: BuktiDukung, oleh: Pengguna, alasan: str = "") -> None:
    """Delete evidence; its file goes when the deletion is certain. Raises YearClosed."""
    nama = bukti.berkas.name or ""
    with writing(lingkup, by=oleh) as act:
        act.tell("bukti.dihapus", bukti, name=_sebutan(bukti), before=_isi(bukti), why=alasan)
        act.remove(bukti)
        transaction.on_commit(lambda: _discard(nama))


def _isi(bukti: BuktiDukung) -> dict[str, str]:
    """What the trail says of evidence."""
    return {"Berkas": bukti.nama, "Sidik SHA-256": bukti.sha256}


def _discard(nama: str) -> None:
    """Remove a file that no row names any more."""
    if nama and not BuktiDukung.objects.filter(berkas=nama).exists():
        default_storage.delete(nama)


def _sebutan(bukti: BuktiDukung) -> str:
    return f"{bukti.realisasi.indikator}, bukti dukung {bukti.nama}"
