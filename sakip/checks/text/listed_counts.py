"""Checks of numbers that announce a list: as many things are listed as were announced."""

from __future__ import annotations

import re
from typing import Final

from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import CheckedYear
from sakip.checks.text.lists import Listed, lists_of
from sakip.checks.text.record_texts import KINDS_OF_RECORDS, PARTS, every_text
from sakip.text.reading.enumerations import announces, enumerations
from sakip.text.reading.figures import Figure, FigureKind, figures

#: Between the number and its list: what is counted, told shortly, and a word that says that the list is of it.
_OF_IT: Final = re.compile(
    r"\s+(?P<noun>[^\W\d_]+)(?:\s+(?!langkah|upaya|uraian|penjelasan|hasil|capaian|realisasi|hambatan|kendala|solusi|"
    r"permasalahan|diuraikan|dijelaskan|disajikan|digambarkan|dilihat|dapat|rincian\s+kegiatan)[^\W\d_]+|\s+20\d\d){0,9}?\s*,?\s*"
    r"(?:yaitu|yakni|meliputi|adalah|ialah|mencakup|(?:dengan\s+)?rincian(?:nya)?(?:\s+sebagai\s+berikut)?|sebagai\s+berikut|"
    r"terdiri\s+(?:atas|dari))?\s*[:.]?\s*$",
    re.IGNORECASE,
)
#: Items that begin with one of these are of it, not of what else was announced.
_LEVELS: Final = ("program", "kegiatan", "sub", "tujuan", "sasaran", "indikator")
_LEAST: Final = 2


@check(
    "daftar-sebanyak-disebut",
    rule="R-count",
    basis="Banyaknya yang disebut di depan daftar sama dengan banyaknya isi daftar itu.",
    example="Meliputi 5 (lima) kegiatan: rapat, pelatihan, lomba, dan pameran.",
    reads=("passages", *PARTS),
    kinds=("narasi", "dokumentasi", *KINDS_OF_RECORDS),
    level=Level.PERINGATAN,
)
def lists_hold_as_many_as_announced(year: CheckedYear) -> Found:
    """A list in a sentence, or below it, holds as many things as the sentence announces."""
    for passage in every_text(year):
        # A quotation that is never closed was cut by a page: so was the list.
        whole = passage.text.count("“") == passage.text.count("”")
        for one in enumerations(passage.text) if whole and not passage.cells else ():
            if not one.fits:
                yield passage.place, _said(one.announced, one.noun, one.listed)
    for listed in lists_of(year.passages or ()):
        if (announced := _announced(listed)) and announced[0].value not in listed.counts:
            yield listed.intro.place, _said(*announced, len(listed.items))


def _said(figure: Figure, noun: str, count: int) -> Said:
    message = (
        f"Disebut {figure.text} {noun}, sedangkan yang didaftar {count}. Perbaiki jumlah atau daftarnya."
    )
    return Said(message, figure.text, str(count))


def _announced(listed: Listed) -> tuple[Figure, str] | None:
    """The only number of things in the sentence that leads to a list, with what it counts."""
    told = [f for f in figures(listed.sentence) if f.kind is FigureKind.NUMBER]
    if (
        len(told) != 1
        or not announces(listed.sentence, told[0])
        or len(listed.items) < _LEAST
        or not listed.ended
    ):
        return None
    of_it = _OF_IT.match(listed.sentence, told[0].end)
    if of_it is None or any(
        f.unit == told[0].unit or not f.start for item in listed.items for f in figures(item)
    ):
        return None
    other = {noun for noun in _LEVELS if any(item.casefold().startswith(noun) for item in listed.items)}
    return None if other - {of_it["noun"].casefold()} else (told[0], of_it["noun"])
