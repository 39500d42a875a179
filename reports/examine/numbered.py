"""Papers that are numbered once for each of their kind: a PK of each who promises, a DPA of each unit, and each of
their changes. Which one a text names, its words and those below its head tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from reports.examine.base import Line
from sakip.text.reading.roman import counted
from sakip.text.reading.short_units import jenis_of, own_words

#: The paper of a budget, or what two parties agreed, with its number.
_NUMBERED: Final = re.compile(
    r"(?P<ahead>\b(?:perubahan|pergeseran)(?:\s+(?:ke\W{0,2})?\w{1,8})?(?:\s+atas)?\s+)?"
    r"\b(?P<kind>DPPA|DPA|perjanjian\s+kinerja)(?:[\s-]*(?:SKPD|OPD|PD))?\b"
    r"(?P<between>(?:[^.;\d]|(?<=tahun\s)20\d\d|(?<=\bke[-\s])\d\b){0,60}?)"
    r"\b(?:nomor|nomer|no)\b\.?\s*:?\s*(?P<number>[\w.-]+(?:\s?/\s?[\w.-]+)+)",
    re.IGNORECASE,
)
_CHANGE: Final = re.compile(
    r"\b(?:perubahan|pergeseran)\b(?:\W{1,2}(?:ke\W{0,2})?(?P<which>kesatu|pertama|kedua|ketiga|keempat|[1-9]|i{1,3}|iv)\b)?",
    re.IGNORECASE,
)
_ORDINALS: Final = {"kesatu": 1, "pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4}
_YEARS: Final = re.compile(r"20\d\d")
#: Each sub kegiatan has a sheet of its own in a DPA, with a number that holds its code.
_OF_SUB: Final = re.compile(r"\d\.\d\d\.\d\d\.\d\.?\d\d")
#: Behind a number the two who agreed; below a head the jabatan of the one who promises.
_BETWEEN_TWO: Final = re.compile(r"^[^.;]{0,40}?\bantara\s+(?P<party>[^.;]{3,80})", re.IGNORECASE)
_JABATAN: Final = re.compile(r"^\W*jabatan[\s|:]+(?P<party>.{3,80})$", re.IGNORECASE)
#: Whose a paper is, where it says no more than the words between its kind and its number.
_PARTY: Final = re.compile(
    r"\b(?:camat|kecamatan|sek?cam|sekre\w+|kepala|kasi|kasub\w*|sub\W?bag\w*|seksi|lurah|kelurahan|jabatan\s+fungsional)\b.*",
    re.IGNORECASE,
)
#: Before the jabatan of who holds it for another, and what ends its name.
_FOR_ANOTHER: Final = re.compile(r"^\W*(?:plt|plh|pj|penjabat|pelaksana\s+\w+)\.?\s+", re.IGNORECASE)
_ENDS: Final = re.compile(r"\b(?:dengan|dan|tahun|kabupaten|kecamatan)\b|[,;(|]", re.IGNORECASE)
#: So many lines below a head it is said who promises.
_BELOW_HEAD: Final = 14
#: A head is no sentence: it begins with what the paper is.
_HEAD: Final = re.compile(
    r"^\W*(?:perubahan\s+|pernyataan\s+)?(?:perjanjian\s+kinerja|DPP?A)\b", re.IGNORECASE
)
#: Whose a paper of a kecamatan is that does not say whose it is.
_OWN: Final = "camat"


class NumberedPaper(NamedTuple):
    """One that a line names: what it is called, whose and of which years it is, its number."""

    kind: str
    party: frozenset[str]
    years: frozenset[str]
    number: str


def numbered_papers(lines: Sequence[Line], tahun: int) -> Iterator[tuple[Line, NumberedPaper]]:
    """Every one that is named, in order. What does not say whose it is, is that which bears its number, else the
    camat's."""
    found = [(line, *one) for at, line in enumerate(lines) for one in _named(lines, at, tahun)]
    borne = {(one.kind, one.years, one.number): one.party for _, one, told in found if told}
    for line, one, told in found:
        party = one.party if told else borne.get((one.kind, one.years, one.number), one.party)
        yield line, one._replace(party=party)


def _named(lines: Sequence[Line], at: int, tahun: int) -> Iterator[tuple[NumberedPaper, bool]]:
    line = lines[at]
    for found in _NUMBERED.finditer(line.text):
        number = re.sub(r"\s", "", found["number"]).strip("./-")
        if _OF_SUB.search(number):
            continue
        kind = " ".join(found["kind"].split())
        kind = kind.upper() if kind.casefold().startswith("dp") else "perjanjian kinerja"
        change = _CHANGE.search(f"{found['ahead'] or ''} {found['between']}")
        if change or kind == "DPPA":
            which = (change["which"] or "").casefold() if change else ""
            ordinal = _ORDINALS.get(which) or counted(which) or 1
            kind = f"{'DPA' if kind == 'DPPA' else kind} perubahan{f' ke-{ordinal}' if ordinal > 1 else ''}"
        years = frozenset(_YEARS.findall(found["between"]) or _YEARS.findall(number)[-1:] or [str(tahun)])
        said = _party(lines, at, found)
        party = _as_compared(said) if said else frozenset({_OWN})
        yield NumberedPaper(kind, party, years, f"Nomor {number}"), bool(said)


def _party(lines: Sequence[Line], at: int, found: re.Match[str]) -> str:
    """Whose it is, in the words of the paper; empty where it does not say."""
    if said := _PARTY.search(found["between"]):
        return said[0]
    if said := _BETWEEN_TWO.match(lines[at].text[found.end() :]):
        named = _PARTY.search(said["party"])
        return named[0] if named else said["party"]
    if not _HEAD.match(lines[at].text):
        return ""
    for below in lines[at + 1 : at + _BELOW_HEAD]:
        if _NUMBERED.search(below.text):
            return ""
        if said := _JABATAN.match(below.text):
            return said["party"]
    return ""


def _as_compared(said: str) -> frozenset[str]:
    """A party by the kind of its unit and the words of its name; the camat has one alone."""
    words = _ENDS.split(_FOR_ANOTHER.sub("", said.strip(" :.-")), maxsplit=1)
    own = next((part for part in words if part.strip()), said)
    jenis = jenis_of(own) or (_OWN if said.casefold().startswith("kecamatan") else "")
    if jenis in (_OWN, "sekretariat"):
        return frozenset({jenis})
    return frozenset({jenis, *own_words(own)})
