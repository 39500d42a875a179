"""Numbers and letters by which a text counts its own items: "(1) … (2) … (4) …", "a. … b. … d. …", "Pertama, … Ketiga,
…". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple


class Marker(NamedTuple):
    """A mark before an item: how it is written, which in order it says it is, and its own text."""

    style: str
    at: int
    text: str


class Slip(NamedTuple):
    """A mark that does not follow the one before it, and which would."""

    said: str
    expected: str


_WORDS: Final = (
    ("kesatu", "pertama"),
    ("kedua",),
    ("ketiga",),
    ("keempat",),
    ("kelima",),
    ("keenam",),
    ("ketujuh",),
    ("kedelapan",),
    ("kesembilan",),
    ("kesepuluh",),
)
_AT: Final = {word: at for at, words in enumerate(_WORDS, start=1) for word in words}
_MARKED: Final = re.compile(
    r"(?:^|(?<=[:;,.])\s+|(?<=\bdan)\s+|(?<=\bserta)\s+|(?<=\batau)\s+)(?:"
    r"\((?P<bracket>\d{1,2})\)|(?P<number>\d{1,2})(?P<end>[.)])|\((?P<inside>[a-z])\)|(?P<letter>[a-z])(?P<close>[.)])|"
    rf"(?P<word>{'|'.join(_AT)})(?=,)"
    r")(?:\s+(?=\S)|(?=,))",
    re.IGNORECASE,
)
#: Of what these number they are a name, and no item of this text.
_NAMING: Final = re.compile(
    r"\b(?:ayat|pasal|angka|huruf|kolom|nomor|butir|poin|tabel|bab|bagian|sasaran|tujuan|misi|seksi)"
    r"(?:\s+\S+)?(?:\s+(?:dan|serta|atau)|,)?\s*$",
    re.IGNORECASE,
)
_LAST_LETTER: Final = "j"
#: So many have to follow one another before one that does not is a slip.
_SURE: Final = 2
#: One told twice, one or two left out; what lies farther off may go on with another list.
_SLIPS: Final = (0, 2, 3)


def markers(text: str) -> Iterator[Marker]:
    """The marks of a text in their order."""
    for found in _MARKED.finditer(text):
        begin = found.start()
        if _NAMING.search(text, max(0, begin - 30), begin):
            continue
        if number := found["bracket"] or found["number"]:
            yield Marker(found["end"] or "()", int(number), found[0].strip())
        elif letter := found["inside"] or found["letter"]:
            if letter.islower() and letter <= _LAST_LETTER:
                style = "a" + (found["close"] or "()")
                yield Marker(style, ord(letter) - ord("a") + 1, found[0].strip())
        else:
            yield Marker("kata", _AT[found["word"].casefold()], found["word"])


def slips(marks: Iterable[Marker]) -> Iterator[Slip]:
    """The marks that skip one or repeat the one before them, where at least two ran in order before.

    A first one begins anew or inside; one may go on with whatever is still open.
    """
    runs: dict[str, list[int]] = {}
    for mark in marks:
        open_runs = runs.setdefault(mark.style, [])
        if mark.at == 1:
            open_runs.append(1)
            continue
        deep = next((d for d in reversed(range(len(open_runs))) if open_runs[d] + 1 == mark.at), None)
        if deep is not None:
            open_runs[deep:] = [mark.at]
            continue
        if len(open_runs) == 1 and open_runs[0] >= _SURE and mark.at - open_runs[0] in _SLIPS:
            yield Slip(mark.text, _written(mark, open_runs[0] + 1))
        open_runs.clear()


def _written(mark: Marker, at: int) -> str:
    if mark.style == "kata":
        return _WORDS[at - 1][-1].capitalize() if at <= len(_WORDS) else str(at)
    own = chr(ord("a") + at - 1) if mark.style.startswith("a") else str(at)
    return re.sub(r"\w+", own, mark.text)
