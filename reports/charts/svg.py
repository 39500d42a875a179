"""The pencil of the drawings: a few SVG shapes and the frame around them, in one look.

One unit is a tenth of a millimetre on paper and every coordinate is an integer, so a drawing is the same
text on every machine.
"""

import re
from collections.abc import Iterable
from html import escape
from typing import Final

PRINTED_WIDTH: Final = 160
"""Width of the text area in mm: F4 with the margins of 30 and 25 mm."""

WIDTH: Final = PRINTED_WIDTH * 10
"""That of a drawing which fills it, in its units."""

NARROW: Final = 720
"""Width of what is drawn for a phone: there its words are as large as on paper, where a drawing as wide as paper would
have to be swiped."""

# WeasyPrint does not resolve "inherit" on an inline SVG and would fall back to a wider font than the one
# measured in text_width.py; these names all have the same widths.
FONT: Final = "Liberation Sans, Arial, Helvetica, sans-serif"

ACCENT: Final = "#1b4f72"
INK: Final = "#1c2429"
DIM: Final = "#4d5860"  # small labels; 7:1 on white
LINE: Final = "#5f6b76"
GRID: Final = "#d3d9de"
BACKGROUND: Final = "#e9eff4"


_HEIGHT: Final = re.compile(r' height="([0-9.]+)mm"')


def frame(content: Iterable[str], *, width: int, height: int, scale: float = 1) -> str:
    """The <svg> element, so many times as large as it is drawn. It names nothing: what it shows is told, in words, by
    the document that it stands in."""
    wide, high = (round(one * scale / 10, 1) for one in (width, height))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="grafik" width="{wide:g}mm" height="{high:g}mm" '
        f'viewBox="0 0 {width} {height}" font-family="{FONT}" fill="{INK}">\n'
        + "\n".join(content)
        + "\n</svg>"
    )


def printed_height(svg: str) -> float:
    """How high a drawing of :func:`frame` is, in mm. Raises ValueError for what is none."""
    found = _HEIGHT.search(svg)
    if found is None:
        raise ValueError("gambar tanpa ukuran")
    return float(found[1])


def rectangle(
    x: int, y: int, width: int, height: int, *, content: str = "#fff", line: str = "none", thick: int = 2
) -> str:
    """A rectangle; ``thick`` is the width of its border."""
    return (
        f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{content}" stroke="{line}" '
        f'stroke-width="{thick}"/>'
    )


def line(*point: tuple[int, int], colour: str = LINE, thick: int = 2, pattern: str = "") -> str:
    """A line through the points; ``pattern`` is one of dashes."""
    path = "M" + "L".join(f"{x} {y}" for x, y in point)
    dash = f' stroke-dasharray="{pattern}"' if pattern else ""
    return f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{thick}"{dash}/>'


def writing(
    x: int,
    y: int,
    text: str,
    size: int,
    *,
    anchor: str = "start",
    bold: bool = False,
    italic: bool = False,
    colour: str = INK,
    halo: bool = False,
) -> str:
    """One line of text; ``y`` is the baseline, ``anchor`` one of start, middle, end. With a ``halo`` it is edged in
    white, to be read over lines."""
    style = (' font-weight="bold"' if bold else "") + (' font-style="italic"' if italic else "")
    style += ' stroke="#fff" stroke-width="8" paint-order="stroke"' if halo else ""
    return (
        f'<text x="{x}" y="{y}" font-size="{size}" text-anchor="{anchor}" fill="{colour}"{style}>'
        f"{escape(text)}</text>"
    )


def marker(x: int, y: int, shape: int, *, size: int = 11, colour: str = ACCENT) -> str:
    """A filled sign around a point; the shapes 0 (square), 1 (triangle), 2 (diamond) are told apart without colour."""
    points = (
        ((x - size, y - size), (x + size, y - size), (x + size, y + size), (x - size, y + size)),
        ((x, y - size - 3), (x + size + 3, y + size), (x - size - 3, y + size)),
        ((x, y - size - 4), (x + size + 4, y), (x, y + size + 4), (x - size - 4, y)),
    )[shape]
    path = "M" + "L".join(f"{a} {b}" for a, b in points) + "Z"
    return f'<path d="{path}" fill="{colour}" stroke="#fff" stroke-width="2"/>'
