"""Checks of what a sentence reckons by itself: differences, and percentages of a few indikator."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import CheckedYear
from sakip.checks.text.record_texts import KINDS_OF_RECORDS, PARTS, every_text
from sakip.text.numbers import format_angka
from sakip.text.reading.differences import differences
from sakip.text.reading.figures import Figure, FigureKind, figures
from sakip.text.reading.sentences import sentences
from sakip.text.reading.words import says_any


@check(
    "selisih-sesuai-nilainya",
    rule="R-trend",
    basis="Selisih adalah pengurangan kedua nilai yang disebut bersamanya.",
    example="Naik 6 poin dari 80 menjadi 85.",
    reads=("passages", *PARTS),
    kinds=("narasi", "dokumentasi", *KINDS_OF_RECORDS),
    level=Level.PERINGATAN,
)
def differences_are_those_of_their_values(year: CheckedYear) -> Found:
    """By how much something is said to have moved is what lies between the two values beside it."""
    for passage in every_text(year):
        for text in passage.cells or (passage.text,):
            for sentence in sentences(text) if says_any(text, ("menjadi",)) else ():
                for one in differences(sentence.text):
                    if not one.agrees:
                        expected = format_angka(one.exact)
                        message = (
                            f"Selisih {one.old.text} dan {one.new.text} ditulis {one.stated.text}; seharusnya "
                            f"{expected}. Perbaiki salah satunya."
                        )
                        yield passage.place, Said(message, one.stated.text, expected)


@check(
    "persen-indikator-mungkin",
    rule="R-count",
    basis="Persentase indikator adalah bagian dari banyaknya indikator yang diukur.",
    example="90% indikator berkategori Baik, padahal indikatornya 3.",
    reads=("passages", "results"),
    kinds=("narasi", "dokumentasi"),
    level=Level.PERINGATAN,
)
def percentages_of_indikator_can_be(year: CheckedYear) -> Found:
    """A percentage of the indikator is that of some of them."""
    measured = [len(s.indikator) for s in year.results.sasaran] if year.results else []
    whole = sum(measured)
    if not 0 < whole <= _FEW:
        return
    counts = {*measured, whole}
    for passage in year.passages or ():
        for sentence in sentences(passage.text) if says_any(passage.text, _INDIKATOR) else ():
            if says_any(sentence.text, _OTHERS):
                continue
            shares = [
                f
                for f in figures(sentence.text)
                if f.kind is FigureKind.PERCENT
                and f.unit in _INDIKATOR
                and not _POINTED.match(sentence.text, f.end)
            ]
            wrong = [figure.text for figure in shares if not _can_be(figure, counts)]
            if wrong:
                told = ", ".join(wrong)
                message = f"{told} indikator tidak mungkin: yang diukur {whole} indikator. Hitung kembali."
                yield passage.place, Said(message, told, "")


_INDIKATOR: Final = ("indikator", "indicator")
_OTHERS: Final = ("program", "kabupaten", "nasional", "rpjmd", "diharapkan")
#: "Dengan capaian 79% indikator tersebut masuk predikat Baik"
_POINTED: Final = re.compile(r"\s*indi[ck]ator\s+(?:tersebut|ini|itu|dimaksud)\b", re.IGNORECASE)
#: Of more indikator nearly every percentage is that of some.
_FEW: Final = 12


def _can_be(figure: Figure, counts: set[int]) -> bool:
    shares = (Decimal(100 * part) / count for count in counts for part in range(count + 1))
    return any(figure.agrees_with(share) for share in shares)
