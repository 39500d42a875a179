"""What holds for the engine as a whole: purity, registry, scales, comparison with a wider area, bad calls."""

import subprocess
import sys
from dataclasses import replace
from decimal import Decimal, localcontext
from fractions import Fraction
from pathlib import Path

import pytest

import sakip
from sakip.capaian.engine import compute, compute_one
from sakip.capaian.export import results_to_json
from sakip.capaian.inputs import Akumulasi, Lingkup, Pembanding, YearBefore
from sakip.capaian.pengukuran import measure_capaian
from sakip.capaian.predikat import rank
from sakip.capaian.results import Arah, Ranks
from sakip.capaian.rumus import RUMUS_LIST, Rumus, register, rumus_definition
from sakip.capaian.skm import UNSUR, beside_each_other, compute_skm
from sakip.capaian.triwulan import akumulasi
from sakip.capaian.values import InvalidScale, Kategori, KeadaanNilai, Nilai, Skala, Target
from tests.sakip.capaian.example_inputs import (
    NONE_THERE,
    PENDING,
    angka,
    balung_2020,
    huruf,
    indikator,
    inputs,
    jombang_2023,
    kebijakan,
    sasaran,
    target,
)
from tests.sakip.capaian.example_scales import AKIP_2021, SKM_2017
from tests.table_tests import each_row


def test_engine_loads_without_django() -> None:
    kode = (
        "import sys\n"
        "import sakip.capaian\n"
        "luar = {m.partition('.')[0] for m in sys.modules} - sys.stdlib_module_names\n"
        "print(sorted(m for m in luar if not m.startswith('_')))\n"
    )
    root = Path(sakip.__file__).parent.parent
    sign_out = subprocess.run(
        [sys.executable, "-S", "-c", kode], cwd=root, check=True, capture_output=True, text=True
    )
    assert sign_out.stdout.strip() == "['sakip']"


def test_every_rumus_is_registered_with_its_source() -> None:
    assert set(RUMUS_LIST) == set(Rumus)
    assert all(d.kode is kode and d.dasar for kode, d in RUMUS_LIST.items())


def test_code_of_a_rumus_cannot_be_taken_twice_or_be_unknown() -> None:
    with pytest.raises(ValueError, match="'positif' sudah terdaftar"):
        register(RUMUS_LIST[Rumus.POSITIF])
    with pytest.raises(ValueError, match="kuadrat"):
        rumus_definition("kuadrat")


def test_same_input_gives_the_same_json_under_any_decimal_context() -> None:
    plain = results_to_json(compute(balung_2020()))
    with localcontext() as context:
        context.prec = 5
        assert results_to_json(compute(balung_2020())) == plain


def test_json_does_not_depend_on_how_a_number_was_stored() -> None:
    def json(t: str, r: str) -> str:
        return results_to_json(compute(inputs(sasaran(indikator(target(t), angka(r))))))

    assert json("100.00", "95.50") == json("1E+2", "95.5")
    assert json("100", "0.00") == json("100", "-0")


@each_row(
    ("kode", "expect"), [("D", 1), ("C", 2), ("CC", 3), ("B", 4), ("BB", 5), ("A", 6), ("AA", 7), (" bb ", 5)]
)
def test_rank_counts_from_the_lowest(kode: str, expect: int) -> None:
    assert rank(kode, AKIP_2021) == expect


def test_rank_of_a_letter_that_is_not_there() -> None:
    with pytest.raises(ValueError, match='"E" tidak ada pada skala SKM'):
        rank("E", SKM_2017)


def _kategori(kode: str, batas: int | None) -> Kategori:
    return Kategori(
        kode=kode,
        label=kode,
        batas=None if batas is None else Decimal(batas),
        tertutup=False,
        rentang_cetak="",
    )


FALLING = "Skala x tidak menurun. Urutkan kategorinya dari batas bawah yang tertinggi."


@each_row(
    ("content", "message"),
    [
        ([], "Skala x belum memiliki kategori. Isi kategorinya."),
        ([("A", 80), ("B", 50)], "Skala x memiliki 0 kategori tanpa batas bawah. Sisakan tepat satu."),
        ([("A", None), ("B", None)], "Skala x memiliki 2 kategori tanpa batas bawah. Sisakan tepat satu."),
        ([("A", 50), ("B", 80), ("C", None)], FALLING),
        ([("A", 50), ("B", 50), ("C", None)], FALLING),
        ([("A", None), ("B", 50)], FALLING),
        (
            [("a ", 50), ("A", None)],  # a letter is looked up without case and blanks
            'Skala x memiliki lebih dari satu kategori "A". Beri setiap kategori kode sendiri.',
        ),
    ],
)
def test_scale_with_a_gap_or_an_overlap_cannot_be_built(
    content: list[tuple[str, int | None]], message: str
) -> None:
    with pytest.raises(InvalidScale) as error:
        Skala(kode="x", nama="x", dasar="x", kategori=tuple(_kategori(k, b) for k, b in content))
    assert str(error.value) == message


def banding(
    nilai: Nilai, r: Nilai, kode: Rumus = Rumus.POSITIF, t: Target | None = None
) -> tuple[object, ...]:
    content = replace(
        indikator(t or target(100), r, rumus=kode, skala=AKIP_2021),
        pembanding=(Pembanding(lingkup=Lingkup.NASIONAL, tahun=2023, nilai=nilai, sumber="LHE"),),
    )
    (results,) = compute(inputs(sasaran(content))).sasaran[0].indikator[0].pembanding
    return results.cetak, results.selisih, results.satuan, results.arah, results.alasan


def test_pembanding_difference_and_direction() -> None:
    assert banding(angka("63.36"), angka(74)) == ("63,36%", Decimal("10.64"), "poin", Arah.MEMBAIK, "")
    assert banding(angka(8), angka(10), Rumus.NEGATIF) == ("8,00%", 2, "poin", Arah.MENURUN, "")
    nasional = Nilai(keadaan=KeadaanNilai.TERISI, angka=Decimal("63.36"), huruf="B", cetak="B (63,36)")
    assert banding(nasional, huruf("BB"), Rumus.PREDIKAT, Target(huruf="B")) == (
        "B (63,36)",
        1,
        "peringkat",
        Arah.MEMBAIK,
        "",
    )


def test_pembanding_that_is_not_available_says_so() -> None:
    cetak, selisih, _, direction, alasan = banding(NONE_THERE, angka(74))
    assert (cetak, selisih, direction) == ("tidak tersedia", None, Arah.TIDAK_DAPAT_DISIMPULKAN)
    assert alasan == "data nasional tahun 2023 tidak tersedia"


def test_reason_of_an_earlier_year_names_the_year() -> None:
    previous = YearBefore(tahun=2020, target=target(100), realisasi=PENDING)
    (perubahan,) = (
        compute(inputs(sasaran(indikator(target(100), angka(74), previous=(previous,)))))
        .sasaran[0]
        .indikator[0]
        .perubahan
    )
    assert perubahan.alasan == "realisasi tahun 2020 belum diisi"
    assert perubahan.capaian.alasan == "realisasi tahun 2020 belum diisi"
    assert perubahan.realisasi_cetak == "belum diisi"


def test_change_is_known_without_a_target_though_its_direction_in_a_range_is_not() -> None:
    previous = YearBefore(tahun=2022, target=None, realisasi=angka(70))
    content = indikator(None, angka(85), rumus=Rumus.RENTANG, previous=(previous,))
    (perubahan,) = compute(inputs(sasaran(content))).sasaran[0].indikator[0].perubahan
    assert (perubahan.selisih_realisasi, perubahan.arah) == (15, Arah.TIDAK_DAPAT_DISIMPULKAN)
    assert perubahan.alasan == "target belum ditetapkan"


def test_unit_of_a_difference_follows_the_satuan() -> None:
    previous = YearBefore(tahun=2022, target=target(10), realisasi=angka(7))
    content = indikator(target(10), angka(9), satuan="dokumen", previous=(previous,))
    (perubahan,) = compute(inputs(sasaran(content))).sasaran[0].indikator[0].perubahan
    assert (perubahan.selisih_realisasi, perubahan.satuan) == (2, "dokumen")


def test_year_needs_four_quarters() -> None:
    with pytest.raises(ValueError, match="4 triwulan, diterima 3"):
        akumulasi([angka(1)] * 3, Akumulasi.JUMLAH, None)


def test_reason_given_for_a_missing_quarter_is_kept() -> None:
    empty = Nilai(keadaan=KeadaanNilai.TIDAK_TERSEDIA, alasan="survei tidak dilaksanakan.")
    results = akumulasi([empty, angka(1), empty, angka(1)], Akumulasi.JUMLAH, None)
    assert results.alasan == "data triwulan I dan III tidak tersedia (survei tidak dilaksanakan)"


def test_average_is_exact() -> None:
    nilai = [angka(1), angka(1), angka(1), angka(2)]
    assert akumulasi(nilai, Akumulasi.RATA_RATA, None).angka == Fraction(5, 4)


def test_sums_of_pembilang_and_penyebut_are_kept() -> None:
    nilai = [
        Nilai(keadaan=KeadaanNilai.TERISI, pembilang=Decimal(p), penyebut=Decimal(q))
        for p, q in ((1, 2), (9, 10), (0, 0), (4, 4))
    ]
    results = akumulasi(nilai, Akumulasi.RATA_RATA, Decimal(100))
    assert (results.pembilang, results.penyebut, results.angka) == (14, 16, Fraction(175, 2))


def test_skm_keeps_the_unsur_with_their_shown_weight() -> None:
    results = compute_skm([(name, Decimal("3.5")) for name in UNSUR])
    assert len(results.unsur) == 9
    assert results.unsur[3].nama == "Biaya/tarif"
    assert (results.unsur[0].nrr, str(results.unsur[0].tertimbang)) == (Decimal("3.5"), "0.3889")
    assert str(results.bobot_cetak) == "0.111"
    assert str(results.ikm) == "87.50"


def test_skm_of_fewer_or_other_unsur_weighs_each_alike() -> None:
    results = compute_skm([("Persyaratan", Decimal(3)), ("Keamanan", Decimal(4)), ("Kenyamanan", Decimal(4))])
    assert (results.unsur[0].nama, str(results.unsur[0].tertimbang)) == ("Persyaratan", "1.0000")
    assert (str(results.bobot_cetak), str(results.ikm)) == ("0.333", "91.67")  # 11 ÷ 3 × 25
    with pytest.raises(ValueError, match="paling sedikit satu unsur"):
        compute_skm([])


def test_unsur_of_several_surveys_stand_beside_each_other() -> None:
    own = [("Keamanan", Decimal(3))]
    assert beside_each_other([[("Biaya/tarif", Decimal(4)), *own], [("Persyaratan", Decimal(2))]]) == [
        ("U1 Persyaratan", (None, Decimal(2))),
        ("U4 Biaya/tarif", (Decimal(4), None)),
        ("U10 Keamanan", (Decimal(3), None)),
    ]
    assert beside_each_other([own]) == [("U1 Keamanan", (Decimal(3),))]


@pytest.mark.parametrize("nilai", ["0.99", "4.01", "-1", "0"])
def test_skm_value_outside_1_to_4_names_the_unsur(nilai: str) -> None:
    with pytest.raises(ValueError, match=r'"Perilaku pelaksana".* di luar rentang 1 sampai 4'):
        compute_skm([*((name, Decimal(3)) for name in UNSUR[:6]), (UNSUR[6], Decimal(nilai))])


def test_result_carries_the_engines_version() -> None:
    assert compute(jombang_2023()).versi_mesin == "1.6"


def test_one_indikator_computed_alone_is_what_it_is_among_all() -> None:
    """With bobot of sasaran and indikator, earlier years and scales; one that is not measured leaves the means."""
    weighted = inputs(
        sasaran(
            indikator(target(100), angka(100), bobot="90"),
            replace(indikator(target(100), angka(50), bobot="10"), kunci="second"),
            uraian="A",
        ),
        sasaran(replace(indikator(target(100), NONE_THERE), kunci="third"), uraian="B"),
    )
    for given in (balung_2020(), jombang_2023(), weighted):
        whole = compute(given)
        for nomor, group in enumerate(whole.sasaran, start=1):
            for expected in group.indikator:
                alone = compute_one(given, expected.kunci)
                assert (alone.nomor, alone.indikator) == (nomor, expected)
                assert (alone.rerata_sasaran, alone.rerata) == (group.rerata, whole.rerata)
        absent = compute_one(given, "gone")
        assert (absent.nomor, absent.indikator) == (len(whole.sasaran) + 1, None)
        assert (absent.rerata_sasaran, absent.rerata) == (None, whole.rerata)


def test_one_indikator_alone_refuses_the_same_bobot() -> None:
    content = sasaran(indikator(target(100), angka(90), bobot="60"))
    with pytest.raises(ValueError, match="berjumlah 60"):
        compute_one(inputs(content), "gone")


@each_row(
    "goal, reached, rumus, ranks",
    [
        (Target(huruf="BB"), huruf("B"), Rumus.PREDIKAT, Ranks(4, 5)),
        (None, huruf("b"), Rumus.PREDIKAT, Ranks(4, None)),
        (Target(huruf="Z"), angka("66"), Rumus.PREDIKAT, Ranks(4, None)),  # 66 is read as B, Z is on no scale
        (Target(huruf="BB"), huruf("Z"), Rumus.PREDIKAT, None),
        (Target(huruf="BB"), NONE_THERE, Rumus.PREDIKAT, None),
        (target(100), angka(66), Rumus.POSITIF, None),
    ],
)
def test_where_a_value_stands_on_its_scale_is_known_without_a_capaian(
    goal: Target | None, reached: Nilai, rumus: Rumus, ranks: Ranks | None
) -> None:
    one = indikator(goal, reached, rumus=rumus, skala=AKIP_2021)
    assert measure_capaian(one, kebijakan(), target=goal, realisasi=reached).peringkat == ranks
