"""Marks that tables put where something holds: a tick, a cross, a filled box, as Word and Google Sheets copy them."""

from __future__ import annotations

import re
from typing import Final

#: What two fonts of Word draw as a tick stands among them.
_MARK: Final = re.compile(r"(?:[√✓✔☑vVxX✗✘×■█▪●•*ü\uf0fc\uf0fe])+|true|benar", re.IGNORECASE)
_NOTHING: Final = re.compile(r"[-–—\s]*|false|salah", re.IGNORECASE)


def is_mark(text: str) -> bool:
    """Whether a cell is marked."""
    return bool(_MARK.fullmatch(text.strip()))


def says_nothing(text: str) -> bool:
    """Whether a cell beside such ones is not marked: empty, a dash, a box without a tick."""
    return bool(_NOTHING.fullmatch(text))
