"""How many there are of each kind: a bar and its number, kind by kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reports.charts.svg import ACCENT, GRID, LINE, WIDTH, frame, line, rectangle, writing
from reports.charts.text_width import wrap
from sakip.text.numbers import format_angka

_LEFT: Final = 560
_RIGHT: Final = 1480
_SIZE: Final = 28
_BAR: Final = 34
_ROW: Final = 58


@dataclass(frozen=True, slots=True)
class Count:
    """A kind and how many there are; ``known`` is False of what is no kind, but the lack of one: its bar is hollow."""

    label: str
    count: int
    known: bool = True


def count_bars(rows: Sequence[Count]) -> str:
    """The bars, the longest as long as there is room. Raises ValueError without rows."""
    if not rows:
        raise ValueError("grafik memerlukan sekurang-kurangnya satu baris")
    highest = max(1, *(row.count for row in rows))
    content = [line((_LEFT, 0), (_LEFT, len(rows) * _ROW), colour=LINE)]
    for number, row in enumerate(rows):
        y = number * _ROW
        (label,) = wrap(row.label, _LEFT - 20, _SIZE, max_rows=1) or ("",)
        content.append(writing(0, y + _ROW // 2 + 10, label, _SIZE, italic=not row.known))
        width = row.count * (_RIGHT - _LEFT) // highest
        top = y + (_ROW - _BAR) // 2
        if width:
            content.append(
                rectangle(_LEFT, top, width, _BAR, content=ACCENT)
                if row.known
                else rectangle(_LEFT + 1, top + 1, max(width - 2, 1), _BAR - 2, line=ACCENT, thick=3)
            )
        content.append(
            writing(_LEFT + width + 14, y + _ROW // 2 + 10, format_angka(row.count), _SIZE, bold=True)
        )
        content.append(line((0, y + _ROW), (_LEFT, y + _ROW), colour=GRID))
    return frame(content, width=WIDTH, height=len(rows) * _ROW + 4)
