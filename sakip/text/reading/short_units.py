"""Units and who heads them as tables call them for short: "Sekcam", "Kasi Trantib", "Kasubbag Umpeg". Pure.

Such a word names a unit, but not surely one of a list: what it may mean is offered, and a person says which it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile
from typing import Final, NamedTuple

#: Which kind of unit a text begins with, by the jenis of UnitKerja; what stands behind is the unit's own name.
_KINDS: Final = tuple(
    (jenis, re.compile(rf"(?:kepala\s+|ka\.?\s*)?(?:{words})(?!\w)[\s.:]*", re.IGNORECASE))
    for jenis, words in (
        ("camat", r"camat"),
        ("sekretariat", r"sek?cam|sekre?taris(?:\s+camat)?|sekretariat|sekdes"),
        ("subbagian", r"(?:ka)?\s*sub\W*b?ag(?:ian)?"),
        ("seksi", r"(?:ka)?\s*(?:seksi|sie?)"),
        ("kelurahan", r"lurah|kelurahan|kel\."),
        ("fungsional", r"(?:kelompok\s+)?(?:jabatan\s+fungsional|jf|fungsional)"),
    )
)
#: Before each of several that are named in a row: "Camat, Sekcam dan Kasi Trantib". Without a name "kelurahan" is part
#: of what stands before it: "Kasi Pembinaan Desa dan Kelurahan".
_NEXT: Final = re.compile(
    r"(?:\s*[,/&+]\s*|\s+dan\s+|\s*,\s*dan\s+)(?=(?:kepala|ka\.|camat|sek?cam|sekretar|(?:ka)?\s*sub\W*b?ag|kasi|seksi"
    r"|lurah|kelurahan(?=\s+(?!dan\b)\w))\b|(?:ka)?\s*subb?ag)",
    re.IGNORECASE,
)
#: What offices write for words of a unit's name, where it does not begin as they do.
_SHORT: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(("trantib", "tramtib", "trantibum", "tantrib", "trantrib"), ("ketertiban",)),
    **dict.fromkeys(("kesos", "kessos", "kesra"), ("kesejahteraan", "sosial")),
    **dict.fromkeys(("pmd", "pemmas", "dayamas", "permas"), ("pemberdayaan", "masyarakat")),
    **dict.fromkeys(("yanum", "pelum", "yanmum", "yanlik"), ("pelayanan",)),
    **dict.fromkeys(("ekbang", "ekobang"), ("ekonomi", "pembangunan")),
    **dict.fromkeys(("tapem", "tatapem"), ("pemerintahan",)),
    **dict.fromkeys(("umpeg", "umkep"), ("umum", "kepegawaian")),
    **dict.fromkeys(("renkeu", "keuren", "prokeu", "sungram"), ("perencanaan", "keuangan", "program")),
}
_SMALL: Final = frozenset({"dan", "serta", "di", "kecamatan", "kec", "camat"})
#: Fewer letters are no beginning of a word.
_LEAST: Final = 3
MOST_OFFERED: Final = 8


#: The jenis of the unit above one; what is not named here is below the camat.
ABOVE: Final[Mapping[str, str]] = {"sekretariat": "camat", "subbagian": "sekretariat"}


class Unit(NamedTuple):
    """A unit that is known: its key, its jenis, its name."""

    kunci: str
    jenis: str
    nama: str


def named_apart(text: str) -> list[str]:
    """The units of a text that names several in a row; itself where it names one."""
    return [one.strip() for one in _NEXT.split(text) if one.strip()]


def may_be(text: str, units: Iterable[Unit]) -> list[Unit]:
    """The units that may be meant, the likeliest first: of those of the kind that the text names the ones that have its
    words, else all of that kind. None where it names no kind, unless it has words of a single unit."""
    known = list(units)
    kind, rest = _kind(text)
    words = _words(rest)
    of_kind = [one for one in known if one.jenis == kind] if kind else known
    told = [(sum(_has(own_words(one.nama), word) for word in words), one) for one in of_kind]
    best = max((count for count, _ in told), default=0)
    if best:
        return [one for count, one in told if count == best][:MOST_OFFERED]
    return of_kind[:MOST_OFFERED] if kind else []


def jenis_of(text: str) -> str:
    """The jenis of a unit of that name; empty where its name does not say it."""
    return _kind(text)[0]


def own_words(text: str) -> list[str]:
    """The words of a unit's own name, in small letters: without what kind of unit it is, and without "dan"."""
    return _words(_kind(text)[1])


def _kind(text: str) -> tuple[str, str]:
    said = " ".join(text.split())
    for jenis, pattern in _KINDS:
        if found := pattern.match(said):
            return jenis, said[found.end() :]
    return "", said


def _words(text: str) -> list[str]:
    return [one for one in re.findall(r"[^\W\d_]+", text.casefold()) if one not in _SMALL]


def _has(name: Sequence[str], word: str) -> bool:
    """Whether a name has a word: in full, by its beginning, by what is short for it, or as its initials."""
    if len(word) >= _LEAST and any(one.startswith(word[: max(_LEAST, len(word) - 1)]) for one in name):
        return True
    if any(one in name for one in _SHORT.get(word, ())):
        return True
    initials = "".join(one[0] for one in name)
    return len(word) > 1 and _begins_alike(initials, word) == len(word)


def _begins_alike(one: str, other: str) -> int:
    return len(list(takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))))
