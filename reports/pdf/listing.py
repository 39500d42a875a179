"""Where the lists in front come to stand: a guess, so that their own pages can be named before they are laid out.

A wrong one costs time and nothing else. Heights are as its sheets say, letters as wide as usual.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Final

#: How many pages, and on which of them each anchor is.
Places = tuple[int, dict[str, int]]

_SIZE: Final = re.compile(
    r"size: ([0-9.]+)mm ([0-9.]+)mm;\s*margin: ([0-9.]+)mm ([0-9.]+)mm ([0-9.]+)mm ([0-9.]+)mm"
)
_MM: Final = 72 / 25.4

_HEADING_OR_LINE: Final = re.compile(
    r'<h1 id="([^"]+)"|<li class="entri entri-([0-9])(?: entri-polos)?">(.*?)</li>', re.DOTALL
)
_TAG: Final = re.compile(r"<[^>]*>")

#: Of a letter of the usual and of the first level, in em.
_LETTER, _CAPITAL = 0.51, 0.66
#: How far in lines of each level begin, and how much further those below, in em.
_INDENT: Final = {"0": 0.0, "1": 0.0, "2": 1.8, "3": 3.6}
_HANGING: Final = {"0": 5.2, "1": 1.8, "2": 1.8, "3": 1.8}
_NUMBER: Final = 3  # letters, with the blank before it


@dataclass(frozen=True, slots=True)
class _Sizes:
    """Of a page and of what stands on it: points; ``em`` of the lists."""

    wide: float
    high: float
    em: float
    line: float
    between: float
    heading: float
    between_lists: float


def guessed_places(html: str) -> Places:
    """The pages of the lists, and the one on which each begins."""
    sizes = _sizes(html)
    names: dict[str, int] = {}
    page, left = 0, sizes.high
    for name, height in _heights(html, sizes):
        # A heading stays with the first line below it.
        if left < height + (sizes.line if name else 0):
            page, left = page + 1, sizes.high
        elif name and left < sizes.high:
            left -= sizes.between_lists
        left -= height
        if name:
            names[name] = page
        else:
            left -= sizes.between
    return page + 1, names


def _heights(html: str, sizes: _Sizes) -> Iterator[tuple[str, float]]:
    """Of every heading, with its name, and of every line."""
    for name, level, content in _HEADING_OR_LINE.findall(html):
        lines = 0 if name else _lines(level, content, sizes.wide / sizes.em)
        yield name, sizes.heading if name else sizes.line * lines


def _lines(level: str, content: str, wide: float) -> int:
    letter = _CAPITAL if level == "1" else _LETTER
    lines, at = 1, _INDENT.get(level, 0.0)
    words = [word for word in re.split(r"[ \n]+", unescape(_TAG.sub("", content))) if word]
    for place, word in enumerate(words, start=1):
        length = (len(word) + (_NUMBER if place == len(words) else 0)) * letter
        if at + length > wide:
            lines, at = lines + 1, _INDENT.get(level, 0.0) + _HANGING.get(level, 0.0)
        at += length + letter
    return lines


def _sizes(html: str) -> _Sizes:
    """As the sheets in the head have them."""
    head = html.partition("<body")[0]

    def said(rule: str, of: str, otherwise: float) -> float:
        found = re.search(rf"{rule} \{{[^}}]*\b{of}(-?[0-9.]+)(?:em|pt|[; }}])", head)
        return float(found[1]) if found else otherwise

    page = _SIZE.search(head)
    width, height, top, right, bottom, left = (
        map(float, page.groups()) if page else (210, 297, 25, 25, 30, 30)
    )
    text = said(r"\.dokumen", r"font-family: [^;}]*; font-size: ", 12)
    em = text * said(r"\.daftar-depan", "font-size: ", 1)
    heading = text * said(r"\n\.judul-1", "font-size: ", 1.17)
    return _Sizes(
        wide=(width - left - right) * _MM,
        high=(height - top - bottom) * _MM,
        em=em,
        line=em * said(r"\.daftar-depan", "line-height: ", 1.25),
        between=em * said(r"\.entri", "margin: 0 0 ", 0.12),
        heading=heading
        * (said(r"\.judul-1, [^{]*", "line-height: ", 1.3) + said(r"\n\.judul-1", "margin: 0 0 ", 1)),
        between_lists=text * said(r"\.daftar-bagian", "margin-top: ", 1.6),
    )
