"""A row of a pasted table that is several, as its cells have a line for each indikator and as many lines of values; and
several rows of a list that are one, as a PDF breaks its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from reports.papers.paper import Row
from reports.paste.by_content import AMOUNT
from sakip.workbook.sheets.pasted import without_mark
from sakip.workbook.sheets.sheet import Sheet

_VALUE: Final = re.compile(r"[^\W\d]{1,2}(?:\s*\([\d.,]+\))?")
#: Fewer numbers make no list.
_LEAST_ITEMS: Final = 2
_NAMED: Final = frozenset({"indikator", "nama_indikator", "nama", "uraian", "ukuran"})


def whole_items(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows of a numbered list of one column, each with the lines that go on with it: they begin small, and what
    stands above them has not ended."""
    if any(len(row.filled) > 1 for row in rows) or sum(map(_is_item, rows)) < _LEAST_ITEMS:
        return rows
    result: list[Row] = []
    for row in rows:
        said = row.filled[0] if row.filled else ""
        above = result[-1].filled[0] if result and result[-1].filled else ""
        if said[:1].islower() and above and not _is_item(row) and not above.endswith((";", ".", ":")):
            result[-1] = replace(result[-1], cells=(f"{above} {said}",))
        else:
            result.append(row)
    return result


def _is_item(row: Row) -> bool:
    return bool(row.filled) and without_mark(row.filled[0]) != row.filled[0]


def each_line(row: Row, told: Sequence[str], sheet: Sheet) -> Iterator[Row]:
    """The rows that it is, where the cell that names them and one of values have as many lines; the row itself
    else. What has one line stands in the first, as of a cell that is merged; a satuan in all of them."""
    lines = [[line.strip() for line in cell.split("\n") if line.strip()] for cell in row.cells]
    name = next((at for at, key in enumerate(told) if key in _NAMED), -1)
    count = len(lines[name]) if 0 <= name < len(lines) else 0
    values = [
        at
        for at, one in enumerate(lines)
        if at != name and len(one) == count and all(AMOUNT.fullmatch(x) or _VALUE.fullmatch(x) for x in one)
    ]
    if count < 2 or not values or sheet.pasted.labelled is not None:
        yield row
        return
    for number in range(count):
        cells = (
            one[number]
            if len(one) == count
            else cell
            if not number or told[at : at + 1] == ["satuan"]
            else ""
            for at, (one, cell) in enumerate(zip(lines, row.cells, strict=True))
        )
        yield replace(row, cells=tuple(cells))
