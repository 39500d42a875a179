"""How far a document of a year is, by the rule of its own room: empty, partly there, complete, or not yet read.

A rule names what the document is asked for and how much of that it lacks; from that, and from how many of its rows are
copies that nobody confirmed, follow its state, what is said to be missing, and how far it is in percent, the same for
every document and for whoever asks. Pure: over the snapshot alone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from sakip.snapshot.types import Snapshot


@dataclass(frozen=True, slots=True)
class Asked:
    """What a rule asks for: how many of how many places lack it, and what is missing then, in words that follow "Belum
    ada:"."""

    words: str
    lacking: int
    of: int = 1


Asks = Callable[[Snapshot], Iterable[Asked] | None]
"""All that a document is asked for; None where nothing of it is recorded, nothing where it is not asked for at all."""


class State(StrEnum):
    """The states, as they are read."""

    UNASKED = "tidak diminta"
    EMPTY = "kosong"
    PARTLY = "sebagian"
    UNREAD = "belum ditinjau"
    COMPLETE = "lengkap"


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """The state of a document, what it lacks, how many of its rows or texts nobody has confirmed, and how much of what
    it is asked for is there, in percent: 100 only where nothing is lacking."""

    state: State
    missing: tuple[str, ...] = ()
    unread: int = 0
    percent: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadinessRule:
    """The rule of the page of that code; a room declares it as ``READINESS``. ``parts`` are the rules of what is handed
    in by itself among it, by code."""

    code: str
    asks: Asks
    parts: Mapping[str, Asks] = field(default_factory=dict)


def readiness_of(asked: Iterable[Asked] | None, unread: int = 0) -> Readiness:
    """The readiness that follows. What is lacking is said first; what was only copied is never complete.

    Each thing that is asked for counts alike, one asked of several places by the share of those that have it.
    """
    if asked is None:
        return Readiness(state=State.EMPTY)
    every: Collection[Asked] = tuple(asked)
    if not every:
        return Readiness(state=State.UNASKED)
    missing = tuple(one.words for one in every if one.lacking)
    there = sum((1 - Fraction(one.lacking, one.of) for one in every), Fraction(0)) / len(every)
    state = State.PARTLY if missing else State.UNREAD if unread else State.COMPLETE
    return Readiness(state=state, missing=missing, unread=unread, percent=int(100 * there))


def each(wanted: Sequence[tuple[str, object]]) -> list[Asked]:
    """Things by their names; one that says nothing (empty, None, no rows) is lacking."""
    return [Asked(name, int(value is None or value in ("", ()))) for name, value in wanted]


def counted(name: str, lacking: Iterable[bool], what: str) -> list[Asked]:
    """ "target pada 2 indikator", of as many rows as there are; nothing is asked of none."""
    rows = tuple(lacking)
    return [Asked(f"{name} pada {sum(rows)} {what}", sum(rows), len(rows))] if rows else []
