"""Rules of the people who sign: one name, one NIP, one pangkat for each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from reports.examine.base import Flaw, Line, Material, paper_rule
from sakip.checks import Level

_NIP: Final = re.compile(r"\bNIP\.?\s*:?\s*(?P<digits>\d[\d\s.-]{12,26}\d)", re.IGNORECASE)
#: What a name begins and ends with: gelar.
_TITLES: Final = re.compile(
    r"\b(?:drs?|dra|ir|h|hj|prof|s\.?\s?sos|s\.?\s?stp|s\.?\s?pd|s\.?\s?ip|s\.?\s?kom|s\.?\s?ap|s\.?\s?e|s\.?\s?h|s\.?\s?t|"
    r"m\.?\s?si|m\.?\s?m|m\.?\s?ap|m\.?\s?h|m\.?\s?pd|m\.?\s?kom|ipu|mmr)\b\.?",
    re.IGNORECASE,
)
_RANK: Final = re.compile(r"\b(?:pembina|penata|pengatur|juru)\b", re.IGNORECASE)
_RANK_LIKE: Final = re.compile(
    r"\b\w+\s+(?:utama|madya|muda)?\s*(?:tk\.?|tingkat)\s*\.?\s*(?:I|1)\b", re.IGNORECASE
)
#: Above an NIP stand the pangkat, and above it the name.
_ABOVE: Final = 3
_LONGEST: Final = 70
_SIMILAR: Final = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """A name with its NIP as it stands below a document; name and pangkat are empty where none is told."""

    name: str
    rank: str
    nip: str
    line: Line
    name_line: Line
    rank_line: Line


def signatures(material: Material) -> tuple[Signed, ...]:
    """Every NIP of the paper with what stands above it."""
    return tuple(_signatures(material.lines))


def _signatures(lines: tuple[Line, ...]) -> Iterator[Signed]:
    for at, line in enumerate(lines):
        for found in _NIP.finditer(line.text):
            nip = re.sub(r"\D", "", found["digits"])
            name, rank = line, line
            for above in reversed(lines[max(0, at - _ABOVE) : at]):
                if len(above.text) > _LONGEST or _NIP.search(above.text):
                    break
                if _RANK.search(above.text) or _RANK_LIKE.search(above.text):
                    rank = above
                elif _letters(above.text) >= 4 and not _is_office(above.text):
                    name = above
                    break
            yield Signed(
                name=name.text if name is not line else "",
                rank=rank.text if rank is not line else "",
                nip=nip,
                line=line,
                name_line=name,
                rank_line=rank,
            )


def _letters(text: str) -> int:
    return sum(c.isalpha() for c in text)


def _is_office(text: str) -> bool:
    return bool(
        re.search(
            r"\b(?:camat|kecamatan|bupati|kabupaten|pihak|jabatan|wali\s*kota|20\d\d)\b|:",
            text,
            re.IGNORECASE,
        )
    )


def plain_person(name: str) -> str:
    """A name in small letters without gelar and dots."""
    text = _TITLES.sub(" ", name.split(",")[0])
    return " ".join(re.findall(r"[^\W\d_]+", text.casefold()))


@paper_rule(
    "berkas-satu-nip",
    rule="R-nip",
    basis="Satu orang mempunyai satu NIP.",
    example="NIP 19650105 198603 1 018 dan 19650705 198603 1 018 di bawah satu nama.",
)
def one_nip_each(material: Material) -> Iterator[Flaw]:
    """Who is named by one name or almost one NIP has one NIP."""
    told = signatures(material)
    counted = Counter(one.nip for one in told)
    said: set[str] = set()
    for one in told:
        likely = [other for other in counted if other != one.nip and counted[other] > counted[one.nip]]
        near = [other for other in likely if _one_person(one, other, told)]
        if near and one.nip not in said:
            said.add(one.nip)
            right = max(near, key=lambda nip: counted[nip])
            others = tuple(other.line.seen for other in told if other.nip == right)
            message = f"NIP {one.nip}, di tempat lain {right} untuk orang yang sama. Samakan NIP-nya."
            yield Flaw(seen=(one.line.seen, *others[:1]), message=message, recorded=one.nip, expected=right)


def _one_person(one: Signed, nip: str, told: tuple[Signed, ...]) -> bool:
    names = {plain_person(other.name) for other in told if other.nip == nip and other.name}
    if plain_person(one.name) in names - {""}:
        return True
    apart = sum(a != b for a, b in zip(one.nip, nip, strict=False))
    return len(one.nip) == len(nip) and apart <= 2


@paper_rule(
    "berkas-satu-nama",
    rule="R-name",
    basis="Satu orang ditulis dengan satu nama.",
    example="“NUB/ADI.S.STP” dan “NURYADI S.STP” dengan NIP yang sama.",
)
def one_name_each(material: Material) -> Iterator[Flaw]:
    """Under one NIP stands one name."""
    by_nip: dict[str, list[Signed]] = {}
    for one in signatures(material):
        if plain_person(one.name):
            by_nip.setdefault(one.nip, []).append(one)
    for nip, told in by_nip.items():
        counted = Counter(plain_person(one.name) for one in told)
        usual = counted.most_common(1)[0][0]
        for one in told:
            name = plain_person(one.name)
            rare = counted[name] < counted[usual] or (counted[usual] == 1 and told[0] is not one)
            if name != usual and rare and garbled(name, usual):
                other = next(x for x in told if plain_person(x.name) == usual)
                message = f"“{one.name}” dan “{other.name}” memakai NIP {nip} yang sama. Samakan namanya."
                seen = (one.name_line.seen, other.name_line.seen)
                yield Flaw(seen=seen, message=message, recorded=one.name, expected=other.name)


def garbled(name: str, usual: str) -> bool:
    """Whether it is the other name badly written, and not that of somebody else who stands above the NIP."""
    return SequenceMatcher(None, name.replace(" ", ""), usual.replace(" ", "")).ratio() >= _SIMILAR


@paper_rule(
    "berkas-satu-pangkat",
    rule="R-nip",
    basis="Pangkat ada dalam daftar pangkat PNS, dan satu untuk setiap orang dalam satu dokumen.",
    example="“Penasihat Tk.I” seharusnya “Penata Tk.I”.",
)
def one_rank_each(material: Material) -> Iterator[Flaw]:
    """A pangkat is one of the list; who signs twice has the same."""
    by_nip: dict[str, list[Signed]] = {}
    for one in signatures(material):
        if one.rank:
            by_nip.setdefault(one.nip, []).append(one)
    said: set[int] = set()
    for told in by_nip.values():
        right = Counter(plain_rank(one.rank) for one in told if _RANK.search(one.rank))
        for one in told:
            if not _RANK.search(one.rank) and id(one.rank_line) not in said:
                said.add(id(one.rank_line))
                yield _no_rank(one.rank_line, one.rank)
        if len(right) > 1:
            values = ", ".join(dict.fromkeys(f"“{one.rank}”" for one in told if _RANK.search(one.rank)))
            seen = tuple({plain_rank(one.rank): one.rank_line.seen for one in told}.values())
            message = f"Pangkat satu orang ditulis berbeda: {values}. Samakan pangkatnya."
            yield Flaw(seen=seen, message=message, recorded=values, level=Level.PERINGATAN)
    known = {id(line) for line in material.lines if id(line) in said}
    for line in material.lines:
        alone = _RANK_LIKE.fullmatch(line.text.strip())
        if alone and not _RANK.search(line.text) and id(line) not in known:
            yield _no_rank(line, line.text)


def _no_rank(line: Line, rank: str) -> Flaw:
    message = f"“{rank}” bukan pangkat PNS. Perbaiki pangkatnya."
    return Flaw(seen=(line.seen,), message=message, recorded=rank)


def plain_rank(rank: str) -> str:
    """A pangkat in small letters and words: "Penata Tk. I (III/d)" → "penata tingkat i"."""
    text = re.sub(r"\btk\b\.?", "tingkat ", rank.casefold())
    text = re.sub(r"\b1\b", "i", re.sub(r"\([^)]*\)|[./,]", " ", text))
    return " ".join(text.split())
