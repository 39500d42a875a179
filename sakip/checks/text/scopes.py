"""Of what a sentence tells a number: of the kecamatan's year, of a plan, of another area, or of nothing that was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final

from sakip.checks.text.roles import (
    HOPED,
    OF_AREA,
    OF_PART,
    OF_PK,
    OF_PLAN,
    OF_YEAR_AGAIN,
    ROLES,
    SOURCE,
    WHOLE_YEAR_AGAIN,
)
from sakip.text.reading.figures import Figure


class Scope(StrEnum):
    """Of what a number is told."""

    OWN = "tahun laporan"
    PLAN = "rencana strategis"
    RKT = "rencana kinerja tahunan"
    KABUPATEN = "kabupaten"
    PROVINSI = "provinsi"
    NASIONAL = "nasional"
    NONE = "lain"


def scopes_of(text: str, bare: str, values: Sequence[Figure]) -> Iterator[Scope]:
    """The scope of each of the numbers of a sentence, in order. ``bare`` is the sentence with blanks for its names.

    A word is heard from the number before it to the next mark behind its own; a plan, an area and a part of the year
    stay until the sentence comes back to the year, the kecamatan, or the whole.
    """
    bare = SOURCE.sub(lambda found: " " * len(found[0]), bare)
    begin, staying = 0, Scope.OWN
    for index, figure in enumerate(values):
        following = values[index + 1].start if index + 1 < len(values) else len(bare)
        marks = [at for mark in ",;.(" if (at := bare.find(mark, figure.end, following)) >= 0]
        end = min([*marks, following])
        other = ROLES.search(bare, figure.end, end) if end == following < len(bare) else None
        own = bare[begin : other.start() if other else end]  # "66 belum mencapai target RKT sebesar 80"
        said = _said(own)
        if said is Scope.OWN and not _comes_back(
            text[begin : figure.start], bare[begin : figure.start], staying, bare[figure.end : end]
        ):
            said = staying
        yield said
        staying, begin = said, figure.end


def _said(part: str) -> Scope:
    if HOPED.search(part) or OF_PART.search(part):
        return Scope.NONE
    said = {found.lastgroup or "" for found in OF_AREA.finditer(part)}
    said = said or {found.lastgroup or "" for found in OF_PLAN.finditer(part)}
    if not said:
        return Scope.OWN
    return _SCOPES.get(said.pop(), Scope.NONE) if len(said) == 1 else Scope.NONE


_SCOPES: Final = {
    "kabupaten": Scope.KABUPATEN,
    "provinsi": Scope.PROVINSI,
    "nasional": Scope.NASIONAL,
    "plan": Scope.PLAN,
    "rkt": Scope.RKT,
}


def _comes_back(text: str, bare: str, staying: Scope, behind: str) -> bool:
    """Whether a part of a sentence that names no scope leaves the one before; ``behind`` is what follows its number."""
    match staying:
        case Scope.OWN:
            return True
        case Scope.PLAN | Scope.RKT:
            return OF_YEAR_AGAIN.search(bare) is not None or OF_PK.search(behind) is not None
        case Scope.NONE:
            return WHOLE_YEAR_AGAIN.search(bare) is not None
    return "kecamatan" in text.casefold()
