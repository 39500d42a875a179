"""Of whom and of which year a paper tells: read from its cover and from what it says most often. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kecamatan.ground.errors import InputError
from reports.papers.paper import Paper, Text

#: The cover and the letter behind it.
_COVER: Final = 12
_FIRST_YEAR, _LAST_YEAR = 2006, 2060
_REPORT: Final = re.compile(
    r"\b(?:laporan\s+kinerja|lkip|lakip|lkjip|perjanjian\s+kinerja)\b[^.;:\d]{0,90}?\btahun\s+(?:anggaran\s+)?(20\d\d)\b",
    re.IGNORECASE,
)
_OF_YEAR: Final = re.compile(r"\btahun\s+(?:anggaran\s+)?(20\d\d)\b(?!\s*[-–])", re.IGNORECASE)
_NAMED: Final = re.compile(
    r"\b(?:kecamatan|distrik|kapanewon|kemantren)\s+((?:[A-Z][\w'’-]+)(?:\s+[A-Z][\w'’-]+)?)|"
    r"\b(?:KECAMATAN|DISTRIK|KAPANEWON|KEMANTREN)\s+([A-Z][A-Z'’ -]{2,40}[A-Z])",
    re.IGNORECASE,
)
_REGENCY: Final = re.compile(
    r"\b(kabupaten|kota)\s+([A-Z][A-Za-z'’]+(?:\s+[A-Z][A-Za-z'’]+)?)", re.IGNORECASE
)


class SubjectUnknown(InputError):
    """The paper does not tell whom or which year it is of; ``str()`` says what helps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A kecamatan that is recorded: its key, kode and name, the name of its kabupaten, and what it is called."""

    pk: int
    kode: str
    nama: str
    kabupaten: str
    sebutan: str = "Kecamatan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Whom a paper is of. ``known`` is None where its kecamatan is not recorded here; then ``nama`` and ``sebutan`` (a
    kecamatan may be a distrik or a kapanewon) are as printed."""

    nama: str
    kabupaten: str
    tahun: int
    known: Known | None = None
    sebutan: str = "Kecamatan"

    def __str__(self) -> str:
        return f"{self.sebutan} {self.nama} {self.tahun}"


def read_subject(
    paper: Paper, known: Sequence[Known], *, kecamatan: Known | None = None, tahun: int | None = None
) -> Subject:
    """What the paper says of it; ``kecamatan`` and ``tahun`` are given where a person said them.

    Raises :class:`SubjectUnknown`.
    """
    texts = list(_lines(paper))
    year = tahun or _year(texts)
    if year is None:
        raise SubjectUnknown("Tahun laporan tidak terbaca dari berkas ini. Sebutkan tahunnya.")
    kabupaten = _kabupaten(texts)
    one = kecamatan or _among(texts, known, kabupaten)
    if one is not None:
        return Subject(nama=one.nama, kabupaten=one.kabupaten, tahun=year, known=one, sebutan=one.sebutan)
    nama = _most(_names(texts), _names(texts[:_COVER]))
    if not nama:
        raise SubjectUnknown("Kecamatan tidak terbaca dari berkas ini. Sebutkan kecamatannya.")
    return Subject(nama=nama.title(), kabupaten=kabupaten, tahun=year, sebutan=_sebutan(texts, nama))


def _sebutan(texts: Iterable[str], nama: str) -> str:
    """What stands before the name most often."""
    before = re.compile(rf"\b(kecamatan|distrik|kapanewon|kemantren)\s+{re.escape(nama)}\b", re.IGNORECASE)
    counted = Counter(found.title() for text in texts for found in before.findall(text))
    return counted.most_common(1)[0][0] if counted else "Kecamatan"


def _lines(paper: Paper) -> Iterator[str]:
    for block in paper.blocks:
        if isinstance(block, Text):
            if not block.contents:
                yield block.text
        else:
            for row in block.rows:
                yield " ".join(row.filled)


def _year(texts: Sequence[str]) -> int | None:
    """That of the reports and agreements it names most often, else the first of its cover, else the most frequent."""
    named = Counter(int(year) for text in texts for year in _REPORT.findall(text))
    cover = [int(year) for text in texts[:_COVER] for year in re.findall(r"\b20\d\d\b", text)]
    every = Counter(int(year) for text in texts for year in _OF_YEAR.findall(text))
    told = [named.most_common(1)[0][0]] if named else []
    told += cover[:1] + [year for year, _ in every.most_common(1)]
    return next((year for year in told if _FIRST_YEAR <= year <= _LAST_YEAR), None)


def _among(texts: Sequence[str], known: Sequence[Known], kabupaten: str) -> Known | None:
    """The known kecamatan that is named as one most often, one of the kabupaten of the paper before others."""
    by_name: dict[str, list[Known]] = {}
    for one in known:
        by_name.setdefault(one.nama.casefold(), []).append(one)
    counted: Counter[str] = Counter()
    for at, text in enumerate(texts):
        small = text.casefold()
        for found in re.finditer(r"\b(?:kecamatan|camat|distrik|kapanewon|kemantren)\s+", small):
            behind = small[found.end() : found.end() + 40]
            names = [name for name in by_name if re.match(rf"{re.escape(name)}\b", behind)]
            if names:
                counted[max(names, key=len)] += 5 if at < _COVER else 1
    if not counted:
        return None
    same = by_name[counted.most_common(1)[0][0]]
    return next((one for one in same if _same(one.kabupaten, kabupaten)), same[0] if len(same) == 1 else None)


def _same(one: str, other: str) -> bool:
    plain = [re.sub(r"^(?:kabupaten|kota)\s+", "", name.casefold()) for name in (one, other)]
    return plain[0] == plain[1]


def _kabupaten(texts: Iterable[str]) -> str:
    named = Counter(
        found[2].split("\n")[0].title()
        for text in texts
        for found in _REGENCY.finditer(text)
        if found[2][:1].isupper()
    )
    return named.most_common(1)[0][0] if named else ""


def _names(texts: Iterable[str]) -> Counter[str]:
    return Counter(
        (found[1] or found[2]).title()
        for text in texts
        for found in _NAMED.finditer(text)
        if (found[1] or found[2])[:1].isupper()
    )


def _most(every: Counter[str], cover: Counter[str]) -> str:
    of = cover or every
    return of.most_common(1)[0][0] if of else ""
