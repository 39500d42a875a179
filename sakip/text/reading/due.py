"""By when something is due, as plans write it: "Triwulan II", "TW I s.d. IV 2024", "Semester I", "Juni 2024". Pure."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Final

from sakip.text.dates import InvalidDate, format_tanggal, parse_date, parse_month
from sakip.text.reading.roman import counted

_WHICH: Final = r"(?:iv|i{1,3}|[1-4])"
_UNTIL: Final = r"\s*(?:-|–|—|s\.?\s*/?\s*d\.?|sampai(?:\s+dengan)?|dan|/)\s*"
_QUARTER: Final = r"(?:tri\s*wulan|tw)\.?\s*(?:ke-?\s*)?"
_OF_YEAR: Final = r"(?:[,/\s]+(?:tahun\s+)?(?P<year>20\d\d))?"
#: A triwulan, or several, of which the last counts; bare only in Roman numerals.
_QUARTERS: Final = re.compile(
    rf"(?:{_QUARTER}(?:(?P<first>{_WHICH}){_UNTIL})?(?:{_QUARTER})?(?P<last>{_WHICH})|(?P<bare>iv|i{{1,3}})){_OF_YEAR}",
    re.IGNORECASE,
)
_SEMESTER: Final = re.compile(rf"semester\s+(?:ke-?\s*)?(?P<last>ii?|[12]){_OF_YEAR}", re.IGNORECASE)
_MONTH: Final = re.compile(r"(?:bulan\s+)?(?P<month>[a-z]+)(?:\s+(?P<year>20\d\d))?", re.IGNORECASE)


def due_day(text: str, *, year: int) -> date | None:
    """The last day of the triwulan, semester, or month that words name, of ``year`` where they name none; None where
    they name no such thing, as where they say a day."""
    clean = " ".join(text.split()).strip(" .:")
    if found := _QUARTERS.fullmatch(clean):
        return _end(int(found["year"] or year), counted(found["last"] or found["bare"]) * 3)
    if found := _SEMESTER.fullmatch(clean):
        return _end(int(found["year"] or year), counted(found["last"]) * 6)
    if found := _MONTH.fullmatch(clean):
        try:
            return parse_month(f"{found['month']} {found['year'] or year}")[1]
        except InvalidDate:
            return None
    return None


def due_day_of(text: str, *, year: int) -> str:
    """The day of :func:`due_day` as it would be typed; what names none as it is."""
    day = due_day(text, year=year)
    return format_tanggal(day) if day else text


def triwulan_due(text: str) -> int | None:
    """In which triwulan it is due: the one that is named, or that of a month or a day; None where several are named or
    none is."""
    clean = " ".join(text.split()).strip(" .:")
    if (found := _QUARTERS.fullmatch(clean)) and found["first"]:
        return None
    if _SEMESTER.fullmatch(clean):
        return None
    day = due_day(clean, year=2000)
    try:
        month = (day or parse_date(clean)).month
    except InvalidDate:
        return None
    return (month - 1) // 3 + 1


def _end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
