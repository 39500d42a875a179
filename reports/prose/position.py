"""Which wording a statement gets: by what the report is about, so that the reports of a kabupaten do not read alike."""

from __future__ import annotations

import re
from typing import Final

from sakip.snapshot.types import Snapshot

#: Further apart than the kecamatan of a kabupaten are, so that the second statement of a kind in one report is worded
#: like the first of none.
_APART: Final = 37
#: Moves the wording on from year to year.
_YEARLY: Final = 11


def wording_number(snapshot: Snapshot, place: int = 0) -> int:
    """The number that chooses a wording, of the kecamatan and the year; ``place`` counts the statements of a kind."""
    return _of_report(snapshot) + apart(place)


def _of_report(snapshot: Snapshot) -> int:
    return wording_number_of(snapshot.kecamatan.kode, snapshot.tahun)


def wording_number_of(kode: str, tahun: int, place: int = 0) -> int:
    """The same, of whatever area has that code."""
    return int(re.sub(r"\D", "", kode) or 0) + _YEARLY * tahun + apart(place)


def apart(place: int) -> int:
    """How far the wording of a statement is from that of the first of its kind. Squares: their distances differ, so
    that two reports do not go on in the same order."""
    return _APART * place * place
