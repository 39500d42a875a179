"""What heads say of the budget they stand above: that of before its change, or that of behind it. Pure."""

from __future__ import annotations

import re
from typing import Final

_BEFORE: Final = re.compile(r"\b(?:murni|induk|awal|semula|sebelum)\b|^\W*apbd\W*$", re.IGNORECASE)
_AFTER: Final = re.compile(
    r"\bp\W{0,3}apbd\b|\bapbd\W{0,3}p\b|\bperubahan\b|\bmenjadi\b|\bse(?:telah|sudah)\b|\bpak\b",
    re.IGNORECASE,
)


def before_change(text: str) -> bool:
    """Whether a head names the budget as it was first: "murni", "sebelum perubahan"."""
    return bool(_BEFORE.search(text))


def after_change(text: str) -> bool:
    """Whether it names the changed one: "setelah perubahan", "P-APBD"."""
    return bool(_AFTER.search(text)) and not before_change(text)
