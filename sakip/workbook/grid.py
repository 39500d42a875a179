"""A file from elsewhere as the rows and cells that it has, XLSX or CSV: what they mean is for others to say.

The same guards as for every other workbook (:mod:`.safety`). A formula, an error of a spreadsheet and what Excel made
of a text are no values: such a cell is empty here, and what is wrong with it is told by its address.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from math import isfinite
from typing import Any, Final

from openpyxl.utils import get_column_letter

from kecamatan.ground.texts import Refused, tidy_text
from sakip.text.dates import format_tanggal
from sakip.workbook.csv_file import csv_rows
from sakip.workbook.raw_cells import UnreadableCell, filled, number_text, value_in, visible_sheets
from sakip.workbook.safety import (
    LARGEST_SIZE,
    MOST_CELL,
    MOST_COLUMNS,
    Deadline,
    WorkbookUnsafe,
)

Cell = str | int | float | None
"""A text, a number as Excel keeps it, or nothing."""

#: What an accounting format makes of a zero in CSV: a dash between blanks. A dash alone is what a person typed.
DASH: Final = "- "

#: Rows of one sheet: a list of a whole kabupaten is longer than the workbook of a kecamatan.
MOST_GRID_ROWS: Final = 20_000
#: Seconds that one file may take to be read.
_TIME_LIMIT: Final = 25.0


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """A row that is not blank, by Excel's own number, its cells from column A on."""

    number: int
    cells: Sequence[Cell]

    def __getitem__(self, at: int) -> Cell:
        return self.cells[at] if at < len(self.cells) else None

    def text(self, at: int) -> str:
        """A cell as text in one line, empty where there is none."""
        return cell_text(self[at])


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A sheet; ``broken`` says by address (B12) what is wrong with cells that hold no value."""

    sheet: str
    rows: Sequence[GridRow]
    broken: Mapping[str, str] = field(default_factory=dict)

    @property
    def width(self) -> int:
        """Columns up to the last that holds anything."""
        return max((len(row.cells) for row in self.rows), default=0)


def address(row: int, at: int) -> str:
    """B12, of row 12 and the column at 1."""
    return f"{get_column_letter(at + 1)}{row}"


def letter(at: int) -> str:
    """B, of the column at 1."""
    return str(get_column_letter(at + 1))


def cell_text(cell: Cell) -> str:
    """A cell as text in one line, empty where there is none."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return " ".join(cell.split())
    return number_text(cell)


def read_grids(content: bytes, *, remedy: str) -> list[Grid]:
    """Every visible sheet of a workbook that holds anything, or the one of a CSV file.

    ``remedy`` says where a good file comes from. Raises :class:`sakip.workbook.safety.WorkbookUnsafe` for what is no
    such file, and TimedOut.
    """
    if _is_text(content):
        grids = [_csv(content)]
    else:
        deadline = Deadline(_TIME_LIMIT)
        with visible_sheets(content, deadline, most_rows=MOST_GRID_ROWS, remedy=remedy) as pages:
            grids = [_sheet(page, deadline) for page in pages]
    grids = [grid for grid in grids if grid.rows]
    if not grids:
        raise WorkbookUnsafe(f"Berkas tidak berisi satu baris pun. {remedy}")
    return grids


def _is_text(content: bytes) -> bool:
    """Whether it can be CSV: a text, also one of sixteen bits, and none of a PDF."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return bool(content) and b"\0" not in content[:4096] and not content.startswith((b"PK\x03\x04", b"%PDF"))


def _csv(content: bytes) -> Grid:
    if len(content) > LARGEST_SIZE:
        raise WorkbookUnsafe("Berkas lebih dari 10 MB. Hapus baris yang tidak dipakai, lalu unggah lagi.")
    rows: list[GridRow] = []
    broken: dict[str, str] = {}
    cells = 0
    for number, line in enumerate(csv_rows(content), start=1):
        found: list[Cell] = []
        for at, raw in enumerate(line[:MOST_COLUMNS]):
            try:
                text = tidy_text(raw)
            except Refused as problem:
                text, broken[address(number, at)] = "", str(problem)
            found.append(DASH if text == "-" != raw else text or None)
        cells += len(found)
        _append(rows, number, found)
        if len(rows) > MOST_GRID_ROWS or cells > MOST_CELL:
            raise WorkbookUnsafe(
                f"Berkas berisi lebih dari {MOST_GRID_ROWS} baris atau {MOST_CELL} sel. Hapus isi yang tidak dipakai,"
                " lalu unggah lagi."
            )
    return Grid(sheet="", rows=rows, broken=broken)


def _sheet(page: Any, deadline: Deadline) -> Grid:
    rows: list[GridRow] = []
    broken: dict[str, str] = {}
    for number, cells in enumerate(page.iter_rows(max_row=MOST_GRID_ROWS, max_col=MOST_COLUMNS), start=1):
        if number % 100 == 0:
            deadline.check()
        found: list[Cell] = []
        for at, cell in enumerate(cells):
            value: Cell = None
            if filled(cell):
                try:
                    value = _value(value_in(cell))
                except Refused as problem:
                    broken[address(number, at)] = str(problem)
            found.append(value)
        _append(rows, number, found)
    return Grid(sheet=page.title, rows=rows, broken=broken)


def _append(rows: list[GridRow], number: int, cells: list[Cell]) -> None:
    while cells and cells[-1] is None:
        cells.pop()
    if cells:
        rows.append(GridRow(number=number, cells=tuple(cells)))


def _value(value: Any) -> Cell:
    """What a cell holds. Raises :class:`kecamatan.ground.texts.Refused` for what nobody can have meant."""
    if isinstance(value, datetime | date):
        # A day in a list of documents is one; where a kode or an amount is wanted, this text is neither.
        return format_tanggal(value.date() if isinstance(value, datetime) else value)
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, int | float):
        if not isfinite(value):
            raise UnreadableCell("bukan angka. Ketik ulang isinya.")
        return value
    return tidy_text(str(value)) or None
