"""Two amounts of each row, of which one is part of the other: a filled bar in a hollow one (pagu and realisasi)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from reports.charts.svg import ACCENT, GRID, INK, WIDTH, frame, line, rectangle, writing
from reports.charts.text_width import text_width, wrap
from sakip.capaian.rounding import round_half_up

_LEFT: Final = 690
_RIGHT: Final = 1440
_SIZE: Final = 24
_ROW: Final = 58
_LINE: Final = 25
_BAR: Final = 30
_INNER: Final = 16
_LEGEND: Final = 40


@dataclass(frozen=True, slots=True)
class AmountRow:
    """A row: its name, the whole and the part (None where not known), and what is said behind it."""

    nama: str
    whole: Decimal | None
    part: Decimal | None
    said: str


def amount_bars(rows: Sequence[AmountRow], names: tuple[str, str]) -> str:
    """The bars, the highest amount as long as there is room; ``names`` say what whole and part are.

    Raises ValueError without rows.
    """
    if not rows:
        raise ValueError("grafik memerlukan sekurang-kurangnya satu baris")
    highest = max(
        [Decimal(1), *(value for row in rows for value in (row.whole, row.part) if value is not None)]
    )

    def length(value: Decimal) -> int:
        return max(int(round_half_up(max(value, Decimal(0)) * (_RIGHT - _LEFT) / highest, 0)), 3)

    content = [rectangle(_LEFT, 4, 60, _BAR - 8, line=INK, thick=3), writing(_LEFT + 72, 26, names[0], _SIZE)]
    x = _LEFT + 72 + text_width(names[0], _SIZE) + 50
    content += [rectangle(x, 7, 60, _INNER, content=ACCENT), writing(x + 72, 26, names[1], _SIZE)]
    for number, row in enumerate(rows):
        y = _LEGEND + number * _ROW
        name = wrap(row.nama, _LEFT - 20, _SIZE, max_rows=2)
        first = y + _ROW // 2 + 8 - (len(name) - 1) * _LINE // 2
        content += [writing(0, first + at * _LINE, text, _SIZE) for at, text in enumerate(name)]
        top = y + (_ROW - _BAR) // 2
        if row.whole is not None:
            content.append(rectangle(_LEFT, top, length(row.whole), _BAR, line=INK, thick=3))
        if row.part is not None:
            content.append(
                rectangle(_LEFT, top + (_BAR - _INNER) // 2, length(row.part), _INNER, content=ACCENT)
            )
        content.append(writing(WIDTH, y + _ROW // 2 + 8, row.said, _SIZE, anchor="end", bold=True))
        content.append(line((0, y + _ROW), (WIDTH, y + _ROW), colour=GRID))
    return frame(content, width=WIDTH, height=_LEGEND + len(rows) * _ROW + 4)
