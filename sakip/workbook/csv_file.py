"""Rows of a CSV file as Excel, LibreOffice and programs save it: any encoding, any sign between its cells."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from typing import Final

from sakip.text.decoding import decoded
from sakip.workbook.safety import WorkbookUnsafe

#: A first line in which Excel is told the divider; it is no row.
_DIVIDER_LINE: Final = re.compile(r"sep=(?P<divider>[;,\t|])\r?\n", re.IGNORECASE)
#: Where dividers are looked for.
_LOOKED_AT: Final = 60

_OPEN: Final = (
    'Tanda kutip (") pada baris {} dibuka dan tidak ditutup, sehingga baris sesudahnya terbaca sebagai satu sel.'
    " Hapus tanda kutip itu, atau simpan berkasnya sebagai .xlsx, lalu unggah lagi."
)
_LONG: Final = "Sel pada baris {} lebih panjang daripada yang dapat dibaca. Ringkas isinya, lalu unggah lagi."


def csv_rows(content: bytes) -> list[list[str]]:
    """The cells of each row as they stand there, blanks included.

    Raises :class:`sakip.workbook.safety.WorkbookUnsafe` where a quotation mark is not closed, as the rows that follow
    it would be lost, and for a cell of more characters than any file has.
    """
    text = decoded(content)
    if told := _DIVIDER_LINE.match(text):
        text, divider = text[told.end() :], told["divider"]
    else:
        divider = max(";\t,|", key=lambda one: _fits(text, one))
    return list(_rows(text, divider))


def _rows(text: str, divider: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=divider)
    first = last = 1
    try:
        for row in reader:
            yield row
            last, first = first, reader.line_num + 1
    except csv.Error as error:  # a cell of more characters than there may be
        raise WorkbookUnsafe((_OPEN if reader.line_num > first else _LONG).format(first)) from error
    if first - last > 1 and _is_open(text, last, divider):
        raise WorkbookUnsafe(_OPEN.format(last))


def _is_open(text: str, first: int, divider: str) -> bool:
    """Whether the row that begins on this line, the last, ends within a quotation: a strict reader alone says so."""
    behind = "".join(islice(io.StringIO(text, newline=""), first - 1, None))
    try:
        next(csv.reader(io.StringIO(behind, newline=""), delimiter=divider, strict=True))
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False


def _fits(text: str, divider: str) -> tuple[int, int]:
    """How many of the first rows have the same number of cells, and how many that are; none where nothing is divided.

    A comma may stand in every amount: what divides gives rows of one width.
    """
    lines: Iterable[str] = io.StringIO(text, newline="")
    widths: Counter[int] = Counter()
    with suppress(csv.Error):  # said where the rows are read
        for row in islice(csv.reader(lines, delimiter=divider), _LOOKED_AT):
            if len(row) > 1:
                widths[len(row)] += 1
    if not widths:
        return (0, 0)
    width, rows = max(widths.items(), key=lambda one: (one[1], one[0]))
    return (rows, width)
