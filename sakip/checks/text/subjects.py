"""What a sentence speaks of: which indikator, sasaran or program it names, clearly enough to be held against it."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from sakip.capaian.anggaran import compute_serapan
from sakip.capaian.arithmetic import complete_total
from sakip.capaian.results import IndikatorResult, Results, SasaranResult, SerapanLine, walk_rows
from sakip.capaian.rounding import round_half_up
from sakip.checks.material import CheckedYear, Passage
from sakip.checks.places import indikator_of, sasaran_of
from sakip.checks.text.partial_names import Measured, PartialNames
from sakip.snapshot.reads import MOST, Recent, kept, whole
from sakip.snapshot.types import Belanja, Snapshot

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
#: The level of a group of belanja, which is a row of no budget.
BELANJA: Final = "belanja"
#: Fewer words name nothing by themselves ("Persentase", "Jumlah dokumen").
_LEAST_WORDS: Final = 2
#: Sentences of which is kept what they name: those of a few reports, with what they were before.
_SENTENCES: Final = 5000


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A subject where a sentence names it; ``others`` are what bears that name as well, of the same thing: the sasaran
    of an indikator, the program that supports it."""

    subject: Measured
    start: int
    end: int
    others: tuple[Measured, ...] = ()

    @property
    def family(self) -> tuple[Measured, ...]:
        """Everything that the name may mean."""
        return (self.subject, *self.others)


class _Found(NamedTuple):
    """A subject where a sentence names it, and the others that bear that name: by their places among all."""

    family: tuple[int, ...]
    start: int
    end: int


class _Names:
    """The names of a year, by the places of what bears them, and the sentences in which they were looked for."""

    def __init__(self, names: Sequence[tuple[Measured, str]], places: Mapping[int, int], own: str) -> None:
        self._subjects, self._places = [subject for subject, _ in names], places  # the ids are theirs
        bearing: dict[tuple[str, ...], list[Measured]] = {}
        for subject, name in names:
            for alias in _aliases(name):
                bearers = bearing.setdefault(_tokens(alias), [])
                if subject not in bearers:
                    bearers.append(subject)
        self.of = {tokens: places[id(b[0])] for tokens, b in bearing.items() if len(b) == 1}
        self.shared = {tokens for tokens, b in bearing.items() if len(b) > 1}
        self.pattern = _pattern((*self.of, *self.shared))
        self._parts = PartialNames(names, own)
        self.mentions: dict[str, tuple[_Found, ...]] = {}
        self.several: dict[str, bool] = {}

    def make_room(self) -> None:
        """Forget the sentences that were read where they are too many."""
        if len(self.mentions) >= _SENTENCES:
            self.mentions.clear()
            self.several.clear()

    def parts(self, text: str) -> Iterator[_Found]:
        """The names that a sentence gives in part."""
        for bearers, start, end in self._parts.read(text):
            yield _Found(tuple(self._places[id(one)] for one in bearers), start, end)


class _Book:
    """The names of years in which all is called alike, made of the first."""

    names: _Names | None = None


_BOOKS: Final = Recent(_Book, MOST)


class Subjects:
    """Everything that sentences of a report can name, by the names that people give it.

    A name that several bear names none of them. ``named`` are the names that other documents give: of which kunci.
    What a sentence names follows from names alone: after a value was edited every sentence has been read.
    """

    def __init__(
        self,
        results: Results,
        own: str,
        named: Iterable[tuple[str, str]] = (),
        belanja: Sequence[Belanja] = (),
    ) -> None:
        self.results = results
        self._own = re.compile(
            rf"\b(?:(?:OPD|PD|SKPD|Perangkat\s+Daerah)\s+)?(?:(?:kantor\s+)?(?:kecamatan|kec\.|distrik|kapanewon)\s+)?"
            rf"{re.escape(own)}\b",
            re.IGNORECASE,
        )
        self._mentions: dict[str, tuple[Mention, ...]] = {}
        self.indikator = {i.kunci: i for s in results.sasaran for i in s.indikator if i.kunci} | {
            i.kunci: i for i in results.di_luar_pk if i.kunci
        }
        self.sasaran = {s.kunci: s for s in results.sasaran if s.kunci}
        of_kunci = self.indikator | self.sasaran
        names = [
            *_named(results),
            *_belanja_named(belanja),
            *((of_kunci[kunci], name) for kunci, name in named if kunci in of_kunci),
        ]
        self._every = tuple({id(subject): subject for subject, _ in names}.values())
        self._places = {id(subject): place for place, subject in enumerate(self._every)}
        book = _BOOKS.of(own, self._structure(names))
        self._names = book.names = book.names or _Names(names, self._places, own)

    def _structure(self, names: Iterable[tuple[Measured, str]]) -> Hashable:
        """All that decides what a sentence names: the names and whose they are, which subjects are equal, of which kind
        each is, and which indikator a sasaran has."""
        alike: dict[Hashable, list[Measured]] = {}
        kinds = []
        for one in self._every:
            title = type(one), *_titles(one)
            equal = alike.setdefault(title, [])
            if one not in equal:
                equal.append(one)
            below = [self._places[id(i)] for i in one.indikator] if isinstance(one, SasaranResult) else []
            kinds.append((title, equal.index(one), *below))
        return (*kinds, None, *((self._places[id(subject)], name) for subject, name in names))

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """What a sentence names, in order; the longest name at each place. Read once for all checks."""
        if text not in self._mentions:
            found = self._names.mentions.get(text)
            if found is None:
                self._names.make_room()
                found = self._names.mentions[text] = tuple(self._read(text))
            self._mentions[text] = tuple(map(self._mention, found))
        return self._mentions[text]

    def _mention(self, found: _Found) -> Mention:
        subject, *others = (self._every[place] for place in found.family)
        return Mention(subject=subject, start=found.start, end=found.end, others=tuple(others))

    def _read(self, text: str) -> Iterator[_Found]:
        whole = list(self._names.pattern.finditer(text)) if self._names.pattern else []
        inside = [match.span() for match in whole]
        found = [
            _Found((one, *self._beside(one)), match.start(), match.end())
            for match in whole
            if (one := self._names.of.get(_tokens(match[0]))) is not None
        ]
        for part in self._names.parts(self._own.sub(lambda own: " " * len(own[0]), text)):
            if all(part.end <= a or b <= part.start for a, b in inside):
                one, *others = part.family
                family = dict.fromkeys((*others, *self._beside(one)))
                found.append(part._replace(family=(one, *family)))
        yield from sorted(found, key=lambda one: one.start)

    def _beside(self, place: int) -> tuple[int, ...]:
        return tuple(self._places[id(one)] for one in self.beside(self._every[place]))

    def beside(self, one: Measured) -> tuple[Measured, ...]:
        """The sasaran that has no other indikator, the only indikator of a sasaran."""
        if isinstance(one, SasaranResult):
            return one.indikator if len(one.indikator) == 1 else ()
        return tuple(s for s in self.results.sasaran if len(s.indikator) == 1 and s.indikator[0] is one)

    def told(self, text: str) -> tuple[Measured, ...]:
        """The one thing that a sentence names, in all that its names may mean; empty where it names none or several."""
        families = [one.family for one in self.mentions(text)]
        if not families or self.names_shared(text):
            return ()
        return tuple(s for s in families[0] if all(any(s is t for t in family) for family in families))

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
        names = self._names
        if text not in names.several:
            names.several[text] = names.pattern is not None and any(
                _tokens(match[0]) in names.shared for match in names.pattern.finditer(text)
            )
        return names.several[text]

    def about(self, passage: Passage) -> IndikatorResult | SasaranResult | None:
        """What the whole text was written about; None where it is about the year."""
        return self.indikator.get(passage.about) or self.sasaran.get(passage.about)


@kept
def subjects_of(year: CheckedYear) -> Subjects | None:
    """The subjects of a measured year, made once for all checks; None where nothing was measured."""
    if year.results is None:
        return None
    snapshot = year.snapshot
    return Subjects(
        whole(year.results), snapshot.kecamatan.nama, tuple(_names_elsewhere(snapshot)), snapshot.belanja
    )


def _names_elsewhere(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    """What Renstra, RKT, PK and SK IKU call an indikator or a sasaran, by its kunci."""
    for renstra in snapshot.renstra:
        yield from ((s.kunci, s.uraian) for s in sasaran_of(renstra))
        yield from ((i.kunci, i.nama) for i in indikator_of(renstra))
    for pk in snapshot.pk:
        yield from ((row.kunci_sasaran, row.sasaran) for row in pk.indikator)
        yield from ((row.kunci_indikator, row.indikator) for row in pk.indikator)
    for planned in snapshot.rkt.sasaran if snapshot.rkt else ():
        yield planned.kunci_indikator, planned.indikator
    for chosen in snapshot.iku.baris if snapshot.iku else ():
        yield chosen.kunci_indikator, chosen.indikator


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


def _belanja_named(belanja: Sequence[Belanja]) -> Iterator[tuple[Measured, str]]:
    """The groups of belanja as rows of a budget, as people write them: "Belanja Barang/Jasa"."""
    whole = complete_total(row.pagu for row in belanja if not row.induk)
    for row in belanja:
        if not row.pagu:
            continue
        line = SerapanLine(
            tingkat=BELANJA,
            kode=row.kode,
            nama=row.nama,
            rinci=True,
            serapan=compute_serapan(row.pagu, row.realisasi),
            proporsi=round_half_up(row.pagu * 100 / whole, 2) if whole and not row.induk else None,
            anak=(),
        )
        yield line, row.nama
        yield line, row.nama.replace(" dan ", " ")
        yield line, re.sub(r"^Belanja Operasi$", "Belanja Operasional", row.nama)


def _titles(subject: Measured) -> tuple[str, ...]:
    """What it is called in every record: equal subjects are called alike."""
    match subject:
        case IndikatorResult():
            return subject.kunci, subject.nama
        case SasaranResult():
            return subject.kunci, subject.uraian
    return subject.tingkat, subject.kode, subject.nama


def names_one_thing(one: str, other: str) -> bool:
    """Whether two names are of one thing: in full and by its initials, with and without what stands in brackets."""
    return not _called(one).isdisjoint(_called(other))


@lru_cache(maxsize=4_096)  # a name of a table is compared with all that are recorded
def _called(name: str) -> frozenset[tuple[str, ...]]:
    return frozenset(map(_tokens, _aliases(name)))


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
