"""Checks of verdicts: predikat words and efisien."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from sakip.capaian.results import IndikatorResult, SasaranResult
from sakip.capaian.values import Kategori
from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import CheckedYear, Passage, Shape
from sakip.checks.text.headings import told
from sakip.checks.text.record_texts import KINDS_OF_REASONS, REASONS
from sakip.checks.text.roles import LEADING, ROLES
from sakip.checks.text.row_claims import row_subject
from sakip.checks.text.subjects import Measured, Subjects, name_of, subjects_of
from sakip.text.numbers import format_persen
from sakip.text.reading.sentences import sentences
from sakip.text.reading.words import says_any, word_set
from sakip.text.working import say_kategori

_HEAD: Final = (
    r"(?:(?:predikat|kategori|kriteria|klasifikasi|peringkat)(?:nya)?(?:\s*:|\s+(?:nilai|kinerja|capaian(?:nya)?|sebagai|adalah|yaitu))*|"
    r"\d[\d.,]*\s*(?:%|persen|prosen)\s*(?:\((?=[A-Z])|atau(?:\s+(?:kategori|predikat))?(?=\s))|"
    r"tergolong|dikategorikan|berkategori|berpredikat|(?:pen)?capaian\s+sasaran\s+(?:ini|tersebut)\s+adalah)"
    r"(?:\s+[\d.,]+\s*(?:%|persen|prosen)?(?=\s*\())?"
)
#: One of these stands in each of them.
_HEADS: Final = (
    "predikat",
    "kategori",
    "kriteria",
    "klasifikasi",
    "peringkat",
    "tergolong",
    "sasaran",
    "%",
    "persen",
    "prosen",
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
    *("amat baik", "istimewa", "sangat efektif", "cukup efektif"),
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
_WORDS: Final = re.compile(r"[^\W\d_]+")
_QUOTES: Final = r"[\s\"“”'‘’*(]*"
#: Heads of columns that hold verdicts.
_PREDIKAT_HEAD: Final = re.compile(r"predikat|kategori|kriteria|interpretasi", re.IGNORECASE)
_EFFICIENT_HEAD: Final = re.compile(r"efisien", re.IGNORECASE)
_EFFICIENT_CELL: Final = re.compile(
    r"\s*(?P<not>tidak\s+|belum\s+|kurang\s+)?efisien\s*\.?\s*", re.IGNORECASE
)
#: What a verdict without a named subject is said of.
_OF_REPORT: Final = re.compile(
    r"\b(?:\w*capaian|kinerja|realisasi|indi[kc]ator|sasaran|nilai)", re.IGNORECASE
)
#: Words that lead from what is judged to the verdict, or from the beginning of a sentence that judges its own subject.
_LEADING: Final = LEADING | word_set(
    "kriteria peringkat sebagai tergolong dikategorikan berkategori berpredikat",
    "masuk dalam termasuk kategori predikat mendapat mendapatkan memperoleh diatas bawah umum kecamatan pd opd",
    "demikian tersebut sasarannya indikatornya pencapaian rerata rata klasifikasi tiap setiap masing tujuan",
)
#: The year as a whole.
_WHOLE: Final = re.compile(
    r"\brata[- ]rata\b.*\bcapaian|\bcapaian\b.*\brata[- ]rata\b|\bsecara\s+(?:umum|keseluruhan)\b.*\bkinerja\b|"
    r"\bsasaran-sasaran\b|\bkinerja\s+(?:OPD\s+|PD\s+)?kecamatan\b",
    re.IGNORECASE,
)
_EFFICIENT: Final = re.compile(
    r"\b(?:adalah|tergolong|dinilai|dikategorikan|dikatakan|dinyatakan|termasuk|terbilang|sudah|telah|cukup|sangat|menjadi|"
    r"(?:sasaran|anggaran|sumber\s*daya)(?:\s+pada\s+sasaran)?\s+(?:ini|tersebut))\s+(?P<not>tidak\s+|belum\s+|kurang\s+)?(?:kategori\s+)?efisien\b|\b(?P<not2>tidak|belum|kurang)\s+efisien\b",
    re.IGNORECASE,
)
#: Right behind the name of a sasaran.
_BESIDE: Final = re.compile(
    r"[\s\"”’*]*(?P<not>tidak\s+|belum\s+)?(?P<not2>kurang\s+)?efisien\b", re.IGNORECASE
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
    reads=("passages", "results", *REASONS),
    kinds=("narasi", "dokumentasi", *KINDS_OF_REASONS),
    level=Level.PERINGATAN,
)
def verdicts_belong_to_the_scale_and_fit(year: CheckedYear) -> Found:
    """A predikat in a sentence is one of the year's scale, and that of the value of which it is said."""
    subjects = subjects_of(year)
    if subjects is None:
        return
    scale = subjects.results.kebijakan.skala.kategori
    pattern = _predikat_pattern(scale)
    for passage, text in _sentences(year, subjects, _HEADS):
        if _ELSEWHERE.search(subjects.without_names(text)):
            continue
        for found in pattern.finditer(subjects.without_names(text)):
            if said := _wrong_predikat(found["said"], _judged(text, found, passage, subjects), scale):
                yield passage.place, said
    for passage, subject, cell in _judged_cells(year, subjects, _PREDIKAT_HEAD):
        whole = re.fullmatch(pattern.pattern.replace(_HEAD, "", 1).removeprefix(r"\b"), cell, re.IGNORECASE)
        if whole and (
            said := _wrong_predikat(whole["said"], _Judged(name_of(subject), _predikat_of(subject)), scale)
        ):
            yield passage.place, said


class _Judged(NamedTuple):
    """What a verdict is said of: its name, empty where that is not told, and the predikat that it has, None where none
    is known."""

    name: str
    predikat: Kategori | None


def _judged(text: str, found: re.Match[str], passage: Passage, subjects: Subjects) -> _Judged | None:
    """What the verdict there is said of: the subject named before it, that of the passage, or the year as a whole; None
    where it may be of anything."""
    mentions, at = subjects.mentions(text), found.start("said")
    before = [m for m in mentions if m.end <= at]
    if len({id(m.subject) for m in before}) > 1 or (mentions and not before):
        return None
    if subjects.names_shared(text[:at]):
        return None
    bare = subjects.without_names(text)[before[-1].end if before else 0 : at]
    if not before and not _OF_REPORT.search(bare + found[0]):
        return None
    if not before and not passage.about and _WHOLE.search(text, 0, at):
        return _Judged("rata-rata capaian", subjects.results.rerata.kategori)
    if any(word.casefold() not in _LEADING for word in _WORDS.findall(ROLES.sub(" ", bare))):
        return None
    subject = before[-1].subject if before else subjects.about(passage)
    return _Judged(name_of(subject), _predikat_of(subject))


def _judged_cells(
    year: CheckedYear, subjects: Subjects, head: re.Pattern[str]
) -> Iterator[tuple[Passage, Measured, str]]:
    """Cells of columns with such a head, in rows that name one subject."""
    for passage in year.passages or ():
        if passage.shape is Shape.ROW and any(passage.heads):
            subject = row_subject(passage, subjects)
            for above, cell in zip(passage.heads, passage.cells, strict=True):
                if subject is not None and head.search(above):
                    yield passage, subject, cell.strip()


def _wrong_predikat(word: str, judged: _Judged | None, scale: tuple[Kategori, ...]) -> Said | None:
    meant = [k for k in scale if word.casefold() in _words_of(k)]
    if judged is None or (len(word) <= _LONGEST_CODE and not (meant and word.isupper())):
        return None  # a letter of another scale may be what was measured
    if not meant:
        labels = ", ".join(k.label for k in scale)
        return Said(f"“{word}” tidak ada dalam skala tahun ini. Pakai salah satu: {labels}.", word, labels)
    if judged.predikat is None or judged.predikat in meant:
        return None
    expected = say_kategori(judged.predikat)
    return Said(f"Predikat {judged.name} ditulis “{word}”; menurut capaiannya {expected}.", word, expected)


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
    reads=("passages", "results", *REASONS),
    kinds=("narasi", "dokumentasi", *KINDS_OF_REASONS),
    level=Level.PERINGATAN,
)
def efficient_is_what_reached_more_than_it_spent(year: CheckedYear) -> Found:
    """A sasaran that is called efisien is so by the numbers, and the reverse."""
    subjects = subjects_of(year)
    if subjects is None:
        return
    for passage, text in _sentences(year, subjects, ("efisien",)):
        beside = (_BESIDE.match(text, m.end) for m in subjects.mentions(text))
        for found in (*_EFFICIENT.finditer(text), *filter(None, beside)):
            subject = _subject(text, passage, subjects)
            if not _HOPED.search(text) and (
                said := _not_so(subject, claimed=not (found["not"] or found["not2"]))
            ):
                yield passage.place, said
    for passage, subject, cell in _judged_cells(year, subjects, _EFFICIENT_HEAD):
        if (whole := _EFFICIENT_CELL.fullmatch(cell)) and (
            said := _not_so(subject, claimed=not whole["not"])
        ):
            yield passage.place, said


def _not_so(subject: Measured | None, *, claimed: bool) -> Said | None:
    """What is said where a sasaran is called efisien and is not, or the reverse."""
    if not isinstance(subject, SasaranResult) or subject.efisiensi.efisien is claimed:
        return None
    result = subject.efisiensi
    if result.efisien is None:
        expected = "tidak dapat disimpulkan"
    else:
        capaian, serapan = (format_persen(n) for n in (result.capaian or 0, result.serapan or 0))
        expected = f"{'' if result.efisien else 'tidak '}efisien (capaian {capaian}, serapan {serapan})"
    word = "efisien" if claimed else "tidak efisien"
    message = f"Sasaran “{subject.uraian}” disebut {word}; menurut hitungan {expected}."
    return Said(message, word, expected)


def _sentences(
    year: CheckedYear, subjects: Subjects, parts: tuple[str, ...]
) -> Iterator[tuple[Passage, str]]:
    """Those in which one of these parts of words stands."""
    for passage in told(year, subjects):
        for text in passage.cells or (passage.text,):
            for sentence in sentences(text) if says_any(text, parts) else ():
                if says_any(sentence.text, parts):
                    yield passage, sentence.text


def _subject(text: str, passage: Passage, subjects: Subjects) -> Measured | None:
    named = {id(m.subject): m.subject for m in subjects.mentions(text)}
    if len(named) == 1:
        return next(iter(named.values()))
    return subjects.about(passage) if not named and not subjects.names_shared(text) else None


def _predikat_pattern(scale: tuple[Kategori, ...]) -> re.Pattern[str]:
    known = sorted({*_VERDICTS, *(w for k in scale for w in (k.kode, k.label))}, key=len, reverse=True)
    said = "|".join(re.escape(word) for word in known)
    return re.compile(
        rf"\b{_HEAD}{_QUOTES}(?P<said>{said})(?!\w|\s+(?:efisien|efektif|tinggi|rendah|besar))", re.IGNORECASE
    )


def _words_of(one: Kategori) -> set[str]:
    return {one.kode.casefold(), one.label.casefold(), one.label.partition(" (")[0].casefold()}
