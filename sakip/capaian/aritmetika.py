"""Decimal arithmetic whose result depends on the arguments alone.

The thread's decimal context belongs to whoever set it last; the engine must give the same digits in a web
request, a worker and a test. Public functions therefore run under :func:`presisi_tetap`: sums and products
stay exact, and only :func:`bagi` drops digits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import ROUND_HALF_EVEN, Context, Decimal, localcontext
from functools import wraps
from typing import Final, ParamSpec, TypeVar

from sakip.capaian.pembulatan import bulatkan

P = ParamSpec("P")
T = TypeVar("T")

_EKSAK: Final = Context(prec=120, rounding=ROUND_HALF_EVEN)
_HASIL_BAGI: Final = Context(prec=34, rounding=ROUND_HALF_EVEN)  # the digits of IEEE 754 decimal128
_DESIMAL_JAGA: Final = 20


def presisi_tetap(fungsi: Callable[P, T]) -> Callable[P, T]:
    """Run ``fungsi`` under the engine's own decimal context."""

    @wraps(fungsi)
    def terbungkus(*args: P.args, **kwargs: P.kwargs) -> T:
        with localcontext(_EKSAK):
            return fungsi(*args, **kwargs)

    return terbungkus


def bagi(pembilang: Decimal, penyebut: Decimal) -> Decimal:
    """Quotient to 34 significant digits. The caller has answered ``penyebut`` 0 already."""
    return _HASIL_BAGI.divide(pembilang, penyebut)


def jumlah_lengkap(nilai: Iterable[Decimal | None]) -> Decimal | None:
    """The sum, or None when a part is not known: a smaller sum would be false. Nothing sums to 0."""
    semua = list(nilai)
    diketahui = [n for n in semua if n is not None]
    return sum(diketahui, Decimal(0)) if len(diketahui) == len(semua) else None


def rata_tertimbang(pasangan: list[tuple[Decimal, Decimal]]) -> Decimal:
    """Mean of (nilai, bobot) pairs; the bobot must not sum to 0.

    The values may be quotients cut after 34 digits, so that a mean which is exactly 25,005 arrives as
    25,00499…; taking it to 20 decimals first restores it, and it is then rounded as a pocket calculator
    with the exact fractions would.
    """
    jumlah = sum((nilai * bobot for nilai, bobot in pasangan), Decimal(0))
    jumlah_bobot = sum((bobot for _, bobot in pasangan), Decimal(0))
    return bulatkan(bagi(jumlah, jumlah_bobot), _DESIMAL_JAGA)
