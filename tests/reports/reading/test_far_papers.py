"""Papers as offices far away write them: other words above columns, two years side by side, notes behind numbers."""

from __future__ import annotations

import pytest

from kecamatan.models import Kecamatan
from tests.reports.reading.read_texts import cells, doubts, of, read

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

PENUNJANG = "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota"
DESA = "Program Pemberdayaan Masyarakat Desa dan Kelurahan"
RENSTRA = (
    "Rencana Strategis Kecamatan Ambulu Tahun 2021-2026\n\nTujuan: Mewujudkan kecamatan yang melayani\n\n"
)
MATRIX = (
    RENSTRA
    + """Sasaran\tIndikator Sasaran\tSatuan\tTarget 2023\tTarget 2024\tTarget 2025\tTarget 2026
Meningkatnya layanan\tNilai SKM\tIndeks\t81\t82\t83\t84
Meningkatnya partisipasi\tPersentase usulan yang terealisasi\tPersen\t60\t65\t70\t75

"""
)


def test_a_planned_level_is_a_target(ambulu: Kecamatan) -> None:
    text = f"""{RENSTRA}Sasaran\tIndikator Kinerja\tSatuan\tRencana Tingkat Capaian\t\t\t
\t\t\t2023\t2024\t2025\t2026
Meningkatnya layanan\tNilai SKM\tIndeks\t80\t80.5\t81\t81.5
"""
    reading = read(ambulu, text)
    assert cells(reading, "TargetRenstra", "tahun", "target") == [
        (2023, 80),
        (2024, "80,5"),
        (2025, 81),
        (2026, "81,5"),
    ]


def test_a_renstra_without_a_table_of_tujuan_takes_it_from_its_words(ambulu: Kecamatan) -> None:
    text = MATRIX.replace(
        "Tujuan: Mewujudkan kecamatan yang melayani",
        "Tujuan yang hendak dicapai Kecamatan Ambulu adalah mewujudkan kecamatan yang melayani.",
    )
    reading = read(ambulu, text)
    (tujuan,) = of(reading, "Tujuan")
    assert tujuan.cells["uraian"] == "Mewujudkan kecamatan yang melayani"
    assert tujuan.notes == ("Diambil dari kalimat, bukan dari tabel.",)
    assert {one.cells["tujuan"] for one in of(reading, "Sasaran")} == {tujuan.cells["kunci"]}


def test_a_tujuan_that_a_person_says_is_above_all_that_names_none(ambulu: Kecamatan) -> None:
    """And what was chosen by number before stays what it was: the others keep theirs."""
    text = MATRIX.replace("Tujuan: Mewujudkan kecamatan yang melayani", "")
    before = read(ambulu, text)
    assert (before.aimless, of(before, "Tujuan")) == (2, [])
    after = read(ambulu, text, tujuan="Mewujudkan kecamatan yang melayani")
    (tujuan,) = of(after, "Tujuan")
    assert (tujuan.cells["uraian"], tujuan.at.words) == (
        "Mewujudkan kecamatan yang melayani",
        "isian pratinjau",
    )
    assert {one.cells["tujuan"] for one in of(after, "Sasaran")} == {tujuan.cells["kunci"]}
    assert doubts(after, "Sasaran") == [(), ()]
    assert {one.number: one.fact for one in before.proposals}.items() <= {
        one.number: one.fact for one in after.proposals
    }.items()
    # said in vain where the paper names its own
    own = read(ambulu, MATRIX, tujuan="Lain")
    assert (own.aimless, cells(own, "Tujuan", "uraian")) == (0, [("Mewujudkan kecamatan yang melayani",)])


def test_two_tujuan_in_words_are_for_a_person_to_choose(ambulu: Kecamatan) -> None:
    text = MATRIX.replace(
        "Tujuan: Mewujudkan kecamatan yang melayani",
        "Tujuan Kecamatan Ambulu adalah:\n\n1. Mewujudkan kecamatan yang melayani;\n\n"
        "2. Meningkatkan kesejahteraan warga.",
    )
    reading = read(ambulu, text)
    assert cells(reading, "Tujuan", "uraian") == [
        ("Mewujudkan kecamatan yang melayani",),
        ("Meningkatkan kesejahteraan warga",),
    ]
    assert doubts(reading, "Tujuan") == [(), ()]
    first = of(reading, "Tujuan")[0]
    assert {one.cells["tujuan"] for one in of(reading, "Sasaran")} == {first.cells["kunci"]}
    assert set(doubts(reading, "Sasaran")) == {
        (
            "Dokumen menyebut 2 tujuan dan tidak menulis mana yang didukung sasaran ini; ditempatkan di bawah yang"
            " pertama. Ambil bila benar, atau isi sendiri.",
        )
    }


def test_targets_by_the_months_in_which_triwulan_end(ambulu: Kecamatan) -> None:
    text = """RENCANA AKSI TAHUN 2023

No\tSasaran\tIndikator Kinerja\tSatuan\tTarget\tTarget Triwulan\t\t\t\tPenanggung Jawab
\t\t\t\t\tB03\tB06\tB09\tB12
1\tMeningkatnya layanan\tIndeks Kepuasan Masyarakat\tIndeks\t85\t83\t84\t84,5\t85\tKasi Pelayanan
2\tMeningkatnya penyelesaian aduan\tPersentase aduan yang selesai\tPersen\t100\tn/a\t50\t-\t100\tKasi Trantib
"""
    reading = read(ambulu, text)
    assert cells(reading, "RencanaAksi", "target_1", "target_2", "target_3", "target_4") == [
        (83, 84, "84,5", 85),
        (None, 50, None, 100),
    ]
    assert of(reading, "RencanaAksi")[1].notes == ("Triwulan 1, 3 tidak tertulis.",)


@pytest.mark.parametrize(
    "head",
    [
        "Kode\tUraian\tTahun 2022\t\t\tTahun 2023\n\t\tAnggaran\tRealisasi\t%\tAnggaran\tRealisasi\t%",
        "Kode\tUraian\tAnggaran 2022\tRealisasi 2022\t%\tAnggaran 2023\tRealisasi 2023\t%",
    ],
)
def test_of_two_years_of_budget_side_by_side_that_of_the_report_is_taken(
    ambulu: Kecamatan, head: str
) -> None:
    text = (
        f"REALISASI ANGGARAN\n\n{head}\n7.01.03\t{DESA}\t400.000.000\t380.000.000\t95\t450.000.000\t441.000.000\t98\n"
        "\tJUMLAH\t400.000.000\t380.000.000\t95\t450.000.000\t441.000.000\t98\n"
    )
    reading = read(ambulu, text)
    assert cells(reading, "Anggaran", "kode", "pagu_murni", "realisasi") == [
        ("7.01.03", 450_000_000, 441_000_000)
    ]
    assert reading.unplaced == []


def test_uraian_alone_above_programs_names_them(ambulu: Kecamatan) -> None:
    text = f"""Realisasi Anggaran

No\tUraian\tAnggaran (Rp)\tRealisasi (Rp)\t%
1\t{PENUNJANG}\t400.000.000\t380.000.000\t95
2\t{DESA}\t450.000.000\t441.000.000\t98
"""
    assert cells(read(ambulu, text), "Anggaran", "kode", "realisasi") == [
        ("7.01.01", 380_000_000),
        ("7.01.03", 441_000_000),
    ]


def test_tolok_ukur_stands_beside_its_kind(ambulu: Kecamatan) -> None:
    text = """Sub Kegiatan : Peningkatan Partisipasi Masyarakat dalam Forum Musyawarah Perencanaan Pembangunan di Desa

Indikator\tTolok Ukur Kinerja\tTarget Kinerja
Masukan\tDana yang dibutuhkan\tRp 125.000.000
Keluaran\tJumlah lembaga yang berpartisipasi\t13 Lembaga
Hasil\tMeningkatnya partisipasi masyarakat\t80 %
"""
    assert cells(read(ambulu, text), "Keluaran", "jenis", "uraian", "target", "satuan") == [
        ("output", "Jumlah lembaga yang berpartisipasi", 13, "lembaga"),
        ("outcome", "Meningkatnya partisipasi masyarakat", 80, "%"),
    ]


def test_a_mark_of_a_footnote_behind_a_number_is_no_digit_of_it(ambulu: Kecamatan) -> None:
    text = f"""{MATRIX}Tabel 3.1 Pengukuran

Sasaran\tIndikator Kinerja\tTarget\tRealisasi\tCapaian (%)
Meningkatnya layanan\tNilai SKM\t81\t79,6¹\t98,3
Sasaran\tIndikator Kinerja\tTarget\tRealisasi\tCapaian (%)
Meningkatnya partisipasi\tPersentase usulan yang terealisasi\t60\t57,5 *)\t95,83
"""
    reading = read(ambulu, text)
    assert cells(reading, "Realisasi", "nilai") == [("79,6",), ("57,5",)]
    assert reading.unplaced == []  # the head that is said again is no row


def test_n_a_is_no_value_and_no_complaint(ambulu: Kecamatan) -> None:
    text = f"""{MATRIX}Tabel 3.1 Pengukuran

Sasaran\tIndikator Kinerja\tTarget\tRealisasi 2022\tRealisasi 2023
Meningkatnya layanan\tNilai SKM\t81\tN/A\t79,6
Meningkatnya partisipasi\tPersentase usulan yang terealisasi\t60\tn.a.\t-
"""
    reading = read(ambulu, text)
    assert cells(reading, "Realisasi", "tahun", "nilai") == [(2023, "79,6")]
    assert reading.unplaced == []


def test_desa_and_kelurahan_of_a_table(ambulu: Kecamatan) -> None:
    text = """Wilayah Kecamatan Ambulu:

No\tDesa/Kelurahan\tLuas (Km2)\tJumlah Penduduk
1\tDesa Sabrang\t12,3\t8.765
2\tKelurahan Ambulu\t3,36\t21.004
3\tKarang Anyar\t1,77\t16.112
Jumlah\t\t17,43\t45.881

No\tNama Desa\tDusun\tRW\tRT
1\tPontang\t3\t4\t5
2\tAndongsari\t4\t6\t9
"""
    reading = read(ambulu, text)
    assert cells(reading, "Desa", "jenis", "nama") == [
        ("desa", "Sabrang"),
        ("kelurahan", "Ambulu"),
        ("desa", "Karang Anyar"),
        ("desa", "Pontang"),
        ("desa", "Andongsari"),
    ]
    assert doubts(reading, "Desa")[2] == (
        'Tabel menulis "Desa/Kelurahan" di atasnya: pastikan Karang Anyar desa, bukan kelurahan.',
    )
    assert [one for one in doubts(reading, "Desa") if one] == [doubts(reading, "Desa")[2]]


def test_kelurahan_that_a_sentence_names(ambulu: Kecamatan) -> None:
    text = "Kecamatan Ambulu terdiri dari 3 Kelurahan yaitu Kelurahan Fatululi, Kelurahan Kayu Putih, dan Oetete.\n"
    assert cells(read(ambulu, text), "Desa", "jenis", "nama") == [
        ("kelurahan", "Fatululi"),
        ("kelurahan", "Kayu Putih"),
        ("kelurahan", "Oetete"),
    ]
    other = read(ambulu, text.replace("3 Kelurahan", "4 (empat) Kelurahan"))
    assert set(doubts(other, "Desa")) == {
        ("Kalimatnya menyebut 4 kelurahan, tetapi menamai 3. Periksa, lalu pilih.",)
    }


def test_programs_below_the_sasaran_of_a_table_of_funds(ambulu: Kecamatan) -> None:
    measured = "Indikator Kinerja Sasaran, Program (outcome) dan Kegiatan (output)"
    text = f"""{MATRIX}Rencana Program, Kegiatan, dan Pendanaan (dalam jutaan rupiah)

Sasaran\tKode\tProgram dan Kegiatan\t{measured}\tTarget Kinerja dan Kerangka Pendanaan\t\t\t\t\t
\t\t\t\t2023\t\t2024\t\t2025\t
\t\t\t\tTarget\tRp\tTarget\tRp\tTarget\tRp
Meningkatnya layanan\t\t\tNilai SKM\t81\t\t82\t\t83\t
\t7.01.03\t{DESA.upper()}\tPersentase layanan\t95\t120\t96\t125\t97\t130
"""
    reading = read(ambulu, text)
    assert cells(reading, "DukunganProgram", "sasaran", "kode") == [("meningkatnya-layanan", "7.01.03")]
    assert len(of(reading, "Indikator")) == 2


def test_a_gelar_keeps_its_dot(ambulu: Kecamatan) -> None:
    text = "CAMAT AMBULU\n\nHj. RAHMAWATI, S.Sos., M.Si.\n\nPembina Tk. I\n\nNIP 197105151992032004\n"
    assert cells(read(ambulu, text), "Pejabat", "nama") == [("Hj. RAHMAWATI, S.Sos., M.Si.",)]


def test_program_kegiatan_and_sub_kegiatan_in_columns_of_their_own(ambulu: Kecamatan) -> None:
    """The deepest that a row names is what its amounts are of; those merged above it go on."""
    forum = "Peningkatan Partisipasi Masyarakat dalam Forum Musyawarah Perencanaan Pembangunan di Desa"
    wide = "Peningkatan Efektifitas Kegiatan Pemberdayaan Masyarakat di Wilayah Kecamatan"
    text = f"""Realisasi Anggaran

Program\tKegiatan\tSub Kegiatan\tPagu (Rp)\tRealisasi (Rp)
{DESA}\tKoordinasi Kegiatan Pemberdayaan Desa\t{forum}\t60.000.000\t58.750.000
\t\t{wide}\t40.000.000\t39.000.000
"""
    reading = read(ambulu, text)
    assert cells(reading, "Anggaran", "kode", "pagu_murni", "realisasi") == [
        ("7.01.03.2.01.01", 60_000_000, 58_750_000),
        ("7.01.03.2.01.03", 40_000_000, 39_000_000),
    ]


def test_a_table_of_values_that_nobody_reads_is_said(ambulu: Kecamatan) -> None:
    text = f"""{MATRIX}Proyeksi lima tahun

Indikator\t2021\t2022\t2023
Nilai SKM\t78,1\t79,0\t79,6
Persentase usulan yang terealisasi\t55\t57\t57,5
"""
    assert [(one.at.line, one.why) for one in read(ambulu, text).unplaced] == [
        (
            11,
            "Tabel ini tidak dibaca: kepala kolomnya (Indikator, 2021, 2022, 2023) tidak menyebut target, realisasi,"
            " atau anggarannya. Isi sendiri yang diperlukan.",
        )
    ]


def test_a_sasaran_that_is_as_above_is_that_one(ambulu: Kecamatan) -> None:
    text = f"""{MATRIX}Perjanjian Kinerja Tahun 2023

No\tSasaran\tIndikator\tTarget
1\tMeningkatnya layanan\tNilai SKM\t81
2\tidem\tWaktu tunggu layanan\t15
"""
    assert cells(read(ambulu, text), "PK", "sasaran", "indikator") == [
        ("Meningkatnya layanan", "Nilai SKM"),
        ("Meningkatnya layanan", "Waktu tunggu layanan"),
    ]


YEARS = (
    "No\tIndikator Kinerja\t2021\t2022\t2023\n1\tNilai SKM\t79,5\t80,1\t82,3\n2\tNilai SKM desa\t1\t2\t3\n"
)


def test_years_without_a_word_for_their_values_are_realisasi_if_a_person_says_so(ambulu: Kecamatan) -> None:
    """Where the title says it, nobody is asked; targets of years are none."""
    asked = read(ambulu, f"{MATRIX}Perkembangan kinerja tiga tahun\n\n{YEARS}")
    told = [(2021, "79,5"), (2022, "80,1"), (2023, "82,3")]
    assert cells(asked, "Realisasi", "tahun", "nilai")[:3] == told
    assert set(doubts(asked, "Realisasi")) == {
        ("Tabelnya tidak menyebut realisasi atau target. Ambil bila ini realisasi tiap tahun.",)
    }
    said = read(ambulu, f"{MATRIX}Realisasi kinerja tiga tahun\n\n{YEARS}")
    assert cells(said, "Realisasi", "tahun", "nilai")[:3] == told
    assert doubts(said, "Realisasi")[:3] == [(), (), ()]
    planned = read(ambulu, f"{MATRIX}Target kinerja tiga tahun\n\n{YEARS}")
    assert of(planned, "Realisasi") == []
    assert any("tidak dibaca" in one.why for one in planned.unplaced)


def test_programs_beside_the_sasaran_of_a_rkt_have_their_amounts(ambulu: Kecamatan) -> None:
    text = f"""{MATRIX}Rencana Kinerja Tahunan 2023

No\tSasaran\tIndikator\tTarget\tProgram\tAnggaran (Rp)
1\tMeningkatnya layanan\tNilai SKM\t81\t{PENUNJANG}\t765.558.500
2\tMeningkatnya partisipasi\tPersentase usulan yang terealisasi\t60%\t{DESA}\tRp 265,3 juta
"""
    reading = read(ambulu, text)
    assert cells(reading, "RKT", "indikator", "target") == [
        ("Nilai SKM", 81),
        ("Persentase usulan yang terealisasi", 60),
    ]
    assert cells(reading, "RKTKegiatan", "kode", "sasaran", "anggaran") == [
        ("7.01.01", "meningkatnya-layanan", 765_558_500),
        ("7.01.03", "meningkatnya-partisipasi", None),
    ]
    assert [one.why for one in reading.unplaced] == [
        'Anggaran "Rp 265,3 juta" bukan rupiah penuh. Isi sendiri dari dokumen yang menyebut rupiahnya.'
    ]


def test_an_amount_of_a_pk_that_is_no_whole_rupiah_is_told(ambulu: Kecamatan) -> None:
    text = f"""{MATRIX}Perjanjian Kinerja Tahun 2023

No\tSasaran\tIndikator\tTarget
1\tMeningkatnya layanan\tNilai SKM\t81

No\tProgram\tAnggaran
1\t{PENUNJANG}\tRp 765,6 juta
2\t{DESA}\t265.276.000
"""
    reading = read(ambulu, text)
    assert cells(reading, "PKAnggaran", "kode", "anggaran") == [("7.01.03", 265_276_000)]
    assert [one.why for one in reading.unplaced] == [
        'Anggaran "Rp 765,6 juta" bukan rupiah penuh. Isi sendiri dari dokumen yang menyebut rupiahnya.'
    ]
