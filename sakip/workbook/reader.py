"""A file → the cells of its sheets, with Excel's own row numbers; blank rows never shift them."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from math import isfinite
from typing import Any, Final
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.workbook.workbook import Workbook

from kecamatan.ground.errors import InputError
from sakip.entry.value_kinds import shorten
from sakip.workbook.broken_cell import broken_number
from sakip.workbook.safety import (
    BARIS_TERBANYAK,
    KOLOM_TERBANYAK,
    Tenggat,
    WorkbookUnsafe,
    check_file,
)
from sakip.workbook.sheets.record_sheet import all_sheets
from sakip.workbook.sheets.sheet import (
    BARIS_ISI,
    BARIS_JUDUL,
    FORMAT,
    META,
    NOMENKLATUR,
    PERATURAN,
    PETUNJUK,
    PILIHAN,
    Column,
    Sheet,
)
from sakip.workbook.writer import petunjuk_kolom

#: Sheets that are written for the reader alone.
_PELENGKAP: Final = frozenset({PETUNJUK, META, NOMENKLATUR, PERATURAN, PILIHAN})

_UNDUH_LAGI: Final = "Unduh buku kerja dari aplikasi ini, lalu isi di dalamnya."


@dataclass(frozen=True, kw_only=True)
class SheetError:
    """One thing that is wrong, at its place; ``str()`` is the whole line for the user."""

    pesan: str
    lembar: str = ""
    baris: int | None = None
    kolom: str = ""

    def __str__(self) -> str:
        tempat = [f"Lembar {self.lembar}"] if self.lembar else []
        if self.baris is not None:
            tempat.append(f"baris {self.baris}")
        if self.kolom:
            tempat.append(f'kolom "{self.kolom}"')
        return f"{', '.join(tempat)}: {self.pesan}" if tempat else self.pesan


@dataclass(frozen=True, kw_only=True)
class RawRow:
    """A row that is not blank: what its cells hold, by the key of the column; ``rumus`` are columns not to be read."""

    nomor: int
    sel: Mapping[str, Any]
    rusak: Mapping[str, str] = field(default_factory=dict)


@dataclass(kw_only=True)
class RawBook:
    """A file as read: rows by sheet (sheets that the file lacks are absent), what ``_meta`` says, and remarks.

    ``older`` has the columns, by sheet, that came after the workbook was handed out.
    """

    meta: dict[str, str]
    lembar: dict[str, list[RawRow]] = field(default_factory=dict)
    older: dict[str, list[Column]] = field(default_factory=dict)
    galat: list[SheetError] = field(default_factory=list)
    catatan: list[str] = field(default_factory=list)


def read_workbook(
    isi: bytes,
    *,
    tenggat: Tenggat | None = None,
    kemajuan: Callable[[int], object] = lambda persen: None,
) -> RawBook:
    """Read a workbook. ``kemajuan`` is told how much is read, in percent.

    Raises :class:`sakip.workbook.safety.WorkbookUnsafe` for a file that is no workbook of ours.
    """
    tenggat = tenggat or Tenggat()
    gabungan = check_file(isi, tenggat=tenggat)
    kemajuan(20)
    # openpyxl warns of extensions that we do not read and of numbers that are no date, which become error cells.
    with warnings.catch_warnings(action="ignore"), closing(_open_up(isi)) as arsip:
        hasil = RawBook(meta=_meta(arsip))
        dikenal = {lembar.nama: lembar for lembar in all_sheets()}
        tambahan = [nama for nama in arsip.sheetnames if nama not in dikenal and nama not in _PELENGKAP]
        if tambahan:
            hasil.catatan.append(f"Lembar tambahan tidak dibaca: {', '.join(tambahan)}.")
        for nomor, lembar in enumerate(dikenal.values(), start=1):
            if lembar.nama in arsip.sheetnames:
                halaman: Any = arsip[lembar.nama]
                _Pembaca(halaman, lembar, hasil, tenggat).read(gabungan.get(_bagian(halaman), []))
            kemajuan(20 + 80 * nomor // len(dikenal))
    return hasil


def _bagian(halaman: Any) -> str:
    return str(getattr(halaman, "_worksheet_path", "")).lstrip("/")


def _open_up(isi: bytes) -> Workbook:
    try:
        return load_workbook(io.BytesIO(isi), read_only=True, data_only=False, keep_links=False)
    except (MemoryError, KeyboardInterrupt):
        raise
    except BadZipFile as galat:
        raise WorkbookUnsafe(f"Berkas rusak dan tidak dapat dibuka. {_UNDUH_LAGI}") from galat
    except Exception as galat:
        # openpyxl raises whatever its parts raise; a file that it cannot read is a broken file to the user.
        raise WorkbookUnsafe(
            f"Isi berkas tidak dapat dibaca sebagai buku kerja Excel. {_UNDUH_LAGI}"
        ) from galat


def _meta(arsip: Workbook) -> dict[str, str]:
    if META not in arsip.sheetnames:
        raise WorkbookUnsafe(
            f"Berkas ini bukan buku kerja aplikasi ini (lembar {META} tidak ada). {_UNDUH_LAGI}"
        )
    hasil = {}
    try:
        for baris in arsip[META].iter_rows(max_row=50, max_col=2, values_only=True):
            nama, nilai = (*baris, None, None)[:2]
            if nama is not None and nilai is not None:
                hasil[str(nama)] = str(nilai)
    except Exception as galat:
        raise WorkbookUnsafe(
            f"Isi berkas tidak dapat dibaca sebagai buku kerja Excel. {_UNDUH_LAGI}"
        ) from galat
    if hasil.get("format") != str(FORMAT):
        raise WorkbookUnsafe(
            f"Buku kerja ini berformat {shorten(hasil.get('format', 'tidak dikenal'))}, bukan {FORMAT}."
            f" {_UNDUH_LAGI}"
        )
    return hasil


def missing_columns(judul: Sequence[str]) -> str:
    """What to say of a sheet without these columns."""
    sebutan = ", ".join(f'"{satu}"' for satu in judul[:3]) + (" …" if len(judul) > 3 else "")
    return f"judul kolom {sebutan} tidak ada. Kembalikan baris judul seperti dalam buku kerja yang diunduh."


class _Pembaca:
    """Reads one sheet."""

    def __init__(self, halaman: Any, lembar: Sheet, hasil: RawBook, tenggat: Tenggat) -> None:
        self.halaman = halaman
        self.lembar = lembar
        self.hasil = hasil
        self.tenggat = tenggat

    def galat(self, pesan: str, baris: int | None = None, kolom: str = "") -> None:
        self.hasil.galat.append(SheetError(pesan=pesan, lembar=self.lembar.nama, baris=baris, kolom=kolom))

    def read(self, gabungan: Iterable[str]) -> None:
        """Add the sheet's rows to the result, or what is wrong with it."""
        if not hasattr(self.halaman, "iter_rows"):
            self.galat(f"bukan lembar isian, melainkan bagan. {_UNDUH_LAGI}")
            return
        for rentang in gabungan:
            self._refuse_merged(rentang)
        try:
            baris = self._semua_baris()
        except InputError:  # no time left
            raise
        except (ArithmeticError, AttributeError, IndexError, KeyError, TypeError, ValueError):
            # What openpyxl raises for a cell that contradicts itself (a shared text that is not there …).
            self._unreadable()
            return
        if self.lembar.tegak:
            self._tegak(baris)
        else:
            self._mendatar(baris)

    def _unreadable(self) -> None:
        """Say at which cell the sheet cannot be read, where it can be told."""
        with self.halaman._get_source() as source:
            found = broken_number(source)
        if found is None:
            self.galat(f"isi lembar tidak dapat dibaca. Simpan ulang di Excel, atau: {_UNDUH_LAGI}")
            return
        row, column, text = found
        titles = (
            next(iter(self.halaman.iter_rows(max_row=BARIS_JUDUL, values_only=True)), ()) if row > 1 else ()
        )
        title = titles[column - 1] if column <= len(titles) else None
        self.galat(
            f'"{shorten(text)}" bukan angka. Tulis angka, misalnya 98,5 atau 1.234.567.',
            row,
            str(title) if title else get_column_letter(column),
        )

    def _semua_baris(self) -> list[tuple[int, list[Any]]]:
        hasil = []
        self.halaman.reset_dimensions()  # what the file claims about its own size is not to be believed
        for nomor, baris in enumerate(
            self.halaman.iter_rows(max_row=BARIS_TERBANYAK, max_col=KOLOM_TERBANYAK), start=1
        ):
            if nomor % 100 == 0:
                self.tenggat.check()
            sel = list(baris)
            if any(_berisi(s) for s in sel):
                hasil.append((nomor, sel))
        return hasil

    def _refuse_merged(self, rentang: str) -> None:
        try:
            batas: Any = range_boundaries(rentang)
            baris = max(batas[1], BARIS_JUDUL)
        except (ValueError, TypeError):
            return
        self.galat(f"sel {rentang} digabung. Batalkan penggabungan sel, lalu isi setiap baris.", baris)

    def _mendatar(self, baris: list[tuple[int, list[Any]]]) -> None:
        letak = self._judul(next((sel for nomor, sel in baris if nomor == BARIS_JUDUL), []))
        if letak is None:
            return
        petunjuk = {petunjuk_kolom(k) for k in self.lembar.kolom}
        hasil = []
        for nomor, sel in baris:
            if nomor == BARIS_JUDUL or _baris_petunjuk(sel, petunjuk, seluruh=nomor >= BARIS_ISI):
                continue
            isi, rusak = self._take((kolom, sel[i] if i < len(sel) else None) for kolom, i in letak)
            if isi or rusak:
                hasil.append(RawRow(nomor=nomor, sel=isi, rusak=rusak))
        self.hasil.lembar[self.lembar.nama] = hasil

    def _judul(self, sel: list[Any]) -> list[tuple[Column, int]] | None:
        ada: dict[str, int] = {}
        for nomor, satu in enumerate(sel):
            if _berisi(satu):
                ada.setdefault(_summarize(satu.value), nomor)
        tidak_ada = [k for k in self.lembar.terbaca if _summarize(k.judul) not in ada]
        kurang = [k.judul for k in tidak_ada if not k.added]
        if kurang:
            self.galat(missing_columns(kurang), BARIS_JUDUL)
            return None
        if tidak_ada:
            self.hasil.older[self.lembar.nama] = tidak_ada
        return [(k, ada[_summarize(k.judul)]) for k in self.lembar.terbaca if _summarize(k.judul) in ada]

    def _tegak(self, baris: list[tuple[int, list[Any]]]) -> None:
        menurut_judul = {_summarize(k.judul): k for k in self.lembar.kolom}
        hasil = []
        for nomor, sel in baris:
            kolom = menurut_judul.pop(_summarize(sel[0].value), None) if sel and _berisi(sel[0]) else None
            if kolom is not None:
                isi, rusak = self._take([(kolom, sel[1] if len(sel) > 1 else None)])
                hasil.append(RawRow(nomor=nomor, sel=isi, rusak=rusak))
        if menurut_judul:
            judul = next(iter(menurut_judul.values())).judul
            self.galat(
                f'isian "{judul}" tidak ada. Kembalikan kolom Isian seperti dalam buku kerja yang diunduh.'
            )
            return
        self.hasil.lembar[self.lembar.nama] = hasil

    def _take(self, kolom: Iterable[tuple[Column, Any]]) -> tuple[dict[str, Any], dict[str, str]]:
        """Values of cells that hold one, and what is wrong with those that may not be read."""
        isi: dict[str, Any] = {}
        rusak: dict[str, str] = {}
        for satu, sel in kolom:
            if not _berisi(sel):
                continue
            if sel.data_type == "f":
                rusak[satu.kunci] = (
                    "berisi rumus. Salin selnya, lalu tempel sebagai nilai (Tempel Khusus, Nilai)."
                )
            elif sel.data_type == "e":
                rusak[satu.kunci] = f"berisi galat {sel.value}. Tulis nilainya, atau kosongkan."
            else:
                try:
                    isi[satu.kunci] = _nilai(sel)
                except IndexError:  # its style is not in the file
                    rusak[satu.kunci] = "rusak dan tidak dapat dibaca. Ketik ulang isinya."
        return isi, rusak


def _berisi(sel: Any) -> bool:
    nilai = None if sel is None else sel.value
    return nilai is not None and not (isinstance(nilai, str) and not nilai.strip())


def _nilai(sel: Any) -> Any:
    """The value; what Excel shows as 98,5% holds 0.985 and is meant as 98.5."""
    nilai = sel.value
    if (
        isinstance(nilai, int | float)
        and not isinstance(nilai, bool | date)
        and isfinite(nilai)
        and scales(sel.number_format or "")
    ):
        return float(Decimal(format(nilai, ".15g")) * 100)
    return nilai


def scales(number_format: str) -> bool:
    """Whether Excel shows a number times hundred: only a percent sign that is neither quoted nor escaped does it."""
    bare = re.sub(r'"[^"]*"|\\.|_.|\*.', "", number_format)
    return "%" in bare


def _summarize(nilai: object) -> str:
    return " ".join(str(nilai).split()).casefold()


def _baris_petunjuk(sel: Iterable[Any], petunjuk: set[str], *, seluruh: bool) -> bool:
    """Whether the row is the hints, which sorting may have moved among the data (``seluruh``: nothing but hints)."""
    isi = [str(s.value) in petunjuk for s in sel if _berisi(s)]
    return all(isi) and len(isi) > 1 if seluruh else any(isi)
