"""What a sentence or a row reckons by itself."""

from __future__ import annotations

import pytest

from reports.publish.naskah import Naskah
from tests.reports.lkip.example_naskah import naskah_jombang
from tests.sakip.checks.text.passages import found, found_in, table
from tests.table_tests import each_row


@pytest.fixture(scope="module")
def jombang() -> Naskah:
    """Four indikator, one in each sasaran; IKM with target 85."""
    return naskah_jombang()


@each_row(
    ("text", "stated", "told"),
    [
        ("Kunjungan naik 6 orang dari 80 menjadi 85.", "6", "80 dan 85|5"),
        ("Nilai unsur naik sebesar 6 poin dari 80 menjadi 85.", "6", "80 dan 85|5"),
        (
            "Jumlah kunjungan naik dari 3.120 menjadi 3.415 orang atau meningkat 305.",
            "305",
            "3.120 dan 3.415|295",
        ),
        ("Angka stunting turun dari 14% menjadi 11%, terjadi penurunan sebesar 4%.", "4%", "14% dan 11%|3"),
        (
            "Pendapatan meningkat sebesar 10% dari Rp 100.000 menjadi Rp 120.000.",
            "10%",
            "Rp 100.000 dan Rp 120.000|20.000",
        ),
        ("Nilai unsur naik sebesar 5 poin dari 80 menjadi 85.", "", ""),
        ("Pendapatan meningkat sebesar 20% dari Rp 100.000 menjadi Rp 120.000.", "", ""),
        ("Angka stunting turun dari 14% menjadi 11%, terjadi penurunan sebesar 21,4%.", "", ""),
        ("Kunjungan naik dari 80 menjadi 85 karena 3 loket ditambah.", "", ""),
        ("Naik kelas 4 orang dari 80 siswa menjadi pengurus.", "", ""),
    ],
)
def test_a_difference_is_that_of_its_values(text: str, stated: str, told: str) -> None:
    values, _, right = told.partition("|")
    message = f"Selisih {values} ditulis {stated}; seharusnya {right}. Perbaiki salah satunya."
    assert found("selisih-sesuai-nilainya", text) == ([message] if stated else [])


@each_row(
    ("text", "stated"),
    [
        ("Sebanyak 90% indikator capaiannya dalam kategori Baik.", "90%"),
        ("sebanyak 71% indikator capaian diatas target dan 8% indikator Kurang", "71%, 8%"),
        ("Sebanyak 75% indikator dalam kategori Sangat Memuaskan.", ""),
        ("Seluruh atau 100% indikator telah diukur.", ""),
        ("Sebanyak 90% warga puas.", ""),
        ("Sebanyak 90% indikator program tercapai.", ""),
        ("Tahun depan diharapkan 90% indikator tercapai.", ""),
    ],
)
def test_a_percentage_of_a_few_indikator_can_be(jombang: Naskah, text: str, stated: str) -> None:
    message = f"{stated} indikator tidak mungkin: yang diukur 4 indikator. Hitung kembali."
    assert found_in(jombang, "persen-indikator-mungkin", text) == ([message] if stated else [])


@each_row(
    ("head", "line", "empty"),
    [
        ("Indikator | Target | Realisasi | Capaian", "IKM | 85 | | ", ["Realisasi", "Capaian"]),
        ("Indikator | Target 2023 | Realisasi 2023 | Capaian (%)", "IKM | 85 | 85 | ", ["Capaian (%)"]),
        ("Indikator | Target | Realisasi | Capaian", "IKM | 85 | - | -", []),
        ("Indikator | Target | Realisasi | Realisasi Nasional", "IKM | 85 | 85 | ", []),
        ("Indikator | Target | Realisasi", "IKM | | ", []),
        ("Kegiatan | Target | Realisasi", "Posyandu | 12 kali | ", []),
    ],
)
def test_cells_of_what_is_measured(jombang: Naskah, head: str, line: str, empty: list[str]) -> None:
    messages = [f"Kolom “{column}” kosong. Isi, atau nyatakan tidak tersedia." for column in empty]
    assert found_in(jombang, "sel-terisi", *table(line, head=head)) == messages


@pytest.mark.parametrize(
    ("line", "message"),
    [
        # Jombang 2023, L871; its next row has two numbers in one cell.
        (
            "Ketertiban | 95% | 98% | Efisien",
            "Capaian 95% lebih rendah daripada serapan 98%, tetapi ditulis “Efisien”. Perbaiki salah satunya.",
        ),
        ("Fasilitasi | 85% | 99,8% 90% | Efisien", ""),
        ("Pelayanan | 100% | 98% | Efisien", ""),
        ("Ketertiban | 95% | 98% | Tidak Efisien", ""),
    ],
)
def test_an_efficient_row_reached_what_it_spent(line: str, message: str) -> None:
    head = "Sasaran | % Capaian Kinerja | % Serapan Anggaran | Tingkat Efisiensi"
    assert found("efisien-sesuai-barisnya", *table(line, head=head)) == ([message] if message else [])
