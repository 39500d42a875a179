"""Amounts as the cells of a budget file hold them: what has two readings is refused, never guessed."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, Literal

from sakip.entry.number_kinds import Rupiah
from sakip.text.numbers import written_by_accounting
from sakip.workbook.grid import DASH, Cell

Angka = Literal["id", "en"]
"""How numbers that came as text are written: 1.234.567,00 or 1,234,567.00."""

_RUPIAH: Final = Rupiah()

#: Amounts of a sub kegiatan as they are taken over.
KINDS: Final = ("pagu", "pagu_murni", "pagu_perubahan", "realisasi")

_ENGLISH: Final = re.compile(
    r"(?P<minus>-)?(?:[Rr][Pp]\.?\s*)?(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.(?P<sen>[0-9]{1,2}))?"
)


def read_amount(cell: Cell, angka: Angka, *, signed: bool = False) -> Decimal | None:
    """A cell as rupiah; None for an empty one. Raises :class:`kecamatan.ground.texts.Refused` for what is no amount, or
    has two readings; an amount below zero is one only where it is ``signed``."""
    if cell is None or cell == "":
        return None
    if not isinstance(cell, str):
        return -Decimal(_RUPIAH.parse(-cell)) if signed and cell < 0 else Decimal(_RUPIAH.parse(cell))
    if cell == DASH:
        return Decimal(0)
    text = cell.strip()
    meant = written_by_accounting(text)
    if meant is not None and (signed or meant >= 0):
        return meant
    if angka == "en" and (found := _ENGLISH.fullmatch(text)):
        text = f"{found['minus'] or ''}{found['whole'].replace(',', '')},{found['sen'] or '0'}"
    if signed and text[:1] in "-\u2212":
        return -Decimal(_RUPIAH.parse(text[1:]))
    return Decimal(_RUPIAH.parse(text))
