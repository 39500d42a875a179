"""Rounding, in one place: the only module in which a number loses digits.

Figures are carried exactly and rounded once, where they are shown: what was entered as a `Decimal`, what was divided
as a `Fraction`. Rounding is ROUND_HALF_UP ("5 ke atas"), the habit of the reports themselves: 94,445 is printed
94,45. Banker's rounding would print two neighbouring halves in two directions, and a reader with a pocket calculator
would find the document wrong.
"""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from typing import TypeAlias

HUNDRED = Decimal(100)

Angka: TypeAlias = Decimal | Fraction
"""An exact number: a `Decimal` as somebody wrote it, or a `Fraction` that came out of a computation."""

_SIGNIFICANT_DIGITS = 6
"""Digits of a quotient in a working: with them a reader arrives at the same second decimal."""

# The thread's context has 28 digits and another library may change it; quantize() would then refuse a
# long value that is perfectly printable. Our own context makes the result depend on the arguments alone.
_CONTEXT = Context(prec=200, rounding=ROUND_HALF_UP)

_SWAP_SIGNS = str.maketrans(",.", ".,")


def round_half_up(nilai: Angka, desimal: int = 2) -> Decimal:
    """Round half up to `desimal` decimals, keeping that many digits after the comma.

    Minus zero becomes zero, so that a rounded -0,004 is never printed "-0,00".

    Raises ValueError for NaN or infinity and for a negative `desimal`.
    """
    if desimal < 0:
        raise ValueError(f"jumlah desimal tidak boleh negatif: {desimal}")
    if isinstance(nilai, Fraction):
        return _round_fraction(nilai, desimal)
    if not nilai.is_finite():
        raise ValueError(f"hanya bilangan berhingga yang dapat dibulatkan: {nilai}")
    result = nilai.quantize(Decimal(1).scaleb(-desimal), rounding=ROUND_HALF_UP, context=_CONTEXT)
    return result if result else result.copy_abs()


def _round_fraction(nilai: Fraction, desimal: int) -> Decimal:
    exact = abs(nilai) * 10**desimal
    whole = (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)
    return Decimal(-whole if nilai < 0 else whole).scaleb(-desimal, context=_CONTEXT)


def decimal_text(nilai: Angka, desimal: int | None = None) -> str:
    """1234567.89 → "1.234.567,89", for the working that the engine shows.

    `desimal` rounds half up to that many decimals; None prints the value's own decimals without trailing zeros,
    and of a quotient that has too many of them enough to compute on. It lives here because the engine may
    import nothing above itself; pages use `sakip.text.numbers`, which builds on it.
    """
    if desimal is None and isinstance(nilai, Fraction):
        nilai = round_half_up(nilai, _working_decimals(nilai))
    if desimal is not None:
        text = f"{round_half_up(nilai, desimal):,f}"
    elif nilai:
        text = f"{nilai:,f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
    else:
        text = "0"
    return text.translate(_SWAP_SIGNS)


def _working_decimals(nilai: Fraction) -> int:
    """Decimals of a quotient in a working: its own if they are few, else enough for the leading digits."""
    for desimal in range(_SIGNIFICANT_DIGITS + 1):
        if (nilai * 10**desimal).denominator == 1:
            return desimal
    in_front = Decimal(nilai.numerator).adjusted() - Decimal(nilai.denominator).adjusted()
    if abs(nilai) < Fraction(10) ** in_front:
        in_front -= 1
    return max(2, _SIGNIFICANT_DIGITS - 1 - in_front)


def share_by_largest_remainder(
    jumlah: Sequence[int | Decimal], total: Decimal = HUNDRED, desimal: int = 2
) -> tuple[Decimal, ...]:
    """Divide `total` in proportion to `jumlah`, rounded so that the shares sum to `total` exactly.

    Largest remainder: every share is first cut off at `desimal` decimals, then the units still missing go
    to the largest remainders; of equal remainders the earlier one is served first. Three equal counts
    share 100 as 33,34 · 33,33 · 33,33. The shares keep the order of `jumlah`.

    Raises ValueError if nothing can be divided (no rows, or all of them zero), if an amount or the total is
    negative or not finite, or if `total` itself has more than `desimal` decimals.
    """
    pecahan = [_pecahan(nilai) for nilai in jumlah]
    satuan = _pecahan(total) * 10**desimal
    if satuan.denominator != 1:
        raise ValueError(f"total {total} mempunyai lebih dari {desimal} desimal")
    whole = sum(pecahan, Fraction(0))
    if whole == 0:
        raise ValueError("tidak ada yang dapat dibagi: seluruh jumlah nol")

    exact = [nilai * satuan / whole for nilai in pecahan]
    parts = [nilai.numerator // nilai.denominator for nilai in exact]
    rest = satuan.numerator - sum(parts)
    # sorted() is stable, which is what makes the earlier of two equal remainders come first.
    ordering = sorted(range(len(exact)), key=lambda i: exact[i] - parts[i], reverse=True)
    for i in ordering[:rest]:
        parts[i] += 1
    return tuple(Decimal(nilai).scaleb(-desimal, context=_CONTEXT) for nilai in parts)


def _pecahan(nilai: int | Decimal) -> Fraction:
    if isinstance(nilai, Decimal) and not nilai.is_finite():
        raise ValueError(f"hanya bilangan berhingga yang dapat dibagi: {nilai}")
    if nilai < 0:
        raise ValueError(f"jumlah tidak boleh negatif: {nilai}")
    return Fraction(nilai)
