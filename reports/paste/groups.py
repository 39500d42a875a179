"""A row of a pasted table that only says of what the rows below it are: "Sasaran 1: Meningkatnya …", "Sekretariat"."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from reports.papers.paper import Row
from sakip.text.reading.short_units import jenis_of

#: From the top down.
_LEVELS: Final = ("tujuan", "sasaran", "indikator")
_GROUP: Final = re.compile(
    r"(tujuan|sasaran|indikator)(?:\s+(?:strategis|sasaran|kinerja))*\s*(?:\d{1,2}\s*)?[.:]\s*(.+)",
    re.IGNORECASE,
)
#: The key of the unit that rows are of, and what may stand before its name.
_UNIT: Final = "unit"
_OF_UNIT: Final = re.compile(
    r"(?:(?:[ivx]{1,4}|[a-z]|\d{1,2})[.)]\s+)?(?:(?:nama\s+)?unit(?:\s+kerja)?\s*:\s*|pk\s+)?(?P<said>.+)",
    re.IGNORECASE,
)
_MOST_WORDS: Final = 8


class Group(NamedTuple):
    """By which column it is said, and what."""

    key: str
    said: str

    @property
    def below(self) -> tuple[str, ...]:
        """What is of one of these, and ends with it."""
        return _LEVELS[_LEVELS.index(self.key) + 1 :] if self.key in _LEVELS else ()


def group_of(row: Row) -> Group | None:
    """What a row says of those below it; None of any other."""
    said = row.filled[0].strip() if len(row.filled) == 1 else ""
    if found := _GROUP.fullmatch(said):
        return Group(found[1].casefold(), found[2])
    named = _OF_UNIT.fullmatch(said)
    unit = named["said"] if named else ""
    is_unit = bool(jenis_of(unit)) and len(unit.split()) <= _MOST_WORDS and unit[-1] not in ".;:,"
    return Group(_UNIT, unit) if is_unit else None
