"""The lines of a table, drawn in few strokes.

The engine strokes the side of each cell by itself, each as an artifact of its own: a table of twenty rows has some
three hundred. What lies in one line and looks the same is one, and all that look the same are one stroke.
"""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import Any

from weasyprint.draw import draw_collapsed_borders

#: Where a line begins and ends.
_Line = tuple[float, float, float, float]


class _NotPlain(Exception):
    """A line that is no plain one: dashed, dotted, or to be seen through."""


class _Drawn:
    """What the engine draws the lines on: how each looks, and where it is."""

    def __init__(self) -> None:
        self.strokes: list[tuple[Any, float, list[_Line]]] = []
        self._color: Any = None
        self._width = 0.0
        self._at = (0.0, 0.0)
        self._lines: list[_Line] = []

    def artifact(self) -> AbstractContextManager[None]:
        return nullcontext()

    stacked = artifact

    def set_color(self, color: Any, stroke: bool = False) -> None:
        if color.alpha < 1:
            raise _NotPlain
        self._color = color

    def set_line_width(self, width: float) -> None:
        self._width = width

    def set_line_cap(self, cap: int) -> None:
        raise _NotPlain

    def set_dash(self, dash: Any, phase: float) -> None:
        raise _NotPlain

    def move_to(self, x: float, y: float) -> None:
        self._at = x, y

    def line_to(self, x: float, y: float) -> None:
        self._lines.append((*self._at, x, y))

    def stroke(self) -> None:
        lines, self._lines = self._lines, []
        if self.strokes and self.strokes[-1][:2] == (self._color, self._width):
            self.strokes[-1][2].extend(lines)
        else:
            self.strokes.append((self._color, self._width, lines))


def draw_borders(stream: Any, table: Any) -> None:
    """Draw the collapsed borders of a table: what the engine draws, in the same order."""
    drawn = _Drawn()
    try:
        draw_collapsed_borders(drawn, table)
    except _NotPlain:
        draw_collapsed_borders(stream, table)
        return
    with stream.artifact():
        for color, width, lines in drawn.strokes:
            with stream.stacked():
                stream.set_color(color, stroke=True)
                stream.set_line_width(width)
                for x, y, to_x, to_y in _joined(lines):
                    stream.move_to(x, y)
                    stream.line_to(to_x, to_y)
                stream.stroke()


def _joined(lines: list[_Line]) -> list[_Line]:
    """The lines with those in one that go on where it ends; each comes from left to right or downwards."""
    joined: dict[tuple[bool, float], list[list[float]]] = {}
    for x, y, to_x, to_y in lines:
        level = y == to_y
        begin, end = (x, to_x) if level else (y, to_y)
        along = joined.setdefault((level, y if level else x), [])
        if along and along[-1][0] <= begin <= along[-1][1]:
            along[-1][1] = max(along[-1][1], end)
        else:
            along.append([begin, end])
    return [
        (begin, aside, end, aside) if level else (aside, begin, aside, end)
        for (level, aside), along in joined.items()
        for begin, end in along
    ]
