"""How many things a sentence lists behind the number of them: "3 (tiga) desa, yaitu Keting, Padomasan, dan Sarimulyo".
Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from sakip.text.reading.figures import Figure, FigureKind, figures
from sakip.text.reading.number_words import spelled_numbers
from sakip.text.reading.sentences import sentences
from sakip.text.reading.words import word_set


class Enumeration(NamedTuple):
    """A number of things and the least and most of them that its list may hold: "dan" may stand between two or within
    one."""

    announced: Figure
    noun: str
    least: int
    most: int

    @property
    def fits(self) -> bool:
        """Whether the list may hold that many."""
        return self.announced.value is not None and self.least <= self.announced.value <= self.most

    @property
    def listed(self) -> int:
        """How many are listed: as near as may be to what was announced."""
        return (
            self.most if self.announced.value is not None and self.announced.value > self.most else self.least
        )


#: What leads from the number to the list: right behind what is counted.
_LEADS: Final = re.compile(
    r"(?P<noun>\s+[^\W\d_]+)(?P<more>(?:\s+[^\W\d_]+){0,6}?)\s*,?\s*(?:(?:yaitu|yakni|meliputi|adalah|terdiri\s+(?:atas|dari)|ialah|mencakup|"
    r"antara\s+lain|di\s?antaranya|seperti|misalnya)\s*:?|:)\s*",
    re.IGNORECASE,
)
#: A list that names some, or is told in words that may hold several.
_SOME: Final = re.compile(
    r"\b(?:antara\s+lain|di\s?antaranya|seperti|misalnya|dan\s+lain|dll|dsb|dst|lainnya|sebagainya|seterusnya|masing[\s-]*masing|"
    r"sebanyak|sebesar|berikut|s\.?d\.?|sampai)\b|\d",
    re.IGNORECASE,
)
#: Before an ordinal ("misi ke-2"), and before what the list is for ("untuk 4 kendala").
_OF_OTHER: Final = re.compile(
    r"\b(?:(?:ke|tahap|triwulan|semester|nomor|misi|tujuan|sasaran|sasaran\s+strategis)\s*[-–]?|"
    r"untuk|terhadap|atas|mengatasi|bagi|dari)\s*$",
    re.IGNORECASE,
)
#: Where a list ends and the sentence goes on.
_ENDS: Final = re.compile(
    r"[.;:]|,?\s*\b(?:yang|sehingga|karena|dengan|untuk|namun|tetapi|sedangkan|guna|agar|maka|di\s?mana|dimana|serta\s+telah|dalam|"
    r"pada|oleh|adalah|merupakan|dilaksanakan|telah|sudah|akan|di)\b",
    re.IGNORECASE,
)
_MARKS: Final = re.compile(r"(?<![\w.])\(?(?P<mark>[a-z]|\d{1,2})[.)]\s+(?=\S)")
_ENDS_ROWS: Final = re.compile(r"\.(?=\s|$)|\n")
_SOME_BEHIND: Final = re.compile(r"\W*(?:dan|serta)\s+lain", re.IGNORECASE)
_LAST_AND: Final = re.compile(r"(?:,|\w)\s*\b(?:dan|serta)\s+[^,]+$", re.IGNORECASE)
_BRACKETS: Final = re.compile(r"\([^()]*\)")
_COMMA: Final = re.compile(r"\s*,\s*(?:(?:dan|serta|maupun)\s+)?", re.IGNORECASE)
_AND: Final = re.compile(r"\s+(?:dan|serta|maupun|&)\s+|/", re.IGNORECASE)
#: What is counted and is no item of a list.
_UNCOUNTED: Final = word_set(
    "orang jiwa hari bulan tahun jam menit kali persen km ha hektar hektare meter rupiah peserta responden warga",
    "keluarga kk lembar eksemplar minggu triwulan anggota unsur pegawai asn pns non juta ribu miliar penduduk",
)
_LONGEST_ITEM: Final = 5
_BEFORE: Final = 24
_LEAST: Final = 2
_LONGEST: Final = 400
_MOST: Final = 30


def enumerations(text: str) -> Iterator[Enumeration]:
    """The numbers of a text behind which a list of what they count stands in the same sentence."""
    for sentence in sentences(text):
        for figure in figures(sentence.text):
            if announces(sentence.text, figure) and (lead := _LEADS.match(sentence.text, figure.end)):
                begin = sentence.start + lead.end()
                found = _listed(text[begin : begin + _LONGEST], lead["noun"].strip())
                if found is not None and not _SOME.search(lead[0]):
                    yield Enumeration(figure, lead["noun"].strip(), *found)


def announces(text: str, figure: Figure) -> bool:
    """Whether a number may say how many things a list holds."""
    value = figure.value
    return (
        figure.kind is FigureKind.NUMBER
        and value is not None
        and value == value.to_integral_value()
        and 1 < value <= _MOST
        and figure.unit not in _UNCOUNTED
        and not _OF_OTHER.search(text, max(0, figure.start - _BEFORE), figure.start)
    )


def _listed(rest: str, noun: str) -> tuple[int, int] | None:
    """The least and most that a list holds; None where it is none, or one that names some."""
    if marked := _marked(rest):
        return marked, marked
    rest = _BRACKETS.sub("", rest)
    end = _ENDS_ROWS.search(rest) if ";" in rest else _ENDS.search(rest)
    listed = rest[: end.start()] if end else rest
    whole = end is None or not end[0].strip(", ").isalpha()
    if _SOME.search(listed) or _SOME_BEHIND.match(rest, len(listed)) or any(spelled_numbers(listed)):
        return None
    if ";" in listed:
        rows = [row for row in re.split(r"\s*;\s*(?:dan|serta)?\s*", listed) if row.strip()]
        return (len(rows), len(rows)) if len(rows) > 1 else None
    named = sum(one.casefold().startswith(noun.casefold()) for one in _split(listed))
    if named > 1 and whole and listed.casefold().lstrip().startswith(noun.casefold()):
        return named, named
    pieces = [piece for piece in _COMMA.split(listed) if piece.strip()]
    ands = sum(len(_AND.findall(piece)) for piece in pieces)
    if len(pieces) + ands < _LEAST or any(len(piece.split()) > _LONGEST_ITEM for piece in pieces):
        return None
    closed = _LAST_AND.search(listed) is not None
    return (len(pieces) if closed else 1), (len(pieces) + ands if whole else _MOST)


def _split(listed: str) -> Iterator[str]:
    for piece in _COMMA.split(listed):
        yield from _AND.split(piece)


def _marked(rest: str) -> int:
    """How many items carry a letter or number each, one after another; 0 where they carry none."""
    marks = list(_MARKS.finditer(rest))
    if not marks or marks[0].start():
        return 0
    first = marks[0]["mark"]
    start = 1 if first.isdigit() else ord("a")
    count = 0
    for found in marks:
        mark = found["mark"]
        if (
            mark.isdigit() == first.isdigit()
            and (int(mark) if mark.isdigit() else ord(mark)) == start + count
        ):
            count += 1
    return count if count > 1 and len(rest) < _LONGEST else 0
