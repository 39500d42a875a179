"""What sentences say of numbers: this is the target, the realisasi, the capaian, the pagu of that, in that year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sakip.capaian.results import IndikatorResult, SerapanLine
from sakip.checks.material import Passage, Shape
from sakip.checks.text.anaphora import told_sentences
from sakip.checks.text.claim import Claim, sure_of_belanja
from sakip.checks.text.comparing import MOVE, compared
from sakip.checks.text.fitting import (
    HAD,
    LAST_WORDS,
    OF_AMOUNTS,
    OF_THE_YEAR,
    OVER,
    ROWS,
    SPENT,
    TARGET_BEHIND,
    fitting_of,
    in_scope,
    may_measure,
    measures,
)
from sakip.checks.text.in_turn import IN_TURN, told_in_turn, values_in_turn
from sakip.checks.text.partial_names import Measured
from sakip.checks.text.recorded import PLANS, Role
from sakip.checks.text.roles import (
    ABOUT,
    ABOUT_WORDS,
    AGAINST_PLAN,
    AGAINST_YEAR,
    APART,
    AREA_NAME,
    BOUND,
    CLAUSE,
    COMPARED_WITH,
    DIFFERENCES,
    DONE,
    FILLER,
    FOR,
    FROM,
    GRANTED,
    IS,
    IS_BEHIND,
    LAST_YEAR,
    LEADING,
    MEAN,
    MEAN_OF,
    MOVED,
    MOVED_ON,
    NEXT_YEAR,
    OF_ALL_SPENT,
    OF_BUDGET,
    OF_BUDGET_YEAR,
    OF_MONEY,
    OF_PK,
    OF_PLAN,
    OF_TARGET,
    OR_SHARE,
    OTHERWISE,
    OUT_OF,
    OUT_OF_TARGET,
    PART,
    PARTS_OF,
    PASSIVE,
    RANGE,
    REACHED_BEHIND,
    RETURNED,
    ROLE_BEHIND,
    ROLE_OF,
    ROLES,
    SAVED,
    SHARE_OF,
    SHARE_OF_PLAN,
    THIS_YEAR,
    TO,
    TO_TARGET,
    TOGETHER,
    WHOLE,
    WORDS,
    YEAR_BEHIND,
    YEARS_LISTED,
)
from sakip.checks.text.scopes import Scope, scopes_of
from sakip.checks.text.subjects import Subjects, name_of
from sakip.text.reading.figures import Figure, FigureKind, figures
from sakip.text.reading.stems import stem
from sakip.text.reading.words import LIGHT, says_any


def sentence_claims(text: str, passage: Passage, subjects: Subjects) -> Iterator[Claim]:
    """The claims of a text of a passage that name clearly enough what they are about."""
    for sentence, told in told_sentences(text, passage, subjects):
        if any(figure.kind is not FigureKind.YEAR for figure in figures(sentence.text)):
            in_turn = list(_claims_in_turn(sentence.text, told, subjects))
            yield from in_turn or sure_of_belanja(
                list(_Reader(sentence.text, told, subjects).claims()), sentence.text, subjects
            )


def _claims_in_turn(text: str, passage: Passage, subjects: Subjects) -> Iterator[Claim]:
    """The values that a sentence gives in turn to several years or roles of one indikator."""
    if not says_any(text, IN_TURN):
        return
    bare = subjects.without_names(text)
    listed = values_in_turn(bare)
    family = subjects.told(text) or (
        (about, *subjects.beside(about)) if (about := subjects.about(passage)) else ()
    )
    one = next((s for s in family if isinstance(s, IndikatorResult)), None)
    if (
        one is None
        or subjects.names_shared(text)
        or any(s is not Scope.OWN for s in scopes_of(text, bare, listed))
    ):
        return
    current = subjects.results.tahun
    for role, tahun, figure in told_in_turn(bare, listed, current):
        yield Claim(role=role, figure=figure, subject=one, tahun=tahun)


class _Reader:
    """One sentence, with what it names and the numbers that stand in it."""

    def __init__(self, text: str, passage: Passage, subjects: Subjects) -> None:
        self.text, self.passage, self.subjects = text, passage, subjects
        self.mentions = subjects.mentions(text)
        self.bare = subjects.without_names(text)  # as long as the text itself
        inside = [(m.start, m.end) for m in self.mentions]
        self.figures = [f for f in figures(text) if not any(a <= f.start < b for a, b in inside)]
        for figure in self.figures:
            if not may_measure(figure):  # "capaian 4 (empat) indikator mencapai"
                self.bare = (
                    f"{self.bare[: figure.start]}{' ' * (figure.end - figure.start)}{self.bare[figure.end :]}"
                )
        self.values = [f for f in self.figures if f.kind is not FigureKind.YEAR and may_measure(f)]

    def claims(self) -> Iterator[Claim]:
        before: list[Claim] = []
        moved = {one.figure.start: one for one in self._moved()}
        begin = 0
        self.strange = False
        for figure, scope in zip(self.values, scopes_of(self.text, self.bare, self.values), strict=True):
            claim = None
            if scope is Scope.OWN:
                claim = moved.get(figure.start)
            if scope is not Scope.NONE and not self._bounded(begin, figure):
                claim = claim or self._claim(figure, begin, scope, before)
                claim = claim or self._going_on(figure, begin, before)
            self.strange = self.strange or (
                claim is None and ROLES.search(self.text, begin, figure.start) is not None
            )
            begin = figure.end
            if claim is not None and claim.figure.value is not None:
                before.append(claim)
                yield claim

    def _bounded(self, begin: int, figure: Figure) -> bool:
        """Whether the number is a bound, or an end of a range, of which nothing is said."""
        return bool(
            BOUND.search(self.bare, begin, figure.start) or RANGE.match(self.text, figure.end)
        ) or bool(begin and RANGE.match(self.text, begin))

    def _claim(self, figure: Figure, begin: int, scope: Scope, before: Sequence[Claim]) -> Claim | None:
        span = self._role_before(begin, figure)
        if figure.unit in DIFFERENCES and span is None and MOVE.search(self.text, begin, figure.start):
            span = Role.CHANGE, begin
        if span is None and (compared_with := COMPARED_WITH.search(self.bare, begin, figure.start)):
            span = Role.REACHED, compared_with.start()
        if span is None:
            return None
        role, start = span
        if role is Role.CAPAIAN and figure.kind is FigureKind.NUMBER:
            role = Role.REACHED  # "capaian kepuasan masyarakat sebesar 85"
        since = (
            start if role is Role.DIFFERENCE else begin
        )  # "lebih baik dari tahun 2022, namun terpaut 15 poin"
        if figure.unit in DIFFERENCES and (
            MOVE.search(self.bare, since, figure.start) or MOVED.search(self.bare, since, figure.start)
        ):
            role = Role.CHANGE
        if role is Role.DIFFERENCE and TO_TARGET.search(self.bare, start, figure.end + TARGET_BEHIND):
            role = Role.GAP
        if role in (Role.CAPAIAN, Role.REACHED) and (
            AGAINST_PLAN.search(self.bare, 0, figure.start) or SHARE_OF_PLAN.match(self.bare, figure.end)
        ):
            return None
        if figure.kind is FigureKind.RUPIAH:
            if SAVED.search(self.bare, begin, figure.start) or (
                role is Role.REACHED and not self.mentions and not OF_BUDGET.search(self.bare)
            ):
                return None
            role = self._of_amount(role, start, figure)
        elif role is Role.REALISASI and not self.mentions and not self.passage.about:
            # "Anggaran Kecamatan Jombang tahun 2023 terealisasi 94,50%"
            role = Role.SERAPAN if OF_MONEY.search(self.bare, 0, start) else role
        elif role is Role.CAPAIAN and not self.mentions and not self.passage.about and MEAN.search(self.text):
            role = Role.MEAN
        scoped = in_scope(role, scope)
        if scoped is None:
            return None
        role = scoped
        family, clear = self._subject(role, begin, start, figure, before)
        tahun = self._year(begin, start, figure)
        if role in PLANS:
            years = {int(f.value or 0) for f in self.figures if f.kind is FigureKind.YEAR}
            tahun = years.pop() if len(years) == 1 else None
        elif role is Role.PROGRESS:
            tahun = self.subjects.results.tahun
        elif tahun is None:
            return None
        if not clear or not measures(figure, family[0] if family else None):
            return None
        return Claim(
            role=role,
            figure=figure,
            subject=family[0] if family else None,
            others=family[1:],
            tahun=tahun,
            named=any(m.start >= begin and m.end <= figure.start for m in self.mentions)
            or self._after_the_whole(role, before),
            belanja="belanja" in self.text[: figure.end].casefold(),
            about=bool(ABOUT.search(self.bare, 0, figure.start)),
            of_pk=bool(OF_PK.search(self.bare)),
        )

    def _of_amount(self, role: Role, start: int, figure: Figure) -> Role:
        """What the word says of an amount: a program is given a pagu, and what was spent is told behind it."""
        if role is Role.REACHED and GRANTED.search(self.text, start, figure.start):
            return Role.MONEY
        behind = ROLE_BEHIND.match(self.bare, figure.end) if role is Role.PAGU else None
        if behind and behind["spent"] and not self._another(behind.end()):
            return Role.SPENT
        return OF_AMOUNTS.get(role, role)

    def _another(self, at: int) -> bool:
        """Whether another number follows, of which the word before it is told: "pagu Rp9.230.400 terserap 96,23%"."""
        following = next((f for f in self.values if f.start >= at), None)
        return following is not None and not APART.search(self.text, at, following.start)

    def _after_the_whole(self, role: Role, before: Sequence[Claim]) -> bool:
        """Whether what was spent follows what the whole year had, and so is of the whole."""
        total = self.subjects.results.anggaran.total.pagu
        return role is Role.SPENT and any(
            c.role is Role.PAGU and c.subject is None and c.figure.value == total for c in before
        )

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
            spent = next((c for c in before if c.role not in HAD and c.subject is last.subject), None)
            if spent is None or OF_ALL_SPENT.match(self.bare, figure.end):
                return None
            return replace(spent, role=Role.SERAPAN, figure=figure, share=spent)
        if figure.kind is FigureKind.RUPIAH and last.role in SPENT and OUT_OF.match(between):
            return replace(last, role=Role.PAGU, figure=figure)
        if figure.kind is FigureKind.RUPIAH and last.role is Role.SERAPAN and OR_SHARE.match(between):
            return replace(last, role=Role.SPENT, figure=figure)
        if figure.kind is FigureKind.PERCENT and last.role is Role.REALISASI and OR_SHARE.match(between):
            of_target = OF_TARGET.match(self.bare, figure.end)
            return replace(last, role=Role.CAPAIAN, figure=figure) if of_target else None
        behind = YEAR_BEHIND.match(self.text, figure.end)
        if behind and figure.kind is last.figure.kind and YEARS_LISTED.match(between):
            return replace(last, figure=figure, tahun=int(behind["year"]), share=None)
        out_of = last.role is Role.TARGET and OUT_OF_TARGET.search(self.bare, 0, last.figure.start)
        if out_of and figure.kind is last.figure.kind and DONE.match(between):
            return replace(last, role=Role.REALISASI, figure=figure)
        following = NEXT_YEAR.match(between)
        if following and figure.kind is last.figure.kind and measures(figure, last.subject):
            return replace(last, figure=figure, tahun=int(following["year"]), share=None)
        return None

    def _moved(self) -> Iterator[Claim]:
        """The two values between which an indikator is said to have moved."""
        tahun = self.subjects.results.tahun
        for old, new in pairwise(self.values):
            between = self.bare[old.end : new.start]
            neutral = MOVED_ON.search(self.text, 0, old.start)  # "bergerak dari 80 menjadi 85"
            inside = MOVE.search(self.text, old.end, new.start)  # "dari 80 naik menjadi 85"
            if "target" in self.text[: old.start].rpartition(",")[2].casefold():
                continue  # "sebab target berubah dari 85 menjadi 100"
            if inside:
                between = self.bare[old.end : inside.start()] + self.bare[inside.end() : new.start]
            if not (FROM.search(self.bare, 0, old.start) and TO.match(between)):
                continue
            word = inside or next(
                (w for w in reversed(list(MOVE.finditer(self.text, 0, old.start)))), neutral
            )
            one = compared(self.text, word, self.passage, self.subjects) if word else None
            if one is not None and all(measures(f, one) for f in (old, new)):
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
            of_year = role is Role.PAGU and OF_BUDGET_YEAR.search(self.text, 0, word.start())
            if of_year and figure.kind is not FigureKind.RUPIAH:
                continue
            if word.lastgroup == "average" and not MEAN_OF.search(self.text, 0, word.start()):
                break
            # "capaian IKM mencapai 95%", "proporsi anggaran 67,74%"
            if best is None or best[0] is Role.REACHED or role in OVER:
                best = (role, word.start())
        return best or self._role_of_name(begin, figure) or self._role_behind(begin, figure)

    def _role_behind(self, begin: int, figure: Figure) -> tuple[Role, int] | None:
        """What is said right behind an amount: "Rp4.852.505.618 dialokasikan bagi Kecamatan Umbulsari"."""
        if ROLES.search(self.text, begin, figure.start):
            return None
        reached = figure.kind is not FigureKind.RUPIAH and REACHED_BEHIND.match(self.bare, figure.end)
        if reached and self._leads(begin, figure.start, LEADING):
            return Role.REACHED, figure.start  # "namun hanya 95% yang dapat dicapai"
        if figure.kind is FigureKind.PERCENT and self._share_of_what_is_done(begin, figure):
            return Role.VALUE, figure.start
        if figure.kind is not FigureKind.RUPIAH:
            return None
        if found := ROLE_BEHIND.match(self.bare, figure.end):
            return (Role.PAGU if found["pagu"] else Role.SPENT), figure.start
        behind = IS_BEHIND.match(self.text, figure.end)
        if behind and any(
            m.start == behind.end() and isinstance(m.subject, SerapanLine) for m in self.mentions
        ):
            return Role.MONEY, figure.start
        return None

    def _share_of_what_is_done(self, begin: int, figure: Figure) -> bool:
        """Whether the share is of what an indikator measures, and the verb is its own: "95% laporan pelanggaran
        ketertiban umum diselesaikan" is the penyelesaian."""
        if not self._leads(begin, figure.start, LIGHT):
            return False
        one = next((m for m in self.mentions if 0 <= m.start - figure.end <= 1), None)
        indikator = next((s for s in one.family if isinstance(s, IndikatorResult)), None) if one else None
        if one is None or indikator is None:
            return False
        missing = {stem(w) for w in WORDS.findall(indikator.nama)} - {
            stem(w) for w in WORDS.findall(self.text[one.start : one.end])
        }
        verbs = WORDS.findall(self.text[one.start :])[-LAST_WORDS:] if one else []
        done = [
            w for w in (*verbs, *WORDS.findall(self.text[one.end :])[:LAST_WORDS]) if PASSIVE.fullmatch(w)
        ]
        return any(stem(w) in missing for w in done) or bool(
            PASSIVE.fullmatch(WORDS.findall(self.text[one.start : one.end])[-1])
        )

    def _role_of_name(self, begin: int, figure: Figure) -> tuple[Role, int] | None:
        """A name that leads to a number by itself: a program to what it may spend or spent, an indikator ("Nilai IKM
        tahun 2023 sebesar 85") to any of its values."""
        last = next((m for m in reversed(self.mentions) if begin <= m.start and m.end <= figure.start), None)
        if last is None or not self._leads(last.end, figure.start, FILLER):
            return None
        if figure.kind is FigureKind.RUPIAH:
            # "Sisa anggaran tahun 2021 berasal dari Program …, yakni Rp253.833.500"
            clause = max([begin, *(w.end() for w in CLAUSE.finditer(self.text, begin, last.start))])
            said = {ROLE_OF[w.lastgroup or ""] for w in ROLES.finditer(self.text, clause, last.start)}
            left = {Role.LEFT, Role.DIFFERENCE, Role.SHARE} & said
            return (next(iter(left)) if len(left) == 1 else Role.MONEY), last.start
        between = self.text[last.end : figure.start]
        listed = not between.strip() and OF_MONEY.search(self.text)  # "serapan: penunjang 92%, trantib 99%"
        if any(isinstance(s, IndikatorResult) for s in last.family) and IS.search(between) and not listed:
            return Role.VALUE, last.start
        return None

    def _leads(self, start: int, end: int, words: frozenset[str]) -> bool:
        rest = ROLES.sub(" ", AREA_NAME.sub(" ", ABOUT_WORDS.sub(" ", self.bare[start:end])))
        return all(word.casefold() in words or PASSIVE.fullmatch(word) for word in WORDS.findall(rest))

    def _subject(
        self, role: Role, begin: int, start: int, figure: Figure, before: Sequence[Claim]
    ) -> tuple[tuple[Measured, ...], bool]:
        """What the claim is about, in all that its name may mean, and whether that is clear. Nothing is the year as a
        whole."""
        if self.subjects.names_shared(self.text):
            return (), False
        named = [m for m in self.mentions if not SHARE_OF.search(self.text, 0, m.start)]
        inside = [m for m in named if m.start >= start and m.end <= figure.start]
        beside = [m for m in named if m.start >= begin and m.end <= figure.start]
        told = inside or beside
        if not inside and role in SPENT and TOGETHER.search(self.text, start, figure.start):
            return (), self._of_the_whole(role, start, figure)
        if any(PARTS_OF.search(self.text, 0, m.start) for m in told):
            return (), False
        if (
            not told
            and before
            and before[-1].subject is not None
            and any(m.start < before[-1].figure.start for m in self.mentions)
        ):
            last = (before[-1].subject, *before[-1].others)
            return fitting_of(role, [last])
        told = told or [m for m in named if m.end <= figure.start]
        if not told and (figure.kind is not FigureKind.RUPIAH or start == figure.start):
            told = [m for m in named if not OTHERWISE.search(self.text, figure.end, m.start)]
            if not told and named:
                return (), False
        if told:
            return fitting_of(role, [m.family for m in told])
        about = self.subjects.about(self.passage)
        if about is not None:
            if role in OF_THE_YEAR and self._of_a_part(figure):
                return (), False
            # What was reached may be another thing's: it is the indikator's where nothing else stands before it.
            own = role not in (Role.REACHED, Role.DIFFERENCE, Role.GAP, Role.CHANGE) or self._leads(
                0, figure.start, LEADING | {word.casefold() for word in WORDS.findall(name_of(about))}
            )
            family, fits = fitting_of(role, [(about, *self.subjects.beside(about))])
            return family, own and fits and not self.strange
        return (), role is Role.MEAN or (role in OF_THE_YEAR and self._of_the_whole(role, start, figure))

    def _of_a_part(self, figure: Figure) -> bool:
        """Whether the money that is told is of something in the year: named before it, or behind it as its purpose."""
        if any(f.unit in ROWS for f in self.figures):
            return True  # "tiga program terserap 100%"
        purpose = FOR.match(self.bare, figure.end)
        return bool(PART.search(self.bare, 0, figure.start) or (purpose and PART.search(purpose[0])))

    def _of_the_whole(self, role: Role, start: int, figure: Figure) -> bool:
        """Whether the money that is told is that of the year."""
        of_row = (
            role is Role.LEFT and self.passage.shape is Shape.RECORD
        )  # what is left of the row it is told of
        if of_row or self._of_a_part(figure):
            return False
        if WHOLE.search(self.bare) or self.subjects.names_own(self.text):
            return True
        # "Sisa anggaran sebesar Rp12.345.678 disetor ke kas daerah" is of cash.
        cash = role is Role.LEFT and RETURNED.match(self.bare, figure.end)
        return not cash and self._leads(0, start, LEADING)

    def _year(self, begin: int, start: int, figure: Figure) -> int | None:
        """The year of the claim: that which its phrase names, else the only one of its sentence; None where several
        are."""
        text, current = self.text, self.subjects.results.tahun
        years = [(f, int(f.value or 0)) for f in self.figures if f.kind is FigureKind.YEAR]
        inside = {y for f, y in years if f.start >= start and f.end <= figure.start}
        if LAST_YEAR.search(text, start, figure.start):
            inside.add(current - 1)
        if THIS_YEAR.search(text, start, figure.start):
            inside.add(current)
        own = {
            y
            for f, y in years
            if f.end < figure.start
            or not (
                AGAINST_YEAR.search(text, figure.end, f.start) or OF_PLAN.search(text, figure.end, f.start)
            )
        }
        told = inside or own | ({current - 1} if LAST_YEAR.search(text) else set())
        behind = YEAR_BEHIND.match(text, figure.end)
        if not inside and behind:
            return int(behind["year"])
        beside = {y for f, y in years if f.start >= begin and f.end <= figure.start}
        if not inside and len(beside) == 1:
            return beside.pop()
        if not inside and LAST_YEAR.search(text):
            return None
        return next(iter(told)) if len(told) == 1 else None if told else current
