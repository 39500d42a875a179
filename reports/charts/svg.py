"""The pencil of the drawings: a few SVG shapes and the frame around them, in one look.

One unit is a tenth of a millimetre on paper and every coordinate is an integer, so a drawing is the same
text on every machine.
"""

from collections.abc import Iterable
from html import escape
from typing import Final

LEBAR_CETAK: Final = 160
"""Width of the text area in mm: F4 with the margins of 30 and 25 mm."""

# WeasyPrint does not resolve "inherit" on an inline SVG and would fall back to a wider font than the one
# measured in teks.py; these names all have the same widths.
HURUF: Final = "Liberation Sans, Arial, Helvetica, sans-serif"

AKSEN: Final = "#1b4f72"
TINTA: Final = "#1c2429"
REDUP: Final = "#4d5860"  # small labels; 7:1 on white
GARIS: Final = "#5f6b76"
KISI: Final = "#d3d9de"
LATAR: Final = "#e9eff4"


def bingkai(isi: Iterable[str], *, lebar: int, tinggi: int) -> str:
    """The <svg> element. It names nothing: what it shows is told, in words, by the document that it stands in."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="grafik" width="{lebar / 10:g}mm" height="{tinggi / 10:g}mm" '
        f'viewBox="0 0 {lebar} {tinggi}" font-family="{HURUF}" fill="{TINTA}">\n'
        + "\n".join(isi)
        + "\n</svg>"
    )


def persegi(
    x: int, y: int, lebar: int, tinggi: int, *, isi: str = "#fff", garis: str = "none", tebal: int = 2
) -> str:
    """A rectangle; `tebal` is the width of its border."""
    return (
        f'<rect x="{x}" y="{y}" width="{lebar}" height="{tinggi}" fill="{isi}" stroke="{garis}" '
        f'stroke-width="{tebal}"/>'
    )


def garis(*titik: tuple[int, int], warna: str = GARIS, tebal: int = 2, putus: str = "") -> str:
    """A line through the points; `putus` is a dash pattern."""
    jalur = "M" + "L".join(f"{x} {y}" for x, y in titik)
    dash = f' stroke-dasharray="{putus}"' if putus else ""
    return f'<path d="{jalur}" fill="none" stroke="{warna}" stroke-width="{tebal}"{dash}/>'


def tulisan(
    x: int,
    y: int,
    teks: str,
    ukuran: int,
    *,
    jangkar: str = "start",
    tebal: bool = False,
    miring: bool = False,
    warna: str = TINTA,
) -> str:
    """One line of text; `y` is the baseline, `jangkar` one of start, middle, end."""
    gaya = (' font-weight="bold"' if tebal else "") + (' font-style="italic"' if miring else "")
    return (
        f'<text x="{x}" y="{y}" font-size="{ukuran}" text-anchor="{jangkar}" fill="{warna}"{gaya}>'
        f"{escape(teks)}</text>"
    )
