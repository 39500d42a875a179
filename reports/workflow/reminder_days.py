"""On which days is reminded of a last day, and what is said of the time that is left. Pure; no clock."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from sakip.records.hari_libur.working_days import Calendar
from sakip.text.dates import format_tanggal

#: Working days from the last day, before it and after it, on which is reminded.
STEPS: Final = (-14, -7, -1, 1)
#: A reminder that is longer overdue than this is sent no more: the home page says every day what is late.
_STALE: Final = timedelta(days=7)
#: No reminder falls further from the last day than this, whatever the holidays are.
NEAR: Final = timedelta(days=60)


def due_step(until: date, day: date, calendar: Calendar) -> int | None:
    """The latest reminder whose day has come; None before the first, and long after the last."""
    days = {step: calendar.moved(until, step) for step in STEPS}
    come = [step for step in STEPS if days[step] <= day]
    if not come or (come[-1] == STEPS[-1] and day - days[come[-1]] > _STALE):
        return None
    return come[-1]


def said_until(until: date, day: date, calendar: Calendar) -> str:
    """The last day, and how much time it leaves on a ``day``."""
    left = calendar.between(day, until)
    if left:
        time = f"{left} hari kerja lagi" if left > 0 else f"lewat {-left} hari kerja"
    elif day == until:
        time = "hari ini"
    else:
        time = "sudah lewat" if day > until else "tidak ada hari kerja lagi"
    return f"paling lambat {format_tanggal(until)} ({time})"
