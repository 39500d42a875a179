"""A block of cells as spreadsheets put it on the clipboard: rows of texts."""

from __future__ import annotations

import re
from typing import Final

_QUOTED: Final = re.compile(r'"((?:[^"]|"")*)"(?=[\t\n]|\Z)')
_PLAIN: Final = re.compile(r"[^\t\n]*")


def block(text: str) -> list[list[str]]:
    """The rows of a block, each with its cells.

    A cell that holds line breaks, tabs or quotes of its own stands in quotes, with its quotes doubled: its lines are one
    cell, and the rows after it stay where they stood.
    """
    rest = re.sub("\r\n?", "\n", text).removesuffix("\n")
    rows: list[list[str]] = [[]]
    place = 0
    while True:
        if quoted := _QUOTED.match(rest, place):
            rows[-1].append(quoted[1].replace('""', '"').strip())
            place = quoted.end()
        else:
            plain = _PLAIN.match(rest, place)
            assert plain is not None  # it matches nothing as well
            rows[-1].append(plain[0].strip())
            place = plain.end()
        if place >= len(rest):
            return rows
        if rest[place] == "\n":
            rows.append([])
        place += 1
