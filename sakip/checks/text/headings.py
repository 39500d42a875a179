"""Headings within a text: what stands below "Indikator : IKM" is written about that indikator."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from sakip.capaian.results import SerapanLine
from sakip.checks.material import CheckedYear, Passage, Shape
from sakip.checks.text.other_years import is_of_another_year
from sakip.checks.text.record_texts import reasons_of
from sakip.checks.text.subjects import Subjects
from sakip.snapshot.reads import kept

#: "Sasaran Strategis 1 : …", "Indikator: …", alone in its line.
_HEADING: Final = re.compile(
    r"^\s*(?:[-•\d.)]+\s*)?(?:sasaran(?:\s+strategis)?|indi[kc]ator(?:\s+(?:sasaran|kinerja))*)\s*(?:\d+|[IVX]+)?\s*[:.]",
    re.IGNORECASE,
)
#: Any other heading ends it: "B.2 ANALISA PENYEBAB", "BAB IV", "Sasaran Strategis 2 :".
_OTHER: Final = re.compile(r"^\s*(?:[A-Z](?:\.\d+)*\.?\s+[A-Z]{3}|BAB\s+[IVX]+\b)|^[^a-z]{8,}$")


def told(year: CheckedYear, subjects: Subjects) -> Iterator[Passage]:
    """The texts of a report and of its records that say of something how it went: narratives, those below a heading
    that names what they are about as written about it, and what was typed beside the values."""
    yield from under_headings(year.passages or (), subjects)
    yield from reasons_of(year.snapshot) if year.reasons is None else year.reasons


@kept
def under_headings(passages: tuple[Passage, ...], subjects: Subjects) -> tuple[Passage, ...]:
    """The passages, those below a heading that names one indikator or sasaran as written about it. Read once for all
    checks."""
    return tuple(_under_headings(passages, subjects))


def _under_headings(passages: Sequence[Passage], subjects: Subjects) -> Iterator[Passage]:
    about, place = "", None
    current, other_year = subjects.results.tahun, False
    for one in passages:
        if one.place != place:
            about, place, other_year = "", one.place, False
        of_another = is_of_another_year(one.text, current)
        if one.shape is not Shape.ITEM or of_another is not None:
            other_year = bool(of_another)
        elif other_year:
            continue  # listed below "Target tahun 2024:"
        if one.about or one.shape not in (Shape.PARAGRAPH, Shape.ITEM):
            yield one
            continue
        if _HEADING.match(one.text):
            about = _named(one.text, subjects)
        elif _OTHER.match(one.text):
            about = ""
        elif about:
            yield replace(one, about=about)
            continue
        yield one


def _named(text: str, subjects: Subjects) -> str:
    named = {id(m.subject): m.subject for m in subjects.mentions(text)}
    if len(named) != 1:
        return ""
    (one,) = named.values()
    return "" if isinstance(one, SerapanLine) else one.kunci
