"""Words are a number exactly where they spell one."""

from hypothesis import given
from hypothesis import strategies as st

from sakip.text.in_words import terbilang
from sakip.text.reading.number_words import read_words, spelled_numbers
from tests.table_tests import each_row


@each_row(
    ("text", "value"),
    [
        ("nol", 0),
        ("sebelas", 11),
        ("dua belas", 12),
        ("dua puluh", 20),
        ("Dua Puluh Tujuh", 27),
        ("seratus satu", 101),
        ("sembilan ratus sembilan puluh sembilan", 999),
        ("seribu", 1000),
        ("satu ribu", 1000),
        ("seratus ribu seratus", 100_100),
        (
            "tiga milyar empat ratus dua puluh tujuh juta empat ratus lima puluh lima ribu dua puluh tujuh",
            3_427_455_027,
        ),
        ("dua triliun satu", 2 * 10**12 + 1),
        # What LKIPs print in place of a number: a word is missing, doubled or out of order.
        (
            "tiga milyar empat ratus dua puluh tujuh empat ratus lima puluh lima ribu dua puluh tujuh ribu",
            None,
        ),
        ("dua ratus tiga ratus", None),
        ("lima enam", None),
        ("satu belas", None),
        ("ribu dua", None),
        ("dua ribu tiga juta", None),
        ("nol ribu", None),
        ("seratus nol", None),
        ("dua orang", None),
        ("", None),
    ],
)
def test_words_are_read_as_the_number_that_they_spell(text: str, value: int | None) -> None:
    assert read_words(text) == value


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_what_is_spelled_reads_back(n: int) -> None:
    assert read_words(terbilang(n)) == n


def test_runs_of_number_words_are_found_in_a_sentence() -> None:
    found = list(spelled_numbers("Ada dua belas indikator dari tiga sasaran; dua-duanya salah satu."))
    assert [(one.text, one.value) for one in found] == [("dua belas", 12), ("tiga", 3), ("satu", 1)]
