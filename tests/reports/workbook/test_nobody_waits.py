"""Nobody waits for an uploaded workbook: SQLite has one lock for all who write, and it is taken as late as can be."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from kecamatan.models import Jejak
from reports.workbook import exchange
from reports.workbook.import_run import ImportRun
from sakip.models import Realisasi
from sakip.workbook.reader import read_workbook
from sakip.workbook.recorded import RecordedBook
from sakip.workbook.safety import Deadline, TimedOut
from tests.kept_rows import kept_mini, kept_mini_workbook
from tests.workbook_edits import balung, edited, import_book, row_with, without_lookups, write

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def content(transactional_db: None, tmp_path: Path) -> bytes:
    """The workbook of Balung in which somebody typed another IKM, committed records beside it."""
    kept_mini(tmp_path)
    original = without_lookups(kept_mini_workbook())
    row = row_with(original, "Realisasi", Kunci_indikator="skm", Tahun=2023, Triwulan="Setahun")
    return edited(original, write("Realisasi", row, "Realisasi", "77,25"))


@pytest.fixture
def other() -> Iterator[sqlite3.Connection]:
    """Another process's way into the database, which waits for nobody."""
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite has one lock for all who write")
    with closing(
        sqlite3.connect(connection.settings_dict["NAME"], timeout=0, isolation_level=None)
    ) as another:
        yield another


def measured() -> str:
    row = Realisasi.objects.get(indikator__kunci="skm", tahun=2023, triwulan=0)
    return f"{row.angka:.2f}"


def test_another_saves_while_everything_of_a_preview_is_written(
    content: bytes, other: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = measured()
    inside: list[str] = []
    fits = ImportRun.fits

    def watched(self: ImportRun, *args: Any, **how: Any) -> Any:
        result = fits(self, *args, **how)
        inside.append(measured())
        other.execute("UPDATE kecamatan_kecamatan SET telepon = '0331-1'")
        return result

    monkeypatch.setattr(ImportRun, "fits", watched)
    preview = import_book(content, apply_changes=False)
    assert (len(preview.changes), preview.errors) == (1, [])
    assert inside == ["77.25"] != [before]
    assert measured() == before
    assert balung().telepon == "0331-1"


@pytest.mark.one_engine
@pytest.mark.parametrize(
    ("statement", "judged"),
    [
        ("UPDATE kecamatan_kecamatan SET kode_pos = kode_pos WHERE kode <> '35.09.10'", 1),
        ("UPDATE sakip_indikator SET nama = nama || ' baru'", 2),
    ],
    ids=["of others", "of this kecamatan"],
)
def test_another_saves_while_a_file_is_judged_that_is_then_applied(
    content: bytes,
    other: sqlite3.Connection,
    monkeypatch: pytest.MonkeyPatch,
    statement: str,
    judged: int,
) -> None:
    """What was judged holds where the other saved something else; and never is the file applied to an older state."""
    parse, calls = exchange.parse_workbook, []

    def watched(*args: Any, **how: Any) -> Any:
        calls.append(connection.in_atomic_block)
        if len(calls) == 1:
            other.execute(statement)
        return parse(*args, **how)

    monkeypatch.setattr(exchange, "parse_workbook", watched)
    assert import_book(content).applied
    assert calls == [True] * judged
    assert measured() == "77.25"


class _Clock(Deadline):
    """A deadline that is over at the so manieth time that it is asked."""

    def __init__(self, last: float) -> None:
        super().__init__()
        self.asked, self.last = 0, last

    def check(self) -> None:
        self.asked += 1
        if self.asked > self.last:
            raise TimedOut(60)


@pytest.mark.one_engine
def test_the_deadline_reaches_judging_and_writing_and_then_nothing_is_written(content: bytes) -> None:
    """It is asked for every row that is read and judged, and once more for the one that is written."""
    before, trail = measured(), Jejak.objects.count()
    raw = read_workbook(content)
    judging = _Clock(float("inf"))
    exchange.parse_workbook(raw, RecordedBook(balung(), 2023), deadline=judging)

    def import_within(last: float) -> int:
        clock = _Clock(last)
        exchange.TablesImport(
            tables=raw, place=(balung(), 2023), name="uji.xlsx", kabupaten=True, deadline=clock
        ).apply()
        return clock.asked

    for asked in (0, judging.asked // 2, judging.asked):
        with pytest.raises(TimedOut):
            import_within(asked)
    assert (measured(), Jejak.objects.count()) == (before, trail)
    assert import_within(judging.asked + 1) == judging.asked + 1
    assert measured() == "77.25"
