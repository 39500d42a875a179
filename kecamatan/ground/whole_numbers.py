"""A number that the site wrote itself, into an address, a hidden field or a file, read back from whatever came.

What people type is read by :mod:`sakip.text.numbers`. Here anybody may send anything: more figures than Python turns
into a number or a database holds as a key, digits that ``isdigit`` knows and ``int`` does not.
"""

from __future__ import annotations

from typing import Final

from kecamatan.ground.years import YEAR_FIRST, YEAR_LAST

MOST_DIGITS: Final = 18
"""Figures of which every number fits into a key on both databases."""


def whole(text: str, *, digits: int = MOST_DIGITS) -> int | None:
    """The number that a text of at most so many figures says; None of any other text."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= digits else None


def year(text: str) -> int | None:
    """The year that a text of four figures says, if anything can be of it; None of any other text."""
    number = whole(text, digits=4) if len(text) == 4 else None
    return number if number is not None and YEAR_FIRST <= number <= YEAR_LAST else None
