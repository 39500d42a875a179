"""Where Indonesian words may be divided at the end of a line."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

import pyphen  # type: ignore[import-untyped]

_VOWEL: Final = re.compile(r"[aeiou]", re.IGNORECASE)
#: Before what a consonant that stands alone begins the syllable.
_DRAWN: Final = re.compile(r"[aeioulr]", re.IGNORECASE)

#: Language, letters before and after, letters of the word: what the engine asks for.
_Asked = tuple[str, int, int, int]


class Divider(pyphen.Pyphen):
    """The dictionary's places, without those that leave a syllable without a vowel: it knows "ke-lu-r-ah-an" and
    "pro-se-s-nya", where the consonant belongs to what follows, before a vowel, l and r, and else to what precedes."""

    def positions(self, word: str) -> list[Any]:
        kept: list[Any] = []
        for place in self.hd.positions(word):
            if _VOWEL.search(word, kept[-1] if kept else 0, place):
                kept.append(place)
            elif kept and not _DRAWN.match(word, place):
                kept[-1] = place
        while kept and not _VOWEL.search(word, kept[-1]):
            kept.pop()
        return [place for place in kept if self.left <= place <= len(word) - self.right]


class Dividers(dict[_Asked, pyphen.Pyphen]):
    """What the engine keeps of dictionaries, by language and limits: of Indonesian ours."""

    def get(self, asked: _Asked, default: Any = None) -> Any:
        language, left, right, _ = asked
        return _divider(language, left, right) if language.startswith("id") else super().get(asked, default)


@cache
def _divider(language: str, left: int, right: int) -> Divider:
    return Divider(lang=language, left=left, right=right)
