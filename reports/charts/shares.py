"""How many have each predikat, in several places side by side: a bar for each place, as long as all bars, divided into
its shares; the darker the higher the predikat, and hollow what has none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reports.charts.heat import legend, shade
from reports.charts.svg import DIM, GRID, LINE, WIDTH, frame, line, rectangle, writing
from reports.charts.text_width import text_width, wrap
from sakip.text.numbers import format_angka

_NAMES: Final = 420
_SIZE: Final = 24
_SMALL: Final = 20
_BAR: Final = 36
_ROW: Final = 50


@dataclass(frozen=True, slots=True)
class SharedRow:
    """A place: its name, how many have each predikat of the scale, and how many have none."""

    nama: str
    counts: tuple[int, ...]
    without: int


def share_bars(rows: Sequence[SharedRow], scale: Sequence[str]) -> str:
    """The drawing, with the names of the predikat (highest first) and their shades above it; a number is written where
    its share has room for it. Raises ValueError without rows."""
    if not rows:
        raise ValueError("grafik memerlukan sekurang-kurangnya satu baris")
    content, top = legend(scale)
    for number, row in enumerate(rows):
        y = top + number * _ROW
        (name,) = wrap(row.nama, _NAMES - 16, _SIZE, max_rows=1) or ("",)
        content.append(writing(0, y + _BAR // 2 + 9, name, _SIZE))
        content += _bar(row, y, len(scale))
        content.append(line((0, y + _BAR + 7), (WIDTH, y + _BAR + 7), colour=GRID))
    return frame(content, width=WIDTH, height=top + len(rows) * _ROW + 4)


def _bar(row: SharedRow, y: int, levels: int) -> Iterator[str]:
    whole = sum(row.counts) + row.without
    begun, room = 0, WIDTH - _NAMES - 4
    for level, count in enumerate((*row.counts, row.without)):
        if not count:
            continue
        left = _NAMES + begun * room // whole
        begun += count
        width = _NAMES + begun * room // whole - left
        ink = DIM
        if not width:
            continue
        if level < levels:
            fill, ink = shade(level, levels)
            yield rectangle(left, y, width, _BAR, content=fill, line=LINE)
        elif width > 8:
            right, foot = left + width - 3, y + _BAR - 2
            box = ((left + 3, y + 2), (right, y + 2), (right, foot), (left + 3, foot))
            yield line(*box, box[0], colour=LINE, pattern="6 6")
        said = format_angka(count)
        if text_width(said, _SMALL) + 8 < width:
            yield writing(left + width // 2, y + _BAR // 2 + 8, said, _SMALL, anchor="middle", colour=ink)
