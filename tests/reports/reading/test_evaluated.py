"""The report of an evaluator: its value by components, and what it recommends."""

from __future__ import annotations

import pytest

from kecamatan.models import Kecamatan
from tests.reports.reading.read_texts import cells, doubts, of, read

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

LHE = """INSPEKTORAT DAERAH

LAPORAN HASIL EVALUASI ATAS AKUNTABILITAS KINERJA INSTANSI PEMERINTAH PADA KECAMATAN AMBULU TAHUN 2022

Nomor : 700.1.2.1/112/Itda/VII/2023

Tanggal : 14 Juli 2023

Hasil evaluasi memperoleh nilai 71,35 atau predikat BB dengan rincian:

No\tKomponen yang Dinilai\tBobot\tNilai Tahun 2021\tNilai Tahun 2022
a.\tPerencanaan Kinerja\t30\t21,10\t22,50
b.\tPengukuran Kinerja\t30\t20,40\t21,00
c.\tPelaporan Kinerja\t15\t10,20\t10,60
d.\tEvaluasi Akuntabilitas Kinerja Internal\t25\t16,00\t17,25
\tNilai Hasil Evaluasi\t100\t67,70\t71,35
\tTingkat Akuntabilitas Kinerja\t\tB\tBB

Terhadap permasalahan tersebut, kami merekomendasikan kepada Camat Ambulu agar:

1. Menyusun indikator kinerja yang memenuhi kriteria SMART;

2. Melakukan pengukuran kinerja setiap triwulan.

Demikian laporan hasil evaluasi ini kami sampaikan.
"""


def test_value_components_and_recommendations(ambulu: Kecamatan) -> None:
    reading = read(ambulu, LHE)
    (value,) = of(reading, "LHE")
    assert value.cells == {
        "nomor": "700.1.2.1/112/Itda/VII/2023",
        "tanggal": "14/7/2023",
        "nilai": "71,35",
        "predikat": "BB",
        "perencanaan": "22,50",
        "pengukuran": 21,
        "pelaporan": "10,60",
        "evaluasi": "17,25",
    }
    assert value.doubts == ()
    assert cells(reading, "RekomendasiLHE", "rekomendasi") == [
        ("Menyusun indikator kinerja yang memenuhi kriteria SMART",),
        ("Melakukan pengukuran kinerja setiap triwulan",),
    ]


def test_components_that_do_not_add_up_wait_and_so_does_a_sentence_that_says_otherwise(
    ambulu: Kecamatan,
) -> None:
    (value,) = doubts(read(ambulu, LHE.replace("22,50", "23,50")), "LHE")
    assert value == ("Komponennya berjumlah 72,35, sedangkan nilainya 71,35. Periksa kelimanya.",)
    (value,) = doubts(read(ambulu, LHE.replace("nilai 71,35 atau", "nilai 71,53 atau")), "LHE")
    assert value == ("Dokumen menyebut nilai lain pada baris 9: 71,53. Pilih yang benar.",)


def test_an_evaluation_of_another_year_is_not_of_this_report(ambulu: Kecamatan) -> None:
    """The LKIP of a year reports on the evaluation of the year before."""
    reading = read(ambulu, LHE, tahun=2022)
    assert of(reading, "LHE") == []
    assert "tahun 2021" in reading.unplaced[0].why


def test_without_a_total_the_sentence_tells_it(ambulu: Kecamatan) -> None:
    text = LHE.replace("\tNilai Hasil Evaluasi\t100\t67,70\t71,35\n", "")
    (value,) = of(read(ambulu, text), "LHE")
    assert value.cells["nilai"] == "71,35"


def test_of_a_value_that_cannot_be_read_no_year_is_blamed(ambulu: Kecamatan) -> None:
    rows = [line for line in LHE.splitlines() if line[:2] in ("a.", "b.", "c.", "d.")]
    text = LHE
    for row in rows:
        text = text.replace(row, "\t".join((*row.split("\t")[:3], "baik", "baik")))
    reading = read(ambulu, text)
    assert [one.why for one in reading.unplaced] == [
        "Kolom nilai hasil evaluasinya tidak terbaca. Isi sendiri nilainya."
    ]


def test_by_when_a_recommendation_is_due(ambulu: Kecamatan) -> None:
    """In its own words, else as the sentence above all of them or behind them says."""
    text = LHE.replace("triwulan.\n", "triwulan, paling lambat tanggal 31 Agustus 2023.\n").replace(
        "Demikian", "Seluruh rekomendasi agar ditindaklanjuti paling lambat Triwulan IV.\n\nDemikian"
    )
    reading = read(ambulu, text)
    assert cells(reading, "RekomendasiLHE", "rekomendasi", "batas_waktu") == [
        ("Menyusun indikator kinerja yang memenuhi kriteria SMART", "31 Desember 2023"),
        (
            "Melakukan pengukuran kinerja setiap triwulan, paling lambat tanggal 31 Agustus 2023",
            "31 Agustus 2023",
        ),
    ]
    first, second = of(reading, "RekomendasiLHE")
    assert first.notes == ('Tahun batas waktu "Triwulan IV" tidak tertulis; dianggap 2023.',)
    assert second.notes == ()
    above = LHE.replace("Ambulu agar:", "Ambulu, paling lambat 30 September 2023, agar:")
    assert cells(read(ambulu, above), "RekomendasiLHE", "batas_waktu") == [("30 September 2023",)] * 2
    assert cells(read(ambulu, LHE), "RekomendasiLHE", "batas_waktu") == [(None,)] * 2


FOLLOWED = """Tindak lanjut hasil evaluasi AKIP tahun 2022

No\tRekomendasi\tTindak Lanjut\tBatas Waktu\tStatus\tPenanggung Jawab
1\tMenyusun pohon kinerja\tPohon kinerja telah disusun\t31 Maret 2023\tSudah ditindaklanjuti\tKasi Pemerintahan
2\tMengukur kinerja setiap triwulan\tMasih dibahas\tTW II\tDalam proses\tSekcam
3\tMelatih pegawai\t-\tsegera\tBelum\t-
"""


def test_what_was_done_about_each_is_a_table_of_many_reports(ambulu: Kecamatan) -> None:
    reading = read(ambulu, FOLLOWED)
    assert cells(reading, "RekomendasiLHE", "rekomendasi", "tindakan", "batas_waktu", "status") == [
        ("Menyusun pohon kinerja", "Pohon kinerja telah disusun", "31 Maret 2023", "Selesai"),
        ("Mengukur kinerja setiap triwulan", "Masih dibahas", "30 Juni 2023", "Dalam proses"),
        ("Melatih pegawai", None, None, "Belum"),
    ]
    assert [one.notes for one in of(reading, "RekomendasiLHE")] == [
        ('Penanggung jawab dalam dokumen: "Kasi Pemerintahan". Pilih unitnya sendiri.',),
        (
            'Penanggung jawab dalam dokumen: "Sekcam". Pilih unitnya sendiri.',
            'Tahun batas waktu "TW II" tidak tertulis; dianggap 2023.',
        ),
        ('Batas waktu dalam dokumen, "segera", bukan satu tanggal. Isi sendiri.',),
    ]
    assert doubts(reading, "RekomendasiLHE") == [(), (), ()]


def test_recommendations_of_an_older_evaluation_or_of_nobody_wait(ambulu: Kecamatan) -> None:
    older = read(ambulu, FOLLOWED.replace("AKIP tahun 2022", "AKIP tahun 2020"))
    assert of(older, "RekomendasiLHE") == []
    assert "evaluasi tahun 2020" in older.unplaced[0].why
    nobody = read(
        ambulu, FOLLOWED.replace("Tindak lanjut hasil evaluasi AKIP tahun 2022", "Rencana perbaikan")
    )
    (told,) = {one for row in doubts(nobody, "RekomendasiLHE") for one in row}
    assert "tidak menyebut hasil evaluasi" in told
