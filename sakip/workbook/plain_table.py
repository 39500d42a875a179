"""A list from elsewhere: a table whose columns are found by their headings, wherever it stands in the file.

The same guards as for the workbook of a kecamatan-year (:mod:`.safety`): nothing is opened before its size is known, no
formula and no error of a spreadsheet is taken for a value.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from math import isfinite
from typing import Any, Final

from openpyxl.utils import get_column_letter

from kecamatan.ground.texts import Refused, tidy_text
from sakip.workbook.raw_cells import UnreadableCell, filled, folded, number_text, value_in, visible_sheets
from sakip.workbook.safety import (
    MOST_COLUMNS,
    MOST_ROWS,
    Deadline,
    WorkbookUnsafe,
)

#: A heading that stands lower is none: above it there is at most a title and some lines about the list.
_LOWEST_HEADING: Final = 20

#: Seconds that one list may take to be read.
_TIME_LIMIT: Final = 20.0

#: Digits that Excel keeps of a number; of a longer one the last have become zeros.
_DIGITS_KEPT: Final = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A column of the list: its key, the headings under which it is known (the first is that of the template), and
    whether the list is of no use without it; in the template its hint and its width in characters."""

    key: str
    titles: tuple[str, ...]
    needed: bool = True
    hint: str = ""
    width: int = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A row that is not blank, by Excel's own number: its texts by key, and what is wrong with others."""

    number: int
    texts: Mapping[str, str]
    broken: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainTable:
    """What was read: the sheet, the heading that each found column has in the file, the rows."""

    sheet: str
    headings: Mapping[str, str]
    rows: Sequence[TableRow]


def read_table(content: bytes, wanted: Sequence[Wanted], *, remedy: str) -> PlainTable:
    """The first table of the file that has every needed heading. ``remedy`` says where a good file comes from.

    Raises :class:`sakip.workbook.safety.WorkbookUnsafe` for what is no such file, and TimedOut.
    """
    deadline = Deadline(_TIME_LIMIT)
    with visible_sheets(content, deadline, most_rows=MOST_ROWS, remedy=remedy) as pages:
        return _first_table(pages, wanted, deadline, remedy)


def _first_table(
    pages: Sequence[Any], wanted: Sequence[Wanted], deadline: Deadline, remedy: str
) -> PlainTable:
    nearest: list[str] = [one.titles[0] for one in wanted if one.needed]
    for page in pages:
        places: dict[str, int] = {}
        titles: dict[str, str] = {}
        rows: list[TableRow] = []
        for number, cells in enumerate(page.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS), start=1):
            if number % 100 == 0:
                deadline.check()
            if places:
                if row := _row(number, cells, places):
                    rows.append(row)
                continue
            found = _headings(cells, wanted)
            less = [one.titles[0] for one in wanted if one.needed and one.key not in found]
            if not less:
                places = found
                titles = {key: str(cells[at].value) for key, at in found.items()}
            elif len(less) < len(nearest):
                nearest = less
            if not places and number >= _LOWEST_HEADING:
                break
        if places:
            return PlainTable(sheet=page.title, headings=titles, rows=rows)
    missing = ", ".join(f'"{title}"' for title in nearest)
    raise WorkbookUnsafe(
        f"Judul kolom {missing} tidak ditemukan dalam satu baris di {_LOWEST_HEADING} baris pertama lembar mana pun."
        f" {remedy}"
    )


def _headings(cells: Sequence[Any], wanted: Sequence[Wanted]) -> dict[str, int]:
    """Where the columns stand, if this row is that of the headings."""
    present: dict[str, int] = {}
    for at, cell in enumerate(cells):
        if filled(cell):
            present.setdefault(folded(cell.value), at)
    found = {one.key: [present[folded(t)] for t in one.titles if folded(t) in present] for one in wanted}
    return {key: places[0] for key, places in found.items() if places}


def _row(number: int, cells: Sequence[Any], places: Mapping[str, int]) -> TableRow | None:
    texts: dict[str, str] = {}
    broken: dict[str, str] = {}
    for key, at in places.items():
        if at >= len(cells) or not filled(cells[at]):
            continue
        try:
            texts[key] = _text(value_in(cells[at]))
        except Refused as problem:
            broken[key] = f"{get_column_letter(at + 1)}{number}: {problem}"
    return TableRow(number=number, texts=texts, broken=broken) if texts or broken else None


def _text(value: Any) -> str:
    """A value as its text. Raises :class:`kecamatan.ground.texts.Refused` for one that Excel has made another."""
    if isinstance(value, datetime | date):
        day = value.date() if isinstance(value, datetime) else value
        raise UnreadableCell(
            f"terbaca sebagai tanggal {day.day}/{day.month}/{day.year}. Ubah format selnya menjadi Teks, lalu ketik"
            " ulang."
        )
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, int | float):
        if not isfinite(value):
            raise UnreadableCell("bukan angka. Ketik ulang isinya.")
        if abs(value) >= 10**_DIGITS_KEPT:
            raise UnreadableCell(
                f"tersimpan sebagai bilangan, sehingga angka setelah yang ke-{_DIGITS_KEPT} hilang. Ubah format selnya"
                " menjadi Teks, lalu ketik ulang."
            )
        return number_text(value)
    return tidy_text(str(value))
