"""Checks of days and months that a text names: they are in the calendar."""

from __future__ import annotations

from typing import Final

from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import CheckedYear
from sakip.checks.text.record_texts import KINDS_OF_RECORDS, PARTS, every_text
from sakip.text.dates import NAMA_BULAN
from sakip.text.reading.days import impossible_days, wrong_months, wrong_weekdays
from sakip.text.reading.words import says_any

_MONTHS: Final = (*(name.casefold() for name in NAMA_BULAN), "pebruari", "nopember")


@check(
    "hari-dan-bulan-cocok",
    rule="R-year",
    basis="Tanggal ada dalam kalender, nama hari milik tanggalnya, dan triwulan berisi tiga bulannya sendiri.",
    example="Rapat pada tanggal 31 Juni 2023; triwulan II (April–Juli).",
    reads=("passages", *PARTS),
    kinds=("narasi", "dokumentasi", *KINDS_OF_RECORDS),
    level=Level.PERINGATAN,
)
def days_and_months_fit(year: CheckedYear) -> Found:
    """A day is one of its month, a weekday that of its day, and a triwulan or semester has its own months."""
    for passage in every_text(year):
        if not says_any(passage.text, _MONTHS):
            continue
        for one in (
            *impossible_days(passage.text),
            *wrong_weekdays(passage.text),
            *wrong_months(passage.text),
        ):
            message = f"“{one.text}” tidak cocok; seharusnya {one.expected}. Perbaiki salah satunya."
            yield passage.place, Said(message, one.said, one.expected)
