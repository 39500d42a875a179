"""Arithmetic whose result depends on the arguments alone, and loses nothing.

The thread's decimal context belongs to whoever set it last; the engine must give the same digits in a web
request, a worker and a test. Public functions therefore run under :func:`presisi_tetap`: sums and products of
`Decimal` stay exact. Whatever is divided is a `Fraction`, so that no digit is dropped before a number is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import ROUND_HALF_EVEN, Context, Decimal, localcontext
from fractions import Fraction
from functools import wraps
from typing import Final, ParamSpec, TypeVar

from sakip.capaian.rounding import Angka

P = ParamSpec("P")
T = TypeVar("T")

_EKSAK: Final = Context(prec=120, rounding=ROUND_HALF_EVEN)


def presisi_tetap(fungsi: Callable[P, T]) -> Callable[P, T]:
    """Run ``fungsi`` under the engine's own decimal context."""

    @wraps(fungsi)
    def terbungkus(*args: P.args, **kwargs: P.kwargs) -> T:
        with localcontext(_EKSAK):
            return fungsi(*args, **kwargs)

    return terbungkus


def divide(pembilang: Angka | int, penyebut: Angka | int) -> Fraction:
    """The exact quotient. The caller has answered ``penyebut`` 0 already."""
    return Fraction(pembilang) / Fraction(penyebut)


def selisih(satu: Angka, lain: Angka) -> Angka:
    """``satu`` − ``lain``, exactly; of two entered numbers a `Decimal` again."""
    if isinstance(satu, Decimal) and isinstance(lain, Decimal):
        return satu - lain
    return Fraction(satu) - Fraction(lain)


def jumlahkan(nilai: Iterable[Angka]) -> Angka:
    """The sum, exactly; of entered numbers a `Decimal` again. Nothing sums to 0."""
    semua = list(nilai)
    if all(isinstance(n, Decimal) for n in semua):
        return sum((n for n in semua if isinstance(n, Decimal)), Decimal(0))
    return sum((Fraction(n) for n in semua), Fraction(0))


def jumlah_lengkap(nilai: Iterable[Decimal | None]) -> Decimal | None:
    """The sum, or None when a part is not known: a smaller sum would be false. Nothing sums to 0."""
    semua = list(nilai)
    diketahui = [n for n in semua if n is not None]
    return sum(diketahui, Decimal(0)) if len(diketahui) == len(semua) else None


def rata_tertimbang(pasangan: list[tuple[Angka, Decimal]]) -> Fraction:
    """Mean of (nilai, bobot) pairs; the bobot must not sum to 0."""
    jumlah = sum((Fraction(nilai) * Fraction(bobot) for nilai, bobot in pasangan), Fraction(0))
    jumlah_bobot = sum((Fraction(bobot) for _, bobot in pasangan), Fraction(0))
    return jumlah / jumlah_bobot
