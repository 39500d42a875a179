"""Amounts in words: real amounts worked by hand, and a second way of spelling to compare with."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.text.in_words import LIMIT, bilangan, spell_rupiah, terbilang
from sakip.text.numbers import format_rupiah
from tests.table_tests import each_row

SATUAN = ["", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
LEVELS = [
    (10**15, "kuadriliun"),
    (10**12, "triliun"),
    (10**9, "miliar"),
    (10**6, "juta"),
    (1000, "ribu"),
    (100, "ratus"),
    (10, "puluh"),
]


def spell(n: int) -> str:
    """Spell a positive number from the largest unit down; independent of the library under test."""
    if n < 10:
        return SATUAN[n]
    if n == 11:
        return "sebelas"
    if 11 < n < 20:
        return f"{SATUAN[n - 10]} belas"
    for nilai, nama in LEVELS:
        if n >= nilai:
            many, rest = divmod(n, nilai)
            front = f"se{nama}" if many == 1 and nilai <= 1000 else f"{spell(many)} {nama}"
            return f"{front} {spell(rest)}".strip()
    raise AssertionError(n)


@each_row(
    ("n", "expect"),
    [
        (0, "nol"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (20, "dua puluh"),
        (100, "seratus"),
        (101, "seratus satu"),
        (110, "seratus sepuluh"),
        (111, "seratus sebelas"),
        (1_000, "seribu"),
        (1_001, "seribu satu"),
        (1_100, "seribu seratus"),
        (2_011, "dua ribu sebelas"),
        (10_000, "sepuluh ribu"),
        (11_000, "sebelas ribu"),
        (21_000, "dua puluh satu ribu"),
        (100_000, "seratus ribu"),
        (101_000, "seratus satu ribu"),
        (111_111, "seratus sebelas ribu seratus sebelas"),
        (1_000_000, "satu juta"),
        (1_001_000, "satu juta seribu"),
        (1_021_000, "satu juta dua puluh satu ribu"),
        (1_000_001_000, "satu miliar seribu"),
        (1_001_001_001_001, "satu triliun satu miliar satu juta seribu satu"),
        (10**15, "satu kuadriliun"),
        (-5, "minus lima"),
        (-1_001_000, "minus satu juta seribu"),
    ],
)
def test_terbilang(n: int, expect: str) -> None:
    assert terbilang(n) == expect


@each_row(
    ("nilai", "expect"),
    [
        # The programs of a PK perubahan 2023, where the printed words were wrong.
        (
            3_427_455_027,
            "tiga miliar empat ratus dua puluh tujuh juta empat ratus lima puluh lima ribu "
            "dua puluh tujuh rupiah",
        ),
        (
            2_321_886_527,
            "dua miliar tiga ratus dua puluh satu juta delapan ratus delapan puluh enam ribu "
            "lima ratus dua puluh tujuh rupiah",
        ),
        (
            649_823_800,
            "enam ratus empat puluh sembilan juta delapan ratus dua puluh tiga ribu delapan ratus rupiah",
        ),
        (48_327_600, "empat puluh delapan juta tiga ratus dua puluh tujuh ribu enam ratus rupiah"),
        (
            398_186_700,
            "tiga ratus sembilan puluh delapan juta seratus delapan puluh enam ribu tujuh ratus rupiah",
        ),
        (9_230_400, "sembilan juta dua ratus tiga puluh ribu empat ratus rupiah"),
        # The examples of the Ejaan.
        (5_000_000, "lima juta rupiah"),
        (Decimal("900500.50"), "sembilan ratus ribu lima ratus rupiah lima puluh sen"),
        (0, "nol rupiah"),
        (Decimal("0.01"), "satu sen"),
        (Decimal("-1000.50"), "minus seribu rupiah lima puluh sen"),
        (Decimal("-0.001"), "nol rupiah"),
    ],
)
def test_terbilang_rupiah(nilai: Decimal | int, expect: str) -> None:
    assert spell_rupiah(nilai) == expect


def test_words_round_as_the_figure_does() -> None:
    assert format_rupiah(Decimal("999.995")) == "Rp1.000"
    assert spell_rupiah(Decimal("999.995")) == "seribu rupiah"


def test_bilangan_puts_figure_and_words_side_by_side() -> None:
    assert bilangan(4) == "4 (empat)"
    assert bilangan(1_001_000) == "1.001.000 (satu juta seribu)"


def test_what_cannot_be_spelled_is_refused() -> None:
    with pytest.raises(ValueError, match="terlalu besar"):
        terbilang(LIMIT)
    assert terbilang(LIMIT - 1).startswith("sembilan ratus sembilan puluh sembilan kuadriliun")
    with pytest.raises(TypeError, match="bukan Decimal"):
        terbilang(Decimal("1.5"))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="bukan float"):
        spell_rupiah(0.5)  # type: ignore[arg-type]


@given(st.integers(min_value=1, max_value=LIMIT - 1) | st.integers(min_value=1, max_value=10**7))
def test_agrees_with_an_independent_spelling(n: int) -> None:
    assert terbilang(n) == spell(n)


def test_every_group_of_thousands_agrees_with_an_independent_spelling() -> None:
    for n in range(1, 1_000):
        for pengali in (1, 1_000, 10**6, 10**9):
            for add in (0, 1, 1_001_000):
                assert terbilang(n * pengali + add) == spell(n * pengali + add)
