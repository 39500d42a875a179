"""Values as people write them, right and wrong: percentages, numbers, money, counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from sakip.text.in_words import bilangan, spell_rupiah, terbilang

D = Decimal
MONEY: Final = ("Rp. {},-", "Rp {}", "Rp.{},-", "Rp{}", "Rp. {} ,-", "Rp. {}")
_SHIFTS: Final = (D("-12.4"), D("3.6"), D("-5"), D("7"), D("-2.35"), D("11"))


@dataclass(frozen=True, slots=True)
class Words:
    """How a field may be written: as the record has it, and as it has not."""

    right: tuple[str, ...]
    wrong: tuple[str, ...] = ()


def count(many: int) -> Words:
    wrong = (many + 7, many + 12, many + 16)
    return Words(tuple(_counted(many)), tuple(way for other in wrong for way in _counted(other)))


def _counted(many: int) -> Iterator[str]:
    word = terbilang(many)
    yield from (bilangan(many), f"{many}({word.title()})", f"{many} ({word.capitalize()})", str(many))


def percent(value: Decimal | None) -> Words:
    return (
        Words((), ())
        if value is None
        else Words(tuple(_percents(value)), tuple(w for v in _others(value) for w in _percents(v)))
    )


def _percents(value: Decimal) -> Iterator[str]:
    whole = value == value.to_integral_value()
    short = f"{value:.0f}" if whole else f"{value:.2f}".replace(".", ",")
    yield from (
        f"{short}%",
        f"{short} %",
        f"{short} persen",
        f"{value:.2f}%".replace(".", ","),
        f"{short} prosen",
    )


def number(value: object, unit: str) -> Words:
    if value is None:
        return Words(())
    exact = D(str(value)) if not isinstance(value, D) else value
    if unit:
        return percent(exact)
    return Words(tuple(_numbers(exact)), tuple(w for v in _others(exact) for w in _numbers(v)))


def _numbers(value: Decimal) -> Iterator[str]:
    whole = value == value.to_integral_value()
    yield f"{value:.0f}" if whole else f"{value:.2f}".replace(".", ",")
    yield f"{value:.2f}".replace(".", ",")


def _others(value: Decimal) -> Iterator[Decimal]:
    return (value + shift for shift in _SHIFTS if value + shift > 0)


def dots(value: Decimal) -> str:
    return f"{value:,.0f}".replace(",", ".")


def rupiah(value: Decimal | None) -> Words:
    if not value:
        return Words(())
    others = (
        value + 1_000_000 + value // 7 // 1000 * 1000,
        value - 90_000,
        D("4042925439"),
        D("1155748711") + value % 1000,
    )
    return Words(
        tuple(m.format(dots(value)) for m in MONEY),
        tuple(m.format(dots(o)) for o in others for m in MONEY),
    )


def broken_money(value: Decimal) -> tuple[str, ...]:
    whole = dots(value)
    broken = (
        {whole[:-1], whole.replace(".", "", 1), f"{whole[:-4]}{whole[-3:]}"}
        if whole.count(".") > 1
        else {whole[:-1]}
    )
    return tuple(m.format(one) for one in sorted(broken) for m in MONEY)


def spelled(value: Decimal) -> Words:
    said = spell_rupiah(value)
    right = (said, said.replace("miliar", "milyar"), said.capitalize())
    wrong = {
        said.replace(" juta", "", 1),
        said.replace(" ribu", " ribu ribu", 1),
        said.replace("puluh", "ratus", 1),
    }
    for one, other in (("tiga", "dua"), ("empat", "enam"), ("lima", "delapan")):
        wrong.add(said.replace(one, other, 1))
    return Words(right, tuple(sorted(wrong - {said})))


def letter(right: str) -> Words:
    """A letter by which an evaluation is told, and the others."""
    return Words(
        (right, f"“{right}”"), tuple(one for one in ("AA", "A", "BB", "B", "CC", "C", "D") if one != right)
    )
