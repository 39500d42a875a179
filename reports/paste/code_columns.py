"""A code of the nomenklatur whose parts stand in columns of their own ("7 | 01 | 02 | 2.03 | 0001"), made one column:
with or without a head above it, and with the noughts that Excel took from its parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from reports.papers.paper import Row
from sakip.lists.sipd.kode import read_kode
from sakip.workbook.sheets.sheet import Sheet

_PART: Final = re.compile(r"x{1,2}|\d{1,4}|\d[.,]\d{1,2}", re.IGNORECASE)
_SHARE: Final = re.compile(r"(\d)[.,](\d)")
#: Fewer columns are no code.
_LEAST: Final = 3
#: More parts has none: "7 | 01 | 02 | 2 | 03 | 0001".
_MOST: Final = 6
_HEAD_ROWS: Final = 4
_PROGRAM: Final = 3
_HEAD: Final = "Kode"
#: Urusan of a kecamatan, also as the ministry writes that of any office.
_OURS: Final = frozenset({"7", "7.01", "7,01", "7.1", "7,1", "X"})
#: What stands above the parts, where anything does.
_NAMES: Final = re.compile(
    r"kode\b.*|.*rekening|(?:kode\s+)?(?:urusan|bidang(?:\s+urusan)?|program|(?:sub\s*)?kegiatan)|ur|bid|prog?|keg|sub(?:\s*keg)?",
    re.IGNORECASE,
)
#: What tells a code from numbers: a nought in front, the parts of a kegiatan, an X for any office.
_TELLS: Final = re.compile(r"0\d+|\d[.,]\d{1,2}|x+", re.IGNORECASE)


def joined(rows: Sequence[Row], sheet: Sheet) -> Sequence[Row]:
    """The rows with one column for the code, where the sheet has codes and its parts stand beside each other."""
    if not any(column.key == "kode" for column in sheet.columns):
        return rows
    width = max((len(row.cells) for row in rows), default=0)
    runs = [
        (end - start, start, end)
        for start in range(width)
        for end in range(start + _LEAST, min(start + _MOST, width) + 1)
        if _is_code(rows, start, end)
    ]
    if not runs:
        return rows
    _, start, end = max(runs)
    return [
        replace(row, cells=(*_padded(row, start), _one_cell(row, start, end), *row.cells[end:]))
        for row in rows
    ]


def _is_code(rows: Sequence[Row], start: int, end: int) -> bool:
    """Whether these columns are the parts of a code in every row that fills the first of them with one."""
    said = [_parts(row, start, end) for row in rows]
    codes = [one for one in said if one]
    longest = max(map(len, codes), default=0)
    if longest < end - start or len({one[0] for one in codes}) > 1 or codes[0][0].upper() not in _OURS:
        return False
    heads = [
        cell
        for row in rows[:_HEAD_ROWS]
        for cell in row.cells[start:end]
        if cell and not _PART.fullmatch(cell)
    ]
    told = any(_TELLS.fullmatch(part) for parts in codes for part in parts)
    if not (told or heads) or not all(map(_NAMES.fullmatch, heads)):
        return False
    for row, parts in zip(rows, said, strict=True):
        cells = [cell for cell in (row[at] for at in range(start, end)) if cell]
        if not parts and any(_PART.fullmatch(cell) for cell in cells):
            return False
    for parts in codes:
        text = _whole(parts)
        code = read_kode(text)
        if code is None or code.name or (not code.level and text.count(".") >= _PROGRAM - 1):
            return False
    return True


def _parts(row: Row, start: int, end: int) -> list[str]:
    """The parts of a code in a row, from the first on without a gap; none where something else stands there."""
    cells = [row[at] for at in range(start, end)]
    parts = list(takewhile(bool, cells))
    return parts if not any(cells[len(parts) :]) and all(map(_PART.fullmatch, parts)) else []


def _whole(parts: Sequence[str]) -> str:
    """The parts as one code: "7 | 1 | 1 | 2,1" is 7.01.01.2.10."""
    segments = ".".join(_SHARE.sub(r"\g<1>.\g<2>0", one) if _SHARE.fullmatch(one) else one for one in parts)
    said = segments.replace(",", ".").split(".")
    return ".".join(one if at in (0, 3) else one.zfill(2) for at, one in enumerate(said)).upper()


def _one_cell(row: Row, start: int, end: int) -> str:
    if parts := _parts(row, start, end):
        return _whole(parts)
    cells = [cell for cell in (row[at] for at in range(start, end)) if cell]
    return cells[0] if len(set(cells)) == 1 else _HEAD if cells else ""


def _padded(row: Row, width: int) -> tuple[str, ...]:
    return tuple(row[at] for at in range(width))
