"""Dates out and in; the day comes first and nothing is guessed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.text.dates import (
    NAMA_BULAN,
    InvalidDate,
    format_tanggal,
    month_called,
    parse_date,
    parse_month,
)
from tests.table_tests import each_row


def test_dates_are_written_in_words() -> None:
    assert format_tanggal(date(2026, 8, 17)) == "17 Agustus 2026"
    assert format_tanggal(date(2024, 1, 2)) == "2 Januari 2024"


def test_month_names() -> None:
    assert [format_tanggal(date(2026, b, 1)) for b in range(1, 13)] == [f"1 {n} 2026" for n in NAMA_BULAN]
    assert format_tanggal(date(2026, 11, 30)) == "30 November 2026"


@each_row(
    "text",
    [
        "17/8/2026",
        "17/08/2026",
        "17-8-2026",
        "17 Agustus 2026",
        "17 agustus 2026",
        "  17   AGUSTUS\u00a02026 ",
    ],
)
def test_the_three_forms_are_read(text: str) -> None:
    assert parse_date(text) == date(2026, 8, 17)


def test_old_spellings_are_read() -> None:
    assert parse_date("1 Pebruari 2021") == date(2021, 2, 1)
    assert parse_date("30 Nopember 2020") == date(2020, 11, 30)


@each_row(
    ("text", "message"),
    [
        ("17/8/26", '"17/8/26" bukan tanggal: tahun harus empat angka. Tulis seperti 17/8/2026'),
        ("17.8.2026", "pemisahnya garis miring. Tulis 17/8/2026."),
        ("2026-08-17", "hari ditulis lebih dahulu. Tulis 17/8/2026."),
        ("8/17/2026", "tidak ada bulan ke-17. Maksud Anda 17/8/2026?"),
        ("30/13/2026", "tidak ada bulan ke-13. Tulis seperti"),
        ("31/2/2026", "Februari 2026 berlangsung dari tanggal 1 sampai 28."),
        ("29 Februari 2023", "Februari 2023 berlangsung dari tanggal 1 sampai 28."),
        ("0/5/2023", "Mei 2023 berlangsung dari tanggal 1 sampai 31."),
        ("17 August 2026", 'bulan "August" tidak dikenal.'),
        ("17/8-2026", "bukan tanggal. Tulis seperti"),
        ("Agustus 2026", "bukan tanggal. Tulis seperti"),
        ("17/8/1026", "tahun 1026 di luar 1900–2100. Periksa tahunnya."),
        ("\uff11/1/2026", "bukan tanggal. Tulis seperti"),
        ("45291", "bukan tanggal. Tulis seperti"),
        ("17 Agt 2026", 'bulan "Agt" tidak dikenal. Maksud Anda 17 Agustus 2026?'),
        ("17-Agu-26", '"17-Agu-26" bukan tanggal. Maksud Anda 17 Agustus 2026?'),
        ("1 Sept. 2026", "Maksud Anda 1 September 2026?"),
        ("3 Nop 2025", "Maksud Anda 3 November 2025?"),
        ("3 Dec 2025", "Maksud Anda 3 Desember 2025?"),
        ("31 Jun 2025", 'bukan tanggal: bulan "Jun" tidak dikenal. Tulis seperti'),  # no such day
        ("3 Jxn 2025", "Tulis seperti 17/8/2026"),
        ("Jember, 17 Agustus 2026", "Maksud Anda 17 Agustus 2026?"),
        ("'17/8/2026", "Maksud Anda 17 Agustus 2026?"),
        ("17 s.d. 18 Agustus 2026", "bukan tanggal. Tulis seperti"),
        ("2026/8/17", "hari ditulis lebih dahulu. Tulis 17/8/2026."),
        ("2026-08-17 00:00:00", "hari ditulis lebih dahulu. Tulis 17/8/2026."),
        ("x" * 99, "terlalu panjang"),
        ("  ", "Isian kosong bukan tanggal."),
    ],
)
def test_everything_else_is_refused_with_a_remedy(text: str, message: str) -> None:
    with pytest.raises(InvalidDate) as error:
        parse_date(text)
    assert message in str(error.value)


def test_a_month_is_its_first_and_last_day() -> None:
    assert parse_month("Januari 2021") == (date(2021, 1, 1), date(2021, 1, 31))
    assert parse_month("Pebruari 2024") == (date(2024, 2, 1), date(2024, 2, 29))


@each_row("text", ["2021", "1/2021", "1 Januari 2021", "Jan 2021", ""])
def test_what_is_no_month_is_refused_with_a_remedy(text: str) -> None:
    with pytest.raises(InvalidDate) as error:
        parse_month(text)
    assert str(error.value) == f'"{text}" bukan bulan dan tahun. Tulis seperti Januari 2021.'


def test_leap_day_is_read() -> None:
    assert parse_date("29/2/2024") == date(2024, 2, 29)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)))
def test_what_is_printed_is_read_back(tanggal: date) -> None:
    assert parse_date(format_tanggal(tanggal)) == tanggal
    assert parse_date(f"{tanggal.day}/{tanggal.month}/{tanggal.year}") == tanggal


def test_the_first_and_the_last_year_are_dates() -> None:
    assert parse_date("1/1/1900") == date(1900, 1, 1)
    assert parse_date("31 Desember 2100") == date(2100, 12, 31)
    for text in ("31/12/1899", "1/1/2101"):
        with pytest.raises(InvalidDate, match="di luar 1900–2100"):
            parse_date(text)


def test_a_short_name_is_a_month_where_it_is_the_only_one() -> None:
    called = {word: month_called(word) for word in ("Agt", "Nop.", "pebr", "Mei", "Des", "Jan", "Oct")}
    assert called == {"Agt": 8, "Nop.": 11, "pebr": 2, "Mei": 5, "Des": 12, "Jan": 1, "Oct": 10}
    # Too short, or of several, or of none.
    assert [month_called(word) for word in ("D", "Ok", "Ju", "Ma", "Xyz", "")] == [None] * 6
