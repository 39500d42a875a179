"""Figures of public documents of other kecamatan, worked by hand."""

import pytest

from sakip.capaian.engine import compute
from sakip.capaian.values import Keadaan
from tests.sakip.capaian.example_inputs import (
    angka,
    budget_row,
    indikator,
    inputs,
    kebijakan,
    sasaran,
    target,
)


def test_the_mean_of_two_without_an_upper_cap() -> None:
    """(100 + 141,92) ÷ 2 = 120,96."""
    two = [indikator(target(100), angka(n), nama=k) for n, k in (("100", "a"), ("141.92", "b"))]
    assert str(compute(inputs(sasaran(*two))).rerata.nilai) == "120.96"


@pytest.mark.parametrize(("floor", "capaian"), [(None, "-215.76"), ("0", "0.00")])
def test_a_decrease_where_an_increase_was_planned(floor: str | None, capaian: str) -> None:
    """−99,25 ÷ 46 × 100 = −215,76: printed as it is unless the kebijakan has a floor."""
    rule = kebijakan(below=floor)
    (only,) = (
        compute(inputs(sasaran(indikator(target(46), angka("-99.25"))), rules=rule)).sasaran[0].indikator
    )
    assert str(only.capaian.nilai) == capaian


def test_unknown_is_not_zero_and_zero_of_zero_is_no_share() -> None:
    budget = compute(
        inputs(
            sasaran(indikator(target(100), angka(100))),
            anggaran=[budget_row("01", 100_000_000, None), budget_row("02", 0, 0)],
        )
    ).anggaran
    first, second = (row.serapan for row in budget.program)
    assert (first.keadaan, first.nilai) == (Keadaan.BELUM_DIISI, None)
    assert (second.keadaan, second.nilai) == (Keadaan.TIDAK_DAPAT_DIHITUNG, None)
