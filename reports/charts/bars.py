"""Bar chart of capaian per indikator."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Final

from reports.charts.svg import ACCENT, DIM, GRID, INK, LINE, WIDTH, frame, line, rectangle, writing
from reports.charts.text_width import text_width, wrap
from sakip.capaian.results import TIDAK_DAPAT_DISIMPULKAN
from sakip.capaian.rounding import round_half_up
from sakip.text.numbers import format_persen

TARGET: Final = Decimal(100)

_LEFT: Final = 560  # where the plot begins; the names stand before it
_RIGHT: Final = 1400  # where it ends; the values stand behind it
_NAMA: Final = 520
_SIZE: Final = 30
_ROW: Final = 37
_AXIS_FONT: Final = 26
_LABEL_GAP: Final = 12  # least room between two labels of the axis
_BAR: Final = 46
_GAP: Final = 26  # between two bars
_DENSE: Final = 8
_KETERANGAN: Final = 440  # least room for a reason, when values far below zero push the axis to the right
_ABOVE: Final = 58
_BELOW: Final = 50


@dataclass(frozen=True, slots=True)
class CapaianBar:
    """One bar: an indikator and its capaian in percent; ``without`` is said where there is none, ``said`` where its
    table prints it otherwise than with two decimals."""

    nama: str
    capaian: Decimal | None
    without: str = TIDAK_DAPAT_DISIMPULKAN
    said: str = ""


def capaian_bar(rows: Sequence[CapaianBar], *, what: str = "Indikator", dense: bool = False) -> str:
    """A horizontal bar for each indikator, or whatever else it is (``what``), from 0 to 100 percent or as far as the
    values reach; many names of one line stand ``dense``.

    The axis is extended in equal steps below 0 and above 100 when a value lies there; a dashed line marks
    the target. Where a value is unknown, that is written where the bar would begin; a real zero has a
    stroke on the axis. Names are cut after three lines.

    Raises ValueError without rows.
    """
    if not rows:
        raise ValueError("grafik batang memerlukan sekurang-kurangnya satu indikator")
    start, end, step = _axis([b.capaian for b in rows if b.capaian is not None])

    def position(persen: Decimal) -> int:
        return _LEFT + int(round_half_up((persen - start) * (_RIGHT - _LEFT) / (end - start), 0))

    nama = [wrap(b.nama, _NAMA, _SIZE, max_rows=3) for b in rows]
    row_heights = [max(_BAR, len(n) * _ROW) + (_DENSE if dense else _GAP) for n in nama]
    base = _ABOVE + sum(row_heights)
    zero = position(Decimal(0))

    content = [
        writing(0, 36, what, _AXIS_FONT, colour=DIM),
        writing(position(TARGET), 36, "target 100%", _AXIS_FONT, anchor="middle", colour=DIM),
        writing(WIDTH, 36, "Capaian", _AXIS_FONT, anchor="end", colour=DIM),
    ]
    mark = start
    while mark <= end:
        x = position(mark)
        content.append(line((x, _ABOVE), (x, base), colour=LINE if mark == 0 else GRID))
        content.append(writing(x, base + 36, _mark(mark), _AXIS_FONT, anchor="middle", colour=DIM))
        mark += step
    content.append(line((0, _ABOVE), (WIDTH, _ABOVE), colour=GRID))

    y = _ABOVE
    keterangan: list[str] = []
    for b, name_lines, height in zip(rows, nama, row_heights, strict=True):
        middle = y + height // 2
        name_top = middle - len(name_lines) * _ROW // 2 + 28
        content.extend(writing(0, name_top + i * _ROW, t, _SIZE) for i, t in enumerate(name_lines))
        nilai = "–" if b.capaian is None else b.said or format_persen(b.capaian)
        content.append(writing(WIDTH, middle + 11, nilai, _SIZE, anchor="end", bold=True))
        if b.capaian is None:
            keterangan.extend(_keterangan(b.without, zero, middle))
        else:
            content.append(_bar(zero, position(b.capaian), middle, negatif=b.capaian < 0))
        y += height
        content.append(line((0, y), (WIDTH, y), colour=GRID))
    # Over the bars and edged in white, because a bar that passes the target must still show where the target
    # is; under the reasons, because a line through words makes them hard to read.
    target = position(TARGET)
    content.append(line((target, _ABOVE - 10), (target, base), colour="#fff", thick=10))
    content.append(line((target, _ABOVE - 10), (target, base), colour=INK, thick=4, pattern="14 8"))
    content.extend(keterangan)
    return frame(content, width=WIDTH, height=base + _BELOW)


def _bar(zero: int, end: int, middle: int, *, negatif: bool) -> str:
    above = middle - _BAR // 2
    if negatif:
        # Hollow, so that below zero differs from above it without colour.
        return rectangle(end, above, zero - end, _BAR, line=ACCENT, thick=4)
    # Two units on each side of the axis: a real zero remains visible as a stroke.
    return rectangle(zero - 2, above, end - zero + 4, _BAR, content=ACCENT)


def _keterangan(text: str, zero: int, middle: int) -> list[str]:
    """Why there is no bar, on one line inside the plot and on white."""
    left = min(zero, _RIGHT - _KETERANGAN)
    width = text_width(text, _SIZE) + 16
    return [
        rectangle(left + 6, middle - _BAR // 2, width, _BAR),
        writing(left + 14, middle + 11, text, _SIZE, italic=True, colour=DIM),
    ]


def _axis(nilai: Sequence[Decimal]) -> tuple[Decimal, Decimal, Decimal]:
    """First mark, last mark and step of an axis that holds 0, the target and every value.

    The step is 20 as long as the labels then leave room between them, else 50, 100, 200, 500 …
    """
    lowest, highest = min([Decimal(0), *nilai]), max([TARGET, *nilai])
    for step in _steps():
        start = (lowest / step).to_integral_value(ROUND_FLOOR) * step
        end = (highest / step).to_integral_value(ROUND_CEILING) * step
        label = max(text_width(_mark(n), _AXIS_FONT) for n in (start, end))
        if (label + _LABEL_GAP) * ((end - start) / step) <= _RIGHT - _LEFT:
            break
    return start, end, step


def _steps() -> Iterator[Decimal]:
    ten = Decimal(10)
    yield 2 * ten
    while True:
        yield from (5 * ten, 10 * ten, 20 * ten)
        ten *= 10


def _mark(persen: Decimal) -> str:
    return format_persen(persen, None)
