"""Words that compare and judge: naik, turun, di bawah target, predikat, efisien."""

from __future__ import annotations

import pytest

from reports.publish.naskah import Naskah
from tests.reports.lkip.example_naskah import naskah_jombang
from tests.sakip.checks.text.passages import found_in, passage


@pytest.fixture(scope="module")
def jombang() -> Naskah:
    """IKM 85 of 85 (80 in 2022): up by 5, capaian 100,00; trantib 95 of 100; fasilitasi 85 of 100: 85,00.

    The scale is AA Sangat Memuaskan, A Memuaskan, BB Sangat Baik, B Baik, CC Cukup Memadai, C Kurang, D Sangat Kurang.
    """
    return naskah_jombang()


@pytest.mark.parametrize(
    "text",
    [
        "Realisasi IKM menurun dibandingkan tahun sebelumnya.",
        "IKM mengalami penurunan.",
        "Dibandingkan tahun 2022, realisasi IKM tahun 2023 tetap.",
        "Nilai Indeks Kepuasan Masyarakat turun dari 80 menjadi 85.",
    ],
)
def test_a_direction_that_the_numbers_do_not_have_is_found(jombang: Naskah, text: str) -> None:
    (message,) = found_in(jombang, "arah-sesuai-angka", text)
    assert message.startswith("IKM disebut ")
    assert message.endswith("; tercatat naik dari 80 (2022) menjadi 85.")


@pytest.mark.parametrize(
    "text",
    [
        "Realisasi IKM meningkat dibandingkan tahun sebelumnya.",
        "IKM mengalami kenaikan dari 80 menjadi 85.",
        "Jumlah pengaduan menurun sehingga IKM terjaga.",
        "Petugas tetap melayani; IKM menjadi ukurannya.",
        "Realisasi IKM diharapkan tidak menurun tahun depan.",
        "Realisasi IKM pada triwulan II menurun.",
        "Partisipasi warga menurun.",
        "Kinerja kecamatan lain menurun.",
    ],
)
def test_a_direction_that_is_right_or_of_something_else_stays_silent(jombang: Naskah, text: str) -> None:
    assert found_in(jombang, "arah-sesuai-angka", text) == []


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        (
            "Realisasi IKM tahun 2023 berada di bawah target.",
            ["IKM disebut di bawah target; tercatat sama dengan target (realisasi 85, target 85)."],
        ),
        (
            "Realisasi IKM melampaui target.",
            ["IKM disebut melampaui target; tercatat sama dengan target (realisasi 85, target 85)."],
        ),
        ("Realisasi IKM sama dengan target.", []),
        ("Beberapa kegiatan berada di bawah target.", []),
        ("Realisasi IKM di bawah target Renstra.", []),
    ],
)
def test_a_position_is_that_of_the_numbers(jombang: Naskah, text: str, messages: list[str]) -> None:
    assert found_in(jombang, "letak-sesuai-target", text) == messages


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        (
            "Capaian IKM masuk kategori Memuaskan.",
            ["Predikat IKM ditulis “Memuaskan”; menurut capaiannya AA (Sangat Memuaskan)."],
        ),
        ("Capaian IKM masuk kategori SANGAT MEMUASKAN.", []),
        ("Capaian IKM berpredikat AA.", []),
        ("Mutu layanan termasuk kategori B menurut survei.", []),
        ("Nilai SAKIP masuk kategori Baik.", []),
        ("Desa berkategori mandiri.", []),
    ],
)
def test_a_predikat_is_that_of_the_value(jombang: Naskah, text: str, messages: list[str]) -> None:
    assert found_in(jombang, "predikat-sesuai-skala", text) == messages


def test_a_verdict_of_another_scale_is_found(jombang: Naskah) -> None:
    (message,) = found_in(jombang, "predikat-sesuai-skala", "Kinerja kecamatan masuk kategori Sangat Tinggi.")
    assert message.startswith(
        "“Sangat Tinggi” tidak ada dalam skala tahun ini. Pakai salah satu: Sangat Memuaskan"
    )


def test_efficient_is_said_of_what_reached_more_than_it_spent(jombang: Naskah) -> None:
    assert jombang.results is not None
    below = next(s for s in jombang.results.sasaran if s.efisiensi.efisien is False)
    text = passage("Penggunaan anggaran sasaran ini tergolong efisien.", about=below.kunci)
    (message,) = found_in(jombang, "efisien-sesuai-hitungan", text)
    assert message.startswith(
        f"Sasaran “{below.uraian}” disebut efisien; menurut hitungan tidak efisien (capaian "
    )
    silent = passage("Kegiatan dilaksanakan secara efektif dan efisien.", about=below.kunci)
    assert found_in(jombang, "efisien-sesuai-hitungan", silent) == []
