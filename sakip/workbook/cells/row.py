"""Rows as read, and how something wrong with them is noted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sakip.workbook.reader import RawBook, SheetError
from sakip.workbook.recorded import RecordedBook
from sakip.workbook.sheets.sheet import Sheet


@dataclass(kw_only=True)
class SheetRow:
    """A row of a sheet. ``nilai`` has what was filled in and could be read; ``nomor`` is None for a recorded row."""

    sheet: Sheet
    nomor: int | None
    nilai: dict[str, Any]
    broken: set[str] = field(default_factory=set)

    def __getitem__(self, key: str) -> Any:
        return self.nilai.get(key)


Tables = dict[str, list[SheetRow]]
"""Rows by sheet; every sheet is there."""


@dataclass(frozen=True, kw_only=True)
class ParsedBook:
    """What a file says, what is wrong with it, and what its reader should know.

    ``models`` are labels of the models of which rows may change.
    """

    tables: Tables
    errors: list[SheetError]
    notes: list[str]
    models: frozenset[str] = frozenset()


class SheetChecker:
    """What is known of a file and what is wrong with it so far."""

    def __init__(self, raw: RawBook, recorded: RecordedBook) -> None:
        self.raw = raw
        self.recorded = recorded
        self.references = recorded.references
        self.errors: list[SheetError] = list(raw.errors)
        self.tables: Tables = {}

    def refuse(self, row: SheetRow, column: str, message: str) -> None:
        """Note an error, unless the cell is known to be wrong already."""
        if column in row.broken:
            return
        title = row.sheet[column].title if column else ""
        self.errors.append(SheetError(pesan=message, lembar=row.sheet.nama, baris=row.nomor, kolom=title))
        row.broken.add(column)

    def fill_year(self, b: SheetRow) -> None:
        """A row that names no year is about the workbook's own."""
        if "tahun" not in b.broken:
            b.nilai.setdefault("tahun", self.recorded.tahun)

    def jenjang(self, b: SheetRow) -> dict[str, str] | None:
        """Where the code of a row stands, if it could be read."""
        if not b["kode"] or "kode" in b.broken:
            return None
        return self.references.parse_code(b["kode"], b.sheet.edition(self.recorded, b))


def check_is_program(p: SheetChecker, rows: Sequence[SheetRow]) -> None:
    """The code is that of a program."""
    for b in rows:
        levels = p.jenjang(b)
        if levels and levels["kegiatan"]:
            p.refuse(b, "kode", "Tulis kode program, bukan kegiatan atau sub kegiatan.")
