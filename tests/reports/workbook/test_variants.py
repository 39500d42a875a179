"""One workbook as other programs and other hands leave it: what it says stays the same, so nothing is changed."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from kecamatan.models import Kecamatan
from reports.workbook.exchange import workbook_import
from sakip.workbook.raw_cells import scales
from tests.workbook_edits import column_number, edited

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

Change = Callable[[bytes], bytes]

#: Sheets that hold rows, of which each variant touches all or these.
LISTS = ("Desa", "Pejabat", "RKT", "PK", "Realisasi", "Anggaran")
SHEET = re.compile(r"xl/worksheets/sheet[0-9]+\.xml")
YELLOW = PatternFill("solid", fgColor="FFFF00")


def parts(change: Callable[[str, str], str]) -> Change:
    """Change the text of XML parts: ``change`` gets name and text."""

    def apply(book: bytes) -> bytes:
        out = io.BytesIO()
        touched = 0
        with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            for info in old.infolist():
                content = old.read(info)
                if info.filename.endswith((".xml", ".rels")):
                    text = content.decode()
                    changed = change(info.filename, text)
                    touched += changed != text
                    content = changed.encode()
                new.writestr(info.filename, content)
        assert touched, "the variant is the workbook itself"
        return out.getvalue()

    return apply


def in_sheets(pattern: str, replacement: str, count: int = 0) -> Change:
    return parts(
        lambda name, text: re.sub(pattern, replacement, text, count=count) if SHEET.fullmatch(name) else text
    )


def by_hand(change: Callable[[Any], None]) -> Change:
    """Change sheets as somebody would in Excel."""

    def apply(book: Workbook) -> None:
        for name in LISTS:
            change(book[name])

    return lambda content: edited(content, apply)


def dates_of_1904(book: Workbook) -> None:
    book.epoch = CALENDAR_MAC_1904


def format_blank_rows(sheet: Any) -> None:
    for row in range(sheet.max_row + 1, sheet.max_row + 401):
        sheet.cell(row, 1).fill = YELLOW


def filter_and_hide(sheet: Any) -> None:
    sheet.auto_filter.ref = sheet.dimensions
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["B"].hidden = True


def comment_and_chart(sheet: Any) -> None:
    sheet["A3"].comment = Comment("periksa lagi", "Budi")
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=1, min_row=1, max_row=3))
    sheet.add_chart(chart, "K20")


def add_own_sheet(book: Workbook) -> None:
    sheet = book.create_sheet("Hitungan saya", 1)
    sheet["A1"], sheet["A2"] = "jumlah", "=1+1"


def insert_own_column(sheet: Any) -> None:
    sheet.insert_cols(2)
    sheet["B1"], sheet["B3"] = "Catatan saya", "sudah dicek"


def shout_headings(sheet: Any) -> None:
    for cell in sheet[1]:
        if cell.value:
            cell.value = f" {str(cell.value).upper()} ".replace(" ", "\n", 2)


def move_hints_down(sheet: Any) -> None:
    """As a sort over everything below the headings does."""
    hints = [cell.value for cell in sheet[2]]
    sheet.delete_rows(2)
    for column, hint in enumerate(hints, start=1):
        sheet.cell(sheet.max_row + (column == 1), column).value = hint


def reword_hints(sheet: Any) -> None:
    """As another version wrote some, or a clerk, and then sorted below the data."""
    for cell in [c for c in sheet[2] if c.value][1::3]:
        cell.value = "Tanyakan kepada Pak Budi."
    move_hints_down(sheet)


RICH = r"<is><r><t>\1</t></r><r><rPr><b/></rPr><t>\2</t></r></is>"
WHOLE = (
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
)


def in_turn(*changes: Change) -> Change:
    """One after another: none of them takes from the others what they change."""

    def apply(content: bytes) -> bytes:
        for change in changes:
            content = change(content)
        return content

    return apply


#: What other programs write into the parts of the file.
WRITTEN: dict[str, Change] = {
    "no dimension, no cell styles, a style in the last row of Excel": in_turn(
        in_sheets(r"<dimension [^>]*/>", ""),
        parts(
            lambda name, text: (
                re.sub("<cellStyles.*?</cellStyles>", "", text) if name == "xl/styles.xml" else text
            )
        ),
        in_sheets("</sheetData>", '<row r="1048576"><c r="A1048576" s="1"/></row></sheetData>'),
    ),
    "dimension of one cell, with macros, rich inline strings, whole numbers as 1.0": in_turn(
        in_sheets(r"<dimension [^>]*/>", '<dimension ref="A1"/>'),
        in_sheets(r"<v>([0-9]+)</v>", r"<v>\1.0</v>"),
        parts(lambda name, text: text.replace(*WHOLE) if name == "[Content_Types].xml" else text),
        in_sheets(r"<is><t[^>]*>(\w)([^<]+)</t></is>", RICH),
    ),
}


def own_marks(book: Workbook) -> None:
    """Dates from 1904, a filter, rows and columns hidden, comments and charts: nothing of it is said by a cell."""
    dates_of_1904(book)
    for name in LISTS:
        filter_and_hide(book[name])
    for name in ("PK", "Anggaran"):
        comment_and_chart(book[name])


def put_title_above(sheet: Any) -> None:
    """As a table is printed; and notes in a column of one's own, merged."""
    sheet.insert_rows(1, 2)
    sheet["A1"] = "PERJANJIAN KINERJA TAHUN 2023"
    sheet.merge_cells("A1:F1")
    sheet.merge_cells("B5:B6")


def own_places(book: Workbook) -> None:
    """A sheet and a column of one's own, 400 formatted rows, headings in capitals with line breaks below a title; and
    sheets named otherwise, as copies and Numbers name them."""
    add_own_sheet(book)
    for name in LISTS:
        insert_own_column(book[name])
        format_blank_rows(book[name])
        shout_headings(book[name])
        put_title_above(book[name])
    book["PK"].title, book["RKT"].title, book["Desa"].title = "PK - Table 1", "rkt (2)", "DESA "


#: What people do to its sheets, each time saved by another program.
DONE: dict[str, Change] = {
    "own marks": lambda content: edited(content, own_marks),
    "own places": lambda content: edited(content, own_places),
    "without the rows of hints": by_hand(lambda sheet: sheet.delete_rows(2)),
    "hints sorted below the data": by_hand(move_hints_down),
    "hints worded otherwise and sorted below the data": by_hand(reword_hints),
}


@pytest.mark.parametrize("variant", WRITTEN)
def test_a_file_that_says_the_same_changes_nothing(mini: Kecamatan, lean: bytes, variant: str) -> None:
    name = "uji.xlsm" if "with macros" in variant else "uji.xlsx"
    seen = workbook_import(content=WRITTEN[variant](lean), nama=name, kabupaten=True)
    assert ([str(g) for g in seen.errors], seen.changes) == ([], [])


@pytest.mark.parametrize("variant", DONE)
def test_sheets_that_say_the_same_change_nothing(mini: Kecamatan, lean: bytes, variant: str) -> None:
    seen = workbook_import(content=DONE[variant](lean), nama="uji.xlsx", kabupaten=True)
    assert ([str(g) for g in seen.errors], seen.changes) == ([], [])


@pytest.mark.parametrize(
    ("number_format", "scaled"),
    [("0.0%", True), ('0.00"%"', False), (r"0.00\%", False), ('General"%"', False), ('0.0_%"%"', False)],
)
def test_a_percent_sign_that_is_only_text_multiplies_nothing(number_format: str, scaled: bool) -> None:
    """Excel shows 61,5 as 61,50% by such a format, and 61,5 is what was typed; test_two_doors asks the file."""
    assert scales(number_format) is scaled


def test_a_number_in_a_cell_of_a_date_is_told_as_the_day(mini: Kecamatan, lean: bytes) -> None:
    def write(book: Workbook) -> None:
        cell = book["Dokumen"].cell(4, column_number(book, "Dokumen", "Tanggal"))
        cell.value, cell.number_format = 44256, "General"

    seen = workbook_import(content=edited(lean, write), nama="uji.xlsx", kabupaten=True)
    (problem,) = (g for g in seen.errors if (g.lembar, g.baris, g.kolom) == ("Dokumen", 4, "Tanggal"))
    assert "Maksud Anda 1 Maret 2021?" in problem.pesan


def test_what_may_be_one_of_two_is_taken_from_neither(mini: Kecamatan, lean: bytes) -> None:
    """Two columns under one heading that differ, and two copies of a sheet that is gone: said where, and what helps."""

    def change(book: Workbook) -> None:
        sheet = book["Realisasi"]
        column, again = column_number(book, "Realisasi", "Realisasi"), sheet.max_column + 1
        for row in range(1, 5):
            sheet.cell(row, again).value = sheet.cell(row, column).value
        sheet.cell(4, again).value = "99"
        book.copy_worksheet(book["Desa"]).title = "Desa lama"
        book["Desa"].title = "Desa baru"

    seen = workbook_import(content=edited(lean, change, whole=True), nama="uji.xlsx", kabupaten=True)
    assert [str(g) for g in seen.errors] == [
        'Lembar Realisasi, baris 4: judul kolom "Realisasi" ada dua, dan isinya berlainan: F4 kosong dan M4 "99". Hapus'
        " salah satu kolom, atau ganti judulnya."
    ]
    assert (
        'Lembar "Desa baru" dan "Desa lama" sama-sama berisi kolom lembar Desa, sehingga tidak ada yang dibaca. Beri'
        " nama Desa pada lembar yang dimaksud, lalu unggah lagi."
    ) in seen.notes


def test_what_stands_among_the_hints_and_is_none_is_named(mini: Kecamatan, lean: bytes) -> None:
    """Typed over the row of hints, which is read as hints: said with its place, not dropped without a word."""

    def type_over(book: Workbook) -> None:
        book["Desa"]["B2"] = "Desa Baru"

    seen = workbook_import(content=edited(lean, type_over), nama="uji.xlsx", kabupaten=True)
    assert seen.errors == []
    assert (
        'Lembar Desa, baris 2 adalah petunjuk kolom, maka "Desa Baru" tidak dibaca. Bila itu isian, tulis pada baris'
        " tanpa petunjuk."
    ) in seen.notes


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (
            date(2026, 2, 1),
            '"1 Februari 2026" terbaca sebagai tanggal, bukan angka. Ubah format selnya menjadi Teks',
        ),
        (time(1, 2), '"01:02:00" terbaca sebagai jam, bukan angka. Ubah format selnya menjadi Teks'),
        (True, '"TRUE" terbaca sebagai nilai logika, bukan angka. Ubah format selnya menjadi Teks'),
        ("=B5*2", "berisi rumus. Salin selnya, lalu tempel sebagai nilai"),
        ("#DIV/0!", '"#DIV/0!" adalah galat Excel, bukan isian. Tulis nilainya, atau kosongkan.'),
    ],
)
def test_what_excel_made_of_a_value_is_refused_with_a_way_out(
    mini: Kecamatan, lean: bytes, value: Any, said: str
) -> None:
    """Of 1/2 a day in February, of 1:2 a time; typed as a text it is the fraction."""

    def write(book: Workbook) -> None:
        book["Realisasi"].cell(5, column_number(book, "Realisasi", "Realisasi")).value = value

    seen = workbook_import(content=edited(lean, write), nama="uji.xlsx", kabupaten=True)
    (problem,) = (g for g in seen.errors if (g.lembar, g.baris, g.kolom) == ("Realisasi", 5, "Realisasi"))
    assert problem.pesan.startswith(said)
