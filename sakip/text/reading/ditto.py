"""Words and marks by which a cell says again what stands above it: "idem", "s.d.a.", 〃. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

#: "SDA" in large letters alone is sumber daya air or alam.
_AS_ABOVE: Final = re.compile(
    r"[-–—\s(]*(?:(?i:idem|id\.|ibid\.?|s\.\s?d\.\s?a\.?|sama\s+(?:dengan|seperti)\s+(?:yang\s+)?(?:di\s*)?atas)|sda\.?|Sda\.?"
    r"|[\"″”〃]{1,2}|,,|'')[-–—\s).]*"
)


def says_as_above(text: str) -> bool:
    """Whether a cell says no more than that it is as the one above it."""
    return bool(_AS_ABOVE.fullmatch(text)) if text else False


def as_above(rows: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The rows of a table, each cell that says so with what the last one above it says; one with nothing above it as
    it is."""
    last: dict[int, str] = {}
    told: list[tuple[str, ...]] = []
    for cells in rows:
        row = tuple(
            last.get(at, cell) if says_as_above(cell) and len([*filter(None, cells)]) > 1 else cell
            for at, cell in enumerate(cells)
        )
        last |= {at: cell for at, cell in enumerate(row) if cell and not says_as_above(cell)}
        told.append(row)
    return told
