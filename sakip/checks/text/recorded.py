"""The recorded values behind what sentences say: of a subject, in a role, in a year."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from sakip.capaian.arithmetic import complete_total
from sakip.capaian.results import (
    Capaian,
    IndikatorResult,
    Rerata,
    Results,
    SasaranResult,
    Serapan,
    SerapanLine,
    walk_rows,
)
from sakip.capaian.values import Nilai, Target
from sakip.checks.material import CheckedYear
from sakip.checks.text.subjects import Measured
from sakip.text.numbers import format_rupiah
from sakip.text.reading.figures import FigureKind
from sakip.text.working import shown


class Role(StrEnum):
    """What a number is said to be."""

    TARGET = "target"
    REALISASI = "realisasi"
    CAPAIAN = "capaian"
    REACHED = "mencapai"  # realisasi or capaian, whichever the number is
    VALUE = "nilai"  # any of the three
    SERAPAN = "serapan"
    PAGU = "pagu"
    SPENT = "realisasi anggaran"
    MONEY = "anggaran"  # pagu or what was spent, whichever the amount is
    MEAN = "rata-rata capaian"


Known = tuple[Decimal, str]
"""A recorded value and how documents print it."""


def recorded_values(
    results: Results, subject: Measured | None, role: Role, tahun: int, kind: FigureKind
) -> list[Known]:
    """Every value with which such a claim would be right, the first one to be told; empty where none is recorded."""
    match subject:
        case IndikatorResult():
            return list(_of_indikator(subject, role, tahun, results.tahun))
        case SasaranResult():
            return (
                list(_of_group(subject.rerata, subject.anggaran, role, kind))
                if tahun == results.tahun
                else []
            )
        case SerapanLine():
            return list(_of_money(subject.serapan, role, kind)) if tahun == results.tahun else []
    return list(_of_year(results, role, tahun, kind))


def _of_indikator(one: IndikatorResult, role: Role, tahun: int, current: int) -> Iterator[Known]:
    before = next((p for p in one.perubahan if p.tahun == tahun), None)
    if tahun != current and before is None:
        return
    capaian = before.capaian if before else one.capaian
    realisasi = before.realisasi if before else one.realisasi
    if role in (Role.REALISASI, Role.REACHED, Role.VALUE):
        yield from _number(realisasi, before.realisasi_cetak if before else one.realisasi_cetak)
    if role in (Role.CAPAIAN, Role.REACHED, Role.VALUE):
        yield from _percent(capaian)
        if before and before.terhadap_renstra:
            yield from _percent(before.terhadap_renstra)
    if role in (Role.TARGET, Role.VALUE):
        yield from _number(capaian.target, before.target_cetak if before else one.target_cetak)
        if before and before.terhadap_renstra:
            yield from _number(before.terhadap_renstra.target, before.target_renstra_cetak)


def _number(value: Nilai | Target | None, printed: str) -> Iterator[Known]:
    if value is not None and value.angka is not None:
        exact = value.angka
        yield _decimal(exact) if isinstance(exact, Fraction) else exact, printed


def _percent(result: Capaian | Rerata | Serapan) -> Iterator[Known]:
    if result.nilai is not None:
        yield result.nilai, shown(result)
        if result.mentah is not None:
            yield _decimal(result.mentah), shown(result)


def _decimal(exact: Fraction) -> Decimal:
    return Decimal(exact.numerator) / Decimal(exact.denominator)


def _of_group(rerata: Rerata, anggaran: Serapan, role: Role, kind: FigureKind) -> Iterator[Known]:
    if role in (Role.MEAN, Role.CAPAIAN):
        yield from _percent(rerata)
    else:
        yield from _of_money(anggaran, role, kind)


def _of_money(serapan: Serapan, role: Role, kind: FigureKind) -> Iterator[Known]:
    if kind is FigureKind.PERCENT and role in (Role.SERAPAN, Role.SPENT, Role.REALISASI):
        yield from _percent(serapan)
    elif kind is FigureKind.RUPIAH:
        amounts = (serapan.pagu,) if role is Role.PAGU else (serapan.realisasi,)
        for amount in (serapan.pagu, serapan.realisasi) if role is Role.MONEY else amounts:
            if amount is not None:
                yield amount, format_rupiah(amount)


def _of_year(results: Results, role: Role, tahun: int, kind: FigureKind) -> Iterator[Known]:
    anggaran = results.anggaran
    if tahun != results.tahun:
        for before in anggaran.lalu:
            if before.tahun == tahun and role is not Role.MEAN:
                yield from _of_money(before.serapan, role, kind)
        return
    if role is Role.MEAN:
        yield from _percent(results.rerata)
        return
    yield from _of_money(anggaran.total, role, kind)


def recorded_amounts(year: CheckedYear, *, belanja: bool) -> list[Decimal]:
    """Every amount that the year records of something: pagu and realisasi of the budget's rows and sums and of the PK,
    what the belanja groups add up to, and those groups themselves where wanted."""
    amounts: list[Decimal | None] = [row.anggaran for pk in year.snapshot.pk for row in pk.anggaran]
    if year.results is not None:
        anggaran = year.results.anggaran
        rows = [anggaran.total, *(row.serapan for row, _ in walk_rows(anggaran.program))]
        rows += [sasaran.anggaran for sasaran in year.results.sasaran]
        amounts += [amount for one in rows for amount in (one.pagu, one.realisasi)]
    groups = [row for row in year.snapshot.belanja if not row.induk]
    for column in ("pagu", "realisasi"):
        amounts.append(complete_total(getattr(row, column) for row in groups))
        amounts += [getattr(row, column) for row in year.snapshot.belanja if belanja]
    return [amount for amount in amounts if amount]
