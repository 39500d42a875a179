"""The IKU table: fractions as fractions, explanations numbered, a sasaran named once."""

from decimal import Decimal

from reports.document.tree import Baris, Pecahan, Tebal
from reports.tables.iku import formulasi, tabel_iku
from tests.reports.lkip.example_plan import IKU, baris_iku
from tests.reports.lkip.read_part import teks


def test_rows_of_one_sasaran_stand_together_and_are_numbered_once() -> None:
    tabel = tabel_iku(IKU.baris, kunci="iku", judul="IKU")
    assert [[teks(s.isi) for s in b.sel] for b in tabel.baris] == [
        [
            "1",
            "Terjaganya ketertiban umum",
            "Persentase laporan yang diselesaikan",
            "Jumlah laporan yang diselesaikan / Jumlah laporan yang masuk × 100%",
            "Seksi Trantib\nSekretariat",
            "Dokumen laporan",
        ],
        ["", "", "Jumlah pelanggaran", "Formulasi belum ditetapkan.", "–", "–"],
        [
            "2",
            "Meningkatnya akuntabilitas",
            "Nilai SAKIP",
            "Hasil evaluasi\nPenjelasan:\n1. Dinilai oleh evaluator kabupaten\n2. Berpedoman pada Permen PANRB 88/2021",
            "–",
            "–",
        ],
    ]


def test_a_fraction_is_set_as_a_fraction_with_its_explanation_below() -> None:
    isi = formulasi(baris_iku("S", "I", pembilang="A", penyebut="B", penjelasan=("Dihitung setiap tahun.",)))
    assert isi == (Pecahan("A", "B"), Baris(), Tebal("Penjelasan:"), Baris(), "Dihitung setiap tahun")


def test_a_fraction_is_multiplied_by_what_its_indikator_says() -> None:
    isi = {"pembilang": "A", "penyebut": "B"}
    assert formulasi(baris_iku("S", "I", pengali=Decimal(10_000), **isi)) == (Pecahan("A", "B", "× 10.000"),)
    assert formulasi(baris_iku("S", "I", pengali=Decimal(100), **isi)) == (Pecahan("A", "B"),)


def test_half_a_fraction_is_no_fraction() -> None:
    assert formulasi(baris_iku("S", "I", pembilang="A")) == "Formulasi belum ditetapkan."
    assert formulasi(baris_iku("S", "I", pembilang="A", formulasi="A dibagi B")) == ("A dibagi B",)


def test_an_explanation_alone_needs_no_label() -> None:
    assert formulasi(baris_iku("S", "I", penjelasan=("Satu", "Dua"))) == ("1. Satu", Baris(), "2. Dua")
