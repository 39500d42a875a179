"""NIP: what the 18 digits must agree with. All numbers are made up."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kecamatan.nip import InvalidNip, JenisKelamin, format_nip, parse_nip
from tests.table_tests import each_row


def test_parts_are_read() -> None:
    nip = parse_nip("198011242001121003")
    assert nip.angka == "198011242001121003"
    assert nip.tanggal_lahir == date(1980, 11, 24)
    assert nip.tmt_cpns == date(2001, 12, 1)
    assert nip.jenis_kelamin is JenisKelamin.LAKI_LAKI
    assert nip.nomor_urut == 3
    assert str(nip) == "19801124 200112 1 003"


@pytest.mark.parametrize(
    "text",
    [
        "198011242001121003",
        "19801124 200112 1 003",
        "19801124-200112 1 003",
        " 19801124\u00a0200112 1  003 ",
    ],
)
def test_every_grouping_is_the_same_nip(text: str) -> None:
    assert parse_nip(text) == parse_nip("198011242001121003")
    assert format_nip(text) == "19801124 200112 1 003"


@each_row(
    ("text", "message"),
    [
        ("", "NIP kosong. Isi 18 angka NIP."),
        ("-", "bukan NIP"),
        ("19801124 200112 1 03", "17 angka, seharusnya 18."),
        ("19801124 200112 1 0003", "19 angka, seharusnya 18."),
        ("19801124 200112 L 003", "memuat selain angka."),
        ("\uff119801124 200112 1 003", "memuat selain angka."),
        ("1" * 100, "terlalu panjang."),
        ("19801324 200112 1 003", "tanggal lahir 24/13/1980 (angka 1–8) tidak ada."),
        ("19800230 200112 1 003", "tanggal lahir 30/02/1980 (angka 1–8) tidak ada."),
        ("18801124 200112 1 003", "tanggal lahir 24/11/1880 (angka 1–8) tidak ada."),
        ("19801124 200113 1 003", "TMT CPNS bulan 13 tahun 2001 (angka 9–14) tidak ada."),
        ("19801124 200100 1 003", "TMT CPNS bulan 00 tahun 2001 (angka 9–14) tidak ada."),
        ("19801124 199610 1 003", "TMT CPNS 10/1996, sebelum berusia 16 tahun."),
        ("19801124 197001 1 003", "TMT CPNS 01/1970, sebelum berusia 16 tahun."),
        ("19801124 200112 3 003", "angka ke-15 adalah 3, seharusnya 1 (laki-laki) atau 2 (perempuan)."),
        ("19801124 200112 1 000", "nomor urut (angka 16–18) dimulai dari 001."),
    ],
)
def test_impossible_numbers_are_refused_with_the_reason(text: str, message: str) -> None:
    with pytest.raises(InvalidNip) as error:
        parse_nip(text)
    assert message in str(error.value)


def test_appointment_in_the_month_of_the_sixteenth_birthday_is_possible() -> None:
    assert parse_nip("19801124 199611 2 003").jenis_kelamin is JenisKelamin.PEREMPUAN


@given(
    lahir=st.dates(min_value=date(1930, 1, 1), max_value=date(2010, 12, 31)),
    add=st.integers(min_value=17, max_value=40),
    bulan=st.integers(min_value=1, max_value=12),
    kelamin=st.sampled_from([1, 2]),
    order=st.integers(min_value=1, max_value=999),
)
def test_any_possible_nip_survives_printing(
    lahir: date, add: int, bulan: int, kelamin: int, order: int
) -> None:
    angka = f"{lahir:%Y%m%d}{lahir.year + add}{bulan:02}{kelamin}{order:03}"
    assert parse_nip(format_nip(angka)).angka == angka
    assert parse_nip(angka).tanggal_lahir == lahir
