"""Lists as offices keep them, of persons, units, things: of which sheet they are, and what of them is taken."""

from __future__ import annotations

import pytest

from tests.reports.paste.told import columns_of, notes_of, read, told_of
from tests.table_tests import each_row

pytestmark = pytest.mark.one_engine


@each_row(
    ("page", "text", "sheet", "columns", "lacking"),
    [
        # persons are neither counted nor desa
        (
            "profil",
            "No\tNama\tNIP\tPangkat/Gol\tJabatan\n1\tDrs. AHMAD\t197001011990031001\tPembina (IV/a)\tCamat",
            "Pejabat",
            "- nama nip golongan jabatan",
            "mulai",
        ),
        (
            "profil",
            "No\tNama / NIP\tJabatan\tTMT\n1\tAHMAD NIP. 1\tCamat\t2/1/2023",
            "Pejabat",
            "- nama_nip jabatan mulai",
            "",
        ),
        ("profil", "No\tUnit Kerja\tKepala\n1\tSeksi Pembangunan\tA", "UnitKerja", "- nama -", ""),
        # things have a unit, people have none
        (
            "profil",
            "No\tUraian\tJumlah\tSatuan\n1\tSD/MI\t24\tunit",
            "ProfilFakta",
            "- uraian nilai satuan",
            "kelompok",
        ),
        (
            "profil",
            "Status Kepegawaian\tJumlah\nPNS\t9\nPPPK\t2",
            "ProfilFakta",
            "- nilai",
            "kelompok uraian",
        ),
        (
            "sarana-prasarana",
            "No\tKode Barang\tNama Barang\tMerk/Type\tTahun\tJumlah\tHarga\tKondisi\n"
            "1\t02.06\tLaptop\tA\t2021\t3\t9\tB",
            "SaranaPrasarana",
            "- - nama - - jumlah - kondisi",
            "",
        ),
        (
            "tindak-lanjut",
            "Indikator\tPermasalahan\tSolusi\tWaktu\nIKM\tA\tB\tTW II",
            "TindakLanjut",
            "nama_indikator - tindakan batas_waktu",
            "",
        ),
        (
            "rencana-aksi",
            "Indikator\tTW1\tTW2\tTW3\tTW4\nIKM\t1\t2\t3\t4",
            "RencanaAksi",
            "indikator target_1 target_2 target_3 target_4",
            "",
        ),
        ("lhe", "Nilai Hasil Evaluasi AKIP\t66,65\nKategori\tB", "LHE", "nilai predikat", ""),
        (
            "profil",
            "No\tPangkat\tGol/Ruang\tL\tP\tJml\n1\tPembina\tIV/a\t1\t0\t1",
            "SDM",
            "- uraian golongan asn",
            "",
        ),
        # weeks are no triwulan, and a share of the budget is none of its outputs
        (
            "rencana-aksi",
            "Indikator\tMinggu I\tMinggu II\tMinggu III\tMinggu IV\nIKM\t1\t2\t3\t4",
            "RencanaAksi",
            "indikator - - - -",
            "",
        ),
        (
            "anggaran",
            "Kode\tIndikator\tTarget\tSerapan (%)\n7.01.01.2.02.01\tGaji\t12\t90,45",
            "Keluaran",
            "kode uraian target -",
            "",
        ),
        (
            "pk-berjenjang",
            "No\tNama Jabatan\tSasaran Kinerja\tIndikator Kinerja\tTarget\n1\tCamat\tA\tB\t12 kali",
            "PKUnitBaris",
            "- unit kinerja ukuran target",
            "kunci_indikator",
        ),
    ],
)
def test_of_which_sheet_a_list_is(page: str, text: str, sheet: str, columns: str, lacking: str) -> None:
    reading = read(page, text)
    assert (reading.sheet.nama, columns_of(reading)) == (sheet, columns)
    assert " ".join(column.key for column in reading.lacking) == lacking


@pytest.mark.usefixtures("contoh")
@each_row(
    ("page", "text", "keys", "rows"),
    [
        (
            "profil",
            'Nama dan NIP\tJabatan\tTMT\n"Drs. AHMAD, M.Si\nNIP. 19700101 199003 1 001"\tCamat\t2/1/2023\n'
            "SITI\tCamat\t1/1/2022",
            ("nama", "nip", "mulai"),
            [("Drs. AHMAD, M.Si", "197001011990031001", "2/1/2023"), ("SITI", None, "1/1/2022")],
        ),
        # a dash is no NIP; below the name may stand the pangkat too, in whichever order, whatever parts them
        (
            "profil",
            'Nama / NIP\tJabatan\tTMT\n"SITI, S.Sos\nNIP. -"\tCamat\t1/1/2022\nBUDI / -\tCamat\t1/1/2021\n'
            'ALI NIP -\tCamat\t1/1/2020\n"JOKO\nNIP. 123"\tCamat\t1/1/2019\n'
            '"DEWI\nNI PPPK 199001012021212001"\tCamat\t1/1/2018',
            ("nama", "nip", "golongan"),
            [
                ("SITI, S.Sos", None, None),
                ("BUDI", None, None),
                ("ALI", None, None),
                ("JOKO", "123", None),  # refused in its own words
                ("DEWI", "199001012021212001", None),
            ],
        ),
        (
            "profil",
            'Nama/NIP/Pangkat\tJabatan\tTMT\n"Drs. AHMAD, M.Si\nNIP. 19700101 199003 1 001\nPembina Tk. I (IV/b)"'
            '\tCamat\t2/1/2023\n"SITI\nPenata Tk.I / III d\nNIP. 19800101.200903.2.001"\tCamat\t1/1/2022\n'
            "BUDI / 197501012000031002 / IV/a\tCamat\t1/1/2021\n"
            '"ALI\nPembina\nIV/a\nNIP -"\tCamat\t1/1/2020',
            ("nama", "nip", "golongan"),
            [
                ("Drs. AHMAD, M.Si", "197001011990031001", "IV/b"),
                ("SITI", "198001012009032001", "III/d"),
                ("BUDI", "197501012000031002", "IV/a"),
                ("ALI", None, "IV/a"),
            ],
        ),
        # also where the head says no more than "Nama"
        (
            "profil",
            'Nama\tJabatan\tTMT\n"AHMAD\nNIP. 19700101 199003 1 001"\tCamat\t2/1/2023',
            ("nama", "nip"),
            [("AHMAD", "197001011990031001")],
        ),
        (
            "profil",
            "Unit Kerja\nSekretariat Kecamatan\nSeksi Pembangunan\nSubbag Aset\nPusat Data",
            ("nama", "jenis", "induk"),
            [
                ("Sekretariat Kecamatan", None, None),
                ("Seksi Pembangunan", "seksi", "camat"),
                ("Subbag Aset", "subbagian", "sekretariat"),
                ("Pusat Data", None, None),
            ],
        ),
        # a mark says the state of all of a line
        (
            "sarana-prasarana",
            "Nama Barang\tJumlah\tBaik\tRusak Ringan\tRusak Berat\nMeja\t5\t√\t\t\nRak\t3\t\tv\tv",
            ("jumlah", "baik", "rusak_ringan"),
            [("5", "5", None), ("3", None, "v")],
        ),
        # a row above others says of which sasaran they are
        (
            "rkt",
            "No\tIndikator\tSatuan\tTarget\nSasaran 1: Meningkatnya kepuasan\t\t\t\n1\tIKM\tindeks\t86\n"
            "Sasaran Strategis 2. Meningkatnya akuntabilitas\t\t\t\n2\tNilai SAKIP\tnilai\t70",
            ("sasaran", "indikator", "target"),
            [("Meningkatnya kepuasan", "IKM", "86"), ("Meningkatnya akuntabilitas", "Nilai SAKIP", "70")],
        ),
        (
            "lhe",
            "Rekomendasi\tTindak Lanjut\tProgres\nA\tB\t100%\nC\tD\t50 %\nE\tF\t0%\nG\tH\t120 dokumen",
            ("status",),
            [("Selesai",), ("Dalam proses",), ("Belum",), ("120 dokumen",)],
        ),
        (
            "lhe",
            "Rekomendasi\tTindak Lanjut\tSelesai\tProses\tBelum\nA\tB\t√\t\t\nC\tD\t\tv\t\nE\tF\tv\tv\t",
            ("status",),
            [("Selesai",), ("Dalam proses",), ("Selesai: v; Dalam proses: v",)],
        ),
        # an item goes on as a PDF breaks its lines, and ends where it ends
        (
            "profil",
            "TUGAS\n1. menyelenggarakan urusan;\n2. mengoordinasikan kegiatan pemberdayaan\nmasyarakat di\ndesa;\n"
            "3. melaksanakan tugas lain.\nCatatan kaki",
            ("jenis", "uraian"),
            [
                ("tugas", "menyelenggarakan urusan;"),
                ("tugas", "mengoordinasikan kegiatan pemberdayaan masyarakat di desa;"),
                ("tugas", "melaksanakan tugas lain."),
                ("tugas", "Catatan kaki"),
            ],
        ),
        # the number of an item is no part of it; a cell that has several keeps theirs
        (
            "pk",
            "Program\tAnggaran\n1. Program Koordinasi Ketentraman dan Ketertiban Umum\tRp100.000.000",
            ("kode", "nama"),
            [("7.01.04", "Program Koordinasi Ketentraman dan Ketertiban Umum")],
        ),
        (
            "rkt",
            "Sasaran\tIndikator\tTarget\n1. Meningkatnya pelayanan\t1.1 IKM\t85",
            ("sasaran", "indikator"),
            [("Meningkatnya pelayanan", "IKM")],
        ),
        (
            "lhe",
            'Rekomendasi\tTindak Lanjut\n1. Susun pohon kinerja\t"1. Rapat\n2. Menyusun"\n'
            "B\t1. Rapat 2. Menyusun\nC\t1. Rapat",
            ("rekomendasi", "tindakan"),
            [
                ("Susun pohon kinerja", "1. Rapat\n2. Menyusun"),
                ("B", "1. Rapat 2. Menyusun"),
                ("C", "Rapat"),
            ],
        ),
    ],
)
def test_what_of_it_is_taken(
    page: str, text: str, keys: tuple[str, ...], rows: list[tuple[str | None, ...]]
) -> None:
    ((_, told),) = told_of(page, text)
    assert [tuple(row.cells.get(key) for key in keys) for row in told.rows] == rows


@pytest.mark.usefixtures("contoh")
def test_columns_of_a_matrix_that_any_of_its_sheets_reads_are_not_told_to_be_unread() -> None:
    text = (
        "Tujuan\tSasaran\tIndikator Sasaran\tSatuan\tTarget\t\t\t\n\t\t\t\t2024\t2025\t2026\tKondisi Akhir\n"
        "Tujuan baru\tSasaran baru\tIndikator satu\t%\t80\t85\t90\t90"
    )
    assert notes_of("renstra", text) == [
        "Kolom “Target Kondisi Akhir” tidak dibaca. Bila perlu dicatat, pilih isiannya pada “Cara tabel Tujuan dibaca”."
    ]


@pytest.mark.usefixtures("contoh")
@each_row(
    ("page", "text", "notes"),
    [
        # who signs below a table is none of its rows
        (
            "pk",
            "No\tSasaran\tIndikator\tTarget\n1\tA\tIKM\t85\n\t\tJombang, 2 Januari 2023\t\n"
            "\tBupati Jember,\tCamat Jombang,\t\n\tHENDY SISWANTO\tNURYADI, S.STP.\t",
            [
                "Tidak disimpan, karena bukan baris tabel: baris 3 (“Jombang, 2 Januari 2023”), baris 4"
                " (“Bupati Jember, Camat Jombang,”), baris 5 (“HENDY SISWANTO NURYADI, S.STP.”)."
            ],
        ),
        (
            "pk",
            "Program\tAnggaran\nKoordinasi Ketentraman dan Ketertiban Umum\t100\nTerbilang: seratus rupiah\t",
            ["Tidak disimpan, karena bukan baris tabel: baris 3 (“Terbilang: seratus rupiah”)."],
        ),
        # a cell that is merged over two columns is copied into both
        ("rkt", "No\tSasaran\tSasaran\tIndikator\tTarget\n1\tA\tA\tIKM\t86", []),
        (
            "realisasi",
            "Indikator\tRealisasi s.d. TW I\tRealisasi TW II\nIKM\t80\t81",
            [
                "Kolom “Realisasi s.d. TW I” menyebut nilai sampai dengan triwulan itu. Periksa akumulasi indikatornya:"
                " bila nilai triwulan dijumlahkan, isi nilai setiap triwulannya saja."
            ],
        ),
    ],
)
def test_what_is_told_beside_it(page: str, text: str, notes: list[str]) -> None:
    assert notes_of(page, text) == notes


def test_one_count_without_a_head_may_be_of_either_kind() -> None:
    assert read("profil", "S1  :  9 orang\nSMA  :  3 orang").undecided
    assert not read("profil", "S1\t9\t1\nSMA\t3\t2").undecided
