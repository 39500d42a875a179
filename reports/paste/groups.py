"""A row of a pasted table that only says of what the rows below it are: "Sasaran 1: Meningkatnya …"."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from reports.papers.paper import Row

#: From the top down.
_LEVELS: Final = ("tujuan", "sasaran", "indikator")
_GROUP: Final = re.compile(
    r"(tujuan|sasaran|indikator)(?:\s+(?:strategis|sasaran|kinerja))*\s*(?:\d{1,2}\s*)?[.:]\s*(.+)",
    re.IGNORECASE,
)


class Group(NamedTuple):
    """By which column it is said, and what."""

    key: str
    said: str

    @property
    def below(self) -> tuple[str, ...]:
        """What is of one of these, and ends with it."""
        return _LEVELS[_LEVELS.index(self.key) + 1 :]


def group_of(row: Row) -> Group | None:
    """What a row says of those below it; None of any other."""
    found = _GROUP.fullmatch(row.filled[0].strip()) if len(row.filled) == 1 else None
    return Group(found[1].casefold(), found[2]) if found else None
