"""Arithmetic whose result depends on the arguments alone, and loses nothing.

The thread's decimal context belongs to whoever set it last; the engine must give the same digits in a web
request, a worker and a test. Public functions therefore run under :func:`fixed_precision`: sums and products of
`Decimal` stay exact. Whatever is divided is a `Fraction`, so that no digit is dropped before a number is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextvars import ContextVar
from decimal import ROUND_HALF_EVEN, Context, Decimal, getcontext, localcontext
from fractions import Fraction
from functools import wraps
from typing import Final, ParamSpec, TypeVar

from sakip.capaian.rounding import Angka

P = ParamSpec("P")
T = TypeVar("T")

_EXACT: Final = Context(prec=120, rounding=ROUND_HALF_EVEN)
_present: ContextVar[Context | None] = ContextVar("present", default=None)


def fixed_precision(fungsi: Callable[P, T]) -> Callable[P, T]:
    """Run ``fungsi`` under the engine's own decimal context, which those that it calls find there."""

    @wraps(fungsi)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> T:
        if getcontext() is _present.get():
            return fungsi(*args, **kwargs)
        with localcontext(_EXACT) as context:
            token = _present.set(context)
            try:
                return fungsi(*args, **kwargs)
            finally:
                _present.reset(token)

    return wrapped


def divide(pembilang: Angka | int, penyebut: Angka | int) -> Fraction:
    """The exact quotient. The caller has answered ``penyebut`` 0 already."""
    return Fraction(pembilang) / Fraction(penyebut)


def selisih(one: Angka, other: Angka) -> Angka:
    """``one`` − ``other``, exactly; of two entered numbers a `Decimal` again."""
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        return one - other
    return Fraction(one) - Fraction(other)


def sum_up(nilai: Iterable[Angka]) -> Angka:
    """The sum, exactly; of entered numbers a `Decimal` again. Nothing sums to 0."""
    numbers = list(nilai)
    if all(isinstance(n, Decimal) for n in numbers):
        return sum((n for n in numbers if isinstance(n, Decimal)), Decimal(0))
    return sum((Fraction(n) for n in numbers), Fraction(0))


def complete_total(nilai: Iterable[Decimal | None]) -> Decimal | None:
    """The sum, or None when a part is not known: a smaller sum would be false. Nothing sums to 0."""
    numbers = list(nilai)
    known = [n for n in numbers if n is not None]
    return sum(known, Decimal(0)) if len(known) == len(numbers) else None


def weighted_mean(pairs: list[tuple[Angka, Decimal]]) -> Fraction:
    """Mean of (nilai, bobot) pairs; the bobot must not sum to 0."""
    jumlah = sum((Fraction(nilai) * Fraction(bobot) for nilai, bobot in pairs), Fraction(0))
    jumlah_bobot = sum((Fraction(bobot) for _, bobot in pairs), Fraction(0))
    return jumlah / jumlah_bobot
