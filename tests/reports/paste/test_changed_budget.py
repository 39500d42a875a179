"""Heads that say of which budget they are: of before its change, of behind it, of neither."""

from __future__ import annotations

import pytest

from reports.paste.reading import best_reading, rows_of
from sakip.records import forms as everything  # noqa: F401  # registers every kind of row
from sakip.text.reading.changed_budget import after_change, before_change
from sakip.workbook.of_page import sheets_of_page
from tests.table_tests import each_row

pytestmark = pytest.mark.one_engine


@each_row(
    ("heads", "columns"),
    [
        ("Semula\tMenjadi\tBertambah/Berkurang", "pagu_murni pagu_perubahan -"),
        ("Sebelum Perubahan\tSesudah Perubahan\tBertambah/ (Berkurang)", "pagu_murni pagu_perubahan -"),
        ("APBD 2023\tP-APBD 2023\tRealisasi", "pagu_murni pagu_perubahan realisasi"),
        ("APBD TA 2023\tPerubahan APBD TA 2023\tSelisih", "pagu_murni pagu_perubahan -"),
        ("APBD Tahun Anggaran 2023\tAPBD-P 2023\tRealisasi", "pagu_murni pagu_perubahan realisasi"),
        ("Pagu Induk\tPagu PAK\tRealisasi", "pagu_murni pagu_perubahan realisasi"),
        ("DPA 2023\tDPPA 2023\tRealisasi", "pagu_murni pagu_perubahan realisasi"),
        ("Murni (Rp)\tPerubahan (Rp)\tRealisasi (Rp)", "pagu_murni pagu_perubahan realisasi"),
        ("Saldo awal\tPagu Perubahan\tRealisasi", "- pagu_perubahan realisasi"),
        ("Pagu\tPagu Perubahan\tRealisasi", "pagu@? pagu_perubahan realisasi"),
    ],
)
def test_columns_of_one_head(heads: str, columns: str) -> None:
    text = f"Kode\tUraian\t{heads}\n7.01.01.2.02.01\tGaji\t1.000\t1.200\t200"
    reading = best_reading(rows_of(text), sheets_of_page("anggaran"))
    assert reading is not None
    assert " ".join(key or "-" for key in reading.columns) == f"kode nama_kode {columns}"


def test_columns_below_one_word_for_all_of_them() -> None:
    text = (
        "Kode\tUraian\tAnggaran\t\t\t\n\t\tSemula\tMenjadi\tBertambah/Berkurang\t%\n"
        "7.01.01.2.02.01\tGaji\t1.000\t1.200\t200\t20"
    )
    reading = best_reading(rows_of(text), sheets_of_page("anggaran"))
    assert reading is not None
    assert reading.columns == ("kode", "nama_kode", "pagu_murni", "pagu_perubahan", "", "")


@each_row(
    ("text", "said"),
    [
        ("APBD", "before"),
        ("APBD T.A. 2023", "before"),
        ("sebelum perubahan", "before"),
        ("P-APBD 2023", "after"),
        ("DPPA", "after"),
        ("DPA-P", "after"),
        ("Belanja APBD Provinsi", ""),
        ("Pagu DPA", ""),
    ],
)
def test_what_words_say(text: str, said: str) -> None:
    assert (before_change(text), after_change(text)) == (said == "before", said == "after")
