"""Ikhtisar eksekutif: goals, capaian per sasaran, counts, shares, budget; the numbers of the chapters."""

from dataclasses import replace
from typing import Any

from reports.document.tree import Figure, ItemList
from reports.lkip.ikhtisar import ikhtisar
from tests.reports.lkip.example_naskah import (
    empty_naskah,
    naskah_balung,
    naskah_jombang,
    naskah_umbulsari,
    snapshot_umbulsari,
)
from tests.reports.lkip.naskah_material import naskah
from tests.reports.lkip.read_part import all_sentences, blocks_from, narasi, prose, table_rows, text


def _listing(content: Any) -> list[list[str]]:
    return [
        [text(b.content) for b in block.items]
        for block in blocks_from(content)
        if isinstance(block, ItemList)
    ]


def test_goals_and_capaian_of_every_sasaran() -> None:
    content = ikhtisar(naskah_jombang())
    assert (content.title, content.level, content.nomor) == ("Ikhtisar Eksekutif", 1, "")
    assert _listing(content) == [
        ["Meningkatnya kualitas pelayanan publik.", "Meningkatnya akuntabilitas kinerja."],
    ]
    whole, best = "AA (Sangat Memuaskan)", "A (Memuaskan)"
    assert table_rows(content, "tabel-sekilas") == [
        [
            "1",
            "Terjaganya ketertiban umum dan ketentraman masyarakat",
            "95,00%",
            whole,
            "99,07%",
            "Tidak efisien",
        ],
        ["2", "Meningkatnya kepuasan masyarakat", "100,00%", whole, "99,94%", "Efisien"],
        ["3", "Terselenggaranya pemerintahan kecamatan", "100,00%", whole, "92,06%", "Efisien"],
        ["4", "Meningkatnya fasilitasi kesejahteraan masyarakat", "85,00%", best, "99,92%", "Tidak efisien"],
        ["Kecamatan Jombang", "95,00%", whole, "94,50%", ""],
    ]
    (drawing,) = [b for b in blocks_from(content) if isinstance(b, Figure)]
    assert "Sasaran 1 capaian 95,00% dan serapan 99,07%" in drawing.alt
    assert (
        "Renstra Kecamatan Jombang Tahun 2021–2026 menetapkan 2 (dua) tujuan dengan 4 (empat) sasaran"
        in prose(content)
    )


def test_it_says_how_many_sasaran_are_measured() -> None:
    assert (
        "Pengukuran kinerja tahun 2023 mencakup 4 (empat) sasaran strategis dengan 4 (empat) indikator."
        in prose(ikhtisar(naskah_jombang()))
    )


def test_one_tujuan_is_said_in_the_sentence() -> None:
    assert (
        "menetapkan satu tujuan, yaitu “Mewujudkan tata kelola pemerintahan yang baik”, dengan 2 (dua)"
        in prose(ikhtisar(naskah_umbulsari()))
    )


def test_partial_and_unknown_sasaran_say_what_they_are() -> None:
    assert table_rows(ikhtisar(naskah_balung()), "tabel-sekilas")[1:] == [
        [
            *("2", "Meningkatnya koordinasi bidang pemerintahan", "79,00%", "rata-rata 1 dari 2 indikator"),
            *("78,83%", "–"),
        ],
        ["Kecamatan Balung", "72,83%", "rata-rata 2 dari 3 indikator", "84,34%", ""],
    ]
    assert table_rows(ikhtisar(naskah_umbulsari()), "tabel-sekilas")[1] == [
        *("2", "Meningkatnya koordinasi wilayah", "–", "tidak tersedia", "100,00%", "–")
    ]


def test_mean_counts_shares_and_budget() -> None:
    balung_text = prose(ikhtisar(naskah_balung()))
    assert "merupakan rata-rata 2 dari 3 indikator" in balung_text
    assert (
        "1 (satu) indikator (33,33%) berpredikat Baik, 1 (satu) indikator (33,33%) berpredikat Cukup, dan 1 (satu) "
        "indikator (33,33%) capaiannya tidak tersedia." in balung_text
    )
    jombang_text = prose(ikhtisar(naskah_jombang()))
    assert "sebesar Rp3.427.455.027 terealisasi Rp3.239.088.691 atau 94,50%" in jombang_text
    assert "naik 0,05 poin" in jombang_text
    assert narasi(ikhtisar(naskah_jombang())) == [
        "Belanja listrik tidak terserap penuh.",
        "Jadwal kegiatan disusun sejak awal tahun.",
    ]


def test_without_records_it_is_sentences_with_reasons() -> None:
    assert all_sentences(ikhtisar(empty_naskah())) == [
        "Laporan Kinerja Kecamatan Jelbuk Kabupaten Jember Tahun 2024 menyajikan hasil pengukuran atas target dalam "
        "Perjanjian Kinerja Tahun 2024 beserta analisisnya. Tujuan dan sasaran Renstra Kecamatan Jelbuk belum dicatat.",
        "Capaian kinerja Kecamatan Jelbuk tahun 2024 belum dapat disimpulkan karena Perjanjian Kinerja tahun 2024 "
        "belum dicatat.",
        "Serapan anggaran Kecamatan Jelbuk tahun 2024 belum dapat disimpulkan karena data anggaran tahun 2024 belum "
        "dicatat.",
        "Kendala",
        "Kendala dalam pencapaian kinerja tahun 2024 belum dicatat.",
        "Langkah perbaikan",
        "Langkah perbaikan untuk tahun 2025 belum dicatat.",
    ]


def test_without_kebijakan_the_reason_is_the_kebijakan() -> None:
    assert (
        "belum dapat disimpulkan karena kebijakan pengukuran capaian tahun 2021 belum ditetapkan."
        in prose(ikhtisar(naskah(replace(snapshot_umbulsari(), kebijakan=None))))
    )
