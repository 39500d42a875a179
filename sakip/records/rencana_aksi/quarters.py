"""The targets of the triwulan that follow from the year's: proposed, for a person to look at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from sakip.capaian.inputs import Akumulasi
from sakip.capaian.triwulan import REACHED


def proposed_quarters(
    target: Decimal, measured: Sequence[int], mode: Akumulasi, before: Mapping[int, Decimal] | None = None
) -> dict[int, Decimal]:
    """By the number of the triwulan; together they come to ``target`` exactly.

    As ``before`` shared them out, the targets of last year's rencana aksi where all that are measured are there; else
    evenly: parts of a sum, steps of what accumulates, the same of a mean. Of a value that stands for the end of the
    year nobody can tell where it is to stand before: then only the last. No more decimals than the year's target has;
    what is left over falls to the last.
    """
    last = measured[-1]
    shares = _as_before(measured, mode, before or {}) or _evenly(measured, mode)
    unit = Decimal(1).scaleb(min(0, _exponent(target)))
    early = {n: _rounded(shares[n] * Fraction(target), unit) for n in measured[:-1] if n in shares}
    if mode in REACHED:
        return early | {last: target}
    whole = target if mode is Akumulasi.JUMLAH else target * len(measured)
    return early | {last: whole - sum(early.values(), Decimal(0))}


def _evenly(measured: Sequence[int], mode: Akumulasi) -> dict[int, Fraction]:
    number = len(measured)
    match mode:
        case Akumulasi.JUMLAH:
            return dict.fromkeys(measured, Fraction(1, number))
        case Akumulasi.KUMULATIF:
            return {n: Fraction(place, number) for place, n in enumerate(measured, start=1)}
        case Akumulasi.RATA_RATA:
            return dict.fromkeys(measured, Fraction(1))
        case _:
            return {}


def _as_before(
    measured: Sequence[int], mode: Akumulasi, before: Mapping[int, Decimal]
) -> dict[int, Fraction]:
    """What part of the year's target each was to bring; empty where that cannot be told."""
    values = [Fraction(before[n]) for n in measured if n in before]
    if len(values) != len(measured):
        return {}
    whole = values[-1] if mode in REACHED else sum(values, Fraction(0))
    if mode is Akumulasi.RATA_RATA:
        whole /= len(values)
    return {n: value / whole for n, value in zip(measured, values, strict=True)} if whole > 0 else {}


def _exponent(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _rounded(value: Fraction, unit: Decimal) -> Decimal:
    """Down to a whole number of units."""
    units = value / Fraction(unit)
    return Decimal(units.numerator // units.denominator) * unit
