"""The figures in a sentence: percentages, rupiah, years and other numbers, in digits and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Final

from sakip.text.dates import NAMA_BULAN
from sakip.text.numbers import MULTIPLES, InvalidNumber, parse_number
from sakip.text.reading.number_words import ANY_WORD, spelled_numbers


class FigureKind(StrEnum):
    """What a figure counts."""

    PERCENT = "persen"
    RUPIAH = "rupiah"
    YEAR = "tahun"
    NUMBER = "angka"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure as it stands in its text.

    ``value`` is None where its dots and commas have no sure reading ("9.23.268.085"). ``decimals`` are how many are
    written: "95" may be 94,6, "95,00" may not. ``in_words`` is the text in brackets behind it where that spells a
    number or money, empty where none does; ``word`` holds where the figure itself is written in words. ``unit`` is the
    word that follows, in small letters.
    """

    kind: FigureKind
    text: str
    start: int
    end: int
    value: Decimal | None
    decimals: int = 0
    word: bool = False
    in_words: str = ""
    unit: str = ""

    def agrees_with(self, exact: Decimal) -> bool:
        """Whether it is that value, rounded or cut to the decimals that are written."""
        if self.value is None:
            return False
        step = Decimal(1).scaleb(-self.decimals)
        return abs(self.value - exact) < step and (
            abs(self.value - exact) <= step / 2 or abs(self.value) <= abs(exact)
        )


_DIGITS: Final = r"\d(?:[\d.,]*\d)?"
_SPACE: Final = r"[ \t\u00a0\u2007\u202f]*"
_FIGURE: Final = re.compile(
    # A hyphen before a number may join, a minus sign apart from it subtracts: neither is its sign.
    rf"(?<![\w.,/-])(?P<minus>\u2212)?(?P<rp>(?:Rp|IDR)\.?{_SPACE})?(?P<digits>{_DIGITS})"
    # "Rp 4.042.925.439 ,-", "Rp 4.785.097.618-"
    rf"(?(rp)(?:{_SPACE},?[-–](?![\w-]))?|(?:,-|,–)?)"
    rf"(?:{_SPACE}(?P<scale>{'|'.join(MULTIPLES)})\b)?"
    rf"(?:{_SPACE}(?P<percent>%|persen\b|prosen\b|per{_SPACE}sen\b))?"
    rf"(?:{_SPACE}(?P<rupiah>rupiah)\b)?"
    rf"(?:{_SPACE}\((?P<words>[^()\d]*)\))?",
    re.IGNORECASE,
)
_UNIT: Final = re.compile(rf"{_SPACE}([^\W\d_]+)")
_AFTER_WORDS: Final = re.compile(
    rf"{_SPACE}(?P<percent>persen|prosen)?{_SPACE}(?P<rupiah>rupiah)?", re.IGNORECASE
)
_SPELLS: Final = re.compile(r"rupiah|persen|koma", re.IGNORECASE)
#: Numbers that only name: of a letter, a rule, a table, a page, a telephone.
_NAMING: Final = re.compile(
    r"(?:\b(?:nomor|no|pasal|ayat|bab|tabel|gambar|lampiran|halaman|hal|huruf|butir|nip|telp|telepon|tlp|fax|"
    # "huruf a angka 3", and not "berada pada angka 85"
    r"(?<!pada )(?<!di )(?<!ke )(?<!mencapai )(?<!dengan )(?<!mematok )angka|"
    r"permen\w*|perda|perbup|perpres|pp|uu|kode|rt|rw|km|jl|jln)\.?|[/–-])[ \t\u00a0]*$",
    re.IGNORECASE,
)
#: So far before a number stands what it names.
_BEFORE: Final = 24
_OF_MONTH: Final = re.compile(rf"{_SPACE}(?:{'|'.join(NAMA_BULAN)}|pebruari|nopember)\b", re.IGNORECASE)
_ANY: Final = re.compile(rf"\d|{ANY_WORD}", re.IGNORECASE)
_CODE: Final = re.compile(r"\d{1,2}(?:\.\d{2})+(?:\.\d{4})*")
_GOES_ON: Final = re.compile(r"[/\w]|-\w")
_FIRST_YEAR: Final = 1945
_LAST_YEAR: Final = 2099


@lru_cache(maxsize=4096)
def figures(text: str) -> tuple[Figure, ...]:
    """The figures of a sentence in their order; numbers that name a regulation, a table or a page, and days of a month,
    are none. Remembered by the sentence: many checks ask for those of the same ones."""
    return tuple(_figures(text))


def _figures(text: str) -> Iterator[Figure]:
    if not _ANY.search(text):
        return
    found = [*_in_digits(text), *_in_words(text)]
    taken: list[tuple[int, int]] = []
    for one in sorted(found, key=lambda f: (f.start, -f.end)):
        if all(one.start >= end or one.end <= start for start, end in taken):
            taken.append((one.start, one.end))
            yield one


def _in_digits(text: str) -> Iterator[Figure]:
    for found in _FIGURE.finditer(text):
        if _NAMING.search(text, max(0, found.start() - _BEFORE), found.start()) or _part_of_code(text, found):
            continue
        if _OF_MONTH.match(text, found.end("digits")):
            continue
        value = _read(found["digits"])
        kind = _kind(found, value)
        if value is not None and found["scale"]:
            value *= MULTIPLES[found["scale"].casefold()]
        if value is not None and found["minus"]:
            value = -value
        words = (found["words"] or "").strip()
        spells = words and (any(True for _ in spelled_numbers(words)) or _SPELLS.search(words))
        end = found.end() if spells or not found["words"] else text.index("(", found.end("digits"))
        unit = _UNIT.match(text, end)
        decimals = len(found["digits"].partition(",")[2]) if value is not None else 0
        yield Figure(
            kind=kind,
            text=text[found.start() : end].rstrip(),
            start=found.start(),
            end=end,
            value=value,
            decimals=decimals - (len(str(MULTIPLES[found["scale"].casefold()])) - 1 if found["scale"] else 0),
            in_words=words if spells else "",
            unit=unit[1].casefold() if unit else "",
        )


def _in_words(text: str) -> Iterator[Figure]:
    for spelled in spelled_numbers(text):
        after = _AFTER_WORDS.match(text, spelled.end)
        percent, rupiah = (after["percent"], after["rupiah"]) if after else (None, None)
        kind = FigureKind.PERCENT if percent else FigureKind.RUPIAH if rupiah else FigureKind.NUMBER
        end = after.end() if after and (percent or rupiah) else spelled.end
        unit = _UNIT.match(text, end)
        yield Figure(
            kind=kind,
            text=text[spelled.start : end],
            start=spelled.start,
            end=end,
            value=None if spelled.value is None else Decimal(spelled.value),
            word=True,
            unit=unit[1].casefold() if unit else "",
        )


def _kind(found: re.Match[str], value: Decimal | None) -> FigureKind:
    if found["rp"] or found["rupiah"]:
        return FigureKind.RUPIAH
    if found["percent"]:
        return FigureKind.PERCENT
    digits = found["digits"]
    year = len(digits) == 4 and digits.isdigit() and _FIRST_YEAR <= int(digits) <= _LAST_YEAR
    return FigureKind.YEAR if year and not found["scale"] else FigureKind.NUMBER


def _part_of_code(text: str, found: re.Match[str]) -> bool:
    """Whether the digits go on into a code, a date or a fraction: 35.09.05, 7.01.01, 17/8/2026, 2021-2026."""
    digits, follows = found["digits"], text[found.end("digits") : found.end("digits") + 2]
    code = digits.count(".") >= 1 and _CODE.fullmatch(digits)
    return bool(code and not found["rp"] and not found["percent"]) or bool(_GOES_ON.match(follows))


def _read(digits: str) -> Decimal | None:
    try:
        return parse_number(digits)
    except InvalidNumber:
        return None
