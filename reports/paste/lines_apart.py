"""A row of a pasted table that is several: its cells have a line for each indikator, and as many lines of values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from reports.papers.paper import Row
from reports.paste.by_content import AMOUNT
from sakip.workbook.sheets.sheet import Sheet

_VALUE: Final = re.compile(r"[^\W\d]{1,2}(?:\s*\([\d.,]+\))?")
_NAMED: Final = frozenset({"indikator", "nama_indikator", "nama", "uraian", "ukuran"})


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
