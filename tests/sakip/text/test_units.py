"""What a satuan is a unit of, as offices write it."""

from __future__ import annotations

from sakip.text.units import (
    is_count,
    is_gauge,
    is_index,
    is_money,
    is_whole,
    multiple_of_rupiah,
    multiple_of_rupiah_above,
    same_unit,
)
from tests.table_tests import each_row


@each_row(
    ("unit", "counted", "gauge", "index", "money"),
    [
        ("orang", True, False, False, False),
        ("  Orang/bulan ", True, False, False, False),
        ("dokumen laporan", True, False, False, False),
        ("Rupiah", False, False, False, True),
        ("Rp.", False, False, False, True),
        ("juta rupiah", False, False, False, True),
        ("%", False, True, False, False),
        ("Persen", False, True, False, False),
        ("Indeks", False, True, True, False),
        ("nilai SAKIP", False, True, True, False),
        ("menit per layanan", False, True, False, False),
        ("", False, True, False, False),
        ("-", False, True, False, False),  # a dash is no unit
        ("hektare", False, False, False, False),
    ],
)
def test_what_is_counted_read_or_paid(
    unit: str, counted: bool, gauge: bool, index: bool, money: bool
) -> None:
    assert (is_count(unit), is_gauge(unit), is_index(unit), is_money(unit)) == (counted, gauge, index, money)


@each_row(
    ("unit", "whole"),
    [("orang", True), ("rupiah", True), (" RP ", True), ("juta rupiah", False), ("%", False), ("km", False)],
)
def test_of_what_nobody_says_a_thousandth(unit: str, whole: bool) -> None:
    assert is_whole(unit) is whole


@each_row(
    ("unit", "other", "same"),
    [
        ("%", "persen", True),
        ("Prosen", "%", True),
        ("indeks", "Nilai", True),
        ("nilai SKM", "predikat", True),
        ("Rp", "rupiah", True),
        ("Orang", " orang ", True),
        ("orang", "dokumen", False),
        ("%", "indeks", False),
        ("", "-", True),
        ("", "orang", False),
    ],
)
def test_two_spellings_are_one_unit(unit: str, other: str, same: bool) -> None:
    assert same_unit(unit, other) is same_unit(other, unit) is same


@each_row(
    ("head", "said"),
    [
        ("Pagu (dalam ribuan rupiah)", "ribuan"),
        ("Pagu (Rp.000)", "ribuan"),
        ("Pagu (Rp. 000)", "ribuan"),
        ("Pagu (Rp 000,-)", "ribuan"),
        ("Pagu (Rp x 1000)", "ribuan"),
        ("Anggaran (Rp. 000.000)", "jutaan"),
        ("Anggaran (Rp 1.000.000.000)", "miliaran"),
        ("Anggaran (Rp juta)", "jutaan"),
        ("Anggaran (Rp x 1.000.000)", "jutaan"),
        ("Realisasi dalam milyar", "miliaran"),
        ("Pagu (Rp)", ""),
        ("Pagu", ""),
    ],
)
def test_a_head_says_that_amounts_are_no_whole_rupiah(head: str, said: str) -> None:
    assert multiple_of_rupiah(head) == said


@each_row(
    ("title", "said"),
    [
        ("Tabel 3.4 Anggaran (dalam jutaan rupiah)", "jutaan"),
        ("Anggaran dalam ribu rupiah", "ribuan"),
        ("Anggaran (Rp. 000)", "ribuan"),
        # An amount of its own, that says nothing of those below.
        ("Anggaran sebesar Rp3,4 miliar menurut program", ""),
        ("Bantuan 200 juta rupiah", ""),
    ],
)
def test_a_title_says_so_only_of_all_amounts(title: str, said: str) -> None:
    assert multiple_of_rupiah_above(title) == said
