"""The steps that lead to a capaian, as screens and the lampiran say them."""

from __future__ import annotations

from decimal import Decimal

from sakip.capaian.engine import compute
from sakip.capaian.inputs import AsalTarget, IndikatorInput, YearBefore
from sakip.capaian.results import IndikatorResult
from sakip.text.working import capaian_steps, say_predikat, shown_decimals
from tests.sakip.capaian.example_inputs import (
    NONE_THERE,
    PENDING,
    angka,
    indikator,
    inputs,
    kebijakan,
    sasaran,
    target,
)


def result_of(one: IndikatorInput) -> IndikatorResult:
    return compute(inputs(sasaran(one), rules=kebijakan(above="110"))).sasaran[0].indikator[0]


def test_every_step_is_told_in_its_order() -> None:
    before = (
        YearBefore(tahun=2022, target=target(80), realisasi=angka(60)),
        YearBefore(tahun=2021, target=target(60), realisasi=angka(60), asal=AsalTarget.RENSTRA),
        YearBefore(tahun=2020, target=None, realisasi=NONE_THERE, asal=AsalTarget.RENSTRA),
    )
    one = result_of(indikator(target(80), angka(96), previous=before, target_akhir=target(120)))
    steps = capaian_steps(one, beside_target=[("Target Renstra", "85%")])
    # 96 / 80 = 120 %, more than 110; 60 / 80 = 75 %; 96 / 120 = 80 %
    assert [what for what, _ in steps] == [
        "Target PK",
        "Target Renstra",
        "Realisasi setahun",
        "Rumus",
        "Perhitungan",
        "Batas",
        "Capaian",
        "Predikat",
        "Tahun 2022",
        "Tahun 2021",
        "Tahun 2020",
        "Kemajuan terhadap target 2026",
    ]
    told = dict(steps)
    assert (told["Target PK"], told["Realisasi setahun"]) == ("80%", "96,00%")
    assert (told["Capaian"], told["Predikat"]) == ("110,00%", "Sangat Baik")
    assert told["Tahun 2022"] == "target 80%, realisasi 60,00%, capaian 75,00% (membaik)"
    assert told["Tahun 2021"] == "target 60% (Renstra), realisasi 60,00%, capaian 100,00% (membaik)"
    assert "capaian" not in told["Tahun 2020"]
    assert "(Renstra)" not in told["Tahun 2020"]  # there is no target of which it could be said
    assert told["Kemajuan terhadap target 2026"] == "80,00% dari target 120%"


def test_what_is_not_measured_says_why_and_ends_there() -> None:
    told = dict(capaian_steps(result_of(indikator(target(80), PENDING))))
    assert list(told) == ["Target PK", "Realisasi setahun", "Capaian"]
    assert told["Capaian"].startswith("belum dapat disimpulkan karena ")


def test_the_mean_of_a_part_has_no_predikat() -> None:
    half = compute(
        inputs(sasaran(indikator(target(80), angka(80)), indikator(target(80), PENDING, nama="B")))
    )
    assert say_predikat(half.sasaran[0].rerata) == "belum berpredikat"
    whole = compute(inputs(sasaran(indikator(target(80), angka(80)))))
    assert (
        say_predikat(whole.sasaran[0].rerata) == say_predikat(whole.sasaran[0].indikator[0].capaian) == "Baik"
    )
    none = compute(inputs(sasaran(indikator(target(80), PENDING))))
    assert say_predikat(none.sasaran[0].rerata) == "belum diisi"


def test_a_value_is_shown_with_all_its_decimals() -> None:
    assert [shown_decimals(Decimal(one)) for one in ("95.00", "95", "9E+1", "0.125")] == [2, 0, 0, 3]
