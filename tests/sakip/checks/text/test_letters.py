"""Letters that were measured: held against the record, and against the number beside them."""

from __future__ import annotations

from typing import Final

import pytest

from reports.publish.naskah import Naskah
from sakip.checks.material import Shape, Surroundings
from tests.reports.lkip.example_naskah import naskah_jombang
from tests.sakip.checks.text.passages import SCALES, found, found_in, passage, table
from tests.table_tests import each_row

AROUND: Final = Surroundings(scales=SCALES)


@pytest.fixture(scope="module")
def jombang() -> Naskah:
    """Nilai Sakip: target B and realisasi B in 2023, realisasi B in 2022."""
    return naskah_jombang()


@each_row(
    ("text", "message"),
    [
        (
            "Nilai SAKIP tahun 2023 memperoleh predikat BB.",
            "Nilai SAKIP tahun 2023 ditulis BB; tercatat B.",
        ),
        ("Realisasi Nilai Sakip adalah “A”.", "Realisasi Nilai SAKIP tahun 2023 ditulis A; tercatat B."),
        ("Target Nilai Sakip tahun 2023 adalah BB.", "Target Nilai SAKIP tahun 2023 ditulis BB; tercatat B."),
        (
            "Realisasi Nilai Sakip tahun 2022 CC, tahun 2023 B.",
            "Realisasi Nilai SAKIP tahun 2022 ditulis CC; tercatat B.",
        ),
        (
            "Predikat SAKIP Kecamatan Jombang adalah A (84,20).",
            "Nilai SAKIP tahun 2023 ditulis A; tercatat B.",
        ),
        ("Hasil evaluasi SAKIP memperoleh nilai BB.", "Nilai SAKIP tahun 2023 ditulis BB; tercatat B."),
        (
            "Nilai Sakip dengan target B terealisasi C.",
            "Realisasi Nilai SAKIP tahun 2023 ditulis C; tercatat B.",
        ),
    ],
)
def test_a_letter_is_the_recorded_one(jombang: Naskah, text: str, message: str) -> None:
    assert found_in(jombang, "huruf-sesuai-catatan", text) == [f"{message} Perbaiki kalimat atau catatannya."]


@each_row(
    "text",
    [
        "Nilai SAKIP tahun 2023 memperoleh predikat B.",
        "Di tahun 2023 target Nilai Sakip B dengan realisasi B.",
        "Diharapkan Nilai Sakip tahun depan memperoleh predikat A.",
        "Agar Nilai Sakip memperoleh predikat BB, dokumen diperbaiki.",
        "Nilai SAKIP Kabupaten Jember tahun 2023 adalah BB.",
        "Target Nilai Sakip pada akhir Renstra adalah A.",
        "Nilai Sakip tahun 2021 adalah CC.",
        "Nilai Sakip ditentukan dari komponen A. Perencanaan dan B. Pengukuran.",
        "Golongan D dan kelas A mengikuti seleksi SAKIP.",
        "Unsur biaya pada survei memperoleh nilai A.",
        "Kategori A diberikan kepada desa yang lunas PBB.",
        "Capaian Nilai Sakip sebesar 100% dengan predikat AA.",
    ],
)
def test_letters_of_others_hopes_and_other_years_are_let_be(jombang: Naskah, text: str) -> None:
    assert found_in(jombang, "huruf-sesuai-catatan", text) == []


def test_a_text_about_the_indikator_and_a_row_of_a_table_tell_it_too(jombang: Naskah) -> None:
    about = passage("Tahun ini diperoleh predikat CC.", about="sakip")
    assert found_in(jombang, "huruf-sesuai-catatan", about) == [
        "Nilai SAKIP tahun 2023 ditulis CC; tercatat B. Perbaiki kalimat atau catatannya."
    ]
    head = "Indikator | Target 2023 | Realisasi 2022 | Realisasi 2023 | Target Akhir"
    rows = table("Nilai Sakip | BB | B | A (84,2) | AA", head=head)
    assert found_in(jombang, "huruf-sesuai-catatan", *rows) == [
        "Target Nilai SAKIP tahun 2023 ditulis BB; tercatat B. Perbaiki kalimat atau catatannya.",
        "Realisasi Nilai SAKIP tahun 2023 ditulis A; tercatat B. Perbaiki kalimat atau catatannya.",
    ]


@each_row(
    ("text", "message"),
    [
        # Jombang 2023, L45 and L478.
        (
            "mendapat predikat Nilai B (74,4) berdasarkan Kajian Survey Kepuasan Masyarakat Tahun 2023",
            "74,4 ditulis B; menurut Mutu pelayanan SKM termasuk C.",
        ),
        ("Target Nilai Sakip BB (97)", "97 ditulis BB; menurut Kategori nilai AKIP termasuk AA."),
        ("Hasil SKM sebesar 66 (B).", "66 ditulis B; menurut Mutu pelayanan SKM termasuk C."),
        ("Nilai AKIP 84,20 dengan predikat BB.", "84,2 ditulis BB; menurut Kategori nilai AKIP termasuk A."),
        ("Nilai SAKIP B (63,36) menjadi C (68).", "68 ditulis C; menurut Kategori nilai AKIP termasuk B."),
    ],
)
def test_a_letter_fits_its_number(text: str, message: str) -> None:
    assert found("huruf-sesuai-angka", text, around=AROUND) == [f"{message} Perbaiki salah satunya."]


@each_row(
    "text",
    [
        "Rata rata nilai SAKIP Kab/Kota tahun 2023 adalah B (63,36).",
        "SKM tahun 2023 memperoleh nilai A (90,12).",
        "IKM tahun 2015 memperoleh nilai B (74,4).",
        "Desa terbaik kategori A (97).",
        "Nilai SAKIP B (1) dan SKM A (2) dibahas.",
        "Nilai SAKIP memperoleh predikat A (80,5%).",
        "Nilai SAKIP pada Lampiran B (halaman 12).",
    ],
)
def test_letters_that_fit_or_are_of_no_known_scale(text: str) -> None:
    assert found("huruf-sesuai-angka", text, around=AROUND) == []


def test_a_row_is_read_as_one() -> None:
    row = passage("Nilai Sakip | BB (97)", shape=Shape.ROW, cells=("Nilai Sakip", "BB (97)"), heads=("", ""))
    assert len(found("huruf-sesuai-angka", row, around=AROUND)) == 1
