"""Numbers and names as the cells of an office's tables have them. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from sakip.text.reading.slips import mistyped
from sakip.text.reading.stems import stem
from sakip.text.reading.words import word_set

_NUMBER: Final = re.compile(r"(?<![\w.,/])(\d[\d.,]*\d|\d)(?![\w/]|[.,]\d)")
#: What offices write where there is no value.
_NONE: Final = re.compile(r"[\s\-–—]*|n\s?[./]?\s?a\.?|\(?tidak\s+ada\s+data\)?|tad", re.IGNORECASE)
_GROUPED: Final = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_COMMAS: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_LETTER: Final = re.compile(r"(AA|A|BB|B|CC|C|D|E)(?:\s*\(([\d.,]+)\))?", re.IGNORECASE)
#: Of the size of money.
LEAST_MONEY: Final = Decimal(100_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What a cell says: a number or a letter. ``text`` is as it is written, ``percent`` whether it says so."""

    text: str
    number: Decimal | None = None
    letter: str = ""
    percent: bool = False
    decimals: int = 0

    @property
    def key(self) -> str:
        """By what two are compared: "98 %" and "98" are one."""
        return self.letter or (f"{self.number.normalize():f}" if self.number is not None else self.text)


def read_value(cell: str) -> Value | None:
    """The number or letter of a cell that holds one; None for an empty one, a dash, a sentence or several numbers."""
    text = cell.strip().lstrip(":=≥>➤ ").strip()
    if found := _LETTER.fullmatch(text):
        return Value(text=text, letter=found[1].upper())
    numbers = list(_NUMBER.finditer(text))
    if len(numbers) != 1 or len(text) > 40:
        return None
    number = decimal_of(numbers[0][1])
    if number is None:
        return None
    behind = text[numbers[0].end() :].lstrip()
    percent = behind.startswith("%") or behind.casefold().startswith(("persen", "prosen"))
    return Value(text=text, number=number, percent=percent, decimals=decimals_of(numbers[0][1]))


def says_none(cell: str) -> bool:
    """Whether a cell says that there is no value: empty, a dash, "n/a"."""
    return _NONE.fullmatch(cell.strip()) is not None


def decimal_of(digits: str) -> Decimal | None:
    """A number as offices write it: dots between thousands, a comma or a single dot before decimals."""
    digits = digits.strip(".,")
    if _GROUPED.fullmatch(digits):
        return Decimal(digits.replace(".", "").replace(",", "."))
    if _COMMAS.fullmatch(digits) and (digits.count(",") > 1 or "." in digits):
        return Decimal(digits.replace(",", ""))
    if re.fullmatch(r"\d+(?:[.,]\d{1,4})?", digits):
        return Decimal(digits.replace(",", "."))
    return None


def decimals_of(digits: str) -> int:
    """How many decimals are written."""
    digits = digits.strip(".,")
    if _GROUPED.fullmatch(digits):
        return len(digits.partition(",")[2])
    if _COMMAS.fullmatch(digits) and "." in digits:
        return len(digits.partition(".")[2])
    found = re.fullmatch(r"\d+[.,](\d{1,4})", digits)
    return len(found[1]) if found else 0


def agrees(written: Decimal, exact: Decimal, decimals: int) -> str:
    """ "rounded", "cut" (its decimals were cut off), or "" where the written number is not that value."""
    step = Decimal(1).scaleb(-decimals)
    if abs(written - exact) <= step / 2:
        return "rounded"
    return "cut" if written <= exact < written + step else ""


#: What says nothing of what is measured.
_EMPTY: Final = word_set(
    "dan atau di dalam pada yang dengan untuk dari ke serta oleh tingkat jumlah nilai hasil persentase prosentase",
    "prasentase presentase indeks indek bidang wilayah kecamatan kabupaten kota tahun satu sudah telah secara kinerja",
    "rata kantor opd pd skpd terhadap sesuai hal umum",
)
_MEASURES: Final = ("nilai", "jumlah", "hasil", "persentase", "prosentase", "indeks", "tingkat")
_ACRONYMS: Final = (
    (
        re.compile(r"\b(?:skm|ikm)\b|\b(?:survei|survey|indeks|indek|kepuasan)\s+kepuasan\s+masyarakat\b"),
        "skm",
    ),
    (re.compile(r"\bkepuasan\s+masyarakat\b"), "skm"),
    (re.compile(r"\b(?:sakip|sakib|akip|lakip)\b"), "sakip"),
    (re.compile(r"\b(?:ipp|pelayanan\s+publik\s+\(ipp\))\b"), "ipp"),
)
#: Of what is called by such a short name they say nothing more.
_BESIDE: Final = {
    "skm": frozenset(
        {stem(word) for word in ("pelayanan", "publik", "public", "masyarakat", "survei", "kualitas")}
    ),
    "sakip": frozenset({stem(word) for word in ("perangkat", "daerah", "evaluasi", "akuntabilitas")}),
}
_NUMBERING: Final = re.compile(r"^\s*(?:[-–•➤]\s*)?(?:\d{1,2}|[a-z])\s*[.)]\s*|^\s*\d\s+(?=\D)|^\s*[-–•➤]\s*")
_BRACKETS: Final = re.compile(r"\((?:skm|ikm|ipp|sakip)\)", re.IGNORECASE)
_ALIKE: Final = 0.6
_SAME: Final = 0.8
_MOST: Final = 0.75
_LONG: Final = 5


def plain_name(text: str) -> str:
    """A name without the number or mark before it."""
    return _NUMBERING.sub("", " ".join(text.split())).strip(" .:;,")


@lru_cache(maxsize=5000)  # a paper names its indikator again and again
def words_of(name: str) -> frozenset[str]:
    """What tells an indikator, a sasaran or a program from others: its words without endings and fillers."""
    text = _BRACKETS.sub(" ", name.casefold())
    short = []
    for pattern, meant in _ACRONYMS:
        if pattern.search(text):
            text = pattern.sub(" ", text)
            short.append(meant)
    words = {
        stem(word) for word in re.findall(r"[^\W\d_]{3,}", text) if word not in _EMPTY and not _filler(word)
    }
    for one in short:
        words -= _BESIDE.get(one, frozenset())
    return frozenset(words | set(short))


def _filler(word: str) -> bool:
    """Whether it is one of the words before what is measured, with a slip of the pen."""
    return any(mistyped(word, one) for one in _MEASURES)


def whole_name(name: str) -> frozenset[str]:
    """All words of the name of a program, kegiatan or sub kegiatan without their endings: many differ by one alone."""
    return frozenset(stem(word) for word in re.findall(r"[^\W\d_]{3,}", name.casefold()))


def same_name(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two such names are one."""
    return len(one & other) >= _SAME * len(one | other) > 0


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two names mean one thing: most of their words are the same, of long ones most of the shorter's."""
    if not one or not other:
        return False
    same = len(one & other)
    if same >= _ALIKE * len(one | other):
        return True
    fewer = min(len(one), len(other))
    if fewer >= _LONG and same >= _MOST * fewer:
        return True
    left, right = one - other, other - one
    return same == 0 < fewer and len(left) == len(right) == 1 and _one_slip(*left, *right)


def _one_slip(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _LONG and one[0] == other[0] and mistyped(one, other)
