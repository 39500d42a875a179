"""Heads that say of which budget they are: of before its change, of behind it, of neither."""

from __future__ import annotations

import re

import pytest

from sakip.text.reading.changed_budget import MONEY_AFTER, MONEY_BEFORE, after_change, before_change
from tests.reports.paste.told import columns_of, notes_of, read
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
    assert columns_of(read("anggaran", text)) == f"kode nama_kode {columns}"


def test_money_and_what_is_done_with_it_below_the_same_word() -> None:
    text = "Kode\tUraian\tMurni\t\tPerubahan\t\n\t\tTarget\tRp\tTarget\tRp\n7.01.01.2.02.01\tGaji\t18\t100\t18\t120"
    assert columns_of(read("anggaran", text)) == "kode nama_kode - pagu_murni - pagu_perubahan"


def test_columns_below_one_word_for_all_of_them() -> None:
    text = (
        "Kode\tUraian\tAnggaran\t\t\t\n\t\tSemula\tMenjadi\tBertambah/Berkurang\t%\n"
        "7.01.01.2.02.01\tGaji\t1.000\t1.200\t200\t20"
    )
    assert columns_of(read("anggaran", text)) == "kode nama_kode pagu_murni pagu_perubahan - -"


def test_heads_of_money_are_tried_at_their_beginning_alone() -> None:
    # Elsewhere too a long text would be gone through as many times as it has letters.
    for pattern in (MONEY_BEFORE, MONEY_AFTER):
        assert re.compile(pattern).search("x anggaran semula menjadi", 1) is None
        assert re.search(pattern, "anggaran semula menjadi")


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


@each_row(
    ("text", "sheet", "columns"),
    [
        # accounts are belanja, no programs
        (
            "Kode Rekening\tUraian\tAnggaran\tRealisasi\n5.1.01\tBelanja Pegawai\t9\t8\n5.1.02\tBelanja Barang\t5\t4",
            "Belanja",
            "- nama pagu realisasi",
        ),
        (
            "Kode\tUraian\tAnggaran\tRealisasi\n5.1.01.01\tBelanja Pegawai\t9\t8",
            "Belanja",
            "- nama pagu realisasi",
        ),
        (
            "Kode\tUraian\tPagu Perubahan\tRealisasi\n7.01.01\tA\t9\t8",
            "Anggaran",
            "kode nama_kode pagu_perubahan realisasi",
        ),
    ],
)
def test_of_which_sheet_codes_are(text: str, sheet: str, columns: str) -> None:
    reading = read("anggaran", text)
    assert (reading.sheet.nama, columns_of(reading)) == (sheet, columns)


@pytest.mark.usefixtures("contoh")
@each_row(
    ("rows", "notes"),
    [
        ("Jumlah\t\t150\t130\n{}", []),
        (
            "Jumlah\t\t150\t131\n{}",
            [
                "Baris 2 (Jumlah): Realisasi (Rp) tertulis 131, jumlah baris di bawahnya 130. Baris jumlah tidak"
                " disimpan; periksa angkanya."
            ],
        ),
        (
            "{}\nSub Jumlah\t\t151\t130",
            [
                "Baris 4 (Jumlah): Pagu perubahan (Rp) tertulis 151, jumlah baris di atasnya 150. Baris jumlah tidak"
                " disimpan; periksa angkanya."
            ],
        ),
    ],
)
def test_a_sum_is_compared_wherever_it_stands(rows: str, notes: list[str]) -> None:
    body = rows.format("7.01.01.2.02.01\tGaji\t100\t90\n7.01.01.2.02.03\tPenatausahaan\t50\t40")
    assert notes_of("anggaran", f"Kode\tUraian\tPagu Perubahan\tRealisasi\n{body}") == notes
