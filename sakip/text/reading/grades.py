"""Pangkat with its golongan as people write them: "Penata Tk. I (III/d)", "Pembina Tingkat 1, IVb"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from sakip.capaian.triwulan import ROMAN

#: Between a pangkat and its golongan.
_BETWEEN: Final = r"\s*[-–,/(]?\s*(?:gol(?:ongan)?\.?\s*(?:ruang\s*)?)?\(?\s*"
_GOLONGAN: Final = r"(?P<golongan>(?:IV|I{1,3}|[1-4])\s*[/.]?\s*[a-e])(?!\w)\)?"

_SAID: Final = re.compile(
    r"(?:gol(?:ongan|\.)?\s*)?(?:i|ii|iii|iv)(?:\s*/\s*[a-e])?|(?:pembina|penata|pengatur|juru)\b.*",
    re.IGNORECASE,
)
_SPELLED: Final = re.compile(
    r"(?:gol(?:ongan|\.)?\s*)?(iv|iii|ii|i)(?:\s*[/ ]\s*|(?-i:(?<=[IV])(?=[a-e])))([a-e])", re.IGNORECASE
)

_BESIDE: Final = re.compile(
    rf"((?:pembina|penata|pengatur|juru)\b[^/(,-]*)[/(,-]\s*{_SPELLED.pattern}\s*\)?", re.IGNORECASE
)
#: Which golongan each pangkat of a civil servant has: a text that says two different things says none.
_LADDER: Final = {
    **{
        f"{name}{step}": f"{level}/{letter}"
        for name, level in (("juru", "I"), ("pengatur", "II"), ("penata", "III"))
        for step, letter in (("muda", "a"), ("mudatingkati", "b"), ("", "c"), ("tingkati", "d"))
    },
    **{
        f"pembina{step}": f"IV/{letter}"
        for step, letter in (
            ("", "a"),
            ("tingkati", "b"),
            ("utamamuda", "c"),
            ("utamamadya", "d"),
            ("utama", "e"),
        )
    },
}

Grades = tuple[tuple[str, str], ...]
"""Pangkat and golongan, of each that there is."""


class Graded(NamedTuple):
    """A pangkat that a text names with a golongan; ``right`` is the golongan that the pangkat has."""

    text: str
    pangkat: str
    golongan: str
    right: str

    @property
    def fits(self) -> bool:
        return plain_grade(self.golongan) == plain_grade(self.right)


def says_grade(text: str) -> bool:
    """Whether a text is nothing but a golongan or a pangkat."""
    return bool(_SAID.fullmatch(text))


def golongan_spelled(text: str) -> str:
    """ "Gol. iii d", "IIId" → "III/d", and so "Penata Tk. I (III/d)", "Penata Tk. I / III d"; any other text as it
    is."""
    if found := _SPELLED.fullmatch(text):
        return f"{found[1].upper()}/{found[2].lower()}"
    if found := _BESIDE.fullmatch(text):
        golongan = f"{found[2].upper()}/{found[3].lower()}"
        return golongan if _LADDER.get(plain_grade(found[1])) == golongan else text
    return text


def plain_grade(text: str) -> str:
    """The letters alone, abbreviations written out, without the word *golongan*, and Roman: 4b is IV/b."""
    words = re.sub(r"\bgol(?:ongan)?\b(?:[.\s]*ruang\b)?", "", text.casefold())
    words = re.sub(r"\b[1-4](?=\W*[a-e]\b)", lambda found: ROMAN[int(found[0]) - 1].casefold(), words)
    words = re.sub(r"\btk(?=\b|[.\s]|i\b|1\b)", "tingkat", words)
    words = re.sub(r"(?<=tingkat)[\s.]*1\b", " i", words)
    return re.sub(r"[^a-z]", "", words)


def read_grades(text: str, grades: Grades) -> Iterator[Graded]:
    """Every pangkat of a text that has a golongan behind it."""
    pattern = _pattern(grades)
    for found in pattern.finditer(text) if pattern else ():
        pangkat, right = _by_name(grades)[plain_grade(found["pangkat"])]
        yield Graded(found[0], pangkat, found["golongan"], right)


@lru_cache(maxsize=4)
def _by_name(grades: Grades) -> dict[str, tuple[str, str]]:
    return {plain_grade(pangkat): (pangkat, own) for pangkat, own in grades}


@lru_cache(maxsize=4)
def _pattern(grades: Grades) -> re.Pattern[str] | None:
    names = [_written(pangkat) for pangkat in sorted((p for p, _ in grades), key=len, reverse=True)]
    if not names:
        return None
    return re.compile(rf"(?<!\w)(?P<pangkat>{'|'.join(names)}){_BETWEEN}{_GOLONGAN}", re.IGNORECASE)


def _written(pangkat: str) -> str:
    words = r"\s+".join(re.escape(word) for word in pangkat.split())
    return words.replace(r"Tingkat\s+I", r"T(?:ingkat|k)\.?\s*(?:I|1)(?!\w)")
