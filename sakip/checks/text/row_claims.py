"""What rows of tables say of numbers: the head of a column says what its cells are, another cell what they are of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from sakip.capaian.results import IndikatorResult, SasaranResult, SerapanLine
from sakip.checks.material import Passage
from sakip.checks.text.claim import Claim, sure_of_belanja
from sakip.checks.text.partial_names import Measured
from sakip.checks.text.recorded import Role
from sakip.checks.text.subjects import Subjects
from sakip.text.reading.figures import Figure, FigureKind, figures

#: Heads of other documents, areas and times; of what else is counted.
_ELSEWHERE: Final = re.compile(
    r"akhir|renstra|jangka|rpjmd|rkt|nasional|provinsi|kabupaten|triwulan|\btw\b|semester|selisih|kemajuan|keluaran|output|"
    r"volume|murni",
    re.IGNORECASE,
)
_HEADS: Final = (
    (re.compile(r"target", re.IGNORECASE), Role.TARGET),
    (re.compile(r"realisasi", re.IGNORECASE), Role.REALISASI),
    (re.compile(r"serapan|penyerapan", re.IGNORECASE), Role.SERAPAN),
    (re.compile(r"capaian", re.IGNORECASE), Role.CAPAIAN),
    (re.compile(r"anggaran|pagu", re.IGNORECASE), Role.PAGU),
    (re.compile(r"^\s*\(?\s*(?:%|persen|persentase|prosentase)\s*\)?\s*$", re.IGNORECASE), Role.CAPAIAN),
)
_OF_INDIKATOR: Final = (Role.TARGET, Role.REALISASI, Role.CAPAIAN, Role.REACHED, Role.VALUE)
_YEAR: Final = re.compile(r"\b20\d\d\b")
_BEFORE: Final = re.compile(r"n\s*-\s*1|tahun\s+(?:lalu|sebelumnya)", re.IGNORECASE)
#: What is less, in a column of money, is a share.
_LEAST_AMOUNT: Final = 1000
_OF_MONEY: Final = {
    Role.TARGET: Role.PAGU,
    Role.REALISASI: Role.SPENT,
    Role.CAPAIAN: Role.SERAPAN,
    Role.SERAPAN: Role.SERAPAN,
    Role.PAGU: Role.PAGU,
}


def row_claims(passage: Passage, subjects: Subjects) -> Iterator[Claim]:
    """The claims of a row that names one subject, in the columns whose heads say what stands there."""
    return sure_of_belanja(list(_row_claims(passage, subjects)), "", subjects)


def _row_claims(passage: Passage, subjects: Subjects) -> Iterator[Claim]:
    subject = row_subject(passage, subjects)
    if subject is None:
        return
    latest = max((int(year) for head in passage.heads for year in _YEAR.findall(head)), default=0)
    for head, cell in zip(passage.heads, passage.cells, strict=True):
        role = next((role for pattern, role in _HEADS if pattern.search(head)), None)
        if role is None and _YEAR.fullmatch(head.strip()) and latest == subjects.results.tahun:
            role = Role.VALUE  # a column of a year; of a plan they go on
        figure = _alone(cell)
        if role is None or figure is None or _ELSEWHERE.search(head):
            continue
        tahun = _year(head, subjects.results.tahun)
        if tahun is not None and (claim := _claim(role, figure, subject, tahun)):
            yield claim


def row_subject(passage: Passage, subjects: Subjects) -> Measured | None:
    """What a row is about: the only subject that its cells name, an indikator before the sasaran beside it."""
    named = {id(m.subject): m.subject for cell in passage.cells for m in subjects.mentions(cell)}
    indikator: list[Measured] = [one for one in named.values() if isinstance(one, IndikatorResult)]
    of = indikator or list(named.values())
    return of[0] if len(of) == 1 else None


def _alone(cell: str) -> Figure | None:
    """The figure that fills a cell by itself."""
    found = figures(cell.strip())
    if len(found) != 1 or found[0].word or found[0].text.strip() != cell.strip():
        return None
    return found[0]


def _claim(role: Role, figure: Figure, subject: Measured, tahun: int) -> Claim | None:
    match subject:
        case IndikatorResult():
            if role is Role.CAPAIAN and figure.kind is FigureKind.NUMBER:
                role = Role.REACHED  # "Target | Capaian | %"
            if role not in _OF_INDIKATOR or figure.kind is FigureKind.RUPIAH:
                return None
        case SasaranResult():
            if role not in (Role.CAPAIAN, Role.SERAPAN):
                return None
        case SerapanLine():
            if role not in _OF_MONEY:
                return None
            role = _OF_MONEY[role]
            amount = figure.kind is not FigureKind.PERCENT and (figure.value or 0) >= _LEAST_AMOUNT
            if role is Role.SERAPAN and amount:
                role = Role.SPENT  # "Target | Capaian | %" over a budget
            elif role is Role.SPENT and not amount:
                role = Role.SERAPAN
            kind = FigureKind.PERCENT if role is Role.SERAPAN else FigureKind.RUPIAH
            figure = replace(figure, kind=kind)
    return Claim(role=role, figure=figure, subject=subject, tahun=tahun, of_column=role is Role.VALUE)


def _year(head: str, current: int) -> int | None:
    """The year of a column; None where its head names several."""
    years = {int(year) for year in _YEAR.findall(head)}
    if not years:
        return current - 1 if _BEFORE.search(head) else current
    return years.pop() if len(years) == 1 else None
