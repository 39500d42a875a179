"""What every check found of a report last, handed out again for as long as what it read is the same.

Somebody corrects a sentence and looks at the report again. What a check reads is noted while it looks
(:mod:`sakip.snapshot.reads`), so nobody has to say which checks the sentence concerns: those that read nothing that
changed are not asked again, and those that look at each text by itself are asked about that sentence's text alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final, NamedTuple

from sakip.checks.base import Check, Said
from sakip.checks.material import TEXTS, CheckedYear, Passage, Place, texts_of
from sakip.snapshot.reads import Read, holds, observed, same, settled

Items = tuple[tuple[Place, "str | Said"], ...]
_Texts = tuple[tuple[Passage, ...] | None, ...]

_FIELDS: Final = tuple(sorted(TEXTS))


class _Last(NamedTuple):
    found: Items
    reads: dict[Read, object]
    texts: _Texts
    by_texts: bool


class KeptFindings:
    """Of one report. What it gives is what asking anew gives, whichever report it was asked about before."""

    def __init__(self) -> None:
        self._last: dict[str, _Last] = {}
        self._year: CheckedYear | None = None
        self._changes: tuple[_Texts, _Texts, frozenset[Place]] | None = None
        self._fewer: tuple[CheckedYear, frozenset[Place], CheckedYear] | None = None
        self._standing: tuple[_Texts, frozenset[Place]] | None = None

    def settle(self, year: CheckedYear) -> CheckedYear:
        """The year, in which what is the same as last time is the same object: nobody compares it again."""
        if self._year is not None:
            year = settled(year, self._year)
        self._year = year
        return year

    def ask(self, check: Check, year: CheckedYear) -> Items:
        """What the check finds."""
        last = self._last.get(check.code)
        texts = _texts(year)
        if last is None or not holds(last.reads, (year,), besides=TEXTS):
            return self._anew(check, year)
        changed = self._changed(last.texts, texts) if last.by_texts else frozenset()
        if not changed:
            self._last[check.code] = last._replace(texts=texts)
            return last.found
        if not (check.by_text and self._stand_in(year, last.found, changed)):
            return self._anew(check, year)
        found, reads = observed(lambda y: tuple(check.find(y)), self._only(year, changed))
        if not all(place in changed for place, _ in found):
            return self._anew(check, year)
        rest = tuple(one for one in last.found if one[0] not in changed)
        return self._keep(check, (*rest, *found), last.reads | reads, texts)

    def _anew(self, check: Check, year: CheckedYear) -> Items:
        found, reads = observed(lambda y: tuple(check.find(y)), year)
        return self._keep(check, found, reads, _texts(year))

    def _keep(self, check: Check, found: Items, reads: dict[Read, object], texts: _Texts) -> Items:
        by_texts = any(name in TEXTS and not path for _, path, name, _ in reads)
        self._last[check.code] = _Last(found, reads, texts, by_texts)
        return found

    def _changed(self, before: _Texts, now: _Texts) -> frozenset[Place]:
        """Places whose texts are others now, or stand there no longer."""
        if all(map(_is, before, now)):
            return frozenset()
        known = self._changes
        if known is None or not (all(map(_is, known[0], before)) and all(map(_is, known[1], now))):
            known = self._changes = before, now, frozenset(_differing(before, now))
        return known[2]

    def _stand_in(self, year: CheckedYear, found: Items, changed: frozenset[Place]) -> bool:
        """Whether everything that was found stands in one of the texts, or did in what is gone."""
        texts, known = _texts(year), self._standing
        if known is None or not all(map(_is, known[0], texts)):
            known = self._standing = texts, frozenset(one.place for one in texts_of(year))
        return all(place in known[1] or place in changed for place, _ in found)

    def _only(self, year: CheckedYear, places: frozenset[Place]) -> CheckedYear:
        """As :func:`only`: many checks ask it of one year and the same places."""
        known = self._fewer
        if known is None or known[0] is not year or known[1] is not places:
            known = self._fewer = year, places, only(year, places)
        return known[2]


def _texts(year: CheckedYear) -> _Texts:
    return tuple(getattr(year, name) for name in _FIELDS)


def _differing(before: _Texts, now: _Texts) -> Iterable[Place]:
    for old, new in zip(before, now, strict=True):
        was, stands = _by_place(old or ()), _by_place(new or ())
        yield from (
            place for place in was.keys() | stands.keys() if not same(was.get(place), stands.get(place))
        )


def _by_place(texts: Iterable[Passage]) -> dict[Place, tuple[Passage, ...]]:
    places: dict[Place, list[Passage]] = {}
    for one in texts:
        places.setdefault(one.place, []).append(one)
    return {place: tuple(own) for place, own in places.items()}


def only(year: CheckedYear, places: frozenset[Place]) -> CheckedYear:
    """The year with the texts of these places alone."""
    fewer = {
        name: None if texts is None else tuple(one for one in texts if one.place in places)
        for name, texts in zip(_FIELDS, _texts(year), strict=True)
    }
    return replace(year, **fewer)  # type: ignore[arg-type]  # each is of the shape of its field


def _is(one: object, other: object) -> bool:
    return one is other
