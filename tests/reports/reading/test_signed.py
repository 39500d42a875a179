"""What stands around the tables of a paper: who signs, the office, the law, the dates; and what contradicts."""

from __future__ import annotations

import pytest

from kecamatan.models import Kecamatan
from reports.reading.book import laid_book
from reports.reading.proposal import Reading
from sakip.workbook.recorded import RecordedBook
from tests.reports.reading.read_texts import of, read

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

SIGNED = "CAMAT AMBULU\n\nSITI AMINAH, S.Sos\n\nPembina Tk.I\n\nNIP. 19700101 199003 2 001\n\n"
PAPER = f"""LAPORAN KINERJA KECAMATAN AMBULU TAHUN 2023

Organisasi: Peraturan Bupati Jember Nomor 29 Tahun 2021 tentang Kedudukan dan Susunan Organisasi Kecamatan.

Kecamatan Ambulu mempunyai luas wilayah 50.05 Km² sebelah Utara dengan kecamatan Jenggawah, sebelah Selatan laut.

Jumlah penduduk Kecamatan Ambulu sebanyak 1.200 jiwa terdiri dari 700 laki-laki dan 500 perempuan.

Demikian Laporan Kinerja Kecamatan Ambulu.

Ambulu, 21 Februari 2024

{SIGNED}
PEMERINTAH KABUPATEN JEMBER
KECAMATAN AMBULU
JL. A.YANI NO.51 ☎ (0336) 321002 AMBULU 68172

PERJANJIAN KINERJA PERUBAHAN TAHUN 2023

Jember, 1 Nopember 2023

Pihak Pertama

{SIGNED.replace("19700101 199003", "19700701 199003")}
KEPUTUSAN CAMAT AMBULU

Nomor : 065/ 12 /35.09.12/2023

TENTANG INDIKATOR KINERJA UTAMA KECAMATAN AMBULU

Mengingat : 1. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;

2. Peraturan Menteri Dalam Negeri Nomor 13 Tahun 2006 tentang Pedoman Pengelolaan Keuangan Daerah;

3. Peraturan Menteri Negara Pendayagunaan Aparatur Negara Nomor 09/M.PAN/05/2007 tentang Pedoman;

4. Peraturan Pemerintah Nomor 999 Tahun 2019 tentang Sesuatu;

MEMUTUSKAN :

Ditetapkan di : Ambulu
Pada tanggal : Januari 2023

{SIGNED}"""


@pytest.fixture
def reading(ambulu: Kecamatan) -> Reading:
    return read(ambulu, PAPER)


def test_the_camat_is_read_below_the_documents_and_another_nip_is_said(reading: Reading) -> None:
    (camat,) = of(reading, "Pejabat")
    assert camat.cells == {
        "nama": "SITI AMINAH, S.Sos",
        "nip": "197001011990032001",
        "jabatan": "camat",
        "mulai": "1/1/2023",
        "golongan": "IV/b",
    }
    assert camat.notes == (
        "Tanggal mulai menjabat tidak tertulis dalam dokumen; diisi 1 Januari 2023. Perbaiki bila lain.",
        "NIP 197007011990032001, di tempat lain 197001011990032001 untuk orang yang sama. Samakan NIP-nya.",
    )


def test_the_office_and_its_area(reading: Reading) -> None:
    (office,) = of(reading, "Profil")
    assert office.cells == {
        "alamat": "Jl. A. Yani No. 51",
        "telepon": "(0336) 321002",
        "kode_pos": "68172",
        "luas_km2": "50,05",
        "batas_utara": "Kecamatan Jenggawah",
        "batas_selatan": "Laut",
        "penduduk": 1200,
        "penduduk_laki_laki": 700,
        "penduduk_perempuan": 500,
    }


def test_inhabitants_that_do_not_add_up_are_held_back_alone(ambulu: Kecamatan) -> None:
    text = PAPER.replace("700 laki-laki", "1.200 laki-laki")
    held, taken = of(read(ambulu, text, name="a.txt"), "Profil")
    assert held.doubts == ("Laki-laki 1.200 dan perempuan 500 tidak berjumlah 1.200. Periksa ketiganya.",)
    assert "penduduk" not in taken.cells
    assert taken.doubts == ()


def test_law_by_its_code_what_was_repealed_held_back_and_what_is_unknown_said(reading: Reading) -> None:
    assert [
        (one.cells["untuk"], one.cells["peraturan"], bool(one.doubts)) for one in of(reading, "DasarHukum")
    ] == [
        ("iku", "uu-23-2014", False),
        ("iku", "permendagri-13-2006", True),
        ("iku", "permenpan-per-9-2007", False),
        ("profil", "perbup-jember-29-2021", False),
    ]
    assert [one.why for one in reading.unplaced] == [
        'Peraturan "Peraturan Pemerintah Nomor 999 Tahun 2019" tidak ada dalam daftar; periksa nomor dan tahunnya, atau'
        " tambahkan sendiri."
    ]


def test_each_document_has_its_own_date_and_number(reading: Reading) -> None:
    told = [
        tuple(map(one.cells.get, ("dokumen", "versi", "tempat", "tanggal", "tanggal_cetak", "nomor")))
        for one in of(reading, "Dokumen")
    ]
    assert told == [
        ("laporan", None, "Ambulu", "21/2/2024", None, None),
        ("pk", 1, "Jember", "1/11/2023", None, None),
        ("iku", None, "Ambulu", None, "Januari 2023", "065/12/35.09.12/2023"),
    ]


def test_a_number_with_a_gap_is_not_proposed(ambulu: Kecamatan) -> None:
    text = PAPER.replace("065/ 12 /35.09.12/2023", "900/ /35.09.12/2023")
    reading = read(ambulu, text, name="a.txt")
    assert "nomor" not in of(reading, "Dokumen")[-1].cells
    assert "Nomor keputusan belum lengkap." in [one.why for one in reading.unplaced]


CITED = (
    "Indikator Kinerja Utama ditetapkan dengan Keputusan Camat Ambulu Nomor : 065/ 12 /35.09/2023.\n\n"
    "KEPUTUSAN CAMAT AMBULU"
)


def test_a_number_of_another_area_and_one_that_is_cited_otherwise_wait_for_a_person(
    ambulu: Kecamatan,
) -> None:
    text = PAPER.replace("065/ 12 /35.09.12/2023", "065/12/35.09.22/2023").replace(
        "KEPUTUSAN CAMAT AMBULU", CITED
    )
    reading = read(ambulu, text, name="a.txt")
    iku = [one for one in of(reading, "Dokumen") if one.cells["dokumen"] == "iku"]
    told = {one.cells.get("nomor"): one for one in iku}
    assert set(told) == {None, "065/12/35.09.22/2023", "065/12/35.09/2023"}
    assert told[None].doubts == ()
    assert told[None].cells["tanggal_cetak"] == "Januari 2023"
    assert told["065/12/35.09.22/2023"].doubts == (
        "Nomor keputusan memuat kode 35.09.22, sedangkan kode kecamatan ini 35.09.12.",
        "Dokumen menyebut nomor lain pada baris 41: 065/12/35.09/2023. Pilih salah satu.",
    )
    assert len({one.fact for one in iku}) == 1

    chosen = told["065/12/35.09.22/2023"].number, told[None].number
    (row,) = (
        one
        for one in laid_book(reading, RecordedBook(ambulu, 2023), chosen).sheets["Dokumen"]
        if one.cells["dokumen"] == "iku"
    )
    assert row.cells["nomor"] == "065/12/35.09.22/2023"
    assert row.cells["tempat"] == "Ambulu"
    both = {one.number for one in iku}
    rows = laid_book(reading, RecordedBook(ambulu, 2023), both).sheets["Dokumen"]
    assert len(rows) == 2  # two numbers of one document: the second is refused as its twin


def test_the_last_target_of_the_plan_that_a_report_gives_otherwise_is_noted(ambulu: Kecamatan) -> None:
    text = """RENCANA STRATEGIS KECAMATAN AMBULU TAHUN 2021-2026

Matriks Tujuan dan Sasaran

No\tTujuan\tSasaran\tIndikator Sasaran\tTarget Kinerja Sasaran Pada Tahun\t\t\t
\t\t\t\t2023\t2024\t2025\t2026
1\tMeningkatkan pelayanan\tMeningkatnya layanan\tNilai Survei Kepuasan Masyarakat\t81\t82\t83\t84

Tabel 3.1
Pengukuran Kinerja Tahun 2023

No\tSasaran Strategis\tIndikator Sasaran\tTarget\tRealisasi\tCapaian
1\tMeningkatnya layanan\tNilai Survei Kepuasan Masyarakat\t81\t80\t98,77

Tabel 3.3
Perbandingan dengan target akhir Renstra

No\tSasaran Strategis\tIndikator Sasaran\tTarget Akhir Renstra\tRealisasi\tTingkat Kemajuan
1\tMeningkatnya layanan\tNilai Survei Kepuasan Masyarakat\t100\t80\t80
"""
    reading = read(ambulu, text, name="a.txt")
    last = next(one for one in of(reading, "TargetRenstra") if one.cells["tahun"] == 2026)
    assert last.notes == ("Dokumen menyebut target akhir Renstra lain pada baris 19: 100.",)
    assert not any(one.doubts for one in reading.proposals)
