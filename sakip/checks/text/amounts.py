"""Checks about amounts and counts as they are written: figures and the words behind them."""

from __future__ import annotations

import re
from typing import Final

from sakip.checks.base import Found, Said, check
from sakip.checks.material import CheckedYear
from sakip.checks.text.record_texts import KINDS_OF_RECORDS, PARTS, every_text
from sakip.text.in_words import LIMIT, spell_rupiah, terbilang
from sakip.text.numbers import format_angka, format_rupiah
from sakip.text.reading.figures import Figure, FigureKind, figures
from sakip.text.reading.number_words import read_words, spelled_numbers
from sakip.text.reading.sentences import sentences

#: What may stand before the words: "(terbilang: dua belas)".
_CALLED: Final = re.compile(r"^\s*(?:terbilang|dengan\s+huruf|dalam\s+huruf|sebesar)\s*:?\s*", re.IGNORECASE)
_MINUS: Final = re.compile(r"(?:minus|negatif)\s+", re.IGNORECASE)

#: "Rp394.488.000, terbilang tiga ratus sembilan puluh empat juta … rupiah", without brackets.
_SPELLED_BEHIND: Final = re.compile(
    r"[\s,]*(?:terbilang|dengan\s+huruf)\s*:?\s*(?P<words>[^().;,\d]{4,200}?\brupiah\b)", re.IGNORECASE
)


@check(
    "terbilang-sesuai",
    rule="R-words",
    basis="Jumlah dalam angka dan dalam kata menyatakan nilai yang sama.",
    example="Rp649.823.800 (enam ratus enam puluh sembilan juta delapan ratus ribu rupiah)",
    reads=("passages", *PARTS),
    kinds=("narasi", "dokumentasi", *KINDS_OF_RECORDS),
)
def words_say_the_amount_before_them(year: CheckedYear) -> Found:
    """The words in brackets behind a figure spell that figure."""
    for passage in every_text(year):
        for sentence in sentences(passage.text):
            for figure in figures(sentence.text):
                behind = _SPELLED_BEHIND.match(sentence.text, figure.end)
                if said := _misspelled(figure, figure.in_words or (behind["words"] if behind else "")):
                    yield passage.place, said


def _misspelled(figure: Figure, words: str) -> Said | None:
    if not words or figure.value is None or figure.value != figure.value.to_integral_value():
        return None
    money = figure.kind is FigureKind.RUPIAH
    if _spelled(words) == figure.value:
        return None
    number = format_rupiah(figure.value) if money else format_angka(figure.value)
    if figure.value >= LIMIT:  # no words are named for it: a digit too many, or several numbers run together
        return Said(
            f"{number} ditulis “{words}”, dan terlalu besar untuk dieja. Periksa angkanya.", words, ""
        )
    expected = spell_rupiah(figure.value) if money else terbilang(int(figure.value))
    return Said(f"{number} ditulis “{words}”. Seharusnya “{expected}”.", words, expected)


def _spelled(words: str) -> int | None:
    """The number that the words spell, below zero as :func:`terbilang` says it; what is counted may follow it ("dua
    belas bulan")."""
    words = _CALLED.sub("", words).strip()
    if _MINUS.match(words):
        below = _spelled(_MINUS.sub("", words))
        return None if below is None else -below
    whole = read_words(words.casefold().removesuffix("rupiah").strip())
    runs = list(spelled_numbers(words))
    if whole is None and len(runs) == 1 and runs[0].start == 0:
        return runs[0].value
    return whole
