"""Figures of public documents of other kecamatan, worked by hand."""

import pytest

from sakip.capaian import Keadaan, Rumus, compute
from tests.sakip.capaian.contoh_masukan import (
    angka,
    baris,
    indikator,
    kebijakan,
    masukan,
    pecahan,
    sasaran,
    target,
)


@pytest.mark.parametrize(
    ("above", "below", "wanted", "rumus", "decimals", "shown", "capaian"),
    [
        # 36.743 ÷ 39.834 × 100 = 92,2403…; ÷ 90,89 = 101,485…
        (36_743, 39_834, "90.89", Rumus.POSITIF, 2, "92,24%", "101.49"),
        # 110 ÷ 192.322 × 100 = 0,0571957…; (2 − 0,0571957 ÷ 0,08) × 100 = 128,505…, from what was measured
        (110, 192_322, "0.08", Rumus.NEGATIF, 4, "0,0572%", "128.51"),
    ],
)
def test_a_fraction_is_printed_rounded_and_measured_exactly(
    above: int, below: int, wanted: str, rumus: Rumus, decimals: int, shown: str, capaian: str
) -> None:
    measured = indikator(target(wanted), pecahan(above, below), rumus=rumus, desimal=decimals)
    (only,) = compute(masukan(sasaran(measured))).sasaran[0].indikator
    assert str(only.capaian.nilai) == capaian
    assert only.realisasi_cetak == shown


def test_the_mean_of_two_without_an_upper_cap() -> None:
    """(100 + 141,92) ÷ 2 = 120,96."""
    two = [indikator(target(100), angka(n), nama=k) for n, k in (("100", "a"), ("141.92", "b"))]
    assert str(compute(masukan(sasaran(*two))).rerata.nilai) == "120.96"


@pytest.mark.parametrize(("floor", "capaian"), [(None, "-215.76"), ("0", "0.00")])
def test_a_decrease_where_an_increase_was_planned(floor: str | None, capaian: str) -> None:
    """−99,25 ÷ 46 × 100 = −215,76: printed as it is unless the kebijakan has a floor."""
    rule = kebijakan(bawah=floor)
    (only,) = (
        compute(masukan(sasaran(indikator(target(46), angka("-99.25"))), aturan=rule)).sasaran[0].indikator
    )
    assert str(only.capaian.nilai) == capaian


def test_unknown_is_not_zero_and_zero_of_zero_is_no_share() -> None:
    budget = compute(
        masukan(
            sasaran(indikator(target(100), angka(100))),
            anggaran=[baris("01", 100_000_000, None), baris("02", 0, 0)],
        )
    ).anggaran
    first, second = (row.serapan for row in budget.program)
    assert (first.keadaan, first.nilai) == (Keadaan.BELUM_DIISI, None)
    assert (second.keadaan, second.nilai) == (Keadaan.TIDAK_DAPAT_DIHITUNG, None)


def test_kelurahan_that_share_a_sub_kegiatan_are_added_up() -> None:
    """200 + 150 = 350 and 195 + 120 = 315 million: 315 ÷ 350 = 90,00."""
    million = 1_000_000
    budget = compute(
        masukan(
            sasaran(indikator(target(100), angka(100))),
            anggaran=[
                baris("01", 200 * million, 195 * million, kegiatan="2.02", sub="02", unit="Kelurahan A"),
                baris("01", 150 * million, 120 * million, kegiatan="2.02", sub="02", unit="Kelurahan B"),
            ],
        )
    ).anggaran
    assert (budget.total.pagu, budget.total.realisasi) == (350 * million, 315 * million)
    assert str(budget.total.nilai) == "90.00"
