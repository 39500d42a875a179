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
