"""Percentages of a sentence that together claim to be a whole: "60% laki-laki dan 40% perempuan". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from sakip.capaian.rounding import HUNDRED
from sakip.text.reading.figures import Figure, FigureKind, figures
from sakip.text.reading.parts import linked, run_of
from sakip.text.reading.words import says_any, word_set

#: What leads to shares of one whole, somewhere before the first of them.
_WHOLE: Final = re.compile(
    r"\b(?:terdiri\s+(?:atas|dari)|terbagi\s+(?:atas|dalam|menjadi|ke\s+dalam)|proporsi(?:nya)?|porsi(?:nya)?|komposisi(?:nya)?|"
    r"(?:dengan|adapun)\s+rincian(?:nya)?)\b",
    re.IGNORECASE,
)
_REST: Final = re.compile(r"\b(?:sisanya|selebihnya)\b[^.;:%]*$", re.IGNORECASE)
_NOT_BEFORE: Final = re.compile(
    r"\b(?:target\w*|dari|dibanding\w*|menjadi)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
#: What each of them falls into one category of, and the words for those.
_SORTED: Final = word_set("indikator indicator sasaran program kegiatan responden")
_CATEGORIES: Final = re.compile(
    r"\b(?:kategori|tergolong|di\s*atas|di\s*bawah|tercapai|melampaui|disimpulkan|predikat|sesuai\s+target)\b",
    re.IGNORECASE,
)
_HINTS: Final = (
    "terdiri",
    "terbagi",
    "porsi",
    "komposisi",
    "rincian",
    "sisanya",
    "selebihnya",
    "sasaran",
    "kategori",
    "tergolong",
    "disimpulkan",
)
_LEAST: Final = 2
_MOST: Final = 30

Shares = tuple[Figure, ...]


def shares(sentence: str) -> Iterator[Shares]:
    """The percentages that a sentence gives out as the parts of a whole, where they do not come to one."""
    if ("%" not in sentence and not says_any(sentence, ("persen", "prosen"))) or not says_any(
        sentence, _HINTS
    ):
        return
    told = [f for f in figures(sentence) if f.kind is FigureKind.PERCENT and f.value is not None]
    if len(told) < _LEAST:
        return
    for found in (_of_whole(sentence, told), _with_rest(sentence, told)):
        if found and not come_to_hundred(found):
            yield found
            return
    sorted_out = _in_categories(sentence, told)
    if sorted_out and together(sorted_out) > HUNDRED + _slack(sorted_out) / 2:
        yield sorted_out


def together(parts: Sequence[Figure]) -> Decimal:
    """What they come to."""
    return sum((part.value or Decimal(0) for part in parts), Decimal(0))


def come_to_hundred(parts: Sequence[Figure]) -> bool:
    """Whether they are a whole, each rounded or cut to the decimals that are written."""
    return -_slack(parts) <= together(parts) - HUNDRED <= _slack(parts) / 2


def _slack(parts: Sequence[Figure]) -> Decimal:
    return sum((Decimal(1).scaleb(-part.decimals) for part in parts), Decimal(0))


def _of_whole(text: str, told: Sequence[Figure]) -> Shares:
    leads = list(_WHOLE.finditer(text, 0, told[0].start))
    found = run_of(text, leads[-1].end(), told[:_MOST]) if leads else ()
    return found if len(found) >= _LEAST else ()


def _with_rest(text: str, told: Sequence[Figure]) -> Shares:
    """Those that lead to "sisanya", and what is the rest."""
    for at, last in enumerate(told[1:], start=1):
        if not _REST.search(text, told[at - 1].end, last.start):
            continue
        first = at - 1
        while first > 0 and linked(text, told[first - 1].end, told[first].start):
            first -= 1
        while first < at - 1 and _NOT_BEFORE.search(text, max(0, told[first].start - 40), told[first].start):
            first += 1
        runs = [tuple(told[start : at + 1]) for start in range(max(first, at - _MOST), at)]
        return () if any(map(come_to_hundred, runs)) else runs[0]
    return ()


def _in_categories(text: str, told: Sequence[Figure]) -> Shares:
    units = {f.unit for f in told}
    if len(units) != 1 or not units <= _SORTED or len(_CATEGORIES.findall(text)) < _LEAST:
        return ()
    return tuple(told)
