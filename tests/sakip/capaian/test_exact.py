"""Nothing is computed from a rounded number: decimals are a matter of printing."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.capaian.engine import compute
from sakip.capaian.inputs import Akumulasi, YearBefore
from sakip.capaian.nilai import agrees_as_written, complete
from sakip.capaian.results import IndikatorResult
from sakip.capaian.rounding import decimal_text, round_half_up
from sakip.capaian.rumus import Rumus
from sakip.capaian.triwulan import akumulasi
from sakip.capaian.values import Keadaan, Nilai
from tests.sakip.capaian.example_inputs import (
    angka,
    budget_row,
    indikator,
    inputs,
    kebijakan,
    pecahan,
    sasaran,
    target,
)
from tests.table_tests import each_row

EVERY_DECIMALS = (0, 1, 2, 3, 4)
HUNDRED = Decimal(100)


def measure(
    t: str, realisasi: Nilai, *, desimal: int = 2, rumus: Rumus = Rumus.POSITIF, satuan: str = "%"
) -> IndikatorResult:
    sign_in = indikator(target(t), realisasi, desimal=desimal, rumus=rumus, satuan=satuan)
    return compute(inputs(sasaran(sign_in))).sasaran[0].indikator[0]


@each_row("desimal", EVERY_DECIMALS)
def test_capaian_of_a_fraction_does_not_follow_the_decimals(desimal: int) -> None:
    # 6 ÷ 9 × 100 = 66,666…; ÷ 70 × 100 = 95,238…  (67 would give 95,71 and 66,7 95,29)
    result = measure("70", pecahan(6, 9), desimal=desimal)
    assert str(result.capaian.nilai) == "95.24"
    assert result.capaian.langkah == (
        "realisasi 6 ÷ 9 × 100 = 66,6667; realisasi 66,6667 ÷ target 70 × 100 = 95,24"
    )


@each_row(("desimal", "cetak"), [(0, "67%"), (1, "66,7%"), (2, "66,67%"), (3, "66,667%"), (4, "66,6667%")])
def test_decimals_are_those_of_the_printed_value(desimal: int, cetak: str) -> None:
    assert measure("70", pecahan(6, 9), desimal=desimal).realisasi_cetak == cetak


@each_row("desimal", EVERY_DECIMALS)
def test_mean_of_triwulan_is_measured_as_it_is(desimal: int) -> None:
    # (30 + 30 + 30 + 31) ÷ 4 = 30,25 minutes against 30: (30 − 0,25) ÷ 30 × 100 = 99,1666…
    nilai = akumulasi([angka(30), angka(30), angka(30), angka(31)], Akumulasi.RATA_RATA, HUNDRED)
    result = measure("30", nilai, desimal=desimal, rumus=Rumus.NEGATIF, satuan="menit")
    assert str(result.capaian.nilai) == "99.17"


def test_mean_of_fractions_is_measured_as_it_is() -> None:
    # (1 + 1 + 1 + 1) ÷ (3 + 3 + 3 + 6) × 100 = 26,666…; against 80: 33,33 (26,67 would give 33,34)
    nilai = akumulasi([pecahan(1, 3)] * 3 + [pecahan(1, 6)], Akumulasi.RATA_RATA, HUNDRED)
    assert nilai.angka == Fraction(80, 3)
    assert str(measure("80", nilai).capaian.nilai) == "33.33"


@pytest.mark.parametrize(
    ("pembilang", "penyebut", "t", "rumus", "cetak", "capaian"),
    [
        # 36.743 ÷ 39.834 × 100 = 92,2403…; ÷ 90,89 = 101,485…
        (36_743, 39_834, "90.89", Rumus.POSITIF, ("92%", "92,2%", "92,24%", "92,240%", "92,2403%"), "101.49"),
        # 110 ÷ 192.322 × 100 = 0,0571957…; 2 − 0,0571957 ÷ 0,08 = 1,2850536 (0,0572 would give 128,50)
        (110, 192_322, "0.08", Rumus.NEGATIF, ("0%", "0,1%", "0,06%", "0,057%", "0,0572%"), "128.51"),
    ],
    ids=["laporan", "kejadian"],
)
def test_large_fractions_of_public_documents(
    pembilang: int, penyebut: int, t: str, rumus: Rumus, cetak: tuple[str, ...], capaian: str
) -> None:
    for desimal, tercetak in zip(EVERY_DECIMALS, cetak, strict=True):
        result = measure(t, pecahan(pembilang, penyebut), desimal=desimal, rumus=rumus)
        assert (str(result.capaian.nilai), result.realisasi_cetak) == (capaian, tercetak)


@each_row("desimal", EVERY_DECIMALS)
def test_predikat_and_efisiensi_do_not_follow_the_decimals(desimal: int) -> None:
    # 75,4 is "Baik" (> 75) whether it is printed 75,40 or 75; against a serapan of 75,45 it is not efisien.
    sign_in = indikator(target(100), angka("75.4"))
    result = compute(
        inputs(
            sasaran(sign_in, program=("01",)),
            rules=kebijakan(desimal=desimal),
            anggaran=[budget_row("01", 10_000, 7_545)],
        )
    )
    assert result.sasaran[0].efisiensi.efisien is False
    assert [
        k.kode
        for k in (result.rerata.kategori, result.sasaran[0].indikator[0].capaian.kategori)
        if k is not None
    ] == ["Baik", "Baik"]


def test_difference_of_two_fractions_is_exact_and_shown_once() -> None:
    # 2 ÷ 3 − 1 ÷ 3 = 33,33 poin; the two rounded to no decimals would differ by 34
    sign_in = indikator(
        target(100),
        pecahan(2, 3),
        desimal=0,
        previous=(YearBefore(tahun=2022, target=target(100), realisasi=pecahan(1, 3)),),
    )
    (perubahan,) = compute(inputs(sasaran(sign_in))).sasaran[0].indikator[0].perubahan
    assert str(perubahan.selisih_realisasi) == "33.33"


def test_a_difference_too_small_to_be_shown_is_no_change() -> None:
    # 66,67 was written last year for the same two thirds
    sign_in = indikator(
        target(100),
        pecahan(2, 3),
        previous=(YearBefore(tahun=2022, target=target(100), realisasi=angka("66.67")),),
    )
    (perubahan,) = compute(inputs(sasaran(sign_in))).sasaran[0].indikator[0].perubahan
    assert perubahan.selisih_realisasi == 0
    assert perubahan.arah.value == "tetap"


@each_row(
    ("satuan", "nilai", "cetak"),
    [
        ("dokumen", angka(12), "12"),
        ("orang", angka("1250"), "1.250"),
        ("dokumen", replace(angka(12), cetak="12,00"), "12,00"),
        ("menit", angka("30.5"), "30,50"),
        ("%", angka(95), "95,00%"),
        ("indeks", angka(85), "85,00"),
    ],
)
def test_counts_are_printed_without_decimals_that_nobody_typed(satuan: str, nilai: Nilai, cetak: str) -> None:
    assert measure("10", nilai, satuan=satuan).realisasi_cetak == cetak


@each_row(
    ("recorded", "same"),
    [("66.67", True), ("66.6667", True), ("66.7", False), ("67", False), ("66.66", False)],
)
def test_a_written_value_agrees_with_the_computed_one_as_far_as_it_goes(recorded: str, same: bool) -> None:
    computed = complete(pecahan(2, 3), HUNDRED)
    assert agrees_as_written(computed, angka(recorded)) is same


def test_a_quotient_that_prints_like_its_target_meets_it() -> None:
    # 2 ÷ 3 × 100 ÷ 66,67 × 100 = 99,995: printed 66,67 against 66,67, capaian 100,00
    assert measure("66.67", pecahan(2, 3)).capaian.letak == 0
    assert measure("66.67", pecahan(1, 2)).capaian.letak == -1
    assert measure("100", angka("99.996")).capaian.letak == -1


def test_a_zero_denominator_stays_without_a_value() -> None:
    result = measure("70", pecahan(0, 0))
    assert result.capaian.keadaan is Keadaan.TIDAK_DAPAT_DIHITUNG


@given(
    st.integers(0, 10**6), st.integers(1, 10**6), st.integers(1, 10**4), st.sampled_from(list(EVERY_DECIMALS))
)
def test_capaian_of_any_fraction_is_rounded_once(p: int, q: int, t: int, desimal: int) -> None:
    exact = Fraction(p * 100, q) / t * 100
    result = measure(str(t), pecahan(p, q), desimal=desimal)
    assert result.capaian.mentah == exact
    assert result.capaian.nilai == round_half_up(exact)


@given(st.lists(st.tuples(st.integers(0, 10**4), st.integers(1, 10**4)), min_size=1, max_size=6))
def test_mean_of_any_fractions_is_rounded_once(content: list[tuple[int, int]]) -> None:
    result = compute(inputs(sasaran(*[indikator(target(90), pecahan(p, q)) for p, q in content])))
    exact = sum((Fraction(p * 10_000, q * 90) for p, q in content), Fraction(0)) / len(content)
    assert result.rerata.mentah == exact
    assert result.rerata.nilai == round_half_up(exact)


@given(st.fractions(-(10**9), 10**9), st.integers(0, 4))
def test_rounding_a_fraction_is_half_up(nilai: Fraction, desimal: int) -> None:
    whole = round_half_up(nilai, desimal)
    satuan = Fraction(1, 10**desimal)
    assert abs(Fraction(whole)) - abs(nilai) <= satuan / 2
    assert abs(nilai) - abs(Fraction(whole)) < satuan / 2


@each_row(
    ("nilai", "text"),
    [
        (Fraction(200, 3), "66,6667"),
        (Fraction(175, 2), "87,5"),
        (Fraction(121, 4), "30,25"),
        (Fraction(11_000, 192_322), "0,0571957"),
        (Fraction(2_000_000, 3), "666.666,67"),
        (Fraction(0), "0"),
        (Fraction(-200, 3), "-66,6667"),
    ],
)
def test_working_shows_enough_digits_of_a_quotient(nilai: Fraction, text: str) -> None:
    assert decimal_text(nilai) == text
