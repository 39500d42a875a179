"""The width of a text and its lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.charts.text_width import text_width, wrap


@pytest.mark.parametrize(
    ("text", "bold", "expect"),
    [
        # By hand from the metrics published for Helvetica: C 722, a 556, m 833, a 556, t 278.
        ("Camat", False, 2945),
        # Bold: C 722, a 556, m 889, a 556, t 333.
        ("Camat", True, 3056),
        ("98,5 %", False, 2 * 556 + 278 + 556 + 278 + 889),
        ("", False, 0),
    ],
)
def test_width_of_a_text(text: str, bold: bool, expect: int) -> None:
    assert text_width(text, 1000, bold=bold) == expect
    assert text_width(text, 30, bold=bold) == -(-expect * 30 // 1000)


def test_lines_break_at_spaces_and_after_a_slash() -> None:
    assert wrap("satu dua tiga", 10_000, 20) == ("satu dua tiga",)
    assert wrap("satu  dua\ntiga", text_width("satu dua", 20), 20) == ("satu dua", "tiga")
    assert wrap("Koordinasi/Sinergi", text_width("Koordinasi/", 20), 20) == ("Koordinasi/", "Sinergi")
    assert wrap("   ", 100, 20) == ()


def test_a_text_that_is_cut_says_so() -> None:
    assert wrap("satu dua tiga empat", text_width("satu dua …", 20), 20, max_rows=1) == ("satu dua…",)
    assert wrap("satu dua", text_width("satu dua", 20), 20, max_rows=1) == ("satu dua",)


@given(
    st.text(alphabet="abcWi /-\t\n", max_size=80),
    st.integers(min_value=40, max_value=400),
    st.none() | st.integers(min_value=1, max_value=4),
)
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, width: int, most: int | None) -> None:
    rows = wrap(text, width, 20, max_rows=most)
    assert all(0 < text_width(b, 20) <= width for b in rows)
    if most is None:
        assert "".join(rows).replace(" ", "") == "".join(text.split())
    else:
        assert len(rows) <= most
