"""Small parts that every generated sentence is made of: tidy text, lists in words, counts, shown numbers.

Text that people entered (names, reasons) reaches a sentence only through :func:`tidy`, :func:`quoted` or
:func:`clause`, so that a stray space or full stop in a record never shows in the document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from reports.prose.capitals import begin_large, begin_small
from sakip.capaian.values import in_percent
from sakip.text.in_words import bilangan
from sakip.text.numbers import format_angka
from sakip.text.units import is_money
from sakip.text.working import shown_decimals

_FIGURE = r"-?[0-9][0-9.,]*"
_FIGURES = re.compile(rf"{_FIGURE}(?:\s*(?:–|-|s\.d\.)\s*{_FIGURE})?")
"""A number, or a range of them."""

_NEGATIVE = re.compile(r"(?<![\w.,/\u2013-])-(?=[0-9])")
_ABBREVIATED = re.compile(
    r"(?<![^\W_])(?:dll|dst|dsb|dkk|jl|jln|no|kab|kec|kel|ds|prov|tbk|drs?|dra|ir|hj?|(?:[a-z]{1,5}\.)+[a-z]{1,5})\.$",
    re.IGNORECASE,
)
"""A text that ends in an abbreviation, of which the full stop is a part: "RT, RW, dll.", "S.Sos."."""
_SATUAN_WITHOUT_WORDS = frozenset(
    {"", "indeks", "nilai", "poin", "skor", "predikat", "kategori", *"-\u2013\u2014"}
)


def tidy(text: str) -> str:
    """Entered text for use inside a sentence: single spaces, no full stop at its end but that of an abbreviation."""
    clean = " ".join(text.split())
    return clean if _ABBREVIATED.search(clean) else clean.rstrip(" .")


def quoted(nama: str) -> str:
    """A name in quotation marks, as long names of indikator need them to be told from the sentence."""
    return f"“{tidy(nama)}”"


def clause(alasan: str, recovery: str = "datanya tidak tersedia") -> str:
    """A reason as the clause after "karena": tidy, beginning small where its first word is known to be no name."""
    return begin_small(tidy(alasan) or recovery)


def sentence(text: str) -> str:
    """A finished sentence: tidy, capital first, one full stop."""
    clean = " ".join(text.split()).rstrip(" .,;:")
    return f"{begin_large(clean)}."


def paragraph(*content: str) -> str:
    """Sentences joined to one paragraph; empty ones fall away."""
    return " ".join(k for k in content if k)


def chain(words: Sequence[str]) -> str:
    """ "a", "a dan b", "a, b, dan c"."""
    if len(words) <= 2:
        return " dan ".join(words)
    return f"{', '.join(words[:-1])}, dan {words[-1]}"


def unique(words: Sequence[str]) -> list[str]:
    """The tidy, non-empty texts in order of first appearance."""
    return list(dict.fromkeys(clean for k in words if (clean := tidy(k))))


def compose(ordering: int, *slots: Sequence[str]) -> str:
    """One wording for each position of a statement whose pieces can be said in several ways: one choice of each slot,
    beside each other, all combinations in turn. Neighbours differ in every slot that has several choices.

    A piece that begins with a mark follows the one before without a blank; an empty one falls away.
    """
    said, turn, before = [], ordering, 0
    for choices in slots:
        turn, place = divmod(turn, len(choices))
        before += place
        said.append(choices[before % len(choices)])
    return re.sub(r" (?=[,;:.])", "", " ".join(piece for piece in said if piece))


def because(alasan: str) -> tuple[str, ...]:
    """The ways to give a reason that is a clause, after what it is the reason of; none where there is no reason."""
    if not alasan:
        return ("",)
    return (
        f"karena {alasan}",
        f", sebab {alasan}",
        f"; sebabnya {alasan}",
        f"mengingat {alasan}",
        f"oleh karena {alasan}",
        f"berhubung {alasan}",
    )


def count_of(n: int, thing: str) -> str:
    """ "4 (empat) indikator": Indonesian nouns take no plural after a number."""
    return f"{bilangan(n)} {thing}"


def part_of(n: int, of: int, thing: str) -> str:
    """ "2 dari 6 (enam) indikator"; "satu-satunya indikator" where there is no other, "kedua indikator" of two,
    "seluruh 6 (enam) indikator" of all."""
    if of == 1:
        return f"satu-satunya {thing}"
    if n == of == 2:
        return f"kedua {thing}"
    return f"seluruh {count_of(of, thing)}" if n == of else f"{n} dari {count_of(of, thing)}"


def say_years(years: Sequence[int]) -> str:
    """ "2021–2023" of years that follow each other, "2019, 2021, dan 2023" of others (ascending)."""
    if len(years) > 1 and years[-1] - years[0] == len(years) - 1:
        return f"{years[0]}–{years[-1]}"
    return chain([str(t) for t in years])


def points(selisih: Decimal) -> str:
    """A difference of two shown percentages, in their decimals: "1,6 poin" where a kabupaten prints one."""
    return f"{format_angka(abs(selisih), shown_decimals(selisih))} poin"


def difference_size(selisih: Decimal, satuan: str) -> str:
    """Size of a difference without its sign: "5,00 poin", "1 (satu) peringkat", "3 dokumen".

    Points carry two decimals, or more where two would hide a difference that exists.
    """
    large = abs(selisih)
    if satuan == "peringkat":
        return count_of(int(large), "peringkat")
    if satuan == "poin":
        return f"{format_angka(large, max(2, shown_decimals(large.normalize())))} poin"
    return beside_unit(format_angka(large), satuan)


def with_minus(working: str) -> str:
    """A working ("… = -37,00") with the sign of negative numbers instead of a hyphen."""
    return _NEGATIVE.sub("\u2212", working)


def selisih_movement(selisih: Decimal, satuan: str) -> str:
    """Movement of a number by its sign: "naik 5,00 poin", "turun 3 dokumen", "tetap"."""
    if selisih == 0:
        return "tetap"
    return f"{'naik' if selisih > 0 else 'turun'} {difference_size(selisih, satuan)}"


def with_satuan(cetak: str, satuan: str) -> str:
    """A printed value with its unit ("95%", "12 dokumen", "80–90 menit"); index, letters and words need none."""
    clean = tidy(cetak)
    if satuan.strip().casefold() in _SATUAN_WITHOUT_WORDS or not _FIGURES.fullmatch(clean):
        return clean
    return beside_unit(clean, satuan)


def beside_unit(number: str, satuan: str) -> str:
    """A number with its unit: "95%", "12 dokumen", "−0,5 °C"; money begins with its sign ("Rp1.000", "Rp5 juta")."""
    minus, number = ("\u2212", number[1:]) if number.startswith("-") else ("", number)
    if in_percent(satuan):
        return f"{minus}{number}%"
    if is_money(satuan):
        rest = " ".join(word.strip("()") for word in satuan.split() if not is_money(word))
        return f"{minus}Rp{number} {rest}".rstrip()
    return f"{minus}{number} {tidy(satuan)}".rstrip()
