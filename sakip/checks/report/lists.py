"""Checks of lists in the records that a report prints item by item."""

from __future__ import annotations

from typing import Final

from sakip.checks.base import Found, Level, check
from sakip.checks.material import WHOLE_REPORT, CheckedYear
from sakip.checks.text.record_texts import KINDS_OF_RECORDS, PARTS, record_texts
from sakip.snapshot.coverage import comparable

#: Columns that hold a list, each item once: duties, issues, strategies, explanations.
_LISTS: Final = frozenset(
    {
        *("kedudukan", "tugas", "fungsi", "isu_strategis", "strategi", "kebijakan", "program"),
        *("penjelasan", "tujuan", "indikator_tujuan"),
    }
)
_SHOWN: Final = 60


@check(
    "butir-ganda",
    rule="R-count",
    basis="Setiap butir dihitung dan dicetak satu kali dalam daftarnya.",
    example="Isu strategis “Kesadaran warga masih rendah” tercatat dua kali.",
    reads=(*PARTS, WHOLE_REPORT),
    kinds=KINDS_OF_RECORDS,
    level=Level.PERINGATAN,
)
def items_stand_once(year: CheckedYear) -> Found:
    """No item of a list says again what another of it says."""
    seen = set()
    for passage in record_texts(year.snapshot):
        place = passage.place
        item = (place.kind, place.pk, place.words, place.column, comparable(passage.text))
        if place.column in _LISTS and item in seen:
            said = passage.text if len(passage.text) <= _SHOWN else f"{passage.text[: _SHOWN - 1].rstrip()}…"
            yield place, f"“{said}” tercatat dua kali dalam daftar yang sama. Hapus salah satunya."
        seen.add(item)
