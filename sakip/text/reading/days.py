"""Days, weekdays and months that a text names together, where they do not fit: "31 Juni 2023", "Kamis, 21 November
2023", "triwulan II (April–Juli)". Pure."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from sakip.text.dates import NAMA_BULAN


class Misfit(NamedTuple):
    """What a text says, and what would fit."""

    text: str
    said: str
    expected: str


_SPELLED: Final = {name.casefold(): at for at, name in enumerate(NAMA_BULAN, start=1)} | {
    "pebruari": 2,
    "nopember": 11,
}
_MONTH: Final = "|".join(_SPELLED)
_DAY: Final = re.compile(
    rf"(?<![\w.,/-])(?P<day>\d{{1,2}})\s+(?P<month>{_MONTH})\b(?:\s+(?P<year>(?:19|20)\d\d)\b)?",
    re.IGNORECASE,
)
_WEEKDAYS: Final = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
_WEEKDAY: Final = re.compile(
    rf"\b(?P<name>{'|'.join(_WEEKDAYS)}|jum[’'`]at|ahad)\s*(?:,|\btanggal|\btgl\.?|[,\s]*\(?tanggal)\s*"
    rf"(?P<day>\d{{1,2}})\s+(?P<month>{_MONTH})\s+(?P<year>20\d\d)\b",
    re.IGNORECASE,
)
#: A part of the year with the months from which and to which it is said to run.
_SPAN: Final = re.compile(
    r"\b(?P<part>tri\s*wulan|TW|kuartal|semester)\s+(?:ke-?\s*)?(?P<which>IV|I{1,3}|[1-4]|pertama|kedua|ketiga|keempat)\b"
    r"(?:[\s,(]|\b(?:yaitu|yakni|ialah|adalah|atau|bulan|dari|mulai|periode|mencakup|meliputi)\b)*"
    rf"\b(?P<first>{_MONTH})\b(?:\s+20\d\d)?\s*(?:[-–—]|s\.?/?d\.?|sampai(?:\s+dengan)?|hingga)\s*(?:bulan\s+)?"
    rf"(?P<last>{_MONTH})\b",
    re.IGNORECASE,
)
_WHICH: Final = {
    name: at
    for names in (("i", "ii", "iii", "iv"), "1234", ("pertama", "kedua", "ketiga", "keempat"))
    for at, name in enumerate(names, start=1)
}
_LONGEST_MONTH: Final = 31


def impossible_days(text: str) -> Iterator[Misfit]:
    """Days that their month does not have; 29 Februari without its year may be one."""
    for found in _DAY.finditer(text):
        day, month = int(found["day"]), _SPELLED[found["month"].casefold()]
        last = calendar.monthrange(int(found["year"] or 2000), month)[1]
        if last < day <= _LONGEST_MONTH:
            of_year = f" {found['year']}" if found["year"] else ""
            yield Misfit(found[0], found[0], f"{NAMA_BULAN[month - 1]}{of_year} sampai tanggal {last}")


def wrong_weekdays(text: str) -> Iterator[Misfit]:
    """Weekdays that are not those of the day behind them."""
    for found in _WEEKDAY.finditer(text):
        try:
            day = date(int(found["year"]), _SPELLED[found["month"].casefold()], int(found["day"]))
        except ValueError:
            continue
        right = _WEEKDAYS[day.weekday()]
        said = {"ahad": "minggu"}.get(found["name"].casefold(), re.sub(r"\W", "", found["name"].casefold()))
        if said != right:
            yield Misfit(found[0], found["name"], right.capitalize())


def wrong_months(text: str) -> Iterator[Misfit]:
    """Triwulan and semester that do not run from their first month to their last."""
    for found in _SPAN.finditer(text):
        at = _WHICH[found["which"].casefold()]
        length = 6 if found["part"].casefold() == "semester" else 3
        if at * length > len(NAMA_BULAN):
            continue
        first, last = (_SPELLED[found[end].casefold()] for end in ("first", "last"))
        if (first, last) != ((at - 1) * length + 1, at * length):
            right = f"{NAMA_BULAN[(at - 1) * length]}–{NAMA_BULAN[at * length - 1]}"
            yield Misfit(found[0], f"{found['first']}–{found['last']}", right)
