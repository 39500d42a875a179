"""Values → the workbook: frozen and locked heads, drop-down lists, open cells, and nothing that is a formula."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from kecamatan.areas import own_words
from sakip.entry.value_kinds import Choice, Lines, Remark
from sakip.records.nomenklatur.codes import is_offered
from sakip.workbook.base import write_base
from sakip.workbook.cell_looks import (
    IS_OPEN,
    LINK,
    LISTED,
    NAME,
    field_look,
    put_content,
    put_head,
    put_hint,
    put_text,
    wrapped,
)
from sakip.workbook.recorded import RecordedBook
from sakip.workbook.safety import MOST_ROWS
from sakip.workbook.sheets.record_sheet import all_sheets
from sakip.workbook.sheets.said import Cells
from sakip.workbook.sheets.sheet import (
    BASE,
    CHOICE,
    FIRST_ROW,
    HEADING_ROW,
    HINT,
    HINT_ROW,
    META,
    NOMENKLATUR,
    PERATURAN,
    Column,
    Sheet,
)


@dataclass(frozen=True, kw_only=True)
class Beside:
    """A sheet for the reader alone, which is not read: its columns with their widths, and its rows."""

    title: str
    hint: str
    columns: Sequence[tuple[str, int]]
    rows: Sequence[Sequence[str]]


def write_workbook(
    recorded: RecordedBook, *, base: RecordedBook | None = None, beside: Sequence[Beside] = ()
) -> bytes:
    """The filled workbook. ``base`` is what is recorded where the workbook is filled with more than that: what differs
    from it is a change to be imported. Raises :class:`CellTooLong` rather than cut a text short."""
    workbook = Workbook()
    hint = workbook.active
    assert isinstance(hint, Worksheet)  # noqa: S101  # what Workbook() makes
    hint.title = HINT
    choice = _Choices(recorded)
    for sheet in all_sheets():
        page, content = workbook.create_sheet(sheet.nama), recorded.content[sheet.nama]
        if sheet.upright:
            _write_down(page, sheet, content[0])
        else:
            _write_across(page, sheet, content, choice)
        _protect(page)
    _write_nomenklatur(workbook.create_sheet(NOMENKLATUR), recorded)
    _write_peraturan(workbook.create_sheet(PERATURAN), recorded)
    choice.write(workbook.create_sheet(CHOICE))
    for one in beside:
        _keterangan_table(workbook.create_sheet(one.title), one.columns, one.rows, one.hint)
    _write_meta(workbook.create_sheet(META), (base or recorded).meta)
    _write_base(workbook.create_sheet(BASE), base or recorded)
    _write_guide(hint, recorded)
    workbook.properties.creator = "SAKIP Kecamatan"
    workbook.properties.title = f"Buku kerja {recorded.kecamatan.nama} {recorded.tahun}"
    keluaran = io.BytesIO()
    workbook.save(keluaran)
    return keluaran.getvalue()


class _Choices:
    """The lists behind the drop-downs: short ones in a hidden sheet, keys where they stand."""

    def __init__(self, recorded: RecordedBook) -> None:
        self.recorded = recorded
        self.listing: dict[str, Sequence[str]] = {
            nama: tuple(content) for nama, content in recorded.references.lists.items() if nama != PERATURAN
        }
        self.sheets = {sheet.nama: sheet for sheet in all_sheets()}

    def rumus(self, sheet: Sheet, column: Column) -> tuple[str, bool] | None:
        """The range of a column's list, and whether nothing else is allowed; None where there is no list."""
        if isinstance(column.kind, Choice):
            nama = f"{sheet.nama}.{column.key}"
            allowed = column.offered(self.recorded) if column.offered else dict(column.kind.choices)
            self.listing.setdefault(
                nama, [sebutan for kode, sebutan in column.kind.choices if kode in allowed]
            )
            return self._rentang(nama), True
        if isinstance(column.kind, Lines | Remark) or not column.reference:
            return None
        if column.reference in self.listing:
            return self._rentang(column.reference), False
        if column.reference in (NOMENKLATUR, PERATURAN):
            return f"{column.reference}!$A${FIRST_ROW}:$A${MOST_ROWS}", False
        if tujuan := self.sheets.get(column.reference):
            huruf = get_column_letter([k.key for k in tujuan.columns].index(tujuan.key) + 1)
            return f"{tujuan.nama}!${huruf}${FIRST_ROW}:${huruf}${MOST_ROWS}", False
        return None

    def _rentang(self, nama: str) -> str:
        huruf = get_column_letter(list(self.listing).index(nama) + 1)
        return f"{CHOICE}!${huruf}$2:${huruf}${len(self.listing[nama]) + 1}"

    def write(self, page: Worksheet) -> None:
        """Write the lists and hide them."""
        for column, (nama, content) in enumerate(self.listing.items(), start=1):
            for row, nilai in enumerate((nama, *content), start=1):
                put_content(page.cell(row, column), nilai, nama)
        page.sheet_state = "hidden"
        _protect(page)


def _write_across(page: Worksheet, sheet: Sheet, content: Sequence[Cells], choice: _Choices) -> None:
    for nomor, column in enumerate(sheet.columns, start=1):
        huruf = get_column_letter(nomor)
        put_head(page.cell(HEADING_ROW, nomor), column.title)
        put_hint(page.cell(HINT_ROW, nomor), column_hint(column))
        dimension = page.column_dimensions[huruf]
        dimension.width = column.width
        # The style of the column is that of its empty cells, so that rows can be added in a locked sheet.
        dimension.protection = IS_OPEN
        dimension.number_format = column.kind.cell_format
        dimension.alignment = wrapped(horizontal=_horizontal(column), vertical="top")
        if listing := choice.rumus(sheet, column):
            page.add_data_validation(_cell_choice(column, *listing, f"{huruf}{FIRST_ROW}:{huruf}{MOST_ROWS}"))
    for row, one in enumerate(content, start=FIRST_ROW):
        for nomor, column in enumerate(sheet.columns, start=1):
            _fill_column(page.cell(row, nomor), column, one, sheet)
    page.row_dimensions[HINT_ROW].height = 40
    page.freeze_panes = f"A{FIRST_ROW}"


def _write_down(page: Worksheet, sheet: Sheet, content: Cells) -> None:
    for nomor, title in enumerate(("Isian", "Nilai", "Petunjuk"), start=1):
        put_head(page.cell(HEADING_ROW, nomor), title)
    for huruf, width in (("A", 30), ("B", 60), ("C", 44)):
        page.column_dimensions[huruf].width = width
    put_hint(page.cell(HINT_ROW, 1), "Jangan diubah.")
    put_hint(page.cell(HINT_ROW, 2), "Isi di kolom ini.")
    for row, column in enumerate(sheet.columns, start=FIRST_ROW):
        NAME.put_on(page.cell(row, 1, column.title))
        _fill_column(page.cell(row, 2), column, content, sheet, horizontal="left")
        put_hint(page.cell(row, 3), column.hint)
    page.freeze_panes = f"B{FIRST_ROW}"


def column_hint(column: Column) -> str:
    """What the instruction row says about a column."""
    prefix = "Harus diisi. " if column.required else ""
    text = column.hint
    if not text and isinstance(column.kind, Choice):
        text = "Pilih dari daftar."
    return f"{prefix}{text}".strip() or "Boleh kosong."


def _cell_choice(column: Column, rumus: str, unchanged: bool, location: str) -> DataValidation:
    rules = DataValidation(type="list", formula1=f"={rumus}", allow_blank=True, showErrorMessage=True)
    rules.errorStyle = "stop" if unchanged else "warning"
    rules.errorTitle = column.title[:32]
    rules.error = (
        "Pilih salah satu dari daftar." if unchanged else "Isian ini tidak ada dalam daftar. Tetap dipakai?"
    )
    rules.add(location)
    return rules


def _fill_column(cell: Cell, column: Column, content: Cells, sheet: Sheet, *, horizontal: str = "") -> None:
    nilai = content.get(column.key)
    if nilai is not None:
        nilai = column.kind.cell(nilai)
    number_format = "@" if isinstance(nilai, str) else column.kind.cell_format
    field_look(number_format, horizontal or _horizontal(column), column.is_read).put_on(cell)
    put_content(cell, nilai, f"{sheet.nama}, {column.title}")


def _horizontal(column: Column) -> str:
    return "right" if column.kind.right else "left"


def _protect(page: Worksheet) -> None:
    """Lock the head, without a password; what people do with rows and columns stays allowed."""
    protection = page.protection
    protection.sheet = True
    for hak in (
        "formatCells",
        "formatColumns",
        "formatRows",
        "insertRows",
        "deleteRows",
        "sort",
        "autoFilter",
    ):
        setattr(protection, hak, False)  # False is "not forbidden"


def _write_nomenklatur(page: Worksheet, recorded: RecordedBook) -> None:
    """Codes to choose from: the drop-downs show this sheet."""
    kabupaten, tahun = recorded.kecamatan.kabupaten, recorded.tahun
    _keterangan_table(
        page,
        (("Kode", 22), ("Jenjang", 16), ("Nama", 90), ("Versi", 12)),
        [
            (
                jenjang.kode,
                jenjang.level.replace("_", " ").capitalize(),
                f"{jenjang.nama}{jenjang.tambahan}",
                versi,
            )
            for versi in dict.fromkeys((recorded.versi, recorded.versi_rkt))
            for jenjang in recorded.references.nomenklatur.get(versi, {}).values()
            if not jenjang.repeated and is_offered(kabupaten, tahun, *jenjang.rows.values())
        ],
    )


def _write_peraturan(page: Worksheet, recorded: RecordedBook) -> None:
    _keterangan_table(
        page,
        (("Kode", 34), ("Sebutan", 110)),
        [(kode, peraturan.with_end) for kode, peraturan in recorded.references.regulations.items()],
    )


def _keterangan_table(
    page: Worksheet,
    columns: Sequence[tuple[str, int]],
    content: Sequence[Sequence[str]],
    hint: str = "Daftar kode untuk disalin; tidak dibaca saat diunggah.",
) -> None:
    for nomor, (title, width) in enumerate(columns, start=1):
        put_head(page.cell(HEADING_ROW, nomor), title)
        put_hint(page.cell(HINT_ROW, nomor), hint if nomor == 1 else "")
        page.column_dimensions[get_column_letter(nomor)].width = width
    for row, one in enumerate(content, start=FIRST_ROW):
        for nomor, nilai in enumerate(one, start=1):
            cell = page.cell(row, nomor)
            put_text(cell, nilai, page.title)
    page.freeze_panes = f"A{FIRST_ROW}"
    _protect(page)


def _write_meta(page: Worksheet, meta: dict[str, str]) -> None:
    for row, (nama, nilai) in enumerate(meta.items(), start=1):
        page.cell(row, 1, nama)
        put_content(page.cell(row, 2), nilai, META)
    page.sheet_state = "hidden"
    _protect(page)


def _write_base(page: Worksheet, recorded: RecordedBook) -> None:
    """What the workbook is filled with, by which it is told later what was changed in it."""
    for row, piece in enumerate(write_base(recorded.content), start=1):
        put_content(page.cell(row, 1), piece, BASE)
    page.sheet_state = "veryHidden"
    _protect(page)


def _write_guide(page: Worksheet, recorded: RecordedBook) -> None:
    """The page that opens first: what this is, how to fill it, which sheet holds what."""
    page.column_dimensions["A"].width = 26
    page.column_dimensions["B"].width = 100
    page.cell(1, 1, f"Buku kerja {recorded.kecamatan} tahun {recorded.tahun}").font = Font(bold=True, size=14)
    way = (
        "Isi di bawah dua baris pertama setiap lembar: baris judul dan baris petunjuk tidak diubah.",
        "Buku kerja ini memuat seluruh catatan: baris yang dihapus di sini akan dihapus juga di situs. Lembar yang"
        " dihapus dibiarkan seperti adanya di situs.",
        "Yang diubah orang lain di situs setelah buku kerja ini diunduh tetap: hanya isian yang Anda ubah di sini yang"
        " disimpan.",
        "Angka boleh ditulis 98,5 atau 1.234.567; tanggal 17/8/2026. Jangan memakai rumus: salin hasilnya sebagai"
        " nilai.",
        "Kunci adalah nama pendek yang menghubungkan lembar, misalnya kunci indikator pada lembar Realisasi.",
        "Setelah diunggah, semua perubahan dan kesalahan ditampilkan dahulu; belum ada yang disimpan sebelum Anda"
        " memilih Terapkan.",
        "Foto dan bukti dukung tidak termasuk; unggah di situs.",
    )
    row = 3
    for nomor, text in enumerate(way, start=1):
        page.cell(row, 1, f"{nomor}.").alignment = Alignment(horizontal="right", vertical="top")
        LISTED.put_on(page.cell(row, 2, text))
        row += 1
    row += 1
    put_head(page.cell(row, 1), "Lembar")
    put_head(page.cell(row, 2), "Isi")
    others = (
        (NOMENKLATUR, "Daftar kode program, kegiatan, dan sub kegiatan"),
        (PERATURAN, "Daftar kode peraturan"),
    )
    for nama, content in (*((sheet.nama, sheet.content) for sheet in all_sheets()), *others):
        row += 1
        cell = page.cell(row, 1, nama)
        cell.hyperlink = f"#'{nama}'!A1"
        LINK.put_on(cell)
        page.cell(row, 2, own_words(content, recorded.kecamatan))
    _protect(page)
