"""Whether a file may be opened as a workbook: decided from its directory and its XML heads, before anything is read."""

from __future__ import annotations

import io
import math
import re
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import IO, Any, Final
from xml.etree.ElementTree import iterparse
from xml.parsers.expat import ExpatError, ParserCreate

from kecamatan.ground.errors import InputError

LARGEST_SIZE: Final = 10 * 1024 * 1024
"""Bytes of an uploaded file. A filled workbook of a kecamatan is a few hundred kilobytes."""

LARGEST_CONTENT: Final = 40 * 1024 * 1024
"""Bytes of all its parts unpacked."""

MOST_PARTS: Final = 300
LARGEST_RATIO: Final = 150
"""How many times larger a part may be than its packed form; spreadsheets reach some thirty times."""

_IN_FORCE_RATIO: Final = 1024 * 1024  # smaller parts may well be nothing but repetition

MOST_ROWS: Final = 5000
MOST_COLUMNS: Final = 100
MOST_CELL: Final = 300_000

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
DOWNLOAD_AGAIN: Final = "Unduh buku kerja dari aplikasi ini, isi, lalu unggah berkas .xlsx itu."
_SAVE_AGAIN: Final = "Simpan sebagai Buku Kerja Excel (.xlsx), lalu unggah lagi."


class WorkbookUnsafe(InputError):
    """The file is no workbook, or one that may not be opened; ``str()`` says why and what helps."""


class TimedOut(InputError):
    """Reading, judging and writing a workbook together took longer than the ``seconds`` that there are."""

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"Buku kerja ini belum selesai dibaca, diperiksa, dan disimpan dalam {seconds:.0f} detik, sehingga"
            " dihentikan dan tidak ada yang disimpan. Hapus lembar yang tidak Anda ubah serta baris yang tidak dipakai,"
            " lalu unggah lagi."
        )


class Deadline:
    """A point in time, so many seconds from now, after which work stops; without them there is none."""

    def __init__(self, seconds: float = math.inf) -> None:
        self._seconds = seconds
        self._end = time.monotonic() + seconds

    def check(self) -> None:
        """Raise :class:`TimedOut` when the time is over."""
        if time.monotonic() > self._end:
            raise TimedOut(self._seconds)


def check_first(content: bytes) -> None:
    """Refuse what size and first bytes alone give away. Raises :class:`WorkbookUnsafe`."""
    if len(content) > LARGEST_SIZE:
        raise WorkbookUnsafe(
            f"Berkas {_mb(len(content))} MB terlalu besar; batasnya {_mb(LARGEST_SIZE)} MB."
            " Hapus gambar dan lembar tambahan, lalu unggah lagi."
        )
    if not content.startswith(b"PK\x03\x04"):
        raise WorkbookUnsafe(_no_workbook(content))


def check_file(
    content: bytes, *, deadline: Deadline | None = None, most_rows: int = MOST_ROWS, styled: bool = False
) -> dict[str, list[str]]:
    """Refuse what is no workbook or would cost too much; returns the merged ranges per part (xl/worksheets/…).

    ``most_rows`` is how many a sheet may have; ``styled`` refuses one without the formats of its cells, by which dates
    and percentages are told from numbers. Raises :class:`WorkbookUnsafe`.
    """
    deadline = deadline or Deadline()
    check_first(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_list(archive, styled)
            return {
                info.filename: merged
                for info in archive.infolist()
                if (merged := _check_part(archive, info, deadline, most_rows))
            }
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
        raise WorkbookUnsafe(f"Berkas rusak dan tidak dapat dibuka. {DOWNLOAD_AGAIN}") from error
    except RuntimeError as error:  # how zipfile says that a part is encrypted
        raise WorkbookUnsafe(_ENCRYPTED) from error


_ENCRYPTED: Final = "Berkas dilindungi sandi. Buka di Excel, hapus sandinya, simpan, lalu unggah lagi."


def _no_workbook(content: bytes) -> str:
    """What the file is instead, with the remedy."""
    if not content:
        return f"Berkas kosong. {DOWNLOAD_AGAIN}"
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in content:
            return _ENCRYPTED
        return f"Berkas ini Excel lama (.xls). {_SAVE_AGAIN}"
    if content.startswith(b"%PDF"):
        return f"Berkas ini PDF, bukan buku kerja Excel. {DOWNLOAD_AGAIN}"
    head = content[:4096]
    if re.search(rb"<(?:!doctype html|html|table)\b", head, re.IGNORECASE):
        return f"Berkas ini halaman web (HTML) yang dinamai seperti Excel. Buka di Excel. {_SAVE_AGAIN}"
    if b"Excel.Sheet" in head:
        return f"Berkas ini lembar kerja XML 2003. Buka di Excel. {_SAVE_AGAIN}"
    if b"opendocument.spreadsheet" in head:
        return f"Berkas ini lembar kerja OpenDocument (.fods). {_SAVE_AGAIN}"
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return f"Berkas ini teks Unicode, bukan buku kerja Excel (.xlsx). {DOWNLOAD_AGAIN}"
    if b"\0" not in head:
        sebutan = "CSV" if re.search(rb"[^\n]*[,;\t][^\n]*\n", head) else "teks"
        return f"Berkas ini {sebutan}, bukan buku kerja Excel (.xlsx). {DOWNLOAD_AGAIN}"
    return f"Berkas ini bukan buku kerja Excel (.xlsx). {DOWNLOAD_AGAIN}"


def _check_list(archive: zipfile.ZipFile, styled: bool) -> None:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS:
        raise WorkbookUnsafe(
            f"Berkas memuat {len(parts)} bagian; buku kerja biasa paling banyak {MOST_PARTS}. {DOWNLOAD_AGAIN}"
        )
    if sum(b.file_size for b in parts) > LARGEST_CONTENT or any(
        b.file_size > _IN_FORCE_RATIO and b.file_size > LARGEST_RATIO * max(b.compress_size, 1) for b in parts
    ):
        raise WorkbookUnsafe(
            f"Isi berkas terlalu besar setelah dibuka; batasnya {_mb(LARGEST_CONTENT)} MB. {DOWNLOAD_AGAIN}"
        )
    nama = [b.filename for b in parts]
    if len(set(nama)) != len(nama):
        raise WorkbookUnsafe(f"Berkas rusak: satu bagian tertulis dua kali. {DOWNLOAD_AGAIN}")
    if "xl/workbook.xml" not in nama:
        raise WorkbookUnsafe(_instead_of_xlsx(archive, nama))
    if styled and not any(one.lower().endswith("styles.xml") for one in nama):
        raise WorkbookUnsafe(
            "Berkas kehilangan format selnya (bagian xl/styles.xml tidak ada), sehingga tanggal dan persen tidak dapat"
            " dibedakan dari angka. Unduh buku kerja lagi, salin isiannya ke dalamnya, lalu unggah."
        )


def _instead_of_xlsx(archive: zipfile.ZipFile, nama: list[str]) -> str:
    """What an archive is that is no .xlsx, with the remedy: a spreadsheet of another kind need only be saved again."""
    if "xl/workbook.bin" in nama:
        return f"Berkas ini Excel biner (.xlsb). {_SAVE_AGAIN}"
    if any(one.replace("\\", "/").lower().endswith("workbook.xml") for one in nama):
        return f"Bagian-bagian berkas ini dinamai lain dari yang dinamai Excel. Buka di Excel. {_SAVE_AGAIN}"
    if any(one.endswith(".iwa") or one == "Index.zip" for one in nama):
        return (
            "Berkas ini Numbers (.numbers). Pilih Berkas, Ekspor Ke, Excel di Numbers, lalu unggah hasilnya."
        )
    if "mimetype" in nama:
        with archive.open("mimetype") as source:
            if b"opendocument.spreadsheet" in source.read(200):
                return f"Berkas ini lembar kerja OpenDocument (.ods). {_SAVE_AGAIN}"
    others = {"word/document.xml": "Word", "ppt/presentation.xml": "PowerPoint", "mimetype": "OpenDocument"}
    sebutan = next((s for n, s in others.items() if n in nama), "arsip zip")
    return f"Berkas ini {sebutan}, bukan buku kerja Excel (.xlsx). {DOWNLOAD_AGAIN}"


def _check_part(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, deadline: Deadline, most_rows: int
) -> list[str]:
    """Refuse entities and endless sheets; returns the merged ranges of a sheet."""
    if not info.filename.endswith((".xml", ".rels")):
        return []
    sheet = _SheetWalk(deadline, most_rows) if _SHEET.fullmatch(info.filename) else None
    with archive.open(info) as source:
        first = _first_of_book if info.filename == "xl/workbook.xml" else _first_is_enough
        try:
            _read_xml(source, sheet.start if sheet else first)
        except _Enough:
            pass
        except InputError:
            raise
        except (ExpatError, UnicodeError, ValueError, LookupError) as error:
            raise WorkbookUnsafe(
                f"Berkas rusak: bagian {info.filename} tidak dapat dibaca. {DOWNLOAD_AGAIN}"
            ) from error
    return sheet.merged if sheet else []


class _Enough(Exception):
    """What was to be known of a part is known."""


def _read_xml(source: IO[bytes], start: Callable[[str, dict[str, str]], None]) -> None:
    """Call ``start`` with name and attributes of every element. Nothing is kept of it: a tree costs six times the time.

    A DTD is refused where it begins, and without one no entity can be declared.
    """
    parser = ParserCreate(namespace_separator="}")
    parser.StartDoctypeDeclHandler = _refuse_dtd
    parser.StartElementHandler = start
    parser.ParseFile(source)


def elements(source: IO[bytes]) -> Iterator[tuple[str, Any]]:
    """What ``iterparse`` gives of the XML of a part, whatever part that is and however it is called: without entities.

    Where the library finds a parser that refuses entities it reads everything by that one, which is written in Python
    and takes five times as long as refusing the DTD first: without one there are none.
    """
    with suppress(_Enough, ExpatError):  # what is no XML is told by who reads it
        _read_xml(source, _first_is_enough)
    source.seek(0)
    return iterparse(source)  # noqa: S314  # see above


def _refuse_dtd(*_: object) -> None:
    raise WorkbookUnsafe(
        f"Berkas memuat entitas XML, yang tidak ada dalam buku kerja biasa. {DOWNLOAD_AGAIN}"
    )


def _first_is_enough(*_: object) -> None:
    """A DTD stands before the root."""
    raise _Enough


def _first_of_book(name: str, _: object) -> None:
    """Excel can also save by the strict wording of the standard, which names all elements otherwise."""
    if name.startswith("http://purl.oclc.org/ooxml/"):
        raise WorkbookUnsafe(
            'Berkas ini "Lembar Kerja Strict Open XML". Buka di Excel, simpan dengan jenis "Buku Kerja Excel (.xlsx)",'
            " lalu unggah lagi."
        )
    raise _Enough


class _SheetWalk:
    """Counts the cells of a sheet and its rows down to the last that holds something, and gathers what is merged."""

    def __init__(self, deadline: Deadline, most_rows: int) -> None:
        self.merged: list[str] = []
        self._deadline = deadline
        self._most_rows = most_rows
        self._cells = self._row = self._last = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        kind = name.rpartition("}")[2]
        if kind == "c":
            self._cells += 1
        elif kind in ("v", "is", "f"):
            self._last = self._row
        elif kind == "row":
            self._deadline.check()
            self._row = int(attributes.get("r") or self._row + 1)
        elif kind == "mergeCell":
            self.merged.append(attributes.get("ref") or "")
        if self._last > self._most_rows or self._cells > MOST_CELL:
            raise WorkbookUnsafe(
                f"Satu lembar berisi lebih dari {self._most_rows} baris atau {MOST_CELL} sel."
                " Hapus isi yang tidak dipakai, lalu unggah lagi."
            )


def _mb(size: int) -> str:
    return f"{size / (1024 * 1024):.1f}".rstrip("0").rstrip(".").replace(".", ",")
