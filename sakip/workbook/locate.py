"""Where the place of a finding is in a workbook: sheet, row and column."""

from __future__ import annotations

from datetime import date
from typing import Any

from sakip.checks import Finding, Place
from sakip.workbook.cells.row import SheetRow, Tables
from sakip.workbook.reader import SheetError


def as_error(finding: Finding, tables: Tables) -> SheetError:
    """The finding with its place in the workbook that was read; where it has no row there, the words say it."""
    place = finding.place
    rows = tables[place.about.sheet]
    row = _row(place, tables)
    sheet = rows[0].sheet if rows else None
    return SheetError(
        pesan=finding.message if row and row.nomor is not None else str(finding),
        lembar=place.about.sheet,
        baris=row.nomor if row else None,
        kolom=sheet.title_of(place.column) if sheet else "",
    )


def _row(place: Place, tables: Tables) -> SheetRow | None:
    """The row whose columns say what the key says; None where the place is no one row."""
    if not place.key:
        return None
    columns, values = zip(*place.key, strict=True)
    return next(iter(tables.find(place.about.sheet, columns, values, _text)), None)


def _text(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)
