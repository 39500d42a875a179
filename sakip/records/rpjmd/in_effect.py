"""When a plan took effect: the rule that RPJMD and Renstra share."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar

P = TypeVar("P", bound=Any)


def took_effect(plans: Iterable[P]) -> list[tuple[date, P]]:
    """Each plan with the day on which it took effect, by period and version.

    Where no day is recorded a perubahan counts from the version before it, and the first from the first day of its
    period: whoever records none finds the latest version used in every year of the period.
    """
    result: list[tuple[date, P]] = []
    for plan in sorted(plans, key=_order):
        before = result[-1] if result and result[-1][1].tahun_awal == plan.tahun_awal else None
        result.append((plan.berlaku_sejak or (before[0] if before else date(plan.tahun_awal, 1, 1)), plan))
    return result


def in_effect(plans: Iterable[P], tahun: int) -> P | None:
    """Of the plans whose period covers the year the one that took effect last by its end; where all begin later the
    first of them; None where none covers the year."""
    covering = took_effect(p for p in plans if p.tahun_awal <= tahun <= p.tahun_akhir)
    begun = [one for one in covering if one[0] <= date(tahun, 12, 31)]
    if begun:
        return max(begun, key=_by_day)[1]
    return min(covering, key=_by_day)[1] if covering else None


def _order(plan: Any) -> tuple[int, int]:
    return plan.tahun_awal, getattr(plan, "versi", 0)


def _by_day(one: tuple[date, Any]) -> tuple[date, tuple[int, int]]:
    return one[0], _order(one[1])
