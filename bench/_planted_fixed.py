"""Fields of forms that hold their own arithmetic: sums, shares and percentages of numbers that stand in the form."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from bench._planted_writing import Words, dots
from sakip.text.in_words import bilangan, terbilang

#: What the parts of forms come to: counts, amounts, percentages.
_COUNTS: Final = (2, 3, 4, 5, 6, 7, 12, 13, 16, 24, 28)
_AMOUNTS: Final = (4_042_925_439, 400_000_000, 116_735_000, 3_427_455_027)
_SHARES: Final = (2, 8, 25, 40, 75, 90)
_SLIPS: Final = (-2, -1, 1, 3)


def fixed() -> dict[str, Words]:
    """A field for each of them: "n12", "rp400000000", "p40"."""
    counts = {f"n{many}": _few(many) for many in _COUNTS}
    amounts = {f"rp{amount}": _amount(amount) for amount in _AMOUNTS}
    letters = {
        "huruf_akip": Words(
            ("BB (74,40)", "B (63,36)", "A (84,20)"), ("BB (97)", "A (74,4)", "B (84,20)", "CC (71)")
        ),
        "huruf_skm": Words(("B (80,67)", "A (90,1)", "C (66)"), ("B (74,4)", "A (80)", "B (66)", "C (91,2)")),
    }
    rows = {"lima_puluh": Words(("90%", "98%"), ("50%", "89%")), "sel": Words(("-", "tidak tersedia"), ("",))}
    return rows | counts | amounts | letters | {f"p{share}": _share(share) for share in _SHARES}


def _few(many: int) -> Words:
    """A count, and those beside it."""
    others = [many + slip for slip in _SLIPS if many + slip > 1]
    return Words(_written(many), tuple(way for other in others for way in _written(other)))


def _written(many: int) -> tuple[str, ...]:
    return (str(many), bilangan(many), f"{many}({terbilang(many).title()})", terbilang(many))


def _amount(amount: int) -> Words:
    others = (amount + 1000, amount - 250_000, amount + 9_230_400)
    return Words((dots(Decimal(amount)),), tuple(dots(Decimal(other)) for other in others))


def _share(share: int) -> Words:
    others = (share + 3, share + 9, share - 1 if share > 40 else share + 18)
    return Words((f"{share}%", f"{share} %", f"{share},00%"), tuple(f"{other}%" for other in others))
