"""Tables of a text file drawn with blanks alone: told by a line that names columns, read by where they begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from reports.papers.roles import Role, role_of

_PART: Final = re.compile(r"\S+(?: \S+)*")
#: Columns that make a line a head, and rows below it that make it a table.
_LEAST_COLUMNS: Final = 3
_LEAST_ROWS: Final = 2
#: How far left of its head a cell may begin.
_SLACK: Final = 2


def spaced_rows(lines: Sequence[str]) -> dict[int, tuple[str, ...]]:
    """By the number of a line its cells; none for a line that goes on with the row above it."""
    rows: dict[int, tuple[str, ...]] = {}
    at = 0
    while at < len(lines):
        table = _table(lines, at) if _names_columns(lines[at]) else {}
        rows |= table
        at = max(table, default=at) + 1
    return rows


def _parts(line: str) -> list[tuple[int, str]]:
    return [(found.start(), found[0]) for found in _PART.finditer(line.rstrip())]


def _names_columns(line: str) -> bool:
    if "\t" in line or "|" in line:
        return False
    parts = _parts(line)
    known = sum(role_of(text) is not Role.OTHER for _, text in parts)
    return len(parts) >= _LEAST_COLUMNS and known * 3 >= len(parts) * 2


def _table(lines: Sequence[str], head: int) -> dict[int, tuple[str, ...]]:
    starts = [start for start, _ in _parts(lines[head])]
    rows: dict[int, list[str]] = {}
    last = head
    for at in range(head, len(lines)):
        parts = _parts(lines[at])
        if (
            not parts
            or "\t" in lines[at]
            or "|" in lines[at]
            or (at > head and len(parts) == 1 and parts[0][0] == 0)
        ):
            break
        cells = [""] * len(starts)
        for start, text in parts:
            column = max((x for x, begin in enumerate(starts) if begin <= start + _SLACK), default=0)
            cells[column] = f"{cells[column]} {text}".strip()
        if at > head + 1 and not cells[0] and len(rows) > 1:
            rows[last] = [f"{above} {cell}".strip() for above, cell in zip(rows[last], cells, strict=True)]
            rows[at] = []
            continue
        rows[at], last = cells, at
    full = sum(len([*filter(None, cells)]) >= _LEAST_COLUMNS for at, cells in rows.items() if at > head)
    return {at: tuple(cells) for at, cells in rows.items()} if full >= _LEAST_ROWS else {}
