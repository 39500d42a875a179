"""Of whom and of which year a paper tells: read from its cover and from what it says most often. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kecamatan.ground.errors import InputError
from reports.papers.paper import Paper, Text
from sakip.checks.text.foreign_places import own_words

#: The cover and the letter behind it.
_COVER: Final = 12
#: How much a name on the cover counts for.
_COVER_COUNTS: Final = 5
_FIRST_YEAR, _LAST_YEAR = 2006, 2060
_REPORT: Final = re.compile(
    r"\b(?:laporan\s+kinerja|lkip|lakip|lkjip|perjanjian\s+kinerja)\b[^.;:\d]{0,90}?\btahun\s+(?:anggaran\s+)?(20\d\d)\b",
    re.IGNORECASE,
)
_OF_YEAR: Final = re.compile(r"\btahun\s+(?:anggaran\s+)?(20\d\d)\b(?!\s*[-–])", re.IGNORECASE)
#: "Kecamatan Gunung Jati", "KECAMATAN TAYU KABUPATEN": the name is cut where words follow that are none. "Camat Kudu
#: Sholahuddin" names a kecamatan only where one is recorded that is called so.
_NAMED: Final = re.compile(
    r"\b(?:(?P<camat>(?i:camat))|(?i:kecamatan|kecamata|distrik|kapanewon|kemantren)|(?i:kec)\.)\s*(?<![a-z](?=[A-Z]))"
    r"(?P<name>[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]*){0,3})"
)
_REGENCY: Final = re.compile(
    r"\b(?:(?i:kabupaten|kota)|(?i:kab)\.)\s+(?P<name>[A-Z][A-Za-z'’]+(?:\s+[A-Z][A-Za-z'’]+)?)"
)
#: Whose report or agreement it is, where that is no kecamatan.
_OFFICE: Final = re.compile(
    r"^\W*(?:(?:laporan|lkj?ip|lakip|renstra|rencana|perjanjian|pemerintah|skpd|opd)\b[^.;:]{0,80}?\b)?"
    r"(?P<office>(?i:kelurahan|dinas|badan|inspektorat|sekretariat\s+daerah|sekretariat\s+dprd|satuan\s+polisi|rsud|"
    r"puskesmas|bagian)\s+[A-Z][\w'’-]*(?:\s+(?:(?:dan|serta)\s+)?[A-Z][\w'’-]*){0,5})",
    re.IGNORECASE,
)
_LAW: Final = re.compile(r"\b(?:nom[oe]r|no\.?)\s*:?\s*\S+\s+tahun\s+\d{4}\b", re.IGNORECASE)
_SPAN: Final = re.compile(r"\b20\d\d\s*(?:[-–]|s\.?/?d\.?|sampai(?:\s+dengan)?)\s*(?:tahun\s+)?20\d\d\b")


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


_ANY_YEAR: Final = re.compile(r"\b20\d\d\b")
_BASELINE: Final = re.compile(
    r"\b(?:baseline|kondisi\s+awal|tahun\s+dasar)\s+(?:tahun\s+)?20\d\d\b", re.IGNORECASE
)
#: So many years in one line are those of columns.
_SIDE_BY_SIDE: Final = 3


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
    nama, one = (kecamatan.nama, kecamatan) if kecamatan else _named(texts, known, kabupaten)
    office = "" if kecamatan else _office(texts[:_COVER])
    if office or not nama:
        raise SubjectUnknown(
            f"Berkas ini tampaknya milik {office}. Jika memang milik kecamatan, sebutkan kecamatannya."
            if office
            else "Kecamatan tidak terbaca dari berkas ini. Sebutkan kecamatannya."
        )
    if one is not None:
        return Subject(nama=one.nama, kabupaten=one.kabupaten, tahun=year, known=one, sebutan=one.sebutan)
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
                yield " | ".join(row.filled)


def _year(texts: Sequence[str]) -> int | None:
    """That of the reports and agreements it names most often, else the first of its cover, else the most frequent.
    Those of a span ("2021-2026"), of the law, and of columns side by side ("2021 2022 2023", "baseline 2024") are
    none."""
    texts = [_LAW.sub(" ", _SPAN.sub(" ", text)) for text in texts]
    texts = [_BASELINE.sub(" ", text) for text in texts if len(set(_ANY_YEAR.findall(text))) < _SIDE_BY_SIDE]
    named = Counter(int(year) for text in texts for year in _REPORT.findall(text))
    cover = [int(year) for text in texts[:_COVER] for year in re.findall(r"\b20\d\d\b", text)]
    every = Counter(int(year) for text in texts for year in _OF_YEAR.findall(text))
    told = [named.most_common(1)[0][0]] if named else []
    told += cover[:1] + [year for year, _ in every.most_common(1)]
    return next((year for year in told if _FIRST_YEAR <= year <= _LAST_YEAR), None)


def _named(texts: Sequence[str], known: Sequence[Known], kabupaten: str) -> tuple[str, Known | None]:
    """The kecamatan that is named as one most often, the cover counting for more, and which of the known it is: of the
    kabupaten of the paper, where that is told. Empty where none is named."""
    by_name: dict[str, list[Known]] = {}
    for one in known:
        by_name.setdefault(one.nama.casefold(), []).append(one)
    counted: Counter[str] = Counter()
    for at, text in enumerate(texts):
        for found in _NAMED.finditer(text):
            words = own_words(found["name"].replace("’", "'"))
            lengths = range(len(words), 0, -1)
            names = [" ".join(words[:length]).casefold() for length in lengths]
            name = next(
                (name for name in names if name in by_name), "" if found["camat"] else "".join(names[:1])
            )
            if name:
                counted[name] += _COVER_COUNTS if at < _COVER else 1
    if not counted:
        return "", None
    best, often = counted.most_common(1)[0]
    # "Kecamatan Kudu Raya" once beside "Kecamatan Kudu" many times: the rest was the sentence that went on.
    shorter = [name for name in counted if best.startswith(f"{name} ") and counted[name] >= often]
    best = min(shorter, key=len, default=best)
    same = by_name.get(best, [])
    of = [one for one in same if not kabupaten or _same(one.kabupaten, kabupaten)]
    return best, of[0] if len(of) == 1 else None


def _office(cover: Sequence[str]) -> str:
    """The kelurahan, dinas or badan that a cover names before any kecamatan; empty where it names none."""
    for text in cover:
        found, kecamatan = _OFFICE.match(text), _NAMED.search(text)
        if found and not (kecamatan and kecamatan.start() < found.start("office")):
            kind, *name = found["office"].split()
            return " ".join([kind, *own_words(" ".join(name))]).title()
        if kecamatan:
            return ""
    return ""


def _same(one: str, other: str) -> bool:
    plain = [re.sub(r"^(?:kabupaten|kota)\s+", "", name.casefold()) for name in (one, other)]
    return plain[0] == plain[1]


def _kabupaten(texts: Iterable[str]) -> str:
    named = Counter(
        " ".join(words).title()
        for text in texts
        for found in _REGENCY.finditer(text)
        if (words := own_words(found["name"]))
    )
    return named.most_common(1)[0][0] if named else ""
