"""A scale drawn: which values have which predikat, and on which side each bound lies."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Final

from reports.charts.svg import BACKGROUND, DIM, INK, LINE, WIDTH, frame, line, rectangle, writing
from reports.charts.text_width import wrap
from sakip.capaian.inputs import Kategori, Skala
from sakip.text.numbers import format_angka

_SIZE: Final = 30
_ROW: Final = 36
_TOP: Final = 20
_BAND: Final = 150
_MARK: Final = 14
_LEAST: Final = 150  # so that the name of a narrow predikat finds room: the strip is no axis to measure on


def scale_strip(scale: Skala) -> str:
    """The predikat from the lowest to the highest side by side; under each line between two its value, and on the
    side to which that value belongs a full circle, on the other an empty one.

    The widths say nothing: a bound of 50 and one of 100 are read, not measured.
    """
    rising = list(reversed(scale.kategori))
    each = max(WIDTH // len(rising), _LEAST)
    content: list[str] = []
    for nomor, one in enumerate(rising):
        left = nomor * each
        content.append(
            rectangle(left, _TOP, each, _BAND, content=BACKGROUND if nomor % 2 else "#fff", line=LINE)
        )
        lines = wrap(one.label, each - 20, _SIZE, max_rows=3)
        top = _TOP + (_BAND - len(lines) * _ROW) // 2 + 28
        content.extend(
            writing(left + each // 2, top + i * _ROW, text, _SIZE, anchor="middle", bold=True)
            for i, text in enumerate(lines)
        )
    for nomor, (_, high) in enumerate(pairwise(rising), start=1):
        content.extend(_bound(nomor * each, high))
    return frame(content, width=each * len(rising), height=_TOP + _BAND + 110)


def _bound(x: int, above: Kategori) -> list[str]:
    """The line below a predikat, with its value and the side on which that value lies."""
    value = above.batas if above.batas is not None else Decimal(0)
    foot = _TOP + _BAND
    side = 1 if above.tertutup else -1
    return [
        line((x, _TOP), (x, foot + 22), colour=INK, thick=5),
        _circle(x + side * 26, foot + 30, full=True),
        _circle(x - side * 26, foot + 30, full=False),
        writing(x, foot + 88, format_angka(value), _SIZE, anchor="middle", colour=DIM),
    ]


def _circle(x: int, y: int, *, full: bool) -> str:
    return f'<circle cx="{x}" cy="{y}" r="{_MARK}" fill="{INK if full else "#fff"}" stroke="{INK}" stroke-width="4"/>'
