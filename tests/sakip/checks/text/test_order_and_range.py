"""Items and references by number, days of the calendar, ranges of predikat, indikator that reached their target, values
told in turn: what is found, and what stays silent."""

from __future__ import annotations

import pytest

from reports.publish.naskah import Naskah
from sakip.checks.material import Surroundings
from tests.reports.lkip.example_naskah import naskah_jombang
from tests.sakip.checks.text.passages import found, found_in
from tests.table_tests import each_row

NUMBERED = frozenset({"Tabel 3.1", "Tabel 3.2", "Gambar 1.1"})


@pytest.fixture(scope="module")
def jombang() -> Naskah:
    """Trantib 95 of 100 (90 in 2022), IKM 85 of 85 (80), SAKIP B of B (B), fasilitasi 85 of 100 (80); AA from 90, A
    from 80, BB from 70."""
    return naskah_jombang()


@pytest.mark.parametrize(
    ("code", "text", "message"),
    [
        (
            "hari-dan-bulan-cocok",
            "Rapat tanggal 31 Juni 2023.",
            "“31 Juni 2023” tidak cocok; seharusnya Juni 2023 sampai tanggal 30. Perbaiki salah satunya.",
        ),
        (
            "urutan-butir",
            "Kendala: (1) pegawai; (2) data; dan (4) dana.",
            "Butir “(4)” tidak berurutan; seharusnya “(3)”. Perbaiki penomorannya.",
        ),
        (
            "acuan-tabel-ada",
            "Tujuan tersaji pada Tabel 4.1.",
            "“Tabel 4.1” tidak ada dalam laporan: bab 4 tidak memuat tabel. Perbaiki nomornya.",
        ),
        (
            "acuan-tabel-ada",
            "Lihat tabel 3.9.",
            "“tabel 3.9” tidak ada dalam laporan: tabel bab 3 sampai Tabel 3.2. Perbaiki nomornya.",
        ),
    ],
)
def test_what_the_text_alone_tells_is_found(code: str, text: str, message: str) -> None:
    assert found(code, text, around=Surroundings(numbered=NUMBERED)) == [message]


def test_paragraphs_that_number_themselves_follow_one_another() -> None:
    assert found("urutan-butir", "Kendala:", "1. Data.", "2. Pegawai.", "2. Dana.") == [
        "Butir “2.” tidak berurutan; seharusnya “3.”. Perbaiki penomorannya."
    ]
    assert found("urutan-butir", "1. Data.", "a. satu", "b. dua", "2. Pegawai.", "a. satu", "b. dua") == []


@pytest.mark.parametrize(
    "text",
    [
        "Sebagaimana Tabel 3.2 dan Gambar 1.1.",
        "Sesuai Tabel 5.3 pada RPJMD Kabupaten Jember.",
        "Tabel 4.1 dalam LKIP tahun 2022 memuat rekapitulasi serupa.",
    ],
)
def test_tables_that_exist_or_stand_elsewhere_are_let_be(text: str) -> None:
    assert found("acuan-tabel-ada", text, around=Surroundings(numbered=NUMBERED)) == []


@each_row(
    ("code", "text", "expected"),
    [
        (
            "rentang-predikat-sesuai-skala",
            "Predikat Memuaskan diberikan untuk capaian di atas 85 sampai dengan 90.",
            "80",
        ),
        ("rentang-predikat-sesuai-skala", "Rentang >70–80 termasuk predikat Memuaskan.", "80"),
        ("rentang-predikat-sesuai-skala", "Capaian di atas 70 berpredikat Memuaskan.", "80"),
        ("rentang-predikat-sesuai-skala", "Capaian di bawah 80 berpredikat Memuaskan.", "80"),
        ("rentang-predikat-sesuai-skala", "Capaian di atas 60 berpredikat Sangat Memuaskan.", "90"),
        ("rentang-predikat-sesuai-skala", "Capaian di bawah 10 berpredikat Sangat Memuaskan.", "90"),
        ("rentang-predikat-sesuai-skala", "Capaian kurang dari 50 termasuk kategori D.", "selebihnya"),
        ("banyak-indikator-tercapai", "Sebanyak tiga indikator mencapai target.", "2 (dua)"),
        (
            "banyak-indikator-tercapai",
            "Indikator yang belum mencapai target berjumlah 1 (satu) indikator.",
            "2 (dua)",
        ),
        (
            "banyaknya-sesuai-catatan",
            "Agar mendapat predikat Baik dilaksanakan hasil pengukuran 19 (sembilan belas) indikator sasaran, dengan "
            "capaian antara lain:",
            "19 (sembilan belas)",
        ),
        ("angka-sesuai-catatan", "Target dan realisasi IKM berturut-turut 85 dan 80.", "85"),
        ("angka-sesuai-catatan", "Pada tahun 2022 dan 2023 IKM masing-masing sebesar 80 dan 87.", "85"),
        ("angka-sesuai-catatan", "IKM terpaut 5 poin dari targetnya.", "0"),
        (
            "letak-sesuai-pembanding",
            "IKM Kecamatan Jombang lebih tinggi 1,34 poin daripada Kabupaten Jember.",
            "86,34",
        ),
        ("letak-sesuai-pembanding", "IKM sama dengan nilai kabupaten.", "di bawah nilai kabupaten 86,34"),
        ("angka-sesuai-catatan", "Target IKM tahun 2022 sebesar 83.", "100"),
        ("huruf-sesuai-catatan", "Rata-rata nasional Nilai Sakip adalah BB.", "B (63,36)"),
    ],
)
def test_what_the_record_tells_otherwise_is_found(
    jombang: Naskah, code: str, text: str, expected: str
) -> None:
    messages = found_in(jombang, code, text)
    assert len(messages) == 1
    assert expected in messages[0]


@each_row(
    ("code", "text"),
    [
        ("rentang-predikat-sesuai-skala", "Capaian di atas 80 sampai dengan 90 berpredikat Memuaskan."),
        ("rentang-predikat-sesuai-skala", "Untuk kategori A dibutuhkan nilai di atas 80."),
        # All beyond the last bound is of that predikat.
        ("rentang-predikat-sesuai-skala", "Capaian di atas 95 berpredikat Sangat Memuaskan."),
        ("rentang-predikat-sesuai-skala", "Capaian di bawah 20 berpredikat Sangat Kurang."),
        (
            "rentang-predikat-sesuai-skala",
            "Nilai IKM 76,61–88,30 termasuk mutu pelayanan B menurut Permen PANRB.",
        ),
        (
            "banyak-indikator-tercapai",
            "Dua indikator mencapai target, sedangkan dua indikator belum mencapai target.",
        ),
        ("banyaknya-sesuai-catatan", "Dari hasil pengukuran dua indikator mencapai target."),
        ("banyak-indikator-tercapai", "Diharapkan tiga indikator mencapai target."),
        ("angka-sesuai-catatan", "Target dan realisasi IKM berturut-turut 85 dan 85."),
        (
            "angka-sesuai-catatan",
            "Realisasi IKM sama dengan targetnya, yakni 85, lebih tinggi daripada tahun 2022.",
        ),
        ("letak-sesuai-pembanding", "IKM di bawah nilai kabupaten."),
        ("angka-sesuai-catatan", "Sebab target IKM berubah dari 85 menjadi 100."),
        ("arah-sesuai-angka", "Nilai unsur sarana dalam IKM turun dari 82 menjadi 79."),
        ("persen-indikator-mungkin", "Dengan capaian 79% indikator tersebut masuk predikat Baik."),
        (
            "selisih-sesuai-nilainya",
            "Kenaikan 5 poin ini didorong oleh penambahan loket dari 2 menjadi 4 loket.",
        ),
    ],
)
def test_what_only_looks_so_stays_silent(jombang: Naskah, code: str, text: str) -> None:
    assert found_in(jombang, code, text) == []
