"""What a pasted table says and nothing takes is told: columns, rows, lines beside it, another place, another year."""

from __future__ import annotations

import pytest

from kecamatan.models import Kecamatan
from reports.paste.reading import Reading, best_reading, read_as, rows_of
from reports.paste.rows import Told, told_tables
from reports.paste.said_once import said_once
from reports.paste.tables import divided
from sakip.records import forms as everything  # noqa: F401  # registers every kind of row
from sakip.workbook.of_page import sheets_of_page
from sakip.workbook.recorded import RecordedBook
from tests.table_tests import each_row

pytestmark = pytest.mark.one_engine

UNSUR = (
    "Persyaratan",
    "Prosedur",
    "Waktu pelayanan",
    "Biaya/tarif",
    "Produk layanan",
    "Kompetensi pelaksana",
    "Perilaku pelaksana",
    "Penanganan pengaduan",
    "Sarana dan prasarana",
)


def read(page: str, text: str) -> Reading:
    reading = best_reading(rows_of(text), sheets_of_page(page))
    assert reading is not None
    return reading


def columns_of(reading: Reading) -> str:
    return " ".join(key or "-" for key in reading.columns)


@each_row(
    ("page", "text", "sheet", "columns", "rows"),
    [
        # a code in columns of its own, with and without a head, and with the noughts that Excel takes away
        (
            "anggaran",
            "7\t01\t01\t2.02\t01\tGaji\t3\t2",
            "Anggaran",
            "kode nama_kode pagu_murni pagu_perubahan",
            1,
        ),
        (
            "anggaran",
            "Urusan\tBidang\tProgram\tKegiatan\tSub Kegiatan\tUraian\tPagu Perubahan\n7\t1\t1\t2,1\t1\tGaji\t3\n"
            "7\t1\t1\t\t\tPenunjang\t3",
            "Anggaran",
            "kode nama_kode pagu_perubahan",
            2,
        ),
        (
            "anggaran",
            "7.01\t01\t2.02\t01\tGaji\t3\t2",
            "Anggaran",
            "kode nama_kode pagu_murni pagu_perubahan",
            1,
        ),
        # targets of triwulan are no code
        (
            "rencana-aksi",
            "Kode\tSub Kegiatan\tIndikator\tTW I\tTW II\tTW III\tTW IV\n7.01.01.2.02.01\tGaji\tOrang\t7\t7\t7\t7",
            "RencanaAksiKegiatan",
            "kode kode@sub_kegiatan indikator triwulan_1 triwulan_2 triwulan_3 triwulan_4",
            1,
        ),
        # a row of words below words is no second line of the head, nor is a first row with numbers a head
        (
            "sarana-prasarana",
            "Nama Barang\tMerk\tTahun\tKondisi\nMobil dinas\tToyota\t2019\tBaik\nMotor\tHonda\t2015\tBaik",
            "SaranaPrasarana",
            "nama - - kondisi",
            2,
        ),
        ("profil", "S1\t9\t1\nSMA\t3\t2", "SDM", "uraian asn non_asn", 2),
        ("profil", "1\tJombang\n2\tKeting", "Desa", "- nama", 2),
        ("profil", "Desa\tDusun\tRW\nJombang\t3\t10\nKeting\t4\t12", "Desa", "nama - -", 2),
        (
            "lhe",
            "Rekomendasi\tTW I\tTW II\tPIC\nSusun cascading\t\tv\tCamat",
            "RekomendasiLHE",
            "rekomendasi - - penanggung_jawab",
            1,
        ),
        # short words part the columns above them
        (
            "rencana-aksi",
            "Sasaran\tIndikator\tTriwulan I\t\tTriwulan II\t\n\t\tT\tR\tT\tR\nA\tB\t25\t20\t50\t45",
            "RencanaAksi",
            "sasaran indikator target_1 - target_2 -",
            1,
        ),
        (
            "rencana-aksi",
            "Sasaran\tIndikator\tB03\tB06\tB09\tB12\nA\tB\t25%\t50%\t75%\t100%",
            "RencanaAksi",
            "sasaran indikator target_1 target_2 target_3 target_4",
            1,
        ),
        # a share is no amount, and money no output
        (
            "anggaran",
            "Kode\tUraian\tPagu Perubahan\tRealisasi (%)\tRealisasi (Rp)\n7.01.01.2.02.01\tGaji\t3\t90,45\t2",
            "Anggaran",
            "kode nama_kode pagu_perubahan - realisasi",
            1,
        ),
        (
            "anggaran",
            "Kode\tSub Kegiatan\tIndikator\tTarget Kinerja\tRealisasi Kinerja\tPagu Perubahan (Rp)\tRealisasi (Rp)\n"
            "7.01.01.2.02.01\tGaji\tOrang\t18\t17\t3.000\t2.000",
            "Keluaran",
            "kode kode@sub_kegiatan uraian target realisasi - -",
            1,
        ),
        (
            "anggaran",
            "Kode\tSub Kegiatan\tIndikator\tTarget\t\tRealisasi\t\n\t\t\tKinerja\tRp\tKinerja\tRp\n"
            "7.01.01.2.02.01\tGaji\tOrang\t18\t3.000\t17\t2.000",
            "Keluaran",
            "kode kode@sub_kegiatan uraian target - realisasi -",
            1,
        ),
        # one of two targets is not taken for the other
        (
            "pk",
            "Sasaran\tIndikator\tTarget Murni\tTarget Perubahan\nA\tIKM\t84\t86",
            "PK",
            "sasaran indikator - -",
            1,
        ),
        ("pk", "Sasaran\tIndikator Kinerja Utama\tTarget\nA\tIKM\t84", "PK", "sasaran indikator target", 1),
        # whose indikator it is tells of what the table is
        (
            "rkt",
            "Sasaran Strategis\tIndikator Kinerja\tTarget\tProgram\tAnggaran\nA\tB\t9\tX\t3.000",
            "RKT",
            "sasaran indikator target - -",
            1,
        ),
        (
            "rkt",
            "Sasaran\tProgram/Kegiatan\tIndikator\tTarget\nA\t7.01.01\tB\t9",
            "RKTKegiatan",
            "sasaran nama_kode uraian target",
            1,
        ),
        (
            "rencana-aksi",
            "Sasaran\tIndikator Kinerja\tKegiatan\tIndikator Kegiatan\tTW I\tTW II\nA\tB\t7.01.01.2.02\tC\t1\t2",
            "RencanaAksiKegiatan",
            "nomor@sasaran nomor@indikator kode@kegiatan indikator triwulan_1 triwulan_2",
            1,
        ),
        (
            "rencana-aksi",
            "Sasaran\tIndikator\tProgram\tTW I\tTW II\nA\tB\tX\t1\t2",
            "RencanaAksi",
            "sasaran indikator - target_1 target_2",
            1,
        ),
        # a table that names its lines is turned, its total with them
        (
            "lhe",
            "Komponen\tBobot\tNilai\nPerencanaan Kinerja\t30\t21,5\nPengukuran Kinerja\t30\t20,1"
            "\nPelaporan Kinerja\t15\t11\nEvaluasi Internal\t25\t15\nNilai Akuntabilitas Kinerja\t100\t67,6"
            "\nPredikat\t\tB",
            "LHE",
            "perencanaan pengukuran pelaporan evaluasi nilai predikat",
            1,
        ),
        (
            "survei-kepuasan",
            "No\tUnsur\tNRR 2022\tNRR 2023\n"
            + "\n".join(f"{n}\t{name}\t3,1\t3,{n}" for n, name in enumerate(UNSUR, start=1)),
            "SurveiKepuasan",
            "u1 u2 u3 u4 u5 u6 u7 u8 u9 periode",
            2,
        ),
        (
            "profil",
            "Luas wilayah\t: 47,12 Km2\nJumlah penduduk\t57.234 jiwa\nSebelah Utara\tKecamatan Umbulsari",
            "Profil",
            "luas_km2 penduduk batas_utara",
            1,
        ),
        (
            "prestasi",
            "No\tNama Inovasi\tDeskripsi\n1\tSI JEMPOL\tJemput bola",
            "Prestasi",
            "- nama uraian",
            1,
        ),
        # rows that say the same below a head are none of its lines
        (
            "renstra",
            "Tahun awal\tVersi\tKunci\tUraian\tKunci tujuan\tStrategi\n2021\t0\ts-a\tA\tt-p\t\n2021\t0\ts-b\tB\tt-p\t",
            "Sasaran",
            "tahun_awal versi kunci uraian tujuan strategi",
            2,
        ),
        # a head whose merged words are copied into its second line
        (
            "pembanding",
            "Indikator\tKabupaten\t\tProvinsi\t\nIndikator\t2022\t2023\t2022\t2023\nIKM\t85\t86,5\t87\t88",
            "Pembanding",
            "nama_indikator - nilai@kabupaten - nilai@provinsi",
            1,
        ),
        (
            "profil",
            "No\tPendidikan\tPNS\t\t\tHonorer\nNo\tPendidikan\tL\tP\tJumlah\tHonorer\n1\tS1\t5\t4\t9\t2",
            "SDM",
            "- uraian asn non_asn",
            1,
        ),
        # columns that are no cells
        (
            "pk",
            "No   Sasaran      Indikator   Target\n1    A B          IKM         86",
            "PK",
            "- sasaran indikator target",
            1,
        ),
        (
            "pk",
            "| No | Sasaran | Indikator | Target |\n|---|:--|---|---|\n| 1 | A | IKM | 86 |",
            "PK",
            "- sasaran indikator target",
            1,
        ),
        (
            "anggaran",
            "Kode;Uraian;Pagu Perubahan;Realisasi\n7.01.01.2.02.01;Gaji;3;2",
            "Anggaran",
            "kode nama_kode pagu_perubahan realisasi",
            1,
        ),
        # before and after the change, half a year, the money of a triwulan
        (
            "anggaran",
            "Kode\tAnggaran Sebelum Perubahan\tAnggaran Setelah Perubahan\tBertambah\n7.01.01.2.02.01\t3\t4\t1",
            "Anggaran",
            "kode pagu_murni pagu_perubahan -",
            1,
        ),
        (
            "anggaran",
            "Kode\tAPBD\tP-APBD\tRealisasi\n7.01.01.2.02.01\t3\t4\t1",
            "Anggaran",
            "kode pagu_murni pagu_perubahan realisasi",
            1,
        ),
        (
            "realisasi",
            "Indikator\tSemester I\tSemester II\nIKM\t80\t82",
            "Realisasi",
            "nama_indikator nilai@2 nilai@4",
            1,
        ),
        (
            "rencana-aksi",
            "Sasaran\tIndikator\tAnggaran TW I\tAnggaran TW II\nA\tB\t1.000\t2.000",
            "RencanaAksi",
            "sasaran indikator - -",
            1,
        ),
        # men and women of the staff are no inhabitants
        (
            "profil",
            "Jenis Kelamin\tASN\tNon ASN\nLaki-laki\t9\t3\nPerempuan\t4\t2",
            "SDM",
            "- asn non_asn",
            2,
        ),
        # a score is no status, what is left over no pagu
        ("profil", "No\tDesa\tSkor IDM\tStatus IDM\n1\tJombang\t0,8123\tMaju", "Desa", "- nama - status", 1),
        (
            "anggaran",
            "Kode\tPagu DPPA\tRealisasi\tSisa Anggaran\n7.01.01.2.02.01\t3\t2\t1",
            "Anggaran",
            "kode pagu_perubahan realisasi -",
            1,
        ),
        (
            "anggaran",
            "Tahun Anggaran\tPagu Anggaran\tRealisasi Anggaran\n2021\t3\t2\n2022\t4\t3",
            "AnggaranLalu",
            "tahun pagu realisasi",
            2,
        ),
        (
            "iku",
            "Sasaran\tIKU\tPenjelasan\t\t\n\t\tAlasan\tFormulasi\tSumber Data\nA\tB\tkarena\tx/y\tL",
            "IKU",
            "sasaran indikator penjelasan formulasi sumber_data",
            1,
        ),
        # lines of one record, with words above them
        (
            "lhe",
            "Uraian\tKeterangan\nNomor\t700/1\nTanggal\t12 Maret 2023\nNilai\t67,6\nPredikat\tB",
            "LHE",
            "nomor tanggal nilai predikat",
            1,
        ),
        (
            "survei-kepuasan",
            "Unsur\tSemester I\tSemester II\n" + "\n".join(f"{name}\t3,1\t3,2" for name in UNSUR),
            "SurveiKepuasan",
            "u1 u2 u3 u4 u5 u6 u7 u8 u9 periode",
            2,
        ),
        # a cell with a line for each indikator, and one with a line for each of their targets
        (
            "pk",
            'Sasaran\tIndikator\tTarget\nA\t"IKM\nNilai"\t"86\nBB (70)"',
            "PK",
            "sasaran indikator target",
            2,
        ),
        ("pk", 'Sasaran\tIndikator\tTarget\nA\t"IKM\nkecamatan"\t86', "PK", "sasaran indikator target", 1),
    ],
)
def test_a_column_is_read_as_what_it_holds_and_no_row_is_lost(
    page: str, text: str, sheet: str, columns: str, rows: int
) -> None:
    reading = read(page, text)
    assert (reading.sheet.nama, columns_of(reading)) == (sheet, columns)
    assert len(reading.body) == rows


@each_row(
    ("text", "kode"),
    [
        ("7\t01\t02\t2.03\t0001\tX\t9", "7.01.02.2.03.0001"),
        ("7\t1\t1\t2,1\t1\tX\t9", "7.01.01.2.10.01"),  # Excel shows 2,10 as 2,1 and 2,01 as it is
        ("X\tXX\t01\t2.02\t01\tX\t9", "X.XX.01.2.02.01"),
        ("3\t7\t01\t01\tX\t9", "3"),  # a number of the row, which a single row may have before its code
    ],
)
def test_the_parts_of_a_code_are_one_with_all_their_noughts(text: str, kode: str) -> None:
    sheet = next(one for one in sheets_of_page("anggaran") if one.nama == "Anggaran")
    assert read_as(rows_of(text), sheet).body[0][0] == kode


def test_values_of_one_title_are_of_its_year_and_its_triwulan() -> None:
    table = "\nIndikator\tTarget\tRealisasi\nIKM\t85\t84"
    assert read("realisasi", f"REALISASI TRIWULAN II TAHUN 2023{table}").constants == {
        "tahun": "2023",
        "triwulan": "2",
    }
    assert read("realisasi", f"Capaian Kinerja Tahun 2022{table}").constants == {"tahun": "2022"}
    assert read("realisasi", f"Triwulan I s.d. IV (Renstra 2021-2026){table}").constants == {}


def test_errors_that_differ_in_their_value_alone_are_said_once() -> None:
    row = {"lembar": "PK", "baris": 2, "kolom": "Target"}
    said = [
        row
        | {
            "pesan": f'"{value}" bukan angka. Tulis angkanya.',
            "kalimat": f'Baris 2: "{value}" bukan angka. Tulis angkanya.',
        }
        for value in ("B", "BB", "B")
    ]
    other = row | {"baris": 3, "pesan": "Isi target.", "kalimat": "Isi target."}
    assert [one["kalimat"] for one in said_once([*said, other, other])] == [
        'Baris 2: "B", "BB" bukan angka. Tulis angkanya.',
        "Isi target.",
    ]


def told_of(page: str, text: str) -> list[tuple[str, Told]]:
    readings = [one for table in divided(rows_of(text), sheets_of_page(page)) if (one := table.reading)]
    place = Kecamatan.objects.get(kode="35.09.01")
    told = told_tables(readings, RecordedBook(place, 2023), {})
    return [(reading.sheet.nama, one) for reading, one in zip(readings, told, strict=True)]


def notes_of(page: str, text: str) -> list[str]:
    return [note for _, one in told_of(page, text) for note in one.notes]


@pytest.mark.usefixtures("contoh")
@each_row(
    ("page", "text", "notes"),
    [
        (
            "lhe",
            "No\tRekomendasi\tTindak Lanjut\tAnggaran\tKeterangan\n1\tSusun pohon kinerja\tDisusun\t5.000.000\t-",
            [
                "Kolom “Anggaran” tidak dibaca. Bila perlu dicatat, pilih isiannya pada “Cara tabel"
                " RekomendasiLHE dibaca”."
            ],
        ),
        (
            "profil",
            "No\tJabatan\tASN\n1\tCamat\t1\n*) termasuk Plt.\nSumber: Subbag Umum\nJombang, 2 Januari 2023",
            [
                "Tidak disimpan, karena bukan baris tabel: baris 3 (“*) termasuk Plt.”), baris 4 (“Sumber: Subbag"
                " Umum”), baris 5 (“Jombang, 2 Januari 2023”)."
            ],
        ),
        # a group is none that is left out; a sub kegiatan that says nothing is
        (
            "anggaran",
            "Kode\tSub Kegiatan\tIndikator\tTarget\n7.01.01.2.02\tAdministrasi\t\t"
            "\n7.01.01.2.02.01\tGaji\tOrang\t12"
            "\n7.01.01.2.02.03\tPelaksanaan\t\t",
            [
                "Tidak disimpan, karena hanya kode atau namanya yang terisi: baris 4 (“7.01.01.2.02.03 Pelaksanaan”)."
            ],
        ),
        (
            "pk",
            "Kecamatan\tSasaran\tIndikator\tTarget\nJombang\tA\tIKM\t86\nKec. Balung\tA\tIKM\t90",
            ["Tidak disimpan, karena bukan Kecamatan Jombang: baris 3 (“Kec. Balung A IKM 90”)."],
        ),
        (
            "rkt",
            "RENCANA KINERJA TAHUNAN KECAMATAN BALUNG TAHUN 2024\nSasaran\tIndikator\tTarget\nA\tB\t9",
            [
                "Judul tempelan menyebut tahun 2024, sedangkan yang diisi tahun 2023. Periksa apakah tabelnya benar.",
                "Judul tempelan menyebut Kecamatan Balung, sedangkan yang diisi Kecamatan Jombang. Periksa apakah"
                " tabelnya benar.",
            ],
        ),
        ("rkt", "Rencana Kinerja Kecamatan Jombang Tahun 2023\nSasaran\tIndikator\tTarget\nA\tB\t9", []),
        (
            "anggaran",
            'Uraian\tTarget\n"7.01.01.2.02.01 Gaji\nMasukan: Dana\nKeluaran: Terbayarnya gaji"\t12',
            ["Tidak disimpan, karena bukan baris tabel: baris 2 (“Dana”)."],
        ),
        # a head of two lines that is repeated on the next page says nothing new
        (
            "anggaran",
            "Kode\tUraian\tAnggaran\t\n\t\tPagu Perubahan\tRealisasi\n7.01.01.2.02.01\tGaji\t1\t1\nlanjutan\n"
            "Kode\tUraian\tAnggaran\t\n\t\tPagu Perubahan\tRealisasi\n7.01.01.2.02.03\tX\t1\t1",
            ["Tidak disimpan, karena bukan baris tabel: baris 4 (“lanjutan”)."],
        ),
    ],
)
def test_what_nothing_takes_is_told(page: str, text: str, notes: list[str]) -> None:
    assert notes_of(page, text) == notes


@pytest.mark.usefixtures("contoh")
@each_row(
    ("page", "text", "keys", "rows"),
    [
        # the sasaran says of which row a kegiatan is, not the number of the printed table
        (
            "rencana-aksi",
            "No\tSasaran\tKegiatan\tIndikator\tTW I\n1\tMeningkatnya pemberdayaan pemerintah desa\t"
            "Penyediaan Gaji dan Tunjangan ASN\tOrang\t1",
            ("nomor", "indikator"),
            [(3, "Orang")],
        ),
        (
            "sarana-prasarana",
            "Nama\tJumlah\tKondisi\nMeja\t5\tRusak ringan\nKursi\t7\tBaik\nRak\t2\tsebagian rusak",
            ("jumlah", "baik", "rusak_ringan", "keterangan"),
            [
                ("5", None, "5", None),
                ("7", "7", None, None),
                ("2", None, None, "Kondisi: sebagian rusak"),
            ],
        ),
        (
            "profil",
            "Pendidikan\tPNS\tPPPK\tHonorer\nS1\t9\t2\t1\nSMA\t3\tdua\t-\nD3\t-\t1\t-",
            ("asn", "non_asn"),
            [("11", "1"), ("dua", None), ("1", None)],
        ),
        (
            "profil",
            "Pendidikan\tASN\tPPPK\nS1\t9\t2",
            ("asn",),
            [("9",)],
        ),
        (
            "anggaran",
            "Nama SKPD\tKode\tUraian\tPagu Perubahan\nKecamatan Jombang\t7.01.01.2.02.01\tGaji\t9\n"
            "Kelurahan X\t7.01.01.2.02.01\tGaji\t8",
            ("unit", "pagu_perubahan"),
            [("", "9"), ("Kelurahan X", "8")],
        ),
        # a line for each label, a value for each
        (
            "anggaran",
            'Uraian\tTarget\n"7.01.01.2.02.01 Gaji\nKeluaran: Terbayarnya gaji\nHasil: Sejahtera"\t"12 orang\n95 %"',
            ("jenis", "uraian", "target", "satuan"),
            [
                ("Keluaran (output)", "Terbayarnya gaji", "12", "orang"),
                ("Hasil (outcome)", "Sejahtera", "95", "%"),
            ],
        ),
        (
            "lhe",
            "1. Menyusun pohon kinerja\n2. Menetapkan IKU",
            ("rekomendasi",),
            [("Menyusun pohon kinerja",), ("Menetapkan IKU",)],
        ),
        # a value of a whole year is none of its first triwulan
        (
            "realisasi",
            "Indikator\tRealisasi 2022\tRealisasi 2023\nIKM\t80\t85",
            ("tahun", "triwulan", "nilai"),
            [("2022", "Setahun", "80"), ("2023", "Setahun", "85")],
        ),
        (
            "realisasi",
            "Indikator\tPeriode\tRealisasi\n1. IKM*)\tII\t80\nIKM ²\tTW 3\t81",
            ("kunci_indikator", "triwulan", "nilai"),
            [("ikm", "Triwulan II", "80"), ("ikm", "Triwulan III", "81")],
        ),
        ("pembanding", "Indikator\tLingkup\tNilai\nIKM\tKab. Jember\t86", ("lingkup",), [("Kabupaten",)]),
        # offices call a sub kegiatan a kegiatan; a kegiatan is no program
        (
            "anggaran",
            "Kegiatan\tPagu Perubahan\nPenyediaan Gaji dan Tunjangan ASN\t9",
            ("kode",),
            [("7.01.01.2.02.01",)],
        ),
        (
            "pk",
            "No\tProgram/Kegiatan\tAnggaran\n1\tProgram Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota\t9\n"
            "\tAdministrasi Keuangan Perangkat Daerah\t5",
            ("kode", "anggaran"),
            [("7.01.01", "9")],
        ),
        (
            "pk",
            'Sasaran\tIndikator\tSatuan\tTarget\nA\t"1.1 IKM\n1.2 Nilai"\tindeks\t"86\n70"',
            ("sasaran", "indikator", "satuan", "target"),
            [("A", "IKM", "indeks", "86"), ("A", "Nilai", "indeks", "70")],
        ),
    ],
)
def test_what_a_table_says_otherwise_than_the_sheet_is_understood(
    page: str, text: str, keys: tuple[str, ...], rows: list[tuple[object, ...]]
) -> None:
    ((_, told),) = told_of(page, text)
    assert [tuple(row.cells.get(key) for key in keys) for row in told.rows] == rows


@pytest.mark.usefixtures("contoh")
def test_a_new_indikator_whose_targets_are_letters_is_measured_on_their_scale() -> None:
    head = "Tujuan\tSasaran\tIndikator Sasaran\tSatuan\t2022\t2023\t2024\n"
    told = dict(
        told_of("renstra", f"{head}Tata kelola baik\tAkuntabel\tPredikat baru\tPredikat\tB\t70,1 (BB)\tA")
    )
    (row,) = told["Indikator"].rows
    assert [row.cells.get(key) for key in ("jenis_nilai", "rumus", "skala")] == [
        "huruf",
        "predikat",
        "akip-2021",
    ]
    assert [one.cells["target"] for one in told["TargetRenstra"].rows] == ["B", "BB (70,1)", "A"]
    assert told["Indikator"].notes == [
        "Baris 2: target “Predikat baru” berupa huruf; jenis nilainya dicatat Huruf pada skala Kategori nilai AKIP"
        " (Permen PANRB 88/2021). Bila skalanya lain, ubah pada Renstra."
    ]
    # words of no scale, or of several, and numbers among letters say nothing of it
    for targets in ("Muda\tMadya\tUtama", "B\t70\tA"):
        told = dict(
            told_of("renstra", f"{head}Tata kelola baik\tAkuntabel\tPredikat baru\tPredikat\t{targets}")
        )
        assert "jenis_nilai" not in told["Indikator"].rows[0].cells


@pytest.mark.usefixtures("contoh")
def test_a_unit_that_nothing_recorded_is_called_is_told_with_those_that_are() -> None:
    ((_, told),) = told_of("lhe", "Rekomendasi\tTindak Lanjut\tPenanggung Jawab\nA\tB\tSekcam")
    assert (
        told.rows[0]
        .broken["penanggung_jawab"]
        .startswith("“Sekcam” tidak tercatat. Yang tercatat: “Camat”, ")
    )


@pytest.mark.usefixtures("contoh")
@each_row(
    ("text", "broken"),
    [
        (
            "1 Tahun\t12 bulan",
            {"realisasi": "“12 bulan” bersatuan lain daripada “Tahun”. Samakan satuannya."},
        ),
        ("12 Orang/bulan\t11 orang", {}),
        ("100 %\t95 persen", {}),
    ],
)
def test_a_value_of_another_unit_than_its_row_is_refused(text: str, broken: dict[str, str]) -> None:
    ((_, told),) = told_of("anggaran", f"Kode\tKeluaran\tTarget\tRealisasi\n7.01.01.2.02.01\tGaji\t{text}")
    assert told.rows[0].broken == broken


@pytest.mark.usefixtures("contoh")
def test_an_indikator_that_nothing_recorded_is_called_is_told_with_those_that_are() -> None:
    ((_, told),) = told_of("realisasi", "Indikator\tRealisasi\nIndikator lain\t85")
    said = told.rows[0].broken["kunci_indikator"]
    assert said.startswith("“Indikator lain” tidak tercatat. Yang tercatat: “IPP”, “IKM”, ")
    assert said.endswith("Samakan namanya, atau catat dahulu.")


@pytest.mark.usefixtures("contoh")
def test_of_many_notes_the_number_of_those_that_are_not_shown_is_told() -> None:
    programs = "\n".join(f"7.01.01\tPenunjang\t{number}" for number in range(1, 13))
    notes = notes_of("anggaran", f"Kode\tProgram\tPagu Perubahan\n{programs}")
    assert len(notes) == 10
    assert notes[-1] == "Ada 3 catatan lain tentang tabel ini. Tempel per bagian untuk membacanya."


@each_row(
    ("text", "columns"),
    [
        (
            "Kode\tUraian\tDPA Perubahan\tRealisasi\n7.01.01\tGaji\t6\t4",
            "kode nama_kode pagu_perubahan realisasi",
        ),
        (
            "Kode\tUraian\tDPA\tDPA-P\tRealisasi\n7.01.01\tGaji\t5\t6\t4",
            "kode nama_kode pagu_murni pagu_perubahan realisasi",
        ),
        (
            "Kode\tUraian\tDPA sebelum perubahan\tDPA setelah perubahan\n7.01.01\tGaji\t5\t6",
            "kode nama_kode pagu_murni pagu_perubahan",
        ),
        (
            "7.01.03\tPROGRAM PEMBERDAYAAN MASYARAKAT DESA DAN KELURAHAN\t6\t4",
            "kode nama_kode pagu_murni pagu_perubahan",
        ),
        ("7.01.03\tPemberdayaan\tKelurahan Kebonsari\t6\t4", "kode nama_kode unit pagu_murni pagu_perubahan"),
    ],
)
def test_a_changed_dpa_is_no_first_one_and_a_program_no_unit(text: str, columns: str) -> None:
    assert columns_of(read("anggaran", text)) == columns
