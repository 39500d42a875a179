"""Tables that name the columns of a sheet one below the other, made ones with a head: of a sheet with a line per
column, of unsur and components with their values beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from reports.papers.headed import words_above
from reports.papers.paper import Row
from reports.paste.by_content import AMOUNT
from reports.paste.headings import column_of, is_own_heading
from sakip.workbook.raw_cells import folded
from sakip.workbook.sheets.sheet import Sheet

#: So many columns of a sheet one below the other are a table that is turned.
_LEAST: Final = 4
_PERIODS: Final = re.compile(r"\b(?:semester|tri\s*wulan|tw|tahun|periode|20\d\d)\b")
_LEAST_LINES: Final = 2
_LETTERS: Final = re.compile(r"[A-Z]{1,2}")
#: The column by which several values of one table are told apart.
_APART: Final = "periode"


class Upright(NamedTuple):
    """The table with a head, and those of its lines that name no column of the sheet. Of several rows of which the
    sheet has a single one, ``one_of`` is what stood above each."""

    rows: Sequence[Row]
    left: tuple[Row, ...] = ()
    one_of: tuple[str, ...] = ()


def upright(rows: Sequence[Row], sheet: Sheet) -> Upright:
    """The table as one with a head; as it is where it has its columns beside each other."""
    if sheet.upright:
        return _laid_down(rows, sheet)
    if sheet.pasted.turned is not None:
        return _turned(rows, sheet, sheet.pasted.turned)
    return Upright(rows)


def _laid_down(rows: Sequence[Row], sheet: Sheet) -> Upright:
    """Of a sheet with a line per column: its lines as one row below their names."""
    for at in range(2):
        named = [(key, row) for row in rows if (key := _line(row[at], sheet)) and row.cells[at + 1 :]]
        keys = {key for key, _ in named}
        counts = bool(named) and rows[0] is not named[0][1] and len(rows[0].filled) > at + 2
        if len(keys) < _LEAST_LINES or len(named) * 2 < len(rows) or counts:
            continue  # of a table that counts by its head these are no lines of their own
        first: dict[str, Row] = {}
        for key, row in named:
            first.setdefault(key, row)
        head = Row(cells=tuple(sheet[key].title for key in first), at=rows[0].at)
        values = (
            next((cell for cell in row.cells[at + 1 :] if cell.strip(":")), "") for row in first.values()
        )
        body = Row(cells=tuple(value.lstrip(": ") for value in values), at=rows[0].at)
        taken = [row.at for row in first.values()]
        return Upright([head, body], tuple(row for row in rows if row.at not in taken))
    return Upright(rows)


def _line(text: str, sheet: Sheet) -> str:
    """The column that a line is called by."""
    plain = folded(text).strip(" .:")
    return is_own_heading(text, sheet) or next(
        (key for pattern, key in sheet.pasted.lines if re.search(pattern, plain)), ""
    )


def _turned(rows: Sequence[Row], sheet: Sheet, values: re.Pattern[str]) -> Upright:
    """Its names as a head, its values as the row; several columns of values are rows where their heads tell them
    apart."""
    width = max((len(row.cells) for row in rows), default=0)
    for at in range(min(2, width)):
        keys = [column_of([row[at]], sheet) if len(row[at]) > 1 else "" for row in rows]
        named = {key: row for key, row in reversed(list(zip(keys, rows, strict=True))) if key}
        if len(named) < _LEAST:
            continue
        lines = sorted(named.values(), key=lambda row: row.at.line)
        first = next(number for number, row in enumerate(rows) if row is lines[0])
        heads = [folded(" ".join(said)) for said in words_above(rows[:first], width)]
        beside = [x for x in range(at + 1, width) if _are_values(lines, x)]
        meant = [x for x in beside if values.search(heads[x])]
        meant = meant or [x for x in beside if _PERIODS.search(heads[x])] or beside[:1]
        apart = any(column.key == _APART for column in sheet.columns)
        differ = len({heads[x] for x in meant}) == len(meant)
        if not meant or (len(meant) > 1 and not (apart or differ)):
            continue
        several = [sheet[_APART].title] if len(meant) > 1 and apart else []
        head = Row(cells=(*(row[at] for row in lines), *several), at=lines[0].at)
        body = [
            Row(
                cells=(*(row[x] for row in lines), *(_period(heads[x], values) for _ in several)),
                at=lines[0].at,
            )
            for x in meant
        ]
        taken = {row.at for row in lines}
        left = tuple(row for row in rows[first:] if row.at not in taken)
        one_of = tuple(heads[x].capitalize() for x in meant) if len(meant) > 1 and not apart else ()
        return Upright([head, *body], left, one_of)
    return _laid_down(rows, sheet)


def _are_values(lines: Sequence[Row], at: int) -> bool:
    """Whether a column holds a number for each of the lines, or a letter for some."""
    numbers = sum(bool(AMOUNT.fullmatch(row[at])) for row in lines)
    return numbers >= _LEAST and all(
        AMOUNT.fullmatch(row[at]) or _LETTERS.fullmatch(row[at]) for row in lines
    )


def _period(head: str, values: re.Pattern[str]) -> str:
    """What a head says besides what its values are: "NRR 2022" is 2022."""
    return " ".join(values.sub(" ", head).split()).strip(" .:()").capitalize()
