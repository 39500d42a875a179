"""Kinds of value that are numbers: amounts of money, counts and years among them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kecamatan.ground.texts import Refused, tidy_text
from kecamatan.ground.years import YEAR_FIRST, YEAR_LAST
from sakip.entry.value_kinds import LEAVE_EMPTY, SAYS_NOTHING, Value, exact, refuse_what_excel_made, shorten
from sakip.text.numbers import InvalidNumber, format_angka, parse_number, parse_rupiah, read_with_comma


class TypedNumber(Decimal):
    """A number that remembers the text it was read from, until it is computed with or stored.

    The judge of a row asks it: "83.125" is eighty-three thousand of people, but of a percentage it has two readings.
    """

    typed: str = ""

    @classmethod
    def read(cls, number: Decimal, typed: str) -> TypedNumber:
        """The number with its text."""
        result = cls(number)
        result.typed = typed
        return result


@dataclass(frozen=True)
class Number(Value):
    """A number with at most ``decimals`` decimals and ``digits`` digits before them.

    Fifteen digits in all: what SQLite and Excel keep exactly.
    """

    cell_format: str = "#,##0.####"
    right: bool = True
    decimals: int = 4
    digits: int = 11
    negative: bool = True

    def parse(self, raw: Any) -> Any:
        """The number, exactly."""
        return self.limit(self.number(raw), raw)

    def number(self, raw: Any) -> Decimal:
        """The number that a door brings, whatever its size."""
        refuse_what_excel_made(raw, "angka")
        if isinstance(raw, int | float | Decimal):
            return exact(raw)
        text = tidy_text(str(raw))
        if SAYS_NOTHING.fullmatch(text):
            raise Refused(
                f'"{shorten(text)}" bukan angka. Kosongkan bila belum ada, atau tulis 0 bila nihil.'
            )
        try:
            return TypedNumber.read(self._read(text), text)
        except InvalidNumber as problem:
            raise Refused(str(problem)) from problem

    def _read(self, text: str) -> Decimal:
        return parse_number(text)

    def limit(self, number: Decimal, raw: Any) -> Decimal:
        """The number, unless it is too fine, too large or negative where it cannot be."""
        if not self.decimals and isinstance(raw, str) and (readings := read_with_comma(tidy_text(raw))):
            whole = " atau ".join(reading for reading in readings if "," not in reading)
            raise Refused(f'"{shorten(raw)}" bukan bilangan bulat. Maksud Anda {whole}?')
        if -int(number.normalize().as_tuple().exponent) > self.decimals:
            bound = f"paling banyak {self.decimals} desimal" if self.decimals else "bilangan bulat"
            example = format_angka(Decimal(number), self.decimals)
            raise Refused(f'"{shorten(raw)}" terlalu rinci. Tulis {bound}, misalnya {example}.')
        if number and number.adjusted() >= self.digits:
            raise Refused(
                f'"{shorten(raw)}" terlalu besar: lebih dari {self.digits} angka di depan koma. Periksa angkanya.'
            )
        if number < 0 and not self.negative:
            raise Refused(f'"{shorten(raw)}" negatif. Tulis 0 atau lebih.')
        return number

    def text(self, value: Any) -> str:
        """In Indonesian, with its own decimals."""
        return "" if value is None else format_angka(Decimal(value))

    def cell(self, value: Any) -> Any:
        """The number; one that Excel cannot keep exactly is written as text."""
        if value is None:
            return None
        number = Decimal(value).normalize()
        if len(number.as_tuple().digits) > 15:
            return format_angka(number)
        return int(number) if number == number.to_integral_value() else number


@dataclass(frozen=True)
class Rupiah(Number):
    """An amount of money in rupiah, not negative."""

    cell_format: str = "#,##0.##"
    decimals: int = 2
    digits: int = 13
    negative: bool = False

    def _read(self, text: str) -> Decimal:
        return parse_rupiah(text)

    def limit(self, number: Decimal, raw: Any) -> Decimal:
        """In the words of money."""
        if number < 0:
            raise Refused(f'"{shorten(raw)}" negatif. Tulis jumlah rupiah nol atau lebih.')
        return super().limit(number, raw)


@dataclass(frozen=True)
class Whole(Number):
    """A count from zero, as int."""

    cell_format: str = "#,##0"
    decimals: int = 0
    digits: int = 10
    negative: bool = False
    largest: int = 2**31 - 1

    def _read(self, text: str) -> Decimal:
        number = parse_number(text, whole=True)
        if "%" in text:
            raise InvalidNumber(f'"{shorten(text)}" adalah persentase, bukan jumlah. Tulis jumlahnya.')
        if "rp" in text.casefold():
            raise InvalidNumber(
                f'"{shorten(text)}" adalah jumlah uang, bukan bilangan. Tulis angkanya tanpa Rp.'
            )
        return number

    def parse(self, raw: Any) -> Any:
        """The number."""
        number = int(super().parse(raw))
        if number > self.largest:
            raise Refused(
                f'"{shorten(raw)}" terlalu besar. Tulis paling banyak {format_angka(self.largest)}.'
            )
        return number


@dataclass(frozen=True)
class Year(Whole):
    """A year that a document can be of, as int."""

    cell_format: str = "0"

    def parse(self, raw: Any) -> Any:
        """The year: four digits and nothing else, when it comes as text."""
        if not isinstance(raw, str):
            year = super().parse(raw)
        elif re.fullmatch("[0-9]{4}", text := tidy_text(raw)):
            year = int(text)
        elif SAYS_NOTHING.fullmatch(text):
            raise Refused(f'"{shorten(text)}" bukan tahun. {LEAVE_EMPTY}')
        else:
            year = 0
        if not YEAR_FIRST <= year <= YEAR_LAST:
            shown = str(raw) if isinstance(raw, int) else shorten(raw)
            raise Refused(
                f'"{shown}" bukan tahun. Tulis empat angka antara {YEAR_FIRST} dan {YEAR_LAST}, misalnya 2026.'
            )
        return year

    def text(self, value: Any) -> str:
        """Four digits."""
        return "" if value is None else str(value)
