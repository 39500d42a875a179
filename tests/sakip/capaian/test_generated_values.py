"""Properties of the engine over generated values."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from sakip.capaian.engine import compute
from sakip.capaian.export import results_to_json
from sakip.capaian.inputs import IndikatorInput, Inputs
from sakip.capaian.pengukuran import measure_capaian
from sakip.capaian.predikat import classify
from sakip.capaian.results import Capaian
from sakip.capaian.rounding import round_half_up
from sakip.capaian.rumus import Rumus
from sakip.capaian.values import Keadaan, Nilai, Skala, Target
from tests.sakip.capaian.example_inputs import (
    NONE_THERE,
    PENDING,
    budget_row,
    indikator,
    inputs,
    kebijakan,
    pecahan,
    sasaran,
)
from tests.sakip.capaian.example_scales import AKIP_2021, EVERYTHING, SKM_2017

zero_value = st.decimals(min_value=0, max_value=10**9, places=2)
nilai_positif = st.decimals(min_value=Decimal("0.01"), max_value=10**9, places=2)
skala = st.sampled_from(list(EVERYTHING.values()))
huruf_akip = st.sampled_from([k.kode for k in AKIP_2021.kategori])


def content(angka: Decimal) -> Nilai:
    return replace(pecahan(0, 1), pembilang=None, penyebut=None, angka=angka)


def measure(rumus: Rumus, target: Target, realisasi: Nilai, letter: Skala | None = None) -> Capaian:
    return measure_capaian(
        indikator(rumus=rumus, skala=letter), kebijakan(), target=target, realisasi=realisasi
    )


def raw(rumus: Rumus, target: Target, r: Decimal) -> Fraction:
    capaian = measure(rumus, target, content(r))
    assert capaian.mentah is not None
    return capaian.mentah


@given(nilai_positif, zero_value, zero_value)
def test_positif_rises_with_realisasi(t: Decimal, a: Decimal, b: Decimal) -> None:
    low, height = sorted((a, b))
    target = Target(angka=t)
    assert raw(Rumus.POSITIF, target, low) <= raw(Rumus.POSITIF, target, height)


@given(zero_value, zero_value, zero_value)
def test_negatif_falls_with_realisasi(t: Decimal, a: Decimal, b: Decimal) -> None:
    low, height = sorted((a, b))
    target = Target(angka=t)
    assert raw(Rumus.NEGATIF, target, low) >= raw(Rumus.NEGATIF, target, height)


@given(zero_value, nilai_positif, nilai_positif)
def test_negatif_bagi_falls_with_realisasi(t: Decimal, a: Decimal, b: Decimal) -> None:
    low, height = sorted((a, b))
    target = Target(angka=t)
    assert raw(Rumus.NEGATIF_BAGI, target, low) >= raw(Rumus.NEGATIF_BAGI, target, height)


@given(zero_value, zero_value)
def test_negatif_bagi_meets_its_target_at_0_as_anywhere_below_it(t: Decimal, r: Decimal) -> None:
    # Under a cap of 100, which the rule for realisasi 0 amounts to, it falls over the whole range.
    target = Target(angka=t)
    assert (raw(Rumus.NEGATIF_BAGI, target, r) >= 100) is (r <= t)
    assert raw(Rumus.NEGATIF_BAGI, target, Decimal(0)) == 100


@given(nilai_positif)
def test_realisasi_on_target_is_exactly_100(t: Decimal) -> None:
    assert raw(Rumus.POSITIF, Target(angka=t), t) == 100
    assert raw(Rumus.NEGATIF, Target(angka=t), t) == 100
    assert raw(Rumus.NEGATIF_BAGI, Target(angka=t), t) == 100
    assert raw(Rumus.RENTANG, Target(bawah=t, atas=t), t) == 100
    assert measure(Rumus.PREDIKAT, Target(angka=t), content(t), SKM_2017).mentah == 100


@given(huruf_akip)
def test_letter_on_target_is_exactly_100(huruf: str) -> None:
    realisasi = replace(PENDING, keadaan=content(Decimal(0)).keadaan, huruf=huruf.lower())
    assert measure(Rumus.PREDIKAT, Target(huruf=huruf), realisasi, AKIP_2021).mentah == 100


@given(nilai_positif, nilai_positif, zero_value)
def test_rentang_is_100_exactly_inside_and_less_outside(a: Decimal, b: Decimal, r: Decimal) -> None:
    below, above = sorted((a, b))
    result = raw(Rumus.RENTANG, Target(bawah=below, atas=above), r)
    assert (result == 100) is (below <= r <= above)
    assert result <= 100


@given(nilai_positif, zero_value, nilai_positif)
def test_unit_of_target_and_realisasi_does_not_matter(t: Decimal, r: Decimal, k: Decimal) -> None:
    for rumus in (Rumus.POSITIF, Rumus.NEGATIF, Rumus.NEGATIF_BAGI):
        assert raw(rumus, Target(angka=t * k), r * k) == raw(rumus, Target(angka=t), r)


@given(nilai_positif, zero_value)
def test_shown_value_is_the_exact_quotient_rounded_half_up(t: Decimal, r: Decimal) -> None:
    hundredths = Fraction(r) * 10_000 / Fraction(t) + Fraction(1, 2)
    expect = Decimal(hundredths.numerator // hundredths.denominator).scaleb(-2)
    assert measure(Rumus.POSITIF, Target(angka=t), content(r)).nilai == expect


@given(nilai_positif, zero_value, st.sampled_from(["100", "120"]))
def test_capped_value_stays_between_floor_and_cap(t: Decimal, r: Decimal, above: str) -> None:
    rules = kebijakan(above=above, below="0")
    for rumus in (Rumus.POSITIF, Rumus.NEGATIF, Rumus.NEGATIF_BAGI):
        capaian = measure_capaian(indikator(rumus=rumus), rules, target=Target(angka=t), realisasi=content(r))
        assert capaian.terbatas is not None
        assert capaian.nilai is not None
        assert 0 <= capaian.terbatas <= Decimal(above)
        assert 0 <= capaian.nilai <= Decimal(above)
        assert bool(capaian.batas) is (capaian.mentah != capaian.terbatas)


@given(skala, st.decimals(min_value=-(10**6), max_value=10**6, places=2), st.decimals(-200, 200, places=2))
def test_classification_is_total_and_monotone(skala: Skala, a: Decimal, b: Decimal) -> None:
    low, height = sorted((a, b))
    ordering = skala.kategori
    assert ordering.index(classify(low, skala)) >= ordering.index(classify(height, skala))


@given(nilai_positif, zero_value, st.integers(min_value=1, max_value=12))
def test_mean_of_equal_values_is_that_value(t: Decimal, r: Decimal, n: int) -> None:
    results = compute(inputs(sasaran(*[indikator(Target(angka=t), content(r)) for _ in range(n)])))
    capaian = results.sasaran[0].indikator[0].capaian
    assert results.rerata.nilai == capaian.nilai
    assert results.rerata.kategori == capaian.kategori


@given(st.lists(st.tuples(nilai_positif, zero_value), min_size=1, max_size=8))
def test_mean_is_the_exact_mean_rounded_half_up(pair: list[tuple[Decimal, Decimal]]) -> None:
    results = compute(inputs(sasaran(*[indikator(Target(angka=t), content(r)) for t, r in pair])))
    exact = sum((Fraction(r) * 100 / Fraction(t) for t, r in pair), Fraction(0)) / len(pair)
    hundredths = exact * 100 + Fraction(1, 2)
    assert results.rerata.nilai == Decimal(hundredths.numerator // hundredths.denominator).scaleb(-2)


realisasi = st.one_of(
    st.just(PENDING),
    st.just(NONE_THERE),
    zero_value.map(content),
    st.tuples(zero_value, zero_value).map(lambda p: pecahan(*map(str, p))),
    huruf_akip.map(lambda h: replace(PENDING, keadaan=content(Decimal(0)).keadaan, huruf=h)),
)
number_sasaran = st.one_of(
    st.none(),
    st.decimals(min_value=-10, max_value=10**6, places=2).map(lambda t: Target(angka=t)),
    huruf_akip.map(lambda h: Target(huruf=h)),
    st.tuples(zero_value, zero_value).map(lambda p: Target(bawah=p[0], atas=p[1])),
)


@st.composite
def arbitrary_indikator(draw: st.DrawFn) -> IndikatorInput:
    return indikator(
        draw(number_sasaran),
        draw(realisasi),
        rumus=draw(st.sampled_from(Rumus)),
        skala=draw(st.sampled_from([None, AKIP_2021, SKM_2017])),
        target_akhir=draw(number_sasaran),
        desimal=draw(st.integers(min_value=0, max_value=3)),
    )


@st.composite
def arbitrary_input(draw: st.DrawFn) -> Inputs:
    listing = draw(st.lists(st.lists(arbitrary_indikator(), max_size=4), max_size=3))
    uang = st.one_of(st.none(), st.integers(min_value=0, max_value=10**12))
    anggaran = draw(st.lists(st.tuples(st.sampled_from(["01", "02"]), uang, uang), max_size=5))
    return inputs(
        *[sasaran(*d, uraian=str(n), program=("01",)) for n, d in enumerate(listing)],
        rules=kebijakan(draw(skala), above=draw(st.sampled_from([None, "100"]))),
        anggaran=[budget_row(*a) for a in anggaran],
    )


@settings(max_examples=60)
@given(arbitrary_input())
def test_any_input_is_answered_and_the_answer_is_always_the_same(sign_in: Inputs) -> None:
    results = compute(sign_in)
    assert results_to_json(results) == results_to_json(compute(sign_in))
    all_capaian = [i.capaian for s in results.sasaran for i in s.indikator]
    for capaian in all_capaian:
        computed = capaian.keadaan is Keadaan.TERHITUNG
        present = [x is not None for x in (capaian.mentah, capaian.terbatas, capaian.nilai, capaian.kategori)]
        assert present == [computed] * 4
        assert bool(capaian.langkah) is computed
        assert bool(capaian.alasan) is not computed
    assert results.rerata.jumlah == len(all_capaian) == sum(h.jumlah for h in results.hitungan)
    assert results.rerata.terhitung == sum(c.keadaan is Keadaan.TERHITUNG for c in all_capaian)
    # Each share is rounded by itself, as a reader does it: thirds are 33,33 each.
    shares = sum((h.porsi for h in results.hitungan), Decimal(0))
    assert abs(shares - (100 if all_capaian else 0)) <= len(results.hitungan) * Decimal("0.005")
    if results.rerata.nilai is not None:
        assert results.rerata.mentah is not None
        assert results.rerata.nilai == round_half_up(results.rerata.mentah)
