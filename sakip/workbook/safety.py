"""Whether a file may be opened as a workbook: decided from its directory and its XML heads, before anything is read."""

from __future__ import annotations

import io
import re
import time
import zipfile
import zlib
from typing import IO, Final
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from kecamatan.ground.errors import InputError

UKURAN_TERBESAR: Final = 10 * 1024 * 1024
"""Bytes of an uploaded file. A filled workbook of a kecamatan is a few hundred kilobytes."""

ISI_TERBESAR: Final = 40 * 1024 * 1024
"""Bytes of all its parts unpacked."""

BAGIAN_TERBANYAK: Final = 300
RASIO_TERBESAR: Final = 150
"""How many times larger a part may be than its packed form; spreadsheets reach some thirty times."""

_RASIO_BERLAKU: Final = 1024 * 1024  # smaller parts may well be nothing but repetition

BARIS_TERBANYAK: Final = 5000
KOLOM_TERBANYAK: Final = 100
SEL_TERBANYAK: Final = 300_000

_LEMBAR = re.compile(r"xl/worksheets/[^/]+\.xml")
_UNDUH_LAGI: Final = "Unduh buku kerja dari aplikasi ini, isi, lalu unggah berkas .xlsx itu."
_SAVE_AGAIN: Final = "Simpan sebagai Buku Kerja Excel (.xlsx), lalu unggah lagi."


class WorkbookUnsafe(InputError):
    """The file is no workbook, or one that may not be opened; ``str()`` says why and what helps."""


class TimedOut(InputError):
    """Reading took too long."""

    def __init__(self) -> None:
        super().__init__(
            "Buku kerja terlalu lama dibaca. Hapus lembar dan baris yang tidak dipakai, lalu unggah lagi."
        )


class Tenggat:
    """A point in time after which reading stops; without seconds there is none."""

    def __init__(self, detik: float | None = None) -> None:
        self._akhir = None if detik is None else time.monotonic() + detik

    def check(self) -> None:
        """Raise :class:`TimedOut` when the time is over."""
        if self._akhir is not None and time.monotonic() > self._akhir:
            raise TimedOut


def check_first(isi: bytes) -> None:
    """Refuse what size and first bytes alone give away. Raises :class:`WorkbookUnsafe`."""
    if len(isi) > UKURAN_TERBESAR:
        raise WorkbookUnsafe(
            f"Berkas {_mb(len(isi))} MB terlalu besar; batasnya {_mb(UKURAN_TERBESAR)} MB."
            " Hapus gambar dan lembar tambahan, lalu unggah lagi."
        )
    if not isi.startswith(b"PK\x03\x04"):
        raise WorkbookUnsafe(_bukan_buku(isi))


def check_file(isi: bytes, *, tenggat: Tenggat | None = None) -> dict[str, list[str]]:
    """Refuse what is no workbook or would cost too much; returns the merged ranges per part (xl/worksheets/…).

    Raises :class:`WorkbookUnsafe`.
    """
    tenggat = tenggat or Tenggat()
    check_first(isi)
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            _check_list(arsip)
            return {
                info.filename: gabungan
                for info in arsip.infolist()
                if (gabungan := _check_part(arsip, info, tenggat))
            }
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as galat:
        raise WorkbookUnsafe(f"Berkas rusak dan tidak dapat dibuka. {_UNDUH_LAGI}") from galat
    except RuntimeError as galat:  # how zipfile says that a part is encrypted
        raise WorkbookUnsafe(_BERSANDI) from galat


_BERSANDI: Final = "Berkas dilindungi sandi. Buka di Excel, hapus sandinya, simpan, lalu unggah lagi."


def _bukan_buku(isi: bytes) -> str:
    """What the file is instead, with the remedy."""
    if not isi:
        return f"Berkas kosong. {_UNDUH_LAGI}"
    if isi.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in isi:
            return _BERSANDI
        return f"Berkas ini Excel lama (.xls). {_SAVE_AGAIN}"
    if isi.startswith(b"%PDF"):
        return f"Berkas ini PDF, bukan buku kerja Excel. {_UNDUH_LAGI}"
    kepala = isi[:4096]
    if b"\0" not in kepala:
        sebutan = "CSV" if re.search(rb"[^\n]*[,;\t][^\n]*\n", kepala) else "teks"
        return f"Berkas ini {sebutan}, bukan buku kerja Excel (.xlsx). {_UNDUH_LAGI}"
    return f"Berkas ini bukan buku kerja Excel (.xlsx). {_UNDUH_LAGI}"


def _check_list(arsip: zipfile.ZipFile) -> None:
    bagian = arsip.infolist()
    if len(bagian) > BAGIAN_TERBANYAK:
        raise WorkbookUnsafe(
            f"Berkas memuat {len(bagian)} bagian; buku kerja biasa paling banyak {BAGIAN_TERBANYAK}. {_UNDUH_LAGI}"
        )
    if sum(b.file_size for b in bagian) > ISI_TERBESAR or any(
        b.file_size > _RASIO_BERLAKU and b.file_size > RASIO_TERBESAR * max(b.compress_size, 1)
        for b in bagian
    ):
        raise WorkbookUnsafe(
            f"Isi berkas terlalu besar setelah dibuka; batasnya {_mb(ISI_TERBESAR)} MB. {_UNDUH_LAGI}"
        )
    nama = [b.filename for b in bagian]
    if len(set(nama)) != len(nama):
        raise WorkbookUnsafe(f"Berkas rusak: satu bagian tertulis dua kali. {_UNDUH_LAGI}")
    if "xl/workbook.xml" not in nama:
        raise WorkbookUnsafe(_instead_of_xlsx(arsip, nama))


def _instead_of_xlsx(arsip: zipfile.ZipFile, nama: list[str]) -> str:
    """What an archive is that is no .xlsx, with the remedy: a spreadsheet of another kind need only be saved again."""
    if "xl/workbook.bin" in nama:
        return f"Berkas ini Excel biner (.xlsb). {_SAVE_AGAIN}"
    if "mimetype" in nama:
        with arsip.open("mimetype") as sumber:
            if b"opendocument.spreadsheet" in sumber.read(200):
                return f"Berkas ini lembar kerja OpenDocument (.ods). {_SAVE_AGAIN}"
    lain = {"word/document.xml": "Word", "ppt/presentation.xml": "PowerPoint", "mimetype": "OpenDocument"}
    sebutan = next((s for n, s in lain.items() if n in nama), "arsip zip")
    return f"Berkas ini {sebutan}, bukan buku kerja Excel (.xlsx). {_UNDUH_LAGI}"


def _check_part(arsip: zipfile.ZipFile, info: zipfile.ZipInfo, tenggat: Tenggat) -> list[str]:
    """Refuse entities and endless sheets; returns the merged ranges of a sheet."""
    if not info.filename.endswith((".xml", ".rels")):
        return []
    with arsip.open(info) as sumber:
        try:
            if _LEMBAR.fullmatch(info.filename):
                return _walk_sheet(sumber, info.filename, tenggat)
            # A DTD stands before the root, so the first element is enough.
            next(iter(iterparse(sumber, events=("start",), forbid_dtd=True)), None)
        except DefusedXmlException as galat:
            raise WorkbookUnsafe(
                f"Berkas memuat entitas XML, yang tidak ada dalam buku kerja biasa. {_UNDUH_LAGI}"
            ) from galat
        except InputError:
            raise
        except (ParseError, UnicodeError, ValueError, LookupError) as galat:
            raise WorkbookUnsafe(
                f"Berkas rusak: bagian {info.filename} tidak dapat dibaca. {_UNDUH_LAGI}"
            ) from galat
    return []


def _walk_sheet(sumber: IO[bytes], nama: str, tenggat: Tenggat) -> list[str]:
    gabungan: list[str] = []
    sel = terakhir = baris = 0
    akar = None
    for kejadian, elemen in iterparse(sumber, events=("start", "end"), forbid_dtd=True):
        akar = elemen if akar is None else akar
        jenis = elemen.tag.rpartition("}")[2]
        if kejadian == "start":
            if jenis == "row":
                baris = int(elemen.get("r") or baris + 1)
            continue
        if jenis in ("v", "is", "f"):
            terakhir = baris
        elif jenis == "c":
            sel += 1
        elif jenis == "mergeCell":
            gabungan.append(elemen.get("ref") or "")
        elif jenis in ("row", "cols", "dataValidation", "mergeCells", "conditionalFormatting"):
            elemen.clear()
            if jenis == "row":
                tenggat.check()
                akar.clear()
        if terakhir > BARIS_TERBANYAK or sel > SEL_TERBANYAK:
            raise WorkbookUnsafe(
                f"Satu lembar berisi lebih dari {BARIS_TERBANYAK} baris atau {SEL_TERBANYAK} sel."
                " Hapus isi yang tidak dipakai, lalu unggah lagi."
            )
    return gabungan


def _mb(ukuran: int) -> str:
    return f"{ukuran / (1024 * 1024):.1f}".rstrip("0").rstrip(".").replace(".", ",")
