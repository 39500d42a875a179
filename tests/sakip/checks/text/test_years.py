"""Years in sentences fit the report's own (Jombang 2023, Renstra 2021–2026, RPJMD 2021–2026)."""

from __future__ import annotations

import pytest

from reports.publish.naskah import Naskah
from tests.reports.lkip.example_naskah import naskah_jombang
from tests.sakip.checks.text.passages import found_in
from tests.table_tests import each_row


@pytest.fixture(scope="module")
def jombang() -> Naskah:
    """The report of 2023."""
    return naskah_jombang()


@each_row(
    ("code", "text", "messages"),
    [
        (
            "tahun-laporan",
            "Laporan Kinerja Kecamatan Jombang Tahun 2019 disusun bersama.",
            ["“Laporan Kinerja Kecamatan Jombang Tahun 2019” dalam laporan tahun 2023."],
        ),
        (
            "tahun-laporan",
            "Pada Tahun Anggaran 2021 dana terserap.",
            ["“Tahun Anggaran 2021” dalam laporan tahun 2023."],
        ),
        ("tahun-laporan", "Laporan Kinerja Kecamatan Jombang Tahun 2023 disusun bersama.", []),
        ("tahun-laporan", "Dibandingkan dengan Laporan Kinerja Tahun 2022, cakupannya lebih luas.", []),
        ("tahun-laporan", "Sesuai Peraturan Nomor 53 tentang laporan kinerja tahun 2014.", []),
        ("tahun-laporan", "Kecamatan dibentuk pada tahun 1987.", []),
        (
            "tahun-sebelum-dan-sesudah",
            "Realisasi tahun lalu (2019) lebih rendah.",
            ["“tahun lalu (2019” dalam laporan tahun 2023; seharusnya 2022."],
        ),
        (
            "tahun-sebelum-dan-sesudah",
            "Bahan evaluasi dan penyusunan rencana kegiatan tahun 2023.",
            ["“penyusunan rencana kegiatan tahun 2023” dalam laporan tahun 2023; seharusnya 2024."],
        ),
        ("tahun-sebelum-dan-sesudah", "Penyusunan rencana kegiatan tahun 2024.", []),
        ("tahun-sebelum-dan-sesudah", "Rencana kerja tahun 2023 telah dilaksanakan seluruhnya.", []),
        ("tahun-sebelum-dan-sesudah", "Tahun sebelumnya (2022) realisasinya 80.", []),
        (
            "masa-renstra",
            "Renstra Kecamatan Jombang tahun 2023-2026 menjadi acuan.",
            ["“Renstra Kecamatan Jombang tahun 2023-2026”; tercatat 2021–2026."],
        ),
        (
            "tahun-laporan",
            "Laporan Kinerja Instansi Pemerintah (LKIP) Kecamatan Jombang Tahun 2022",
            [
                "“Laporan Kinerja Instansi Pemerintah (LKIP) Kecamatan Jombang Tahun 2022” dalam laporan tahun 2023."
            ],
        ),
        (
            "tahun-laporan",
            "dituangkan dalam Perjanjian Kinerja Kecamatan Jombang Tahun 2019",
            ["“Perjanjian Kinerja Kecamatan Jombang Tahun 2019” dalam laporan tahun 2023."],
        ),
        (
            "tahun-laporan",
            "Dalam tahun 2021 Kecamatan Jombang telah melaksanakan berbagai program.",
            ["“Dalam tahun 2021 Kecamatan Jombang telah melaksanakan” dalam laporan tahun 2023."],
        ),
        ("tahun-laporan", "Perjanjian Kinerja Tahun 2024 ditandatangani pada bulan Januari.", []),
        ("tahun-laporan", "Realisasi Tahun Anggaran 2022 sebesar 94,45%.", []),
        ("tahun-laporan", "LKIP tahun 2022 menjadi bahan perbaikan.", []),
        (
            "masa-renstra",
            "Matriks Rencana Strategis (RS) 2016-2021",
            ["“Rencana Strategis (RS) 2016-2021”; tercatat 2021–2026."],
        ),
        (
            "masa-renstra",
            "Peraturan Bupati Nomor 5 Tahun 2018 tentang Perubahan Rencana Strategis Tahun 2016-2021",
            [],
        ),
        ("masa-renstra", "Renstra Kecamatan Jombang tahun 2021 s.d. 2026 menjadi acuan.", []),
        ("masa-renstra", "Renstra diubah. Pada tahun 2022-2023 dilakukan pembinaan.", []),
    ],
)
def test_a_year_that_does_not_fit_is_found(
    jombang: Naskah, code: str, text: str, messages: list[str]
) -> None:
    assert found_in(jombang, code, text) == messages
