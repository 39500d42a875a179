"""Checks of how many indikator a text says to have reached their target, or to have been measured."""

from __future__ import annotations

import re
from typing import Final

from sakip.capaian.values import Keadaan
from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import CheckedYear
from sakip.checks.text.subjects import subjects_of
from sakip.text.in_words import bilangan
from sakip.text.reading.figures import FigureKind, figures
from sakip.text.reading.sentences import sentences
from sakip.text.reading.words import says_any

_INDIKATOR: Final = r"indi[ck]ator(?:\s+(?:kinerja|sasaran|utama))*"
#: What is said of so many of them, right behind their number or between their name and it.
_SAID: Final = (
    r"(?:yang\s+)?(?:telah\s+|sudah\s+|dapat\s+|berhasil\s+|masih\s+)*(?:"
    r"(?P<missed>(?:belum|tidak|gagal)\s+(?:dapat\s+|berhasil\s+|mampu\s+)?(?:mencapai|memenuhi|tercapai)(?:\s+target(?:nya)?)?|"
    r"(?:berada\s+)?di\s*bawah\s+target)|"
    r"(?P<reached>(?:mencapai|memenuhi|sesuai(?:\s+dengan)?|melampaui\s+atau\s+mencapai)\s+target(?:nya)?|tercapai\s+target(?:nya)?)|"
    r"(?P<measured>dapat\s+diukur|terukur))\b"
)
_BEHIND: Final = re.compile(
    rf"\s*{_INDIKATOR}\s+{_SAID}(?!\s+(?:renstra|rkt|jangka|akhir|nasional))", re.IGNORECASE
)
_BEFORE: Final = re.compile(
    rf"\b{_INDIKATOR}\s+{_SAID}\s+(?:ada|berjumlah|sebanyak|sejumlah)\s+(?:hanya\s+)?$", re.IGNORECASE
)
#: Others than those of the year's PK, or some of them.
_OTHERS: Final = re.compile(
    r"\b(?:program|kegiatan|agar|supaya|diharapkan|akan|renstra|rkt|triwulan|semester|tahun\s+(?:lalu|sebelumnya)|kabupaten|"
    r"di\s?antaranya|antara\s+lain|sasaran\s+(?:\d|[IVX]+\b|pertama|kedua|ketiga|keempat|ini|tersebut))\b",
    re.IGNORECASE,
)


@check(
    "banyak-indikator-tercapai",
    rule="R-count",
    basis="Banyaknya indikator yang mencapai target dan yang belum sama dengan hasil pengukuran.",
    example="Tiga indikator mencapai target, padahal dua.",
    reads=("passages", "results"),
    kinds=("narasi", "dokumentasi"),
    level=Level.PERINGATAN,
)
def indikator_that_reached_their_target_are_counted(year: CheckedYear) -> Found:
    """How many indikator are said to have reached their target, or not, is how many did."""
    subjects = subjects_of(year)
    if subjects is None:
        return
    results = [i.capaian for s in subjects.results.sasaran for i in s.indikator]
    known = [c for c in results if c.keadaan is Keadaan.TERHITUNG and c.letak is not None]
    right = {
        "reached": sum((c.letak or 0) >= 0 for c in known),
        "missed": sum((c.letak or 0) < 0 for c in known),
        "measured": len(known),
    }
    for passage in year.passages or ():
        if passage.about or not says_any(passage.text, ("indikator", "indicator")):
            continue
        for sentence in sentences(passage.text):
            text = sentence.text
            years = {f.value for f in figures(text) if f.kind is FigureKind.YEAR} - {year.snapshot.tahun}
            if years or _OTHERS.search(text) or subjects.mentions(text):
                continue
            for figure in figures(text):
                found = _BEHIND.match(text, figure.end) or _BEFORE.search(text, 0, figure.start)
                if figure.kind is not FigureKind.NUMBER or figure.value is None or found is None:
                    continue
                group = found.lastgroup or ""
                # What could not be measured may be said not to have reached its target.
                allowed = {right[group]} | ({len(results) - right["reached"]} if group == "missed" else set())
                if figure.value not in allowed and not text[: figure.start].rstrip().casefold().endswith(
                    "dari"
                ):
                    expected = bilangan(right[group]) if right[group] else "tidak ada"
                    message = f"Disebut {figure.text} indikator {_SAID_OF[group]}; tercatat {expected}."
                    yield passage.place, Said(message, figure.text, expected)


_SAID_OF: Final = {
    "reached": "mencapai target",
    "missed": "belum mencapai target",
    "measured": "yang dapat diukur",
}
