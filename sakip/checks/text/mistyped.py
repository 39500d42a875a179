"""Checks of amounts and percentages of money that are a slip of the fingers away from what is recorded.

Whatever a sentence says of an amount: where no record knows it, and it is one of them but for a slip, it is that one.
That of a row is meant only where the sentence says a word of its name, and of the year before only the whole is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import Final

from sakip.capaian.anggaran import compute_serapan
from sakip.capaian.arithmetic import complete_total
from sakip.capaian.results import AnggaranResult, SasaranResult, Serapan, SerapanLine, walk_rows
from sakip.capaian.rounding import HUNDRED
from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import CheckedYear, Passage, Shape
from sakip.checks.text.claims import contradicted
from sakip.checks.text.partial_names import GENERAL
from sakip.checks.text.roles import BEFORE_CHANGE, LAST_YEAR, NO_BUDGET, WORDS, YEAR_BEHIND
from sakip.checks.text.subjects import Subjects, subjects_of
from sakip.text.numbers import format_persen, format_rupiah
from sakip.text.reading.figures import Figure, FigureKind, figures
from sakip.text.reading.quotients import quotients
from sakip.text.reading.sentences import sentences
from sakip.text.reading.slips import mistyped, significant, swapped
from sakip.text.reading.stems import stem
from sakip.text.reading.words import LIGHT, says_any, word_set

_MONEY: Final = ("anggaran", "serap", "pagu", "belanja", "dana", "keuangan", "porsi", "program")
_HINTS: Final = ("rp", "rupiah", "%", "persen")
#: What was before the budget changed, is wanted, offered or agreed with a supplier, comes in, or is another's is
#: recorded nowhere.
_ELSEWHERE: Final = re.compile(
    rf"\b(?:{BEFORE_CHANGE}|{NO_BUDGET}|semula|awal|pergeseran|digeser|refocusing|usul\w*|akan|"
    r"rencana(?!\s+(?:strategis|kinerja))|direncanakan|triwulan|semester|honor\w*|harga|per\s+(?:bulan|orang|unit)|"
    r"kontrak|HPS|perkiraan\s+sendiri|penawaran|negosiasi|lelang|tender|rata[- ]rata|"
    r"APBDes\w*|BUMDes\w*|koperasi|kelompok|hibah|bantuan|(?:dana|dari|setiap|tiap|per|oleh|milik)\s+desa|desa\s+masing|"
    r"kementerian|provinsi|\d+\s+kecamatan)\b|"
    r"\bdesa\s+(?-i:[A-Z])|\b(?-i:Pasar|Badan|Dinas(?!\s+(?:Operasional|Jabatan|Luar|Dalam)))\s+(?-i:[A-Z])",
    re.IGNORECASE,
)
#: Digits before the zeros that end it by which an amount is known: of what its sentence names, and of anything.
_KNOWN_OF_NAMED: Final = 4
_KNOWN_OF_ANY: Final = 6
#: Of a percentage: its digits, and its decimals, without which it may well be another.
_LEAST_DIGITS: Final = 3
_LEAST_DECIMALS: Final = 2
_HasMoney = SasaranResult | SerapanLine
_Wholes = tuple[tuple[Decimal, ...], tuple[Decimal, ...]]
#: Of more programs nobody adds up some.
_MOST_PROGRAMS: Final = 6


@check(
    "salah-ketik-anggaran",
    rule="R-sum",
    basis="Jumlah uang dan persennya ditulis seperti yang dicatat, angka demi angka.",
    example="Rp3.472.455.027, padahal pagu yang tercatat Rp3.427.455.027.",
    reads=("passages", "results", "anggaran", "belanja", "pk", "rkt"),
    kinds=("narasi", "dokumentasi"),
    level=Level.PERINGATAN,
)
def amounts_are_typed_as_recorded(year: CheckedYear) -> Found:
    """No amount or share of money differs from the recorded one by digits that changed places."""
    subjects = subjects_of(year)
    if subjects is None:
        return
    known: _Known | None = None
    for passage in year.passages or ():
        if passage.shape is Shape.ROW:
            continue
        for sentence in sentences(passage.text) if says_any(passage.text, _HINTS) else ():
            text = sentence.text
            told = [f for f in figures(text) if f.kind in (FigureKind.RUPIAH, FigureKind.PERCENT)]
            if (
                not told
                or not says_any(text, _MONEY)
                or not _of_the_year(text, subjects, year.snapshot.kecamatan.nama)
            ):
                continue
            known = known or _known(year, subjects)
            past = [f for f in told if _of_last_year(text, f, subjects.results.tahun)]
            slips = list(_slips(told, past, _named(text, passage, subjects), known, _roots(text)))
            heard = contradicted(text, passage, year) if slips else frozenset()
            heard |= {q.share.start for q in quotients(text) if not q.agrees} if slips else frozenset()
            for figure, expected in slips:
                if figure.start not in heard:
                    message = f"{figure.text} tidak tercatat; maksudnya {expected}? Perbaiki kalimat atau catatannya."
                    yield passage.place, Said(message, figure.text, expected)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What is recorded: every amount with the roots of the names that it is told of, none of the whole year's; every
    percentage; those of the whole year, and of the one before; the wholes of pagu and realisasi of which shares are
    told; the PK's amounts by their names."""

    amounts: dict[Decimal, frozenset[str]]
    before: tuple[Decimal, ...]
    percents: tuple[Decimal, ...]
    total: tuple[tuple[Decimal, ...], tuple[Decimal, ...]]
    wholes: _Wholes
    of_program: dict[str, list[Decimal]]


def _of_the_year(text: str, subjects: Subjects, own: str) -> bool:
    current = subjects.results.tahun
    years = {int(f.value or 0) for f in figures(text) if f.kind is FigureKind.YEAR}
    others = {m["name"] for m in _KECAMATAN.finditer(text)} - set(own.split())
    return not (years - {current, current - 1} or others or _ELSEWHERE.search(subjects.without_names(text)))


_KECAMATAN: Final = re.compile(r"\b(?:[Kk]ecamatan|Kec\.)\s+(?P<name>[A-Z][a-z]+)")


def _of_last_year(text: str, figure: Figure, current: int) -> bool:
    """Whether an amount is told of the year before: the year right behind it, else that which was named last, is."""
    if behind := YEAR_BEHIND.match(text, figure.end):
        return int(behind["year"]) == current - 1
    told = [(f.start, int(f.value or 0)) for f in figures(text) if f.kind is FigureKind.YEAR]
    told += [(found.start(), current - 1) for found in LAST_YEAR.finditer(text)]
    before = [one for one in told if one[0] < figure.start]
    return (max(before) if before else min(told, default=(0, current)))[1] == current - 1


def _named(text: str, passage: Passage, subjects: Subjects) -> list[_HasMoney]:
    """What has money of its own and is named, or what the whole text is about."""
    named = [s for m in subjects.mentions(text) for s in m.family]
    if not named and (about := subjects.about(passage)) is not None:
        named = [about, *subjects.beside(about)]
    return [s for s in named if isinstance(s, _HasMoney)]


def _slips(
    told: Sequence[Figure],
    past: Sequence[Figure],
    named: Sequence[_HasMoney],
    known: _Known,
    said: frozenset[str],
) -> Iterator[tuple[Figure, str]]:
    """The amounts and percentages of a sentence that were meant for others; ``said`` are the roots of its words."""
    amounts, percents = _of_named(named, known)
    any_of = [a for a, roots in known.amounts.items() if not roots or roots & said]
    for figure in told:
        if figure.value is None or figure.word:
            continue
        of_year = figure not in past  # of the year before only the whole is recorded
        if figure.kind is FigureKind.RUPIAH:
            meant = _meant(figure, amounts if of_year else known.before, any_of if of_year else (), known)
            if meant is not None:
                yield figure, format_rupiah(meant)
        else:
            share = _share_meant(figure, percents if of_year else known.total[1], known)
            if share is not None:
                yield figure, format_persen(share)


def _meant(
    figure: Figure, amounts: Iterable[Decimal], any_of: Iterable[Decimal], known: _Known
) -> Decimal | None:
    """The amount that was meant: one of what is named, else one of any."""
    value = figure.value or Decimal(0)
    if figure.decimals < 0 or value != value.to_integral_value() or value in known.amounts:
        return None
    written = str(int(value))
    named = [
        a
        for a in amounts
        if significant(a) >= _KNOWN_OF_NAMED
        and (swapped if significant(a) < _KNOWN_OF_ANY else mistyped)(written, str(int(a)))
    ]
    anything = [a for a in any_of if significant(a) >= _KNOWN_OF_ANY and mistyped(written, str(int(a)))]
    return next(iter(named or sorted(anything)), None)


def _share_meant(figure: Figure, percents: Iterable[Decimal], known: _Known) -> Decimal | None:
    if figure.decimals < _LEAST_DECIMALS or any(
        figure.agrees_with(one) for one in (*known.percents, *percents)
    ):
        return None
    step = Decimal(1).scaleb(-figure.decimals)
    written = str(int((figure.value or Decimal(0)) / step))
    for one in percents:
        meant = str(int((one / step).to_integral_value()))
        if len(meant) >= _LEAST_DIGITS and swapped(written, meant):
            return one
    return None


def _of_named(named: Sequence[_HasMoney], known: _Known) -> tuple[list[Decimal], list[Decimal]]:
    """The amounts of what a sentence names, each and together, and its percentages."""
    serapan = [s.anggaran if isinstance(s, SasaranResult) else s.serapan for s in named]
    amounts = [a for one in serapan for a in _amounts(one)]
    amounts += [
        a for s in named if isinstance(s, SerapanLine) for a in known.of_program.get(s.nama.casefold(), ())
    ]
    amounts += [sum(column, Decimal(0)) for column in zip(*map(_amounts, serapan), strict=False)]
    percents = [p for one in serapan for p in _percents(one, known.wholes)]
    return (amounts, percents) if named else (list(known.total[0]), list(known.total[1]))


def _amounts(one: Serapan) -> list[Decimal]:
    """Pagu, realisasi and what is left."""
    if one.pagu is None or one.realisasi is None:
        return [a for a in (one.pagu, one.realisasi) if a is not None]
    return [one.pagu, one.realisasi, one.pagu - one.realisasi]


def _percents(one: Serapan, wholes: _Wholes) -> Iterator[Decimal]:
    """What was spent of it and what was left, and its shares of the wholes."""
    if one.pagu and one.realisasi is not None:
        spent = one.realisasi / one.pagu * HUNDRED
        yield from (spent, HUNDRED - spent)
    for amount, of in zip((one.pagu, one.realisasi), wholes, strict=True):
        if amount:
            yield from (amount / whole * HUNDRED for whole in of)


def _known(year: CheckedYear, subjects: Subjects) -> _Known:
    anggaran, snapshot = subjects.results.anggaran, year.snapshot
    groups = [compute_serapan(row.pagu, row.realisasi) for row in snapshot.belanja]
    tops = [one for one, row in zip(groups, snapshot.belanja, strict=True) if not row.induk]
    of_belanja = compute_serapan(
        complete_total(one.pagu for one in tops), complete_total(one.realisasi for one in tops)
    )
    rows = [row.serapan for row, _ in walk_rows(anggaran.program)]
    before = [one.serapan for one in anggaran.lalu]
    money = [*_totals(anggaran, of_belanja), *rows, *before, *groups]
    money += [sasaran.anggaran for sasaran in subjects.results.sasaran]
    columns = [(one.pagu, one.realisasi) for one in (*_totals(anggaran, of_belanja), *groups)]
    wholes = tuple(tuple(dict.fromkeys(a for a in column if a)) for column in zip(*columns, strict=True))
    percents = [p for one in money for p in _percents(one, (wholes[0], wholes[1]))]
    percents += [i.capaian.nilai for s in subjects.results.sasaran for i in s.indikator if i.capaian.nilai]
    of_program: dict[str, list[Decimal]] = {}
    for row in (row for pk in snapshot.pk for row in pk.anggaran):
        of_program.setdefault(row.nama.casefold(), []).append(row.anggaran)
    of_year = [a for one in _totals(anggaran, of_belanja) for a in _amounts(one)]
    then = [amount for one in before for amount in _amounts(one)]
    then += [abs(now - was) for one in before for now, was in zip(of_year, _amounts(one), strict=False)]
    of_year += then
    of_year += [sum((row.anggaran for row in pk.anggaran), Decimal(0)) for pk in snapshot.pk]
    whole = {*of_year, *(a for one in groups for a in _amounts(one))}
    whole |= set(_sums([_amounts(row.serapan) for row in anggaran.program]))
    named = [(row.nama, a) for row, _ in walk_rows(anggaran.program) for a in _amounts(row.serapan)]
    named += [(s.uraian, a) for s in subjects.results.sasaran for a in _amounts(s.anggaran)]
    amounts: dict[Decimal, frozenset[str]] = {}
    for name, amount in (*named, *_elsewhere(year)):
        amounts[amount] = amounts.get(amount, frozenset()) | _roots(name)
    amounts |= dict.fromkeys(whole, frozenset())
    spent = [p for one in (*_totals(anggaran, of_belanja), *before) for p in _percents(one, ((), ()))]
    return _Known(
        amounts=amounts,
        before=tuple(then),
        percents=tuple(percents),
        total=(tuple(of_year), tuple(spent)),
        wholes=(wholes[0], wholes[1]),
        of_program=of_program,
    )


def _totals(anggaran: AnggaranResult, of_belanja: Serapan) -> list[Serapan]:
    """The whole year: of its programs, and of its groups of belanja, which may be more."""
    return [anggaran.total, of_belanja]


def _roots(text: str) -> frozenset[str]:
    """The roots of the words by which one row of the budget is told from another."""
    return frozenset(stem(word) for word in WORDS.findall(text) if word.casefold() not in _NO_NAME) - GENERAL


_NO_NAME: Final = LIGHT | word_set("kantor anggaran belanja dinas daerah perangkat")


def _elsewhere(year: CheckedYear) -> Iterator[tuple[str, Decimal]]:
    """What the rows have in any version, and what the PK and the RKT say of them, with their names."""
    snapshot = year.snapshot
    for row in snapshot.anggaran:
        name = row.nama_sub_kegiatan or row.nama_kegiatan or row.nama_program
        yield from ((name, a) for a in (row.pagu_murni, row.pagu_perubahan, row.realisasi) if a)
    yield from ((row.nama, row.anggaran) for pk in snapshot.pk for row in pk.anggaran)
    for line in snapshot.rkt.baris if snapshot.rkt else ():
        if line.anggaran:
            yield line.nama_sub_kegiatan or line.nama_kegiatan or line.nama_program, line.anggaran


def _sums(columns: Sequence[Sequence[Decimal]]) -> Iterator[Decimal]:
    """What some of the programs come to."""
    if len(columns) <= _MOST_PROGRAMS:
        for size in range(2, len(columns)):
            for some in combinations(columns, size):
                yield from (sum(column, Decimal(0)) for column in zip(*some, strict=False))
