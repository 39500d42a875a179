"""What a check is and what it finds."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from sakip.checks.catalogue import RULES
from sakip.checks.kinds import KINDS
from sakip.checks.material import CheckedYear, Place, texts_of


class Level(StrEnum):
    """How much it matters. A galat cannot be right, and keeps a report from being submitted; a peringatan may be right,
    and asks for mending or for a reason; an info is worth knowing, and asks for nothing."""

    GALAT = "galat"
    PERINGATAN = "peringatan"
    INFO = "info"

    @property
    def label(self) -> str:
        """As people read it."""
        return _LABELS[self]


_LABELS: Final = {Level.GALAT: "Kesalahan", Level.PERINGATAN: "Peringatan", Level.INFO: "Catatan"}


class AtForm(StrEnum):
    """What a galat that saving one row brings about does to that save.

    A workbook brings all rows at once, so there every new galat refuses. In a form rows are written one after
    another: what several of them can only come right together must not stand in the way of the first.
    """

    REFUSE = "refuse"
    OWN_ROW = "own row"  # refuse where the row at fault is the one being saved, else show
    SHOW = "show"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A check that a record breaks; ``message`` says what is recorded, what should be, and what helps.

    ``recorded`` and ``expected`` are the two alone, where the check tells them apart.
    """

    code: str
    level: Level
    basis: str
    place: Place
    message: str
    recorded: str = ""
    expected: str = ""

    @property
    def rule(self) -> str:
        """The rule of the catalogue that the check belongs to ("R-sum")."""
        return CHECKS[self.code].rule

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


@dataclass(frozen=True, slots=True)
class Said:
    """A message with what is recorded and what it should be, told apart."""

    message: str
    recorded: str
    expected: str


Found = Iterator[tuple[Place, "str | Said"]]
"""A place and what is said of it."""

Finder = Callable[[CheckedYear], Found]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A check: its stable code, how much it matters, why it holds, and the function that finds what breaks it.

    ``rule`` is the rule of the catalogue that it belongs to ("R-sum"), ``example`` a sentence or value that breaks it.
    ``reads`` are the parts of the snapshot that it looks at (names of fields) and what else it needs of a
    :class:`CheckedYear`, ``kinds`` those of the places it points to; from both follows when it has to be asked.
    ``apart`` checks look at each part by itself: where one part changed, that part is enough. One that
    reads texts looks at each by itself and points to it, so that where one text changed that text is enough, unless it
    looks at them ``together``. An ``answerable`` one
    asks about what may well be so: what a person answered ("memang benar") it does not ask again.
    """

    code: str
    rule: str
    basis: str
    reads: frozenset[str]
    kinds: frozenset[str]
    find: Finder
    example: str = ""
    level: Level = Level.GALAT
    at_form: AtForm = AtForm.REFUSE
    apart: bool = False
    together: bool = False
    answerable: bool = False

    @property
    def by_text(self) -> bool:
        """Whether it looks at each text by itself."""
        return "passages" in self.reads and not self.together


#: Every check by its code, in the order in which they are asked.
CHECKS: Final[dict[str, Check]] = {}


def check(
    code: str, *, rule: str, reads: Collection[str], kinds: Collection[str], **about: Any
) -> Callable[[Finder], Finder]:
    """Register the function as a check; ``about`` is what else :class:`Check` says of it. Raises ValueError for a code
    that is taken, a rule that is not in the catalogue or a kind that is unknown."""

    def register(find: Finder) -> Finder:
        if code in CHECKS:
            raise ValueError(f"kode pemeriksaan dipakai dua kali: {code!r}")
        if rule not in RULES:
            raise ValueError(f"aturan tidak dikenal pada {code!r}: {rule!r}")
        if unknown := set(kinds) - KINDS.keys():
            raise ValueError(f"jenis catatan tidak dikenal pada {code!r}: {sorted(unknown)}")
        read = {*reads, "penegasan"} if about.get("answerable") else set(reads)
        CHECKS[code] = Check(
            code=code, rule=rule, reads=frozenset(read), kinds=frozenset(kinds), find=find, **about
        )
        return find

    return register


Asked = Callable[[Check, CheckedYear], Iterable[tuple[Place, "str | Said"]]]
"""How a check is asked of a year."""


def ask(check: Check, year: CheckedYear) -> Found:
    """What it finds."""
    return check.find(year)


def find_all(checks: Iterable[Check], year: CheckedYear, asked: Asked = ask) -> tuple[Finding, ...]:
    """What breaks these checks and was not answered, the gravest first, else in the order of the checks, and of a check
    ``by_text`` in the order of the texts.

    A check that reads what was not given is not asked. ``asked`` is given by who keeps what was found before
    (:mod:`sakip.checks.kept`).
    """
    order = {place: at for at, place in enumerate(dict.fromkeys(text.place for text in texts_of(year)))}

    def found_by(check: Check) -> Iterable[tuple[Place, str | Said]]:
        found = asked(check, year)
        return sorted(found, key=lambda one: order.get(one[0], len(order))) if check.by_text else found

    found = (
        _finding(c, place, said if isinstance(said, Said) else Said(said, "", ""))
        for c in checks
        if year.holds(c.reads)
        for place, said in found_by(c)
    )
    answered = {one.tanda for one in year.snapshot.penegasan}
    still = (f for f in found if not (answered and f.question and f.mark in answered))
    return tuple(sorted(still, key=lambda f: list(Level).index(f.level)))


def _finding(check: Check, place: Place, said: Said) -> Finding:
    return Finding(
        code=check.code,
        level=check.level,
        basis=check.basis,
        place=place,
        message=said.message,
        recorded=said.recorded,
        expected=said.expected,
    )
