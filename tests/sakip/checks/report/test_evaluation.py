"""Recommendations of the evaluation whose day has come."""

from __future__ import annotations

from datetime import date

from sakip.checks.material import Surroundings
from sakip.snapshot.types import RekomendasiLHE
from tests.sakip.checks.report.material import found, year
from tests.table_tests import each_row

DUE = date(2023, 6, 30)
LATE = [
    "Rekomendasi LHE “Lengkapi definisi”: Batas waktunya 30 Juni 2023 sudah lewat, tetapi statusnya Dalam proses."
    " Perbarui statusnya, atau jelaskan sebabnya pada tindak lanjut dan tetapkan batas waktu yang baru."
]


@each_row(
    ("due", "status", "tindakan", "today", "said"),
    [
        (DUE, "Dalam proses", "Disusun", date(2024, 2, 1), LATE),
        (DUE, "Dalam proses", "Disusun", date(2023, 7, 1), LATE),
        (DUE, "Dalam proses", "Disusun", date(2023, 6, 30), []),  # its last day still runs
        (DUE, "Selesai", "Disusun", date(2024, 2, 1), []),
        (DUE, "Dalam proses", "", date(2024, 2, 1), []),  # that nothing is done is said already
        (date(2024, 1, 15), "Dalam proses", "Disusun", date(2024, 2, 1), []),  # is of the report of that year
        (None, "Dalam proses", "Disusun", date(2024, 2, 1), []),
        (DUE, "Dalam proses", "Disusun", None, []),
    ],
)
def test_what_is_due_and_not_done_is_found_when_its_day_has_passed(
    due: date | None, status: str, tindakan: str, today: date | None, said: list[str]
) -> None:
    row = RekomendasiLHE(
        rekomendasi="Lengkapi definisi",
        tindakan=tindakan,
        bukti="",
        penanggung_jawab=(),
        status=status,
        batas_waktu=due,
    )
    content = year(rekomendasi_lhe=(row,))
    assert found("rekomendasi-tepat-waktu", content, around=Surroundings(signed=today)) == said
