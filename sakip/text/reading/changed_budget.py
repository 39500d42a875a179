"""What heads say of the budget they stand above: that of before its change, or that of behind it. Pure."""

from __future__ import annotations

import re
from typing import Final

#: The budget by its name alone, of whatever year, is that of before its change: "APBD", "APBD TA 2023", "DPA".
_BARE: Final = (
    r"^\W*(?:apbd|dpa)(?:\W+t\W?a\b)?(?:\W+tahun(?:\s+anggaran)?)?(?:\W+20\d\d)?(?:\W*\(?\brp\b\.?\)?)?\W*$"
)
_BEFORE_WORDS: Final = r"\b(?:murni|induk|awal|semula|sebelum)\b"
_AFTER_WORDS: Final = (
    r"\bp\W{0,3}apbd\b|\bapbd\W{0,3}p\b|\bdppa\b|\bdpa\W{0,3}p\b"
    r"|\bperubahan\b|\bmenjadi\b|\bse(?:telah|sudah)\b|\bpak\b"
)
#: What names money, or nothing but one of the two: "Semula", "Setelah perubahan".
_OF_MONEY: Final = (
    r"anggaran|pagu|alokasi|apbd|dppa|\bdpa\b"
    r"|^(?:sebelum|semula|murni|menjadi|se(?:telah|sudah)|perubahan)\b(?!.*\b(?:target|kinerja|volume|fisik)\b)"
)

_BEFORE: Final = re.compile(rf"{_BEFORE_WORDS}|{_BARE}", re.IGNORECASE)
_AFTER: Final = re.compile(_AFTER_WORDS, re.IGNORECASE)

#: Patterns of heads of money, on words in small letters, for sheets that declare what their columns are called. They
#: are tried in this order: what says both ("sebelum perubahan") is of before.
MONEY_BEFORE: Final = rf"^(?=.*(?:{_OF_MONEY}))(?:.*(?:{_BEFORE_WORDS})|{_BARE})"
MONEY_AFTER: Final = rf"^(?=.*(?:{_OF_MONEY})).*(?:{_AFTER_WORDS})"


def before_change(text: str) -> bool:
    """Whether a head names the budget as it was first: "murni", "sebelum perubahan"."""
    return bool(_BEFORE.search(text))


def after_change(text: str) -> bool:
    """Whether it names the changed one: "setelah perubahan", "P-APBD"."""
    return bool(_AFTER.search(text)) and not before_change(text)
