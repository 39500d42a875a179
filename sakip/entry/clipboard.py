"""A block of cells as spreadsheets put it on the clipboard: rows of texts."""

from __future__ import annotations

import re
from typing import Final

_CELL: Final = re.compile(r'(?:"(?P<quoted>(?:[^"]|"")*)"|(?P<plain>[^\t\n]*))(?P<end>[\t\n]|\Z)')


def block(text: str) -> list[list[str]]:
    """The rows of a block, each with its cells.

    A cell that holds line breaks, tabs or quotes of its own stands in quotes, with its quotes doubled: its lines are
    one cell, and the rows after it stay where they stood.
    """
    rows: list[list[str]] = [[]]
    for found in _CELL.finditer(re.sub("\r\n?", "\n", text).removesuffix("\n")):
        quoted = found["quoted"]
        rows[-1].append((found["plain"] if quoted is None else quoted.replace('""', '"')).strip())
        if found["end"] == "\n":
            rows.append([])
        elif not found["end"]:
            break
    return rows
