"""What sentences say of numbers: this is the target, the realisasi, the capaian, the pagu of that, in that year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from sakip.capaian.results import IndikatorResult, SasaranResult, SerapanLine
from sakip.checks.material import Passage
from sakip.checks.text.comparing import MOVE, compared
from sakip.checks.text.recorded import Role
from sakip.checks.text.roles import (
    DIFFERENCES,
    ELSEWHERE,
    FILLER,
    FOLLOWING,
    FOR,
    FROM,
    IS,
    LAST_YEAR,
    LEADING,
    MEAN_OF,
    NEXT_YEAR,
    OF_MONEY,
    OF_TARGET,
    OR_SHARE,
    OUT_OF,
    PART,
    ROLE_OF,
    ROLES,
    SOURCE,
    THIS_YEAR,
    TO,
    WHOLE,
    WORDS,
)
from sakip.checks.text.subjects import Measured, Subjects
from sakip.text.reading.figures import Figure, FigureKind, figures
from sakip.text.reading.sentences import sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A number that a sentence gives to a subject in a role and a year; ``subject`` is None for the year as a whole.

    ``named`` holds where its own phrase names the subject; else another amount may be of something that the text names.
    ``share`` is of the amount that it follows ("Rp3.239.088.691 atau 94,50%"), None where it follows none.
    """

    role: Role
    figure: Figure
    subject: Measured | None
    tahun: int
    named: bool = True
    belanja: bool = False
    share: Claim | None = None


def sentence_claims(text: str, passage: Passage, subjects: Subjects) -> Iterator[Claim]:
    """The claims of a text of a passage that name clearly enough what they are about."""
    for sentence in sentences(text):
        if any(figure.kind is not FigureKind.YEAR for figure in figures(sentence.text)):
            yield from _Reader(sentence.text, passage, subjects).claims()


class _Reader:
    """One sentence, with what it names and the numbers that stand in it."""

    def __init__(self, text: str, passage: Passage, subjects: Subjects) -> None:
        self.text, self.passage, self.subjects = text, passage, subjects
        self.mentions = subjects.mentions(text)
        self.bare = subjects.without_names(text)  # as long as the text itself
        inside = [(m.start, m.end) for m in self.mentions]
        self.figures = [f for f in figures(text) if not any(a <= f.start < b for a, b in inside)]

    def claims(self) -> Iterator[Claim]:
        if ELSEWHERE.search(SOURCE.sub(" ", self.bare)):
            return
        before: list[Claim] = []
        moved = {one.figure.start: one for one in self._moved()}
        begin = 0
        for figure in self.figures:
            if figure.kind is FigureKind.YEAR:
                continue
            claim = (
                moved.get(figure.start) or self._claim(figure, begin) or self._going_on(figure, begin, before)
            )
            begin = figure.end
            if claim is not None and claim.figure.value is not None:
                before.append(claim)
                yield claim

    def _claim(self, figure: Figure, begin: int) -> Claim | None:
        span = self._role_before(begin, figure)
        if span is None:
            return None
        role, start = span
        if figure.kind is FigureKind.RUPIAH and role in (Role.REALISASI, Role.REACHED):
            role = Role.SPENT
        elif role is Role.REALISASI and not self.mentions and not self.passage.about:
            # "Anggaran Kecamatan Jombang tahun 2023 terealisasi 94,50%"
            role = Role.SERAPAN if OF_MONEY.search(self.bare, 0, start) else role
        subject, clear = self._subject(role, start, figure)
        tahun = self._year(start, figure)
        if not clear or tahun is None or not _measures(figure, subject):
            return None
        named = any(m.start >= start and m.end <= figure.start for m in self.mentions)
        belanja = "belanja" in self.text[: figure.end].casefold()
        return Claim(role=role, figure=figure, subject=subject, tahun=tahun, named=named, belanja=belanja)

    def _going_on(self, figure: Figure, begin: int, before: Sequence[Claim]) -> Claim | None:
        """What a number without a role of its own goes on to say: the share of an amount, another year's value."""
        between = self.bare[begin : figure.start]
        last = before[-1] if before and before[-1].figure.end == begin else None
        if last is None:
            return None
        if (
            figure.kind is FigureKind.PERCENT
            and last.figure.kind is FigureKind.RUPIAH
            and OR_SHARE.match(between)
        ):
            spent = next((c for c in before if c.role is not Role.PAGU and c.subject is last.subject), None)
            if spent is None:
                return None
            return Claim(
                role=Role.SERAPAN, figure=figure, subject=spent.subject, tahun=spent.tahun, share=spent
            )
        if figure.kind is FigureKind.RUPIAH and last.role is Role.SPENT and OUT_OF.match(between):
            return replace(last, role=Role.PAGU, figure=figure)
        if figure.kind is FigureKind.PERCENT and last.role is Role.REALISASI and OR_SHARE.match(between):
            of_target = OF_TARGET.match(self.bare, figure.end)
            return replace(last, role=Role.CAPAIAN, figure=figure) if of_target else None
        following = NEXT_YEAR.match(between)
        if following and figure.kind is last.figure.kind and _measures(figure, last.subject):
            return Claim(role=last.role, figure=figure, subject=last.subject, tahun=int(following["year"]))
        return None

    def _moved(self) -> Iterator[Claim]:
        """The two values between which an indikator is said to have moved."""
        tahun = self.subjects.results.tahun
        values = [f for f in self.figures if f.kind is not FigureKind.YEAR]
        for old, new in pairwise(values):
            between = self.bare[old.end : new.start]
            inside = MOVE.search(self.text, old.end, new.start)  # "dari 80 naik menjadi 85"
            if inside:
                between = self.bare[old.end : inside.start()] + self.bare[inside.end() : new.start]
            if not (FROM.search(self.bare, 0, old.start) and TO.match(between)):
                continue
            word = inside or next((w for w in reversed(list(MOVE.finditer(self.text, 0, old.start)))), None)
            one = compared(self.text, word, self.passage, self.subjects) if word else None
            if one is not None and all(_measures(f, one) for f in (old, new)):
                yield Claim(role=Role.REACHED, figure=old, subject=one, tahun=tahun - 1)
                yield Claim(role=Role.REACHED, figure=new, subject=one, tahun=tahun)

    def _role_before(self, begin: int, figure: Figure) -> tuple[Role, int] | None:
        """What the figure is said to be, and where its phrase begins: the word before it from which only names, years
        and words without weight lead to it. A program that leads to an amount by itself is a pagu or what was spent."""
        best = None
        for word in reversed(list(ROLES.finditer(self.text, begin, figure.start))):
            if not self._leads(word.end(), figure.start, FILLER):
                break
            role = ROLE_OF[word.lastgroup or ""]
            if word.lastgroup == "average" and not MEAN_OF.search(self.text, 0, word.start()):
                break
            if best is None or best[0] is Role.REACHED:  # "capaian IKM mencapai 95%"
                best = (role, word.start())
        return best or self._role_of_name(begin, figure)

    def _role_of_name(self, begin: int, figure: Figure) -> tuple[Role, int] | None:
        """A name that leads to a number by itself: a program to what it may spend or spent, an indikator ("Nilai IKM
        tahun 2023 sebesar 85") to any of its values."""
        last = next((m for m in reversed(self.mentions) if begin <= m.start and m.end <= figure.start), None)
        if last is None or not self._leads(last.end, figure.start, FILLER):
            return None
        if isinstance(last.subject, SerapanLine) and figure.kind is FigureKind.RUPIAH:
            return Role.MONEY, last.start
        if isinstance(last.subject, IndikatorResult) and IS.search(self.text, last.end, figure.start):
            return Role.VALUE, last.start
        return None

    def _leads(self, start: int, end: int, words: frozenset[str]) -> bool:
        rest = ROLES.sub(" ", self.bare[start:end])
        return all(word.casefold() in words for word in WORDS.findall(rest))

    def _subject(self, role: Role, start: int, figure: Figure) -> tuple[Measured | None, bool]:
        """What the claim is about, and whether that is clear. None is the year as a whole."""
        inside = [m.subject for m in self.mentions if m.start >= start and m.end <= figure.start]
        named = inside or [m.subject for m in self.mentions]
        if named:
            one = named[0]
            return one, all(other is one for other in named) and _fits(role, one)
        if self.subjects.names_shared(self.text):
            return None, False
        about = self.subjects.about(self.passage)
        if about is not None:
            if role in _OF_YEAR and self._of_a_part(figure):
                return None, False
            # What was reached may be another thing's: it is the indikator's where nothing else stands before it.
            own = role is not Role.REACHED or self._leads(0, figure.start, LEADING)
            return about, own and _fits(role, about)
        return None, role is Role.MEAN or (role in _OF_YEAR and self._of_the_whole(start, figure))

    def _of_a_part(self, figure: Figure) -> bool:
        """Whether the money that is told is of something in the year: named before it, or behind it as its purpose."""
        purpose = FOR.match(self.bare, figure.end)
        return bool(PART.search(self.bare, 0, figure.start) or (purpose and PART.search(purpose[0])))

    def _of_the_whole(self, start: int, figure: Figure) -> bool:
        """Whether the money that is told is that of the year."""
        if self._of_a_part(figure):
            return False
        return (
            bool(WHOLE.search(self.bare))
            or self.subjects.names_own(self.text)
            or self._leads(0, start, LEADING)
        )

    def _year(self, start: int, figure: Figure) -> int | None:
        """The year of the claim: that which its phrase names, else the only one of its sentence; None where several
        are."""
        text, current = self.text, self.subjects.results.tahun
        years = [(f, int(f.value or 0)) for f in self.figures if f.kind is FigureKind.YEAR]
        inside = {y for f, y in years if f.start >= start and f.end <= figure.start}
        if LAST_YEAR.search(text, start, figure.start):
            inside.add(current - 1)
        if THIS_YEAR.search(text, start, figure.start):
            inside.add(current)
        told = inside or {y for _, y in years} | ({current - 1} if LAST_YEAR.search(text) else set())
        if not inside and LAST_YEAR.search(text):
            return None
        return next(iter(told)) if len(told) == 1 else None if told else current


_OF_YEAR: Final = (Role.PAGU, Role.SPENT, Role.SERAPAN)


def _fits(role: Role, subject: Measured) -> bool:
    match subject:
        case IndikatorResult():
            return role in (Role.TARGET, Role.REALISASI, Role.CAPAIAN, Role.REACHED, Role.VALUE)
        case SasaranResult():
            return role in (Role.MEAN, Role.CAPAIAN, Role.PAGU, Role.SPENT, Role.SERAPAN)
        case SerapanLine():
            return role in (Role.PAGU, Role.SPENT, Role.SERAPAN, Role.REALISASI, Role.MONEY)


def _measures(figure: Figure, subject: Measured | None) -> bool:
    """Whether the figure can be a value: not a number of other things, nor a difference in points."""
    if figure.unit in DIFFERENCES:
        return False
    if figure.kind is not FigureKind.NUMBER or not figure.unit:
        return True
    own = subject.satuan.casefold().split() if isinstance(subject, IndikatorResult) else []
    return figure.unit in FOLLOWING or figure.unit in own
