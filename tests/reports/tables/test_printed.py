"""Printed targets and money: what was decided, with its unit, or the words of its state."""

from decimal import Decimal

import pytest

from reports.prose.language import with_satuan
from reports.tables.printed import print_money, print_target
from sakip.capaian.values import Target

D = Decimal


@pytest.mark.parametrize(
    ("target", "satuan", "cetak"),
    [
        (None, "%", "–"),
        (Target(angka=D(95)), "%", "95%"),
        (Target(angka=D("82.50")), "persen", "82,5%"),
        (Target(angka=D(95), cetak="95%"), "%", "95%"),
        (Target(angka=D(95)), "indeks", "95"),
        (Target(angka=D(12)), "dokumen", "12 dokumen"),
        (Target(angka=D(80), huruf="B"), "", "B (80)"),
        (Target(huruf="BB", cetak="BB (97)"), "predikat", "BB (97)"),
        (Target(bawah=D(80), atas=D(90)), "", "80–90"),
        (Target(bawah=D(80), atas=D("90.5")), "menit", "80–90,5 menit"),
        (Target(bawah=D(80), atas=D(90)), "%", "80–90%"),
        (Target(angka=D("83.5000")), "", "83,5"),
        (Target(angka=D(95), cetak="95,0"), "%", "95,0%"),
        (Target(angka=D(80), cetak="SKM bernilai baik (>80)"), "nilai", "SKM bernilai baik (>80)"),
    ],
)
def test_targets(target: Target | None, satuan: str, cetak: str) -> None:
    assert print_target(target, satuan) == cetak


@pytest.mark.parametrize(
    ("text", "satuan", "cetak"),
    [
        ("100", "%", "100%"),
        ("98,5", "persen", "98,5%"),
        ("100%", "%", "100%"),
        ("13.000", "dokumen", "13.000 dokumen"),
        ("10 desa dan 12 kegiatan PKK tiap bulan", "", "10 desa dan 12 kegiatan PKK tiap bulan"),
        ("", "orang", ""),
        ("", "%", ""),
    ],
)
def test_targets_that_are_text(text: str, satuan: str, cetak: str) -> None:
    assert with_satuan(text, satuan) == cetak


@pytest.mark.parametrize(
    ("uang", "cetak"),
    [(None, "belum diisi"), (D(0), "0"), (D("1566177343"), "1.566.177.343"), (D("1000.5"), "1.000,50")],
)
def test_money_that_nobody_recorded_is_never_zero(uang: Decimal | None, cetak: str) -> None:
    assert print_money(uang) == cetak
