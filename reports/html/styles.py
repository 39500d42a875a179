"""Stylesheets of a document: ours from ``static/``, and what the setting of the kabupaten adds to them."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import quote

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from reports.document.paper import KONSEP_COLOUR, content_height, paper_sizes
from reports.document.tree import Dokumen
from reports.publish.naskah import PageSettings

#: Printed on every page of a document that nobody has signed.
KONSEP_TEXT: Final = "KONSEP – belum ditandatangani"

DOKUMEN_STYLE: Final = "css/print/dokumen.css"
PAGE_STYLE: Final = "css/print/halaman.css"
SCREEN_STYLE: Final = "css/laporan.css"

# The free fonts stand first: they have the same widths as the ones an office machine has, and the PDF must not
# depend on what is installed beside them.
_HURUF: Final = {
    "Arial": '"Liberation Sans", Arial, Helvetica, sans-serif',
    "Times New Roman": '"Liberation Serif", "Times New Roman", serif',
}

# The word KONSEP as strokes around the origin, 498 wide and 100 high: drawn, not set, so the mark is no text that a
# reader of the page would hear, and needs no font. One path, because it is drawn anew on every page.
_KONSEP: Final = (
    "M-249 -50V50M-195 -50L-247 8M-229 -12L-191 50"
    "M-131 -50A30 50 0 0 1 -131 50A30 50 0 0 1 -131 -50Z"
    "M-73 50V-50L-17 50V-50"
    "M69 -32C65 -44 55 -50 44 -50C27 -50 17 -40 17 -25C17 8 72 -10 72 24C72 40 61 50 45 50C29 50 19 43 15 30"
    "M155 -50H103V50H155M103 -2H147"
    "M191 50V-50H219A28 28 0 0 1 219 6H191"
)
_KONSEP_SIDE: Final = 600  # of the square that holds it


#: How close lines may be that do without a page: in shares of the usual distance, and at least.
_CLOSER: Final = Decimal("0.87")
_CLOSEST: Final = Decimal("1.15")


def standalone_styles(dokumen: Dokumen, settings: PageSettings) -> dict[str, SafeString]:
    """The four sheets of a file that stands alone; all are ours, none holds what a user wrote unescaped.

    Raises :class:`ValueError` for an unknown paper.
    """
    styles = {
        "dokumen": _file(DOKUMEN_STYLE),
        "page": _file(PAGE_STYLE) + settings_style(dokumen, settings),
        "browser": browser_style(dokumen, settings),
        "screen": _file(SCREEN_STYLE),
    }
    return {nama: mark_safe(content) for nama, content in styles.items()}  # noqa: S308 our own files, numbers and words


def style_sheet(dokumen: Dokumen, settings: PageSettings) -> str:
    """The generated sheet for a web page (``text/css``, media print), beside the three static ones.

    It repeats nothing of them: link :data:`DOKUMEN_STYLE`, then :data:`PAGE_STYLE` (print), :data:`SCREEN_STYLE`
    (screen) and this one.
    """
    return settings_style(dokumen, settings) + browser_style(dokumen, settings)


def settings_style(dokumen: Dokumen, settings: PageSettings) -> str:
    """Paper, margins, font and the words of header and footer, for every engine that prints."""
    width, height = paper_sizes(settings)
    above, right, below, left = _margin(settings)
    huruf = _HURUF.get(settings.huruf, f'{_text(settings.huruf)}, "Liberation Sans", Arial, sans-serif')
    small = f"font-family: {huruf}; font-size: {_angka(settings.ukuran * Decimal('0.75'))}pt"
    head = f"content: {_text(dokumen.head)};" if dokumen.head else "content: none; border: none;"
    right_head = ""
    if dokumen.cover is None or not dokumen.head:
        # A short document is its only part: the name of the part would say the same again.
        head += " width: 100%;"
        right_head = "content: none; border: none;"
    foot = f"content: {_text(KONSEP_TEXT)};" if dokumen.konsep else ""
    background = ""
    if dokumen.konsep:
        # On every page, whatever its size; a page background is an artifact, never part of the text.
        background = (
            f'background: url("{_konsep_mark()}") center / {_angka(width * Decimal("0.72"))}mm no-repeat;'
        )
    return f"""
@page {{
  size: {_angka(width)}mm {_angka(height)}mm;
  margin: {_angka(above)}mm {_angka(right)}mm {_angka(below)}mm {_angka(left)}mm;
  {background}
  @top-left {{ {head} {small} }}
  @top-right {{ {right_head} {small} }}
  @bottom-left {{ {foot} {small} }}
  @bottom-center {{ {small} }}
}}
@page lanskap {{ size: {_angka(height)}mm {_angka(width)}mm }}
@media print {{
  .dokumen {{ font-family: {huruf}; font-size: {_angka(settings.ukuran)}pt; line-height: {_angka(settings.spasi)} }}
  .dokumen-rapat {{ line-height: {_angka(_closer(settings.spasi))} }}
  .sampul {{ height: {_angka(content_height(settings) - 1)}mm }}
}}
"""


def _closer(spasi: Decimal) -> Decimal:
    """The distance of lines that are closer than usual, and no closer than can be read."""
    return min(spasi, max(spasi * _CLOSER, _CLOSEST))


def browser_style(dokumen: Dokumen, settings: PageSettings) -> str:
    """What only browsers need: they drop the shades of table heads unless told, and paint no page background, so
    KONSEP hangs as a picture from a corner of the page."""
    shaded = "@media print { .kepala, .kelompok, .jumlah { print-color-adjust: exact } }\n"
    if not dokumen.konsep:
        return shaded
    width, height = paper_sizes(settings)
    return (
        f"{shaded}@page {{ {_konsep_corner(settings, width, height)} }}\n"
        f"@page lanskap {{ {_konsep_corner(settings, height, width)} }}\n"
    )


def _konsep_corner(settings: PageSettings, width: Decimal, height: Decimal) -> str:
    above, right, below, left = _margin(settings)
    side = min(width, height) * Decimal("0.72")
    x = left + (width - left - right - side) / 2
    y = above + (height - above - below - side) / 2
    figure = _svg_konsep(
        f'width="{_angka(width)}mm" height="{_angka(height)}mm" viewBox="0 0 {_angka(width)} {_angka(height)}"',
        f"translate({_angka(x + side / 2)} {_angka(y + side / 2)}) scale({_angka(side / _KONSEP_SIDE)})",
    )
    return f'@top-left-corner {{ content: url("{figure}"); text-align: left; vertical-align: top }}'


def _konsep_mark() -> str:
    side, middle = _KONSEP_SIDE, _KONSEP_SIDE // 2
    return _svg_konsep(
        f'width="{side}" height="{side}" viewBox="0 0 {side} {side}"', f"translate({middle} {middle})"
    )


def _svg_konsep(frame: str, location: str) -> str:
    """The word from lower left to upper right, as a data: address."""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" {frame}><path transform="{location} rotate(-45) scale(1.3)" '
        f'fill="none" stroke="{KONSEP_COLOUR}" stroke-width="15" d="{_KONSEP}"/></svg>'
    )
    return f"data:image/svg+xml,{quote(svg, safe=' =:/')}"


def _margin(settings: PageSettings) -> tuple[Decimal, Decimal, Decimal, Decimal]:
    """Top, right, bottom, left, as CSS orders them."""
    p = settings
    return p.margin_atas, p.margin_kanan, p.margin_bawah, p.margin_kiri


def _angka(nilai: Decimal) -> str:
    """A number as CSS writes it: a point, no exponent, at most three decimals."""
    return f"{nilai.quantize(Decimal('0.001')).normalize():f}"


def _text(text: str) -> str:
    """A CSS string. Everything but letters, digits and plain punctuation is escaped, so no text ends the string,
    the rule or the style element that holds it."""
    safe = re.sub(r"[^\w ,.()–-]", lambda m: f"\\{ord(m[0]):x} ", text)
    return f'"{safe}"'


@cache
def _file(nama: str) -> str:
    return (Path(settings.BASE_DIR) / "static" / nama).read_text(encoding="utf-8")
