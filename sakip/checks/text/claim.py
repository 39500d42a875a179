"""A claim: what a text says that a number is, of what, and in which year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sakip.capaian.results import SerapanLine
from sakip.checks.text.partial_names import Measured
from sakip.checks.text.recorded import Role, recorded_values
from sakip.checks.text.subjects import BELANJA, Subjects
from sakip.text.reading.figures import Figure
from sakip.text.reading.words import says_any


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A number that a sentence gives to a subject in a role and a year; ``subject`` is None for the year as a whole,
    ``others`` are what its name may mean as well, ``tahun`` is None for a plan of any year.

    ``named`` holds where its own phrase names the subject; else another amount may be of something that the text names.
    ``of_pk`` holds where its sentence speaks of the PK. ``share`` is of the amount that it follows ("Rp3.239.088.691
    atau 94,50%"), None where it follows none. ``about`` holds where the number is told roughly, ``of_column`` where it
    stands below a year alone: it may be a target of the Renstra.
    """

    role: Role
    figure: Figure
    subject: Measured | None
    tahun: int | None
    others: tuple[Measured, ...] = ()
    named: bool = True
    belanja: bool = False
    share: Claim | None = None
    about: bool = False
    of_pk: bool = False
    of_column: bool = False


def sure_of_belanja(claims: Sequence[Claim], text: str, subjects: Subjects) -> Iterator[Claim]:
    """The claims without those of a group of belanja that may be of a part: it is the year's where the text says so, or
    another of its numbers is the year's."""
    of_groups = [c for c in claims if isinstance(c.subject, SerapanLine) and c.subject.tingkat == BELANJA]
    amounts = [c for c in of_groups if c.role is not Role.SERAPAN]
    told = not amounts or subjects.names_own(text) or says_any(text, ("tahun", "apbd", "desember"))
    sure = told or any(
        c.figure.agrees_with(value)
        for c in of_groups
        for value, _ in recorded_values(subjects.results, c.subject, c.role, c.tahun or 0, c.figure.kind)
    )
    return (c for c in claims if sure or c not in amounts)
