"""Rows of a CSV file as Excel, LibreOffice and programs save it: any encoding, any sign between its cells."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from sakip.text.decoding import decoded

#: A first line in which Excel is told the divider; it is no row.
_DIVIDER_LINE: Final = re.compile(r"sep=(?P<divider>[;,\t|])\r?\n", re.IGNORECASE)
#: Where dividers are looked for.
_LOOKED_AT: Final = 60


def csv_rows(content: bytes) -> list[list[str]]:
    """The cells of each row as they stand there, blanks included."""
    text = decoded(content)
    if told := _DIVIDER_LINE.match(text):
        text, divider = text[told.end() :], told["divider"]
    else:
        divider = max(";\t,|", key=lambda one: _fits(text, one))
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=divider))


def _fits(text: str, divider: str) -> tuple[int, int]:
    """How many of the first rows have the same number of cells, and how many that are; none where nothing is divided.

    A comma may stand in every amount: what divides gives rows of one width.
    """
    lines: Iterable[str] = io.StringIO(text, newline="")
    widths: Counter[int] = Counter()
    for row, _ in zip(csv.reader(lines, delimiter=divider), range(_LOOKED_AT), strict=False):
        if len(row) > 1:
            widths[len(row)] += 1
    if not widths:
        return (0, 0)
    width, rows = max(widths.items(), key=lambda one: (one[1], one[0]))
    return (rows, width)
