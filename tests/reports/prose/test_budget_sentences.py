"""Generated sentences about money: sums, serapan, efisiensi and outputs in words."""

import re
from decimal import Decimal
from typing import Any

import pytest

from reports.prose.budget_sentences import (
    details_difference_sentence,
    last_anggaran_sentence,
    pk_difference_sentence,
    serapan_extremes_sentence,
    serapan_sentence,
)
from reports.prose.efisiensi_sentences import efisiensi_sentence
from reports.prose.program_sentences import keluaran_sentence, outside_pagu_sentences, say_levels
from sakip.capaian.aggregates import rerata_capaian
from sakip.capaian.anggaran import compute_anggaran, compute_efisiensi, compute_serapan
from sakip.capaian.inputs import AnggaranTahun
from sakip.capaian.levels import ControlDifference
from sakip.capaian.values import Keadaan
from tests.reports.lkip.naskah_material import VARIETY, measure, not_available
from tests.reports.lkip.read_part import defect
from tests.sakip.capaian.example_inputs import (
    angka,
    budget_row,
    indikator,
    kebijakan,
    target,
)

D = Decimal


@pytest.mark.parametrize(
    ("pagu", "realisasi", "text"),
    [
        (1000, 900, "Anggaran sebesar Rp1.000 terealisasi Rp900 atau 90,00%, sehingga tersisa Rp100."),
        (
            1000,
            1000,
            "Anggaran sebesar Rp1.000 terserap seluruhnya (100,00%).",
        ),
        (
            1000,
            1200,
            "Anggaran sebesar Rp1.000 terealisasi Rp1.200 atau 120,00%, melampaui pagu sebesar Rp200.",
        ),
        (
            1000,
            None,
            "Anggaran sebesar Rp1.000, sedangkan serapannya belum dapat disimpulkan karena realisasi anggaran belum "
            "diisi.",
        ),
        (None, 5, "Serapan anggaran belum dapat disimpulkan karena pagu anggaran belum diisi."),
        (
            0,
            0,
            "Anggaran sebesar Rp0, sedangkan serapannya tidak dapat dihitung karena pagu anggaran bernilai nol.",
        ),
    ],
)
def test_serapan_in_words(pagu: int | None, realisasi: int | None, text: str) -> None:
    serapan = compute_serapan(None if pagu is None else D(pagu), None if realisasi is None else D(realisasi))
    assert serapan_sentence(serapan, "Anggaran") == text


def test_what_is_known_keeps_its_serapan_and_the_sentence_says_of_what() -> None:
    content = [budget_row("A", 10, 9), budget_row("B", 20, None), budget_row("C", 30, 18)]
    # (9 + 18) / (10 + 30)
    assert serapan_sentence(compute_anggaran(content, []).total, "Anggaran") == (
        "Anggaran sebesar Rp60, sedangkan serapannya belum dapat disimpulkan karena realisasi 1 dari 3 baris anggaran"
        " belum diisi. Bagian yang sudah lengkap, yaitu 2 (dua) dari 3 (tiga) baris dengan pagu Rp40, terealisasi Rp27"
        " atau 67,50%."
    )


@pytest.mark.parametrize(
    ("capaian", "pagu", "realisasi", "money"),
    [
        ("105", 100, 110, "terlampaui Rp10"),
        ("105", 100, 90, "Rp10|Rp90"),  # saved, or what was spent instead
        ("100", 100, 100, "seluruh pagunya terpakai"),
    ],
)
def test_efisien_only_if_capaian_is_not_below_serapan(
    capaian: str, pagu: int, realisasi: int, money: str
) -> None:
    i = measure(indikator(target(100), angka(capaian)))
    rerata, serapan = rerata_capaian([i.capaian], kebijakan()), compute_serapan(D(pagu), D(realisasi))
    efisiensi = compute_efisiensi(rerata, serapan, D(100))
    for n in VARIETY:
        text = efisiensi_sentence(efisiensi, rerata, serapan, n)
        assert any(said in text for said in money.split("|"))
        assert ("tidak efisien" in text) is (D(capaian) < realisasi)
        assert "efisien" in text


def test_a_missed_target_is_never_efisien_and_says_why() -> None:
    # 66,67 of the target for 60,00 of the money: nothing was saved.
    rerata = rerata_capaian([measure(indikator(target(3), angka(2))).capaian], kebijakan())
    serapan = compute_serapan(D(100), D(60))
    efisiensi = compute_efisiensi(rerata, serapan, D(100))
    for n in VARIETY:
        text = efisiensi_sentence(efisiensi, rerata, serapan, n)
        assert "tidak efisien" in text
        assert "belum mencapai 100%" in text
        assert "Rp40" in text or "Rp60" in text
        assert "dihemat" not in text
    # Where the kabupaten asks for serapan alone.
    efisiensi = compute_efisiensi(rerata, serapan, None)
    assert "Rp40 dari pagunya dihemat" in efisiensi_sentence(efisiensi, rerata, serapan)


def test_no_target_is_called_met_where_a_mean_hides_one_that_was_missed() -> None:
    # 120 and 88 percent: a mean of 104 against a serapan of 90, and of 105 against one of 102.
    pair = [measure(indikator(target(100), angka(n))).capaian for n in (120, 88)]
    rerata = rerata_capaian(pair, kebijakan())
    for pagu, realisasi in ((100, 90), (100, 102), (100, 100)):
        serapan = compute_serapan(D(pagu), D(realisasi))
        efisiensi = compute_efisiensi(rerata, serapan, D(100))
        assert efisiensi.efisien
        for n in VARIETY:
            text = efisiensi_sentence(efisiensi, rerata, serapan, n, met=False)
            assert not re.search(r"target|tercapai|dicapai|hemat", text), text
            assert "efisien" in text
            assert not defect(text), text


def test_efisiensi_without_serapan_has_a_reason() -> None:
    rerata = rerata_capaian([measure(indikator(target(100), angka(85))).capaian], kebijakan())
    serapan = compute_serapan(D(100), None)
    assert efisiensi_sentence(compute_efisiensi(rerata, serapan, D(100)), rerata, serapan) == (
        "Efisiensi penggunaan sumber daya pada sasaran ini tidak dapat disimpulkan karena realisasi anggaran belum "
        "diisi."
    )


def test_efisiensi_names_the_state_of_all_only_where_it_is_that_of_all() -> None:
    absent = not_available("alat ukur rusak")
    alike, mixed = (
        rerata_capaian([measure(indikator(t, realisasi)).capaian for t, realisasi in pairs], kebijakan())
        for pairs in (
            [(target(10), absent), (target(20), absent)],
            [(target(10), absent), (target(0), angka(5))],
        )
    )
    serapan = compute_serapan(D(100), D(50))
    said = [
        efisiensi_sentence(compute_efisiensi(r, serapan, D(100)), r, serapan).split(" karena ")[1]
        for r in (alike, mixed)
    ]
    assert said == [
        "capaian seluruh indikatornya tidak tersedia.",
        "tidak satu pun indikatornya memiliki capaian yang terhitung.",
    ]


@pytest.mark.parametrize(
    ("pagu", "realisasi", "text"),
    [
        (
            1000,
            900,
            "Serapan anggaran naik 5,00 poin dibandingkan dengan tahun 2022, dari 90,00% menjadi 95,00%.",
        ),
        (
            1000,
            980,
            "Serapan anggaran turun 3,00 poin dibandingkan dengan tahun 2022, dari 98,00% menjadi 95,00%.",
        ),
        (1000, 950, "Serapan anggaran tahun 2023 sama dengan tahun 2022, yaitu 95,00%."),
        (
            1000,
            None,
            "Perbandingan serapan anggaran dengan tahun 2022 belum dapat disimpulkan karena pada tahun 2022 realisasi "
            "anggaran belum diisi.",
        ),
    ],
)
def test_serapan_against_an_earlier_year(pagu: int, realisasi: int | None, text: str) -> None:
    tahun = AnggaranTahun(tahun=2022, pagu=D(pagu), realisasi=None if realisasi is None else D(realisasi))
    anggaran = compute_anggaran([budget_row("7.01.01", 100, 95)], [tahun])
    assert last_anggaran_sentence(anggaran.total, anggaran.lalu[0], 2023) == text


def test_what_is_not_known_of_this_year_is_said_of_this_year() -> None:
    """And as its state: what cannot be had is not awaited."""
    before = AnggaranTahun(tahun=2022, pagu=D(1000), realisasi=D(900))
    for own, said in (
        (budget_row("7.01.01", 100, None), "belum dapat disimpulkan karena realisasi anggaran belum diisi."),
        (budget_row("7.01.01", 0, 0), "tidak dapat dihitung karena pagu anggaran bernilai nol."),
    ):
        anggaran = compute_anggaran([own], [before])
        sentence = last_anggaran_sentence(anggaran.total, anggaran.lalu[0], 2023)
        assert sentence == f"Perbandingan serapan anggaran dengan tahun 2022 {said}"


@pytest.mark.parametrize(
    ("complete", "details", "used"),
    [
        (True, "rinciannya", "jumlah rinciannya"),
        (False, "rinciannya yang sudah diketahui", "jumlah yang tercatat"),
    ],
)
def test_a_sum_that_its_details_do_not_come_to(complete: bool, details: str, used: str) -> None:
    difference: ControlDifference[Any] = ControlDifference(
        row=None, column="pagu", stated=D(100), parts=D(130), complete=complete
    )
    assert details_difference_sentence("Pagu", "Program Penunjang", difference) == (
        f"Catatan: Pagu Program Penunjang tercatat Rp100, sedangkan {details} berjumlah Rp130, berbeda Rp30;"
        f" tabel memuat {used}."
    )


def test_rows_of_each_level_are_counted_by_themselves() -> None:
    rows = [
        *(
            budget_row("7.01.01", 50, 45, kegiatan="7.01.01.2.01", sub=f"7.01.01.2.01.0{n}")
            for n in range(1, 4)
        ),
        budget_row("7.01.01", 30, 30, kegiatan="7.01.01.2.02"),
        budget_row("7.01.02", 20, 10),
    ]
    counted = say_levels(compute_anggaran(rows, []).program)
    assert counted == "2 (dua) program, 2 (dua) kegiatan, dan 3 (tiga) sub kegiatan"


def test_money_over_the_pagu_and_money_that_lies_idle_are_told() -> None:
    def said(*rows: tuple[str, int, int | None], n: int = 0) -> str:
        return outside_pagu_sentences(compute_anggaran([budget_row(*one) for one in rows], []).program, n)

    over, idle, plain = ("A", 100, 110), ("B", 50, 0), ("C", 100, 90)
    assert said(plain, over) == "Realisasi Program A melampaui pagunya sebesar Rp10."
    assert said(plain, idle) == "Pagu Program B, Rp50, tidak digunakan sama sekali."
    assert said(over, ("D", 10, 15)) == ("Realisasi Program A dan Program D melampaui pagunya sebesar Rp15.")
    # No pagu, or a realisasi that nobody recorded, is neither.
    assert said(plain, ("E", 0, 0), ("F", 10, None)) == ""
    for n in VARIETY:
        assert not defect(said(over, idle, n=n))


def test_highest_and_lowest_serapan() -> None:
    anggaran = compute_anggaran(
        [budget_row("A", 100, 95), budget_row("B", 100, 80), budget_row("C", 100, 90)], []
    )
    assert serapan_extremes_sentence(anggaran.program) == (
        "Serapan tertinggi terdapat pada Program A (95,00%), sedangkan serapan terendah terdapat pada Program B "
        "(80,00%)."
    )
    same = compute_anggaran([budget_row(n, 100, 90) for n in "AB"], [])
    assert serapan_extremes_sentence(same.program) == "Serapan seluruh program sama, yaitu 90,00%."
    many = compute_anggaran([budget_row("A", 100, 80), *(budget_row(n, 100, 90) for n in "BCD")], [])
    assert "tertinggi terdapat pada 3 (tiga) program (90,00%)" in serapan_extremes_sentence(many.program)
    assert serapan_extremes_sentence(same.program[:1]) == ""


@pytest.mark.parametrize(
    ("percentage", "text"),
    [
        ([], ""),
        ([Keadaan.TIDAK_TERSEDIA] * 2, ""),
        ([D(100), Keadaan.BELUM_DIISI], ""),  # its row says it
        ([D(100), D(120)], "Seluruh keluaran yang terukur, yaitu 2 (dua) keluaran, mencapai target."),
        ([D(50), D(60)], "Tidak satu pun dari 2 (dua) keluaran yang terukur mencapai target."),
        (
            [D(50), D(100), Keadaan.TIDAK_DAPAT_DIHITUNG],
            "Dari 2 (dua) keluaran yang terukur, 1 (satu) keluaran mencapai target.",
        ),
    ],
)
def test_outputs_that_met_their_target(percentage: list[Decimal | Keadaan], text: str) -> None:
    assert keluaran_sentence(percentage) == text


def test_each_wording_counts_the_outputs_that_were_measured_and_those_that_met_their_target() -> None:
    state = Keadaan.TIDAK_DAPAT_DIHITUNG
    for ordering in range(36):
        mixed = keluaran_sentence([D("99.999"), D(100), D(101), state], ordering)
        assert "3 (tiga) keluaran" in mixed or "2 dari 3 (tiga) keluaran" in mixed
        assert "2 (dua) keluaran" in mixed or "2 dari 3 (tiga) keluaran" in mixed
        every = keluaran_sentence([D(100), D(101), state], ordering)
        assert "2 (dua) keluaran" in every
        assert re.search("seluruh|semua|tanpa kecuali", every, re.IGNORECASE), every
        none = keluaran_sentence([D(0), D("99.999"), state], ordering)
        assert "2 (dua) keluaran" in none
        assert re.search("tidak satu pun|belum satu pun|belum ada|tidak ada", none, re.IGNORECASE), none


def test_a_pk_of_another_amount_is_explained_with_the_amount() -> None:
    # Umbulsari 2021: 4.852.505.618 − 4.558.562.891 = 293.942.727
    text = pk_difference_sentence(
        "Perjanjian Kinerja Perubahan Tahun 2021",
        D(4_558_562_891),
        D(4_852_505_618),
        [("Program A", D(239_885_227)), ("Program B", D(-93_833_500)), ("Program C", D(147_891_000))],
        changed_since=False,
    )
    assert text == (
        "Pagu program lebih besar Rp293.942.727 daripada anggaran dalam Perjanjian Kinerja Perubahan Tahun 2021 "
        "sebesar Rp4.558.562.891; selisihnya terdapat pada Program A (+Rp239.885.227), Program B "
        "(−Rp93.833.500), dan Program C (+Rp147.891.000)."
    )


def test_a_pk_of_the_same_amounts_needs_no_sentence() -> None:
    same = [("Program A", D(0)), ("Program B", D(0))]
    assert pk_difference_sentence("PK", D(100), D(100), same, changed_since=False) == ""


def test_a_budget_that_was_changed_after_the_pk_says_so() -> None:
    text = pk_difference_sentence(
        "Perjanjian Kinerja Tahun 2023", D(100), D(90), [("Program A", D(-10))], changed_since=True
    )
    assert text == (
        "Pagu program lebih kecil Rp10 daripada anggaran dalam Perjanjian Kinerja Tahun 2023 sebesar Rp100 karena "
        "anggaran diubah sesudah perjanjian itu."
    )


def test_equal_totals_may_be_divided_otherwise() -> None:
    parts = [("Program A", D(10)), ("Program B", D(-10))]
    assert pk_difference_sentence("PK", D(100), D(100), parts, changed_since=False) == (
        "Jumlah pagu program sama dengan anggaran dalam PK, tetapi terbagi berbeda pada Program A (+Rp10) dan "
        "Program B (−Rp10)."
    )


def test_many_differing_programs_are_counted() -> None:
    parts = [(f"Program {n}", D(1)) for n in range(6)]
    text = pk_difference_sentence("PK", D(100), D(106), parts, changed_since=False)
    assert text.endswith("selisihnya terdapat pada 6 (enam) program.")
