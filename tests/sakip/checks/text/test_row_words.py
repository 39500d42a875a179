"""Words in tables beside an indikator, and the years above their columns."""

from __future__ import annotations

import pytest

from reports.publish.naskah import Naskah
from sakip.checks.material import Shape
from tests.reports.lkip.example_naskah import naskah_jombang
from tests.sakip.checks.text.passages import found, found_in, passage, table
from tests.table_tests import each_row


@pytest.fixture(scope="module")
def jombang() -> Naskah:
    """IKM 80 in 2022 and 85 in 2023, target 85."""
    return naskah_jombang()


@each_row(
    ("head", "line", "messages"),
    [
        (
            "Indikator | Realisasi 2022 | Realisasi 2023 | Tren",
            "IKM | 80 | 85 | Menurun",
            ["IKM disebut menurun; tercatat naik dari 80 (2022) menjadi 85."],
        ),
        (
            "Indikator | 2022 | 2023 | Ket",
            "IKM | 80 | 85 | tetap",
            ["IKM disebut tetap; tercatat naik dari 80 (2022) menjadi 85."],
        ),
        (
            "Indikator | Target | Realisasi | Keterangan",
            "IKM | 85 | 85 | Tidak Tercapai",
            ["IKM disebut tidak tercapai; tercatat sama dengan target (realisasi 85, target 85)."],
        ),
        (
            "Indikator | Target | Realisasi | Status",
            "IKM | 85 | 85 | melampaui target",
            ["IKM disebut melampaui target; tercatat sama dengan target (realisasi 85, target 85)."],
        ),
        ("Indikator | Realisasi 2022 | Realisasi 2023 | Tren", "IKM | 80 | 85 | Naik", []),
        ("Indikator | Target | Realisasi | Keterangan", "IKM | 85 | 85 | Tercapai", []),
        # Against others, of other things, in other words.
        ("Indikator | Realisasi | Realisasi Nasional | Ket (+/-)", "IKM | 85 | 87 | turun", []),
        ("Indikator | Target Akhir Renstra | Realisasi | Keterangan", "IKM | 100 | 85 | Belum tercapai", []),
        ("Uraian | 2022 | 2023 | Tren", "Jumlah pengaduan | 12 | 7 | Turun", []),
        ("Indikator | Target | Realisasi | Keterangan", "IKM | 85 | 85 | Turun ke desa", []),
    ],
)
def test_words_of_rows(jombang: Naskah, head: str, line: str, messages: list[str]) -> None:
    assert found_in(jombang, "kata-tabel-sesuai-angka", *table(line, head=head)) == messages


@each_row(
    ("head", "message"),
    [
        (
            "Indikator | REALISASI Th. 2018",
            "Kolom “REALISASI Th. 2018” dalam laporan tahun 2023. Perbaiki tahunnya.",
        ),
        (
            "Indikator | Realisasi 2022 | Realisasi 2024",
            "Kolom “Realisasi 2024” menyebut tahun sesudah tahun laporan 2023. Perbaiki tahunnya.",
        ),
        ("Indikator | Target 2023 | Target 2023", "Kolom “Target 2023” ada dua kali. Perbaiki tahunnya."),
        (
            "Indikator | Realisasi Th. 2021 (n-1) | Realisasi Th. 2023 (n)",
            "Kolom “Realisasi Th. 2021 (n-1)” seharusnya menyebut tahun 2022. Perbaiki tahunnya.",
        ),
        ("Indikator | Target 2023 | Realisasi 2023 | Capaian 2023", ""),
        ("Indikator | Realisasi 2021 | Realisasi 2022 | Realisasi 2023", ""),
        ("Indikator | Target 2024 | Target 2025 | Target 2026", ""),
        ("Indikator | Realisasi 2022", ""),
        ("Kegiatan | Tahun 2018 | Tahun 2019", ""),
    ],
)
def test_years_of_columns(head: str, message: str) -> None:
    columns = len(head.split("|"))
    rows = table(" | ".join(["IKM", *["85"] * (columns - 1)]), head=head)
    assert found("tahun-kolom-tabel", *rows) == ([message] if message else [])


def test_what_stands_above_a_table_is_read_for_names(jombang: Naskah) -> None:
    above = passage("Sasaran | Kabupaten Camaru", shape=Shape.HEAD, cells=("Sasaran", "Kabupaten Camaru"))
    assert found_in(jombang, "nama-kabupaten", above) == [
        "“Kabupaten Camaru” adalah daerah lain. Seharusnya Kabupaten Jember?"
    ]
