"""A workbook of plain tables to read, sort and print: it is not filled in, and nothing of it is read again."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from sakip.workbook.cell_looks import put_content, put_head, put_text

#: The media type of a workbook.
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_TITLE_ROW: Final = 1
_HEADING_ROW: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A table: the name of its sheet, a line that says what it is, its columns with their width in characters, and its
    rows. The first ``fixed`` columns stay in view."""

    name: str
    title: str
    columns: Sequence[tuple[str, int]]
    rows: Sequence[Sequence[Any]]
    fixed: int = 1


def write_listings(title: str, listings: Sequence[Listing]) -> bytes:
    """The workbook, a sheet for each. A text stays a text, whatever it begins with; a number is one.

    Raises :class:`sakip.workbook.cell_looks.CellTooLong` rather than cut a text short.
    """
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for one in listings:
        put_listing(workbook, one)
    return file_of(workbook, title)


def put_listing(workbook: Workbook, one: Listing) -> None:
    """A sheet of the workbook for the table."""
    page = workbook.create_sheet(one.name)
    put_content(page.cell(_TITLE_ROW, 1), one.title, one.name)
    for number, (heading, width) in enumerate(one.columns, start=1):
        put_head(page.cell(_HEADING_ROW, number), heading)
        page.column_dimensions[get_column_letter(number)].width = width
    for at, row in enumerate(one.rows, start=_HEADING_ROW + 1):
        for number, value in enumerate(row, start=1):
            put_text(page.cell(at, number), value, one.name)
    page.freeze_panes = f"{get_column_letter(one.fixed + 1)}{_HEADING_ROW + 1}"
    last = get_column_letter(len(one.columns))
    page.auto_filter.ref = f"A{_HEADING_ROW}:{last}{_HEADING_ROW + max(len(one.rows), 1)}"
    page.print_title_rows = f"{_HEADING_ROW}:{_HEADING_ROW}"
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True


def file_of(workbook: Workbook, title: str) -> bytes:
    """The workbook as it is handed out."""
    workbook.properties.creator = "SAKIP Kecamatan"
    workbook.properties.title = title
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()
