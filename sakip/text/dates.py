"""Dates as Indonesian text, out and in: the one formatter and the one strict parser.

Dates are written in words (17 Agustus 2026) and read as 17/8/2026, 17-8-2026 or 17 Agustus 2026. The day
always comes first. Nothing here asks what day it is today.
"""

import calendar
import re
from contextlib import suppress
from datetime import date
from typing import Final

from kecamatan.ground.years import DATE_YEAR_FIRST, DATE_YEAR_LAST

NAMA_BULAN: Final = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)

# Spellings found in real kecamatan documents; read, never written.
_OLD_SPELLING: Final = {"pebruari": 2, "nopember": 11}
_BULAN: Final = {nama.lower(): nomor for nomor, nama in enumerate(NAMA_BULAN, start=1)} | _OLD_SPELLING

# Never read, but offered where a short name means one of them.
_OTHER_NAMES: Final = {"agt": 8, "ags": 8} | {
    name.lower(): number for number, name in enumerate(calendar.month_name) if name
}

MAXIMUM_LENGTH: Final = 40
#: Fewer letters name no month.
_SHORTEST: Final = 3

CONTOH: Final = "Tulis seperti 17/8/2026 atau 17 Agustus 2026."

_ANGKA = re.compile(r"([0-9]{1,2})([/-])([0-9]{1,2})\2([0-9]{4})")
_SHORT_MONTH = re.compile(r"([0-9]{1,2})[ .-]+([A-Za-z]{3,})[ .-]+([0-9]{4}|[0-9]{2})")
_AMONG_WORDS = re.compile(r"[^0-9]*?([0-9]{1,2}(?:[/-][0-9]{1,2}[/-]| [A-Za-z]+ )[0-9]{4})[^0-9]*")
_WORD = re.compile(r"([0-9]{1,2}) ([A-Za-z]+) ([0-9]{4})")
_SHORT_TAHUN = re.compile(r"[0-9]{1,2}([/-])[0-9]{1,2}\1[0-9]{2}")
_POINT = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_ISO = re.compile(r"([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})(?: 00[:.]00(?:[:.]00)?)?")


class InvalidDate(ValueError):
    """A text that is not a date. `str()` is the message for the user, in Indonesian: the text, what is
    wrong with it, and what to write instead."""


def format_tanggal(tanggal: date) -> str:
    """date(2026, 8, 17) → "17 Agustus 2026"."""
    return f"{tanggal.day} {NAMA_BULAN[tanggal.month - 1]} {tanggal.year}"


def parse_date(text: str) -> date:
    """Read "17/8/2026", "17-8-2026" or "17 Agustus 2026" (old spellings Pebruari and Nopember too).

    Raises InvalidDate for every other form (a year of two digits, year or month first), for an unknown
    month, for a day that the calendar does not have and for a year outside 1900–2100.
    """
    clean = " ".join(text.split())
    if not clean:
        raise InvalidDate(f"Isian kosong bukan tanggal. {CONTOH}")
    if len(clean) > MAXIMUM_LENGTH:
        raise InvalidDate(f'"{clean[:MAXIMUM_LENGTH]}…" bukan tanggal: terlalu panjang. {CONTOH}')
    if angka := _ANGKA.fullmatch(clean):
        return _build(clean, int(angka[1]), int(angka[3]), int(angka[4]))
    if word := _WORD.fullmatch(clean):
        bulan = _BULAN.get(word[2].lower())
        if bulan is None:
            raise InvalidDate(f'"{clean}" bukan tanggal: bulan "{word[2]}" tidak dikenal. {_offer(clean)}')
        return _build(clean, int(word[1]), bulan, int(word[3]))
    raise InvalidDate(f'"{clean}" bukan tanggal{_advice(clean)}')


def parse_month(text: str) -> tuple[date, date]:
    """Read "Januari 2021", the date of a document without a day: the first and the last day of that month.

    Raises InvalidDate for every other form.
    """
    try:
        start = parse_date(f"1 {text}")
    except InvalidDate as error:
        raise InvalidDate(f'"{text}" bukan bulan dan tahun. Tulis seperti Januari 2021.') from error
    return start, start.replace(day=calendar.monthrange(start.year, start.month)[1])


def month_called(word: str) -> int | None:
    """The only month of this name, in full or short for it ("Agt", "Nop."); None where none or several are."""
    said = word.strip(" .").lower()
    known = _BULAN | _OTHER_NAMES
    months = {number for name, number in known.items() if len(said) >= _SHORTEST and name.startswith(said)}
    return months.pop() if len(months) == 1 else None


def _build(text: str, hari: int, bulan: int, tahun: int) -> date:
    if not DATE_YEAR_FIRST <= tahun <= DATE_YEAR_LAST:
        raise InvalidDate(
            f'"{text}" tidak dapat diterima: tahun {tahun} di luar {DATE_YEAR_FIRST}–{DATE_YEAR_LAST}. '
            "Periksa tahunnya."
        )
    if not 1 <= bulan <= 12:
        offer = f"Maksud Anda {bulan}/{hari}/{tahun}?" if 1 <= hari <= 12 else CONTOH
        raise InvalidDate(f'"{text}" bukan tanggal: tidak ada bulan ke-{bulan}. {offer}')
    last = calendar.monthrange(tahun, bulan)[1]
    if not 1 <= hari <= last:
        raise InvalidDate(
            f'"{text}" tidak ada di kalender. {NAMA_BULAN[bulan - 1]} {tahun} berlangsung dari tanggal 1 '
            f"sampai {last}."
        )
    return date(tahun, bulan, hari)


def _advice(text: str) -> str:
    """What is wrong with a form that is close to a date, and how to write that very date."""
    if _SHORT_TAHUN.fullmatch(text):
        return f": tahun harus empat angka. {CONTOH}"
    if point := _POINT.fullmatch(text):
        return f": pemisahnya garis miring. Tulis {point[1]}/{point[2]}/{point[3]}."
    if iso := _ISO.fullmatch(text):
        return f": hari ditulis lebih dahulu. Tulis {int(iso[3])}/{int(iso[2])}/{iso[1]}."
    return f". {_offer(text)}"


def _offer(text: str) -> str:
    """The only date that stands among other words or has a short name of its month; how to write one otherwise."""
    day = None
    if short := _SHORT_MONTH.fullmatch(text):
        if month := month_called(short[2]):
            day = f"{short[1]} {NAMA_BULAN[month - 1]} {f'20{short[3]}'[-4:]}"
    elif among := _AMONG_WORDS.fullmatch(text):
        day = among[1]
    with suppress(InvalidDate):
        if day is not None and day != text:
            return f"Maksud Anda {format_tanggal(parse_date(day))}?"
    return CONTOH
