"""The recorded values behind what sentences say: of a subject, in a role, in a year."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from sakip.capaian.arithmetic import complete_total
from sakip.capaian.inputs import Lingkup
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
from sakip.checks.places import indikator_of
from sakip.checks.text.partial_names import Measured
from sakip.text.numbers import format_angka, format_persen, format_rupiah
from sakip.text.reading.figures import FigureKind, figures
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
    LEFT = "sisa anggaran"
    SHARE = "proporsi anggaran"
    PROGRESS = "tingkat kemajuan"
    PLANNED = "target Renstra"
    RKT = "target RKT"
    DIFFERENCE = "selisih"
    CHANGE = "perubahan"
    GAP = "selisih dengan target"
    KABUPATEN = "nilai kabupaten"
    PROVINSI = "nilai provinsi"
    NASIONAL = "nilai nasional"


PLANS: Final = (Role.PLANNED, Role.RKT)
LINGKUP_OF: Final = {
    Role.KABUPATEN: Lingkup.KABUPATEN,
    Role.PROVINSI: Lingkup.PROVINSI,
    Role.NASIONAL: Lingkup.NASIONAL,
}

Known = tuple[Decimal, str]
"""A recorded value and how documents print it."""


def recorded_values(
    results: Results, subject: Measured | None, role: Role, tahun: int, kind: FigureKind
) -> list[Known]:
    """Every value with which such a claim would be right, the first one to be told; empty where none is recorded."""
    match subject:
        case IndikatorResult():
            if role in LINGKUP_OF:
                return list(_of_area(subject, role, tahun))
            if role in (Role.DIFFERENCE, Role.CHANGE):
                of = _changes(subject, results.tahun - 1, kind)
                return [*of, *(_distances(subject) if role is Role.DIFFERENCE else ())]
            if role is Role.GAP:
                return list(_gap(subject))
            return list(_of_indikator(subject, role, tahun, results.tahun))
        case SasaranResult() | SerapanLine() if tahun != results.tahun:
            return []
        case SasaranResult():
            return list(_of_group(subject, role, kind))
        case SerapanLine():
            return list(_of_money(subject.serapan, role, kind, subject.proporsi))
    return list(_of_year(results, role, tahun, kind))


def planned_values(year: CheckedYear, subject: Measured | None, role: Role, tahun: int | None) -> list[Known]:
    """The targets that the Renstra, in any of its versions, or the RKT sets for an indikator: for that year, or for any
    where ``tahun`` is None."""
    if not isinstance(subject, IndikatorResult) or not subject.kunci:
        return []
    snapshot = year.snapshot
    if role is Role.RKT:
        rows = snapshot.rkt.sasaran if snapshot.rkt else ()
        targets = [(snapshot.tahun, row.target) for row in rows if row.kunci_indikator == subject.kunci]
    else:
        targets = [
            (one.tahun, one.target)
            for renstra in snapshot.renstra
            for indikator in indikator_of(renstra)
            if indikator.kunci == subject.kunci
            for one in indikator.target
        ]
    return [
        known
        for own, target in targets
        if target is not None and tahun in (None, own)
        for known in _number(target, target.cetak)
    ]


def _of_area(one: IndikatorResult, role: Role, tahun: int) -> Iterator[Known]:
    for other in one.pembanding:
        if other.lingkup == LINGKUP_OF[role] and other.tahun == tahun:
            yield from ((f.value, other.cetak) for f in figures(other.cetak) if f.value is not None)


def _changes(one: IndikatorResult, before: int, kind: FigureKind) -> Iterator[Known]:
    """By how much it moved since that year: in its own unit, of percentages also by share."""
    for was in one.perubahan:
        if was.tahun != before or was.selisih_realisasi is None:
            continue
        yield _positive(was.selisih_realisasi)
        if kind is FigureKind.PERCENT:
            if was.selisih_capaian is not None:
                yield _positive(was.selisih_capaian)
            old, new = (value.angka if value else None for value in (was.realisasi, one.realisasi))
            if old and new is not None:
                yield _positive((_exact(new) - _exact(old)) / _exact(old) * 100)


def _distances(one: IndikatorResult) -> Iterator[Known]:
    """By how much it differs from its target and from other areas' values."""
    yield from _gap(one)
    yield from (_positive(other.selisih) for other in one.pembanding if other.selisih is not None)


def _gap(one: IndikatorResult) -> Iterator[Known]:
    """By how much it differs from its target, in its own unit and in per cent."""
    target, reached = (value.angka if value else None for value in (one.capaian.target, one.realisasi))
    if target is not None and reached is not None:
        yield _positive(_exact(target) - _exact(reached))
    if one.capaian.nilai is not None:
        yield _positive(100 - one.capaian.nilai)


def _positive(value: Decimal) -> Known:
    return abs(value), format_angka(abs(value))


def _exact(value: Decimal | Fraction) -> Decimal:
    return _decimal(value) if isinstance(value, Fraction) else value


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
    if role is Role.PROGRESS and before is None:
        yield from _percent(one.kemajuan)
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


def _of_group(one: SasaranResult, role: Role, kind: FigureKind) -> Iterator[Known]:
    if role in (Role.MEAN, Role.CAPAIAN):
        yield from _percent(one.rerata)
    else:
        yield from _of_money(one.anggaran, role, kind, one.proporsi)


def _of_money(
    serapan: Serapan, role: Role, kind: FigureKind, proporsi: Decimal | None = None
) -> Iterator[Known]:
    pagu, spent = serapan.pagu, serapan.realisasi
    if role is Role.SHARE:
        if proporsi is not None and kind is FigureKind.PERCENT:
            yield proporsi, format_persen(proporsi)
    elif role is Role.LEFT:
        if pagu is None or spent is None:
            return
        if kind is FigureKind.RUPIAH:
            yield pagu - spent, format_rupiah(pagu - spent)
        elif serapan.nilai is not None:
            yield 100 - serapan.nilai, format_persen(100 - serapan.nilai)
    elif kind is FigureKind.PERCENT and role in (Role.SERAPAN, Role.SPENT, Role.REALISASI):
        yield from _percent(serapan)
    elif kind is FigureKind.RUPIAH:
        amounts = (pagu,) if role is Role.PAGU else (spent,)
        for amount in (pagu, spent) if role is Role.MONEY else amounts:
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


def recorded_of_belanja(year: CheckedYear) -> list[Decimal]:
    """The serapan of all groups of belanja together, where they are more than the programs."""
    groups = [row for row in year.snapshot.belanja if not row.induk]
    pagu, spent = (complete_total(getattr(row, column) for row in groups) for column in ("pagu", "realisasi"))
    return [spent / pagu * 100] if pagu and spent is not None else []


def recorded_amounts(year: CheckedYear, *, belanja: bool, role: Role = Role.MONEY) -> list[Decimal]:
    """Every amount that the year records of something: pagu and realisasi of the budget's rows and sums and of the PK,
    what the belanja groups add up to, and those groups themselves where wanted; by their role one of both alone."""
    columns = {Role.PAGU: ("pagu",), Role.SPENT: ("realisasi",)}.get(role, ("pagu", "realisasi"))
    amounts: list[Decimal | None] = []
    if "pagu" in columns:
        amounts += [row.anggaran for pk in year.snapshot.pk for row in pk.anggaran]
    if year.results is not None:
        anggaran = year.results.anggaran
        rows = [anggaran.total, *(row.serapan for row, _ in walk_rows(anggaran.program))]
        rows += [sasaran.anggaran for sasaran in year.results.sasaran]
        amounts += [getattr(one, column) for one in rows for column in columns]
    groups = [row for row in year.snapshot.belanja if not row.induk]
    for column in columns:
        amounts.append(complete_total(getattr(row, column) for row in groups))
        amounts += [getattr(row, column) for row in year.snapshot.belanja if belanja]
    return [amount for amount in amounts if amount]
