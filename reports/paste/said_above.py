"""What the title above a pasted table says of all its rows: of which year they are, and of which triwulan."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from sakip.entry.number_kinds import Year
from sakip.entry.value_kinds import WholeChoice
from sakip.workbook.sheets.sheet import Sheet

YEARS: Final = re.compile(r"\b20\d\d\b")
_QUARTERS: Final = re.compile(r"\b(?:tri\s*wulan|tw)\W*(?:ke\W*)?(iv|iii|ii|i|[1-4])\b", re.IGNORECASE)
_UNTIL: Final = re.compile(r"\b(?:iv|iii|ii|i|[1-4])\s*(?:-|–|s\W*d\b|sampai)", re.IGNORECASE)
_ROMAN: Final = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}


def said_above(title: str, told: Sequence[str], sheet: Sheet) -> Mapping[str, str]:
    """Year and triwulan by the key of their columns, where the table has none of its own for them and the title names
    one."""
    named = {key.partition("@")[0] for key in told if key}
    spread = sheet.pasted.spread
    if spread and any("@" in key for key in told):
        named.add(spread.apart)
        if spread.apart == "triwulan" and any(len(key.partition("@")[2]) > 1 for key in told):
            named.add("tahun")  # a column for each year
    found: dict[str, str] = {}
    for column in sheet.columns:
        if column.key in named:
            continue
        if column.key == "tahun" and isinstance(column.kind, Year) and len(set(YEARS.findall(title))) == 1:
            found["tahun"] = YEARS.findall(title)[0]
        if column.key == "triwulan" and isinstance(column.kind, WholeChoice) and not _UNTIL.search(title):
            quarters = {one.casefold() for one in _QUARTERS.findall(title)}
            if len(quarters) == 1:
                one = quarters.pop()
                found["triwulan"] = _ROMAN.get(one, one)
    return found
