"""Checks of verdicts: predikat words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from sakip.capaian.predikat import classify
from sakip.capaian.results import IndikatorResult, SasaranResult
from sakip.capaian.values import Kategori
from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import CheckedYear, Passage, Shape
from sakip.checks.text.anaphora import told_sentences
from sakip.checks.text.headings import told
from sakip.checks.text.partial_names import Measured
from sakip.checks.text.record_texts import KINDS_OF_REASONS, REASONS
from sakip.checks.text.roles import LEADING, OF_MONEY, ROLES
from sakip.checks.text.row_claims import row_subject
from sakip.checks.text.subjects import Subjects, name_of, subjects_of
from sakip.text.reading.figures import FigureKind, figures
from sakip.text.reading.words import says_any, word_set
from sakip.text.working import say_kategori

_HEAD: Final = (
    r"(?:(?:predikat|kategori|kriteria|klasifikasi|peringkat)(?:nya)?(?:\s*:|\s+(?:nilai|kinerja|capaian(?:nya)?|sebagai|adalah|yaitu))*|"
    r"\d[\d.,]*\s*(?:%|persen|prosen)\s*(?:\((?=[A-Z])|atau(?:\s+(?:kategori|predikat))?(?=\s))|"
    r"tergolong|termasuk(?!\s+(?:dalam|kategori|kriteria|predikat))|digolongkan|dikategorikan|terkategori|berkategori|berpredikat|(?:pen)?capaian(?:\s+(?:sasaran|indikator|kinerja))?\s+(?:ini|tersebut)"
    r"(?:\s+tahun\s+\d{4})?\s+adalah|"
    r"menurut\s+skala[^,;.]{0,30},\s+(?:pen)?capaian(?:nya|\s+(?:ini|tersebut))|dinilai(?![^.;]*\b(?:oleh|masyarakat|warga|pengguna)\b))"
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
    "termasuk",
    "digolongkan",
    "dinilai",
    "capaian",
    "sasaran",
    "%",
    "persen",
    "prosen",
)
#: Verdicts of the scales in use anywhere; a word that is of none of them is no predikat.
VERDICTS: Final = (
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
    *("sangat berhasil", "cukup berhasil", "kurang berhasil", "tidak berhasil"),
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
#: What a verdict without a named subject is said of.
_OF_REPORT: Final = re.compile(
    r"\b(?:\w*capaian|predikatnya|kategorinya|kinerja|realisasi|indi[kc]ator|sasaran|nilai)", re.IGNORECASE
)
#: Words that lead from what is judged to the verdict, or from the beginning of a sentence that judges its own subject.
_LEADING: Final = LEADING | word_set(
    "kriteria peringkat sebagai tergolong dikategorikan berkategori berpredikat",
    "masuk dalam termasuk kategori predikat mendapat mendapatkan memperoleh diatas bawah umum kecamatan pd opd dinilai",
    "terkategori dinyatakan pencapaiannya capaiannya",
    "skala ordinal",
    "demikian tersebut sasarannya indikatornya pencapaian rerata rata klasifikasi tiap setiap masing tujuan",
)
#: Nothing but what leads from its name to the verdict.
_NEXT_TO: Final = re.compile(r"^[^,;]*$")
#: The year as a whole.
_WHOLE: Final = re.compile(
    r"\brata[- ]rata\b.*\bcapaian|\bcapaian\b.*\brata[- ]rata\b|\bsecara\s+(?:umum|keseluruhan)\b.*\bkinerja\b|"
    r"\bsasaran-sasaran\b|\bkinerja\s+(?:OPD\s+|PD\s+)?kecamatan\b",
    re.IGNORECASE,
)
#: What a percentage right before a verdict is of.
_OF_CAPAIAN: Final = re.compile(r"\b(?:(?:pen)?capaian|kinerja)", re.IGNORECASE)
#: The last words before the percentage.
_SAYS_CAPAIAN: Final = re.compile(
    r"\b(?:(?:pen)?capaian(?:nya)?|mencapai|tercapai|kinerja(?:nya)?|rata[- ]rata|sasaran|indi[kc]ator)"
    r"(?:\s+(?:kinerja|sasaran|indi[kc]ator|ini|tersebut|sebesar|adalah|yaitu|mencapai|hanya|baru|tahun|\d{4}))*\s*\(?\s*$",
    re.IGNORECASE,
)
#: Codes of categories: "AA".
_LONGEST_CODE: Final = 2
_ELSEWHERE: Final = re.compile(
    r"\b(?:kabupaten|provinsi|nasional|tahun\s+(?:lalu|sebelumnya)|inspektorat|evaluasi|agar|supaya|untuk\s+me\w+|diharapkan|"
    r"akan|mutu|target|ditargetkan|unsur)\b",
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
    for passage, text in spoken(year, subjects, _HEADS):
        if _ELSEWHERE.search(subjects.without_names(text)):
            continue
        for found in pattern.finditer(subjects.without_names(text)):
            if "berhasil" in found["said"].casefold() and "dinilai" in found[0].casefold():
                continue  # praise, and no predikat
            judged = _judged(text, found, passage, subjects)
            if judged is None or judged.predikat is None:
                judged = _by_percent(text, found, subjects) or judged
            if said := _wrong_predikat(found["said"], judged, scale):
                yield passage.place, said
    for passage, subject, cell in judged_cells(year, subjects, _PREDIKAT_HEAD):
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
    if (mentions and not before) or subjects.names_shared(text[:at]):
        return None
    bare = subjects.without_names(text)[before[-1].end if before else 0 : at]
    if not before and not _OF_REPORT.search(bare + found[0]):
        return None
    if not before and not passage.about and _WHOLE.search(text, 0, at):
        return _Judged("rata-rata capaian", subjects.results.rerata.kategori)
    if any(word.casefold() not in _LEADING for word in _WORDS.findall(ROLES.sub(" ", bare))):
        return None
    if before:
        family = subjects.told(text[:at]) or (before[-1].family if _NEXT_TO.search(bare) else ())
    else:
        about = subjects.about(passage)
        family = (about, *subjects.beside(about)) if about else ()
    if not family:
        return None
    return _Judged(name_of(family[0]), _predikat_of(family[0]))


def _by_percent(text: str, found: re.Match[str], subjects: Subjects) -> _Judged | None:
    """What a capaian that stands right before the verdict comes to on the scale, whosever it is."""
    at = found.start("said")
    percent = next((f for f in reversed(figures(text)) if f.kind is FigureKind.PERCENT and f.end <= at), None)
    if percent is None or percent.value is None:
        return None
    bare = subjects.without_names(text)
    between, before = bare[percent.end : at], bare[: percent.start]
    if any(word.casefold() not in _LEADING for word in _WORDS.findall(between)):
        return None
    if not _OF_CAPAIAN.search(before) or OF_MONEY.search(before) or not _SAYS_CAPAIAN.search(before):
        return None
    scale = subjects.results.kebijakan.skala
    return _Judged(f"capaian {percent.text}", classify(percent.value, scale))


def judged_cells(
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


def spoken(year: CheckedYear, subjects: Subjects, parts: tuple[str, ...]) -> Iterator[tuple[Passage, str]]:
    """The sentences in which one of these parts of words stands, each with the passage as it is about."""
    for passage in told(year, subjects):
        for text in passage.cells or (passage.text,):
            for sentence, within in told_sentences(text, passage, subjects) if says_any(text, parts) else ():
                if says_any(sentence.text, parts):
                    yield within, sentence.text


def _predikat_pattern(scale: tuple[Kategori, ...]) -> re.Pattern[str]:
    known = sorted({*VERDICTS, *(w for k in scale for w in (k.kode, k.label))}, key=len, reverse=True)
    said = "|".join(re.escape(word) for word in known)
    # "Predikat SKM pada tahun 2021: Baik"
    told = r"\b(?:predikat|kategori)\b(?:nya)?[^.;:,()]{0,160}?(?:\badalah|\bialah|\byaitu|:)\s*"
    return re.compile(
        rf"(?:{told}|\b{_HEAD}){_QUOTES}(?P<said>{said})(?!\w|\s+(?:efisien|efektif|tinggi|rendah|besar))",
        re.IGNORECASE,
    )


def _words_of(one: Kategori) -> set[str]:
    return {one.kode.casefold(), one.label.casefold(), one.label.partition(" (")[0].casefold()}
