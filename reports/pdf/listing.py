"""Where the lists in front come to stand: a guess, so that their own pages can be named before they are laid out.

A wrong one costs time and nothing else. Widths and heights are those of static/css/print/dokumen.css.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

#: How many pages, and on which of them each anchor is.
Places = tuple[int, dict[str, int]]

_SIZE: Final = re.compile(
    r"size: ([0-9.]+)mm ([0-9.]+)mm;\s*margin: ([0-9.]+)mm ([0-9.]+)mm ([0-9.]+)mm ([0-9.]+)mm"
)
_LETTERS: Final = re.compile(r"\.dokumen \{ font-family: [^;]*; font-size: ([0-9.]+)pt")
_MM: Final = 72 / 25.4

_HEADING_OR_LINE: Final = re.compile(
    r'<h1 id="([^"]+)"|<li class="entri entri-([0-9])(?: entri-polos)?">(.*?)</li>', re.DOTALL
)
_TAG: Final = re.compile(r"<[^>]*>")

# In em.
_LINE, _BETWEEN = 1.4, 0.25
_HEADING, _BETWEEN_LISTS = 3.2, 2.1
_LETTER, _CAPITAL = 0.51, 0.66
#: How far in lines of each level begin.
_INDENT: Final = {"0": 0.0, "1": 0.0, "2": 1.8, "3": 3.6}
_HANGING: Final = {"0": 5.2, "1": 1.8, "2": 1.8, "3": 1.8}
_NUMBER: Final = 3  # letters, with the blank before it


def guessed_places(html: str) -> Places:
    """The pages of the lists, and the one on which each begins."""
    wide, high = _room(html)
    names: dict[str, int] = {}
    page, left = 0, high
    for name, height in _heights(html, wide):
        # A heading stays with the first line below it.
        needed = height + _LINE if name else height
        if left < needed:
            page, left = page + 1, high
        elif name and left < high:
            left -= _BETWEEN_LISTS
        left -= height + _BETWEEN * (not name)
        if name:
            names[name] = page
    return page + 1, names


def _heights(html: str, wide: float) -> Iterator[tuple[str, float]]:
    """Of every heading, with its name, and of every line."""
    for name, level, content in _HEADING_OR_LINE.findall(html):
        yield name, _HEADING if name else _LINE * _lines(level, content, wide)


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


def _room(html: str) -> tuple[float, float]:
    """Of a page, in em: wide and high."""
    size, letters = _SIZE.search(html), _LETTERS.search(html)
    if not size or not letters:
        return 38.0, 65.0
    width, height, top, right, bottom, left = map(float, size.groups())
    em = float(letters[1]) / _MM
    return (width - left - right) / em, (height - top - bottom) / em
