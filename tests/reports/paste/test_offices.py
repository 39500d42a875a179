"""Blocks as offices really keep them: columns that are not recorded, heads that are short, amounts in thousands."""

from __future__ import annotations

import pytest

from kecamatan.models import Kecamatan
from reports.paste.reading import Reading, best_reading, rows_of
from reports.paste.rows import Told, told_tables
from sakip.records import forms as everything  # noqa: F401  # registers every kind of row
from sakip.text.units import multiple_of_rupiah
from sakip.workbook.of_page import sheets_of_page
from sakip.workbook.recorded import RecordedBook
from tests.table_tests import each_row

pytestmark = pytest.mark.one_engine


def read(page: str, text: str) -> Reading:
    reading = best_reading(rows_of(text), sheets_of_page(page))
    assert reading is not None
    return reading


@each_row(
    ("page", "text", "sheet", "columns", "rows"),
    [
        # one column of four is recorded, and the first only counts the rows
        (
            "profil",
            "No\tDesa\tLuas (Km2)\tPenduduk\n1\tJombang\t5,2\t10.000\n2\tKeting\t4,1\t9.000\nJumlah\t\t9,3\t19.000",
            "Desa",
            "- nama - -",
            3,
        ),
        # a first row of short words and numbers is no second line of the head
        (
            "sarana-prasarana",
            "No\tNama Barang\tSatuan\tJumlah\tKondisi\n1\tKomputer\tUnit\t12\tBaik\n2\tMeja\tBuah\t5\tBaik",
            "SaranaPrasarana",
            "- nama satuan jumlah kondisi",
            2,
        ),
        (
            "sarana-prasarana",
            "Nama Barang\tSatuan\tJumlah\tKondisi\nKomputer\tUnit\t12\tBaik\nMeja\tBuah\t5\tBaik",
            "SaranaPrasarana",
            "nama satuan jumlah kondisi",
            2,
        ),
        # but words that are repeated or parted by years still are
        (
            "rencana-aksi",
            "No\tSasaran\tIndikator\tTarget\tTarget\tTarget\tTarget\nNo\tSasaran\tIndikator\tI\tII\tIII\tIV\n1\tA\tB\t1\t2\t3\t4",
            "RencanaAksi",
            "- sasaran indikator target_1 target_2 target_3 target_4",
            1,
        ),
        # a group that spans the table is no line of its head
        (
            "rencana-aksi",
            "Program, kegiatan, dan sub kegiatan\tIndikator keluaran\tSatuan\tTarget triwulan\t\t\t\n"
            "\t\t\tI\tII\tIII\tIV\nSasaran: Terjaganya ketertiban\t\t\t\t\t\t\n7.01.04\tLaporan\t%\t1\t2\t3\t4",
            "RencanaAksiKegiatan",
            "nama_kode indikator satuan triwulan_1 triwulan_2 triwulan_3 triwulan_4",
            2,
        ),
        # nor are amounts below a triwulan its target
        (
            "rencana-aksi",
            "No\tKegiatan\tTriwulan I\t\tTriwulan II\t\n\t\tTarget\tAnggaran\tTarget\tAnggaran\n"
            "1\tPenyediaan Gaji\t3\t400.000.000\t6\t800.000.000",
            "RencanaAksiKegiatan",
            "nomor kode@kegiatan triwulan_1 - triwulan_2 -",
            1,
        ),
        # pangkat and golongan beside each other, as our own report prints them
        (
            "profil",
            "No.\tPangkat\tGolongan\tASN\n1\tPembina\tIV/a\t1\n2\tPenata\tIII/c\t2",
            "SDM",
            "- uraian golongan asn",
            2,
        ),
        # what is realised of a target is no money
        (
            "anggaran",
            "Program/kegiatan/sub kegiatan\tTarget\tRealisasi\tCapaian\n7.01.03.2.01.01\t20\t20\t100,00%",
            "Keluaran",
            "nama_kode target realisasi -",
            1,
        ),
        (
            "tindak-lanjut",
            "No.\tIndikator\tLangkah perbaikan\tUkuran\tPenanggung jawab\tWaktu\n1\tIKM\tA\tB\tC\t31-3-2024",
            "TindakLanjut",
            "- nama_indikator tindakan ukuran penanggung_jawab batas_waktu",
            1,
        ),
        (
            "pk-berjenjang",
            "No\tJabatan\tSasaran\tIndikator\tTarget\n1\tSekretaris\tMeningkatnya tata kelola\tNilai SAKIP\tB",
            "PKUnitBaris",
            "- unit kinerja ukuran target",
            1,
        ),
        (
            "profil",
            "No\tUraian Tugas\n1\tMenyelenggarakan urusan baru\n2\tMengoordinasikan",
            "ProfilButir",
            "- uraian",
            2,
        ),
        ("profil", "Isu Strategis\nPetugas masih terbatas\nPeran warga", "ProfilButir", "uraian", 2),
        # the state of things as inventories abbreviate it
        (
            "sarana-prasarana",
            "NO\tJENIS BARANG\tVOLUME\tKONDISI\t\t\n\t\t\tB\tRR\tRB\n1\tKursi\t10\t8\t1\t1",
            "SaranaPrasarana",
            "- nama jumlah baik rusak_ringan rusak_berat",
            1,
        ),
    ],
)
def test_a_head_is_told_from_the_rows_below_it(
    page: str, text: str, sheet: str, columns: str, rows: int
) -> None:
    reading = read(page, text)
    assert (reading.sheet.nama, " ".join(key or "-" for key in reading.columns)) == (sheet, columns)
    assert len(reading.body) == rows


@each_row(
    ("text", "multiple"),
    [
        ("Pagu (dalam ribuan)", "ribuan"),
        ("Realisasi (ribu rupiah)", "ribuan"),
        ("Anggaran (Rp.000)", "ribuan"),
        ("Anggaran (Rp x 1.000)", "ribuan"),
        ("Anggaran (Rp 1.000.000)", "jutaan"),
        ("Pagu (Rp juta)", "jutaan"),
        ("Tabel 3.8 Realisasi Anggaran (dalam jutaan rupiah)", "jutaan"),
        ("Pagu (miliar Rp)", "miliaran"),
        ("Pagu (Rp)", ""),
        ("Anggaran (Rp.)", ""),
        ("Pagu 2023", ""),
        ("Realisasi (Rp) 100.000", ""),
    ],
)
def test_words_that_say_of_how_many_rupiah_an_amount_is(text: str, multiple: str) -> None:
    assert multiple_of_rupiah(text) == multiple


@pytest.mark.usefixtures("contoh")
class TestOverTheRecords:
    def told(self, page: str, text: str) -> Told:
        reading = read(page, text)
        place = Kecamatan.objects.get(kode="35.09.01")
        assert not reading.lacking
        (told,) = told_tables([reading], RecordedBook(place, 2023), {})
        return told

    @pytest.mark.parametrize(
        "text",
        [
            "Kode\tUraian\tPagu Perubahan (dalam ribuan)\n7.01.01.2.02.01\tGaji\t1.731.468",
            "Anggaran dalam ribuan rupiah\nKode\tUraian\tPagu Perubahan\n7.01.01.2.02.01\tGaji\t1.731.468",
        ],
    )
    def test_an_amount_in_thousands_is_not_read_and_that_is_told(self, text: str) -> None:
        told = self.told("anggaran", text)
        assert [row.cells.get("pagu_perubahan") for row in told.rows] == [None] * len(told.rows)
        (note,) = told.notes
        assert note == (
            "Kolom “Pagu Perubahan”"
            if "dalam ribuan)" not in text
            else "Kolom “Pagu Perubahan (dalam ribuan)”"
        ) + (
            " tidak dibaca: jumlahnya dalam ribuan rupiah, sedangkan yang dicatat rupiah penuh. Tempel tabel dengan"
            " rupiah penuh."
        )

    def test_a_program_beside_its_recorded_remainder_is_a_sum_and_leaves_it_alone(self) -> None:
        # Jombang records 45.220.500 of program 1 that its document does not detail, beside 2.276.666.027 that it does
        told = self.told(
            "anggaran",
            "No\tProgram\tPagu Perubahan\n1\tPenunjang Urusan Pemerintahan Daerah Kabupaten/Kota\t2.321.886.527",
        )
        assert (told.rows, told.notes) == ([], [])

    def test_a_sum_that_differs_from_what_is_recorded_below_it_is_told(self) -> None:
        told = self.told("anggaran", "Kode\tProgram\tPagu Perubahan\n7.01.01\tPenunjang\t2.321.886.000")
        assert told.rows == []
        assert told.notes == [
            "Baris 2 (7.01.01): Pagu perubahan (Rp) tertulis 2.321.886.000, jumlah baris yang tercatat di bawahnya"
            " 2.321.886.527. Baris jumlah tidak disimpan; periksa angkanya."
        ]

    def test_pangkat_and_golongan_in_one_column_are_a_golongan(self) -> None:
        told = self.told(
            "profil",
            "No\tJabatan\tPangkat/Gol\tASN\n1\tCamat\tPenata Tk. I (III/d)\t1\n2\tStaf\tPembina / IV a\t1",
        )
        assert [row.cells["golongan"] for row in told.rows] == ["III/d", "IV/a"]

    def test_a_name_that_nothing_recorded_has_is_told_with_those_that_are(self) -> None:
        told = self.told(
            "lintas-sektor", "No\tSasaran\tInstansi\tPeran\n1\tTerciptanya hal lain\tInspektorat\tEvaluasi"
        )
        (row,) = told.rows
        assert row.broken["sasaran"].startswith("“Terciptanya hal lain” tidak tercatat. Yang tercatat: “")

    def test_a_list_of_sentences_is_no_list_of_desa(self) -> None:
        reading = best_reading(
            rows_of("1. Menyelenggarakan urusan pemerintahan umum;\n2. Mengoordinasikan kegiatan;"),
            sheets_of_page("profil"),
        )
        assert reading is None or reading.sheet.nama != "Desa"

    def test_what_became_of_a_recommendation_is_read_in_many_words(self) -> None:
        told = self.told(
            "lhe",
            "No\tRekomendasi\tTindak Lanjut\tStatus\n1\tA\tRapat\tSudah ditindaklanjuti\n2\tB\t-\tBelum ditindaklanjuti"
            "\n3\tC\tD\tTuntas\n4\tE\tF\tSedang berjalan",
        )
        assert [row.cells["status"] for row in told.rows] == ["Selesai", "Belum", "Selesai", "Dalam proses"]

    def test_the_day_by_which_a_recommendation_is_due_is_a_date(self) -> None:
        for head, said, day in (
            ("Batas Waktu", "TW II", "30 Juni 2023"),
            ("Target Waktu Penyelesaian", "Triwulan I 2024", "31 Maret 2024"),
            ("Waktu", "12/5/2023", "12/5/2023"),
            ("Jadwal Pelaksanaan", "Desember", "31 Desember 2023"),
        ):
            told = self.told(
                "lhe", f"No\tRekomendasi\tRencana Aksi\t{head}\n1\tSusun pohon kinerja\tRapat\t{said}"
            )
            (row,) = told.rows
            assert (row.cells["tindakan"], row.cells["batas_waktu"]) == ("Rapat", day)

    def test_a_plan_of_quarters_that_names_no_sasaran_has_that_of_its_indikator(self) -> None:
        told = self.told(
            "rencana-aksi",
            "Indikator\tTarget\tTW 1\tTW 2\tTW 3\tTW 4\nIKM\t85\t-\t85\t-\t85\nLain\t1\t1\t1\t1\t1",
        )
        assert [row.cells.get("sasaran", "")[:34] for row in told.rows] == [
            "Meningkatnya Kepuasan Masyarakat d",
            "",
        ]

    def test_a_realisasi_of_several_years_is_one_of_each_year(self) -> None:
        told = self.told(
            "realisasi",
            "Indikator\tTarget 2023\tRealisasi 2021\tRealisasi 2022\tRealisasi 2023\nIKM\t85\t79\t80\t85",
        )
        assert [(row.cells["tahun"], row.cells["nilai"]) for row in told.rows] == [
            ("2021", "79"),
            ("2022", "80"),
            ("2023", "85"),
        ]

    def test_amounts_of_several_years_are_not_read_where_one_is_meant_and_that_is_told(self) -> None:
        told = self.told(
            "anggaran",
            "Kode\tUraian\tPagu Perubahan\tRealisasi 2022\tRealisasi 2023\n7.01.01.2.02.01\tGaji\t1.731.468.142\t1\t2",
        )
        assert [row.cells.get("realisasi") for row in told.rows] == [None]
        assert told.notes == [
            "Kolom “Realisasi 2022”, “Realisasi 2023” tidak dibaca, karena satu tahun yang dicatat. Pilih kolomnya."
        ]

    def test_a_target_of_several_years_below_each_other_is_asked_where_one_is_meant(self) -> None:
        reading = read("pk", "Sasaran\tIndikator\tTarget tahun\t\n\t\t2023\t2026\nA\tIKM\t85\t90")
        assert reading.columns == ("sasaran", "indikator", "", "")
        assert [row.cells for row in reading.body] == [("A", "IKM", "85", "90")]

    def test_a_survey_that_names_its_unsur_below_each_other_is_one_row(self) -> None:
        lines = "\n".join(
            f"{number}\t{name}\t{value}\t0,3\tB"
            for number, (name, value) in enumerate(
                (
                    ("Persyaratan", "3,45"),
                    ("Sistem, mekanisme dan prosedur", "3,20"),
                    ("Waktu penyelesaian", "3,30"),
                    ("Biaya/tarif", "3,60"),
                    ("Produk spesifikasi jenis pelayanan", "3,31"),
                    ("Kompetensi pelaksana", "3,32"),
                    ("Perilaku pelaksana", "3,50"),
                    ("Penanganan pengaduan, saran dan masukan", "3,40"),
                    ("Sarana dan prasarana", "3,10"),
                ),
                start=1,
            )
        )
        reading = read(
            "survei-kepuasan", f"No\tUnsur Pelayanan\tNRR\tNRR Tertimbang\tMutu\n{lines}\nIKM\t\t\t84,5\tB"
        )
        assert reading.columns == tuple(f"u{number}" for number in range(1, 10))
        (row,) = reading.body
        assert row.cells == ("3,45", "3,20", "3,30", "3,60", "3,31", "3,32", "3,50", "3,40", "3,10")
        short = "\n".join(f"U{number}\t3,{number}" for number in range(1, 10))
        assert read("survei-kepuasan", f"Unsur\tNilai Unsur\n{short}").body[0].cells == tuple(
            f"3,{number}" for number in range(1, 10)
        )
