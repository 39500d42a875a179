"""The numbers printed on pages, by their kind (the named pages of halaman.css): i, ii … in front, then 1, 2 …"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from reports.document.numbering import roman

_FRONT: Final = "depan"
_PLAIN: Final = ("batang", "lampiran", "lanskap")
_FEW, _HUNDRED = 20, 100


def page_numbers(kinds: Iterable[str]) -> list[str]:
    """The number on each page, empty where there is none."""
    front = plain = 0
    numbers = []
    for kind in kinds:
        if kind == _FRONT:
            front += 1
            numbers.append(roman(front))
        elif kind in _PLAIN:
            plain += 1
            numbers.append(str(plain))
        else:
            numbers.append("")
    return numbers


def written_numbers(plain: int, front: int) -> list[str]:
    """As many numbers of both kinds as asked for, and some more: the next document asks for a few others."""
    return [
        *(str(n) for n in range(1, _some_more(plain) + 1)),
        *(roman(n) for n in range(1, _some_more(front) + 1)),
    ]


def _some_more(number: int) -> int:
    return _FEW if number <= _FEW else -(-number // _HUNDRED) * _HUNDRED
