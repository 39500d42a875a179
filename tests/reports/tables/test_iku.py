"""The IKU table: fractions as fractions, explanations numbered, a sasaran named once."""

from decimal import Decimal

from reports.document.tree import Bold, LineBreak, Pecahan
from reports.tables.iku import formulasi, iku_table
from tests.reports.lkip.example_plan import IKU, iku_row
from tests.reports.lkip.read_part import text


def test_rows_of_one_sasaran_stand_together_and_are_numbered_once() -> None:
    table = iku_table(IKU.baris, key="iku", title="IKU")
    assert [[text(s.content) for s in b.cells] for b in table.rows] == [
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


def test_a_long_formulation_has_more_of_the_width() -> None:
    usual, wordy = (
        iku_table((iku_row("S", "I", penjelasan=("kata " * many,)),), key="iku", title="IKU")
        for many in (20, 60)
    )
    assert (usual.columns[3].width, wordy.columns[3].width) == (30, 42)


def test_a_fraction_is_set_as_a_fraction_with_its_explanation_below() -> None:
    content = formulasi(
        iku_row("S", "I", pembilang="A", penyebut="B", penjelasan=("Dihitung setiap tahun.",))
    )
    assert content == (
        Pecahan("A", "B"),
        LineBreak(),
        Bold("Penjelasan:"),
        LineBreak(),
        "Dihitung setiap tahun",
    )


def test_a_fraction_is_multiplied_by_what_its_indikator_says() -> None:
    content = {"pembilang": "A", "penyebut": "B"}
    assert formulasi(iku_row("S", "I", pengali=Decimal(10_000), **content)) == (
        Pecahan("A", "B", "× 10.000"),
    )
    assert formulasi(iku_row("S", "I", pengali=Decimal(100), **content)) == (Pecahan("A", "B"),)


def test_half_a_fraction_is_no_fraction() -> None:
    assert formulasi(iku_row("S", "I", pembilang="A")) == "Formulasi belum ditetapkan."
    assert formulasi(iku_row("S", "I", pembilang="A", formulasi="A dibagi B")) == ("A dibagi B",)


def test_an_explanation_alone_needs_no_label() -> None:
    assert formulasi(iku_row("S", "I", penjelasan=("Satu", "Dua"))) == ("1. Satu", LineBreak(), "2. Dua")
