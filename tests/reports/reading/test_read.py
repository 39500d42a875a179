"""An office's paper as rows of the workbook: what its tables say, where, and what is held back."""

from __future__ import annotations

import io
from typing import Any

import pytest
from openpyxl import load_workbook

from kecamatan.models import Kecamatan
from reports.reading.book import paper_preview
from reports.reading.desk import Desk
from reports.reading.filled import filled_workbook
from reports.reading.proposal import Reading
from reports.workbook.exchange import workbook_import
from sakip.models import Sasaran
from sakip.workbook.recorded import RecordedBook
from tests.reports.reading.read_texts import cells, of, read

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

LKIP = """RENCANA STRATEGIS KECAMATAN AMBULU TAHUN 2021-2026

Matriks Tujuan dan Sasaran

No\tTujuan\tIndikator Tujuan\tSasaran\tIndikator Sasaran\tTarget Kinerja Sasaran Pada Tahun\t\t\t\tStrategi
\t\t\t\t\t2022\t2023\t2024\t2025\t
1\t2\t3\t4\t5\t6\t7\t8\t9\t10
1\tMeningkatkan pelayanan\tNilai SKM\tMeningkatnya layanan\tNilai Survei Kepuasan Masyarakat\t80\t81\t82\t83\tMelatih
2\tMeningkatkan koordinasi\t\t2.\tMeningkatnya koordinasi\tProsentase rekomendasi tuntas\t90 %\t92 %\t94 %\t96 %\tRapat

PERJANJIAN KINERJA PERUBAHAN TAHUN 2023

NO (1)\tSASARAN STRATEGIS (2)\tINDIKATOR KINERJA (3)\tTARGET (4)
1\tMeningkatnya layanan\tNilai Survey Kepuasan Masyarakat (SKM)\t84
2\tMeningkatnya koordinasi\t1. Persentase rekomendasi tuntas\t95
\t\t2. Persentase desa tertib\t100%

Program\tAnggaran\tKeterangan
1. Program Penyelenggaraan Pemerintahan dan Pelayanan Publik\tRp. 300.000.000\tPAPBD
2. Program Pembangunan Kapal Selam Nuklir\tRp. 1.000.000\tPAPBD
Jumlah\tRp. 302.000.000\tPAPBD

Tabel 3.1
Pengukuran Realisasi Kinerja Tahun 2023

No\tSasaran Strategis\tIndikator Sasaran\tTarget\tRealisasi\tCapaian
1\tMeningkatnya layanan\tNilai SKM\t84\t82,5\t98,2
2\tMeningkatnya koordinasi\t1. Persentase rekomendasi tuntas 2. Persentase desa tertib\t95\t90\t94,7

Sumber Data : Laporan SKM

Tabel 3.2
Perbandingan Realisasi

No\tSasaran Strategis\tIndikator Sasaran\tTarget\tRealisasi\t
\t\t\t\tTh. 2022 (n-1)\tTh. 2023 (n)
1\tMeningkatnya layanan\tNilai SKM\t84\t78\t79
2\tMeningkatnya koordinasi\tPersentase rekomendasi tuntas\t95\t-\t91 %

Realisasi Anggaran

No\tProgram/Kegiatan\tAnggaran (Rp)\tRealisasi (Rp)\tCapaian (%)
1\tProgram Penyelenggaraan Pemerintahan dan Pelayanan Publik\t300.000.000\t290.000.000\t97
2\tProgram Pemberdayaan Masyarakat Desa dan Kelurahan\t100.000.000\t110.000.000\t110
\tJumlah\t400.000.000\t400.000.000\t100

Jumlah ASN menurut pendidikan

No\tPendidikan\tJumlah\tKeterangan
1\tS1\t7\tASN
2\tSMA\t-\tASN
3\tS1\t6\tNon ASN
Jumlah\t\t13\t
"""


@pytest.fixture
def reading(ambulu: Kecamatan) -> Reading:
    return read(ambulu, LKIP)


def test_the_matrix_of_a_renstra(reading: Reading) -> None:
    assert cells(reading, "Renstra", "tahun_awal", "tahun_akhir", "versi") == [(2021, 2026, 0)]
    assert cells(reading, "Sasaran", "uraian", "strategi") == [
        ("Meningkatnya layanan", "Melatih"),
        ("Meningkatnya koordinasi", "Rapat"),
    ]
    targets = cells(reading, "TargetRenstra", "tahun", "target", "cetak")
    assert targets[:1] + targets[-1:] == [(2022, 80, "80"), (2025, 96, "96%")]
    assert len(targets) == 8


def test_targets_behind_the_name_of_an_indikator_tujuan_are_its_targets(ambulu: Kecamatan) -> None:
    text = LKIP.replace("\tNilai SKM\tMen", "\tIndeks Pelayanan Publik (IPP) (2022: 74; 2023: 76,5)\tMen", 1)
    reading = read(ambulu, text)
    assert cells(reading, "IndikatorTujuan", "nama", "satuan") == [
        ("Indeks Pelayanan Publik (IPP)", "indeks")
    ]
    targets = cells(reading, "TargetTujuan", "tahun", "target", "cetak")
    assert targets == [(2022, 74, "74"), (2023, "76,5", "76,5")]


def test_an_indikator_tujuan_with_letters_as_targets_is_measured_by_letters(ambulu: Kecamatan) -> None:
    text = LKIP.replace("\tNilai SKM\tMen", "\tPredikat SAKIP (2022: B; 2023: BB)\tMen", 1)
    reading = read(ambulu, text)
    assert cells(reading, "IndikatorTujuan", "jenis_nilai", "rumus", "skala") == [
        ("huruf", "predikat", "akip-2021")
    ]
    assert cells(reading, "TargetTujuan", "tahun", "target") == [(2022, "B"), (2023, "BB")]


def test_one_indikator_has_one_key_in_every_table(reading: Reading) -> None:
    skm, coordination, villages = (one.cells["kunci"] for one in of(reading, "Indikator"))
    assert cells(reading, "PK", "versi", "kunci_indikator", "target", "cetak", "satuan") == [
        (1, skm, 84, "84", "indeks"),
        (1, coordination, 95, "95%", "%"),
        (1, villages, 100, "100%", "%"),
    ]
    assert cells(reading, "Indikator", "dalam_renstra") == [("ya",), ("ya",), ("tidak",)]
    first = of(reading, "PK")[0]
    assert (first.at.words, "84" in first.quote) == ("baris 14", True)


def test_a_short_name_with_a_word_more_is_another_indikator(ambulu: Kecamatan) -> None:
    desk = Desk(recorded=RecordedBook(ambulu, 2023))
    desk.indikator.add("skm", "IKM")
    assert [desk.indikator.find(name)[0] is not None for name in ("Nilai SKM", "SKM Aparatur")] == [
        True,
        False,
    ]


def test_two_values_for_one_fact_hold_both_back(reading: Reading) -> None:
    rows = [
        (one.cells["tahun"], one.cells["nilai"], [doubt.rpartition(": ")[2] for doubt in one.doubts])
        for one in of(reading, "Realisasi")
    ]
    assert rows == [
        (2023, "82,5", ["nilai 79. Pilih salah satu."]),
        (2023, 90, [SHARED, "nilai 91. Pilih salah satu."]),
        (2023, 90, [SHARED]),
        (2022, 78, []),
        (2023, 79, ["nilai 82,5. Pilih salah satu."]),
        (2023, 91, ["nilai 90. Pilih salah satu."]),
    ]


#: A value that stands in one cell for two indikator.
SHARED = 'Dokumen menulis satu realisasi "90" untuk 2 indikator. Pilih yang dimaksud.'

#: A report that words its PK and IKU otherwise than the documents behind it.
APPENDED = """
PENUTUP

PERJANJIAN KINERJA TAHUN 2023

No\tSasaran Strategis\tIndikator Kinerja\tTarget
1\tMeningkatnya mutu layanan\tNilai Survei Kepuasan Masyarakat pada layanan\t84

KEPUTUSAN CAMAT

No\tKinerja Utama\tIndikator Kinerja Utama\tFormulasi\tSumber Data
1\tMeningkatnya layanan\tPersentase desa tertib\tJumlah desa tertib<hr/> x 100% Jumlah semua desa\tSeksi
2\tMeningkatnya layanan\tJumlah dokumen\tTersedia 2 dokumen 1. Rencana 2. Laporan\tSeksi
"""
IN_REPORT = """
BAB II

No\tSasaran Strategis\tIndikator Kinerja\tTarget
1\tMeningkatnya layanan\tHasil Survei Kepuasan Masyarakat (SKM)\t84

No\tKinerja Utama\tIndikator Kinerja Utama\tFormulasi\tSumber Data
1\tMeningkatnya layanan\tPersentase desa tertib\tBanyaknya desa\tCamat
"""


def test_the_document_itself_words_what_was_agreed_and_what_the_report_says_otherwise_is_noted(
    ambulu: Kecamatan,
) -> None:
    matrix = LKIP.partition("PERJANJIAN")[0]
    reading = read(ambulu, matrix + IN_REPORT + APPENDED)
    (agreed,) = of(reading, "PK")
    assert agreed.cells["indikator"] == "Nilai Survei Kepuasan Masyarakat pada layanan"
    assert 'Dokumen juga menulis "Hasil Survei Kepuasan Masyarakat (SKM)" pada baris 15.' in agreed.notes
    assert cells(reading, "IKU", "pembilang", "penyebut", "formulasi", "sumber_data", "penjelasan") == [
        ("Jumlah desa tertib", "Jumlah semua desa", None, "Seksi", None),
        (None, None, "Tersedia 2 dokumen", "Seksi", "Rencana\nLaporan"),
    ]


def test_a_row_that_a_page_cuts_goes_on_and_a_fraction_copied_twice_is_put_right(ambulu: Kecamatan) -> None:
    cut = """
No\tKinerja Utama\tIndikator Kinerja Utama\tFormulasi dan Penjelasan\tSumber Data
1\tTerjaganya ketertiban\tPersentase laporan yang selesai\tFormulasi Perhitungan : Jumlah laporan selesai.\tDokumen

\t\tMasyarakat\t$\\frac{\\text{Jumlah laporan masuk}}{\\text{Jumlah laporan masuk}} \\times 100\\%$\tlaporan
2\tMeningkatnya layanan\tIndeks Kepuasan Masyarakat\tPenjelasan Indikator Rata-rata nilai semua unsur\tSurvei
"""
    reading = read(ambulu, cut, name="iku.txt")
    assert cells(
        reading, "IKU", "indikator", "pembilang", "penyebut", "formulasi", "penjelasan", "sumber_data"
    ) == [
        (
            "Persentase laporan yang selesai Masyarakat",
            "Jumlah laporan selesai",
            "Jumlah laporan masuk",
            None,
            None,
            "Dokumen laporan",
        ),
        ("Indeks Kepuasan Masyarakat", None, None, None, "Rata-rata nilai semua unsur", "Survei"),
    ]
    assert of(reading, "IKU")[0].notes == (
        "Pembilang dan penyebutnya tertulis sama dalam dokumen; periksa rumusnya.",
    )


def test_indikator_of_one_official_are_none_of_the_kecamatan(ambulu: Kecamatan) -> None:
    table = (
        "No\tSasaran\tIndikator Kinerja Utama\tFormulasi\n1\tLayanan baik\tJumlah surat\tHitungan surat\n\n"
    )
    for heading, count in (("INDIVIDU", 0), ("UTAMA", 1)):
        text = f"INDIKATOR KINERJA {heading}\n\n" + "Tugas pokok\n\n" * 8 + table
        reading = read(ambulu, text, name="iki.txt")
        assert len(of(reading, "IKU")) == count


def test_what_fits_nothing_is_said_with_its_reason(reading: Reading) -> None:
    said = [one.why for one in reading.unplaced]
    assert said == [
        "Jumlah menurut dokumen 302.000.000; jumlah barisnya 301.000.000.",
    ]
    (known, unknown) = of(reading, "PKAnggaran")
    assert (known.cells["kode"], known.cells["sumber_dana"], known.doubts) == ("7.01.02", "P-APBD", ())
    assert unknown.doubts == (
        'Program "Program Pembangunan Kapal Selam Nuklir" tidak ada dalam nomenklatur tahun ini.',
    )


def test_money_and_staff(reading: Reading) -> None:
    assert cells(reading, "Anggaran", "kode", "pagu_perubahan", "realisasi") == [
        ("7.01.02", 300_000_000, 290_000_000),
        ("7.01.03", 100_000_000, 110_000_000),
    ]
    assert [one.doubts for one in of(reading, "Anggaran")] == [
        (),
        ("Realisasi melebihi pagu. Periksa kedua angkanya.",),
    ]
    assert cells(reading, "SDM", "uraian", "asn", "non_asn") == [("S1", 7, 6), ("SMA", None, None)]


def test_four_triwulan_in_a_second_line_of_the_head_are_a_plan_and_no_iku(ambulu: Kecamatan) -> None:
    plan = """RENCANA AKSI TAHUN 2023

No.\tSasaran\tIndikator sasaran\tSatuan\tTarget triwulan\t\t\t\tCara perhitungan
\t\t\t\tI\tII\tIII\tIV\t
1\tMeningkatnya layanan\tNilai SKM\tindeks\t23\t46\t69\t84\tkumulatif sampai dengan triwulan berjalan
"""
    reading = read(ambulu, f"{LKIP}\n{plan}")
    quarters = [f"target_{quarter}" for quarter in range(1, 5)]
    assert cells(reading, "RencanaAksi", "indikator", *quarters) == [("Nilai SKM", 23, 46, 69, 84)]
    assert of(reading, "IKU") == []


def test_what_a_column_or_a_program_adds_up_is_not_counted_beside_it(ambulu: Kecamatan) -> None:
    """SMA: 4 ASN and 9 others are 13. Program 7.01.03 is given as a whole, and elsewhere in detail: 15 + 20 = 35."""
    text = """Komposisi pegawai menurut pendidikan

No.\tPendidikan\tASN\tNon-ASN\tJumlah
1\tSLTP\t-\t1\t1
2\tSMA\t4\t9\t13

Ringkasan anggaran

Kode\tProgram/Kegiatan/Sub Kegiatan\tPagu (Rp)
7.01.02\tProgram Penyelenggaraan Pemerintahan dan Pelayanan Publik\t50.000.000
7.01.03\tProgram Pemberdayaan Masyarakat Desa dan Kelurahan\t35.000.000

Realisasi anggaran

Kode\tProgram/Kegiatan/Sub Kegiatan\tPagu (Rp)\tRealisasi (Rp)
7.01.03.2.01.01\tPeningkatan Partisipasi Masyarakat dalam Forum Musyawarah Perencanaan\t15.000.000\t14.000.000
7.01.03.2.01.03\tPeningkatan Efektifitas Kegiatan Pemberdayaan Masyarakat di Wilayah Kecamatan\t20.000.000\t19.000.000
"""
    reading = read(ambulu, text)
    assert cells(reading, "SDM", "uraian", "asn", "non_asn") == [("SLTP", None, 1), ("SMA", 4, 9)]
    held = {one.cells["kode"]: one.doubts for one in of(reading, "Anggaran")}
    assert held.pop("7.01.03") == (
        "Rinciannya berjumlah 35.000.000: angka ini jumlahnya, atau bagian yang tidak dirinci?"
        " Ambil hanya bila berdiri di samping rinciannya.",
    )
    assert held == {"7.01.02": (), "7.01.03.2.01.01": (), "7.01.03.2.01.03": ()}


def test_what_cannot_be_recorded_is_left_out_and_the_rest_is_previewed(ambulu: Kecamatan) -> None:
    content = LKIP.replace("Nilai SKM\t84\t78\t79", "Nilai SKM\t84\t78\t82,5").encode()
    shared: dict[str, Any] = {"content": content, "name": "lkip.txt", "place": (ambulu, 2023), "by": None}
    read = paper_preview(**shared, chosen={})
    assert read.preview.errors == []
    held = [one for one in read.reading.proposals if one.number not in read.taken]
    assert [one.sheet for one in held] == ["PKAnggaran", *["Realisasi"] * 3, "Anggaran"]
    renstra = of(read.reading, "Renstra")[0].number
    without = paper_preview(**shared, chosen={str(renstra): "tinggalkan"})
    assert renstra not in without.taken
    refused = {one.sheet for one in without.reading.proposals if one.number in without.refused}
    assert {"Tujuan", "Sasaran", "Indikator", "Realisasi"} <= refused
    assert without.preview.errors == []
    assert "SDM" in {one.lembar for one in without.preview.changes}


def test_a_paper_of_another_year_or_kecamatan_is_said_so(ambulu: Kecamatan) -> None:
    def notes(kecamatan: Kecamatan, tahun: int) -> str:
        read = paper_preview(
            content=LKIP.encode(), name="lkip.txt", place=(kecamatan, tahun), by=None, chosen={}
        )
        return " ".join(read.preview.notes)

    assert "tampaknya milik" not in notes(ambulu, 2023)
    assert "tampaknya milik Kecamatan Ambulu tahun 2023, sedangkan" in notes(ambulu, 2025)
    other = Kecamatan.objects.select_related("kabupaten").get(nama="Balung")
    assert "untuk Kecamatan Balung tahun 2023. Pastikan" in notes(other, 2023)


def test_a_filled_workbook_brings_what_the_paper_says_and_records_nothing_itself(ambulu: Kecamatan) -> None:
    place = ambulu, 2023
    content, read = filled_workbook(content=LKIP.encode(), name="lkip.txt", place=place)
    assert Sasaran.objects.for_kecamatan(ambulu).count() == 0
    preview = workbook_import(content=content, nama="isian.xlsx", place=place, kabupaten=True)
    assert (preview.errors, preview.tally) == ([], read.preview.tally)
    sheet = load_workbook(io.BytesIO(content))["Asal"]
    said = [row for row in sheet.iter_rows(min_row=3, values_only=True) if row[0] == "Tidak cocok"]
    assert [row[3] for row in said] == ["baris 21"]
