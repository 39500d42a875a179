"""Lines of text whose columns are no cells: drawn with bars, parted by semicolons, or set apart by blanks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_RULE: Final = re.compile(r"[\s|:+=_-]+")
#: Columns parted by blanks are at least so many, or two words too far apart would make a table.
_LEAST: Final = 3


def with_columns(rows: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """The rows with a cell for each column, where every line says its columns alike; else as they are."""
    lines = [row[0] if row else "" for row in rows]
    if any(len(row) > 1 for row in rows) or len([line for line in lines if line]) < 2:
        return rows
    return _barred(lines) or _parted(lines) or _spaced(lines) or rows


def without_colons(rows: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """The rows without columns that hold nothing but what parts the others: "Luas | : | 50"."""
    width = max(map(len, rows), default=0)
    cells = [{row[at].strip() for row in rows if at < len(row)} - {""} for at in range(width)]
    alone = {at for at, said in enumerate(cells) if said and said <= {":", "="}}
    return [[cell for at, cell in enumerate(row) if at not in alone] for row in rows] if alone else rows


def _barred(lines: Sequence[str]) -> list[list[str]]:
    """ "| 1 | IKM | 86 |", with a rule below the head."""
    said = [line for line in lines if line]
    if not all(line.startswith("|") and line.endswith("|") and len(line) > 1 for line in said):
        return []
    return [
        [] if _RULE.fullmatch(line) else [cell.strip() for cell in line[1:-1].split("|")] for line in lines
    ]


def _parted(lines: Sequence[str]) -> list[list[str]]:
    """ "1;IKM;86": as many semicolons in every line, and more than the one that ends an item of a list."""
    counts = {line.count(";") for line in lines if line}
    if len(counts) != 1 or counts.pop() < _LEAST - 1:
        return []
    return [[cell.strip().strip('"') for cell in line.split(";")] if line else [] for line in lines]


def _spaced(lines: Sequence[str]) -> list[list[str]]:
    """Columns set apart by several blanks, the same number of them in every line but titles and remarks."""
    parts = [re.split(r"\s{2,}", line) if line else [] for line in lines]
    counts = {len(one) for one in parts if len(one) > 1}
    if len(counts) != 1 or counts.pop() < _LEAST or sum(len(one) > 1 for one in parts) < 2:
        return []
    return parts
