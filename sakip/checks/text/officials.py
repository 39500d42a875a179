"""Checks of the people whom texts call camat or kepala daerah: they held that office in the year of the report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from difflib import SequenceMatcher
from typing import Final

from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import CheckedYear
from sakip.snapshot.types import Pejabat, Snapshot
from sakip.text.reading.figures import FigureKind, figures
from sakip.text.reading.sentences import sentences
from sakip.text.reading.words import says_any, word_set

#: What stands before a name and behind it.
_TITLES: Final = word_set(
    "ir h hj dr drs dra prof r kh st sh se s sp sos pd stp ip m si mm mmr ap hum kom ipu ag kes mt mh psi t"
)
_CALLED: Final = (
    r"(?P<called>(?:\s*[,:(]?\s*(?:(?:yang\s+)?(?:dijabat|dipegang|diemban)(?:\s+oleh)?|yaitu|yakni|bernama|atas\s+nama|an\.|"
    r"Bapak|Ibu|Sdr\.?|Saudara|Sdri\.?))*)\s*[,:(]?\s*"
)
_ONE: Final = r"(?:(?:dr|drg|[A-Z][a-z]{0,3})\.\s*)*[A-Z][A-Za-z'.]+"
_NAME: Final = rf"(?P<name>{_ONE}(?:\s+{_ONE})*(?:,\s*(?:[A-Z][A-Za-z]*\.?)+)*)"
_DEGREE: Final = re.compile(
    r"\b(?:Ir|Drs|Dra|dr|H|Hj|Prof)\.\s|,\s*(?:S\.?[A-Z]|SH|SE|ST|M\.?[A-Z]|MM|A\.?P\b)|\bS\.(?:STP|Sos|IP|Pd|E|H)\b"
)
#: Who was, will be, or stands in is no holder of the year's.
_OTHERS: Final = re.compile(
    r"\b(?:mantan|sebelum\w*|sesudah|sejak|menggantikan|digantikan|terpilih|calon|Plt|Plh|Pjs?|pelaksana\s+(?:tugas|harian)|penjabat|"
    r"periode|kemudian|semula|wakil|sekretaris)\b",
    re.IGNORECASE,
)
#: A sentence that begins with what was done: "Ditandatangani Yusuf Hamdani selaku Camat".
_VERB: Final = re.compile(r"^(?:Di|Me|Ter|Ber)[a-z]{6,}\s*")
_WORD: Final = re.compile(r"[^\W\d_]+")
#: A word of a name so near another is that one, mistyped.
_ALIKE: Final = 0.6
_LEAST_LETTERS: Final = 3


@check(
    "nama-pejabat",
    rule="R-name",
    basis="Camat dan kepala daerah disebut dengan nama pejabat yang tercatat pada tahun laporan.",
    example="Camat Jombang, WIDAYAKA, SH, M.Si, padahal tercatat NURYADI, S.STP.",
    reads=("passages", "jabatan", "kecamatan"),
    kinds=("narasi", "dokumentasi"),
    level=Level.PERINGATAN,
)
def officials_are_those_recorded(year: CheckedYear) -> Found:
    """Who is named as the camat or the kepala daerah held that office in the year, and is spelled as recorded."""
    snapshot = year.snapshot
    offices = list(_offices(snapshot))
    for passage in year.passages or ():
        for sentence in sentences(passage.text) if says_any(passage.text, _HINTS) else ():
            text = sentence.text
            years = {f.value for f in figures(text) if f.kind is FigureKind.YEAR} - {snapshot.tahun}
            if years or _OTHERS.search(text):
                continue
            for office, holders in offices:
                told = list(dict.fromkeys(name for p in _patterns(office) for name in _names(p, text)))
                for name in told:
                    if expected := _not_one_of(name, holders):
                        message = (
                            f"{office} ditulis {name}; tercatat {expected.rstrip('.')}. Perbaiki namanya."
                        )
                        yield passage.place, Said(message, name, expected)


_HINTS: Final = ("camat", "bupati", "wali kota", "walikota")


def _offices(snapshot: Snapshot) -> Iterator[tuple[str, list[str]]]:
    """The offices that sentences name, with who held each in the year of the report; none where nobody is known to."""
    own = snapshot.kecamatan
    chief = own.kabupaten.sebutan_kepala_daerah
    for office, kode in ((f"Camat {own.nama}", "camat"), (f"{chief} {own.kabupaten.nama}", "bupati")):
        holders = [one.nama for one in snapshot.jabatan if _held(one, kode, snapshot.tahun)]
        if holders:
            yield office, holders


def _held(one: Pejabat, kode: str, tahun: int) -> bool:
    masa = one.masa
    if masa is None or masa.jabatan != kode:
        return False
    return masa.mulai <= date(tahun, 12, 31) and (masa.sampai is None or masa.sampai >= date(tahun, 1, 1))


def _patterns(office: str) -> tuple[re.Pattern[str], ...]:
    place = r"\s+".join(map(re.escape, office.split()))
    return (
        re.compile(rf"\b(?i:{place})\b{_CALLED}{_NAME}"),
        re.compile(rf"\b{_NAME}\s*,?\s*(?P<called>selaku|sebagai|menjabat)\s+(?i:{place})\b"),
    )


def _names(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    """What is a person's name: it bears a degree, or is led to as one."""
    for found in pattern.finditer(text):
        if found["called"].strip(" ,:(") or _DEGREE.search(found["name"]):
            yield _VERB.sub("", found["name"]).strip(" ,.")


def _not_one_of(name: str, holders: Sequence[str]) -> str:
    """Whose name it should be; empty where it is a holder's, in full or in part, or may be."""
    words = _words(name)
    if not words:
        return ""
    for holder in holders:
        own = _words(holder)
        if words <= own or own <= words:
            return ""
        if words & own:
            strange = words - own
            return holder if all(_near(word, own) for word in strange) else ""
    return holders[0]


def _near(word: str, others: set[str]) -> bool:
    return any(SequenceMatcher(None, word, other).ratio() >= _ALIKE for other in others)


def _words(name: str) -> set[str]:
    """The words of a name without titles and initials."""
    words = {word.casefold() for word in _WORD.findall(name)}
    return {word for word in words if len(word) >= _LEAST_LETTERS and word not in _TITLES}
