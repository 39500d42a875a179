"""Numbers that papers write in Roman numerals as well: "Triwulan IV", "Sasaran IX". Pure."""

from __future__ import annotations

import re
from typing import Final

_ROMAN: Final = re.compile(r"(?=[ivxlc])(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})|c")
_VALUES: Final = {"c": 100, "xc": 90, "l": 50, "xl": 40, "x": 10, "ix": 9, "v": 5, "iv": 4, "i": 1}
_PARTS: Final = re.compile(r"xc|xl|ix|iv|[clxvi]")


def counted(text: str) -> int:
    """What a number counts, in digits or in Roman numerals up to a hundred; 0 for what is neither."""
    said = text.strip().casefold()
    if re.fullmatch(r"[0-9]{1,9}", said):
        return int(said)
    return sum(_VALUES[part] for part in _PARTS.findall(said)) if _ROMAN.fullmatch(said) else 0
