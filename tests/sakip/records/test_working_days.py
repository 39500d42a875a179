"""Working days, counted by hand in February and March 2027 (28 February is a Sunday)."""

from __future__ import annotations

from datetime import date

import pytest

from sakip.records.hari_libur.working_days import Calendar
from tests.table_tests import each_row

SUNDAY = date(2027, 2, 28)
PLAIN = Calendar(frozenset())


@each_row(
    ("days", "free", "found"),
    [
        (-1, [], date(2027, 2, 26)),
        (-7, [], date(2027, 2, 18)),
        (-14, [], date(2027, 2, 9)),
        (1, [], date(2027, 3, 1)),
        (-14, [date(2027, 2, 17)], date(2027, 2, 8)),  # a Wednesday on which nobody works
        (-14, [date(2027, 2, 20)], date(2027, 2, 9)),  # a Saturday is free anyway
        (1, [date(2027, 3, 1)], date(2027, 3, 2)),
    ],
)
def test_a_day_so_many_working_days_away(days: int, free: list[date], found: date) -> None:
    assert Calendar(frozenset(free)).moved(SUNDAY, days) == found


@pytest.mark.parametrize(
    ("day", "later", "count"),
    [
        (date(2027, 2, 9), SUNDAY, 13),
        (date(2027, 2, 8), date(2027, 2, 26), 14),
        (date(2027, 2, 26), SUNDAY, 0),
        (date(2027, 3, 1), SUNDAY, -1),
    ],
)
def test_how_many_lie_between_two_days(day: date, later: date, count: int) -> None:
    assert PLAIN.between(day, later) == count


def test_a_year_without_a_holiday_is_not_known() -> None:
    assert Calendar({date(2026, 8, 17)}).unknown_years(date(2026, 12, 20), date(2027, 2, 1)) == [2027]
