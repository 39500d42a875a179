"""A CSV file whose quotation marks do not close: what follows them is no cell."""

from __future__ import annotations

import pytest

from reports.papers.paper import PaperUnreadable
from reports.papers.read import read_paper
from sakip.workbook.csv_file import csv_rows
from sakip.workbook.safety import WorkbookUnsafe
from tests.table_tests import each_row

HEAD = "Kode;Uraian;Pagu\r\n7.01.01;Penunjang;1000\r\n"


@each_row(
    "rest",
    (
        '7.01.02;"Pelayanan;2000\r\n7.01.03;Pembinaan;3000\r\n',
        # Longer than a cell may be.
        '7.01.02;"Pelayanan;2000\r\n' + "7.01.03;Pembinaan;3000\r\n" * 10_000,
    ),
)
def test_a_quotation_mark_that_is_not_closed_swallows_no_rows(rest: str) -> None:
    content = (HEAD + rest).encode()
    with pytest.raises(WorkbookUnsafe) as refused:
        csv_rows(content)
    assert str(refused.value) == (
        'Tanda kutip (") pada baris 3 dibuka dan tidak ditutup, sehingga baris sesudahnya terbaca sebagai satu sel.'
        " Hapus tanda kutip itu, atau simpan berkasnya sebagai .xlsx, lalu unggah lagi."
    )
    with pytest.raises(PaperUnreadable, match="pada baris 3"):
        read_paper(content, "pagu.csv")


def test_a_cell_longer_than_any_may_be_is_refused() -> None:
    with pytest.raises(WorkbookUnsafe, match=r"^Sel pada baris 3 lebih panjang daripada yang dapat dibaca"):
        csv_rows((HEAD + "7.01.02;" + "x" * 200_000 + ";1\r\n").encode())


def test_quotation_marks_within_a_cell_stay() -> None:
    content = '1;"Pipa 5"" di ""Balung""";2\r\n2;Pipa 5";3\r\n3;"a" b;4\r\n4;"dua\r\nbaris";5\r\n'
    assert csv_rows(content.encode()) == [
        ["1", 'Pipa 5" di "Balung"', "2"],
        ["2", 'Pipa 5"', "3"],
        ["3", "a b", "4"],
        ["4", "dua\r\nbaris", "5"],
    ]
