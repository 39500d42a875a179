"""Kecamatan-years from fixture files into the database: the import of a workbook, file by file, all or nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import transaction

from kecamatan.ground.row_changes import Tally
from kecamatan.ground.strict_json import InvalidFile
from kecamatan.ground.trail import trail_add
from kecamatan.models import Kecamatan
from reports.models import Laporan
from reports.workbook.exchange import TablesImport, WorkbookRefused, kecamatan_and_year
from reports.workflow.table import IS_OPEN
from sakip.workbook.fixture import read_fixture
from sakip.workbook.reader import RawBook
from sakip.workbook.safety import WorkbookUnsafe
from sakip.workbook.sheets.record_sheet import all_sheets

#: What the trail calls a file that was loaded.
LOADED = "contoh.dimuat"

_REMEDY = 'Jalankan "manage.py siapkan", atau perbaiki berkasnya.'

Fact = tuple[str, Any]
"""What it is called, and what is said about it."""


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """What became of one file. ``locked`` says why it was left alone, empty when it was loaded."""

    name: str
    kecamatan: Kecamatan
    tahun: int
    counts: Tally
    locked: str = ""


@transaction.atomic
def fixtures_load(*, folder: Path) -> list[Loaded]:
    """Load every ``*.json`` of the folder, in order of their names, all or nothing.

    The records of a year become what its file says: what is missing is added, what differs changed, what the file
    does not have deleted. A second run changes nothing. A year whose report was submitted or signed is left alone.
    Raises :class:`kecamatan.ground.strict_json.InvalidFile`.
    """
    files = {path.name: read_fixture(path) for path in sorted(folder.glob("*.json"))}
    if not files:
        raise InvalidFile(f"Folder {folder} tidak memuat berkas JSON. Periksa letaknya.")
    _refuse_contradictions(files)
    return [_load(name, tables) for name, tables in files.items()]


@transaction.atomic
def _load(name: str, tables: RawBook) -> Loaded:
    try:
        kecamatan, tahun = kecamatan_and_year(tables.meta, _REMEDY)
        report = Laporan.objects.filter(kecamatan=kecamatan, tahun=tahun).order_by("-versi").first()
        if report is not None and report.status not in IS_OPEN:
            locked = f"LKIP sudah {report.get_status_display().lower()}"
            return Loaded(name=name, kecamatan=kecamatan, tahun=tahun, counts=Tally(), locked=locked)
        done = TablesImport(
            tables=tables, place=(kecamatan, tahun), name=name, kabupaten=True, trail=False
        ).apply()
    except WorkbookRefused as refused:
        raise InvalidFile(f"Berkas {name}, {_lower(str(refused.preview.errors[0]))}") from refused
    except WorkbookUnsafe as refused:
        raise InvalidFile(f"Berkas {name}: {refused}") from refused
    if done.tally.perubahan:
        trail_add(
            action=LOADED,
            subject="fixtures/contoh",
            sebutan=name,
            kecamatan=kecamatan,
            tahun=tahun,
            after={"perubahan": str(done.tally)},
        )
    return Loaded(name=name, kecamatan=kecamatan, tahun=tahun, counts=done.tally)


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


# -- facts that several files tell ------------------------------------------------------------------


def _refuse_contradictions(files: Mapping[str, RawBook]) -> None:
    """Raise for the first fact that two files tell differently: the result never depends on the order of the files."""
    first: dict[str, tuple[str, str]] = {}
    for file, tables in files.items():
        for name, said in _facts(file, tables):
            text = json.dumps(said, ensure_ascii=False, sort_keys=True, default=str)
            other, told = first.setdefault(name, (file, text))
            if other != file and text != told:
                raise InvalidFile(f"Berkas {file} dan {other} berbeda tentang {name}. Samakan isinya.")


def _facts(file: str, tables: RawBook) -> Iterator[Fact]:
    kecamatan = tables.meta["kecamatan"]
    yield f"catatan {kecamatan} {tables.meta['tahun']}", file
    facts: dict[str, list[Any]] = {}
    for sheet in all_sheets():
        rows: list[Mapping[str, Any]] = []
        for row in tables.sheets[sheet.nama]:
            rows.append(row.cells)
            facts.setdefault(sheet.shared(kecamatan, row.cells, rows), []).append((sheet.nama, row.cells))
    yield from ((name, said) for name, said in facts.items() if name)
