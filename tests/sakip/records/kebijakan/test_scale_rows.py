"""A scale as it is typed: which value has which predikat, and what keeps rows from being a scale."""

from __future__ import annotations

from decimal import Decimal

from sakip.capaian.predikat import read_number
from sakip.records.kebijakan.scale_rows import Bound, ScaleRow, problems, scale_of
from tests.table_tests import each_row


def row(number: int, label: str, lower: str = "", upper: str = "") -> ScaleRow:
    """ ">=90" and "<75" as bounds."""
    return ScaleRow(number=number, label=label, lower=bound(lower), upper=bound(upper))


def bound(text: str) -> Bound | None:
    if not text:
        return None
    return Bound(value=Decimal(text.strip("<>=")), closed="=" in text)


#: Permendagri 86/2017 as a kabupaten would enter it, the lowest first.
FIVE = [
    row(1, "Sangat Rendah", upper="<=50"),
    row(2, "Rendah", ">50", "<=65"),
    row(3, "Sedang", ">65", "<=75"),
    row(4, "Tinggi", ">75", "<=90"),
    row(5, "Sangat Tinggi", ">90"),
]


@each_row(
    ("value", "label"),
    [
        ("-3", "Sangat Rendah"),
        ("50", "Sangat Rendah"),
        ("50.01", "Rendah"),
        ("90", "Tinggi"),
        ("90.004", "Tinggi"),  # read with two decimals
        ("90.005", "Sangat Tinggi"),
        ("140", "Sangat Tinggi"),
    ],
)
def test_every_value_has_one_predikat_also_at_the_bounds(value: str, label: str) -> None:
    assert problems(FIVE) == []
    scale = scale_of(FIVE, kode="x", nama="x", dasar="x")
    assert read_number(Decimal(value), scale).label == label


def test_what_is_printed_follows_from_the_bounds_unless_it_is_typed() -> None:
    rows = [row(1, "Baik", ">=75"), row(2, "Cukup", ">=50", "<75"), row(3, "Kurang", "", "<50")]
    printed = [one.rentang_cetak for one in scale_of(rows, kode="x", nama="x", dasar="x").kategori]
    assert printed == ["≥ 75", "≥ 50 dan < 75", "< 50"]


@each_row(
    ("rows", "message"),
    [
        (
            [row(1, "Tinggi", ">=91"), row(2, "Rendah", "", "<=90")],
            "Ada celah antara baris 2 (Rendah) dan baris 1 (Tinggi): nilai 90,01 tidak masuk predikat mana pun.",
        ),
        (
            [row(1, "Tinggi", ">90"), row(2, "Rendah", "", "<90")],
            "Ada celah antara baris 2 (Rendah) dan baris 1 (Tinggi): nilai 90 tidak masuk predikat mana pun.",
        ),
        (
            [row(1, "Tinggi", ">=90"), row(2, "Rendah", "", "<=90")],
            "Tumpang tindih antara baris 2 (Rendah) dan baris 1 (Tinggi): nilai 90 masuk keduanya.",
        ),
        (
            [row(1, "Tinggi", ">=85"), row(2, "Rendah", "", "<90")],
            "Tumpang tindih antara baris 2 (Rendah) dan baris 1 (Tinggi): nilai 85 masuk keduanya.",
        ),
        (
            [row(1, "Tinggi", ">=90", "<=100"), row(2, "Rendah", "", "<90")],
            "Kosongkan batas atas baris 1 (Tinggi): capaian di atas 100 pun harus mendapat predikat.",
        ),
        (
            [row(1, "Tinggi", ">=90"), row(2, "Rendah", ">=0", "<90")],
            "Kosongkan batas bawah baris 2 (Rendah): capaian di bawah 0 pun harus mendapat predikat.",
        ),
        (
            [row(1, "Tinggi", ">=90"), row(2, "Sedang", ">=50"), row(3, "Rendah", "", "<50")],
            "Isi batas atas baris 2 (Sedang): tanpa itu nilai 90 masuk baris 2 (Sedang) dan baris 1 (Tinggi).",
        ),
        (
            [row(1, "Tinggi", ">=90"), row(2, "Sedang", "", "<90"), row(3, "Rendah", "", "<50")],
            "Dua baris tanpa batas bawah: baris 3 (Rendah) dan baris 2 (Sedang).",
        ),
        (
            [row(1, "Tinggi", ">=90"), row(2, "tinggi", "", "<90")],
            "Baris 1 (tinggi) dan baris 2 bernama sama. Beri nama sendiri.",
        ),
        (
            [row(1, "Tinggi", ">=90.005"), row(2, "Rendah", "", "<90.005")],
            "Tulis batas baris 1 (Tinggi) dengan paling banyak dua desimal",
        ),
        ([row(1, "Tinggi", ">=90")], "Isi sekurang-kurangnya dua predikat."),
    ],
)
def test_no_gap_and_no_overlap_is_a_scale(rows: list[ScaleRow], message: str) -> None:
    assert any(str(one).startswith(message) for one in problems(rows)), [str(one) for one in problems(rows)]


def test_bounds_a_hundredth_apart_leave_no_value_between_them() -> None:
    """As Permen PANRB 14/2017 prints its scale: 65,00–76,60 and 76,61–88,30."""
    rows = [row(1, "B", ">=76.61"), row(2, "C", ">=65", "<=76.6"), row(3, "D", "", "<65")]
    assert problems(rows) == []
    scale = scale_of(rows, kode="x", nama="x", dasar="x")
    assert [read_number(Decimal(v), scale).label for v in ("76.61", "76.60", "64.99")] == ["B", "C", "D"]
