"""The width of a text and its lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.charts.text_width import lebar_teks, wrap


@pytest.mark.parametrize(
    ("teks", "tebal", "harap"),
    [
        # By hand from the metrics published for Helvetica: C 722, a 556, m 833, a 556, t 278.
        ("Camat", False, 2945),
        # Bold: C 722, a 556, m 889, a 556, t 333.
        ("Camat", True, 3056),
        ("98,5 %", False, 2 * 556 + 278 + 556 + 278 + 889),
        ("", False, 0),
    ],
)
def test_width_of_a_text(teks: str, tebal: bool, harap: int) -> None:
    assert lebar_teks(teks, 1000, tebal=tebal) == harap
    assert lebar_teks(teks, 30, tebal=tebal) == -(-harap * 30 // 1000)


def test_lines_break_at_spaces_and_after_a_slash() -> None:
    assert wrap("satu dua tiga", 10_000, 20) == ("satu dua tiga",)
    assert wrap("satu  dua\ntiga", lebar_teks("satu dua", 20), 20) == ("satu dua", "tiga")
    assert wrap("Koordinasi/Sinergi", lebar_teks("Koordinasi/", 20), 20) == ("Koordinasi/", "Sinergi")
    assert wrap("   ", 100, 20) == ()


def test_a_text_that_is_cut_says_so() -> None:
    assert wrap("satu dua tiga empat", lebar_teks("satu dua …", 20), 20, maks_baris=1) == ("satu dua…",)
    assert wrap("satu dua", lebar_teks("satu dua", 20), 20, maks_baris=1) == ("satu dua",)


@given(
    st.text(alphabet="abcWi /-\t\n", max_size=80),
    st.integers(min_value=40, max_value=400),
    st.none() | st.integers(min_value=1, max_value=4),
)
def test_no_line_is_too_wide_and_no_letter_is_lost(teks: str, lebar: int, maks: int | None) -> None:
    baris = wrap(teks, lebar, 20, maks_baris=maks)
    assert all(0 < lebar_teks(b, 20) <= lebar for b in baris)
    if maks is None:
        assert "".join(baris).replace(" ", "") == "".join(teks.split())
    else:
        assert len(baris) <= maks
