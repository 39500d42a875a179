"""Due dates as plans write them."""

from __future__ import annotations

from datetime import date

from sakip.text.reading.due import due_day, triwulan_due
from tests.table_tests import each_row


@each_row(
    ("text", "day", "triwulan"),
    [
        ("Triwulan II", date(2024, 6, 30), 2),
        ("TW. 4 Tahun 2025", date(2025, 12, 31), 4),
        ("iii", date(2024, 9, 30), 3),
        ("Triwulan I s.d. III", date(2024, 9, 30), None),
        ("TW I - TW IV", date(2024, 12, 31), None),
        ("Semester I 2024", date(2024, 6, 30), None),
        ("Februari 2024", date(2024, 2, 29), 1),
        ("Nopember", date(2024, 11, 30), 4),
        ("31-3-2024", None, 1),
        ("sepanjang tahun", None, None),
        ("2", None, None),
        ("", None, None),
    ],
)
def test_a_due_date_is_the_end_of_what_it_names(text: str, day: date | None, triwulan: int | None) -> None:
    assert (due_day(text, year=2024), triwulan_due(text)) == (day, triwulan)
