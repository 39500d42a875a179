"""Checks of texts that are like others: of another kecamatan, of last year."""

from __future__ import annotations

from typing import Final

from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import CheckedYear, SimilarText

_WORDS_SHOWN: Final = 12


@check(
    "tulisan-kecamatan-lain",
    rule="R-dup",
    basis="Laporan menguraikan keadaan kecamatannya sendiri.",
    example="Paragraf yang sama dengan paragraf Kecamatan Arjasa.",
    reads=("around",),
    kinds=("narasi",),
    level=Level.PERINGATAN,
)
def texts_of_others_are_not_copied(year: CheckedYear) -> Found:
    """A paragraph is not that of another kecamatan."""
    for one in year.around.similar if year.around else ():
        if not one.own:
            yield one.place, _said(one)


@check(
    "tulisan-tahun-lalu",
    rule="R-dup",
    basis="Uraian mengikuti keadaan tahun laporannya.",
    example="Paragraf yang sama dengan laporan tahun lalu.",
    reads=("around",),
    kinds=("narasi",),
    level=Level.INFO,
)
def texts_of_last_year_are_told(year: CheckedYear) -> Found:
    """A paragraph that is last year's is worth a look."""
    for one in year.around.similar if year.around else ():
        if one.own:
            yield one.place, _said(one)


def _said(one: SimilarText) -> Said:
    begin = " ".join(one.text.split()[:_WORDS_SHOWN])
    alike = "sama" if one.likeness == 1 else f"{int(one.likeness * 100)}% sama"
    return Said(
        f"“{begin} …” {alike} dengan {one.origin}. Uraikan keadaan tahun ini sendiri.", one.text, one.other
    )
