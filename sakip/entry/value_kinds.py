"""Kinds of value: how one value is read from whatever a door brings, and written for people and for Excel.

Every door (a form's field, a cell of the grid, a pasted block, a cell of the workbook, a fixture) reads with the same
kind, so that one text has one verdict, one stored value and one sentence everywhere. What comes in is a text, or what
Excel and JSON hold themselves (number, truth value, date, list). What has two readings is refused, never guessed.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, ClassVar, Final

from kecamatan.ground.texts import Refused, quote, tidy_text
from kecamatan.ground.years import DATE_YEAR_FIRST, DATE_YEAR_LAST
from sakip.text.dates import InvalidDate, format_tanggal, parse_date, parse_month
from sakip.text.numbers import format_angka

CELL_LENGTH: Final = 32_767
"""Characters that a cell of Excel can hold."""

LONGEST_TEXT: Final = 10_000
"""Characters of a text whose column knows no bound: three printed pages. It is a name, a reason or a remark, stands in
many tables and on every page of its year, and has to fit into a cell of Excel."""

LINE_BREAK: Final = "\u2028"
"""Stands for a line break inside an item of a list, where a line break separates items."""

_KEY = re.compile(r"[-a-zA-Z0-9_]+")
SAYS_NOTHING: Final = re.compile(
    r"[-–—]+|\.{2,}|…|\?+|n\s*/\s*a|n\.?\s?a\.?|nihil|kosong"
    r"|(?:belum|tidak|tdk\.?)\s+(?:ada|tersedia|diisi)(?:\s+data)?|data\s+(?:belum|tidak)\s+(?:ada|tersedia)",
    re.IGNORECASE,
)
"""What people write where there is no value."""

LEAVE_EMPTY: Final = "Kosongkan bila belum ada."
"""What to do instead."""

_READ_AS: Final = ((bool, "nilai logika"), (date, "tanggal"), (time, "jam"), (timedelta, "jam"))
"""What Excel makes of a text that is none of it: of 1/2 the first of February, of 1:2 two minutes past one."""

_EXCEL_DAY_ZERO: Final = date(1899, 12, 30)
_EXCEL_EXACT: Final = Decimal(10) ** 15


def shorten(value: object) -> str:
    """A value as a message quotes it."""
    if isinstance(value, bool):
        text = "TRUE" if value else "FALSE"
    elif isinstance(value, date):
        text = format_tanggal(value)
    elif isinstance(value, float) and not math.isfinite(value):
        text = str(value)
    elif isinstance(value, int | float | Decimal):
        text = format_angka(exact(value))
    else:
        text = str(value)
    return quote(text)


def exact(value: float | int | Decimal) -> Decimal:
    """A number as Excel shows it: fifteen digits, without the noise of binary fractions.

    Raises Refused for what is no finite number.
    """
    if isinstance(value, float):
        if not math.isfinite(value):
            raise Refused(f'"{shorten(value)}" di luar jangkauan angka. Ketik ulang angkanya.')
        return Decimal(format(value, ".15g"))
    return Decimal(value)


def refuse_what_excel_made(raw: object, wanted: str) -> None:
    """Refuse a date, a time or a truth value where another kind is ``wanted``; typed as a text it stays what it is."""
    for kind, words in _READ_AS:
        if isinstance(raw, kind):
            raise Refused(
                f'"{shorten(raw)}" terbaca sebagai {words}, bukan {wanted}.'
                " Ubah format selnya menjadi Teks, lalu ketik ulang."
            )


def plain_number(number: Decimal) -> str:
    """A number as text with a decimal point and without padding zeros: what fixture files hold."""
    text = format(number, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


@dataclass(frozen=True)
class Value:
    """A kind of value. ``cell_format`` is Excel's number format, ``right`` aligns figures, ``hint`` is said beside a
    field."""

    hint: ClassVar[str] = ""

    cell_format: str = "@"
    right: bool = False

    def nothing(self) -> Any:
        """What a field holds that was left empty."""
        return None

    def parse(self, raw: Any) -> Any:
        """What a door brings, not empty → the value. Raises :class:`Refused`."""
        raise NotImplementedError

    def text(self, value: Any) -> str:
        """The value as people read and type it; empty for None."""
        return "" if value is None else str(value)

    def cell(self, value: Any) -> Any:
        """The value as a cell of Excel holds it: its text; None leaves the cell empty."""
        return self.text(value) or None


def is_empty(raw: Any) -> bool:
    """Whether nothing was entered; blanks alone are nothing."""
    return raw is None or (isinstance(raw, str) and not raw.strip()) or raw == []


@dataclass(frozen=True)
class Text(Value):
    """A text of at most ``longest`` characters, where that is None of :data:`LONGEST_TEXT`; ``one_line`` has no line
    breaks."""

    one_line: bool = False
    longest: int | None = None

    def parse(self, raw: Any) -> str:
        """The text; a whole number that Excel made of it is read back."""
        text, most = self.words(raw), LONGEST_TEXT if self.longest is None else self.longest
        if len(text) > most:
            raise Refused(
                f'"{shorten(text)}" terlalu panjang: {len(text)} karakter, paling banyak {most}. Ringkas.'
            )
        return text

    def words(self, raw: Any) -> str:
        """The text, whatever its length."""
        refuse_what_excel_made(raw, "teks")
        if isinstance(raw, int | float | Decimal):
            if abs(number := exact(raw)) >= _EXCEL_EXACT:
                raise Refused(
                    f'"{shorten(raw)}" tersimpan sebagai bilangan, sehingga angka sesudah yang ke-15 hilang.'
                    " Ubah format selnya menjadi Teks, lalu ketik ulang."
                )
            return format_angka(number).replace(".", "")
        text = tidy_text(str(raw))
        return " ".join(text.split()) if self.one_line else text


@dataclass(frozen=True)
class Key(Text):
    """A short name without blanks, by which other rows refer to this one."""

    one_line: bool = True

    def words(self, raw: Any) -> str:
        """The key."""
        text = super().words(raw)
        if not _KEY.fullmatch(text):
            raise Refused(
                f'"{shorten(text)}" bukan kunci. Tulis huruf, angka, atau tanda hubung tanpa spasi, misalnya'
                f" {re.sub('[^a-z0-9]+', '-', text.lower()).strip('-') or 'skm'}."
            )
        return text


@dataclass(frozen=True)
class Lines(Value):
    """A list of texts, one to a line; empty lines mean nothing."""

    hint = "Satu butir per baris."

    def nothing(self) -> list[str]:
        """No lines."""
        return []

    def parse(self, raw: Any) -> list[str]:
        """The lines that say something."""
        if isinstance(raw, list):
            Text().parse("\n".join(map(str, raw)))
            return [Text().parse(item) for item in raw]
        # Not splitlines(): it would take LINE_BREAK for the end of an item.
        lines = Text().parse(raw).split("\n")
        return [line.strip().replace(LINE_BREAK, "\n") for line in lines if line.strip()]

    def text(self, value: Any) -> str:
        """One to a line."""
        return "\n".join(LINE_BREAK.join(item.splitlines()) for item in value or ())


@dataclass(frozen=True)
class Date(Value):
    """A date. ``printed_beside``: a date without a day has a column of its own ("Tanggal seperti tercetak")."""

    hint = "Misalnya 17/8/2026 atau 17 Agustus 2026."

    cell_format: str = "d mmmm yyyy"
    right: bool = True
    printed_beside: bool = True

    def parse(self, raw: Any) -> date:
        """The date that Excel holds, or the one that a text says."""
        if isinstance(raw, date):
            day = raw.date() if isinstance(raw, datetime) else raw
            if not DATE_YEAR_FIRST <= day.year <= DATE_YEAR_LAST:
                raise Refused(
                    f'"{shorten(raw)}" di luar {DATE_YEAR_FIRST}–{DATE_YEAR_LAST}. Periksa tahunnya.'
                )
            return day
        if isinstance(raw, int | float | Decimal) and not isinstance(raw, bool):
            raise Refused(f'"{shorten(raw)}" bukan tanggal. {_meant_day(raw)}')
        if not isinstance(raw, str):
            raise Refused(f'"{shorten(raw)}" bukan tanggal. Tulis seperti 17/8/2026.')
        text = tidy_text(raw)
        if re.fullmatch(r"(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}", text):  # what fixture files hold
            try:
                return date.fromisoformat(text)
            except ValueError:
                pass
        if found := re.fullmatch(r"([0-9]{5})(?:[.,][0-9]+)?", text):
            raise Refused(f'"{text}" bukan tanggal. {_meant_day(int(found[1]))}')
        if SAYS_NOTHING.fullmatch(text):
            raise Refused(f'"{shorten(text)}" bukan tanggal. {LEAVE_EMPTY}')
        try:
            return parse_date(text)
        except InvalidDate as problem:
            raise Refused(f"{problem}{self._month_only(text)}") from problem

    def _month_only(self, text: str) -> str:
        """Where the date of a document belongs that has no day."""
        try:
            month = parse_month(text)
        except InvalidDate:
            return ""
        if self.printed_beside:
            return ' Bila harinya tidak diketahui, tulis pada "Tanggal seperti tercetak".'
        return f" Tulis dengan harinya, misalnya {format_tanggal(month[0])}."

    def text(self, value: Any) -> str:
        """In words."""
        return "" if value is None else format_tanggal(value)

    def cell(self, value: Any) -> Any:
        """The date."""
        return value


def _meant_day(number: float | int | Decimal) -> str:
    """What a date means whose format Excel lost."""
    try:
        day = _EXCEL_DAY_ZERO + timedelta(days=int(number))
    except (OverflowError, ValueError):
        return "Tulis seperti 17/8/2026."
    if not 1950 <= day.year <= 2100:
        return "Tulis seperti 17/8/2026."
    return f"Maksud Anda {format_tanggal(day)}?"


#: Words of choices as workbooks handed out before have them, and as they are now.
_FORMER_WORDS: Final = {
    "jumlah keempat triwulan": "jumlah triwulan yang diukur",
    "rata-rata keempat triwulan": "rata-rata triwulan yang diukur",
    "kendala (ikhtisar dan penutup)": "kendala (bab iv)",
    "langkah perbaikan (ikhtisar dan penutup)": "langkah perbaikan (bab iv)",
}


@dataclass(frozen=True)
class Choice(Value):
    """One of a few values: people read the words, the record keeps the code."""

    choices: tuple[tuple[str, str], ...] = ()

    def parse(self, raw: Any) -> Any:
        """The code of the words; the code itself is read as well, and so are words that were in use before."""
        text = " ".join(tidy_text(str(raw)).split()).casefold()
        text = _FORMER_WORDS.get(text, text)
        for code, words in self.choices:
            if text in (code.casefold(), words.casefold()):
                return code
        empty = " Kosongkan bila belum ada, atau pilih" if SAYS_NOTHING.fullmatch(text) else " Pilih"
        raise Refused(f'"{shorten(raw)}" tidak dikenal.{empty} {one_of(words for _, words in self.choices)}.')

    def text(self, value: Any) -> str:
        """The words of a code."""
        return "" if value in (None, "") else dict(self.choices).get(str(value), str(value))


@dataclass(frozen=True)
class YesNo(Choice):
    """Yes or no, as bool."""

    choices: tuple[tuple[str, str], ...] = (("ya", "Ya"), ("tidak", "Tidak"))

    def parse(self, raw: Any) -> Any:
        """True or False."""
        return raw if isinstance(raw, bool) else super().parse(raw) == "ya"

    def text(self, value: Any) -> str:
        """The word."""
        return "" if value is None else "Ya" if value else "Tidak"


@dataclass(frozen=True)
class WholeChoice(Choice):
    """One of a few numbers shown as words, as int."""

    def parse(self, raw: Any) -> Any:
        """The number."""
        return int(super().parse(raw))


@dataclass(frozen=True)
class Remark(Value):
    """A column that helps whoever fills the sheet and is not read."""


def one_of(words: Iterable[str]) -> str:
    """ "A", "A atau B", "A, B, atau C": the comma before *atau* is written from three on."""
    *before, last = words
    if len(before) == 1:
        return f"{before[0]} atau {last}"
    return f"{', '.join(before)}, atau {last}" if before else last
