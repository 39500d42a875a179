"""Letters of scales in a sentence, with the number that stands beside them: "predikat B (74,4)", "84,20 (A)". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from sakip.text.numbers import InvalidNumber, parse_number


class Letter(NamedTuple):
    """A letter where it stands, with the number beside it that is the same value; None where none is."""

    text: str
    start: int
    end: int
    value: Decimal | None


_LETTER: Final = re.compile(
    r"(?<![\w./-])(?:(?P<before>\d{1,3}(?:,\d+)?)\s*(?:\(|atau|/|=|dengan\s+(?:kategori|predikat|mutu)|kategori|predikat)\s*)?"
    r"(?P<quote>[“\"”'‘’]?)(?P<letter>AA|BB|CC|[ABCD])(?(quote)[”\"“'‘’]?)(?![\w/-]|\.\w|\)\s*\d|\.\s*$(?<=^..))"
    r"(?:\s*(?:\(\s*|dengan\s+(?:nilai|skor|angka)\s+(?:sebesar\s+)?|atau\s+(?:nilai\s+)?)(?P<behind>\d{1,3}(?:,\d+)?)(?![\d.,]*\s*%|[.,]?\d))?"
)
_HUNDRED: Final = 100


@lru_cache(maxsize=1024)
def letters(text: str) -> tuple[Letter, ...]:
    """The letters of scales in a text, in capitals and alone; remembered by the text."""
    return tuple(_letters(text))


def _letters(text: str) -> Iterator[Letter]:
    for found in _LETTER.finditer(text):
        number = found["behind"] or found["before"]
        yield Letter(found["letter"], found.start("letter"), found.end("letter"), _value(number))


def _value(number: str | None) -> Decimal | None:
    try:
        value = parse_number(number) if number else None
    except InvalidNumber:
        return None
    return value if value is not None and value <= _HUNDRED else None
