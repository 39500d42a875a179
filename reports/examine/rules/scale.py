"""Rules of the scale that a paper prints, and of the predikat it gives by it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Final

from reports.examine.base import Flaw, Material, Seen, paper_rule, seen_row
from reports.examine.cells import decimal_of, read_value
from reports.examine.facts import measured_rows
from reports.examine.rules.measures import MEAN
from reports.papers.headed import HeadedTable
from reports.papers.paper import Row
from reports.papers.roles import Role
from sakip.checks import Level

_NUMBERS: Final = re.compile(r"\d{1,3}(?:[.,]\d+)?")
_OVER: Final = re.compile(r"lebih\s+(?:besar\s+)?(?:dari|daripada)|di\s*atas|^[>➤≥]|≥", re.IGNORECASE)
_UNDER: Final = re.compile(r"kurang\s+dari|di\s*bawah|^[<≤]", re.IGNORECASE)
_LABEL: Final = re.compile(
    r"(?:sangat\s+|cukup\s+|kurang\s+|tidak\s+)?"
    r"(?:memuaskan|baik|tinggi|rendah|sedang|cukup|kurang|berhasil|buruk|memadai|istimewa)(?:\s*\([^)]*\))?",
    re.IGNORECASE,
)
_LEAST_ROWS: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of the printed scale: its label, from where to where (None: without end); ``after`` holds where its lower
    bound belongs to the step below."""

    label: str
    low: Decimal | None
    high: Decimal | None
    after: bool
    row: Row

    @property
    def name(self) -> str:
        """Its label as sentences have it, in small letters."""
        return " ".join(self.label.casefold().split("(")[0].split())

    def holds(self, value: Decimal) -> bool:
        """Whether a value is of it."""
        if self.low is not None and (value <= self.low if self.after else value < self.low):
            return False
        return self.high is None or value <= self.high


def printed_scale(material: Material) -> tuple[Step, ...]:
    """The steps of the first table that is a scale, the highest first; nothing where the paper prints none."""
    for table in material.tables:
        steps = tuple(step for row in table.rows if (step := _step(table, row)) is not None)
        if len(steps) >= _LEAST_ROWS and len(steps) >= len(table.rows) - 1:
            return steps if (steps[0].low or 0) >= (steps[-1].low or 0) else steps[::-1]
    return ()


def _step(table: HeadedTable, row: Row) -> Step | None:
    labels = [cell for cell in row.filled if _LABEL.fullmatch(cell.strip(" .:"))]
    ranges = [
        cell for cell in row.filled if _NUMBERS.search(cell) and not re.fullmatch(r"\d{1,2}\.?", cell.strip())
    ]
    if len(labels) != 1 or len(ranges) not in (1, 2) or len(row.filled) > 5:
        return None
    text = ranges[0].strip()
    bounds = _bounds(text)
    over, under = bool(_OVER.search(text)), bool(_UNDER.search(text))
    if len(bounds) == 2:
        step = Step(label=labels[0], low=bounds[0], high=bounds[1], after=over, row=row)
    elif len(bounds) == 1 and over:
        step = Step(label=labels[0], low=bounds[0], high=None, after=True, row=row)
    elif len(bounds) == 1 and under:
        step = Step(label=labels[0], low=None, high=bounds[0], after=False, row=row)
    else:
        return None
    if len(ranges) == 1:
        return step
    # Beside "76% s.d. 100%" a column says exactly from where: "> 75,00".
    exact = _bounds(ranges[1])
    return replace(step, low=exact[0], after=">" in ranges[1]) if len(exact) == 1 else None


def _bounds(text: str) -> list[Decimal]:
    """The numbers of a range, the lower one first."""
    return sorted(one for found in _NUMBERS.findall(text) if (one := decimal_of(found)) is not None)


@paper_rule(
    "berkas-skala-bersambung",
    rule="R-scale",
    basis="Rentang skala bersambung tanpa celah, tanpa tumpang tindih, dan bernomor urut.",
    example="Baik 76–100, Cukup 55–75: nilai 75,5 tidak berpredikat. Nomor 1, 2, 2, 3.",
    level=Level.PERINGATAN,
)
def scale_has_no_gap(material: Material) -> Iterator[Flaw]:
    """Between two steps no value is left out or is of both; their numbers count up; nought is of the lowest."""
    steps = printed_scale(material)
    for upper, lower in pairwise(steps):
        if upper.low is None or lower.high is None:
            continue
        seen = (seen_row(upper.row), seen_row(lower.row))
        if upper.low > lower.high:
            message = (
                f"Nilai di antara {lower.high:f} dan {upper.low:f} tidak termasuk “{upper.label}” maupun"
                f" “{lower.label}”. Sambungkan rentangnya."
            )
            yield Flaw(seen=seen, message=message)
        elif upper.low < lower.high:
            message = f"Rentang “{upper.label}” dan “{lower.label}” tumpang tindih. Perbaiki batasnya."
            yield Flaw(seen=seen, message=message)
    yield from _numbered(steps)
    if steps and steps[-1].low == 0 and steps[-1].after:
        message = f"Nilai 0 tidak termasuk rentang terendah “{steps[-1].label}”. Mulailah dari 0."
        yield Flaw(seen=(seen_row(steps[-1].row),), message=message)


def _numbered(steps: tuple[Step, ...]) -> Iterator[Flaw]:
    told: dict[str, Seen] = {}
    for step in steps:
        number = step.row[0].strip(" .")
        if number.isdigit():
            if number in told:
                message = f"Nomor {number} dalam tabel skala ada dua kali. Perbaiki nomornya."
                yield Flaw(seen=(seen_row(step.row), told[number]), message=message)
            told.setdefault(number, seen_row(step.row))


_VERDICT: Final = re.compile(
    r"\b(?:kategori|predikat(?:\s+nilai)?|kriteria|tergolong|pencapaian\s+sasaran\s+tersebut\s+adalah|interpretasi)\s*[“\"]?\s*"
    r"(?P<label>(?:sangat\s+|cukup\s+)?(?:memuaskan|baik|tinggi|rendah|sedang|cukup|kurang|buruk))\b",
    re.IGNORECASE,
)


@paper_rule(
    "berkas-predikat-skala",
    rule="R-scale",
    basis="Predikat yang disebut ada dalam skala yang dicetak, dan memuat nilainya.",
    example="Rata-rata 75,5% “Baik”, padahal Baik mulai 76.",
)
def verdict_fits_the_scale(material: Material) -> Iterator[Flaw]:
    """The predikat of a sentence with one mean is that of the printed scale."""
    steps = printed_scale(material)
    for line in material.lines if steps else ():
        means = list(MEAN.finditer(line.text)) if line.table < 0 else []
        for at, found in enumerate(means):
            end = means[at + 1].start() if at + 1 < len(means) else len(line.text)
            verdict = _VERDICT.search(line.text, found.end(), end)
            value = decimal_of(found["value"])
            if verdict is None or value is None:
                continue
            if flaw := _misjudged(steps, value, found["value"], verdict["label"], line.seen):
                yield flaw
    yield from _of_sasaran(material, steps)
    yield from _of_rows(material, steps)


def _of_rows(material: Material, steps: tuple[Step, ...]) -> Iterator[Flaw]:
    """The predikat of a row is that of its capaian, where it is one of the printed scale."""
    names = {step.name for step in steps}
    for table in material.tables if steps else ():
        capaian, predikat = table.columns(Role.CAPAIAN), table.columns(Role.PREDIKAT)
        if len(capaian) != 1 or len(predikat) != 1:
            continue
        for row in table.rows:
            value = read_value(row[capaian[0]])
            label = " ".join(row[predikat[0]].casefold().split("(")[0].split())
            if value is None or value.number is None or label not in names:
                continue
            if flaw := _misjudged(steps, value.number, value.text, row[predikat[0]], seen_row(row)):
                yield flaw


_SASARAN: Final = re.compile(r"^\W*(?:sasaran)\s+(?:strategis\s+)?(?P<number>\d)[\s*]*:", re.IGNORECASE)


def _of_sasaran(material: Material, steps: tuple[Step, ...]) -> Iterator[Flaw]:
    """ "Sasaran 1: … mendapat predikat nilai Baik" against the capaian of its first row."""
    if not steps:
        return
    tahun = material.subject.tahun
    values: dict[int, Decimal] = {}
    number = 0
    table = -1
    for row in measured_rows(material):
        value = row.value(Role.CAPAIAN, tahun)
        if value is None or value.number is None or (table >= 0 and row.table != table):
            continue
        table = row.table
        number += 1
        values[number] = value.number
    for line in material.lines:
        found = _SASARAN.match(line.text) if line.table < 0 else None
        verdict = _VERDICT.search(line.text) if found else None
        value_of = values.get(int(found["number"])) if found else None
        if verdict is None or value_of is None or "nilai" not in line.text.casefold():
            continue
        if flaw := _misjudged(steps, value_of, f"{value_of:f}", verdict["label"], line.seen):
            yield flaw


def _misjudged(steps: tuple[Step, ...], value: Decimal, written: str, label: str, seen: Seen) -> Flaw | None:
    name = " ".join(label.casefold().split())
    by_name = {step.name: step for step in steps}
    if name not in by_name:
        labels = ", ".join(step.label for step in steps)
        message = f"“{label}” tidak ada dalam skala yang dicetak: {labels}."
        return Flaw(seen=(seen,), message=message, recorded=label, expected=labels)
    if by_name[name].holds(value):
        return None
    right = next((step.label for step in steps if step.holds(value)), "")
    expected = f"“{right}”" if right else "tidak ada predikat"
    message = f"{written} disebut “{label}”; menurut skala yang dicetak {expected}. Perbaiki salah satunya."
    return Flaw(seen=(seen, seen_row(by_name[name].row)), message=message, recorded=label, expected=right)
