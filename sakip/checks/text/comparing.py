"""Words that compare: which sentences say of which indikator that it rose, fell, stayed, or stands above its target."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sakip.capaian.results import IndikatorResult
from sakip.checks.material import CheckedYear, Passage
from sakip.checks.text.headings import told
from sakip.checks.text.subjects import Subjects, subjects_of
from sakip.text.reading.figures import FigureKind, figures
from sakip.text.reading.sentences import sentences
from sakip.text.reading.words import says_any, word_set

_UNDERGOES: Final = (
    r"(?:mengalami|terjadi|terdapat|ada|merupakan|menunjukkan)(?:\s+adanya)?(?:\s+(?:suatu|sebuah|tren))*\s+"
)
_UP: Final = rf"(?:meningkat|naik|bertambah|{_UNDERGOES}(?:kenaikan|peningkatan))"
_DOWN: Final = rf"(?:menurun|turun|berkurang|merosot|{_UNDERGOES}penurunan)"
_SAME: Final = r"(?:tetap|stagnan|tidak\s+berubah|sama\s+dengan\s+tahun\s+(?:lalu|sebelumnya))"
MOVE: Final = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<same>{_SAME}))\b", re.IGNORECASE)
#: Parts of the words that say so.
MOVES: Final = (
    *("ningkat", "naik", "tambah", "turun", "nurun", "kurang"),
    *("rosot", "tetap", "stagnan", "berubah", "sama"),
)
#: What is hoped for, planned, denied or conditional says nothing of what was.
_NOT_SAID: Final = re.compile(
    r"\b(?:akan|agar|supaya|untuk|dapat|perlu|harus|diharapkan|harapan|rencana|direncanakan|upaya|berupaya|tidak|"
    r"belum|bukan|jika|apabila|bila|kalau|seandainya|seharusnya|guna|mampu|ingin|dalam\s+rangka)\b[^,.;]*$",
    re.IGNORECASE,
)
#: How a sentence begins that says what a table shows, or with what it compares.
_SHOWN: Final = re.compile(
    r"\bdapat\s+(?:disimpulkan|dilihat|diketahui|dikatakan|dijelaskan)|\b(?:jika|bila|apabila)(?=\s+dibanding)",
    re.IGNORECASE,
)
#: What is measured; anything else that rises is not the indikator.
_MEASURED: Final = re.compile(
    r"\b(?:realisasi|capaian|nilai|kinerja|indeks|hasil|angka)(?:nya)?\b", re.IGNORECASE
)
_ELSEWHERE: Final = re.compile(
    r"\b(?:renstra|jangka\s+menengah|rpjmd|provinsi|nasional|kabupaten|triwulan|semester|rkt)\b",
    re.IGNORECASE,
)
_AGAINST: Final = re.compile(r"\bdibanding(?:kan)?\b[^.;,]*?\btahun\s+\d{4}", re.IGNORECASE)
_WORDS: Final = re.compile(r"[^\W\d_]+")
_BETWEEN: Final = word_set(
    "tahun ini tersebut kinerja kinerjanya nya pada di sebesar yang indikator indicator juga telah sudah terus",
    "kembali sedikit cukup sangat dari dibandingkan dibanding dengan mencapai adalah lalu sebelumnya",
    "cenderung tren trend berada masih sebagai dan sehingga persen prosen realisasi capaian nilai atas",
    "yaitu yakni tercapai",
)
#: Between "kenaikan" and what rose.
_OBJECT: Final = word_set("realisasi capaian nilai indikator indicator kinerja pada dari atas")


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A word that compares, of an indikator that its sentence names clearly; ``group`` is that of its pattern."""

    word: str
    group: str
    indikator: IndikatorResult


def comparisons(
    year: CheckedYear, words: re.Pattern[str], parts: tuple[str, ...]
) -> Iterator[tuple[Passage, Comparison]]:
    """What the texts of a year say by these words of the indikator that they name; one of ``parts`` stands in each of
    the words."""
    subjects = subjects_of(year)
    if subjects is None:
        return
    for passage in told(year, subjects):
        for sentence in sentences(passage.text) if says_any(passage.text, parts) else ():
            for found in words.finditer(sentence.text):
                one = compared(sentence.text, found, passage, subjects)
                if one is not None:
                    yield passage, Comparison(word=found[0], group=found.lastgroup or "", indikator=one)


def compared(text: str, found: re.Match[str], passage: Passage, subjects: Subjects) -> IndikatorResult | None:
    """The indikator of which the word says what was; None where that is not clear."""
    if not said_of_the_year(text, found.start(), subjects):
        return None
    return _indikator(text, found, passage, subjects)


def said_of_the_year(text: str, at: int, subjects: Subjects) -> bool:
    """Whether what stands there is said of the report's year and its own area, as what was."""
    if _ELSEWHERE.search(subjects.without_names(text)) or _NOT_SAID.search(_SHOWN.sub(" ", text[:at])):
        return False
    current = subjects.results.tahun
    years = {int(f.value or 0) for f in figures(_AGAINST.sub(" ", text)) if f.kind is FigureKind.YEAR}
    known = not years - {current, current - 1}
    return known and (not years or current in years or _AGAINST.search(text) is not None)


def _indikator(
    text: str, found: re.Match[str], passage: Passage, subjects: Subjects
) -> IndikatorResult | None:
    """The only one named, right before the word or right behind it; else that of the whole text, where a measured thing
    stands there."""
    mentions = subjects.mentions(text)
    named = {id(m.subject): m.subject for m in mentions}
    if len(named) > 1 or subjects.names_shared(text):
        return None
    at, end = found.span()
    bare = subjects.without_names(text)
    measured = list(_MEASURED.finditer(bare, 0, at))
    near = (measured and _near(bare, measured[-1].end(), at)) or bool(_MEASURED.match(bare, end + 1))
    if mentions:
        (one,) = named.values()
        last = max((m.end for m in mentions if m.end <= at), default=None)
        first = min((m.start for m in mentions if m.start >= end), default=None)
        if not isinstance(one, IndikatorResult):
            return None
        if last is not None:
            return one if near or _near(bare, last, at) else None
        behind = first is not None and found[0].casefold().endswith("an") and _near(bare, end, first, _OBJECT)
        return one if behind else None
    about = subjects.about(passage)
    return about if isinstance(about, IndikatorResult) and near else None


def _near(text: str, start: int, end: int, words: frozenset[str] = _BETWEEN) -> bool:
    return all(word.casefold() in words for word in _WORDS.findall(text[start:end]))
