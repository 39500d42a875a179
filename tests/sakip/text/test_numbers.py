"""Numbers out and in: the printed form of the regulation's examples, and a parser that never guesses."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.text.numbers import (
    MAXIMUM_LENGTH,
    InvalidNumber,
    format_angka,
    format_persen,
    format_rupiah,
    parse_number,
    parse_rupiah,
    read_with_comma,
)
from tests.table_tests import each_row

NBSP = "\u00a0"

# Every value that fits into the parser's 40 characters however it is grouped.
NILAI = st.decimals(min_value=-(10**15), max_value=10**15, places=6, allow_nan=False, allow_infinity=False)


@each_row(
    ("nilai", "desimal", "expect"),
    [
        (Decimal("1234567.89"), None, "1.234.567,89"),
        (Decimal("10.500"), None, "10,5"),
        (Decimal("100"), None, "100"),
        (Decimal("1E+3"), None, "1.000"),
        (Decimal("0.000"), None, "0"),
        (Decimal("-0.0"), None, "0"),
        (Decimal("-1234.5"), None, "-1.234,5"),
        (999, None, "999"),
        (1000, None, "1.000"),
        (Decimal("87.25"), 2, "87,25"),
        (Decimal("94.445"), 2, "94,45"),
        (Decimal("-0.004"), 2, "0,00"),
        (85, 2, "85,00"),
        (Decimal("999.5"), 0, "1.000"),
        (Decimal("1234567890123456789012345678901.25"), None, "1.234.567.890.123.456.789.012.345.678.901,25"),
    ],
)
def test_format_angka(nilai: Decimal | int, desimal: int | None, expect: str) -> None:
    assert format_angka(nilai, desimal) == expect


def test_format_persen_has_two_decimals_and_no_space() -> None:
    assert format_persen(Decimal("94.5")) == "94,50%"
    assert format_persen(Decimal("-50")) == "\u221250,00%"
    assert format_persen(Decimal("95.90"), None) == "95,9%"


@each_row(
    ("nilai", "expect"),
    [
        (3427455027, "Rp3.427.455.027"),
        (Decimal("900500.50"), "Rp900.500,50"),
        (Decimal("1000.004"), "Rp1.000"),
        (0, "Rp0"),
        (-1000, "−Rp1.000"),
        (Decimal("-0.001"), "Rp0"),
    ],
)
def test_format_rupiah(nilai: Decimal | int, expect: str) -> None:
    assert format_rupiah(nilai) == expect


@pytest.mark.parametrize("format_", [format_angka, format_persen, format_rupiah])
def test_formatters_refuse_floats_and_what_is_no_number(format_: Callable[..., str]) -> None:
    with pytest.raises(TypeError, match="bukan float"):
        format_(0.1)
    with pytest.raises(TypeError, match="bukan NoneType"):
        format_(None)
    with pytest.raises(ValueError, match="berhingga"):
        format_(Decimal("NaN"))


@each_row(
    ("text", "expect"),
    [
        ("98,5", "98.5"),
        ("1.234,5", "1234.5"),
        ("98,5 %", "98.5"),
        ("95%", "95"),
        ("70,73%", "70.73"),
        ("Rp 1.000.000,-", "1000000"),
        ("Rp. 3.239.088.691,-", "3239088691"),
        ("Rp.1.234.567", "1234567"),
        ("Rp 1.234.567 ,-", "1234567"),
        ("Rp1.000.000,00", "1000000"),
        ("rp 500", "500"),
        ("9000000", "9000000"),
        ("1.234", "1234"),
        ("0,123", "0.123"),
        ("0", "0"),
        (f"{NBSP}1.234,5{NBSP}%{NBSP}", "1234.5"),
        ("Rp\u202f1.000", "1000"),
        ("Rp\u20091.000", "1000"),
        ("  12\r\n", "12"),
        ("-5", "-5"),
        ("\u22125,25", "-5.25"),
        ("-Rp1.000", "-1000"),
        ("Rp -1.000", "-1000"),
    ],
)
def test_urai_angka_reads_what_offices_write(text: str, expect: str) -> None:
    assert parse_number(text) == Decimal(expect)


def test_minus_zero_is_zero() -> None:
    assert str(parse_number("-0,0")) == "0.0"


@each_row(
    ("text", "offer"),
    [
        ("98.5", "Maksud Anda 98,5 atau 985?"),
        ("-98.5", "Maksud Anda -98,5 atau -985?"),
        ("75.50 %", "Maksud Anda 75,50 atau 7.550?"),
        ("0.123", "Maksud Anda 0,123 atau 123?"),
        ("1234.567", "Maksud Anda 1.234,567 atau 1.234.567?"),
        ("1.2345", "Maksud Anda 1,2345 atau 12.345?"),
        ("211.100.00", "Maksud Anda 211.100,00 atau 21.110.000?"),
        ("9.23.268.085", 'kelompok "23" tidak memuat tiga angka. Maksud Anda 923.268.085, atau ada angka'),
        ("1.2.3", 'kelompok "2" tidak memuat tiga angka. Maksud Anda 123, atau ada angka'),
        ("98.5,3", 'kelompok "5" tidak memuat tiga angka. Maksud Anda 985,3, atau ada angka'),
        ("1,234,567", "koma hanya memisahkan desimal. Maksud Anda 1.234.567?"),
        ("1,234.56", "koma hanya memisahkan desimal. Maksud Anda 1.234,56?"),
        (",5", "Maksud Anda 0,5?"),
        ("1..000", "letak titik dan koma tidak dapat dibaca. Tulis angka"),
        ("1,2,3", "letak titik dan koma tidak dapat dibaca. Tulis angka"),
        ("100,50,-", 'Hapus ",-".'),
    ],
)
def test_doubtful_text_is_refused_with_its_readings(text: str, offer: str) -> None:
    with pytest.raises(InvalidNumber) as error:
        parse_number(text)
    assert str(error.value).startswith(f'"{text}" meragukan: ')
    assert offer in str(error.value)


@each_row(
    "text",
    [
        "½",
        "1e5",
        "1E5",
        "NaN",
        "Infinity",
        "1_000",
        "0x10",
        "--5",
        "-Rp -5",
        "Rp 98,5 %",
        "juta",
        "5 lusin",
        "98,5\u00b9",  # a note's mark that looks like a figure
        "B (80)",
        "20 23",
        "1 1/2",
        "=1+1",
        "5,",
        "5.",
        "-",
        "Rp",
        "%",
        "Nihil",
    ],
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(InvalidNumber) as error:
        parse_number(text)
    assert str(error.value) == f'"{text}" bukan angka. Tulis angka, misalnya 98,5 atau 1.234.567.'


@each_row(
    ("text", "message"),
    [
        ("12,5 persen", '"12,5 persen" bukan angka. Tulis 12,5.'),
        ("12 orang", '"12 orang" bukan angka. Tulis 12.'),
        ("12\norang", '"12 orang" bukan angka. Tulis 12.'),
        ("Rp 1.000.000,- rupiah", '"Rp 1.000.000,- rupiah" bukan angka. Tulis 1.000.000.'),
        ("98,5\n(Baik)", '"98,5 (Baik)" bukan angka. Tulis 98,5.'),
        ("Rp 5.000 (lima ribu rupiah)", '"Rp 5.000 (lima ribu rupiah)" bukan angka. Tulis 5.000.'),
        ("12 (dua belas) bulan", '"12 (dua belas) bulan" bukan angka. Tulis 12.'),
        ("0 kasus", '"0 kasus" bukan angka. Tulis 0.'),
        ("98,5 **)", '"98,5 **)" bukan angka. Tulis 98,5.'),
    ],
)
def test_number_followed_by_its_unit_is_offered_alone(text: str, message: str) -> None:
    with pytest.raises(InvalidNumber) as error:
        parse_number(text)
    assert str(error.value) == message


@each_row(
    ("text", "meant"),
    [
        (" Rp -   ", "0"),
        ("Rp-", "0"),
        ("Rp. \u2013", "0"),
        ("(1.000.000)", "-1.000.000"),
        (" (98,5) ", "-98,5"),
        ("Rp (1.000.000,-)", "-1.000.000"),
        ("(Rp1.000.000,00)", "-1.000.000"),
    ],
)
def test_what_an_accounting_format_printed_is_offered_as_its_number(text: str, meant: str) -> None:
    with pytest.raises(InvalidNumber) as problem:
        parse_number(text)
    assert str(problem.value) == f'"{text.strip()}" bukan angka. Maksud Anda {meant}?'


@each_row(
    ("text", "meant"),
    [
        ("\uff19\uff18", "98"),  # full-width
        ("\u0669\u0668\u066b\u0665", "98,5"),  # Arabic-Indic
        ("'98,5", "98,5"),
        ("\u201398,5", "-98,5"),
        ("+5", "5"),
        ("1 000 000", "1.000.000"),
        (f"Rp 98{NBSP}500", "98.500"),
        ("Rp1.000.000.-", "1.000.000"),
        ("Rp1.000.000,--", "1.000.000"),
        ("2 ribu", "2.000"),
        ("1,5 juta", "1.500.000"),
        ("Rp5jt", "5.000.000"),
        ("Rp 1,25 miliar rupiah", "1.250.000.000"),
    ],
)
def test_a_number_that_is_written_in_another_way_is_offered_as_it_is_read(text: str, meant: str) -> None:
    with pytest.raises(InvalidNumber) as problem:
        parse_number(text)
    assert str(problem.value) == f'"{" ".join(text.split())}" bukan angka. Maksud Anda {meant}?'
    assert parse_number(meant) is not None


@each_row(
    ("text", "readings"),
    [
        ("1,000", ("1.000", "1")),
        ("12,340", ("12.340", "12,34")),
        ("12,345 ", ("12.345", "12,3450")),
        ("0,125", None),
        ("1,25", None),
        ("1.250", None),
    ],
)
def test_a_comma_before_three_figures_has_two_readings_where_there_are_no_thousandths(
    text: str, readings: tuple[str, str] | None
) -> None:
    assert read_with_comma(text) == readings


@pytest.mark.parametrize("text", ["", "   ", NBSP])
def test_empty_is_not_zero(text: str) -> None:
    with pytest.raises(InvalidNumber, match="Isian kosong bukan angka"):
        parse_number(text)


def test_long_text_is_refused_and_quoted_only_in_part() -> None:
    assert parse_number("9" * MAXIMUM_LENGTH) == Decimal("9" * MAXIMUM_LENGTH)
    with pytest.raises(InvalidNumber) as error:
        parse_number("9" * 1_000_000)
    assert len(str(error.value)) < 150
    with pytest.raises(InvalidNumber) as error:
        parse_number("Rp 1.500.000,- (satu juta lima ratus ribu rupiah)")
    assert str(error.value) == (
        '"Rp 1.500.000,- (satu juta lima ratus rib…" bukan angka: lebih dari 40 karakter. Tulis 1.500.000.'
    )


@pytest.mark.parametrize("text", ["0", "1.000.000,5", "Rp. 1.000,-", "123,45"])
def test_urai_rupiah_accepts_money(text: str) -> None:
    assert parse_rupiah(text) == parse_number(text)


@each_row(
    ("text", "message"),
    [
        ("-5", '"-5" negatif. Tulis jumlah rupiah nol atau lebih.'),
        ("98 %", '"98 %" adalah persentase, bukan jumlah uang. Tulis jumlah rupiah.'),
        ("1,234", '"1,234" lebih rinci daripada sen. Maksud Anda Rp1.234 atau Rp1,23?'),
        ("1,2345", '"1,2345" lebih rinci daripada sen. Maksud Anda Rp1,23?'),
        ("12,5 persen", '"12,5 persen" bukan angka. Tulis 12,5.'),
        (" Rp -   ", '"Rp -" bukan angka. Maksud Anda 0?'),
        (
            "(1.000.000)",
            '"(1.000.000)" bukan angka. Maksud Anda -1.000.000? Tulis jumlah rupiah nol atau lebih.',
        ),
    ],
)
def test_urai_rupiah_refuses(text: str, message: str) -> None:
    with pytest.raises(InvalidNumber) as error:
        parse_rupiah(text)
    assert str(error.value) == message


@given(NILAI)
def test_what_is_printed_is_read_back(nilai: Decimal) -> None:
    assert parse_number(format_angka(nilai)) == nilai
    assert parse_number(format_persen(nilai, None)) == nilai
    sen = nilai.quantize(Decimal("0.01"))
    assert parse_number(format_rupiah(sen)) == sen


@given(st.text(alphabet="0123456789.,-−% Rp", max_size=15) | st.text(max_size=60))
def test_any_text_is_read_digit_for_digit_or_refused_with_a_remedy(text: str) -> None:
    try:
        nilai = parse_number(text)
    except InvalidNumber as error:
        message = str(error)
    else:
        is_read = f"{nilai.copy_abs():f}".replace(".", "")
        assert is_read.lstrip("0") == "".join(c for c in text if c in "0123456789").lstrip("0")
        return
    assert message.endswith((".", "?"))


@each_row("text", ["Rp 5,2 M", "Rp5,2 M", "Rp. 5,2 miliar"])
def test_a_milliard_of_rupiah_is_offered_however_near_its_rp_stands(text: str) -> None:
    with pytest.raises(InvalidNumber) as error:
        parse_number(text)
    assert str(error.value) == f'"{text}" bukan angka. Maksud Anda 5.200.000.000?'
