"""Bobot, means over sasaran, and ties that only exact arithmetic decides rightly."""

from dataclasses import replace

import pytest

from sakip.capaian.engine import compute
from sakip.capaian.inputs import AsalTarget, IndikatorInput, OtherTarget, YearBefore
from sakip.capaian.values import Keadaan, KeadaanNilai, Nilai, Target
from tests.sakip.capaian.example_inputs import (
    NONE_THERE,
    angka,
    indikator,
    inputs,
    kebijakan,
    sasaran,
    target,
)


def test_bobot_that_do_not_sum_to_100_are_refused_with_their_sum() -> None:
    content = sasaran(
        indikator(target(100), angka(90), bobot="60"),
        indikator(target(100), angka(90), bobot="35"),
        uraian="Pelayanan",
    )
    with pytest.raises(ValueError, match=r'"Pelayanan" berjumlah 95\. Jumlahnya harus 100; tambahkan 5\.'):
        compute(inputs(content))


def test_bobot_above_100_name_what_to_take_away() -> None:
    content = [sasaran(indikator(target(100), angka(90)), uraian=u, bobot="50.5") for u in "AB"]
    with pytest.raises(ValueError, match=r"Bobot sasaran berjumlah 101\. Jumlahnya harus 100; kurangi 1\."):
        compute(inputs(*content))


def test_bobot_must_be_complete() -> None:
    content = sasaran(indikator(target(100), angka(90), bobot="100"), indikator(target(100), angka(90)))
    with pytest.raises(ValueError, match="baru terisi 1 dari 2"):
        compute(inputs(content))


def test_negative_bobot_is_refused_though_the_sum_is_right() -> None:
    content = sasaran(
        indikator(target(100), angka(90), bobot="150"), indikator(target(100), angka(90), bobot="-50")
    )
    with pytest.raises(ValueError, match="negatif"):
        compute(inputs(content))


def test_only_terhitung_weighs_nothing() -> None:
    content = sasaran(
        indikator(target(100), angka(90), bobot="0"), indikator(target(100), NONE_THERE, bobot="100")
    )
    rerata = compute(inputs(content)).rerata
    assert rerata.nilai is None
    assert rerata.terhitung == 1


def test_weighted_sasaran_give_a_weighted_mean_of_their_means() -> None:
    results = compute(
        inputs(
            sasaran(
                indikator(target(100), angka(90)), indikator(target(100), angka(70)), uraian="A", bobot="25"
            ),
            sasaran(indikator(target(100), angka(60)), uraian="B", bobot="75"),
        )
    )
    assert str(results.rerata.nilai) == "65.00"  # (80 × 25 + 60 × 75) / 100
    assert results.rerata.langkah == ("(80,00 × 25 + 60,00 × 75) ÷ 100 = 65,00; rata-rata 3 dari 3 indikator")


def test_sasaran_without_a_mean_loses_its_bobot() -> None:
    results = compute(
        inputs(
            sasaran(indikator(target(100), angka(90)), uraian="A", bobot="25"),
            sasaran(indikator(target(100), NONE_THERE), uraian="B", bobot="75"),
        )
    )
    assert str(results.rerata.nilai) == "90.00"
    assert (results.rerata.terhitung, results.rerata.jumlah) == (1, 2)


def test_weighted_indikator_keep_their_bobot_in_the_kecamatan_mean() -> None:
    results = compute(
        inputs(
            sasaran(
                indikator(target(100), angka(100), bobot="90"),
                indikator(target(100), angka(50), bobot="10"),
                uraian="A",
            ),
            sasaran(indikator(target(100), angka(80)), uraian="B"),
        )
    )
    assert str(results.sasaran[0].rerata.nilai) == "95.00"
    assert str(results.rerata.nilai) == "90.00"  # (95 × 2 indikator + 80 × 1) / 3


def test_mean_is_of_capped_values() -> None:
    content = sasaran(indikator(target(100), angka(150)), indikator(target(100), angka(80)))
    assert str(compute(inputs(content, rules=kebijakan(above="100"))).rerata.nilai) == "90.00"
    assert str(compute(inputs(content)).rerata.nilai) == "115.00"


def test_mean_that_is_exactly_a_half_is_rounded_up_though_its_parts_do_not_terminate() -> None:
    # 3 × 9,985/3 × 100 = 998,5; ÷ 100 indikator = 9,985 exactly, though 332,8333… thrice is a little less.
    third = [indikator(target(3), angka("9.985"), nama=str(n)) for n in range(3)]
    zero = [indikator(target(100), angka(0), nama=str(n)) for n in range(3, 100)]
    assert str(compute(inputs(sasaran(*third, *zero))).rerata.nilai) == "9.99"


def test_classified_is_the_value_that_is_printed() -> None:
    # 75,004 is more than 75, but 75,00 is what the reader sees.
    results = compute(inputs(sasaran(indikator(target(100), angka("75.004")))))
    capaian = results.sasaran[0].indikator[0].capaian
    for nilai, kategori in (
        (capaian.nilai, capaian.kategori),
        (results.rerata.nilai, results.rerata.kategori),
    ):
        assert str(nilai) == "75.00"
        assert kategori is not None
        assert kategori.kode == "Cukup"


def test_nothing_to_measure() -> None:
    results = compute(inputs())
    assert results.rerata.nilai is None
    assert results.rerata.alasan == "belum ada indikator"
    assert not results.rerata.complete
    assert {(h.jumlah, str(h.porsi)) for h in results.hitungan} == {(0, "0.00")}


def test_sasaran_without_indikator_does_not_disturb_the_others() -> None:
    results = compute(inputs(sasaran(uraian="Kosong"), sasaran(indikator(target(100), angka(90)))))
    assert results.sasaran[0].rerata.alasan == "belum ada indikator"
    assert str(results.rerata.nilai) == "90.00"


def test_filled_in_but_without_any_value_is_not_taken_as_zero() -> None:
    empty = Nilai(keadaan=KeadaanNilai.TERISI)
    results = compute(inputs(sasaran(indikator(target(100), empty)))).sasaran[0].indikator[0]
    assert results.capaian.keadaan is Keadaan.TIDAK_DAPAT_DIHITUNG
    assert results.capaian.alasan == "realisasi tidak memuat nilai"
    assert results.realisasi_cetak == "tidak memuat nilai"


def test_printed_forms_are_the_documents_own_or_follow_the_satuan() -> None:
    def cetak(t: Target | None, satuan: str = "%") -> str:
        content = indikator(t, angka(1), satuan=satuan, desimal=2)
        return compute(inputs(sasaran(content))).sasaran[0].indikator[0].target_cetak

    assert cetak(Target(angka=target(80).angka, cetak="SKM bernilai baik (>80)")) == "SKM bernilai baik (>80)"
    assert cetak(target(100)) == "100%"
    assert cetak(target("82.5")) == "82,5%"  # as it was decided, whatever decimals the realisasi has
    assert cetak(target(1234), satuan="dokumen") == "1.234"
    assert cetak(Target(angka=target(80).angka, huruf="B"), satuan="nilai") == "B (80)"
    assert cetak(Target(bawah=target(80).angka, atas=target(90).angka)) == "80–90%"
    assert cetak(None) == "belum diisi"


def test_working_of_a_capped_capaian_says_so() -> None:
    content = sasaran(indikator(target(80), angka(88)))
    capaian = compute(inputs(content, rules=kebijakan(above="100"))).sasaran[0].indikator[0].capaian
    assert capaian.langkah == (
        "realisasi 88 ÷ target 80 × 100 = 110,00; melewati batas atas 100 sehingga dihitung 100,00"
    )


def test_kebijakan_decides_the_decimals() -> None:
    content = sasaran(indikator(target(3), angka(2)))
    assert str(compute(inputs(content, rules=kebijakan(desimal=1))).rerata.nilai) == "66.7"


def _previous(tahun: int, realisasi: int, asal: AsalTarget = AsalTarget.PK) -> YearBefore:
    return YearBefore(
        tahun=tahun, target=target(100), realisasi=angka(realisasi), asal=asal, target_renstra=target(50)
    )


def _course(*content: IndikatorInput) -> list[tuple[int, str]]:
    (found,) = compute(inputs(sasaran(*content))).sasaran
    return [(year.tahun, str(year.rerata.nilai)) for year in found.perkembangan]


def test_the_course_of_a_sasaran_is_of_the_years_in_which_every_indikator_has_a_capaian() -> None:
    full = (_previous(2020, 60), _previous(2021, 70), _previous(2022, 80))
    one = indikator(target(100), angka(90), nama="Satu", bobot="75", previous=full)
    two = indikator(target(100), angka(50), nama="Dua", bobot="25", previous=(*full[:1], *full[2:]))
    # 60 × ¾ + 60 × ¼; 80 × ¾ + 80 × ¼; 90 × ¾ + 50 × ¼
    assert _course(one, two) == [(2020, "60.00"), (2022, "80.00"), (2023, "80.00")]


def test_the_course_is_told_by_the_targets_by_which_years_are_compared() -> None:
    of_renstra = (OtherTarget(dokumen=AsalTarget.RENSTRA, target=target(60)),)
    one = replace(
        indikator(target(100), angka(30), previous=(_previous(2022, 20, AsalTarget.RENSTRA),)),
        target_lain=of_renstra,
    )
    assert _course(one) == [(2022, "40.00"), (2023, "50.00")]  # 20 ÷ 50 and 30 ÷ 60, not 30 ÷ 100
    assert _course(replace(one, target_lain=())) == []
