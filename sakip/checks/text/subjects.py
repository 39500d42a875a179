"""What a sentence speaks of: which indikator, sasaran or program it names, clearly enough to be held against it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from sakip.capaian.results import IndikatorResult, Results, SasaranResult, SerapanLine, walk_rows
from sakip.checks.material import CheckedYear, Passage

#: Names of indikator that offices write short in one place and in full in another.
_FULL_NAMES: Final = {
    "IKM": ("Indeks Kepuasan Masyarakat",),
    "SKM": ("Survei Kepuasan Masyarakat", "Survey Kepuasan Masyarakat"),
    "IPP": ("Indeks Pelayanan Publik",),
    "IRB": ("Indeks Reformasi Birokrasi",),
    "PBB": ("Pajak Bumi dan Bangunan",),
}
_BRACKETS: Final = re.compile(r"\s*\(([^()]*)\)")
_ACRONYM: Final = re.compile(r"[A-Z][A-Za-z]*[A-Z][A-Za-z]*")
_WORD: Final = re.compile(r"[^\W_]+")
_OWN_AREA: Final = re.compile(r"\s+(?:di |pada |se-)?(?:kecamatan|distrik|kapanewon)\b.*$", re.IGNORECASE)
#: Fewer words name nothing by themselves ("Persentase", "Jumlah dokumen").
_LEAST_WORDS: Final = 2

Measured = IndikatorResult | SasaranResult | SerapanLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A subject where a sentence names it."""

    subject: Measured
    start: int
    end: int


class Subjects:
    """Everything that sentences of a report can name, by the names that people give it.

    A name that several bear names none of them.
    """

    def __init__(self, results: Results, own: str) -> None:
        self.results = results
        self._own = re.compile(
            rf"\b(?:(?:OPD|PD|SKPD|Perangkat\s+Daerah)\s+)?(?:(?:kantor\s+)?(?:kecamatan|distrik|kapanewon)\s+)?"
            rf"{re.escape(own)}\b",
            re.IGNORECASE,
        )
        self._mentions: dict[str, tuple[Mention, ...]] = {}
        named: dict[tuple[str, ...], list[Measured]] = {}
        for subject, name in _named(results):
            for alias in _aliases(name):
                bearers = named.setdefault(_tokens(alias), [])
                if subject not in bearers:
                    bearers.append(subject)
        self._of = {tokens: bearers[0] for tokens, bearers in named.items() if len(bearers) == 1}
        self._shared = {tokens for tokens, bearers in named.items() if len(bearers) > 1}
        self._pattern = _pattern((*self._of, *self._shared))
        self.indikator = {i.kunci: i for s in results.sasaran for i in s.indikator if i.kunci} | {
            i.kunci: i for i in results.di_luar_pk if i.kunci
        }
        self.sasaran = {s.kunci: s for s in results.sasaran if s.kunci}

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """What a sentence names, in order; the longest name at each place. Read once for all checks."""
        if text not in self._mentions:
            self._mentions[text] = tuple(self._read(text))
        return self._mentions[text]

    def _read(self, text: str) -> Iterator[Mention]:
        for match in self._pattern.finditer(text) if self._pattern else ():
            subject = self._of.get(_tokens(match[0]))
            if subject is not None:
                yield Mention(subject=subject, start=match.start(), end=match.end())

    def without_names(self, text: str) -> str:
        """The text with blanks where it names a subject or the kecamatan itself: what else it says."""
        for one in self.mentions(text):
            text = f"{text[: one.start]}{' ' * (one.end - one.start)}{text[one.end :]}"
        return self._own.sub(lambda found: " " * len(found[0]), text)

    def names_own(self, text: str) -> bool:
        """Whether the kecamatan itself stands in the sentence."""
        return self._own.search(text) is not None

    def names_shared(self, text: str) -> bool:
        """Whether a name stands in the sentence that several bear."""
        return self._pattern is not None and any(
            _tokens(match[0]) in self._shared for match in self._pattern.finditer(text)
        )

    def about(self, passage: Passage) -> IndikatorResult | SasaranResult | None:
        """What the whole text was written about; None where it is about the year."""
        return self.indikator.get(passage.about) or self.sasaran.get(passage.about)


@lru_cache(maxsize=4)
def _subjects_of(results: Results, own: str) -> Subjects:
    return Subjects(results, own)


def subjects_of(year: CheckedYear) -> Subjects | None:
    """The subjects of a measured year, made once for all checks; None where nothing was measured."""
    return None if year.results is None else _subjects_of(year.results, year.snapshot.kecamatan.nama)


def _named(results: Results) -> Iterator[tuple[Measured, str]]:
    for sasaran in results.sasaran:
        yield sasaran, sasaran.uraian
        for indikator in sasaran.indikator:
            yield indikator, indikator.nama
    for indikator in results.di_luar_pk:
        yield indikator, indikator.nama
    for row, _ in walk_rows(results.anggaran.program):
        if row.kode and row.tingkat != "unit":
            yield row, row.nama


def names_one_thing(one: str, other: str) -> bool:
    """Whether two names are of one thing: in full and by its initials, with and without what stands in brackets."""
    return not {_tokens(a) for a in _aliases(one)}.isdisjoint(_tokens(a) for a in _aliases(other))


def _aliases(name: str) -> Iterator[str]:
    """What people call it: in full, without what stands in brackets or names the kecamatan, by its initials."""
    bare = _BRACKETS.sub("", name).strip()
    short = _OWN_AREA.sub("", bare).strip()
    acronyms = [inside for inside in _BRACKETS.findall(name) if _ACRONYM.fullmatch(inside.strip())]
    for one in dict.fromkeys((name, bare, short)):
        if len(_tokens(one)) >= _LEAST_WORDS or _ACRONYM.fullmatch(one):
            yield one
    yield from acronyms
    for acronym, written_out in _FULL_NAMES.items():
        if acronym in {bare, *acronyms}:
            yield from written_out
        elif any(_tokens(bare) == _tokens(full) for full in written_out):
            yield acronym


def _tokens(text: str) -> tuple[str, ...]:
    return tuple(word.casefold().replace("prosentase", "persentase") for word in _WORD.findall(text))


def _pattern(names: Iterable[Sequence[str]]) -> re.Pattern[str] | None:
    """One pattern for all names: longer before shorter, whatever stands between their words."""
    written = [
        r"[\W_]+".join(re.escape(word) for word in tokens).replace("persentase", "p(?:er|ro)sentase")
        for tokens in sorted(names, key=lambda t: (-len(t), t))
        if tokens
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(written)})(?!\w)", re.IGNORECASE) if written else None


def name_of(subject: Measured | None) -> str:
    """What messages call it; empty for the year as a whole."""
    match subject:
        case IndikatorResult() | SerapanLine():
            return subject.nama
        case SasaranResult():
            return f"sasaran “{subject.uraian}”"
    return ""
