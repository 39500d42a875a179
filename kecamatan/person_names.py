"""Whether two writings of a name are of one person: titles, degrees, capitals and points aside.

"Drs. H. MOH. ALI, M.Si." in a document is "Mohammad Ali" in a certificate. What is neither a title nor a degree is
name, also behind a comma: where it is not certain, two names are not the same, and a person makes them so.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

#: What stands before a name.
_TITLES: Final = re.compile("(?:drs|dra|dr|drg|drh|ir|prof|h|hj|kh|r|rd|rm|rr|ra|raden|tb|apt|ns)")

#: Degrees by their letters alone, for where no comma sets them apart.
_DEGREES: Final = re.compile(
    "(?:aks|ak|amd|amdkom|amk|asean|ba|bsc|ca|cfra|cgcae|crmo|dea|eng|ipm|ipp|ipu|llm|ma|mag|mak|map|mba|meng|mei|mh|mhi"
    "|mhum|mhut|mikom|mip|mipol|mkep|mkes|mkn|mkom|mm|mmr|mmt|mp|mpa|mpd|mpdi|mph|mpsdm|mpsi|mpwk|msc|msi|msn|msos|mt"
    "|mti|mtp|mtrap|mtrip|phd|qia|sag|sak|sap|sars|se|sei|sh|shi|shum|shut|si|sikom|sip|sipem|skep|skh|skm|skom|sos|sp"
    "|spd|spdi|spi|spsi|spt|ssi|ssit|ssn|ssos|sst|sstp|st|stp|strap|strip|thi)"
)

_MUHAMMAD: Final = re.compile("(?:m|mhd|moch|moh|mohd|muh|muhd)")
_MUHAMMAD_WHOLE: Final = re.compile("(?:mochamm?ad|mohamm?ad|mokhamm?ad|muchamm?ad|muhamm?ad)")


def names_agree(one: str, other: str) -> bool:
    """Whether the two may be of one person; never where nothing of a name is left."""
    first, second = bare_name(one), bare_name(other)
    if not first or not second:
        return False
    if len(first) == len(second) and all(map(_same_word, first, second)):
        return True
    return "".join(first) == "".join(second)  # "Abdul Rahman" and "Abdulrahman"


def bare_name(text: str) -> tuple[str, ...]:
    """The words of the name itself, in small letters."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    before, *behind = plain.split(",")
    words = before.replace(".", " ").split()  # "Drs.H.Suharto"
    while words and (_TITLES.fullmatch(_letters(words[0])) or not _letters(words[0])):
        words = words[1:]
    return (*_without_degrees(words), *(found for piece in behind for found in _no_degree(piece)))


def _without_degrees(words: list[str]) -> tuple[str, ...]:
    """The words but the degrees at their end, of as many pieces as were written ("S. Sos")."""
    while size := next((n for n in (4, 3, 2, 1) if len(words) > n and _is_degree(words[-n:])), 0):
        words = words[:-size]
    return tuple(filter(None, map(_letters, words)))


def _is_degree(words: list[str]) -> bool:
    return _DEGREES.fullmatch(_letters("".join(words))) is not None


def _no_degree(piece: str) -> tuple[str, ...]:
    """What of a piece behind a comma is no degree. There a point, or no vowel, is enough to be one."""
    words = piece.split()
    if _DEGREES.fullmatch(_letters(piece)) or all("." in word for word in words):
        return ()
    left = (_letters(word) for word in words if "." not in word)
    return tuple(word for word in left if not _DEGREES.fullmatch(word) and set(word) & set("aeiou"))


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())


def _same_word(one: str, other: str) -> bool:
    """Muhammad is shortened in many ways; in full, two ways to write it are two names."""
    if one == other:
        return True
    shortened = [bool(_MUHAMMAD.fullmatch(word)) for word in (one, other)]
    return any(shortened) and all(
        short or _MUHAMMAD_WHOLE.fullmatch(word) for short, word in zip(shortened, (one, other), strict=True)
    )
