"""Papers in shapes that other offices use: other columns and orders, numbers and files, tables without lines."""

from __future__ import annotations

from typing import Any

import pytest

from kecamatan.models import Kecamatan
from reports.reading.book import paper_preview
from sakip.models import MisiRPJMD, PeriodeRPJMD, SasaranRPJMD, TujuanRPJMD
from tests.reports.reading.read_texts import cells, read

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

MATRIX = """Renstra Kecamatan Ambulu Tahun 2021-2026

Tujuan\tSasaran\tIndikator Sasaran\tTarget\t\t\t
\t\t\t2023\t2024\t2025\t2026
Mewujudkan layanan\tMeningkatnya layanan\tNilai SKM\t80\t81\t82\t83

"""
#: Indikator before sasaran, the row that counts columns in the middle, and dots and commas both ways.
OTHER_ORDER = """PERJANJIAN KINERJA TAHUN 2023

No.\tTarget\tSatuan\tIndikator Kinerja Sasaran\tSasaran Kegiatan
(1)\t(2)\t(3)\t(4)\t(5)
1\t84,25\tindeks\tNilai SKM\tMeningkatnya layanan
(1)\t(2)\t(3)\t(4)\t(5)
2\t1.234,5\tdokumen\tJumlah dokumen\tMeningkatnya layanan
3\t1,234.5\tberkas\tJumlah berkas\tMeningkatnya layanan
"""
#: Capaian before realisasi, the year in the heads.
MEASURED = """Pengukuran Kinerja

Indikator Kinerja Utama\tSasaran\tCapaian (%)\tRealisasi 2023\tTarget 2023\tRealisasi 2022
Nilai SKM\tMeningkatnya layanan\t101,2\t81,0\t80\t79,5
"""
SPACED = """PERJANJIAN KINERJA TAHUN 2023

NO    SASARAN STRATEGIS          INDIKATOR KINERJA       TARGET
1     Meningkatnya layanan       Nilai SKM               84
      di kecamatan
2     Meningkatnya koordinasi    Persentase tuntas       95 %

Ambulu, Januari 2023
Pihak Kedua                      Pihak Pertama
BUPATI JEMBER                    CAMAT AMBULU
"""
SIPD = """Kode;Uraian;Pagu;Realisasi
7.01.01;PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA;1.000.000.000;900.000.000
7.01.01.2.02;Administrasi Keuangan Perangkat Daerah;1.000.000.000;900.000.000
7.01.01.2.02.0001;Penyediaan Gaji;1.000.000.000;900.000.000
5.1.01;Belanja Pegawai;1.000.000.000;900.000.000
"""
DPA = """DOKUMEN PELAKSANAAN ANGGARAN

Kode Rekening;Urusan/ Bidang Urusan/ Program/ Kegiatan/ Sub Kegiatan;Sumber Dana;Pagu (Rp)
7.01.01;PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA;;1,000,000,000
7.01.01.2.02;Administrasi Keuangan Perangkat Daerah;;1,000,000,000
7.01.01.2.02.01;Penyediaan Gaji dan Tunjangan ASN;DAU;Rp 1,2 M
7.01.01.2.02.03;Pelaksanaan Penatausahaan dan Pengujian/Verifikasi Keuangan SKPD;DAU;1,110,030,000
7.01.01.2.08.04;Penyediaan Jasa Pelayanan Umum Kantor;DAU;Rp56.880.000,00
"""


PK = ("sasaran", "indikator", "satuan", "target")


@pytest.mark.parametrize(
    ("name", "text", "sheet", "columns", "expected"),
    [
        (
            "pk.txt",
            MATRIX + OTHER_ORDER,
            "PK",
            PK,
            [
                ("Meningkatnya layanan", "Nilai SKM", "indeks", "84,25"),
                ("Meningkatnya layanan", "Jumlah dokumen", "dokumen", "1234,5"),
                ("Meningkatnya layanan", "Jumlah berkas", "berkas", "1234,5"),
            ],
        ),
        ("ukur.txt", MATRIX + MEASURED, "Realisasi", ("tahun", "nilai"), [(2023, 81), (2022, "79,5")]),
        (
            "pk.txt",
            SPACED,
            "PK",
            PK,
            [
                ("Meningkatnya layanan di kecamatan", "Nilai SKM", "indeks", 84),
                ("Meningkatnya koordinasi", "Persentase tuntas", "%", 95),
            ],
        ),
        (
            "sipd.csv",
            SIPD,
            "Anggaran",
            ("kode", "pagu_murni", "realisasi"),
            [("7.01.01.2.02.01", 1_000_000_000, 900_000_000)],
        ),
        (
            "dpa.csv",
            DPA,
            "Anggaran",
            ("kode", "pagu_murni", "realisasi"),
            [("7.01.01.2.02.03", 1_110_030_000, None), ("7.01.01.2.08.04", 56_880_000, None)],
        ),
    ],
    ids=["order", "measured", "spaced", "sipd", "dpa"],
)
def test_a_shape(
    ambulu: Kecamatan,
    name: str,
    text: str,
    sheet: str,
    columns: tuple[str, ...],
    expected: list[tuple[Any, ...]],
) -> None:
    reading = read(ambulu, text, name=name)
    assert cells(reading, sheet, *columns) == expected
    rounded = [one.why for one in reading.unplaced]
    assert rounded == (['"Rp 1,2 M" bukan jumlah rupiah yang utuh.'] if text is DPA else [])


#: T-C.25: one column for the indikator of both levels, years that are counted.
COUNTED = """Renstra Kecamatan Ambulu Tahun {}

NO.\tTUJUAN\tSASARAN\tINDIKATOR TUJUAN/SASARAN\tTARGET KINERJA TUJUAN/SASARAN PADA TAHUN KE-\t\t\t\t
\t\t\t\t1\t2\t3\t4\t5
(1)\t(2)\t(3)\t(4)\t(5)\t(6)\t(7)\t(8)\t(9)
1.\tMeningkatnya kualitas pelayanan publik\t\tIndeks kinerja wilayah\t86\t87\t88\t89\t90
\t\tMeningkatnya kualitas administrasi\tPersentase kepuasan masyarakat\t81\t82\t83\t84\t85
"""
#: Since 2025: the sasaran of the kabupaten before the tujuan, the state before the plan, and the year behind it.
WITH_UPSTREAM = """Renstra Kecamatan Ambulu Tahun 2025-2029

NSPK dan Sasaran RPJMD yang Relevan\tTujuan\tSasaran\tIndikator\tBaseline 2024\tTarget Tahun\t\t\t\t\t\tKeterangan
\t\t\t\t\t2025\t2026\t2027\t2028\t2029\t2030\t
(01)\t(02)\t(03)\t(04)\t(05)\t(06)\t(07)\t(08)\t(09)\t(10)\t(11)\t(12)
Meningkatnya tata kelola\tMeningkatnya kualitas pelayanan\t\tIndeks kinerja wilayah\t84\t85\t86\t87\t88\t89\t90\t
\t\tMeningkatnya kualitas administrasi\tNilai IKM\t89\t90,5\t91\t92\t93\t94\t95\t
"""


def test_years_that_are_counted_are_those_of_the_plan_and_doubtful_where_it_has_more(
    ambulu: Kecamatan,
) -> None:
    sure = read(ambulu, COUNTED.format("2022-2026"), name="renstra.txt")
    assert cells(sure, "IndikatorTujuan", "nomor", "nama") == [(1, "Indeks kinerja wilayah")]
    assert cells(sure, "TargetTujuan", "tahun", "target")[::4] == [(2022, 86), (2026, 90)]
    assert cells(sure, "TargetRenstra", "tahun", "target", "cetak")[::4] == [
        (2022, 81, "81%"),
        (2026, 85, "85%"),
    ]
    assert not any(one.doubts for one in sure.proposals)
    six = read(ambulu, COUNTED.format("2021-2026"), name="renstra.txt")
    held = [one.sheet for one in six.proposals if one.doubts]
    assert held == ["TargetTujuan"] * 5 + ["TargetRenstra"] * 5


def test_neither_what_the_kabupaten_aims_at_nor_the_state_before_the_plan_is_the_kecamatans(
    ambulu: Kecamatan,
) -> None:
    reading = read(ambulu, WITH_UPSTREAM, name="renstra.txt", tahun=2025)
    assert cells(reading, "Sasaran", "uraian") == [("Meningkatnya kualitas administrasi",)]
    assert cells(reading, "Indikator", "nama") == [("Nilai IKM",)]
    assert cells(reading, "TargetTujuan", "tahun", "target")[::4] == [(2025, 85), (2029, 89)]
    assert cells(reading, "TargetRenstra", "tahun", "target")[::4] == [(2025, "90,5"), (2029, 94)]
    assert not any(one.notes for one in reading.proposals)
    assert cells(reading, "Sasaran", "sasaran_rpjmd") == [(None,)]
    period = PeriodeRPJMD.objects.create(kabupaten=ambulu.kabupaten, tahun_awal=2025, tahun_akhir=2029)
    misi = MisiRPJMD.objects.create(periode=period, nomor=1, uraian="Melayani")
    tujuan = TujuanRPJMD.objects.create(misi=misi, uraian="Pemerintahan yang baik")
    for name in ("Meningkatnya tata kelola", "Menurunnya kemiskinan"):
        SasaranRPJMD.objects.create(tujuan=tujuan, uraian=name)
    again = read(ambulu, WITH_UPSTREAM, name="renstra.txt", tahun=2025)
    assert cells(again, "Sasaran", "sasaran_rpjmd") == [("Meningkatnya tata kelola",)]
    assert cells(again, "Renstra", "rpjmd", "misi_diacu") == [(2025, None)]
    preview = paper_preview(
        content=WITH_UPSTREAM.encode(), name="renstra.txt", place=(ambulu, 2025), by=None, chosen={}
    )
    assert (preview.preview.errors, preview.refused) == ([], {})


#: T-C.27 of another office: a tujuan alone in its row, a nought where it goes on, codes in columns of their own, and
#: what a program is measured by in the row of its sasaran.
WITH_PROGRAMS = """Renstra Kecamatan Ambulu Tahun 2021-2024

Tujuan\tSasaran\tKode\t\t\tProgram dan Kegiatan\tIndikator Kinerja Tujuan, Sasaran, Program (Outcome) dan Kegiatan\t\
Target Kinerja Program dan Kegiatan Pendanaan\t\t\t\t\t\t\t
\t\t\t\t\t\t\tTahun 2021\t\tTahun 2022\t\tTahun 2023\t\tTahun 2024\t
\t\t\t\t\t\t\tTarget\t Rp \tTarget\t Rp \tTarget\t Rp \tTarget\t Rp
1\t2\t3\t\t\t4\t5\t6\t\t7\t\t8\t\t9\t
Meningkatnya akuntabilitas kinerja\t\t\t\t\t\t\t\t\t\t\t\t\t\t
0\tMeningkatnya kapasitas perangkat daerah\t7\t01\t01\tPROGRAM PENUNJANG\tPersentase ketersediaan dokumen\t\
0\t-\t100%\t1,000,000\t100%\t1,000,000\t100%\t1,000,000
\tMeningkatnya layanan\t\t\t\t\tJumlah layanan yang tepat waktu\t5\t\t6\t\t7\t\t8\t
"""


def test_a_program_in_the_row_of_its_sasaran_is_no_indikator_of_it(ambulu: Kecamatan) -> None:
    reading = read(ambulu, WITH_PROGRAMS, name="renstra.txt")
    assert cells(reading, "Tujuan", "uraian") == [("Meningkatnya akuntabilitas kinerja",)]
    assert cells(reading, "Sasaran", "uraian") == [
        ("Meningkatnya kapasitas perangkat daerah",),
        ("Meningkatnya layanan",),
    ]
    assert cells(reading, "Indikator", "nama") == [("Jumlah layanan yang tepat waktu",)]
    assert cells(reading, "TargetRenstra", "tahun", "target") == [(2021, 5), (2022, 6), (2023, 7), (2024, 8)]
    assert cells(reading, "DukunganProgram", "sasaran", "kode") == [
        ("meningkatnya-kapasitas-perangkat-daerah", "7.01.01")
    ]


#: As WITH_PROGRAMS, with the years counted from the third of a plan of six, and "Rp" right below what spans them.
NTH_YEARS = """Renstra Kecamatan Ambulu Tahun 2021-2026

Tujuan\tSasaran\tIndikator Sasaran\tProgram, Kegiatan dan Sub Kegiatan\t\
Indikator Kinerja Program (Outcome), Kegiatan (Output)\tTarget Kinerja Program dan Kerangka Pendanaan\t\t\t\t\t
\t\t\t\t\tTahun-3\t\tTahun-4\t\tTahun-5\t
\t\t\t\t\tTarget\tRp\tTarget\tRp\tTarget\tRp
Mewujudkan layanan\tMeningkatnya layanan\tNilai SKM\t\t\t42.50%\t1,775,000,000\t50%\t2,330,000,000\t60%\t2,670,000,000
\t\t\tPROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA\tPersentase dokumen\t\
90%\t1,775,000,000\t90%\t2,330,000,000\t90%\t2,670,000,000
"""


def test_a_plan_of_several_years_is_no_rkt_and_its_money_no_budget(ambulu: Kecamatan) -> None:
    reading = read(ambulu, NTH_YEARS, name="renstra.txt")
    assert {one.sheet for one in reading.proposals} == {
        *("Renstra", "Tujuan", "Sasaran", "Indikator", "TargetRenstra", "DukunganProgram")
    }
    targets = [one for one in reading.proposals if one.sheet == "TargetRenstra"]
    assert [one.cells["tahun"] for one in targets] == [2024, 2025, 2026]
    assert [one.doubts for one in targets] == [
        (
            'Kepala tabel menulis "tahun ke-3" sampai "ke-5", sedangkan masa Renstra 2021–2026. Pastikan tahunnya.',
        )
    ] * 3
