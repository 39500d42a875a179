"""What the site wrote as a number is read back as one, whatever somebody made of it."""

from __future__ import annotations

from kecamatan.ground.whole_numbers import whole, year
from tests.table_tests import each_row

HUGE = "1" * 4301  # Python itself refuses to read more than 4.300 digits


@each_row(
    ("text", "number"),
    [
        ("0", 0),
        ("17", 17),
        ("0017", 17),
        ("9" * 18, 10**18 - 1),
        ("9" * 19, None),  # no key of a database has so many
        (HUGE, None),
        ("", None),
        ("-1", None),
        ("+1", None),
        (" 1", None),
        ("1\n", None),
        ("1_000", None),
        ("1.0", None),
        ("²", None),  # a digit to Python, but no number
        ("٣", None),
        ("x", None),
    ],
)
def test_a_number_is_plain_figures_and_not_endless(text: str, number: int | None) -> None:
    assert whole(text) == number


def test_a_number_may_be_bounded_closer() -> None:
    assert whole("123", digits=3) == 123
    assert whole("1234", digits=3) is None


@each_row(
    ("text", "number"),
    [
        ("2000", 2000),
        ("2100", 2100),
        ("1999", None),
        ("2101", None),
        ("02023", None),
        ("0202399999", None),
        ("2023 ", None),
        ("２０２３", None),
        (HUGE, None),
        ("", None),
    ],
)
def test_a_year_has_four_figures_and_is_one_of_those_that_anything_can_be_of(
    text: str, number: int | None
) -> None:
    assert year(text) == number
