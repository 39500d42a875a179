"""A QR code as a drawing of rectangles, so that screen, PDF and Word print the same one."""

from __future__ import annotations

from itertools import groupby
from typing import Final

import segno

from reports.charts.svg import frame, rectangle

#: Tenths of a millimetre: a phone reads it from paper at arm's length.
_MODULE: Final = 6
_QUIET: Final = 2  # modules of white around it; the paper adds the rest


def qr(text: str) -> str:
    """The SVG of a code that says ``text``, robust against a quarter of it being unreadable."""
    modules = [list(row) for row in segno.make_qr(text, error="q").matrix]
    dark = []
    for y, row in enumerate(modules, start=_QUIET):
        x = _QUIET
        for colour, several in groupby(row):
            length = len(list(several))
            if colour:
                dark.append(
                    rectangle(
                        x * _MODULE,
                        y * _MODULE,
                        length * _MODULE,
                        _MODULE,
                        content="#000",
                        line="#000",
                        thick=0,
                    )
                )
            x += length
    side = (len(modules) + 2 * _QUIET) * _MODULE
    return frame(dark, width=side, height=side)
