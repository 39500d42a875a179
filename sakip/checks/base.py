"""What a check is, where it points, and what it finds."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from sakip.capaian.results import Results
from sakip.checks.kinds import KINDS, Kind
from sakip.snapshot.types import Snapshot


class Level(StrEnum):
    """How much it matters. A peringatan may be right; a galat cannot be."""

    GALAT = "galat"
    PERINGATAN = "peringatan"

    @property
    def label(self) -> str:
        """As people read it."""
        return "Kesalahan" if self is Level.GALAT else "Peringatan"


class AtForm(StrEnum):
    """What a galat that saving one row brings about does to that save.

    A workbook brings all rows at once, so there every new galat refuses. In a form rows are written one after
    another: what several of them can only come right together must not stand in the way of the first.
    """

    REFUSE = "refuse"
    OWN_ROW = "own row"  # refuse where the row at fault is the one being saved, else show
    SHOW = "show"


Key = tuple[tuple[str, str | int], ...]
"""Columns of the row's sheet with the values by which it is found there: (("kode", "operasi"),)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a record is: enough to find its page, its row in the workbook and its passage in the document.

    ``kind`` is one of :data:`sakip.checks.kinds.KINDS`, ``column`` a column of its model (empty for the row as a
    whole), ``words`` how people call the place. ``pk`` is of the row that the kind's form writes, None where the
    snapshot was read back from its stored text or the place is not one row.
    """

    kind: str
    key: Key = ()
    column: str = ""
    words: str = field(compare=False)
    pk: int | None = field(default=None, compare=False)

    @property
    def about(self) -> Kind:
        """What is known of its kind."""
        return KINDS[self.kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A check that a record breaks; ``message`` says what is recorded, what should be, and what helps."""

    code: str
    level: Level
    basis: str
    place: Place
    message: str

    @property
    def words(self) -> str:
        """Its place, as a sentence begins."""
        words = self.place.words
        return f"{words[:1].upper()}{words[1:]}"

    @property
    def question(self) -> bool:
        """Whether a person may answer that it is so."""
        return CHECKS[self.code].answerable

    @property
    def mark(self) -> str:
        """SHA-256 of what was found and where: another value is another question."""
        place = self.place
        said = (self.code, place.kind, place.key, place.column, self.message)
        return hashlib.sha256(repr(said).encode()).hexdigest()

    def __str__(self) -> str:
        """Place and message as one sentence."""
        return f"{self.words}: {self.message}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedYear:
    """What checks look at. ``results`` is None where nothing could be measured."""

    snapshot: Snapshot
    results: Results | None = None


Found = Iterator[tuple[Place, str]]
"""Pairs of a place and its message."""

Finder = Callable[[CheckedYear], Found]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A check: its stable code, how much it matters, why it holds, and the function that finds what breaks it.

    ``reads`` are the parts of the snapshot that it looks at (names of fields), ``kinds`` those of the places it
    points to; from both follows when it has to be asked. ``apart`` checks look at each part by itself: where one
    part changed, that part is enough. An ``answerable`` one asks about what may well be so: what a person answered
    ("memang benar") it does not ask again.
    """

    code: str
    basis: str
    reads: frozenset[str]
    kinds: frozenset[str]
    find: Finder
    level: Level = Level.GALAT
    at_form: AtForm = AtForm.REFUSE
    apart: bool = False
    answerable: bool = False


#: Every check by its code, in the order in which they are asked.
CHECKS: Final[dict[str, Check]] = {}


def check(
    code: str, *, reads: Collection[str], kinds: Collection[str], **about: Any
) -> Callable[[Finder], Finder]:
    """Register the function as a check; ``about`` is what else :class:`Check` says of it. Raises ValueError for a code
    that is taken or a kind that is unknown."""

    def register(find: Finder) -> Finder:
        if code in CHECKS:
            raise ValueError(f"kode pemeriksaan dipakai dua kali: {code!r}")
        if unknown := set(kinds) - KINDS.keys():
            raise ValueError(f"jenis catatan tidak dikenal pada {code!r}: {sorted(unknown)}")
        read = {*reads, "penegasan"} if about.get("answerable") else set(reads)
        CHECKS[code] = Check(code=code, reads=frozenset(read), kinds=frozenset(kinds), find=find, **about)
        return find

    return register


def find_all(checks: Iterable[Check], year: CheckedYear) -> tuple[Finding, ...]:
    """What breaks these checks and was not answered, the gravest first, else in the order of the checks."""
    found = (
        Finding(code=c.code, level=c.level, basis=c.basis, place=place, message=message)
        for c in checks
        for place, message in c.find(year)
    )
    answered = {one.tanda for one in year.snapshot.penegasan}
    still = (f for f in found if not (answered and f.question and f.mark in answered))
    return tuple(sorted(still, key=lambda f: list(Level).index(f.level)))
