"""BAB III as a whole: order, headings, tables with sources, nothing empty, nothing that could not be signed."""

from collections.abc import Callable

import pytest

from reports.document.table_layout import tata_tabel
from reports.document.tree import Bagian
from reports.lkip.bab3 import bab3
from reports.lkip.bab4 import bab4
from reports.lkip.ikhtisar import ikhtisar
from reports.publish.naskah import Naskah
from tests.reports.lkip.example_naskah import (
    naskah_balung,
    naskah_jombang,
    naskah_kosong,
    naskah_umbulsari,
)
from tests.reports.lkip.read_part import (
    bagian_dari,
    cacat,
    prosa,
    semua_bagian,
    semua_kalimat,
    semua_tabel,
    teks,
)

SITUASI = (naskah_jombang, naskah_balung, naskah_umbulsari, naskah_kosong)
BAGIAN = (ikhtisar, bab3, bab4)

situasi = pytest.mark.parametrize("buat", SITUASI)
bagian = pytest.mark.parametrize("write", BAGIAN)

Buat = Callable[[], Naskah]
Tulis = Callable[[Naskah], Bagian]


def test_order_and_numbers_of_the_chapter() -> None:
    bab = bab3(naskah_jombang())
    assert (bab.nomor, bab.judul, bab.tingkat) == ("BAB III", "Akuntabilitas Kinerja", 1)
    assert [(b.nomor, b.judul) for b in bab.anak] == [
        ("A.", "Kerangka Pengukuran Kinerja"),
        ("B.", "Capaian Kinerja Kecamatan Jombang"),
        ("C.", "Realisasi Anggaran"),
    ]
    assert [(b.nomor, b.judul) for b in bab.anak[1].anak] == [
        ("1.", "Pengukuran Capaian Kinerja Tahun 2023"),
        ("2.", "Ikhtisar Capaian dan Predikat"),
        ("3.", "Sasaran Strategis 1: Terjaganya ketertiban umum dan ketentraman masyarakat"),
        ("4.", "Sasaran Strategis 2: Meningkatnya kepuasan masyarakat"),
        ("5.", "Sasaran Strategis 3: Terselenggaranya pemerintahan kecamatan"),
        ("6.", "Sasaran Strategis 4: Meningkatnya fasilitasi kesejahteraan masyarakat"),
    ]
    assert [b.nomor for b in bab.anak[2].anak] == ["1.", "2.", "3.", "4.", "5."]


@pytest.mark.parametrize("kunci", ["trantib", "pelayanan", "kinerja", "fasilitasi"])
def test_every_sasaran_has_the_seven_analyses_under_headings_of_their_own(kunci: str) -> None:
    analisis = bagian_dari(bab3(naskah_jombang()), f"analisis-{kunci}").anak
    assert [b.judul for b in analisis] == [
        "Target dan Realisasi Tahun 2023",
        "Perbandingan dengan Tahun-Tahun Sebelumnya",
        "Realisasi terhadap Target Akhir Renstra",
        "Perbandingan dengan Kabupaten, Provinsi, dan Nasional",
        "Penyebab Keberhasilan atau Kegagalan dan Solusi",
        "Efisiensi Penggunaan Sumber Daya",
        "Program, Kegiatan, dan Sub Kegiatan Pendukung",
    ]
    assert {b.tingkat for b in analisis} == {4}
    assert not any(b.daftar_isi for b in analisis)


@situasi
@bagian
def test_no_heading_stands_empty_and_no_key_is_used_twice(buat: Buat, write: Tulis) -> None:
    semua = list(semua_bagian(write(buat())))
    assert [b.kunci for b in semua if not b.isi and not b.anak] == []
    assert len({b.kunci for b in semua}) == len(semua)


@situasi
@bagian
def test_every_sentence_can_be_signed(buat: Buat, write: Tulis) -> None:
    isi = write(buat())
    for kalimat in semua_kalimat(isi):
        assert cacat(kalimat) == [], kalimat
        assert kalimat[-1] in ".:" or kalimat in _LABEL, kalimat
    assert "diatas" not in prosa(isi)
    assert "dibawah" not in prosa(isi)


_LABEL = {
    "Kendala",
    "Langkah perbaikan",
    "Faktor pendorong",
    "Faktor penghambat",
    "Koordinasi Penyelenggaraan Kegiatan Pemerintahan",
    "Persentase rekomendasi yang ditindaklanjuti",
    "Persentase desa yang tertib dokumen",
}


@situasi
def test_every_table_fits_its_grid_and_prints_its_source(buat: Buat) -> None:
    for tabel in semua_tabel(bab3(buat())).values():
        tata_tabel(tabel)  # raises where rows and columns do not fit
        assert tabel.sumber
        assert tabel.bernomor
        for baris in (*tabel.kepala, *(b.sel for b in tabel.baris)):
            for sel in baris:
                assert cacat(teks(sel.isi)) == [], tabel.kunci


@situasi
@bagian
def test_the_same_naskah_gives_the_same_part(buat: Buat, write: Tulis) -> None:
    assert write(buat()) == write(buat())


def test_analyses_in_a_row_do_not_repeat_their_wording() -> None:
    isi = bab3(naskah_jombang())
    pembuka = [
        semua_kalimat(bagian_dari(isi, f"analisis-{kunci}-efisiensi"))[0].split()[:3]
        for kunci in ("trantib", "pelayanan", "kinerja")
    ]
    assert len({tuple(kata) for kata in pembuka}) == 3


def test_without_records_every_part_is_one_proper_sentence() -> None:
    isi = bab3(naskah_kosong())
    assert semua_kalimat(bagian_dari(isi, "capaian-kinerja")) == [
        "Capaian kinerja Kecamatan Jelbuk tahun 2024 tidak dapat disimpulkan karena Perjanjian Kinerja tahun 2024 "
        "belum dicatat."
    ]
    assert [semua_kalimat(b) for b in bagian_dari(isi, "realisasi-anggaran").anak] == [
        ["Komposisi belanja Kecamatan Jelbuk tahun 2024 menurut jenisnya belum dicatat."],
        [
            "Realisasi anggaran per program tidak dapat disimpulkan karena data anggaran tahun 2024 belum dicatat.",
        ],
        [
            "Proporsi anggaran per sasaran tidak dapat disimpulkan karena keterkaitan program dengan sasaran atau "
            "pagunya belum dicatat.",
        ],
        [
            "Perkembangan serapan anggaran tidak dapat disimpulkan karena data anggaran tahun 2024 belum dicatat."
        ],
        [
            "Pelaksanaan program dan kegiatan Kecamatan Jelbuk tahun 2024 "
            "tidak disertai dokumentasi foto dalam laporan ini.",
        ],
    ]
    assert semua_tabel(isi) == {}
