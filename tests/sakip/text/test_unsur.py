"""Unsur of a survey as people write them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sakip.capaian.skm import UNSUR
from sakip.text.unsur import InvalidUnsur, read_unsur, unsur_of
from tests.table_tests import each_row


def test_lines_are_read_in_their_order() -> None:
    assert read_unsur(" Keamanan  pelayanan : 3,25\n\nKenyamanan\t4\nAntrean = 2,5") == (
        ("Keamanan pelayanan", Decimal("3.25")),
        ("Kenyamanan", Decimal(4)),
        ("Antrean", Decimal("2.5")),
    )
    assert read_unsur("") == ()


@each_row(
    ("text", "said"),
    [
        ("Keamanan", "“Keamanan” belum terbaca. Tulis nama unsur, titik dua, lalu nilainya."),
        (": 3", "“: 3” belum terbaca."),
        ("Keamanan: tiga", "Nilai unsur “Keamanan” belum terbaca."),
        ("Keamanan: 3.25", "Nilai unsur “Keamanan” belum terbaca."),
        ("Keamanan: 81,25", "Nilai unsur “Keamanan” 81,25 di luar 1 sampai 4."),
        ("Keamanan: 3,12345", "lebih dari 4 angka desimal"),
        ("Keamanan: 3\nKEAMANAN: 4", "Unsur “KEAMANAN” tertulis dua kali."),
        ("biaya/tarif: 3", "“biaya/tarif” termasuk sembilan unsur. Isi nilainya pada kolomnya sendiri."),
        ("a" * 101 + ": 3", "lebih dari 100 huruf"),
        ("\n".join(f"Unsur {n}: 3" for n in range(21)), "Unsur yang ditulis 21. Tulis paling banyak 20."),
    ],
)
def test_what_is_no_unsur_says_which_line_and_what_to_do(text: str, said: str) -> None:
    with pytest.raises(InvalidUnsur) as refused:
        read_unsur(text)
    assert said in str(refused.value)


def test_what_a_survey_asked_are_those_of_the_nine_that_have_a_value_and_then_the_others() -> None:
    nine = (Decimal("3.5"), *[None] * 7, Decimal(4))
    assert unsur_of(nine, "Keamanan: 3") == (
        (UNSUR[0], Decimal("3.5")),
        (UNSUR[8], Decimal(4)),
        ("Keamanan", Decimal(3)),
    )
