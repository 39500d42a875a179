"""What a block comes to over the records of Jombang 2023."""

from __future__ import annotations

from kecamatan.models import Kecamatan
from reports.paste.reading import Reading, best_reading, rows_of
from reports.paste.rows import Told, told_tables
from reports.paste.tables import divided
from sakip.records import forms as everything  # noqa: F401  # registers every kind of row
from sakip.workbook.of_page import sheets_of_page
from sakip.workbook.recorded import RecordedBook


def read(page: str, text: str) -> Reading:
    """How the whole block is read as one table."""
    reading = best_reading(rows_of(text), sheets_of_page(page))
    assert reading is not None
    return reading


def columns_of(reading: Reading) -> str:
    """What its columns fill, in one line."""
    return " ".join(key or "-" for key in reading.columns)


def told_of(page: str, text: str) -> list[tuple[str, Told]]:
    """Its tables, each with the sheet that it fills."""
    readings = [one for table in divided(rows_of(text), sheets_of_page(page)) if (one := table.reading)]
    place = Kecamatan.objects.get(kode="35.09.01")
    told = told_tables(readings, RecordedBook(place, 2023), {})
    return [(reading.sheet.nama, one) for reading, one in zip(readings, told, strict=True)]


def notes_of(page: str, text: str) -> list[str]:
    """What is told besides its rows."""
    return [note for _, one in told_of(page, text) for note in one.notes]
