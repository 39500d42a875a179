"""Checks of verdicts: predikat words and efisien."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sakip.capaian.results import IndikatorResult, SasaranResult
from sakip.capaian.values import Kategori
from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import CheckedYear, Passage
from sakip.checks.text.subjects import Measured, Subjects, name_of, subjects_of
from sakip.text.numbers import format_persen
from sakip.text.reading.sentences import sentences
from sakip.text.working import say_kategori

_HEAD: Final = (
    r"(?:predikat|kategori|kriteria|klasifikasi|peringkat)(?:nya)?"
    r"(?:\s+(?:nilai|kinerja|capaian|sebagai|adalah|yaitu|:))*"
)
#: Verdicts of the scales in use anywhere; a word that is of none of them is no predikat.
_VERDICTS: Final = (
    *(
        "sangat memuaskan",
        "memuaskan",
        "sangat baik",
        "baik",
        "cukup baik",
        "cukup memadai",
        "cukup",
        "agak kurang",
    ),
    *(
        "kurang",
        "sangat kurang",
        "sangat tinggi",
        "tinggi",
        "sedang",
        "rendah",
        "sangat rendah",
        "buruk",
        "tidak baik",
    ),
    *("AA", "A", "BB", "B", "CC", "C", "D"),
)
_QUOTES: Final = r"[\s\"“”'‘’*(]*"
_EFFICIENT: Final = re.compile(
    r"\b(?:adalah|tergolong|dinilai|dikategorikan|dikatakan|termasuk|terbilang|sudah|telah|cukup|sangat|menjadi)\s+"
    r"(?P<not>tidak\s+|belum\s+|kurang\s+)?(?:kategori\s+)?efisien\b|\b(?P<not2>tidak|belum|kurang)\s+efisien\b",
    re.IGNORECASE,
)
_HOPED: Final = re.compile(r"\b(?:agar|supaya|untuk|lebih|akan|diharapkan)\b", re.IGNORECASE)
#: Codes of categories: "AA".
_LONGEST_CODE: Final = 2
_ELSEWHERE: Final = re.compile(
    r"\b(?:kabupaten|provinsi|nasional|tahun\s+(?:lalu|sebelumnya)|inspektorat|evaluasi|agar|supaya|untuk|diharapkan|"
    r"akan)\b",
    re.IGNORECASE,
)


@check(
    "predikat-sesuai-skala",
    rule="R-scale",
    basis="Predikat mengikuti skala pengukuran yang berlaku pada tahun laporan.",
    example="Capaian masuk kategori Sangat Baik, padahal skala tahun itu tidak memuatnya.",
    reads=("passages", "results"),
    kinds=("narasi", "dokumentasi"),
    level=Level.PERINGATAN,
)
def verdicts_belong_to_the_scale_and_fit(year: CheckedYear) -> Found:
    """A predikat in a sentence is one of the year's scale, and that of the value of which it is said."""
    subjects = subjects_of(year)
    if subjects is None:
        return
    scale = subjects.results.kebijakan.skala.kategori
    pattern = _predikat_pattern(scale)
    for passage, text in _sentences(year):
        if _ELSEWHERE.search(text):
            continue
        for found in pattern.finditer(text):
            if said := _wrong_predikat(found["said"], text, passage, subjects, scale):
                yield passage.place, said


def _wrong_predikat(
    word: str, text: str, passage: Passage, subjects: Subjects, scale: tuple[Kategori, ...]
) -> Said | None:
    meant = [k for k in scale if word.casefold() in _words_of(k)]
    if len(word) <= _LONGEST_CODE and not (meant and word.isupper()):
        return None  # a letter of another scale may be what was measured
    if not meant:
        labels = ", ".join(k.label for k in scale)
        return Said(f"“{word}” tidak ada dalam skala tahun ini. Pakai salah satu: {labels}.", word, labels)
    subject = _subject(text, passage, subjects)
    result = _predikat_of(subject)
    if result is None or result in meant:
        return None
    expected = say_kategori(result)
    return Said(
        f"Predikat {name_of(subject)} ditulis “{word}”; menurut capaiannya {expected}.", word, expected
    )


def _predikat_of(subject: Measured | None) -> Kategori | None:
    """The predikat of its capaian; None where its target is a letter, which may be what a text says."""
    if isinstance(subject, SasaranResult):
        return subject.rerata.kategori
    if isinstance(subject, IndikatorResult) and subject.capaian.target is not None:
        return None if subject.capaian.target.huruf else subject.capaian.kategori
    return None


@check(
    "efisien-sesuai-hitungan",
    rule="R-eff",
    basis="Suatu sasaran efisien bila capaiannya setara dengan serapan anggarannya atau lebih tinggi.",
    example="Sasaran ini tergolong efisien, padahal capaian 85% lebih rendah daripada serapan 90%.",
    reads=("passages", "results"),
    kinds=("narasi", "dokumentasi"),
    level=Level.PERINGATAN,
)
def efficient_is_what_reached_more_than_it_spent(year: CheckedYear) -> Found:
    """A sasaran that is called efisien is so by the numbers, and the reverse."""
    subjects = subjects_of(year)
    if subjects is None:
        return
    for passage, text in _sentences(year):
        for found in _EFFICIENT.finditer(text):
            subject = _subject(text, passage, subjects)
            if not isinstance(subject, SasaranResult) or _HOPED.search(text):
                continue
            claimed = not (found["not"] or found["not2"])
            result = subject.efisiensi
            if result.efisien is claimed:
                continue
            if result.efisien is None:
                expected = "tidak dapat disimpulkan"
            else:
                capaian, serapan = (format_persen(n) for n in (result.capaian or 0, result.serapan or 0))
                expected = (
                    f"{'' if result.efisien else 'tidak '}efisien (capaian {capaian}, serapan {serapan})"
                )
            word = "efisien" if claimed else "tidak efisien"
            message = f"Sasaran “{subject.uraian}” disebut {word}; menurut hitungan {expected}."
            yield passage.place, Said(message, word, expected)


def _sentences(year: CheckedYear) -> Iterator[tuple[Passage, str]]:
    for passage in year.passages or ():
        for sentence in sentences(passage.text):
            yield passage, sentence.text


def _subject(text: str, passage: Passage, subjects: Subjects) -> Measured | None:
    named = {id(m.subject): m.subject for m in subjects.mentions(text)}
    if len(named) == 1:
        return next(iter(named.values()))
    return subjects.about(passage) if not named and not subjects.names_shared(text) else None


def _predikat_pattern(scale: tuple[Kategori, ...]) -> re.Pattern[str]:
    known = sorted({*_VERDICTS, *(w for k in scale for w in (k.kode, k.label))}, key=len, reverse=True)
    said = "|".join(re.escape(word) for word in known)
    return re.compile(rf"\b{_HEAD}{_QUOTES}(?P<said>{said})(?!\w)", re.IGNORECASE)


def _words_of(one: Kategori) -> set[str]:
    return {one.kode.casefold(), one.label.casefold(), one.label.partition(" (")[0].casefold()}
