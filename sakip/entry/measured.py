"""Kinds of value of what is measured: a target (number, letter or range) and a recorded value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from kecamatan.ground.texts import Refused, tidy_text
from sakip.entry.number_kinds import Number
from sakip.entry.value_kinds import SAYS_NOTHING, Text, shorten
from sakip.text.numbers import (
    WITH_REMARK,
    WITH_WORDS_LENGTH,
    format_angka,
    number_alone,
    written_by_accounting,
)

_RANGE = re.compile(
    r"(?P<low>.*?[0-9%])\s*(?:-|–|—|s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?)\s*(?P<high>[-\u2212]?\s*[0-9R].*)",
    re.IGNORECASE | re.DOTALL,
)
_FRACTION = re.compile(r"(?:\s*rp)?[^/a-z]*/(?:\s*rp)?[^/a-z]*", re.IGNORECASE)
_OF = re.compile(r"(?P<above>[0-9].*?)\s*(?:/|:|\bdari\b)\s*(?P<below>[0-9].*)", re.IGNORECASE | re.DOTALL)
_BOUND = re.compile(r"(?:[<>]=?|[≤≥±])\s*(?P<figure>[0-9].*)", re.DOTALL)
_QUOTED = re.compile(r'["“”](?P<text>.+)["“”]', re.DOTALL)
_UNAVAILABLE = re.compile(r"tidak\s+tersedia\s*[.:;,–-]?\s*(?P<reason>.*)", re.IGNORECASE | re.DOTALL)
_NO_VALUE_REMEDY: Final = 'Kosongkan bila belum ada, atau tulis "tidak tersedia: " beserta alasannya.'

NO_TARGET: Final[dict[str, Any]] = {"angka": None, "huruf": "", "bawah": None, "atas": None}
"""The columns of a target that says nothing."""

NO_VALUE: Final[dict[str, Any]] = {
    "keadaan": "terisi",
    "angka": None,
    "huruf": "",
    "pembilang": None,
    "penyebut": None,
    "alasan": "",
}
"""The columns of a recorded value that says nothing."""

LETTERS_LONGEST: Final = 100


def _shaped(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """A shape of values. A page that was pasted by mistake is not asked: the patterns would look for minutes."""
    return pattern.fullmatch(text) if len(text) <= WITH_WORDS_LENGTH else None


@dataclass(frozen=True)
class Lettered(Number):
    """A number, or words that the judge of the row looks up on a scale (``huruf``)."""

    def _refuse_remark(self, text: str) -> None:
        """A number, range or fraction with words in brackets behind it, which belong to its printed form."""
        found = _shaped(WITH_REMARK, text)
        if found is None:
            return
        try:
            value = self.parse(found["number"])
        except Refused:
            return
        if not value["huruf"] and not value.get("alasan"):
            raise Refused(
                f'"{shorten(text)}" bukan angka. Tulis {self.text(value)}, lalu tulis "{shorten(text)}" pada'
                ' "Seperti tercetak".'
            )

    def number(self, raw: Any) -> Decimal:
        """As every number; a bound (">80") is the printed form of its figure."""
        if isinstance(raw, str) and (found := _shaped(_BOUND, text := tidy_text(raw))):
            figure = format_angka(super().number(found["figure"]))
            raise Refused(
                f'"{shorten(text)}" memuat tanda banding. Tulis {figure}, lalu tulis "{shorten(text)}" pada'
                ' "Seperti tercetak".'
            )
        return super().number(raw)

    def _words(self, text: str) -> str | None:
        """Words that may name a category; None where the text can only be a number."""
        if quoted := _QUOTED.fullmatch(text):
            return quoted["text"][:LETTERS_LONGEST]
        letters = sum(c.isalpha() for c in text)
        if (
            letters
            and not re.match(r"[-\u2212\s]*(rp\.?\s*)?[0-9.,]", text, re.IGNORECASE)
            and written_by_accounting(text) is None
        ):
            return " ".join(text.split())[:LETTERS_LONGEST]
        return None


@dataclass(frozen=True)
class Planned(Lettered):
    """A target: number, letter or range, as a dict of its columns (:data:`NO_TARGET`)."""

    def parse(self, raw: Any) -> dict[str, Any]:
        """What was entered; whether it fits the indikator is the row's question."""
        if isinstance(raw, dict):
            return NO_TARGET | raw
        if not isinstance(raw, str):
            return NO_TARGET | {"angka": super().parse(raw)}
        text = tidy_text(raw)
        self._refuse_remark(text)
        if (span := _shaped(_RANGE, text)) and not _QUOTED.fullmatch(text):
            low, high = (super(Planned, self).parse(span[side]) for side in ("low", "high"))
            if low > high:
                raise Refused(
                    f'"{shorten(text)}" terbalik: batas bawah ditulis lebih dahulu.'
                    f" Tulis {format_angka(high)} s.d. {format_angka(low)}."
                )
            return NO_TARGET | {"bawah": low, "atas": high}
        if SAYS_NOTHING.fullmatch(text):
            raise Refused(f'"{shorten(text)}" bukan target. Kosongkan bila belum ada.')
        if words := self._words(text):
            return NO_TARGET | {"huruf": words}
        return NO_TARGET | {"angka": super().parse(text)}

    def text(self, value: Any) -> str:
        """The target in one text, as it is typed."""
        if value is None:
            return ""
        if value["angka"] is not None:
            return super().text(value["angka"])
        if value["bawah"] is not None and value["atas"] is not None:
            return "–".join(super(Planned, self).text(value[side]) for side in ("bawah", "atas"))
        return str(value["huruf"])

    def cell(self, value: Any) -> Any:
        """The target in one cell."""
        if value is None:
            return None
        if value["angka"] is not None:
            return super().cell(value["angka"])
        if value["bawah"] is not None and value["atas"] is not None:
            return " s.d. ".join(super(Planned, self).text(value[side]) for side in ("bawah", "atas"))
        return quote_digits(value["huruf"]) or None


@dataclass(frozen=True)
class Recorded(Lettered):
    """A recorded value: number, letter, fraction ("45/50") or "tidak tersedia: …", as a dict (:data:`NO_VALUE`)."""

    def parse(self, raw: Any) -> dict[str, Any]:
        """What was entered; whether it fits the indikator is the row's question."""
        if isinstance(raw, dict):
            return NO_VALUE | raw
        if not isinstance(raw, str):
            return NO_VALUE | {"angka": super().parse(raw)}
        text = tidy_text(raw)
        self._refuse_remark(text)
        if state := _UNAVAILABLE.fullmatch(text):
            reason = Text(one_line=True).parse(state["reason"])
            if not reason:
                raise Refused(
                    f'"{shorten(text)}" tanpa alasan. Tulis alasannya, misalnya'
                    ' "tidak tersedia: survei belum dilaksanakan".'
                )
            return NO_VALUE | {"keadaan": "tidak tersedia", "alasan": reason}
        if SAYS_NOTHING.fullmatch(text):
            raise Refused(f'"{shorten(text)}" bukan nilai. {_NO_VALUE_REMEDY}')
        if _shaped(_FRACTION, text) and any(c.isdigit() for c in text):
            above, _, below = text.partition("/")
            if not above.strip() or not below.strip():
                raise Refused(f'"{shorten(text)}" bukan pecahan. Isi pembilang dan penyebut, misalnya 45/50.')
            return NO_VALUE | {"pembilang": super().parse(above), "penyebut": super().parse(below)}
        if words := self._words(text):
            return NO_VALUE | {"huruf": words}
        self._refuse_two_numbers(text)
        return NO_VALUE | {"angka": super().parse(text)}

    def _refuse_two_numbers(self, text: str) -> None:
        """A fraction in words ("45 dari 50"), which is offered as one, and a range, which is no result."""
        if found := _shaped(_OF, text):
            above, below = number_alone(found["above"]), number_alone(found["below"])
            if above is not None and below is not None:
                raise Refused(
                    f'"{shorten(text)}" bukan angka. Tulis {format_angka(above)}/{format_angka(below)}.'
                )
        if _shaped(_RANGE, text):
            raise Refused(f'"{shorten(text)}" adalah rentang, bukan satu nilai. Tulis nilai yang dicapai.')

    def text(self, value: Any) -> str:
        """The text of its cell, as it is typed."""
        if value is None:
            return ""
        if value["keadaan"] == "tidak tersedia":
            return f"tidak tersedia: {' '.join(str(value['alasan']).split())}"
        if value["pembilang"] is not None and value["penyebut"] is not None:
            return "/".join(super(Recorded, self).text(value[part]) for part in ("pembilang", "penyebut"))
        return str(value["huruf"]) if value["angka"] is None else super().text(value["angka"])

    def cell(self, value: Any) -> Any:
        """Number or letter; fraction and state have columns of their own."""
        if value is None:
            return None
        return (
            quote_digits(value["huruf"]) or None if value["angka"] is None else super().cell(value["angka"])
        )


def quote_digits(letters: str) -> str:
    """Letters that would be read as something else stand in quotation marks."""
    if not letters:
        return ""
    try:
        same = Planned().parse(letters)["huruf"] == letters
    except Refused:
        same = False
    return letters if same else f'"{letters}"'
