"""What a paper is proposed to say: rows of the workbook's sheets, each with its place, and what no row was made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from reports.papers.paper import Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A row as it would be typed. ``number`` counts the proposals of a reading from 1. ``notes`` are to be looked at
    and hold nothing back; one with ``doubts`` is left out until a person takes it."""

    number: int
    sheet: str
    cells: Mapping[str, Any]
    at: Spot
    quote: str
    notes: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    fact: str = ""
    """Which fact it tells: proposals that say one fact otherwise share it. Empty for one that has none."""
    also: tuple[Spot, ...] = ()
    """Where else the paper says it, alike."""
    apart: bool = False
    """Whether it is a part of a fact that waits by itself: taken, it is laid on the rest of that row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplaced:
    """What stands in a table that was recognised, and fits no row: where, what, and why."""

    at: Spot
    quote: str
    why: str


@dataclass(kw_only=True)
class Reading:
    """All that a paper is proposed to say, in the order of the workbook's sheets and of the paper; ``tables`` counts
    the tables that were recognised, ``found`` all there are, ``notes`` what is to be said of the paper as a whole, and
    ``aimless`` the sasaran for which it names no tujuan."""

    proposals: list[Proposal] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)
    tables: int = 0
    found: int = 0
    aimless: int = 0
    notes: list[str] = field(default_factory=list)
