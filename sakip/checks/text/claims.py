"""Checks of numbers in sentences: what a text says to be a target, a realisasi or a capaian is what is recorded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sakip.capaian.results import IndikatorResult, SasaranResult, SerapanLine
from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import CheckedYear, Passage
from sakip.checks.text.recorded import Role, recorded_amounts, recorded_values
from sakip.checks.text.subjects import Measured, Mention, Subjects, name_of, subjects_of
from sakip.text.reading.figures import Figure, FigureKind, figures
from sakip.text.reading.sentences import sentences
from sakip.text.reading.words import word_set

_ROLES: Final = re.compile(
    r"\b(?:"
    r"(?P<mean>(?:rata[- ]rata|rerata)(?:\s+(?:nilai\s+)?(?:persentase\s+)?(?:tingkat\s+)?capaian(?:\s+kinerja)?)|"
    r"capaian(?:\s+kinerja)?\s+rata[- ]rata)|"
    r"(?P<spent>(?:realisasi|penyerapan)\s+(?:keuangan|anggaran|belanja)(?:nya)?)|"
    r"(?P<serapan>(?:tingkat\s+|daya\s+|persentase\s+)?(?:serapan|penyerapan)(?:nya)?(?:\s+(?:anggaran|keuangan))?|terserap)|"
    r"(?P<pagu>(?:pagu|alokasi)(?:nya)?(?:\s+anggaran)?|anggaran(?:nya)?)|"
    r"(?P<target>target(?:nya)?(?:\s+kinerja)?)|"
    r"(?P<realisasi>realisasi(?:nya)?(?:\s+kinerja)?|terealisasi)|"
    r"(?P<capaian>(?:persentase\s+|tingkat\s+)?(?:capaian|pencapaian|ketercapaian)(?:nya)?(?:\s+kinerja(?:nya)?)?)|"
    r"(?P<reached>mencapai|tercapai|diperoleh|memperoleh)"
    r")\b",
    re.IGNORECASE,
)
_ROLE_OF: Final = {
    "mean": Role.MEAN,
    "spent": Role.SPENT,
    "serapan": Role.SERAPAN,
    "pagu": Role.PAGU,
    "target": Role.TARGET,
    "realisasi": Role.REALISASI,
    "capaian": Role.CAPAIAN,
    "reached": Role.REACHED,
}
#: Words that may stand between what a number is said to be and the number, without making it another thing's.
_FILLER: Final = word_set(
    "adalah yaitu yakni ialah sebesar sejumlah senilai sebanyak mencapai tercapai hanya baru sudah",
    "telah tercatat berada pada di angka nilai dengan untuk tahun lalu sebelumnya ini tersebut itu",
    "indikator sasaran kinerja kinerjanya nya dari atas ditetapkan sampai akhir hingga secara",
    "keseluruhan total seluruh yang diperoleh program kegiatan sub anggaran keuangan belanja persentase",
    "strategis sekitar",
)
#: The number is of a plan of several years, of another document or of another area: other values are right.
_ELSEWHERE: Final = re.compile(
    r"renstra|rkt|jangka\s+menengah|rpjmd|provinsi|jawa|nasional|kabupaten|kota|triwulan|semester|murni|sebelum\s+perubahan|"
    r"seharusnya|diharapkan|direncanakan|akan\s+datang|berikutnya|mendatang|minimal|paling",
    re.IGNORECASE,
)
_LAST_YEAR: Final = re.compile(r"tahun\s+(?:lalu|sebelumnya|kemarin)", re.IGNORECASE)
_WORDS: Final = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A number that a sentence gives to a subject in a role and a year; ``subject`` is None for the year as a whole."""

    role: Role
    figure: Figure
    subject: Measured | None
    tahun: int
    named: bool = (
        True  # its own phrase names the subject; else another amount may be of something the text names
    )
    belanja: bool = False


@check(
    "angka-sesuai-catatan",
    rule="R-real",
    basis="Angka dalam kalimat sama dengan target, realisasi, dan capaian yang dicatat.",
    example="Realisasi IKM tahun 2023 sebesar 80,67, padahal tercatat 85.",
    reads=("passages", "results"),
    kinds=("narasi", "dokumentasi"),
    level=Level.PERINGATAN,
)
def numbers_in_sentences_are_those_recorded(year: CheckedYear) -> Found:
    """A number that a sentence calls target, realisasi, capaian, pagu or serapan of something is the recorded one."""
    subjects = subjects_of(year)
    for passage in year.passages or ():
        if subjects is not None:
            for claim in claims(passage, subjects):
                if said := _contradiction(claim, subjects, year):
                    yield passage.place, said


def _contradiction(claim: Claim, subjects: Subjects, year: CheckedYear) -> Said | None:
    known = recorded_values(subjects.results, claim.subject, claim.role, claim.tahun, claim.figure.kind)
    right = [value for value, _ in known]
    if claim.figure.kind is FigureKind.RUPIAH and not claim.named:
        right += recorded_amounts(year, belanja=claim.belanja)
    if not known or any(claim.figure.agrees_with(value) for value in right):
        return None
    expected = known[0][1]
    what = " ".join(filter(None, (claim.role.value, name_of(claim.subject), f"tahun {claim.tahun}")))
    message = f"{what[:1].upper()}{what[1:]} ditulis {claim.figure.text}; tercatat {expected}."
    return Said(f"{message} Perbaiki kalimat atau catatannya.", claim.figure.text, expected)


def claims(passage: Passage, subjects: Subjects) -> Iterator[Claim]:
    """The claims of a text that name clearly enough what they are about."""
    for sentence in sentences(passage.text):
        text = sentence.text
        found = list(figures(text))
        mentions = subjects.mentions(text)
        begin = 0
        for figure in found:
            if figure.kind is FigureKind.YEAR:
                continue
            span = _role_before(text, begin, figure, mentions)
            begin = figure.end
            if span is None or figure.value is None or _ELSEWHERE.search(text):
                continue
            role, start = span
            subject, clear = _subject(role, text, (start, figure), mentions, passage, subjects)
            tahun = _year(text, (start, figure), found, subjects.results.tahun)
            if clear and tahun is not None and _measures(figure, subject):
                named = any(m.start >= start and m.end <= figure.start for m in mentions)
                belanja = "belanja" in text.casefold()
                yield Claim(
                    role=role, figure=figure, subject=subject, tahun=tahun, named=named, belanja=belanja
                )


def _role_before(
    text: str, begin: int, figure: Figure, mentions: Sequence[Mention]
) -> tuple[Role, int] | None:
    """What the figure is said to be, and where its phrase begins: the word before it from which only names, years and
    words without weight lead to it."""
    words = list(_ROLES.finditer(text, begin, figure.start))
    best = None
    for word in reversed(words):
        if not _leads(text, word.end(), figure.start, mentions):
            break
        role = _ROLE_OF[word.lastgroup or ""]
        if best is None or best[0] is Role.REACHED:  # "capaian IKM mencapai 95%"
            best = (role, word.start())
    return best


def _leads(text: str, start: int, end: int, mentions: Sequence[Mention]) -> bool:
    between = list(text[start:end])
    for one in mentions:
        if one.start >= start and one.end <= end:
            between[one.start - start : one.end - start] = " " * (one.end - one.start)
    rest = _ROLES.sub(" ", "".join(between))
    return all(word.casefold() in _FILLER for word in _WORDS.findall(rest))


def _subject(
    role: Role,
    text: str,
    phrase: tuple[int, Figure],
    mentions: Sequence[Mention],
    passage: Passage,
    subjects: Subjects,
) -> tuple[Measured | None, bool]:
    """What the claim is about, and whether that is clear. None is the year as a whole."""
    start, figure = phrase
    inside = [m.subject for m in mentions if m.start >= start and m.end <= figure.start]
    named = inside or [m.subject for m in mentions]
    if named:
        one = named[0]
        return one, all(other is one for other in named) and _fits(role, one)
    if subjects.names_shared(text):
        return None, False
    about = subjects.about(passage)
    if about is not None:
        return about, _fits(role, about)
    return None, role in (Role.MEAN, Role.PAGU, Role.SPENT, Role.SERAPAN)


def _fits(role: Role, subject: Measured) -> bool:
    match subject:
        case IndikatorResult():
            return role in (Role.TARGET, Role.REALISASI, Role.CAPAIAN, Role.REACHED)
        case SasaranResult():
            return role in (Role.MEAN, Role.CAPAIAN, Role.PAGU, Role.SPENT, Role.SERAPAN)
        case SerapanLine():
            return role in (Role.PAGU, Role.SPENT, Role.SERAPAN, Role.REALISASI)


def _year(text: str, phrase: tuple[int, Figure], found: Sequence[Figure], current: int) -> int | None:
    """The year of the claim: that which its phrase names, else the only one of its sentence; None where several are."""
    start, figure = phrase
    years = [(f, int(f.value or 0)) for f in found if f.kind is FigureKind.YEAR]
    inside = {y for f, y in years if f.start >= start and f.end <= figure.start}
    if _LAST_YEAR.search(text, start, figure.start):
        inside.add(current - 1)
    told = inside or {y for _, y in years} | ({current - 1} if _LAST_YEAR.search(text) else set())
    if not inside and _LAST_YEAR.search(text):
        return None
    return next(iter(told)) if len(told) == 1 else None if told else current


def _measures(figure: Figure, subject: Measured | None) -> bool:
    """Whether the figure can be a value: not a number of other things, nor a difference in points."""
    if figure.unit in _DIFFERENCES:
        return False
    if figure.kind is not FigureKind.NUMBER or not figure.unit:
        return True
    own = subject.satuan.casefold().split() if isinstance(subject, IndikatorResult) else []
    return figure.unit in _FOLLOWING or figure.unit in own


#: A difference, not a value.
_DIFFERENCES: Final = frozenset({"poin", "peringkat"})
#: Words that may follow a number without being what it counts.
_FOLLOWING: Final = word_set(
    "dan atau serta yang dengan dari pada di tahun sehingga maka karena namun tetapi sedangkan",
    "sementara berada lebih masuk termasuk atas bawah telah sudah belum untuk terhadap dibandingkan",
    "dibanding jika bila dalam sesuai meningkat naik menurun turun kategori predikat melampaui melebihi",
)
