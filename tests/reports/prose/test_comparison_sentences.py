"""Generated sentences of comparison: direction words agree with the numbers, for every sign, rumus and wording."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.prose.comparison_sentences import (
    kalimat_kemajuan,
    kalimat_pembanding,
    kalimat_perubahan,
    kalimat_perubahan_capaian,
    kalimat_tanpa_pembanding,
    kalimat_tren,
)
from sakip.capaian.inputs import Lingkup, Pembanding, TahunLalu
from sakip.capaian.results import HasilIndikator
from sakip.capaian.rumus import Rumus
from sakip.capaian.values import Nilai, Target
from tests.reports.lkip.naskah_material import RAGAM, measure, tidak_tersedia
from tests.reports.lkip.read_part import cacat
from tests.sakip.capaian.example_inputs import (
    angka,
    huruf,
    indikator,
    target,
)
from tests.sakip.capaian.example_scales import AKIP_2021

D = Decimal

nilai = st.decimals(min_value=0, max_value=10**6, places=2)
positif = st.decimals(min_value=D("0.01"), max_value=10**6, places=2)


def terisi(n: Decimal) -> Nilai:
    return angka(str(n))


def lalu(realisasi: Nilai, sasaran: Target | None = None, tahun: int = 2022) -> TahunLalu:
    return TahunLalu(tahun=tahun, target=sasaran, realisasi=realisasi)


def test_rise_of_realisasi_and_of_capaian_are_kept_apart() -> None:
    isi = indikator(target(100), angka(74), satuan="indeks", desimal=0, lalu=(lalu(angka(70), target(85)),))
    i = measure(isi)
    assert kalimat_perubahan(i, i.perubahan[0], 2023, tunggal=True) == (
        "Dibandingkan dengan tahun 2022, realisasi indikator ini naik 4,00 poin, dari 70 menjadi 74, sehingga kinerja "
        "membaik. Capaian kinerjanya turun 8,35 poin, dari 82,35% menjadi 74,00%, dengan target yang berubah dari 85 "
        "menjadi 100."
    )


def test_the_same_target_explains_no_change() -> None:
    i = measure(
        indikator(target(100), angka(74), satuan="indeks", desimal=0, lalu=(lalu(angka(70), target(100)),))
    )
    assert "target yang berubah" not in kalimat_perubahan(i, i.perubahan[0], 2023, tunggal=True)


def test_letters_move_by_ranks() -> None:
    isi = indikator(
        Target(huruf="B"), huruf("BB"), rumus=Rumus.PREDIKAT, skala=AKIP_2021, lalu=(lalu(huruf("B"), None),)
    )
    i = measure(isi)
    teks = kalimat_perubahan(i, i.perubahan[0], 2023, tunggal=True)
    assert "naik 1 (satu) peringkat, dari B menjadi BB, sehingga kinerja membaik." in teks
    assert "tidak dapat disimpulkan karena target tahun 2022 tidak tersedia." in teks


def test_a_missing_earlier_year_is_said_with_its_year() -> None:
    i = measure(indikator(target(100), angka(74), lalu=(lalu(tidak_tersedia(), target(85)),)))
    assert kalimat_perubahan(i, i.perubahan[0], 2023, tunggal=False) == (
        "Perbandingan indikator “Indikator” dengan tahun 2022 tidak dapat disimpulkan karena data realisasi tahun 2022 "
        "tidak tersedia."
    )


@given(positif, nilai, nilai, st.sampled_from([Rumus.POSITIF, Rumus.NEGATIF]), st.integers(0, 5))
def test_direction_words_agree_with_the_numbers(
    t: Decimal, r: Decimal, r_lalu: Decimal, rumus: Rumus, urutan: int
) -> None:
    isi = indikator(Target(angka=t), terisi(r), rumus=rumus, lalu=(lalu(terisi(r_lalu), Target(angka=t)),))
    i = measure(isi)
    perubahan = i.perubahan[0]
    semua = kalimat_perubahan(i, perubahan, 2023, tunggal=True, urutan=urutan)
    capaian = kalimat_perubahan_capaian(i, perubahan, urutan)
    realisasi = semua.removesuffix(capaian)
    assert realisasi != semua
    assert (" naik " in realisasi) is (r > r_lalu)
    assert (" turun " in realisasi) is (r < r_lalu)
    assert (" tetap " in realisasi or " tetap," in realisasi) is (r == r_lalu)
    lebih_baik = r > r_lalu if rumus is Rumus.POSITIF else r < r_lalu
    assert ("membaik" in realisasi) is lebih_baik
    assert ("menurun" in realisasi) is (r != r_lalu and not lebih_baik)
    assert i.capaian.nilai is not None
    assert perubahan.capaian.nilai is not None
    assert (" naik " in capaian) is (i.capaian.nilai > perubahan.capaian.nilai)
    assert (" turun " in capaian) is (i.capaian.nilai < perubahan.capaian.nilai)
    assert not cacat(semua)


@pytest.mark.parametrize(
    ("deret", "rumus", "kata"),
    [
        ((70, 74, 80), Rumus.POSITIF, "terus naik, yang berarti kinerja membaik"),
        ((70, 70, 80), Rumus.POSITIF, "cenderung naik, yang berarti kinerja membaik"),
        ((9, 8, 5), Rumus.NEGATIF, "terus turun, yang berarti kinerja membaik"),
        ((80, 74, 70), Rumus.POSITIF, "terus turun, yang berarti kinerja menurun"),
        ((70, 80, 74), Rumus.POSITIF, "berfluktuasi."),
        ((70, 70, 70), Rumus.POSITIF, "tidak berubah."),
    ],
)
def test_the_course_over_years(deret: tuple[int, int, int], rumus: Rumus, kata: str) -> None:
    awal, tengah, akhir = deret
    tahun = (lalu(angka(awal), target(80), 2021), lalu(angka(tengah), target(80), 2022))
    i = measure(indikator(target(80), angka(akhir), rumus=rumus, lalu=tahun))
    teks = kalimat_tren(i, 2023)
    assert teks.startswith(
        "Sepanjang 3 (tiga) tahun yang tercatat antara 2021 dan 2023, realisasi indikator ini "
    )
    assert kata in teks


def test_two_years_are_no_course() -> None:
    i = measure(indikator(target(80), angka(81), lalu=(lalu(angka(80), target(80)),)))
    assert kalimat_tren(i, 2023) == ""


@pytest.mark.parametrize(
    ("r", "akhir", "tahun", "nilai_kemajuan", "kata"),
    [
        (74, 98, 2023, "75,51%", "sehingga masih kurang 24,49 poin dari 100% sampai akhir periode."),
        (98, 98, 2023, "100,00%", "sehingga target akhir periode telah terpenuhi."),
        (99, 98, 2023, "101,02%", "sehingga target akhir periode telah terlampaui."),
        (
            74,
            85,
            2026,
            "87,06%",
            "sehingga target akhir periode belum terpenuhi, kurang 12,94 poin dari 100%.",
        ),
    ],
)
def test_kemajuan_against_the_end_of_the_renstra(
    r: int, akhir: int, tahun: int, nilai_kemajuan: str, kata: str
) -> None:
    i = measure(indikator(target(80), angka(r), target_akhir=target(akhir)))
    for n in RAGAM:
        teks = kalimat_kemajuan(i, tahun, tunggal=True, urutan=n)
        assert nilai_kemajuan in teks
        assert teks.endswith(kata)
        assert "Renstra tahun 2026" in teks or "target akhir tahun 2026" in teks


def test_kemajuan_of_letters_is_short_of_ranks_not_of_points() -> None:
    isi = indikator(Target(huruf="B"), huruf("B"), rumus=Rumus.PREDIKAT, skala=AKIP_2021)
    i = replace(measure(replace(isi, target_akhir=Target(huruf="A"))), tahun_akhir=2026)
    assert kalimat_kemajuan(i, 2023, tunggal=True).endswith(
        "sehingga peringkat predikatnya masih perlu ditingkatkan sampai akhir periode."
    )
    assert kalimat_kemajuan(i, 2026, tunggal=True).endswith(
        "sehingga peringkat yang ditargetkan pada akhir periode belum terpenuhi."
    )


def test_kemajuan_without_a_target_has_a_reason() -> None:
    i = measure(indikator(target(80), angka(70)))
    assert kalimat_kemajuan(i, 2023, tunggal=True) == (
        "Tingkat kemajuan indikator ini terhadap target akhir Renstra tidak dapat disimpulkan karena target akhir "
        "Renstra belum ditetapkan."
    )


def banding(r: Nilai, lain: Nilai, rumus: Rumus = Rumus.POSITIF) -> HasilIndikator:
    isi = indikator(target(80), r, rumus=rumus, satuan="indeks", desimal=0)
    pembanding = Pembanding(lingkup=Lingkup.KABUPATEN, tahun=2023, nilai=lain, sumber="")
    return measure(replace(isi, pembanding=(pembanding,)))


def test_below_the_kabupaten() -> None:
    i = banding(angka(85), angka("86.34"))
    assert kalimat_pembanding(i, i.pembanding[0], "Kabupaten Jember", tunggal=True) == (
        "Realisasi indikator ini sebesar 85 berada 1,34 poin di bawah nilai Kabupaten Jember tahun 2023 sebesar 86,34, "
        "sehingga masih perlu ditingkatkan."
    )


@given(nilai, nilai, st.sampled_from([Rumus.POSITIF, Rumus.NEGATIF]), st.integers(0, 5))
def test_above_and_below_an_area_agree_with_the_numbers(
    r: Decimal, n: Decimal, rumus: Rumus, urutan: int
) -> None:
    i = banding(terisi(r), terisi(n), rumus)
    teks = kalimat_pembanding(i, i.pembanding[0], "Kabupaten Jember", tunggal=True, urutan=urutan)
    assert (" di atas " in teks) is (r > n)
    assert (" di bawah " in teks) is (r < n)
    assert ("setara" in teks) is (r == n)
    assert ("lebih baik" in teks) is (r > n if rumus is Rumus.POSITIF else r < n)
    assert not cacat(teks)


def test_reasons_that_explain_nothing_are_left_out() -> None:
    i = measure(indikator(target(80), angka(70)))
    tingkat = ("kabupaten", "nasional")
    assert kalimat_tanpa_pembanding(
        i, tingkat, ("data nasional tahun 2023 tidak tersedia",), tunggal=True
    ) == (
        "Data pembanding tingkat kabupaten dan nasional untuk indikator ini tidak tersedia, sehingga perbandingannya "
        "tidak dapat disimpulkan."
    )
    for n in RAGAM:
        teks = kalimat_tanpa_pembanding(i, tingkat, ("Belum ada standar nasional.",), tunggal=True, urutan=n)
        assert "karena belum ada standar nasional" in teks
        assert not cacat(teks)
    dua = ("Angkanya tidak disajikan", "Belum ada standar nasional")
    assert "karena angkanya tidak disajikan dan belum ada standar nasional" in kalimat_tanpa_pembanding(
        i, tingkat, dua, tunggal=True
    )
