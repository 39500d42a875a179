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
from kecamatan.ground.pictures import PictureRefused, check_picture, is_picture
from kecamatan.models import Pengguna
from sakip.entry.form import Scope
from sakip.entry.writer import writing
from sakip.models import BuktiDukung, Realisasi
from sakip.text.numbers import format_angka

LARGEST_BUKTI: Final = 10 * 1024 * 1024
"""Bytes. A scanned page is a tenth of it."""

LARGEST_SCAN: Final = 100_000_000
"""Pixels. A4 at 600 dpi has 35 million; it is kept as it is, and drawn by whoever looks at it."""

ZIP_MOST_CONTENT: Final = 5000
NAME_LENGTH: Final = 100

_PREFIX: Final = ((b"%PDF-", ".pdf"), (b"\xff\xd8\xff", ".jpg"), (b"\x89PNG\r\n\x1a\n", ".png"))
_OFFICE: Final = (("xl/workbook.xml", ".xlsx"), ("word/document.xml", ".docx"))

BUKTI_KINDS: Final = {
    ".pdf": "application/pdf",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


class BuktiRefused(InputError):
    """A file that cannot be taken; ``str()`` says why and what helps."""


def bukti_extension(berkas: IO[bytes]) -> str:
    """The kind of a file by its content, as a suffix (".pdf"). Raises BuktiRefused for any other kind."""
    berkas.seek(0)
    start = berkas.read(8)
    for mark, extension in _PREFIX:
        if start.startswith(mark):
            return extension
    if start.startswith(b"PK\x03\x04"):
        berkas.seek(0)
        try:
            with zipfile.ZipFile(berkas) as arsip:
                nama = arsip.namelist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
            nama = []
        if any("vbaproject" in one.lower() for one in nama[:ZIP_MOST_CONTENT]):
            raise BuktiRefused(
                "Berkas ini memuat makro. Simpan sebagai XLSX atau DOCX biasa, lalu unggah lagi."
            )
        if len(nama) <= ZIP_MOST_CONTENT:
            for content_mark, extension in _OFFICE:
                if content_mark in nama:
                    return extension
    raise BuktiRefused("Jenis berkas ini tidak diterima. Unggah PDF, JPG, PNG, XLSX, atau DOCX.")


def nama_bukti(nama: str, extension: str) -> str:
    """A file name that every system keeps, with the suffix of its content."""
    base = PurePath(nama.replace("\\", "/")).name
    if "." in base:
        base = base.rpartition(".")[0]
    ascii_only = unicodedata.normalize("NFKD", base).encode("ascii", "ignore").decode()
    safe = "".join(h if h.isalnum() or h in " -_()." else "-" for h in ascii_only).strip(" .")
    return f"{safe[:NAME_LENGTH].strip() or 'bukti'}{extension}"


def bukti_upload(*, scope: Scope, realisasi: Realisasi, berkas: File[bytes], by: Pengguna) -> BuktiDukung:
    """Keep a file as evidence of a realisasi; one that is there already stays the one.

    Raises :class:`BuktiRefused` and :class:`sakip.entry.lock.YearClosed`.
    """
    if not berkas.size:
        raise BuktiRefused("Berkas ini kosong. Pilih berkas lain.")
    if berkas.size > LARGEST_BUKTI:
        large = format_angka(Decimal(berkas.size) / 1024**2, 1)
        raise BuktiRefused(f"Berkas ini {large} MB; paling besar 10 MB. Perkecil, lalu unggah lagi.")
    extension = bukti_extension(berkas)
    _judge_picture(berkas)
    berkas.seek(0)
    fingerprint = hashlib.sha256()
    for pieces in berkas.chunks():
        fingerprint.update(pieces)
    bukti = BuktiDukung(
        realisasi=realisasi,
        nama=nama_bukti(str(berkas.name), extension),
        sha256=fingerprint.hexdigest(),
        ukuran=berkas.size,
        diunggah_oleh=by,
    )
    written = ""
    try:
        # The row of the value is the lock: two uploads of one file follow each other.
        with writing(scope, by=by, hold=realisasi) as act:
            if present := BuktiDukung.objects.filter(realisasi=realisasi, sha256=bukti.sha256).first():
                return present
            bukti.berkas.save(bukti.nama, berkas, save=False)
            written = bukti.berkas.name or ""
            act.put(bukti)
            act.tell("bukti.diunggah", bukti, name=_sebutan(bukti), after=_content(bukti))
    except BaseException:
        if written:
            default_storage.delete(written)
        raise
    return bukti


def bukti_delete(*, scope: Scope, bukti: BuktiDukung, by: Pengguna, alasan: str = "") -> None:
    """Delete evidence; its file goes when the deletion is certain. Raises YearClosed."""
    nama = bukti.berkas.name or ""
    with writing(scope, by=by) as act:
        act.tell("bukti.dihapus", bukti, name=_sebutan(bukti), before=_content(bukti), why=alasan)
        act.remove(bukti)
        transaction.on_commit(lambda: _discard(nama))


def _judge_picture(berkas: IO[bytes]) -> None:
    """A picture must not stop the machine of whoever opens it. Raises BuktiRefused."""
    berkas.seek(0)
    if not is_picture(berkas.read(16)):
        return
    try:
        check_picture(berkas, pixel=LARGEST_SCAN)
    except PictureRefused as error:
        raise BuktiRefused(f"Gambar ini {error}") from error


def _content(bukti: BuktiDukung) -> dict[str, str]:
    """What the trail says of evidence."""
    return {"Berkas": bukti.nama, "Sidik SHA-256": bukti.sha256}


def _discard(nama: str) -> None:
    """Remove a file that no row names any more."""
    if nama and not BuktiDukung.objects.filter(berkas=nama).exists():
        default_storage.delete(nama)


def _sebutan(bukti: BuktiDukung) -> str:
    return f"{bukti.realisasi.indikator}, bukti dukung {bukti.nama}"
