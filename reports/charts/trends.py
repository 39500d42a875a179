"""Targets and realisasi over years, a small drawing for each of several indikator side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Final

from reports.charts.svg import ACCENT, DIM, GRID, INK, WIDTH, frame, line, marker, rectangle, writing
from reports.charts.text_width import text_width, wrap
from sakip.capaian.rounding import Angka, round_half_up

#: As many as stand beside each other.
MOST_BESIDE: Final = 3

_APART: Final = 50
_HEIGHT: Final = 250  # of a row of drawings
_LEGEND: Final = 34
_TITLE: Final = 27
_ROW: Final = 30
_SIZE: Final = 26
_TOP: Final = 92
_PLOT: Final = 100
_MARK: Final = 9
_ABOVE: Final = 16  # from a value, or from a target close above it, to the line of the word


@dataclass(frozen=True, slots=True)
class Trend:
    """An indikator over years: its values and targets (None where there is none), and how the values are said.
    ``apart``: they are like no others, and have an axis of their own."""

    nama: str
    values: tuple[Angka | None, ...]
    targets: tuple[Decimal | None, ...]
    said: tuple[str, ...]
    apart: bool = False


def small_trends(
    years: Sequence[int],
    trends: Sequence[Trend],
    *,
    name: str = "Realisasi",
    alike: bool = False,
    beside: int = MOST_BESIDE,
    room: int = WIDTH,
) -> str:
    """The drawings, each with an axis of its own between its lowest and its highest value: the years tell the course,
    the table beside them the sizes. Those of values ``alike``, in one unit and comparable, have one axis in common.
    Targets are hollow bars across their year, the values a line with filled signs, called ``name``. So many stand
    ``beside`` each other in the ``room``.

    Raises ValueError without years or without anything to draw.
    """
    if not years or not trends:
        raise ValueError("grafik perkembangan memerlukan tahun dan sekurang-kurangnya satu indikator")
    beside = min(beside, len(trends))
    width = (room - _APART * (beside - 1)) // beside
    content = list(_legend(name, targets=any(t is not None for trend in trends for t in trend.targets)))
    for number, trend in enumerate(trends):
        left = (number % beside) * (width + _APART)
        together = alike and not trend.apart
        bounds = _bounds([one for one in trends if not one.apart] if together else [trend])
        content += _one(years, trend, left, _LEGEND + number // beside * _HEIGHT, width, bounds)
    rows = -(-len(trends) // beside)
    return frame(content, width=room, height=_LEGEND + rows * _HEIGHT)


def _legend(name: str, *, targets: bool) -> Iterator[str]:
    yield line((0, 14), (70, 14), colour=ACCENT, thick=5)
    yield marker(35, 14, 0, size=_MARK)
    yield writing(82, 22, name, _SIZE)
    if targets:
        x = 82 + text_width(name, _SIZE) + 50
        yield _target(x + 30, 14)
        yield writing(x + 72, 22, "Target", _SIZE)


def _target(x: int, y: int) -> str:
    return rectangle(x - 30, y - 4, 60, 8, content="#fff", line=INK, thick=3)


def _bounds(trends: Sequence[Trend]) -> tuple[Fraction, Fraction]:
    """The lowest and the highest of all values and targets."""
    # Exact as they are: a mean of triwulan is a quotient, which no Decimal can be taken from.
    known = [Fraction(v) for trend in trends for v in (*trend.values, *trend.targets) if v is not None]
    return min(known), max(known)


def _one(
    years: Sequence[int], trend: Trend, left: int, top: int, width: int, bounds: tuple[Fraction, Fraction]
) -> Iterator[str]:
    for number, text in enumerate(wrap(trend.nama, width, _TITLE, bold=True, max_rows=2)):
        yield writing(left, top + 22 + number * _ROW, text, _TITLE, bold=True)
    low, high = bounds

    def height(value: Angka) -> int:
        if low == high:
            return top + _TOP + _PLOT // 2
        return top + _TOP + _PLOT - int(round_half_up((Fraction(value) - low) * _PLOT / (high - low), 0))

    base = top + _TOP + _PLOT + 14
    room = width // len(years)
    places = [left + room * n + room // 2 for n in range(len(years))]
    yield line((left, base), (left + width, base), colour=GRID)
    for x, year in zip(places, years, strict=True):
        yield writing(x, base + 28, str(year), _SIZE, anchor="middle", colour=DIM)
    for x, target in zip(places, trend.targets, strict=True):
        if target is not None:
            yield _target(x, height(target))
    points = [None if v is None else (x, height(v)) for x, v in zip(places, trend.values, strict=True)]
    for one, following in pairwise(points):
        if one is not None and following is not None:
            yield line(one, following, colour=ACCENT, thick=5)
    for point, said, target in zip(points, trend.said, trend.targets, strict=True):
        if point is not None:
            x, y = point
            yield marker(x, y, 0, size=_MARK)
            # Below it a line that rises to the highest would run through it.
            base = y - _ABOVE
            if target is not None and base - _SIZE < height(target) < base + _ABOVE:
                base = height(target) - _ABOVE  # above its target, which would strike it out
            yield writing(x, base, said, _SIZE, anchor="middle", bold=True)
