"""A printed form that holds no number stands beside the number that is measured."""

from decimal import Decimal

from sakip.capaian.nilai import print_measured_target, print_measured_value, print_target
from sakip.capaian.values import KeadaanNilai, Nilai, Target
from tests.table_tests import each_row


@each_row(
    ("target", "satuan", "text"),
    [
        (Target(angka=Decimal("80.0000"), cetak="B"), "indeks", "80 (B)"),
        (Target(angka=Decimal("83.5"), cetak="Baik"), "%", "83,5% (Baik)"),
        (Target(angka=Decimal(80), cetak="B (80)"), "indeks", "B (80)"),
        (Target(angka=Decimal(80), cetak="SKM bernilai baik (>80)"), "indeks", "SKM bernilai baik (>80)"),
        (Target(huruf="B", cetak="B"), "", "B"),
        (Target(angka=Decimal(80), huruf="B", cetak="B"), "", "B"),  # the letter is measured
        (Target(bawah=Decimal(80), atas=Decimal(90), cetak="sedang"), "", "80–90 (sedang)"),
        (Target(angka=Decimal(80)), "indeks", "80"),
    ],
)
def test_target(target: Target, satuan: str, text: str) -> None:
    assert print_measured_target(target, satuan) == text


def test_a_document_prints_what_was_typed() -> None:
    assert print_target(Target(angka=Decimal(80), cetak="B"), "indeks") == "B"


def test_realisasi() -> None:
    value = Nilai(keadaan=KeadaanNilai.TERISI, angka=Decimal("83.3"), cetak="Baik")
    assert print_measured_value(value, "indeks", 2) == "83,3 (Baik)"
    assert print_measured_value(Nilai(keadaan=KeadaanNilai.BELUM_DIISI), "indeks", 2) == "belum diisi"
