"""Sentences and items that go on about another year than the report's: "Target tahun 2024: IKM 87; nilai SAKIP BB"."""

from __future__ import annotations

import re
from typing import Final

_YEAR: Final = re.compile(r"\b20\d\d\b")
_AHEAD: Final = re.compile(r"\btahun\s+(?:depan|mendatang|berikutnya)\b", re.IGNORECASE)
#: The other year is only what this one is compared with.
_COMPARED: Final = re.compile(r"banding", re.IGNORECASE)


def is_of_another_year(text: str, current: int) -> bool | None:
    """Whether a text tells only of other years than the current; None where it names no year."""
    years = {int(found) for found in _YEAR.findall(text)}
    if not years and not _AHEAD.search(text):
        return None
    return current not in years and not _COMPARED.search(text)
