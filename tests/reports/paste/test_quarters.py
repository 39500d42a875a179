"""Plans with a column for each month, and with marks below the time at which something is done."""

from __future__ import annotations

import pytest

from tests.reports.paste.told import columns_of, notes_of, read, told_of
from tests.table_tests import each_row

pytestmark = pytest.mark.one_engine

MONTHS = "Jan\tFeb\tMar\tApr\tMei\tJun\tJul\tAgt\tSep\tOkt\tNop\tDes"
OTHERS = "Januari\tPebruari\tMaret\tApril\tMei\tJuni\tJuli\tAgustus\tSept\tOktober\tNovember\tDesember"


def by_month(**values: str) -> str:
    """A row with these cells, by the short names of the months."""
    return "\t".join(values.get(name, "") for name in MONTHS.split("\t"))


@pytest.mark.usefixtures("contoh")
@each_row(
    ("head", "row", "targets"),
    [
        (MONTHS, by_month(Jun="85", Des="86"), (None, "85", None, "86")),
        (OTHERS, by_month(Feb="1", Apr="2", Agt="3", Nop="4"), ("1", "2", "3", "4")),
        # which of several months of a triwulan holds nobody can tell
        (MONTHS, by_month(Jan="1", Mar="2", Des="3"), ("Januari: 1; Maret: 2", None, None, "3")),
        # marks are no values
        (MONTHS, by_month(Jan="√", Des="√"), (None, None, None, None)),
    ],
)
def test_a_target_of_a_month_is_that_of_its_triwulan(
    head: str, row: str, targets: tuple[str | None, ...]
) -> None:
    text = f"No\tSasaran\tIndikator\tTarget\t{head}\n1\tA\tIKM\t85\t{row}"
    ((sheet, told),) = told_of("rencana-aksi", text)
    assert sheet == "RencanaAksi"
    (one,) = told.rows
    assert tuple(one.cells.get(f"target_{quarter}") for quarter in range(1, 5)) == targets


@pytest.mark.usefixtures("contoh")
@each_row(
    ("text", "rows"),
    [
        (
            "No\tLangkah\tUkuran\tTW I\tTW II\tTW III\tTW IV\n1\tRapat\tNotulen\t√\t\t\t\n2\tSurvei\tHasil\t\tv\t\tX",
            [("Rapat", "1"), ("Survei", "2"), ("Survei", "4")],
        ),
        (
            f"No\tKegiatan/Langkah\tUkuran\t{MONTHS}\n1\tRapat\tNotulen\t{by_month(Jan='■')}\n"
            f"2\tSurvei\tHasil\t{by_month(Mei='■', Jun='■')}\n3\tLaporan\tDokumen\t",
            [("Rapat", "1"), ("Survei", "2"), ("Laporan", None)],
        ),
        # Google Sheets copies a box that is ticked, Excel what its font draws as a tick
        (
            "Langkah\tUkuran\tJadwal\t\t\t\n\t\tI\tII\tIII\tIV\nRapat\tA\tTRUE\tFALSE\tFALSE\tFALSE\nSurvei\tB\t\t\tü\t",
            [("Rapat", "1"), ("Survei", "3")],
        ),
        (
            "Langkah\tUkuran\tTriwulan\t\t\t\n\t\t1\t2\t3\t4\nRapat\tA\t-\tV\t-\t-",
            [("Rapat", "2")],
        ),
    ],
)
def test_a_mark_says_in_which_triwulan_a_step_is_taken(text: str, rows: list[tuple[str, str | None]]) -> None:
    ((sheet, told),) = told_of("rencana-aksi", text)
    assert sheet == "RencanaAksiLangkah"
    assert [(row.cells["uraian"], row.cells.get("triwulan")) for row in told.rows] == rows


def test_numbers_of_the_columns_are_no_triwulan() -> None:
    text = "Langkah\tUkuran\tPenanggung Jawab\tWaktu\n1\t2\t3\t4\nRapat\tA\tCamat\tTW I"
    assert columns_of(read("rencana-aksi", text)) == "uraian ukuran penanggung_jawab triwulan"


@pytest.mark.usefixtures("contoh")
def test_marks_below_a_plan_of_kegiatan_are_told() -> None:
    text = "Kode\tSub Kegiatan\tTW I\tTW II\tTW III\tTW IV\n7.01.01.2.02.01\tGaji\t√\t√\t√\t√"
    assert notes_of("rencana-aksi", text)[0].startswith("Kolom “TW I (tanda)”, “TW II (tanda)”, ")
