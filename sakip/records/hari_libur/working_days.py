"""Working days: Monday to Friday, but for the days that are recorded as free. Pure; no clock."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days on which a kabupaten does not work besides Saturdays and Sundays."""

    free: Collection[date]

    def is_working(self, day: date) -> bool:
        """Whether somebody works on that day."""
        return day.weekday() < 5 and day not in self.free

    def moved(self, day: date, days: int) -> date:
        """The working day that lies so many working days after ``day``, before it where negative."""
        step = _DAY if days > 0 else -_DAY
        for _ in range(abs(days)):
            day += step
            while not self.is_working(day):
                day += step
        return day

    def between(self, day: date, later: date) -> int:
        """How many working days there are after ``day`` up to and with ``later``; negative the other way round."""
        if later < day:
            return -self.between(later, day)
        return sum(self.is_working(day + _DAY * number) for number in range(1, (later - day).days + 1))

    def unknown_years(self, day: date, later: date) -> list[int]:
        """The years between two days of which no free day is recorded."""
        known = {one.year for one in self.free}
        return [year for year in range(day.year, later.year + 1) if year not in known]
