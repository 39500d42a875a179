"""A text in its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from sakip.text.reading.words import word_set


class Sentence(NamedTuple):
    """A sentence and where it begins in its text."""

    text: str
    start: int


#: What ends with a full stop and yet ends no sentence, in small letters: titles, degrees, shortened words.
_SHORTENED: Final = word_set(
    "an bpk bu dgn dr dra drs dsn gg h hj hlm ir jl jln kab kec kel kep no nomor nr pak pj pjs plh plt prof rp",
    "rt rw",
    "sdr st tgl th tk ttd ub up yth",
)
_END: Final = re.compile(r"[.!?]+[\"”’')\]]*(?=\s|$)|\n+|;(?=\s)")
#: A longer one, which nobody reads in one breath, is read in pieces: what reads a sentence may look at each of its
#: words from each of its numbers.
_LONGEST: Final = 1000
_WORD_BEFORE: Final = re.compile(r"([^\s(\"“‘/]+)$")


@lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text in their order, without blanks around them; line breaks and semicolons end one too, and
    so does the last blank before a sentence grows too long.

    Remembered by the text: many checks ask for those of the same ones.
    """
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[Sentence]:
    begin = 0
    for end in _END.finditer(text):
        if end[0].startswith(".") and _goes_on(text, begin, end):
            continue
        yield from _cut(text, begin, end.end())
        begin = end.end()
    yield from _cut(text, begin, len(text))


def _cut(text: str, begin: int, end: int) -> Iterator[Sentence]:
    while end - begin > _LONGEST:
        blank = text.rfind(" ", begin + 1, begin + _LONGEST)
        at = blank if blank > 0 else begin + _LONGEST
        yield from _stripped(text, begin, at)
        begin = at
    yield from _stripped(text, begin, end)


def _stripped(text: str, begin: int, end: int) -> Iterator[Sentence]:
    said = text[begin:end]
    if stripped := said.strip():
        yield Sentence(stripped, begin + len(said) - len(said.lstrip()))


def _goes_on(text: str, begin: int, end: re.Match[str]) -> bool:
    """Whether the full stop belongs to what stands before it (an initial, a degree, a shortened word, the number of an
    item), or the next word goes on in small letters."""
    follows = text[end.end() : end.end() + _LONGEST].lstrip(' \u00a0"“‘(')
    if not follows or text[end.end() : end.end() + 1] == "\n":
        return False
    before = _WORD_BEFORE.search(text[begin : end.start()])
    word = before[1].casefold() if before else ""
    if word in _SHORTENED or "." in word.strip("."):  # "S.Sos", "a.n"; "1.234" ends as any number does
        return not word.replace(".", "").replace(",", "").removeprefix("rp").isdigit()
    if len(word) == 1 and word.isalpha():
        return True
    listed = word.isdigit() and not text[begin : end.start() - len(word)].strip()
    return listed or follows[0].islower()
