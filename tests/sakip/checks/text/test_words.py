"""Words that compare and judge: naik, turun, di bawah target, predikat, efisien."""

from __future__ import annotations

import pytest

from reports.publish.naskah import Naskah
from sakip.checks.material import Shape
from tests.reports.lkip.example_naskah import naskah_jombang
from tests.sakip.checks.text.passages import found_in, passage
from tests.table_tests import each_row


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


@each_row(
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
    ("text", "word"),
    [
        ("Dibandingkan dengan realisasi tahun lalu maka terdapat penurunan IKM.", "terdapat penurunan"),
        ("Ada penurunan nilai IKM dibanding tahun lalu.", "ada penurunan"),
        ("Realisasi IKM tahun 2023 menurun dibandingkan tahun 2022.", "menurun"),
        ("Dari tabel dapat disimpulkan bahwa realisasi IKM menurun.", "menurun"),
    ],
)
def test_a_direction_is_heard_before_its_indikator_too(jombang: Naskah, text: str, word: str) -> None:
    assert found_in(jombang, "arah-sesuai-angka", text) == [
        f"IKM disebut {word}; tercatat naik dari 80 (2022) menjadi 85."
    ]


@each_row(
    ("text", "messages"),
    [
        (
            "Jika dibandingkan dengan penyerapan anggaran pada tahun 2022 maka mengalami penurunan.",
            [
                "Serapan anggaran disebut mengalami penurunan; tercatat naik dari 94,45% (2022) menjadi 94,50%."
            ],
        ),
        ("Penyerapan anggaran tahun 2023 meningkat dibandingkan tahun 2022.", []),
        ("Serapan anggaran diharapkan tidak menurun.", []),
        ("Serapan anggaran pada triwulan II menurun.", []),
        ("Serapan tenaga kerja menurun.", []),
    ],
)
def test_the_direction_of_the_spending_is_that_of_the_numbers(
    jombang: Naskah, text: str, messages: list[str]
) -> None:
    assert found_in(jombang, "arah-serapan", text) == messages


@each_row(
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
        (
            "Realisasi IKM sebesar 85 tercapai dibawah target.",
            ["IKM disebut dibawah target; tercatat sama dengan target (realisasi 85, target 85)."],
        ),
        (
            "Realisasi IKM kurang dari target.",
            ["IKM disebut kurang dari target; tercatat sama dengan target (realisasi 85, target 85)."],
        ),
        ("Realisasi IKM telah mencapai target yang ditetapkan.", []),
        ("Untuk mencapai target IKM disusun langkah perbaikan.", []),
    ],
)
def test_a_position_is_that_of_the_numbers(jombang: Naskah, text: str, messages: list[str]) -> None:
    assert found_in(jombang, "letak-sesuai-target", text) == messages


@each_row(
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
        (
            "Capaian IKM tergolong Cukup.",
            ["Predikat IKM ditulis “Cukup”; menurut capaiannya AA (Sangat Memuaskan)."],
        ),
        (
            "Dengan demikian IKM mendapat predikat nilai Baik.",
            ["Predikat IKM ditulis “Baik”; menurut capaiannya AA (Sangat Memuaskan)."],
        ),
        (
            "Rata rata capaian kinerja mencapai 95% dan masuk dalam kategori memuaskan.",
            ["Predikat rata-rata capaian ditulis “memuaskan”; menurut capaiannya AA (Sangat Memuaskan)."],
        ),
        ("Secara umum realisasi kinerja PD Kecamatan Jombang dalam kategori Sangat Memuaskan", []),
        ("Wilayah rawan bencana masuk kategori tinggi.", []),
        ("Status gizi balita dikategorikan baik oleh puskesmas.", []),
        ("Kategori Sangat Baik menurut skala lama tidak dipakai lagi.", []),
        (
            "Capaian IKM sebesar 100% (Baik).",
            ["Predikat IKM ditulis “Baik”; menurut capaiannya AA (Sangat Memuaskan)."],
        ),
        (
            "Kategori capaian IKM: Memuaskan",
            ["Predikat IKM ditulis “Memuaskan”; menurut capaiannya AA (Sangat Memuaskan)."],
        ),
        # What is named behind the verdict is not what it is said of.
        (
            "Capaian IKM mendapat predikat nilai Baik berdasarkan Persentase Fasilitas Peningkatan Kesejahteraan.",
            ["Predikat IKM ditulis “Baik”; menurut capaiannya AA (Sangat Memuaskan)."],
        ),
        (
            "Sasaran meningkatnya kepuasan masyarakat berpredikat Cukup.",
            [
                "Predikat sasaran “Meningkatnya kepuasan masyarakat” ditulis “Cukup”; menurut capaiannya AA (Sangat"
                " Memuaskan)."
            ],
        ),
        ("Capaian IKM dibahas; unsur sarana masuk kategori Kurang.", []),
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


def test_verdicts_in_rows_stand_below_their_heads(jombang: Naskah) -> None:
    assert jombang.results is not None
    heads, cells = ("Indikator", "Capaian", "Predikat"), ("IKM", "100%", "Memuaskan")
    row = passage(" | ".join(cells), shape=Shape.ROW, heads=heads, cells=cells)
    assert found_in(jombang, "predikat-sesuai-skala", row) == [
        "Predikat IKM ditulis “Memuaskan”; menurut capaiannya AA (Sangat Memuaskan)."
    ]
    below = next(s for s in jombang.results.sasaran if s.efisiensi.efisien is False)
    titles, verdict = ("Sasaran", "Tingkat Efisiensi"), (below.uraian, "Efisien")
    row = passage(" | ".join(verdict), shape=Shape.ROW, heads=titles, cells=verdict)
    (message,) = found_in(jombang, "efisien-sesuai-hitungan", row)
    assert message.startswith(f"Sasaran “{below.uraian}” disebut efisien; menurut hitungan tidak efisien")
    row = passage("", shape=Shape.ROW, heads=titles, cells=(below.uraian, "Tidak efisien"))
    assert found_in(jombang, "efisien-sesuai-hitungan", row) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Penggunaan anggaran sasaran ini dinyatakan efisien.", True),
        ("Dengan demikian penggunaan sumber daya pada sasaran ini efisien.", True),
        ("Pelayanan menjadi lebih efisien.", False),
        ("Sasaran ini dinyatakan tidak efisien.", False),
    ],
)
def test_efficient_is_heard_of_the_sasaran_alone(jombang: Naskah, text: str, found: bool) -> None:
    assert jombang.results is not None
    below = next(s for s in jombang.results.sasaran if s.efisiensi.efisien is False)
    assert bool(found_in(jombang, "efisien-sesuai-hitungan", passage(text, about=below.kunci))) is found
