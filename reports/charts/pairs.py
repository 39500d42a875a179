"""Two percentages of each row beside each other: capaian as a filled bar, serapan as a hollow one below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from reports.charts.svg import ACCENT, DIM, GRID, INK, LINE, NARROW, WIDTH, frame, line, rectangle, writing
from reports.charts.text_width import text_width, wrap
from sakip.capaian.rounding import round_half_up

#: Of the width: what the names take, and what the values behind the bars.
_LEFT: Final = 360
_BEHIND: Final = WIDTH - 1290
_LEFT_NARROW, _BEHIND_NARROW = 190, 130
_SIZE: Final = 26
_SMALL: Final = 22
_BAR: Final = 22
_ROW: Final = 56
_ABOVE: Final = 50
_FULL: Final = Decimal(100)


@dataclass(frozen=True, slots=True)
class Pair:
    """A row: its name, both values in percent (None where there is none) and how each is said."""

    nama: str
    values: tuple[Decimal | None, Decimal | None]
    said: tuple[str, str]


def pair_bars(rows: Sequence[Pair], names: tuple[str, str], *, narrow: bool = False) -> str:
    """Two bars for each row from 0 to 100 percent, or as far as the highest value reaches; ``names`` say which is
    which. Where a value is unknown its words stand at the axis. ``narrow`` as a phone shows it. Raises ValueError
    without rows."""
    if not rows:
        raise ValueError("grafik memerlukan sekurang-kurangnya satu baris")
    width, left, behind = (NARROW, _LEFT_NARROW, _BEHIND_NARROW) if narrow else (WIDTH, _LEFT, _BEHIND)
    right = width - behind
    highest = max([_FULL, *(value for row in rows for value in row.values if value is not None)])

    def position(value: Decimal) -> int:
        return left + int(round_half_up(max(value, Decimal(0)) * (right - left) / highest, 0))

    base = _ABOVE + len(rows) * _ROW
    content = []
    x = 0 if narrow else left
    for name, hollow in zip(names, (False, True), strict=True):
        content.append(_bar(x, 8, 34, hollow=hollow))
        content.append(writing(x + 46, 29, name, _SMALL, colour=DIM))
        x += 46 + text_width(name, _SMALL) + 40
    for mark in (Decimal(0), _FULL):
        content.append(
            line((position(mark), _ABOVE), (position(mark), base), colour=LINE if not mark else GRID)
        )
    content.append(writing(position(_FULL), _ABOVE - 8, "100%", _SMALL, anchor="middle", colour=DIM))
    for number, row in enumerate(rows):
        y = _ABOVE + number * _ROW
        (name,) = wrap(row.nama, left - 20, _SIZE, max_rows=1) or ("",)
        content.append(writing(0, y + _ROW // 2 + 9, name, _SIZE))
        for value, said, top, hollow in zip(
            row.values, row.said, (y + 5, y + 7 + _BAR), (False, True), strict=True
        ):
            if value is None:
                content.append(writing(left + 12, top + 18, said, _SMALL, italic=True, colour=DIM))
                continue
            content.append(_bar(left, top, max(position(value) - left, 2), hollow=hollow))
            content.append(writing(width, top + 18, said, _SMALL, anchor="end", bold=not hollow, colour=INK))
        content.append(line((0, y + _ROW), (width, y + _ROW), colour=GRID))
    return frame(content, width=width, height=base + 6)


def _bar(x: int, y: int, width: int, *, hollow: bool) -> str:
    if hollow:
        return rectangle(x + 1, y + 1, max(width - 2, 1), _BAR - 3, line=ACCENT, thick=3)
    return rectangle(x, y, width, _BAR - 2, content=ACCENT)
