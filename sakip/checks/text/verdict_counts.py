"""Checks of how many indikator a text puts into a category."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from sakip.capaian.results import KategoriCount
from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import CheckedYear
from sakip.checks.text.subjects import subjects_of
from sakip.text.in_words import bilangan
from sakip.text.reading.figures import Figure, FigureKind, figures
from sakip.text.reading.sentences import sentences
from sakip.text.reading.words import says_any

#: What is hoped for, or was in another year, is not counted here; nor is what belongs to one sasaran or program.
_NOT_COUNTED: Final = re.compile(
    r"\b(?:agar|supaya|akan|rata[- ]rata|rerata|"
    r"diharapkan|ditargetkan|target(?:kan)?|tahun\s+(?:lalu|sebelumnya)|program|kegiatan|unsur|"
    r"sasaran\s+(?:\d|[IVX]+\b|pertama|kedua|ketiga|keempat|ini|tersebut))\b",
    re.IGNORECASE,
)
_OUT_OF: Final = re.compile(r"\bdari\s*$", re.IGNORECASE)
_SO_MANY: Final = r"(?:ada|sebanyak|berjumlah|sejumlah)\s*"
_INDIKATOR: Final = ("indikator", "indicator")


@check(
    "banyak-indikator-berpredikat",
    rule="R-count",
    basis="Banyaknya indikator menurut predikat sama dengan hasil pengukuran.",
    example="Dua indikator dalam kategori Memuaskan, padahal satu.",
    reads=("passages", "results"),
    kinds=("narasi", "dokumentasi"),
    level=Level.PERINGATAN,
)
def indikator_are_counted_by_their_category(year: CheckedYear) -> Found:
    """How many indikator a text puts into a category of the scale is how many are in it."""
    subjects = subjects_of(year)
    if subjects is None:
        return
    counts = {
        one.label.partition(" (")[0].casefold(): one for one in subjects.results.hitungan if one.kategori
    }
    labels = "|".join(map(re.escape, sorted(counts, key=len, reverse=True)))
    pattern = re.compile(rf"\b(?:{labels})\b", re.IGNORECASE)
    for passage in year.passages or ():
        if passage.about or not says_any(passage.text, _INDIKATOR):
            continue
        for sentence in sentences(passage.text):
            text = sentence.text
            years = {f.value for f in figures(text) if f.kind is FigureKind.YEAR} - {year.snapshot.tahun}
            if years or _NOT_COUNTED.search(text) or subjects.mentions(text):
                continue
            for figure, one, word in _counted(text, pattern, counts):
                if figure.value != one.jumlah:
                    expected = bilangan(one.jumlah) if one.jumlah else "tidak ada"
                    message = f"Disebut {figure.text} indikator berpredikat {word}; tercatat {expected}."
                    yield passage.place, Said(message, figure.text, expected)


def _counted(
    text: str, pattern: re.Pattern[str], counts: dict[str, KategoriCount]
) -> Iterator[tuple[Figure, KategoriCount, str]]:
    """Every number of indikator with the only category that is named before the next number."""
    numbers = [f for f in figures(text) if f.kind is FigureKind.NUMBER and f.unit in _INDIKATOR]
    for figure, following in zip_longest(numbers, numbers[1:]):
        part = text[figure.end : following.start if following else len(text)]
        found = {word[0].casefold(): word[0] for word in pattern.finditer(part)}
        if len(found) == 1 and not _OUT_OF.search(text, 0, figure.start):
            ((small, word),) = found.items()
            yield figure, counts[small], word
    for figure in numbers:
        if behind := re.search(
            rf"(?P<word>{pattern.pattern})\s+{_SO_MANY}$", text[: figure.start], re.IGNORECASE
        ):
            yield figure, counts[behind["word"].casefold()], behind["word"]
