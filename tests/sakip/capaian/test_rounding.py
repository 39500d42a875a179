"""Rounding: half up, never minus zero, and shares that add up."""

from decimal import ROUND_DOWN, Context, Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.capaian.rounding import round_half_up, share_by_largest_remainder
from tests.table_tests import each_row

D = Decimal


@each_row(
    ("nilai", "desimal", "expect"),
    [
        ("94.445", 2, "94.45"),
        ("94.4449999", 2, "94.44"),
        ("94.435", 2, "94.44"),  # half to even would go up here and down in the first row
        ("-94.445", 2, "-94.45"),
        ("75.5", 0, "76"),
        ("74.5", 0, "75"),
        ("100", 2, "100.00"),
        ("0", 2, "0.00"),
        ("-0", 2, "0.00"),
        ("-0.004", 2, "0.00"),
        ("-0.005", 2, "-0.01"),
        ("1E+3", 2, "1000.00"),
        ("12345678901234567890123456789012345678.905", 2, "12345678901234567890123456789012345678.91"),
    ],
)
def test_bulatkan(nilai: str, desimal: int, expect: str) -> None:
    assert str(round_half_up(D(nilai), desimal)) == expect


def test_bulatkan_refuses_what_cannot_be_rounded() -> None:
    for nilai in ("NaN", "Infinity", "-Infinity"):
        with pytest.raises(ValueError, match="berhingga"):
            round_half_up(D(nilai))
    with pytest.raises(ValueError, match="negatif: -1"):
        round_half_up(D(1), -1)


def test_rounding_does_not_depend_on_the_context_of_the_thread() -> None:
    with localcontext(Context(prec=3, rounding=ROUND_DOWN)):
        assert round_half_up(D("1234.565")) == D("1234.57")
        assert share_by_largest_remainder([1, 2]) == (D("33.33"), D("66.67"))


@each_row(
    ("jumlah", "expect"),
    [
        ([1, 1, 1], ["33.34", "33.33", "33.33"]),
        ([3, 1], ["75.00", "25.00"]),
        ([1, 2], ["33.33", "66.67"]),
        # Cut: 14,28 five times (remainder 0,0057…) and 28,57 (0,0014…) make 99,97; the first three get 0,01.
        ([1, 1, 1, 1, 1, 2], ["14.29", "14.29", "14.29", "14.28", "14.28", "28.57"]),
        ([0, 5], ["0.00", "100.00"]),
        ([7], ["100.00"]),
        ([D("0.1"), D("0.2"), D("0.7")], ["10.00", "20.00", "70.00"]),
        # The belanja of a report: 31.300.000 and 116.736.000 of 148.036.000 → 21,143505… and 78,856494…
        ([31_300_000, 116_736_000], ["21.14", "78.86"]),
    ],
)
def test_shares_by_largest_remainder(jumlah: list[int | Decimal], expect: list[str]) -> None:
    assert [str(part) for part in share_by_largest_remainder(jumlah)] == expect


def test_other_totals_and_decimals() -> None:
    assert share_by_largest_remainder([1, 1, 1], D(10), 0) == (D(4), D(3), D(3))
    assert share_by_largest_remainder([1, 1], D("0.01")) == (D("0.01"), D("0.00"))
    assert share_by_largest_remainder([1, 2], D(0)) == (D(0), D(0))


@each_row(
    ("jumlah", "total", "message"),
    [
        ([], D(100), "seluruh jumlah nol"),
        ([0, D("0.00")], D(100), "seluruh jumlah nol"),
        ([3, -1], D(100), "tidak boleh negatif: -1"),
        ([1], D(-100), "tidak boleh negatif: -100"),
        ([D("NaN"), 1], D(100), "berhingga"),
        ([1], D("0.005"), "lebih dari 2 desimal"),
    ],
)
def test_what_cannot_be_shared_is_refused(jumlah: list[int | Decimal], total: Decimal, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        share_by_largest_remainder(jumlah, total)


@given(
    st.lists(st.integers(min_value=0, max_value=10**12), min_size=1, max_size=12).filter(any),
    st.integers(min_value=0, max_value=4),
)
def test_shares_add_up_and_stay_within_one_unit_of_the_exact_share(jumlah: list[int], desimal: int) -> None:
    parts = share_by_largest_remainder(jumlah, D(100), desimal)
    assert sum(parts) == 100
    satuan = D(1).scaleb(-desimal)
    for nilai, result in zip(jumlah, parts, strict=True):
        assert abs(result * sum(jumlah) - 100 * nilai) < satuan * sum(jumlah)


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=5), st.integers(min_value=0, max_value=4))
def test_rounding_moves_at_most_half_a_unit_and_is_idempotent(nilai: Decimal, desimal: int) -> None:
    result = round_half_up(nilai, desimal)
    assert abs(result - nilai) <= D("0.5").scaleb(-desimal)
    assert round_half_up(result, desimal) == result
