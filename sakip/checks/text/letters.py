"""Checks of letters that were measured: "nilai SAKIP B", "predikat BB", "A (84,20)"; held against what is recorded, and
against the number beside them by their own scale."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal

from sakip.capaian.inputs import AsalTarget
from sakip.capaian.predikat import find_kategori, read_number
from sakip.capaian.results import IndikatorResult
from sakip.capaian.values import Nilai, Skala, Target
from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import CheckedYear, Passage, Shape
from sakip.checks.places import indikator_of
from sakip.checks.text.anaphora import told_sentences
from sakip.checks.text.comparing import said_of_the_year
from sakip.checks.text.headings import told
from sakip.checks.text.record_texts import KINDS_OF_REASONS, REASONS
from sakip.checks.text.roles import AREA_NAME, LAST_YEAR, LEADING, THIS_YEAR, YEAR_BEHIND
from sakip.checks.text.row_claims import row_subject
from sakip.checks.text.subjects import Subjects, subjects_of
from sakip.snapshot.types import Renstra
from sakip.text.numbers import format_angka
from sakip.text.reading.figures import FigureKind, figures
from sakip.text.reading.letters import Letter, letters
from sakip.text.reading.sentences import sentences
from sakip.text.reading.words import word_set

_KINDS: Final = ("narasi", "dokumentasi")
#: What is graded by letters, by the words that name it in a sentence, an indikator or a scale.
_GRADED: Final = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        r"\bS?AKIP\b|akuntabilitas\s+kinerja",
        r"\b(?:SKM|IKM)\b|kepuasan\s+masyarakat|mutu\s+pelayanan",
    )
)
_ANY_LETTER: Final = re.compile(r"(?<!\w)(?:AA|BB|CC|[ABCD])(?!\w)")
_WORDS: Final = re.compile(r"[^\W\d_]+")
_TARGET: Final = re.compile(r"\b(?:target(?:nya)?|ditargetkan)\b", re.IGNORECASE)
_MEASURED: Final = re.compile(r"\b(?:realisasi(?:nya)?|terealisasi|direalisasikan)\b", re.IGNORECASE)
#: Words that lead from what is measured to its letter.
_LEADS: Final = LEADING | word_set(
    "target targetnya ditargetkan realisasi realisasinya terealisasi capaian capaiannya memperoleh diperoleh mendapat",
    "mendapatkan meraih diraih predikat predikatnya kategori kriteria mutu hasil hasilnya evaluasi dinilai masuk oleh",
    "implementasi",
    "termasuk berpredikat berkategori kinerjanya opd pd perangkat daerah inspektorat penilaian adalah juga kembali",
)
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")


@check(
    "huruf-sesuai-catatan",
    rule="R-real",
    basis="Nilai huruf dalam kalimat dan tabel sama dengan target dan realisasi yang dicatat.",
    example="Nilai SAKIP tahun 2023 memperoleh predikat BB, padahal tercatat B.",
    reads=("passages", "results", "renstra", "rkt", *REASONS),
    kinds=("narasi", "dokumentasi", *KINDS_OF_REASONS),
    level=Level.PERINGATAN,
)
def letters_are_those_recorded(year: CheckedYear) -> Found:
    """A letter that a text calls target or realisasi of an indikator is the recorded one."""
    subjects = subjects_of(year)
    if subjects is None:
        return
    for passage in told(year, subjects):
        for text in passage.cells or (passage.text,):
            for sentence, about in (
                told_sentences(text, passage, subjects) if _ANY_LETTER.search(text) else ()
            ):
                for letter in letters(sentence.text):
                    if said := _wrong_letter(sentence.text, letter, about, subjects, year):
                        yield passage.place, said
        if passage.shape is Shape.ROW and any(passage.heads):
            yield from _wrong_cells(passage, subjects, year)


def _wrong_letter(
    text: str, letter: Letter, passage: Passage, subjects: Subjects, year: CheckedYear
) -> Said | None:
    before = [m for m in subjects.mentions(text) if m.end <= letter.start]
    one = before[-1].subject if before else _subject(text, passage, subjects)
    if not isinstance(one, IndikatorResult) or len({id(m.subject) for m in subjects.mentions(text)}) > 1:
        return None
    if (elsewhere := _recorded_elsewhere(text, letter, one, subjects, year)) is not None:
        return elsewhere or None
    begin = before[-1].end if before else 0
    roles = [(m.start(), role) for pattern, role in _ROLES for m in pattern.finditer(text, 0, letter.start)]
    between = subjects.without_names(text)[begin : letter.start]
    if not _leads(between, named=bool(roles)) or not said_of_the_year(text, letter.start, subjects):
        return None
    tahun = _year(text, begin, letter.start, subjects.results.tahun)
    return _not_recorded(letter, one, max(roles)[1] if roles else "", tahun, year) if tahun else None


def _recorded_elsewhere(
    text: str, letter: Letter, one: IndikatorResult, subjects: Subjects, year: CheckedYear
) -> Said | Literal[""] | None:
    """What is said of a letter of the RKT or of another area, empty where it is the recorded one; None where it is of
    neither."""
    bare = subjects.without_names(text)[: letter.start]
    first = letter == letters(text)[0]
    clause = bare.rpartition(",")[2]
    part = bare if first else clause
    areas = {found[0].casefold() for found in _AREAS.finditer(AREA_NAME.sub(lambda m: m[0].split()[0], part))}
    years = {int(found[0]) for found in _YEAR.finditer(text)} - {year.snapshot.tahun}
    if years or _HOPED.search(part):
        return None
    if _OF_RKT.search(clause) and _TARGET.search(clause) and not areas:
        rows = year.snapshot.rkt.sasaran if year.snapshot.rkt else ()
        known = {r.target.huruf: r.target.huruf for r in rows if r.kunci_indikator == one.kunci and r.target}
        what = f"Target RKT {one.nama}"
    else:
        # "rata-rata kabupaten/kota" is of the nation.
        area = "nasional" if "nasional" in areas else areas.pop() if len(areas) == 1 else ""
        printed = next((p.cetak for p in one.pembanding if p.lingkup == area), "")
        known = {found.text: printed for found in letters(printed)}
        what = f"Nilai {area} {one.nama}"
    if len(known) != 1 or not next(iter(known)):
        return None
    ((right, printed),) = known.items()
    number = next((f.value for f in figures(printed) if f.value is not None), None)
    if letter.text == right and (letter.value is None or number in (None, letter.value)):
        return ""
    written = letter.text if letter.value is None else f"{letter.text} ({format_angka(letter.value)})"
    return Said(
        f"{what} ditulis {written}; tercatat {printed}. Perbaiki kalimat atau catatannya.", written, printed
    )


_AREAS: Final = re.compile(r"\b(?:kabupaten|provinsi|nasional)\b", re.IGNORECASE)
_OF_RKT: Final = re.compile(r"\b(?:RKT|rencana\s+kinerja\s+tahunan)\b", re.IGNORECASE)
#: What is hoped for; who evaluates; what is compared.
_HOPED: Final = re.compile(
    r"\b(?:akan|agar|diharapkan|inspektorat|evaluator|bappeda|di\s*atas|di\s*bawah|dibanding\w*|sama|setara|kecamatan|untuk)\b",
    re.IGNORECASE,
)


def _leads(between: str, *, named: bool) -> bool:
    """Whether nothing stands between what is measured and its letter that makes the letter another thing's."""
    words = _WORDS.findall(between)
    return bool(words or named) and all(
        word.casefold() in _LEADS or _ANY_LETTER.fullmatch(word) or _is_graded(word) for word in words
    )


_ROLES: Final = ((_TARGET, "target"), (_MEASURED, "realisasi"))


def _is_graded(word: str) -> bool:
    return any(pattern.search(word) for pattern in _GRADED)


def _subject(text: str, passage: Passage, subjects: Subjects) -> object:
    """What a sentence without a name is about: what the whole text is about, or the only indikator that is graded as
    the sentence says ("predikat SAKIP kecamatan")."""
    about = subjects.about(passage)
    if about is not None or subjects.mentions(text):
        return about
    kinds = [pattern for pattern in _GRADED if pattern.search(text)]
    named = [i for i in subjects.indikator.values() if len(kinds) == 1 and kinds[0].search(i.nama)]
    return named[0] if len(named) == 1 else None


def _year(text: str, begin: int, end: int, current: int) -> int | None:
    """The year that is told with the letter, else the only one of the sentence; None where several are."""
    inside = {int(found[0]) for found in _YEAR.finditer(text, begin, end)}
    inside |= {current - 1} if LAST_YEAR.search(text, begin, end) else set()
    inside |= {current} if THIS_YEAR.search(text, begin, end) else set()
    if not inside and (behind := YEAR_BEHIND.match(text, end + 1)):
        return int(behind["year"])
    told = inside or {int(f.value or 0) for f in figures(text) if f.kind is FigureKind.YEAR}
    if not inside and LAST_YEAR.search(text):
        return None
    return (next(iter(told)) if len(told) == 1 else None) if told else current


def _wrong_cells(passage: Passage, subjects: Subjects, year: CheckedYear) -> Found:
    """Letters that fill a cell of a row about one indikator, or stand there with their number."""
    one = row_subject(passage, subjects)
    for head, cell in zip(passage.heads, passage.cells, strict=True):
        found = letters(cell.strip())
        role = "target" if _TARGET.search(head) else "realisasi" if _MEASURED.search(head) else ""
        if not isinstance(one, IndikatorResult) or not role or len(found) != 1 or found[0].start:
            continue
        years = {int(found[0]) for found in _YEAR.finditer(head)} or {subjects.results.tahun}
        alone = len(years) == 1 and len(_WORDS.findall(cell)) == 1 and not _OTHER_HEAD.search(head)
        if alone and (said := _not_recorded(found[0], one, role, years.pop(), year)):
            yield passage.place, said


_OTHER_HEAD: Final = re.compile(
    r"akhir|renstra|jangka|rpjmd|rkt|nasional|provinsi|kabupaten|triwulan|\btw\b|semester|murni",
    re.IGNORECASE,
)


def _not_recorded(
    letter: Letter, one: IndikatorResult, role: str, tahun: int, year: CheckedYear
) -> Said | None:
    """What is said of a letter that is none of those recorded in that role and year."""
    scale = _scales_of(year.snapshot.renstra).get(one.kunci)
    before = next((p for p in one.perubahan if p.tahun == tahun), None)
    if tahun != year.snapshot.tahun and before is None:
        return None
    if role == "target" and (before or one).asal is not AsalTarget.PK:
        return None  # what was promised is not recorded
    capaian, realisasi = (before.capaian, before.realisasi) if before else (one.capaian, one.realisasi)
    target, measured = _letter_of(capaian.target, scale), _letter_of(realisasi, scale)
    known = target if role == "target" else measured
    right = {known} if role else {measured, capaian.kategori.kode if capaian.kategori else ""}
    if not known or letter.text in right:
        return None
    what = f"{role} {one.nama} tahun {tahun}".strip()
    message = f"{what[:1].upper()}{what[1:]} ditulis {letter.text}; tercatat {known}. Perbaiki kalimat atau catatannya."
    return Said(message, letter.text, known)


def _letter_of(value: Nilai | Target | None, scale: Skala | None) -> str:
    """The letter of a value, its own or by the scale; empty where it has none."""
    if value is None or value.huruf or value.angka is None or scale is None:
        return value.huruf.strip().upper() if value else ""
    return read_number(value.angka, scale).kode


@lru_cache(maxsize=4)
def _scales_of(renstra: tuple[Renstra, ...]) -> dict[str, Skala]:
    return {one.kunci: one.skala for plan in renstra for one in indikator_of(plan) if one.skala is not None}


@check(
    "huruf-sesuai-angka",
    rule="R-scale",
    basis="Huruf dan angka dari satu nilai bersesuaian menurut skalanya (Permen PANRB 14/2017 dan 88/2021).",
    example="Survei kepuasan masyarakat mendapat nilai B (74,4), padahal 74,4 termasuk C.",
    reads=("passages", "around"),
    kinds=_KINDS,
    level=Level.PERINGATAN,
)
def letters_fit_the_number_beside_them(year: CheckedYear) -> Found:
    """A letter with its number in brackets is that of the number, by the scale of what was graded."""
    scales = year.around.scales if year.around else ()
    for passage in year.passages or ():
        for sentence in sentences(passage.text) if _ANY_LETTER.search(passage.text) else ():
            text = sentence.text
            found = [one for one in letters(text) if one.value is not None]
            scale = _scale_in_force(text, scales, year.snapshot.tahun) if found else None
            for letter in found if scale else ():
                if scale and (said := _not_on_scale(letter, scale)):
                    yield passage.place, said


def _not_on_scale(letter: Letter, scale: Skala) -> Said | None:
    right = read_number(letter.value or Decimal(0), scale).kode
    if find_kategori(letter.text, scale) is not None and letter.text == right:
        return None
    number = format_angka(letter.value or Decimal(0))
    message = (
        f"{number} ditulis {letter.text}; menurut {scale.nama} termasuk {right}. Perbaiki salah satunya."
    )
    return Said(message, letter.text, right)


def _scale_in_force(text: str, scales: tuple[Skala, ...], tahun: int) -> Skala | None:
    """The newest scale of what a sentence says was graded; None where it says nothing, or of a year before it."""
    kinds = [pattern for pattern in _GRADED if pattern.search(text)]
    if len(kinds) != 1:
        return None
    dated = [
        (int(_YEAR.findall(s.dasar)[0]), s)
        for s in scales
        if kinds[0].search(s.nama) and _YEAR.search(s.dasar)
    ]
    in_force = [(since, s) for since, s in dated if since <= tahun]
    if not in_force:
        return None
    since, scale = max(in_force, key=lambda one: one[0])
    years = [int(one) for one in _YEAR.findall(text)]
    return scale if all(since <= one for one in years) else None
