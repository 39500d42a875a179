"""Indonesian words without what is put before and behind them: enough to know "fasilitasi" in "terfasilitasinya"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_BEHIND: Final = re.compile(r"(?:nya|lah|kah)$")
_ENDING: Final = re.compile(r"(?:kan|an|i)$")
_BEFORE: Final = re.compile(r"^(?:men[gy]|mem|men|me|pen[gy]|pem|pen|per|pe|ter|ber|di|ke|se)")
#: A root has no fewer letters.
_LEAST: Final = 4
#: What these have swallowed before a vowel: "penyelesaian", "terealisasi".
_SWALLOWED: Final = {"meny": "s", "peny": "s", "per": "r", "ter": "r", "ber": "r"}
_VOWELS: Final = frozenset("aeiou")
_SPELLINGS: Final = (("tenteram", "tentram"), ("survey", "survei"), ("prosentase", "persentase"))


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """What is left of a word, in small letters; words of one root give the same, though it need not be the root."""
    root = word.casefold()
    for written, plain in _SPELLINGS:
        root = root.replace(written, plain)
    root = _BEHIND.sub("", root)
    for part in (_ENDING, _BEFORE, _BEFORE):
        found = part.search(root)
        if found is None:
            continue
        rest = root[: found.start()] + root[found.end() :]
        if found.start() == 0 and rest[:1] in _VOWELS:
            rest = _SWALLOWED.get(found[0], "") + rest
        root = rest if len(rest) >= _LEAST else root
    return root
