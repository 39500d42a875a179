"""How far a document of a year is, by the rule of its own room: empty, partly there, complete, or not yet read.

A rule says what the document still lacks; from that, and from how many of its rows are copies that nobody confirmed,
its state follows, the same for every document. Pure: over the snapshot alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sakip.snapshot.types import Snapshot

Lacks = Callable[[Snapshot], Iterable[str] | None]
"""What a document still lacks, each in words that follow "Belum ada:"; None where nothing of it is recorded."""


class State(StrEnum):
    """The four states, as they are read."""

    EMPTY = "kosong"
    PARTLY = "sebagian"
    UNREAD = "belum ditinjau"
    COMPLETE = "lengkap"


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """The state of a document, what it lacks, and how many of its rows or texts nobody has confirmed."""

    state: State
    missing: tuple[str, ...] = ()
    unread: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadinessRule:
    """The rule of the page of that code; a room declares it as ``READINESS``."""

    code: str
    lacks: Lacks


def readiness_of(lacks: Iterable[str] | None, unread: int = 0) -> Readiness:
    """The readiness that follows. What is lacking is said first; what was only copied is never complete."""
    if lacks is None:
        return Readiness(state=State.EMPTY)
    missing = tuple(lacks)
    state = State.PARTLY if missing else State.UNREAD if unread else State.COMPLETE
    return Readiness(state=state, missing=missing, unread=unread)


def each(wanted: Sequence[tuple[str, object]]) -> list[str]:
    """The names of what says nothing: empty, None or no rows."""
    return [name for name, value in wanted if value is None or value in ("", ())]


def counted(name: str, rows: Iterable[bool], what: str) -> list[str]:
    """ "target pada 2 indikator", where that is how many rows lack it; nothing where none does."""
    count = sum(rows)
    return [f"{name} pada {count} {what}"] if count else []
