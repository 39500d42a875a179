"""RKT and rencana aksi out of an office's paper: wide tables, boxes below each other, values by triwulan."""

from __future__ import annotations

import pytest

from kecamatan.models import Kecamatan
from reports.reading.book import paper_preview
from reports.reading.proposal import Reading
from tests.reports.reading.read_texts import cells, read

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

RENSTRA = """Renstra Kecamatan Ambulu Tahun 2021-2026

Tujuan\tIndikator Tujuan\tSasaran\tIndikator Sasaran\tTarget\t\t\t
\t\t\t\t2023\t2024\t2025\t2026
Mewujudkan layanan\tNilai IPP\tMeningkatnya layanan\tNilai SKM\t80\t81\t82\t83
\t\tMeningkatnya koordinasi\tPersentase rekomendasi tuntas\t90 %\t92 %\t94 %\t96 %
"""

RKT = """
RENCANA KINERJA TAHUNAN

TUJUAN PD\t\tSASARAN PD\t\t\tPROGRAM/ KEGIATAN\t\t\tSUB KEGIATAN\t\t\t
Uraian\tIndikator Tujuan\tUraian\tIndikator Sasaran\tTarget\tNama Program Kegiatan\tIndikator\tTarget\t\
Nama Sub Kegiatan\tIndikator kegiatan (Output)\tTarget\tAnggaran
(1)\t(2)\t(3)\t(4)\t(5)\t(6)\t(7)\t(8)\t(9)\t(10)\t(11)\t(12)
Mewujudkan layanan\tNilai IPP\tMeningkatnya layanan\tNilai SKM\t84\tProgram Penunjang Urusan\tNilai SAKIP\tB

\t\t\t\t\tPemerintahan Daerah Kabupaten/Kota
\t\t\t\t\tAdministrasi Keuangan Perangkat Daerah\tPersentase terpenuhinya administrasi\t100%\t\
Penyediaan Gaji dan Tunjangan ASN\tJumlah orang yang menerima gaji\t13 org/ Bln\t2.277.470.966
\t\tMeningkatnya koordinasi\t1. Persentase rekomendasi tuntas 2. Persentase desa tertib\t95 %\t\
Program Pembangunan Kapal Selam\tJumlah kapal\t2 unit\t\t\t\t9.000.000
\t\t\t\t\tProgram Pemberdayaan Masyarakat Desa dan Kelurahan\t- Jumlah rapat - Jumlah peserta\t\
12 kali 1.200 org
"""

CASCADE = """
Sasaran 1 : Meningkatnya layanan\tSasaran 2 : Meningkatnya koordinasi
Indikator : Nilai SKM (Target : 84)\tIndikator : Persentase rekomendasi tuntas (Target : 95%)
Program Penyelenggaraan Pemerintahan dan Pelayanan Publik\tProgram Pemberdayaan Masyarakat Desa dan Kelurahan
Terselenggaranya pelayanan (Target : 100%)\tCakupan pemberdayaan (Target : 6 desa)
"""

ACTION = """
RENCANA AKSI TAHUN 2023

SASARAN\tINDIKATOR SASARAN\tTARGET\tPROGRAM/KEGIATAN\tSUB KEGIATAN\t\t\t
\t\t\t\tURAIAN\tINDIKATOR OUTPUT\tSATUAN\tTARGET
Meningkatnya layanan\tNilai SKM\tTw 1: 21 Tw 2: 42\tProgram Penunjang\t\
Penyediaan Gaji dan Tunjangan ASN\tJumlah orang\tOrang/ Bulan\tTw 1: 13 Tw 2: 13

\t\tTw 3: 63 Tw 4: 84\t\tyang bekerja\t\t\tTw 3: 13 Tw 4: 14
Meningkatnya koordinasi\tPersentase rekomendasi tuntas\tTw I : 25 % Tw II : 50 % Tw IV : 95 %\t\t\
Pengelolaan Kapal Selam\tJumlah kapal\tunit\tTw 1: 1 Tw 2: 1
"""

QUARTERS = """
Rencana Aksi

No\tSasaran\tIndikator\tSatuan\tTarget Triwulan
\t\t\t\tTW I\tTW II\tTW III\tTW IV
1\tMeningkatnya layanan\tNilai SKM\tindeks\t80,5\t-\t82\t84
"""


def read_plan(kecamatan: Kecamatan, text: str) -> Reading:
    return read(kecamatan, RENSTRA + text, name="rkt.txt")


def test_a_wide_table_gives_sasaran_and_what_serves_them(ambulu: Kecamatan) -> None:
    reading = read_plan(ambulu, RKT)
    assert cells(reading, "RKT", "sasaran", "indikator", "target", "cetak", "satuan") == [
        ("Meningkatnya layanan", "Nilai SKM", 84, "84", "indeks"),
        ("Meningkatnya koordinasi", "Persentase rekomendasi tuntas", 95, "95%", "%"),
        ("Meningkatnya koordinasi", "Persentase desa tertib", 95, "95%", "%"),
    ]
    assert cells(reading, "RKTKegiatan", "nomor", "kode", "uraian", "target", "satuan", "anggaran") == [
        (1, "7.01.01", "Nilai SAKIP", "B", None, None),
        (2, "7.01.01.2.02", "Persentase terpenuhinya administrasi", "100", "%", None),
        (3, "7.01.01.2.02.01", "Jumlah orang yang menerima gaji", "13", "orang/bulan", 2_277_470_966),
        (4, "7.01.03", "Jumlah rapat", "12", "kali", None),
        (4, None, "Jumlah peserta", "1.200", "orang", None),
    ]
    shared = [
        one.notes for one in reading.proposals if one.cells.get("indikator") == "Persentase desa tertib"
    ]
    assert 'Satu target "95 %" tertulis untuk beberapa indikator' in " ".join(*shared)


def test_what_a_plan_gives_to_a_program_that_nobody_knows_goes_to_no_other(ambulu: Kecamatan) -> None:
    reading = read_plan(ambulu, RKT)
    assert [one.why for one in reading.unplaced if "nomenklatur" in one.why] == [
        '"Program Pembangunan Kapal Selam" tidak ditemukan dalam nomenklatur.'
    ]
    assert 9_000_000 not in [one.cells.get("anggaran") for one in reading.proposals]


def test_boxes_below_each_other_are_a_plan_as_well(ambulu: Kecamatan) -> None:
    reading = read_plan(ambulu, CASCADE)
    assert cells(reading, "RKT", "sasaran", "indikator", "target") == [
        ("Meningkatnya layanan", "Nilai SKM", 84),
        ("Meningkatnya koordinasi", "Persentase rekomendasi tuntas", 95),
    ]
    assert cells(reading, "RKTKegiatan", "kode", "uraian", "target", "satuan") == [
        ("7.01.02", "Terselenggaranya pelayanan", "100", "%"),
        ("7.01.03", "Cakupan pemberdayaan", "6", "desa"),
    ]


def test_a_plan_that_says_two_targets_is_held_back(ambulu: Kecamatan) -> None:
    reading = read_plan(
        ambulu, RKT + CASCADE.replace("Target : 84", "Target : 86").replace("6 desa", "7 desa")
    )
    held = [(one.sheet, one.cells.get("target")) for one in reading.proposals if one.doubts]
    held_below = "DukunganProgram", None  # its sasaran stands in a row above, not in its own
    assert held == [("RKT", 84), ("RKT", 86), held_below]
    assert cells(reading, "RKTKegiatan", "kode", "uraian")[-1] == (None, "Cakupan pemberdayaan")


def test_values_of_triwulan_in_one_cell_go_on_behind_a_page_break(ambulu: Kecamatan) -> None:
    reading = read_plan(ambulu, ACTION)
    quarters = [f"target_{quarter}" for quarter in (1, 2, 3, 4)]
    assert cells(reading, "RencanaAksi", "nomor", "indikator", *quarters, "cetak_1") == [
        (1, "Nilai SKM", 21, 42, 63, 84, "21"),
        (2, "Persentase rekomendasi tuntas", 25, 50, None, 95, "25%"),
    ]
    kegiatan = [f"triwulan_{quarter}" for quarter in (1, 2, 3, 4)]
    assert cells(reading, "RencanaAksiKegiatan", "nomor", "kode", "satuan", *kegiatan) == [
        (1, "7.01.01.2.02.01", "orang/bulan", 13, 13, 13, 14)
    ]
    lacking = [one.notes for one in reading.proposals if one.cells.get("target_4") == 95]
    assert lacking == [("Triwulan 3 tidak tertulis.",)]
    assert [one.why for one in reading.unplaced] == [
        '"Pengelolaan Kapal Selam" tidak ditemukan dalam nomenklatur tahun 2023.'
    ]


def test_triwulan_in_columns_of_their_own(ambulu: Kecamatan) -> None:
    reading = read_plan(ambulu, QUARTERS)
    assert cells(reading, "RencanaAksi", "target_1", "target_2", "target_3", "target_4", "satuan") == [
        ("80,5", None, 82, 84, "indeks")
    ]


def test_a_plan_can_be_recorded_and_read_again_changes_nothing_of_its_numbers(ambulu: Kecamatan) -> None:
    preview = paper_preview(
        content=(RENSTRA + RKT + ACTION).encode(), name="rkt.txt", place=(ambulu, 2023), by=None, chosen={}
    )
    assert (preview.preview.errors, dict(preview.refused)) == ([], {})
    assert {"RKT", "RKTKegiatan", "RencanaAksi", "RencanaAksiKegiatan"} <= {
        one.lembar for one in preview.preview.changes
    }


LISTS = """Kecamatan Ambulu membawahi 3 (tiga) Desa yaitu:

1. Desa Andongsari
2. Desa Tegalsari
- Desa Karanganyar.

Tugas :

- a. Ini bukan keputusan;

INDIKATOR KINERJA UTAMA (IKU)

Tugas : Membantu Bupati.
Fungsi :

- a. Pembinaan wawasan kebangsaan;
- b. Penanganan konflik sosial; dan
- c. Pelaksanaan tugas lain.

Indikator Tujuan
1. Nilai SKM

PERJANJIAN KINERJA

Tujuan : bukan bagian keputusan
"""


def test_lists_of_the_keputusan_on_iku_and_of_desa(ambulu: Kecamatan) -> None:
    reading = read(ambulu, LISTS)
    assert cells(reading, "IKUButir", "jenis", "uraian") == [
        ("tugas", "Membantu Bupati"),
        ("fungsi", "Pembinaan wawasan kebangsaan"),
        ("fungsi", "Penanganan konflik sosial"),
        ("fungsi", "Pelaksanaan tugas lain"),
        ("indikator_tujuan", "Nilai SKM"),
    ]
    assert cells(reading, "Desa", "jenis", "nama") == [
        ("desa", "Andongsari"),
        ("desa", "Tegalsari"),
        ("desa", "Karanganyar"),
    ]


SPOKEN = """Dialokasikan Belanja Tidak Langsung sebesar Rp . 45.220.500,- dan Belanja Langsung Rp. 3.382.234.527,-

Realisasi belanja tidak langsung sampai Desember sebesar Rp. 41.302.200,- dan Belanja Langsung Rp. 3.197.786.491,-

a. Kegiatan Koordinasi Kegiatan Pemberdayaan Desa

\t\tTarget\tRealisasi
Input/ Masukan :\t:\t51.645.000\t48.150.485
Output/Keluaran :\t:\t13.000 Pelayanan\t7.393 Pelayanan
Keterangan Pelaksanaan Kegiatan : Jumlah dokumen yang diproses\t\t\t
"""


def test_money_and_what_is_counted_in_sentences(ambulu: Kecamatan) -> None:
    reading = read(ambulu, SPOKEN)
    assert cells(reading, "Belanja", "kode", "nama", "pagu", "realisasi") == [
        ("tidak-langsung", "Belanja Tidak Langsung", 45_220_500, 41_302_200),
        ("langsung", "Belanja Langsung", 3_382_234_527, 3_197_786_491),
    ]
    assert next(one.notes for one in reading.proposals if one.sheet == "Belanja") == (
        "Pagu diambil dari kalimat, bukan dari tabel.",
        "Realisasi diambil dari kalimat, bukan dari tabel.",
    )
    assert cells(reading, "Keluaran", "kode", "uraian", "target", "realisasi", "satuan") == [
        ("7.01.03.2.01", "Jumlah dokumen yang diproses", 13_000, 7_393, "pelayanan")
    ]


def test_a_column_that_says_where_something_is_done_names_no_desa(ambulu: Kecamatan) -> None:
    text = "No\tNama\tDesa\n1\tA\tSumberejo\n2\tB\tAmbulu\n3\tC\tSeluruh Desa\n4\tD\tSe-Kecamatan Ambulu\n"
    reading = read(ambulu, f"{text}5\tE\tPembangunan jalan usaha tani tahun lalu\n6\tF\tSemua\n")
    assert cells(reading, "Desa", "nama") == [("Sumberejo",), ("Ambulu",)]
