"""What narrows and sorts the matrix; and how a document stands to its last day."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
import time_machine

from kecamatan.models import Kecamatan
from reports.monitoring.columns import DOCUMENTS, LKIP, REVIU
from reports.monitoring.matrix import Cell, Matrix, Row
from reports.monitoring.query import Query
from reports.workflow.deadline import Timeliness, timeliness

NARASI = DOCUMENTS[-1]
UNTIL = date(2026, 2, 28)


@pytest.mark.parametrize(
    ("done", "today", "words", "late"),
    [
        (None, "2026-02-16", "12 hari lagi", False),
        (None, "2026-02-28", "batas hari ini", False),
        (None, "2026-03-05", "lewat 5 hari", True),
        (datetime(2026, 2, 28, 16, 59, tzinfo=UTC), "2026-03-05", "tepat waktu", False),
        (datetime(2026, 2, 28, 17, 0, tzinfo=UTC), "2027-01-01", "terlambat 1 hari", True),
    ],
)
def test_what_came_too_late_stays_late(done: datetime | None, today: str, words: str, late: bool) -> None:
    with time_machine.travel(f"{today}T10:00:00+07:00", tick=False):
        found = timeliness(UNTIL, done)
    assert (found.words, found.is_late) == (words, late)


def row(nama: str, percent: int, reviu: str, lkip: str, time: Timeliness) -> Row:
    state = {0: "kosong", 100: "lengkap"}.get(percent, "sebagian")
    return Row(
        kecamatan=Kecamatan(nama=nama),
        cells=(
            Cell(column=NARASI, state=state, percent=percent),
            Cell(column=REVIU, state=reviu),
            Cell(column=LKIP, state=lkip, time=time),
        ),
        counted=None,
    )


@pytest.fixture
def matrix() -> Matrix:
    with time_machine.travel("2026-03-05T10:00:00+07:00", tick=False):
        missing = timeliness(UNTIL, None)
        late = timeliness(UNTIL, datetime(2026, 3, 2, tzinfo=UTC))
        good = timeliness(UNTIL, datetime(2026, 2, 2, tzinfo=UTC))
    rows = (
        row("Ajung", 40, "ada peringatan", "draf", missing),
        row("Balung", 100, "bersih", "diterima", late),
        row("Jombang", 0, "ada galat", "belum dimulai", missing),
        row("Kalisat", 100, "ada peringatan", "ditandatangani", good),
    )
    return Matrix(
        tahun=2025, columns=(NARASI, REVIU, LKIP), rows=rows, medians={}, counted=len(rows), total=len(rows)
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ({}, "Ajung Balung Jombang Kalisat"),
        ({"dokumen": "narasi"}, "Ajung Jombang"),
        ({"dokumen": "lkip"}, "Ajung Jombang"),
        ({"dokumen": "reviu"}, "Ajung Jombang Kalisat"),
        ({"keadaan": "belum lengkap"}, "Ajung Jombang"),
        ({"keadaan": "ada galat"}, "Jombang"),
        ({"keadaan": "kosong", "dokumen": "lkip"}, ""),
        ({"waktu": "lewat"}, "Ajung Jombang"),
        ({"waktu": "terlambat"}, "Ajung Balung Jombang"),
        ({"waktu": "tepat", "dokumen": "lkip"}, "Kalisat"),
        ({"waktu": "lewat", "dokumen": "narasi"}, ""),
        ({"urut": "narasi"}, "Jombang Ajung Balung Kalisat"),
        ({"urut": "-narasi"}, "Balung Kalisat Ajung Jombang"),
        ({"urut": "reviu"}, "Jombang Ajung Kalisat Balung"),
        ({"urut": "-lkip"}, "Balung Kalisat Ajung Jombang"),
        ({"urut": "-kecamatan"}, "Kalisat Jombang Balung Ajung"),
        ({"urut": "asing", "waktu": "asing", "dokumen": "asing"}, "Ajung Balung Jombang Kalisat"),
        ({"keadaan": "asing"}, ""),
    ],
)
def test_rows_have_what_is_asked_for_in_its_order(
    matrix: Matrix, words: dict[str, str], expected: str
) -> None:
    assert " ".join(one.kecamatan.nama for one in Query.read(words).rows(matrix)) == expected
