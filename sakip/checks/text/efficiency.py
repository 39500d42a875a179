"""Checks of what is called efisien."""

from __future__ import annotations

import re
from typing import Final

from sakip.capaian.results import SasaranResult
from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import CheckedYear, Passage
from sakip.checks.text.partial_names import Measured
from sakip.checks.text.record_texts import KINDS_OF_REASONS, REASONS
from sakip.checks.text.subjects import Subjects, subjects_of
from sakip.checks.text.verdicts import judged_cells, spoken
from sakip.text.numbers import format_persen

_EFFICIENT_HEAD: Final = re.compile(r"efisien", re.IGNORECASE)
_EFFICIENT_CELL: Final = re.compile(
    r"\s*(?P<not>tidak\s+|belum\s+|kurang\s+)?efisien\s*\.?\s*", re.IGNORECASE
)
_EFFICIENT: Final = re.compile(
    r"\b(?:adalah|tergolong|dinilai|dikategorikan|dikatakan|dinyatakan|termasuk|terbilang|sudah|telah|cukup|sangat|menjadi|"
    r"secara|berlangsung|berjalan|%\s*,|(?:sasaran|anggaran|sumber\s*daya)(?:\s+pada\s+sasaran)?\s+(?:ini|tersebut))\s+"
    r"(?P<not>tidak\s+|belum\s+|kurang\s+)?(?:kategori\s+)?efisien\b|\b(?P<not2>tidak|belum|kurang)\s+efisien\b|"
    r"[%:,]\s*(?P<not3>tidak\s+|belum\s+|kurang\s+)?efisien\b",
    re.IGNORECASE,
)
#: Right behind the name of a sasaran.
_BESIDE: Final = re.compile(
    r"[\s\"”’*]*(?P<not>tidak\s+|belum\s+)?(?P<not2>kurang\s+)?(?P<not3>(?!))?efisien\b", re.IGNORECASE
)
_HOPED: Final = re.compile(
    r"\b(?:agar|supaya|untuk(?!\s+(?:sasaran|program))|lebih|akan|diharapkan)\b", re.IGNORECASE
)
#: Right before "dikatakan efisien".
_DENIED: Final = re.compile(r"\b(?:tidak|belum|kurang)\s+(?:dapat|bisa|boleh|layak)\s*$", re.IGNORECASE)
#: A name that says efisien itself.
_ASPECTS: Final = re.compile(r"\befektif[^.;]{0,30}\befisien|profesional", re.IGNORECASE)


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
    for passage, text in spoken(year, subjects, ("efisien",)):
        beside = (_BESIDE.match(text, m.end) for m in subjects.mentions(text))
        for found in (*_EFFICIENT.finditer(text), *filter(None, beside)):
            if _HOPED.search(text) or _ASPECTS.search(text, 0, found.end()):
                continue
            claimed = not any(said for name, said in found.groupdict().items() if name.startswith("not"))
            claimed = claimed and not _DENIED.search(text, 0, found.start())
            if said := _not_so(_sasaran(text, found.start(), passage, subjects), claimed=claimed):
                yield passage.place, said
                break
    for passage, subject, cell in judged_cells(year, subjects, _EFFICIENT_HEAD):
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


def _sasaran(text: str, at: int, passage: Passage, subjects: Subjects) -> SasaranResult | None:
    """The sasaran of which a clause speaks, by its own name, that of its only indikator, or that of its program."""
    mentions = subjects.mentions(text)
    clause = max((m.end() for m in _CLAUSE.finditer(text, 0, at)), default=0)
    told = [m for m in mentions if clause <= m.start]
    if subjects.names_shared(text):
        return None
    if told or mentions:
        family = told[0].family if len(told) == 1 else () if clause else subjects.told(text)
    else:
        about = subjects.about(passage)
        family = (about, *subjects.beside(about)) if about else ()
    return next((one for one in family if isinstance(one, SasaranResult)), None)


#: Where a clause of its own begins.
_CLAUSE: Final = re.compile(r",?\s+(?:sedangkan|sementara|tetapi|namun|akan\s+tetapi)\b", re.IGNORECASE)
