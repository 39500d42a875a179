"""Tables with a column for each month, or with marks below their triwulan, made ones that say the triwulan itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from reports.papers.headed import counts_columns
from reports.papers.paper import Row
from sakip.capaian.triwulan import ROMAN
from sakip.text.dates import NAMA_BULAN, month_called
from sakip.text.reading.marks import is_mark, says_nothing
from sakip.text.reading.roman import counted
from sakip.workbook.sheets.sheet import Sheet
from sakip.workbook.sums import says_total

_HEAD_ROWS: Final = 5
#: Fewer columns are no months of a year.
_LEAST: Final = 3
_OF_QUARTER: Final = 3
_QUARTER: Final = re.compile(r"(?:(?:tri\s*wulan|tw)\.?\s*(?:ke\W*)?)?(iv|iii|ii|i|[1-4])", re.IGNORECASE)
_MONTH: Final = re.compile(r"(?:bulan\s+)?([a-z]{3,9})\.?(?:[\s'’-]*(?:20)?\d\d)?", re.IGNORECASE)
#: Of a column above months that is kept: they are no target.
_SPENT: Final = re.compile(r"realisa\w*|anggaran|pagu|keuangan", re.IGNORECASE)
#: A mark is no value: what stands above it is told, and not read as one.
_MARKED: Final = "{} (tanda)"


def of_quarters(rows: Sequence[Row], sheet: Sheet) -> Sequence[Row]:
    """The table, of a sheet that tells triwulan apart, without months and marks."""
    keys = {column.key for column in sheet.columns}
    told = "triwulan" in keys
    spread = sheet.pasted.spread is not None and sheet.pasted.spread.apart == "triwulan"
    if not (told or spread or keys & {"target_1", "triwulan_1"}):
        return rows
    rows = _without_months(rows)
    return _without_marks(rows, in_rows=told and not spread)


# -- months ----------------------------------------------------------------------------------------


def _without_months(rows: Sequence[Row]) -> Sequence[Row]:
    """Its months as the triwulan that they are of. Where several months of one say something else each it is not
    decided which of them holds: the cell names them, and is told."""
    for at, row in enumerate(rows[:_HEAD_ROWS]):
        months = _months(row)
        if len(months) >= _LEAST:
            first, end = min(months), max(months) + 1
            above = [_above(one, first, end) for one in rows[:at]]
            head = _replaced(row, first, end, list(_heads(rows[:at], first, end)))
            return [*above, head, *(_by_quarter(one, months, first, end) for one in rows[at + 1 :])]
    return rows


def _months(row: Row) -> dict[int, int]:
    """The month of each column that names one; none where they do not follow each other."""
    words = {x: one[1] for x, cell in enumerate(row.cells) if (one := _MONTH.fullmatch(cell.strip()))}
    found = {x: month for x, word in words.items() if (month := month_called(word))}
    in_order = all(
        one[0] + 1 == two[0] and one[1] + 1 == two[1] for one, two in pairwise(sorted(found.items()))
    )
    return found if in_order else {}


def _above(row: Row, first: int, end: int) -> Row:
    """A line of the head above months: what it says of all of them stands above the first."""
    words = [cell for cell in row.cells[first:end] if cell]
    said = words[0] if len(set(words)) == 1 and not _QUARTER.fullmatch(words[0]) else ""
    return row if len(row.filled) == 1 else _replaced(row, first, end, [said, "", "", ""])


def _heads(above: Sequence[Row], first: int, end: int) -> Iterator[str]:
    said = next(
        (found[0] for row in above for cell in row.cells[first:end] if (found := _SPENT.search(cell))), ""
    )
    yield from (f"{said} Triwulan {roman}".strip() for roman in ROMAN)


def _by_quarter(row: Row, months: dict[int, int], first: int, end: int) -> Row:
    if len(row.filled) == 1 or counts_columns(row):
        return _replaced(row, first, end, [cell for cell in row.cells[first:end] if cell][:1])
    said: list[list[tuple[int, str]]] = [[], [], [], []]
    for x, month in months.items():
        if not says_nothing(row[x]):
            said[(month - 1) // _OF_QUARTER].append((month, row[x]))
    return _replaced(row, first, end, [_together(one) for one in said])


def _together(said: Sequence[tuple[int, str]]) -> str:
    """What months of one triwulan say: the only one, or a mark of any of them."""
    if len(said) == 1 or (said and all(is_mark(cell) for _, cell in said)):
        return said[0][1]
    return "; ".join(f"{NAMA_BULAN[month - 1]}: {cell}" for month, cell in said)


# -- marks -----------------------------------------------------------------------------------------


def _without_marks(rows: Sequence[Row], *, in_rows: bool) -> Sequence[Row]:
    """Its marks below triwulan as the triwulan itself, a row for each, where the sheet has rows of one (``in_rows``);
    elsewhere what stands above them says that they are no values."""
    for at, row in enumerate(rows[:_HEAD_ROWS]):
        first = _quarters(row)
        body = [one for one in rows[at + 1 :] if not counts_columns(one)]
        cells = [cell for one in body for cell in one.cells[first : first + 4] if not says_nothing(cell)]
        if first < 0 or not cells or not all(map(is_mark, cells)):
            continue
        end = first + len(ROMAN)
        if not in_rows:
            told = [_MARKED.format(cell) for cell in row.cells[first:end]]
            return [*rows[:at], _replaced(row, first, end, told), *rows[at + 1 :]]
        above = [one if len(one.filled) == 1 else _replaced(one, first, end, [""]) for one in rows[:at]]
        head = _replaced(row, first, end, ["Triwulan"])
        return [*above, head, *(two for one in body for two in _each(one, first, end))]
    return rows


def _quarters(row: Row) -> int:
    """The first of four columns that name the triwulan in their order; -1 where none do."""
    if counts_columns(row) and len(row.filled) != len(ROMAN):
        return -1
    said = [counted(found[1]) if (found := _QUARTER.fullmatch(cell.strip())) else 0 for cell in row.cells]
    return next((x for x in range(len(said)) if said[x : x + 4] == [1, 2, 3, 4]), -1)


def _each(row: Row, first: int, end: int) -> Iterator[Row]:
    marked = [
        roman for roman, cell in zip(ROMAN, row.cells[first:end], strict=False) if not says_nothing(cell)
    ]
    if says_total(row.filled) or len(row.filled) == 1:
        marked = []
    for roman in marked or [""]:
        yield _replaced(row, first, end, [roman])


def _replaced(row: Row, first: int, end: int, cells: Sequence[str]) -> Row:
    """The row with these cells instead of some: as many as the first of the table's rows gets."""
    padded = [row[x] for x in range(max(end, len(row.cells)))]
    return replace(row, cells=(*padded[:first], *cells, *padded[end:]))
