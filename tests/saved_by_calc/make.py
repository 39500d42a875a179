"""Makes the workbooks of this folder: the export of Umbulsari 2021 after LibreOffice Calc and a person's work in it.

Run once, by a Python that has Calc's bridge (Debian: libreoffice-calc and python3-uno), never by a test:

    manage.py ekspor umbulsari 2021 /tmp/umbulsari.xlsx
    soffice --headless --accept='pipe,name=calc;urp;' &
    /usr/bin/python3 tests/saved_by_calc/make.py /tmp/umbulsari.xlsx [through_xls …]
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]
from com.sun.star.lang import Locale  # type: ignore[import-not-found]
from com.sun.star.table import TableSortField  # type: ignore[import-not-found]
from com.sun.star.table.CellContentType import VALUE  # type: ignore[import-not-found]

HERE = Path(__file__).resolve().parent
#: Sheets of many rows; of these the order of rows means nothing.
SORTABLE = ("TargetRenstra", "Realisasi", "Pembanding", "Dokumen")
LISTS = (*SORTABLE, "Pejabat", "Indikator", "RKT", "PK", "PKAnggaran", "Anggaran", "Keluaran", "Belanja")
#: Only read, and most of the file.
LISTED_CODES = ("Petunjuk", "Nomenklatur", "Peraturan")
DATE = 2


def option(name: str, value: Any) -> Any:
    one = PropertyValue()
    one.Name, one.Value = name, value
    return one


def desktop() -> Any:
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    office = resolver.resolve("uno:pipe,name=calc;urp;StarOffice.ComponentContext")
    return office.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", office)


def end(sheet: Any) -> tuple[int, int]:
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    return cursor.RangeAddress.EndColumn, cursor.RangeAddress.EndRow


def sheets(book: Any, names: tuple[str, ...] = LISTS) -> Iterator[Any]:
    for name in names:
        sheet = book.Sheets.getByName(name)
        sheet.unprotect("")
        yield sheet


def number_cells(book: Any) -> Iterator[tuple[Any, bool]]:
    """Every cell with a number below the headings, and whether it is a date."""
    for sheet in sheets(book):
        columns, rows = end(sheet)
        for row in range(2, rows + 1):
            for column in range(columns + 1):
                cell = sheet.getCellByPosition(column, row)
                if cell.Type == VALUE:
                    yield cell, bool(book.NumberFormats.getByKey(cell.NumberFormat).Type & DATE)


def format_of(book: Any, code: str) -> int:
    locale = Locale("id", "ID", "")
    key: int = book.NumberFormats.queryKey(code, locale, False)
    return key if key >= 0 else book.NumberFormats.addNew(code, locale)


def sort_and_filter(book: Any) -> None:
    """Rows from the last to the first, every second one hidden by a filter, a column widened."""
    for sheet in sheets(book):
        columns, rows = end(sheet)
        sheet.Columns.getByIndex(2).Width = 9000
        if sheet.Name in SORTABLE:
            fields = []
            for number in (0, 1):
                field = TableSortField()
                field.Field, field.IsAscending = number, False
                fields.append(field)
            order = uno.Any("[]com.sun.star.table.TableSortField", tuple(fields))
            sheet.getCellRangeByPosition(0, 2, columns, rows).sort(
                (option("SortFields", order), option("ContainsHeader", False))
            )
        name = f"saring_{sheet.Name}"
        book.DatabaseRanges.addNewByName(name, sheet.getCellRangeByPosition(0, 0, columns, rows).RangeAddress)
        book.DatabaseRanges.getByName(name).AutoFilter = True
        for row in range(3, rows + 1, 2):
            sheet.Rows.getByIndex(row).IsVisible = False


def numbers_as_text(book: Any) -> None:
    """As typed into columns formatted as text; and dates in two other formats."""
    dates = 0
    for cell, date in list(number_cells(book)):
        if date:
            cell.NumberFormat = format_of(book, "DD/MM/YY" if dates % 2 else "NNNNDD MMMM YYYY")
            dates += 1
            continue
        value = cell.Value
        cell.NumberFormat = format_of(book, "@")
        cell.String = repr(int(value)) if value == int(value) else repr(value).replace(".", ",")


def sort_and_type(book: Any) -> None:
    """The survey of 2021 is 80,5 after all, in rows that were sorted."""
    sort_and_filter(book)
    (sheet,) = sheets(book, ("Realisasi",))
    columns, rows = end(sheet)
    titles = [sheet.getCellByPosition(column, 0).String for column in range(columns + 1)]
    wanted = {"Kunci indikator": "skm", "Tahun": "2021", "Triwulan": "Setahun"}
    for row in range(2, rows + 1):
        if all(
            sheet.getCellByPosition(titles.index(title), row).String == text for title, text in wanted.items()
        ):
            sheet.getCellByPosition(titles.index("Realisasi"), row).Value = 80.5
            sheet.getCellByPosition(titles.index("Seperti tercetak"), row).String = ""


VARIANTS: dict[str, Callable[[Any], None] | None] = {
    "saved": None,
    "through_ods": None,
    "through_xls": None,
    "sorted_and_filtered": sort_and_filter,
    "numbers_as_text": numbers_as_text,
    "one_value_typed": sort_and_type,
}


#: Variants that were another kind of file in between: its ending, and the name of Calc's filter.
BETWEEN: dict[str, tuple[str, str]] = {"through_ods": ("ods", "calc8"), "through_xls": ("xls", "MS Excel 97")}


def main(source: str, names: list[str]) -> None:
    """Write the variants of these names, or all of them, beside this file."""
    desk = desktop()

    def opened(path: str) -> Any:
        return desk.loadComponentFromURL(f"file://{path}", "_blank", 0, (option("Hidden", True),))

    for name in names or list(VARIANTS):
        change = VARIANTS[name]
        book = opened(source)
        if name in BETWEEN:
            ending, written_as = BETWEEN[name]
            between = f"{source}.{ending}"
            book.storeToURL(f"file://{between}", (option("FilterName", written_as),))
            book.close(True)
            book = opened(between)
        if change:
            change(book)
        if name != "saved":
            for sheet in LISTED_CODES:
                book.Sheets.removeByName(sheet)
        book.storeToURL(f"file://{HERE}/{name}.xlsx", (option("FilterName", "Calc MS Excel 2007 XML"),))
        book.close(True)
    desk.terminate()


if __name__ == "__main__":
    main(str(Path(sys.argv[1]).resolve()), sys.argv[2:])
