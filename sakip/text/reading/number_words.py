"""Numbers in words: "tiga miliar empat ratus juta", "sebelas", "seribu dua"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from sakip.text.numbers import MULTIPLES

_UNITS: Final = {
    "nol": 0,
    "kosong": 0,
    "satu": 1,
    "dua": 2,
    "tiga": 3,
    "empat": 4,
    "lima": 5,
    "enam": 6,
    "tujuh": 7,
    "delapan": 8,
    "sembilan": 9,
    "sepuluh": 10,
    "sebelas": 11,
}
_HUNDRED: Final = {"seratus": 100}
_ONE_LARGE: Final = {"seribu": 10**3, "sejuta": 10**6, "semiliar": 10**9, "semilyar": 10**9}
_WORDS: Final = frozenset({*_UNITS, *_HUNDRED, *MULTIPLES, *_ONE_LARGE, "belas", "puluh", "ratus"})
#: "kosong" most often means that something is empty.
_IN_TEXT: Final = "|".join(sorted(_WORDS - {"kosong"}, key=len, reverse=True))
#: A pattern of a word that may stand in a number.
ANY_WORD: Final = rf"(?<![\w-])(?:{_IN_TEXT})(?![\w-])"
_RUN: Final = re.compile(rf"(?<![\w-])(?:{_IN_TEXT})(?:[ \u00a0]+(?:{_IN_TEXT}))*(?![\w-])", re.IGNORECASE)


class SpelledNumber(NamedTuple):
    """Words that spell a number, and where they stand; ``value`` is None where they are in no order."""

    text: str
    start: int
    end: int
    value: int | None


def read_words(text: str) -> int | None:
    """The number that the words spell; None where they spell none. Capitals, hyphens and run-on blanks say nothing."""
    tokens = text.casefold().replace("-", " ").split()
    if not tokens or not _WORDS.issuperset(tokens):
        return None
    total, place = 0, 10**15
    while tokens:
        if tokens[0] in _ONE_LARGE:
            value, scale, used = 1, _ONE_LARGE[tokens[0]], 1
        else:
            value, used = _below_thousand(tokens)
            scale = MULTIPLES.get(tokens[used], 1) if used < len(tokens) else 1
            used += scale > 1
        if not used or scale >= place or (value == 0 and (scale > 1 or total)):
            return None
        total, place, tokens = total + value * scale, scale, tokens[used:]
    return total


def spelled_numbers(text: str) -> Iterator[SpelledNumber]:
    """Every run of number words in a text."""
    for run in _RUN.finditer(text):
        yield SpelledNumber(run[0], run.start(), run.end(), read_words(run[0]))


def _below_thousand(tokens: Sequence[str]) -> tuple[int, int]:
    """The value below a thousand with which the tokens begin, and how many of them say it; (0, 0) where none does."""
    value, used = 0, 0
    if tokens[0] == "seratus":
        value, used = 100, 1
    elif len(tokens) > 1 and tokens[1] == "ratus" and 1 <= _UNITS.get(tokens[0], 0) <= 9:
        value, used = 100 * _UNITS[tokens[0]], 2
    rest = tokens[used:]
    if not rest or rest[0] not in _UNITS:
        return value, used
    unit = _UNITS[rest[0]]
    follows = rest[1] if len(rest) > 1 else ""
    if follows == "belas" and 2 <= unit <= 9:
        return value + 10 + unit, used + 2
    if follows == "puluh" and 1 <= unit <= 9:
        ones = _UNITS.get(rest[2], 0) if len(rest) > 2 else 0
        more = 1 <= ones <= 9 and not (len(rest) > 3 and rest[3] in ("ratus", "puluh", "belas"))
        return value + 10 * unit + (ones if more else 0), used + 2 + more
    if follows == "ratus" or (value and unit == 0):
        return value, used
    return value + unit, used + 1
