"""Heat map: values of many rows in several columns, each written in its cell; the darker the higher its predikat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reports.charts.svg import ACCENT, DIM, GRID, LINE, WIDTH, frame, line, rectangle, writing
from reports.charts.text_width import text_width, wrap

#: So many columns fit beside each other and can be read.
MOST_COLUMNS: Final = 7

_NAMES: Final = 330
_WIDEST: Final = 300
_SIZE: Final = 24
_SMALL: Final = 20
_SMALL_ROW: Final = 24
_ROW: Final = 54
_HEAD_ROWS: Final = 6
_PADDING: Final = 8
_LEGEND: Final = 40
_SWATCH: Final = 34
#: The ends between which the predikat of a scale are shaded, from the lowest to the highest.
_LIGHT: Final = (0xF1, 0xF5, 0xF8)
_DARK: Final = tuple(int(ACCENT[n : n + 2], 16) for n in (1, 3, 5))
#: Relative luminance at which black and white writing are read equally well, 4,6 : 1 (WCAG 2.2).
_TURN: Final = 0.179


@dataclass(frozen=True, slots=True)
class HeatCell:
    """What is written in a cell, and the place of its predikat on the scale (0 is the highest); None of what has none,
    which is left white within a dashed border."""

    text: str
    level: int | None = None


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A row: its name and its cells, one for each column."""

    nama: str
    cells: tuple[HeatCell, ...]


def heat_map(columns: Sequence[str], rows: Sequence[HeatRow], scale: Sequence[str]) -> str:
    """The drawing, with the names of the predikat of the ``scale`` (highest first) and their shades above it.

    Raises ValueError for more than :data:`MOST_COLUMNS` columns, or without any.
    """
    if not 1 <= len(columns) <= MOST_COLUMNS:
        raise ValueError(f"peta panas memuat 1 sampai {MOST_COLUMNS} kolom, bukan {len(columns)}")
    width = min((WIDTH - _NAMES) // len(columns), _WIDEST)
    content, below = legend(scale)
    heads = [wrap(one, width - 2 * _PADDING, _SMALL, max_rows=_HEAD_ROWS) for one in columns]
    top = below + max(len(one) for one in heads) * _SMALL_ROW + 16
    for number, lines in enumerate(heads):
        x = _NAMES + number * width + _PADDING
        start = top - 12 - (len(lines) - 1) * _SMALL_ROW
        content += [writing(x, start + n * _SMALL_ROW, text, _SMALL) for n, text in enumerate(lines)]
    content.append(line((0, top), (WIDTH, top)))
    for at, row in enumerate(rows):
        y = top + at * _ROW
        (name,) = wrap(row.nama, _NAMES - _PADDING, _SIZE, max_rows=1) or ("",)
        content.append(writing(0, y + _ROW // 2 + 9, name, _SIZE))
        for number, one in enumerate(row.cells):
            content += _cell(one, _NAMES + number * width, y, width, len(scale))
        content.append(line((0, y + _ROW), (_NAMES, y + _ROW), colour=GRID))
    return frame(content, width=WIDTH, height=top + len(rows) * _ROW + 6)


def legend(scale: Sequence[str]) -> tuple[list[str], int]:
    """The shades of a scale with their names, in as many lines as they need, and where they end."""
    content, x, y = [], 0, 0
    for level, label in enumerate(scale):
        needed = _SWATCH + 10 + text_width(label, _SMALL) + 28
        if x and x + needed > WIDTH:
            x, y = 0, y + _LEGEND
        fill, _ = shade(level, len(scale))
        content.append(rectangle(x + 1, y + 4, _SWATCH, 26, content=fill, line=LINE))
        content.append(writing(x + _SWATCH + 10, y + 25, label, _SMALL, colour=DIM))
        x += needed
    return content, y + _LEGEND + 14


def _cell(one: HeatCell, x: int, y: int, width: int, levels: int) -> Iterator[str]:
    if one.level is None:
        lines = wrap(one.text, width - 2 * _PADDING, _SMALL, max_rows=2)
        start = y + _ROW // 2 + 7 - (len(lines) - 1) * _SMALL_ROW // 2
        box = ((x + 4, y + 4), (x + width - 4, y + 4), (x + width - 4, y + _ROW - 4), (x + 4, y + _ROW - 4))
        if one.text:
            yield line(*box, box[0], colour=GRID, pattern="6 6")
        for n, text in enumerate(lines):
            yield writing(
                x + width // 2, start + n * _SMALL_ROW, text, _SMALL, anchor="middle", italic=True, colour=DIM
            )
        return
    fill, ink = shade(one.level, levels)
    yield rectangle(x + 2, y + 2, width - 4, _ROW - 4, content=fill, line=GRID)
    yield writing(x + width // 2, y + _ROW // 2 + 9, one.text, _SIZE, anchor="middle", bold=True, colour=ink)


def shade(level: int, levels: int) -> tuple[str, str]:
    """The fill of a predikat, and the colour of what is written on it."""
    steps = max(levels - 1, 1)
    parts = [dark + (light - dark) * level // steps for dark, light in zip(_DARK, _LIGHT, strict=True)]
    return "#" + "".join(f"{one:02x}" for one in parts), "#fff" if luminance(parts) < _TURN else "#000"


def luminance(parts: Sequence[int]) -> float:
    """Relative luminance of a colour by its red, green and blue (0 to 255)."""
    linear = [one / 255 / 12.92 if one <= 10 else ((one / 255 + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
