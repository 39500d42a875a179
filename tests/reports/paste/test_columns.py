"""What the columns of a pasted table fill, by the words above them and by what stands below."""

from __future__ import annotations

import pytest

from reports.paste.reading import read_as, rows_of
from sakip.workbook.of_page import sheets_of_page
from tests.reports.paste.told import columns_of, read
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
