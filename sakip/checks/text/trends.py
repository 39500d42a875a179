"""Checks of words that compare: naik, turun, tetap, di atas and di bawah target."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from sakip.capaian.results import IndikatorResult, Perubahan
from sakip.capaian.values import Keadaan
from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import CheckedYear, Passage
from sakip.checks.text.subjects import Subjects, subjects_of
from sakip.text.reading.figures import FigureKind, figures
from sakip.text.reading.sentences import Sentence, sentences
from sakip.text.reading.words import word_set

_UNDERGOES: Final = r"(?:mengalami|terjadi|terdapat|ada|merupakan|menunjukkan)(?:\s+tren)?\s+"
_UP: Final = rf"(?:meningkat|naik|bertambah|{_UNDERGOES}(?:kenaikan|peningkatan))"
_DOWN: Final = rf"(?:menurun|turun|berkurang|merosot|{_UNDERGOES}penurunan)"
_SAME: Final = r"(?:tetap|stagnan|tidak\s+berubah|sama\s+dengan\s+tahun\s+(?:lalu|sebelumnya))"
_MOVE: Final = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<same>{_SAME}))\b", re.IGNORECASE)
_ABOVE: Final = r"(?:di\s*atas|melampaui|melebihi|lebih\s+tinggi\s+dari(?:pada)?)\s+target"
_BELOW: Final = (
    r"(?:di\s*bawah|(?:belum|tidak)\s+(?:mencapai|memenuhi)|lebih\s+rendah\s+dari(?:pada)?)\s+target"
)
_POSITION: Final = re.compile(rf"\b(?:(?P<above>{_ABOVE})|(?P<below>{_BELOW}))\b", re.IGNORECASE)
#: What is hoped for, planned, denied or conditional says nothing of what was.
_NOT_SAID: Final = re.compile(
    r"\b(?:akan|agar|supaya|untuk|dapat|perlu|harus|diharapkan|harapan|rencana|direncanakan|upaya|berupaya|tidak|"
    r"belum|bukan|jika|apabila|bila|kalau|seandainya|seharusnya|guna|mampu|ingin|dalam\s+rangka)\b[^,.;]*$",
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
_WORDS: Final = re.compile(r"[^\W\d_]+")
_BETWEEN: Final = word_set(
    "tahun ini tersebut kinerja kinerjanya nya pada di sebesar yang indikator juga telah sudah terus",
    "kembali sedikit cukup sangat dari dibandingkan dibanding dengan mencapai adalah lalu sebelumnya",
    "berada masih sebagai dan sehingga",
    "yaitu yakni tercapai",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A word that compares, of an indikator that its sentence names clearly."""

    word: str
    sign: int  # 1 rises or is above, -1 falls or is below, 0 stays
    indikator: IndikatorResult


@check(
    "arah-sesuai-angka",
    rule="R-trend",
    basis="Kata naik, turun, dan tetap mengikuti selisih realisasi dengan tahun sebelumnya.",
    example="Realisasi IKM menurun, padahal naik dari 80 menjadi 85.",
    reads=("passages", "results"),
    kinds=("narasi", "dokumentasi"),
    level=Level.PERINGATAN,
)
def words_of_change_follow_the_numbers(year: CheckedYear) -> Found:
    """What is said to rise, fall or stay did so against the year before."""
    for passage, one in _comparisons(year, _MOVE):
        before = _year_before(one, year.snapshot.tahun)
        change = before.selisih_realisasi if before else None
        if before is None or change is None or _sign(change) == one.sign:
            continue
        moved = {1: "naik", -1: "turun", 0: "tetap"}[_sign(change)]
        expected = (
            f"{moved} dari {before.realisasi_cetak} ({before.tahun}) menjadi {one.indikator.realisasi_cetak}"
        )
        yield (
            passage.place,
            Said(
                f"{one.indikator.nama} disebut {one.word.casefold()}; tercatat {expected}.",
                one.word,
                expected,
            ),
        )


@check(
    "letak-sesuai-target",
    rule="R-trend",
    basis="Kata di atas dan di bawah target mengikuti perbandingan realisasi dengan targetnya.",
    example="Realisasi IKM di bawah target, padahal 85 dari target 85.",
    reads=("passages", "results"),
    kinds=("narasi", "dokumentasi"),
    level=Level.PERINGATAN,
)
def words_of_position_follow_the_target(year: CheckedYear) -> Found:
    """What is said to be above or below its target is."""
    for passage, one in _comparisons(year, _POSITION):
        result = one.indikator.capaian
        if result.keadaan is not Keadaan.TERHITUNG or result.letak is None or result.letak == one.sign:
            continue
        place = {1: "melampaui target", -1: "di bawah target", 0: "sama dengan target"}[result.letak]
        expected = f"{place} (realisasi {one.indikator.realisasi_cetak}, target {one.indikator.target_cetak})"
        yield (
            passage.place,
            Said(
                f"{one.indikator.nama} disebut {one.word.casefold()}; tercatat {expected}.",
                one.word,
                expected,
            ),
        )


def _comparisons(year: CheckedYear, words: re.Pattern[str]) -> Iterator[tuple[Passage, Comparison]]:
    subjects = subjects_of(year)
    if subjects is None:
        return
    for passage in year.passages or ():
        for sentence in sentences(passage.text):
            for found in words.finditer(sentence.text):
                if one := _comparison(sentence, found, passage, subjects):
                    yield passage, one


def _comparison(
    sentence: Sentence, found: re.Match[str], passage: Passage, subjects: Subjects
) -> Comparison | None:
    text = sentence.text
    before = text[: found.start()]
    if _ELSEWHERE.search(text) or _NOT_SAID.search(before) or _other_year(text, subjects):
        return None
    indikator = _indikator(text, found.start(), passage, subjects)
    if indikator is None:
        return None
    sign = {"up": 1, "above": 1, "down": -1, "below": -1}.get(found.lastgroup or "", 0)
    return Comparison(word=found[0], sign=sign, indikator=indikator)


def _indikator(text: str, at: int, passage: Passage, subjects: Subjects) -> IndikatorResult | None:
    """The indikator that the word is said of: the only one named, right before it; else that of the whole text, where a
    measured thing stands right before the word."""
    mentions = subjects.mentions(text)
    named = {id(m.subject): m.subject for m in mentions}
    if len(named) > 1 or subjects.names_shared(text):
        return None
    measured = list(_MEASURED.finditer(text, 0, at))
    if mentions:
        (one,) = named.values()
        last = max((m.end for m in mentions if m.end <= at), default=None)
        if not isinstance(one, IndikatorResult) or last is None:
            return None
        return one if _near(text, last, at) or (measured and _near(text, measured[-1].end(), at)) else None
    about = subjects.about(passage)
    if isinstance(about, IndikatorResult) and measured and _near(text, measured[-1].end(), at):
        return about
    return None


def _near(text: str, start: int, end: int) -> bool:
    return all(word.casefold() in _BETWEEN for word in _WORDS.findall(text[start:end]))


def _other_year(text: str, subjects: Subjects) -> bool:
    """Whether the sentence is about other years than this one and the one before."""
    current = subjects.results.tahun
    years = {int(f.value or 0) for f in figures(text) if f.kind is FigureKind.YEAR}
    return bool(years - {current, current - 1}) or (bool(years) and current not in years)


def _year_before(one: Comparison, tahun: int) -> Perubahan | None:
    return next((p for p in one.indikator.perubahan if p.tahun == tahun - 1), None)


def _sign(change: Decimal) -> int:
    return (change > 0) - (change < 0)
