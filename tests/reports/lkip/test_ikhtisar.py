"""Ikhtisar eksekutif: goals, capaian per sasaran, counts, shares, budget; the numbers of the chapters."""

from dataclasses import replace

from reports.document.tree import Daftar
from reports.lkip.ikhtisar import ikhtisar
from tests.reports.lkip.example_naskah import (
    naskah_balung,
    naskah_jombang,
    naskah_kosong,
    naskah_umbulsari,
    snapshot_umbulsari,
)
from tests.reports.lkip.naskah_material import naskah
from tests.reports.lkip.read_part import blok_dari, narasi, prosa, semua_kalimat, teks


def _daftar(isi: object) -> list[list[str]]:
    return [[teks(b.isi) for b in blok.butir] for blok in blok_dari(isi) if isinstance(blok, Daftar)]  # type: ignore[arg-type]


def test_goals_and_capaian_of_every_sasaran() -> None:
    isi = ikhtisar(naskah_jombang())
    assert (isi.judul, isi.tingkat, isi.nomor) == ("Ikhtisar Eksekutif", 1, "")
    assert _daftar(isi) == [
        ["Meningkatnya kualitas pelayanan publik.", "Meningkatnya akuntabilitas kinerja."],
        [
            "Terjaganya ketertiban umum dan ketentraman masyarakat: capaian 95,00% dengan predikat AA (Sangat "
            "Memuaskan).",
            "Meningkatnya kepuasan masyarakat: capaian 100,00% dengan predikat AA (Sangat Memuaskan).",
            "Terselenggaranya pemerintahan kecamatan: capaian 100,00% dengan predikat AA (Sangat Memuaskan).",
            "Meningkatnya fasilitasi kesejahteraan masyarakat: capaian 85,00% dengan predikat A (Memuaskan).",
        ],
    ]
    assert (
        "Renstra Kecamatan Jombang Tahun 2021–2026 menetapkan 2 (dua) tujuan dengan 4 (empat) sasaran"
        in prosa(isi)
    )


def test_it_says_how_many_sasaran_are_measured() -> None:
    assert (
        "Pengukuran kinerja tahun 2023 mencakup 4 (empat) sasaran strategis dengan 4 (empat) indikator. Capaian setiap "
        "sasaran tersebut adalah sebagai berikut." in prosa(ikhtisar(naskah_jombang()))
    )


def test_one_tujuan_is_said_in_the_sentence() -> None:
    assert (
        "menetapkan satu tujuan, yaitu “Mewujudkan tata kelola pemerintahan yang baik”, dengan 2 (dua)"
        in prosa(ikhtisar(naskah_umbulsari()))
    )


def test_partial_and_unknown_sasaran_say_what_they_are() -> None:
    assert _daftar(ikhtisar(naskah_balung()))[1][1] == (
        "Meningkatnya koordinasi bidang pemerintahan: capaian 79,00% dengan predikat Baik (rata-rata 1 dari 2 "
        "indikator)."
    )
    assert _daftar(ikhtisar(naskah_umbulsari()))[0][1] == (
        "Meningkatnya koordinasi wilayah: tidak dapat disimpulkan karena realisasi tidak tercatat dalam dokumen sumber."
    )


def test_mean_counts_shares_and_budget() -> None:
    teks_balung = prosa(ikhtisar(naskah_balung()))
    assert "merupakan rata-rata 2 dari 3 indikator" in teks_balung
    assert (
        "1 (satu) indikator (33,34%) berpredikat Baik, 1 (satu) indikator (33,33%) berpredikat Cukup, dan 1 (satu) "
        "indikator (33,33%) tidak dapat disimpulkan." in teks_balung
    )
    teks_jombang = prosa(ikhtisar(naskah_jombang()))
    assert "sebesar Rp3.427.455.027 terealisasi Rp3.239.088.691 atau 94,50%" in teks_jombang
    assert "naik 0,05 poin" in teks_jombang
    assert narasi(ikhtisar(naskah_jombang())) == [
        "Belanja listrik tidak terserap penuh.",
        "Jadwal kegiatan disusun sejak awal tahun.",
    ]


def test_without_records_it_is_sentences_with_reasons() -> None:
    assert semua_kalimat(ikhtisar(naskah_kosong())) == [
        "Laporan Kinerja Kecamatan Jelbuk Kabupaten Jember Tahun 2024 menyajikan hasil pengukuran atas target dalam "
        "Perjanjian Kinerja Tahun 2024 beserta analisisnya. Tujuan dan sasaran Renstra Kecamatan Jelbuk belum dicatat.",
        "Capaian kinerja Kecamatan Jelbuk tahun 2024 tidak dapat disimpulkan karena Perjanjian Kinerja tahun 2024 "
        "belum dicatat.",
        "Serapan anggaran Kecamatan Jelbuk tahun 2024 tidak dapat disimpulkan karena data anggaran tahun 2024 belum "
        "dicatat.",
        "Kendala",
        "Kendala dalam pencapaian kinerja tahun 2024 belum dicatat.",
        "Langkah perbaikan",
        "Langkah perbaikan untuk tahun 2025 belum dicatat.",
    ]


def test_without_kebijakan_the_reason_is_the_kebijakan() -> None:
    assert (
        "tidak dapat disimpulkan karena kebijakan pengukuran capaian tahun 2021 belum ditetapkan."
        in prosa(ikhtisar(naskah(replace(snapshot_umbulsari(), kebijakan=None))))
    )
