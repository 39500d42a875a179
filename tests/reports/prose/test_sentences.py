"""Generated sentences about this year: the words say what the numbers say, for every rumus, state and wording."""

from decimal import Decimal

import pytest

from reports.prose.capitals import spending_in_words
from reports.prose.language import chain, clause, difference_size, say_years, sentence, tidy, with_satuan
from reports.prose.sentences import (
    open_question_sentence,
    rerata_sentence,
    rounding_sentence,
    say_shortfall,
    target_position,
)
from sakip.capaian.engine import compute
from sakip.capaian.inputs import IndikatorInput
from sakip.capaian.results import Results
from sakip.capaian.rumus import Rumus
from sakip.capaian.values import Target
from sakip.text.working import persen, say_kategori
from tests.reports.lkip.naskah_material import VARIETY, measure, not_available
from tests.sakip.capaian.example_inputs import (
    PENDING,
    angka,
    indikator,
    inputs,
    sasaran,
    target,
)
from tests.sakip.capaian.example_scales import AKIP_2021, SKM_2017

D = Decimal


# -- small parts -----------------------------------------------------------------------------------


def test_a_sentence_is_tidy_whatever_was_entered() -> None:
    assert sentence("  realisasi   naik.. ") == "Realisasi naik."
    assert sentence("e-KTP belum merata") == "e-KTP belum merata."


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Pembinaan  desa.", "Pembinaan desa"),
        ("Pembinaan RT, RW, dll.", "Pembinaan RT, RW, dll."),
        ("Siti Aminah, S.Sos.", "Siti Aminah, S.Sos."),
        ("Budi, M.Si.", "Budi, M.Si."),
        ("Selesai tahun 2021..", "Selesai tahun 2021"),
        ("Kepala Kel.", "Kepala Kel."),
        ("Pelayanan model.", "Pelayanan model"),
    ],
)
def test_a_name_keeps_the_full_stop_of_an_abbreviation(typed: str, printed: str) -> None:
    assert tidy(typed) == printed
    assert sentence(f"Uraiannya {tidy(typed)}") == f"Uraiannya {printed.rstrip('.')}."


@pytest.mark.parametrize(
    ("alasan", "expected"),
    [
        ("Data belum diterima.", "data belum diterima"),
        ("IKM belum dihitung", "IKM belum dihitung"),
        ("Inspektorat belum menerbitkan hasil", "Inspektorat belum menerbitkan hasil"),
        ("", "datanya tidak tersedia"),
        # What may be a name stays as it was typed, also where it begins like an ordinary word.
        ("Jember Berbagi belum dinilai", "Jember Berbagi belum dinilai"),
        ("Pekalongan tidak melapor", "Pekalongan tidak melapor"),
        ("Program Jember Berbagi belum dinilai", "Program Jember Berbagi belum dinilai"),
        ("Pelayanan Terpadu belum dibuka", "Pelayanan Terpadu belum dibuka"),
        ("Data Dinas Sosial belum diterima", "data Dinas Sosial belum diterima"),
        ("Dana Desa belum cair", "Dana Desa belum cair"),
        ("Dana belum cair", "dana belum cair"),
        ("Pembinaan, lalu Evaluasi", "pembinaan, lalu Evaluasi"),
        ("e-KTP habis", "e-KTP habis"),
    ],
)
def test_an_entered_reason_becomes_a_clause(alasan: str, expected: str) -> None:
    assert clause(alasan) == expected


@pytest.mark.parametrize(
    ("word", "result"), [(["a"], "a"), (["a", "b"], "a dan b"), (["a", "b", "c"], "a, b, dan c"), ([], "")]
)
def test_lists_in_words(word: list[str], result: str) -> None:
    assert chain(word) == result


@pytest.mark.parametrize(
    ("selisih", "satuan", "result"),
    [
        ("-5", "poin", "5,00 poin"),
        ("0.001", "poin", "0,001 poin"),  # rounding to 0,00 would deny a difference that exists
        ("1", "peringkat", "1 (satu) peringkat"),
        ("-1200", "dokumen", "1.200 dokumen"),
        ("100", "poin", "100,00 poin"),
    ],
)
def test_size_of_a_difference(selisih: str, satuan: str, result: str) -> None:
    assert difference_size(D(selisih), satuan) == result


@pytest.mark.parametrize(
    ("cetak", "satuan", "result"),
    [
        ("12", "dokumen", "12 dokumen"),
        ("95%", "%", "95%"),
        ("85", "Persentase (%)", "85%"),
        ("85", "Indeks", "85"),
        ("B (80)", "Nilai", "B (80)"),
        ("1.250.000.000", "Rp", "Rp1.250.000.000"),
        ("-5", "rupiah", "−Rp5"),
        ("-0,5", "derajat", "−0,5 derajat"),
        ("1,5", "Rp (juta)", "Rp1,5 juta"),
        ("12–15", "miliar rupiah", "Rp12–15 miliar"),
        ("Rp1.000", "Rp", "Rp1.000"),
        ("12", "Orang/Tahun", "12 Orang/Tahun"),
        ("12", "-", "12"),
        ("tidak tersedia", "orang", "tidak tersedia"),
    ],
)
def test_units_follow_numbers_that_need_them(cetak: str, satuan: str, result: str) -> None:
    assert with_satuan(cetak, satuan) == result


@pytest.mark.parametrize(
    ("years", "said"),
    [
        ((2023,), "2023"),
        ((2022, 2023), "2022–2023"),
        ((2021, 2023), "2021 dan 2023"),
        ((2019, 2020, 2023), "2019, 2020, dan 2023"),
    ],
)
def test_a_span_of_years_holds_no_year_that_is_not_there(years: tuple[int, ...], said: str) -> None:
    assert say_years(years) == said


def test_predikat_follow_the_scale() -> None:
    aa, *_, cc, _, _ = AKIP_2021.kategori
    assert say_kategori(aa) == "AA (Sangat Memuaskan)"
    assert say_kategori(cc) == "CC – Cukup (Memadai)"
    assert say_kategori(None) == "tidak dapat disimpulkan"


def test_a_shown_percentage_keeps_the_decimals_of_the_kebijakan() -> None:
    assert persen(D("95.00")) == "95,00%"
    assert persen(D("95.1")) == "95,1%"


@pytest.mark.parametrize(
    ("nama", "result"),
    [
        ("Belanja Barang BLUD", "belanja barang BLUD"),
        ("Belanja Tidak Langsung", "belanja tidak langsung"),
        ("Belanja Hibah Jember Berbagi", "Belanja Hibah Jember Berbagi"),
    ],
)
def test_kinds_of_spending_in_running_text_keep_acronyms_and_names(nama: str, result: str) -> None:
    assert spending_in_words(nama) == result


# -- this year -------------------------------------------------------------------------------------


def test_a_row_that_says_all_is_not_said_again() -> None:
    assert open_question_sentence(measure(indikator(target(100), angka(95))), 2023) == ""


@pytest.mark.parametrize(
    ("rumus", "t", "r", "posisi"),
    [
        (Rumus.POSITIF, target(80), 81, "berada di atas target"),
        (Rumus.POSITIF, target(80), 80, "sama dengan target"),
        (Rumus.POSITIF, target(80), 79, "berada di bawah target"),
        (Rumus.NEGATIF, target(10), 8, "berada di bawah target"),
        (Rumus.NEGATIF, target(10), 10, "sama dengan target"),
        (Rumus.NEGATIF, target(10), 12, "berada di atas target"),
        (Rumus.PREDIKAT, Target(huruf="B"), 66, "lebih rendah daripada predikat yang ditargetkan"),
        (Rumus.PREDIKAT, Target(huruf="B"), 80, "sesuai dengan predikat yang ditargetkan"),
        (Rumus.PREDIKAT, Target(huruf="B"), 90, "lebih tinggi daripada predikat yang ditargetkan"),
        (Rumus.RENTANG, Target(bawah=D(80), atas=D(90)), 85, "berada di dalam rentang target"),
        (Rumus.RENTANG, Target(bawah=D(80), atas=D(90)), 99, "berada di luar rentang target"),
    ],
)
def test_position_follows_the_rumus(rumus: Rumus, t: Target, r: int, posisi: str) -> None:
    i = measure(indikator(t, angka(r), rumus=rumus, skala=SKM_2017))
    assert target_position(i.capaian) == posisi


@pytest.mark.parametrize(("r", "result"), [(8, "terpenuhi"), (12, "belum terpenuhi")])
def test_a_negatif_indikator_says_which_way_is_good(r: int, result: str) -> None:
    i = measure(indikator(target(10), angka(r), rumus=Rumus.NEGATIF))
    why = "Karena realisasi yang lebih rendah menunjukkan kinerja yang lebih baik"
    assert open_question_sentence(i, 2023, single=True).endswith(f"{why}, target indikator ini {result}.")
    for n in VARIETY:  # beside others it says of which it speaks
        text = open_question_sentence(i, 2023, n)
        assert "indikator “Indikator”" in text
        assert text.endswith((f"{result}.", f"{result} dengan realisasi itu."))


def test_a_cap_is_said_with_the_value_before_it() -> None:
    i = measure(indikator(target(80), angka(90)), above="100")
    text = open_question_sentence(i, 2023, single=True)
    assert "Hasil perhitungan sebesar 112,50% dinyatakan sebagai 100,00% sesuai dengan batas atas 100" in text
    for n in VARIETY:
        text = open_question_sentence(i, 2023, n)
        assert text.count("indikator “Indikator”") == 1
        assert "112,50%" in text
        assert " dalam kebijakan pengukuran." in text


def test_a_cap_that_the_working_tells_is_not_told_again() -> None:
    # (10 − (8 − 10)) ÷ 10 × 100 = 120; the line below the table has it with its cap.
    i = measure(indikator(target(10), angka(8), rumus=Rumus.NEGATIF), above="100")
    assert "melewati batas atas 100 sehingga dihitung 100,00" in i.capaian.langkah
    for n in VARIETY:
        assert "120" not in open_question_sentence(i, 2023, n)


@pytest.mark.parametrize(
    ("content", "part", "reason"),
    [
        (
            indikator(target(100), not_available("Survei belum dilaksanakan."), nama="A"),
            "tidak dapat disimpulkan",
            "survei belum dilaksanakan.",
        ),
        (indikator(None, angka(5), nama="A"), "tidak dapat dihitung", "target belum ditetapkan."),
        (indikator(target(0), angka(5), nama="A"), "tidak dapat dihitung", "target bernilai nol."),
    ],
)
def test_without_capaian_the_reason_is_said_and_no_number(
    content: IndikatorInput, part: str, reason: str
) -> None:
    for n in VARIETY:
        text = open_question_sentence(measure(content), 2023, n)
        assert part in text
        assert text.endswith(reason)
        assert "predikat" not in text


def test_that_a_realisasi_is_not_filled_its_cell_says() -> None:
    assert open_question_sentence(measure(indikator(target(100), PENDING, nama="A")), 2023) == ""


def _rerata(*capaian: int | None) -> Results:
    content = [
        indikator(target(100), PENDING if c is None else angka(c), nama=f"I{n}")
        for n, c in enumerate(capaian)
    ]
    return compute(inputs(sasaran(*content)))


def test_a_full_mean_says_over_how_many() -> None:
    assert rerata_sentence(_rerata(90, 80).rerata, "sasaran ini") == (
        "Rata-rata capaian sasaran ini atas 2 (dua) indikator sebesar 85,00% dengan predikat Baik."
    )


def test_a_mean_of_one_is_called_no_mean() -> None:
    for n in VARIETY:
        text = rerata_sentence(_rerata(90).rerata, "sasaran pada tujuan “X”", n)
        assert "rata-rata" not in text.casefold()
        assert "90,00%" in text
        assert "predikat Baik" in text


def test_no_mean_of_one_indikator_counts_none_of_it() -> None:
    assert rerata_sentence(_rerata(None).rerata, "sasaran ini") == (
        "Rata-rata capaian sasaran ini belum dapat disimpulkan karena satu-satunya indikator yang mengukurnya tidak "
        "memiliki capaian yang terhitung."
    )


def test_a_partial_mean_is_called_one() -> None:
    for n in VARIETY:
        text = rerata_sentence(_rerata(66, 79, None).rerata, "Kecamatan Balung", n)
        assert "72,50%" in text
        assert "rata-rata" in text.casefold()
        assert "2 dari 3 indikator" in text
        assert "capaian 1 (satu) indikator lainnya belum diisi" in text
        assert "belum diberi predikat" in text or "tanpa predikat" in text
        assert "Cukup" not in text


def test_a_mean_of_nothing_has_a_reason_and_no_number() -> None:
    text = rerata_sentence(_rerata(None, None).rerata, "sasaran ini")
    assert text == (
        "Rata-rata capaian sasaran ini belum dapat disimpulkan karena tidak satu pun dari 2 indikator memiliki capaian "
        "yang terhitung."
    )


def test_a_mean_whose_printed_parts_do_not_show_it_says_why() -> None:
    # 2/3 and 79/100: (66,666… + 79) / 2 = 72,833…, while (66,67 + 79,00) / 2 = 72,835 prints 72,84.
    results = compute(inputs(sasaran(indikator(target(3), angka(2)), indikator(target(100), angka(79)))))
    parts = [i.capaian for i in results.sasaran[0].indikator]
    assert rounding_sentence(results.rerata, parts) == (
        "Rata-rata 72,83% dihitung dari nilai sebelum pembulatan."
    )
    plain = _rerata(90, 80)
    assert rounding_sentence(plain.rerata, [i.capaian for i in plain.sasaran[0].indikator]) == ""


def test_a_target_missed_by_less_than_is_printed_is_not_said_to_lack_nothing() -> None:
    # 79,996 / 80 = 99,995 per cent, printed 100,00; 76 / 80 = 95,00
    nearly, clearly = (measure(indikator(target(80), angka(r), satuan="indeks")) for r in ("79.996", "76"))
    assert [say_shortfall(i.capaian.nilai or D(0)) for i in (nearly, clearly)] == [
        "kurang dari 100% meskipun dibulatkan menjadi 100,00%",
        "kurang 5,00 poin dari 100%",
    ]
