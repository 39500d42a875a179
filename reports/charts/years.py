"""Percentages over years: a line for each series, with its own sign and dashes, and every value written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise
from typing import Final

from reports.charts.svg import ACCENT, DIM, GRID, INK, NARROW, WIDTH, frame, line, marker, writing
from reports.charts.text_width import text_width
from sakip.capaian.rounding import round_half_up
from sakip.text.numbers import format_persen

#: So many lines can be told apart by their signs.
MOST_SERIES: Final = 3

_LEFT: Final = 130
_BESIDE: Final = 100  # at the right of the axis
_TOP: Final = 90
_HIGHEST: Final = 560
_EACH_STEP: Final = 140
_SIZE: Final = 26
_STEP: Final = Decimal(10)
_LOOKS: Final = ((ACCENT, "", 6), (INK, "16 8", 4), (DIM, "4 8", 4))
_APART: Final = 30  # least room between two values of a year


@dataclass(frozen=True, slots=True)
class Series:
    """A line: its name, and for each year its value (None where there is none, where the line is broken) and how that
    is said."""

    nama: str
    values: tuple[Decimal | None, ...]
    said: tuple[str, ...]


def year_lines(years: Sequence[int], series: Sequence[Series], *, narrow: bool = False) -> str:
    """The drawing; its axis goes in tens from below the lowest value to above the highest; ``narrow`` as a phone
    shows it.

    Raises ValueError without years or for more than :data:`MOST_SERIES` series.
    """
    if not years or not 1 <= len(series) <= MOST_SERIES:
        raise ValueError(
            f"grafik tahun memuat 1 sampai {MOST_SERIES} garis dan sekurang-kurangnya satu tahun"
        )
    width = NARROW if narrow else WIDTH
    right = width - _BESIDE
    known = [value for one in series for value in one.values if value is not None]
    low = (min(known, default=Decimal(0)) / _STEP).to_integral_value(ROUND_FLOOR) * _STEP
    high = max((max(known, default=_STEP) / _STEP).to_integral_value(ROUND_CEILING) * _STEP, low + _STEP)

    # Few steps need little room: values that hardly differ are not drawn as if they did.
    tall = min(_HIGHEST, int((high - low) / _STEP) * _EACH_STEP)

    def height(value: Decimal) -> int:
        return _TOP + tall - int(round_half_up((value - low) * tall / (high - low), 0))

    room = (right - _LEFT) // len(years)
    places = [_LEFT + room * n + room // 2 for n in range(len(years))]
    content = list(_legend(series))
    step = _STEP
    while (high - low) / step > 8:
        step *= 2
    mark = low
    while mark <= high:
        content.append(line((_LEFT, height(mark)), (right, height(mark)), colour=GRID))
        content.append(
            writing(_LEFT - 14, height(mark) + 9, format_persen(mark, None), _SIZE, anchor="end", colour=DIM)
        )
        mark += step
    for x, year in zip(places, years, strict=True):
        content.append(writing(x, _TOP + tall + 44, str(year), _SIZE, anchor="middle"))
    for number, one in enumerate(series):
        content += _line(number, places, [None if v is None else height(v) for v in one.values])
    for at, x in enumerate(places):
        content += _labels(x, at, series, height)
    return frame(content, width=width, height=_TOP + tall + 60)


def _legend(series: Sequence[Series]) -> Iterator[str]:
    x = _LEFT
    for number, one in enumerate(series):
        colour, pattern, bold = _LOOKS[number]
        yield line((x, 26), (x + 90, 26), colour=colour, thick=bold, pattern=pattern)
        yield marker(x + 45, 26, number, colour=colour)
        yield writing(x + 104, 35, one.nama, _SIZE)
        x += 104 + text_width(one.nama, _SIZE) + 50


def _line(number: int, places: Sequence[int], heights: Sequence[int | None]) -> Iterator[str]:
    colour, pattern, bold = _LOOKS[number]
    for (x, y), (next_x, next_y) in pairwise(zip(places, heights, strict=True)):
        if y is not None and next_y is not None:
            yield line((x, y), (next_x, next_y), colour=colour, thick=bold, pattern=pattern)
    for x, y in zip(places, heights, strict=True):
        if y is not None:
            yield marker(x, y, number, colour=colour)


def _labels(x: int, at: int, series: Sequence[Series], height: Callable[[Decimal], int]) -> Iterator[str]:
    """The values of a year beside their signs, pushed apart where they would lie over each other; those of a line that
    is alone above them, where it does not run through."""
    found = sorted(
        (height(value), number, one.said[at])
        for number, one in enumerate(series)
        if (value := one.values[at]) is not None
    )
    last = -_APART
    alone = len(series) == 1
    for y, _, said in found if alone else ():
        yield writing(x, y - 20, said, _SIZE, bold=True, colour=_LOOKS[0][0], anchor="middle", halo=True)
    for y, number, said in () if alone else found:
        last = max(y + 9, last + _APART)
        yield writing(x + 24, last, said, _SIZE, bold=number == 0, colour=_LOOKS[number][0], halo=True)
