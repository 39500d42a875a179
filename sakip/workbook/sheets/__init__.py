"""The sheets of a workbook and their columns: one sheet per kind of record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sakip.workbook.sheets.narrative import SPELLING, NarrativeText, join_pieces, lembar_narasi
from sakip.workbook.sheets.record_sheet import RECORD_SHEETS
from sakip.workbook.sheets.sheet import (
    BARIS_ISI,
    BARIS_JUDUL,
    BARIS_PETUNJUK,
    FORMAT,
    META,
    NOMENKLATUR,
    PERATURAN,
    PETUNJUK,
    PILIHAN,
    Column,
    Sheet,
)

__all__ = [
    "BARIS_ISI",
    "BARIS_JUDUL",
    "BARIS_PETUNJUK",
    "FORMAT",
    "META",
    "NOMENKLATUR",
    "PERATURAN",
    "PETUNJUK",
    "PILIHAN",
    "SPELLING",
    "Book",
    "Column",
    "Sheet",
    "join_pieces",
]


@dataclass(frozen=True)
class Book:
    """All sheets of a workbook, in order. ``bagian_narasi`` are the places of narrative, code to words; ``narasi``
    reads what stands in them, and ``written_per`` names the sheet of what a place exists once for each of."""

    bagian_narasi: Mapping[str, str]
    narasi: NarrativeText
    written_per: Mapping[str, str]

    @property
    def lembar(self) -> tuple[Sheet, ...]:
        """The sheets that hold records."""
        return (
            *(record.sheet for record in RECORD_SHEETS.values()),
            lembar_narasi(self.bagian_narasi),
        )
