"""A text read as a paper of a kecamatan, and what is proposed of it for a sheet."""

from __future__ import annotations

from typing import Any

from kecamatan.models import Kecamatan
from reports.papers.read import read_paper
from reports.reading.proposal import Proposal, Reading
from reports.reading.read import read_tables
from sakip.workbook.recorded import RecordedBook


def read(
    kecamatan: Kecamatan, text: str, *, name: str = "lkip.txt", tahun: int = 2023, tujuan: str = ""
) -> Reading:
    return read_tables(read_paper(text.encode(), name), RecordedBook(kecamatan, tahun), tujuan=tujuan)


def of(reading: Reading, sheet: str) -> list[Proposal]:
    return [one for one in reading.proposals if one.sheet == sheet]


def cells(reading: Reading, sheet: str, *columns: str) -> list[tuple[Any, ...]]:
    """What is proposed for these columns of a sheet, row by row; None where a cell is not proposed."""
    return [tuple(one.cells.get(column) for column in columns) for one in of(reading, sheet)]


def doubts(reading: Reading, sheet: str) -> list[tuple[str, ...]]:
    """Why each row of a sheet is held back; an empty tuple where nothing speaks against it."""
    return [one.doubts for one in of(reading, sheet)]
