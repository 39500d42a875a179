"""Checks of wholes and their parts in texts: in a sentence, and in a sentence with the list below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import CheckedYear
from sakip.checks.text.lists import Listed, lists_of
from sakip.checks.text.record_texts import KINDS_OF_RECORDS, PARTS, every_text
from sakip.checks.text.table_sums import share_column
from sakip.checks.text.tables import tables_of
from sakip.text.numbers import format_angka, format_persen, format_rupiah
from sakip.text.reading.figures import Figure, FigureKind, figures
from sakip.text.reading.parts import Breakdown, breakdowns, fits_whole
from sakip.text.reading.sentences import sentences
from sakip.text.reading.shares import shares, together


@check(
    "rincian-kalimat-menjumlah",
    rule="R-sum",
    basis="Rincian dalam kalimat atau daftar menjumlah ke keseluruhan yang disebutnya.",
    example="Kegiatan terdiri atas 3 rapat, 4 pelatihan, dan 5 sosialisasi, seluruhnya 13.",
    reads=("passages", *PARTS),
    kinds=("narasi", "dokumentasi", *KINDS_OF_RECORDS),
    level=Level.PERINGATAN,
)
def parts_in_a_text_come_to_their_whole(year: CheckedYear) -> Found:
    """The parts that a sentence, or the list below it, gives a whole come to it."""
    for passage in every_text(year):
        for text in passage.cells or (passage.text,):
            for sentence in sentences(text):
                for one in breakdowns(sentence.text):
                    if not one.adds_up:
                        yield passage.place, _said(one)
    for listed in lists_of(year.passages or ()):
        below = _of_list(listed)
        if below is not None and not below.exact:
            yield listed.intro.place, _said(below)


@check(
    "bagian-seratus",
    rule="R-sum",
    basis="Bagian-bagian dari satu keseluruhan berjumlah 100 persen.",
    example="71% indikator tercapai, 8% kurang, dan 39% tidak dapat disimpulkan.",
    reads=("passages", *PARTS),
    kinds=("narasi", "dokumentasi", *KINDS_OF_RECORDS),
    level=Level.PERINGATAN,
)
def shares_of_a_whole_come_to_hundred(year: CheckedYear) -> Found:
    """Percentages that a sentence, or a column of a table, gives out as a whole come to 100, but for rounding."""
    for passage in every_text(year):
        for text in passage.cells or (passage.text,):
            for sentence in sentences(text):
                for parts in shares(sentence.text):
                    yield passage.place, _not_hundred(parts, "")
    for table in tables_of(year.passages or ()):
        for column in table.heads:
            if parts := share_column(table, column):
                yield table.rows[-1].passage.place, _not_hundred(parts, table.heads[column])


def _not_hundred(parts: Sequence[Figure], head: str) -> Said:
    sum_of = format_persen(together(parts), max(part.decimals for part in parts))
    told = " + ".join(_in_digits(part) for part in parts[:_MOST_SHOWN])
    more = " + …" if len(parts) > _MOST_SHOWN else ""
    where = f"Kolom “{head}”: " if head else ""
    message = (
        f"{where}{told}{more} = {sum_of}; bagian dari satu keseluruhan berjumlah 100%. Perbaiki bagiannya."
    )
    return Said(message, sum_of, "100%")


def _said(one: Breakdown) -> Said:
    money = one.whole.kind is FigureKind.RUPIAH
    expected = format_rupiah(one.total) if money else format_angka(one.total)
    parts = " + ".join(_in_digits(part) for part in one.parts[:_MOST_SHOWN])
    more = " + …" if len(one.parts) > _MOST_SHOWN else ""
    stated = _in_digits(one.whole)
    message = f"Ditulis {stated}, sedangkan rinciannya {parts}{more} = {expected}. Perbaiki salah satunya."
    return Said(message, stated, expected)


def _in_digits(figure: Figure) -> str:
    """A figure without the words behind it."""
    return figure.text.partition("(")[0].strip(" ,-–") or figure.text


_MOST_SHOWN: Final = 6
_SPENT: Final = re.compile(r"realisasi|terserap|serapan", re.IGNORECASE)
_SOME: Final = re.compile(r"\b(?:antara\s+lain|di\s?antaranya|seperti|misalnya)\b", re.IGNORECASE)
#: Between a number and the list of what it counts.
_TO_LIST: Final = re.compile(
    r"\b(?:terdiri|terbagi|rincian(?:nya)?|dirinci|yaitu|yakni|meliputi|mencakup|sebagai\s+berikut|antara\s+lain)\b|:\s*$",
    re.IGNORECASE,
)
_LEAST: Final = 2


def _of_list(listed: Listed) -> Breakdown | None:
    """The whole that leads to a list, and the one amount that each of its items tells."""
    for kind in (FigureKind.RUPIAH, FigureKind.NUMBER):
        wholes = [f for f in figures(listed.sentence) if f.kind is kind]
        items = [[f for f in figures(item) if f.kind is kind] for item in listed.items]
        if not wholes or len(items) < _LEAST or any(len(own) != 1 for own in items):
            continue
        whole, parts = wholes[-1], tuple(own[0] for own in items)
        if (kind is FigureKind.RUPIAH and len(wholes) > 1) or any(f.value is None for f in (whole, *parts)):
            continue
        one = Breakdown(whole, parts)
        if (
            _leads(listed, whole)
            and _of_one_kind(whole, parts)
            and (listed.ended or one.total > (whole.value or 0))
        ):
            some = _SOME.search(listed.sentence, whole.end)
            return one if not some or one.total > (whole.value or 0) else None
    return None


def _leads(listed: Listed, whole: Figure) -> bool:
    """Whether the items break down that number: nothing else is told, nor is it spent where they are planned."""
    text = listed.sentence
    spent = _SPENT.search(text, whole.end) or any(map(_SPENT.search, listed.items))
    return bool(_TO_LIST.search(text, whole.end)) and bool(spent) == bool(_SPENT.search(text, 0, whole.start))


def _of_one_kind(whole: Figure, parts: Sequence[Figure]) -> bool:
    if whole.kind is FigureKind.RUPIAH:
        return True
    units = {part.unit.replace("indicator", "indikator") for part in (whole, *parts)}
    return len(units) == 1 and fits_whole(whole, ())
