"""Values → the workbook: frozen and locked heads, drop-down lists, open cells, and nothing that is a formula."""

from __future__ import annotations

import io
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from kecamatan.ground.errors import InputError
from sakip.entry.value_kinds import CELL_LENGTH, Choice, Lines, Remark
from sakip.workbook.recorded import RecordedBook
from sakip.workbook.safety import BARIS_TERBANYAK
from sakip.workbook.sheets.record_sheet import all_sheets
from sakip.workbook.sheets.said import Cells
from sakip.workbook.sheets.sheet import (
    BARIS_ISI,
    BARIS_JUDUL,
    BARIS_PETUNJUK,
    META,
    NOMENKLATUR,
    PERATURAN,
    PETUNJUK,
    PILIHAN,
    Column,
    Sheet,
)

_JUDUL: Final = Font(bold=True, color="FFFFFF")
_LATAR_JUDUL: Final = PatternFill("solid", start_color="1F4E5F")
_LATAR_PETUNJUK: Final = PatternFill("solid", start_color="E8EEF0")
_LATAR_KETERANGAN: Final = PatternFill("solid", start_color="F3F3F3")
_GARIS: Final = Border(*(Side(style="thin", color="C5CDD0") for _ in range(4)))
_MIRING: Final = Font(italic=True, color="44545A", size=9)
_TERBUKA: Final = Protection(locked=False)


class CellTooLong(InputError):
    """A text that no cell can hold."""


def write_workbook(catatan: RecordedBook) -> bytes:
    """The filled workbook. Raises :class:`CellTooLong` rather than cut a text short."""
    buku = Workbook()
    petunjuk = buku.active
    assert isinstance(petunjuk, Worksheet)  # noqa: S101  # what Workbook() makes
    petunjuk.title = PETUNJUK
    pilihan = _Pilihan(catatan)
    for lembar in all_sheets():
        halaman, isi = buku.create_sheet(lembar.nama), catatan.isi[lembar.nama]
        if lembar.tegak:
            _write_down(halaman, lembar, isi[0])
        else:
            _write_across(halaman, lembar, isi, pilihan)
        _protect(halaman)
    _write_nomenklatur(buku.create_sheet(NOMENKLATUR), catatan)
    _write_peraturan(buku.create_sheet(PERATURAN), catatan)
    pilihan.write(buku.create_sheet(PILIHAN))
    _write_meta(buku.create_sheet(META), catatan.meta)
    _write_guide(petunjuk, catatan)
    buku.properties.creator = "SAKIP Kecamatan"
    buku.properties.title = f"Buku kerja {catatan.kecamatan.nama} {catatan.tahun}"
    keluaran = io.BytesIO()
    buku.save(keluaran)
    return keluaran.getvalue()


class _Pilihan:
    """The lists behind the drop-downs: short ones in a hidden sheet, keys where they stand."""

    def __init__(self, catatan: RecordedBook) -> None:
        self.catatan = catatan
        self.daftar: dict[str, Sequence[str]] = {
            nama: tuple(isi) for nama, isi in catatan.acuan.lists.items() if nama != PERATURAN
        }
        self.lembar = {lembar.nama: lembar for lembar in all_sheets()}

    def rumus(self, lembar: Sheet, kolom: Column) -> tuple[str, bool] | None:
        """The range of a column's list, and whether nothing else is allowed; None where there is no list."""
        if isinstance(kolom.jenis, Choice):
            nama = f"{lembar.nama}.{kolom.kunci}"
            boleh = kolom.offered(self.catatan) if kolom.offered else dict(kolom.jenis.choices)
            self.daftar.setdefault(nama, [sebutan for kode, sebutan in kolom.jenis.choices if kode in boleh])
            return self._rentang(nama), True
        if isinstance(kolom.jenis, Lines | Remark) or not kolom.acuan:
            return None
        if kolom.acuan in self.daftar:
            return self._rentang(kolom.acuan), False
        if kolom.acuan in (NOMENKLATUR, PERATURAN):
            return f"{kolom.acuan}!$A${BARIS_ISI}:$A${BARIS_TERBANYAK}", False
        if tujuan := self.lembar.get(kolom.acuan):
            huruf = get_column_letter([k.kunci for k in tujuan.kolom].index(tujuan.key) + 1)
            return f"{tujuan.nama}!${huruf}${BARIS_ISI}:${huruf}${BARIS_TERBANYAK}", False
        return None

    def _rentang(self, nama: str) -> str:
        huruf = get_column_letter(list(self.daftar).index(nama) + 1)
        return f"{PILIHAN}!${huruf}$2:${huruf}${len(self.daftar[nama]) + 1}"

    def write(self, halaman: Worksheet) -> None:
        """Write the lists and hide them."""
        for kolom, (nama, isi) in enumerate(self.daftar.items(), start=1):
            for baris, nilai in enumerate((nama, *isi), start=1):
                _isi(halaman.cell(baris, kolom), nilai, nama)
        halaman.sheet_state = "hidden"
        _protect(halaman)


def _write_across(halaman: Worksheet, lembar: Sheet, isi: Sequence[Cells], pilihan: _Pilihan) -> None:
    for nomor, kolom in enumerate(lembar.kolom, start=1):
        huruf = get_column_letter(nomor)
        _kepala(halaman.cell(BARIS_JUDUL, nomor), kolom.judul)
        _petunjuk(halaman.cell(BARIS_PETUNJUK, nomor), petunjuk_kolom(kolom))
        dimensi = halaman.column_dimensions[huruf]
        dimensi.width = kolom.lebar
        # The style of the column is that of its empty cells, so that rows can be added in a locked sheet.
        dimensi.protection = _TERBUKA
        dimensi.number_format = kolom.jenis.cell_format
        dimensi.alignment = _perataan(kolom)
        if daftar := pilihan.rumus(lembar, kolom):
            halaman.add_data_validation(
                _pilihan_sel(kolom, *daftar, f"{huruf}{BARIS_ISI}:{huruf}{BARIS_TERBANYAK}")
            )
    for baris, satu in enumerate(isi, start=BARIS_ISI):
        for nomor, kolom in enumerate(lembar.kolom, start=1):
            _fill_column(halaman.cell(baris, nomor), kolom, satu, lembar)
    halaman.row_dimensions[BARIS_PETUNJUK].height = 40
    halaman.freeze_panes = f"A{BARIS_ISI}"


def _write_down(halaman: Worksheet, lembar: Sheet, isi: Cells) -> None:
    for nomor, judul in enumerate(("Isian", "Nilai", "Petunjuk"), start=1):
        _kepala(halaman.cell(BARIS_JUDUL, nomor), judul)
    for huruf, lebar in (("A", 30), ("B", 60), ("C", 44)):
        halaman.column_dimensions[huruf].width = lebar
    _petunjuk(halaman.cell(BARIS_PETUNJUK, 1), "Jangan diubah.")
    _petunjuk(halaman.cell(BARIS_PETUNJUK, 2), "Isi di kolom ini.")
    for baris, kolom in enumerate(lembar.kolom, start=BARIS_ISI):
        sel = halaman.cell(baris, 1, kolom.judul)
        sel.font, sel.border = Font(bold=True), _GARIS
        _fill_column(halaman.cell(baris, 2), kolom, isi, lembar)
        halaman.cell(baris, 2).alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)
        _petunjuk(halaman.cell(baris, 3), kolom.petunjuk)
    halaman.freeze_panes = f"B{BARIS_ISI}"


def petunjuk_kolom(kolom: Column) -> str:
    """What the instruction row says about a column."""
    awalan = "Harus diisi. " if kolom.wajib else ""
    teks = kolom.petunjuk
    if not teks and isinstance(kolom.jenis, Choice):
        teks = "Pilih dari daftar."
    return f"{awalan}{teks}".strip() or "Boleh kosong."


def _pilihan_sel(kolom: Column, rumus: str, tetap: bool, letak: str) -> DataValidation:
    aturan = DataValidation(type="list", formula1=f"={rumus}", allow_blank=True, showErrorMessage=True)
    aturan.errorStyle = "stop" if tetap else "warning"
    aturan.errorTitle = kolom.judul[:32]
    aturan.error = (
        "Pilih salah satu dari daftar." if tetap else "Isian ini tidak ada dalam daftar. Tetap dipakai?"
    )
    aturan.add(letak)
    return aturan


def _fill_column(sel: Cell, kolom: Column, isi: Cells, lembar: Sheet) -> None:
    nilai = isi.get(kolom.kunci)
    _isi(sel, None if nilai is None else kolom.jenis.cell(nilai), f"{lembar.nama}, {kolom.judul}")
    sel.protection = _TERBUKA
    sel.number_format = kolom.jenis.cell_format if not isinstance(sel.value, str) else "@"
    sel.alignment = _perataan(kolom)
    sel.border = _GARIS
    if not kolom.dibaca:
        sel.fill = _LATAR_KETERANGAN


def _isi(sel: Cell, nilai: Any, tempat: str) -> None:
    """Put a value into a cell; a text stays a text, whatever it begins with."""
    if isinstance(nilai, str):
        nilai = ILLEGAL_CHARACTERS_RE.sub(" ", nilai)
        if len(nilai) > CELL_LENGTH:
            raise CellTooLong(
                f"Teks pada {tempat} terlalu panjang untuk satu sel Excel ({len(nilai)} dari {CELL_LENGTH}"
                " karakter). Persingkat teks itu di situs, lalu unduh lagi."
            )
        sel.value = nilai
        if sel.data_type != "s":
            sel.data_type = "s"
            sel.quotePrefix = True
        return
    sel.value = float(nilai) if isinstance(nilai, Decimal) else nilai


def _perataan(kolom: Column) -> Alignment:
    return Alignment(horizontal="right" if kolom.jenis.right else "left", vertical="top", wrap_text=True)


def _kepala(sel: Cell, judul: str) -> None:
    sel.value = judul
    sel.font, sel.fill, sel.border = _JUDUL, _LATAR_JUDUL, _GARIS
    sel.alignment = Alignment(vertical="center", wrap_text=True)


def _petunjuk(sel: Cell, teks: str) -> None:
    sel.value = teks or None
    sel.font, sel.fill, sel.border = _MIRING, _LATAR_PETUNJUK, _GARIS
    sel.alignment = Alignment(vertical="top", wrap_text=True)


def _protect(halaman: Worksheet) -> None:
    """Lock the head, without a password; what people do with rows and columns stays allowed."""
    lindung = halaman.protection
    lindung.sheet = True
    for hak in (
        "formatCells",
        "formatColumns",
        "formatRows",
        "insertRows",
        "deleteRows",
        "sort",
        "autoFilter",
    ):
        setattr(lindung, hak, False)  # False is "not forbidden"


def _write_nomenklatur(halaman: Worksheet, catatan: RecordedBook) -> None:
    _tabel_keterangan(
        halaman,
        (("Kode", 22), ("Jenjang", 16), ("Nama", 90), ("Versi", 12)),
        [
            (jenjang.kode, jenjang.tingkat.replace("_", " ").capitalize(), jenjang.nama, versi)
            for versi in dict.fromkeys((catatan.versi, catatan.versi_rkt))
            for jenjang in catatan.acuan.nomenklatur.get(versi, {}).values()
        ],
    )


def _write_peraturan(halaman: Worksheet, catatan: RecordedBook) -> None:
    _tabel_keterangan(
        halaman,
        (("Kode", 34), ("Sebutan", 110)),
        [(kode, peraturan.sebutan) for kode, peraturan in catatan.acuan.regulations.items()],
    )


def _tabel_keterangan(
    halaman: Worksheet, kolom: Sequence[tuple[str, int]], isi: Sequence[Sequence[str]]
) -> None:
    petunjuk = "Daftar kode untuk disalin; tidak dibaca saat diunggah."
    for nomor, (judul, lebar) in enumerate(kolom, start=1):
        _kepala(halaman.cell(BARIS_JUDUL, nomor), judul)
        _petunjuk(halaman.cell(BARIS_PETUNJUK, nomor), petunjuk if nomor == 1 else "")
        halaman.column_dimensions[get_column_letter(nomor)].width = lebar
    for baris, satu in enumerate(isi, start=BARIS_ISI):
        for nomor, nilai in enumerate(satu, start=1):
            sel = halaman.cell(baris, nomor)
            _isi(sel, nilai, halaman.title)
            sel.alignment = Alignment(vertical="top", wrap_text=True)
    halaman.freeze_panes = f"A{BARIS_ISI}"
    _protect(halaman)


def _write_meta(halaman: Worksheet, meta: dict[str, str]) -> None:
    for baris, (nama, nilai) in enumerate(meta.items(), start=1):
        halaman.cell(baris, 1, nama)
        _isi(halaman.cell(baris, 2), nilai, META)
    halaman.sheet_state = "hidden"
    _protect(halaman)


def _write_guide(halaman: Worksheet, catatan: RecordedBook) -> None:
    """The page that opens first: what this is, how to fill it, which sheet holds what."""
    halaman.column_dimensions["A"].width = 26
    halaman.column_dimensions["B"].width = 100
    halaman.cell(1, 1, f"Buku kerja Kecamatan {catatan.kecamatan.nama} tahun {catatan.tahun}").font = Font(
        bold=True, size=14
    )
    cara = (
        "Isi di bawah dua baris pertama setiap lembar: baris judul dan baris petunjuk tidak diubah.",
        "Buku kerja ini memuat seluruh catatan: baris yang dihapus di sini akan dihapus juga di situs. Lembar yang"
        " dihapus dibiarkan seperti adanya di situs.",
        "Angka boleh ditulis 98,5 atau 1.234.567; tanggal 17/8/2026. Jangan memakai rumus: salin hasilnya sebagai"
        " nilai.",
        "Kunci adalah nama pendek yang menghubungkan lembar, misalnya kunci indikator pada lembar Realisasi.",
        "Setelah diunggah, semua perubahan dan kesalahan ditampilkan dahulu; belum ada yang disimpan sebelum Anda"
        " memilih Terapkan.",
        "Foto dan bukti dukung tidak termasuk; unggah di situs.",
    )
    baris = 3
    for nomor, teks in enumerate(cara, start=1):
        halaman.cell(baris, 1, f"{nomor}.").alignment = Alignment(horizontal="right", vertical="top")
        halaman.cell(baris, 2, teks).alignment = Alignment(wrap_text=True, vertical="top")
        baris += 1
    baris += 1
    _kepala(halaman.cell(baris, 1), "Lembar")
    _kepala(halaman.cell(baris, 2), "Isi")
    lain = (
        (NOMENKLATUR, "Daftar kode program, kegiatan, dan sub kegiatan"),
        (PERATURAN, "Daftar kode peraturan"),
    )
    for nama, isi in (*((lembar.nama, lembar.isi) for lembar in all_sheets()), *lain):
        baris += 1
        sel = halaman.cell(baris, 1, nama)
        sel.hyperlink = f"#'{nama}'!A1"
        sel.font = Font(underline="single", color="1F4E5F")
        halaman.cell(baris, 2, isi)
    _protect(halaman)
