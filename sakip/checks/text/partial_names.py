"""Names that a sentence gives in part: "penyelesaian laporan ketertiban umum" of a longer one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from sakip.capaian.results import IndikatorResult, SasaranResult, SerapanLine
from sakip.text.reading.stems import stem
from sakip.text.reading.words import LIGHT, word_set

Measured = IndikatorResult | SasaranResult | SerapanLine

#: How offices shorten what stands in names.
_SHORT: Final = {
    "trantib": ("ketentraman", "ketertiban"),
    "trantibum": ("ketentraman", "ketertiban", "umum"),
    "tramtib": ("ketentraman", "ketertiban"),
    "tramtibum": ("ketentraman", "ketertiban", "umum"),
    "tibum": ("ketertiban", "umum"),
    "kesos": ("kesejahteraan", "sosial"),
    "yanlik": ("pelayanan", "publik"),
}
#: Words of many names, which name nothing by themselves.
GENERAL: Final = frozenset(
    stem(word)
    for word in word_set(
        "persentase tingkat jumlah nilai indeks indek hasil rasio cakupan angka skor capaian realisasi target anggaran",
        "kinerja meningkatnya meningkatkan terwujudnya mewujudkan terselenggaranya penyelenggaraan terjaganya menjaga",
        "optimalnya sasaran strategis strategi indikator indicator program kegiatan sub kecamatan kabupaten kota",
        "wilayah opd pd skpd utama sangat tahun satu evaluasi terlaksananya pelaksanaan dilaksanakan",
        "terpenuhinya predikat kategori ukuran renstra rkt pk perjanjian murni perubahan",
    )
)
#: Such words say that a measured thing follows.
_HEADS: Final = GENERAL - frozenset(map(stem, ("jumlah", "anggaran", "kecamatan", "wilayah", "satu")))
_JOINING: Final = word_set("dan serta di yang dalam hal atas yg")
#: Initials that name an indikator by themselves.
_INITIALS: Final = frozenset({"sakip", "akip", "ikm", "skm", "ipp", "irb"})
_WORD: Final = re.compile(r"[^\W\d_]+")
_CLOSE: Final = re.compile(r"[\s,/&-]*")
_LEVELS: Final = {"program": ("program",), "kegiatan": ("kegiatan", "sub kegiatan")}
#: Where they stand in a name they name nothing: what follows a name may be denied.
_DENYING: Final = frozenset({"tidak", "belum"})
#: Fewer roots name nothing; so large a share of a name is said where its first word is not.
_LEAST_ROOTS: Final = 2
_SHARE: Final = 0.5
#: So many are a name whatever leads to it.
_MANY_ROOTS: Final = 4


class _Word(NamedTuple):
    start: int
    end: int
    small: str
    roots: tuple[str, ...]


class _Name(NamedTuple):
    subject: Measured
    first: str
    roots: frozenset[str]


class PartialNames:
    """The names of everything that is measured, by the roots of their words."""

    def __init__(self, names: Iterable[tuple[Measured, str]], own: str) -> None:
        self._names: list[_Name] = []
        mine = frozenset(stem(word) for word in _WORD.findall(own))
        for subject, name in names:
            roots = [
                root
                for word in _WORD.findall(name)
                if word.casefold() not in LIGHT
                for root in _roots(word)
                if root not in GENERAL and root not in mine
            ]
            if len(set(roots)) >= _LEAST_ROOTS or _INITIALS.issuperset(roots):
                self._names += [_Name(subject, roots[0], frozenset(roots))] if roots else []
        self._known = frozenset(root for name in self._names for root in name.roots) - _DENYING
        sasaran = [name.subject for name in self._names if isinstance(name.subject, SasaranResult)]
        self._of_indikator = {id(one): of for of in sasaran for one in of.indikator}

    def read(self, text: str) -> Iterator[tuple[tuple[Measured, ...], int, int]]:
        """What parts of names stand in a sentence: what bears them, all of one thing, and where."""
        words = [_Word(m.start(), m.end(), m[0].casefold(), _roots(m[0])) for m in _WORD.finditer(text)]
        at = 0
        while at < len(words):
            end = self._run(text, words, at)
            if end > at:
                bearers = self._bearers(text, words, at, end)
                if bearers:
                    yield bearers, words[at].start, words[end - 1].end
            at = max(end, at + 1)

    def _run(self, text: str, words: Sequence[_Word], at: int) -> int:
        """Where the words end that begin there and stand in names; ``at`` where none does."""
        end = at
        for index in range(at, len(words)):
            word = words[index]
            if index > at and not _CLOSE.fullmatch(text, words[index - 1].end, word.start):
                break
            if self._known.issuperset(word.roots):
                end = index + 1
            elif index == at or not (word.small in _JOINING or GENERAL.issuperset(word.roots)):
                break
        return end

    def _bearers(self, text: str, words: Sequence[_Word], at: int, end: int) -> tuple[Measured, ...]:
        roots = {root for word in words[at:end] for root in word.roots if self._known.issuperset(word.roots)}
        if len(roots) < _LEAST_ROOTS and not _INITIALS.issuperset(roots):
            return ()
        level = _LEVELS.get(words[at - 1].small, ()) if at else ()
        found = {
            id(name.subject): name.subject
            for name in self._names
            if roots <= name.roots and _says_enough(roots, name)
        }
        if level:
            rows = [s for s in found.values() if isinstance(s, SerapanLine) and s.tingkat in level]
            return tuple(rows) if len(rows) == 1 else ()
        measured = self._is_measured(text, words, at)
        if measured is None and len(roots) < _MANY_ROOTS:
            return ()
        told = self._one_thing(list(found.values()))
        # "Kualitas pelayanan" is spoken of, "capaian kualitas pelayanan" is a sasaran.
        return told if measured or (told and isinstance(told[0], IndikatorResult)) else ()

    def _one_thing(self, found: Sequence[Measured]) -> tuple[Measured, ...]:
        """The indikator, its sasaran and what supports it; nothing where there are several."""
        indikator = [s for s in found if isinstance(s, IndikatorResult)]
        sasaran = [s for s in found if isinstance(s, SasaranResult)]
        if len(indikator) > 1 or len(sasaran) > 1 or not (indikator or sasaran):
            return ()
        if indikator and sasaran and self._of_indikator.get(id(indikator[0])) is not sasaran[0]:
            return ()
        return (*indikator, *sasaran, *(s for s in found if isinstance(s, SerapanLine)))

    def _is_measured(self, text: str, words: Sequence[_Word], at: int) -> bool | None:
        """Whether what leads to the name says that it is measured; None where it says something else of it: "Personel
        ketertiban umum"."""
        for index in range(at - 1, -1, -1):
            word, after = words[index], words[index + 1]
            if text[word.end : after.start].strip():
                return False  # a comma, a bracket, a colon
            if any(root in _HEADS for root in word.roots):
                return True
            if word.small == "jumlah" or (word.small not in LIGHT and not GENERAL.issuperset(word.roots)):
                return None
        return False


def _says_enough(roots: set[str], name: _Name) -> bool:
    """Whether the roots name it: its initials alone, or its first word with another, or much of it."""
    if len(roots) < _LEAST_ROOTS:
        return roots == name.roots
    return name.first in roots or len(roots) >= _SHARE * len(name.roots)


def _roots(word: str) -> tuple[str, ...]:
    return tuple(stem(part) for part in _SHORT.get(word.casefold(), (word,)))
