"""The ikhtisar as a workbook: the figures of the document, as numbers, a line per kecamatan and indikator."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook

from reports.bulk.overview_book import overview_book
from reports.overview.summary import summary_lines
from tests.reports.overview.example_overview import FOUR

pytestmark = pytest.mark.one_engine

Row = tuple[object, ...]


@pytest.fixture(scope="module")
def sheets() -> dict[str, list[Row]]:
    """Of each sheet the rows below its heads."""
    book = load_workbook(io.BytesIO(overview_book(FOUR)))
    return {one.title: list(one.iter_rows(min_row=4, values_only=True)) for one in book.worksheets}


def test_a_line_per_kecamatan_with_numbers_to_sort_by(sheets: dict[str, list[Row]]) -> None:
    """Ajung: (90 + 100) / 2; of Kalisat one of two is measured, and its budget is not known."""
    ajung, balung, kalisat, silo = sheets["Kecamatan"]
    assert ajung[:2] == ("Kecamatan Ajung", "diterima")
    assert ajung[2:5] == ("ditandatangani", 95, "2 dari 2")
    assert ajung[6:13] == (1_000_000, 900_000, 90, "29 Februari 2024", "ditandatangani tepat waktu", 2, 1)
    assert balung[2:5] == ("konsep", 65, "2 dari 2")
    assert balung[8] == 75
    assert balung[10] == "belum ditandatangani, sudah lewat batas"
    assert balung[13] == 1  # its PK lacks a date
    assert kalisat[3:5] == (80, "1 dari 2")
    assert kalisat[6:9] == (500_000, None, None)
    assert silo[2:5] == (None, None, None)
    assert silo[11:15] == (None, None, 0, "Belum ada catatan tahun 2023.")


def test_each_indikator_document_and_rule_has_its_line(sheets: dict[str, list[Row]]) -> None:
    indikator = sheets["Indikator"]
    assert [(one[0], one[1], one[5]) for one in indikator] == [
        ("Kecamatan Ajung", "Tindak lanjut", 90),
        ("Kecamatan Ajung", "Kepuasan", 100),
        ("Kecamatan Balung", "Tindak  lanjut", 60),
        ("Kecamatan Balung", "Kepuasan", 70),
        ("Kecamatan Kalisat", "Tindak lanjut", 80),
        ("Kecamatan Kalisat", "Kepuasan", "tidak tersedia"),
    ]
    assert indikator[-1][7] == "Survei tidak diadakan."
    assert ("Kecamatan Balung", "LKIP", "draf", None, "29 Februari 2024", "5 hari") in sheets["Dokumen"]
    assert len(sheets["Dokumen"]) == 8
    assert sheets["Temuan reviu"][0][:2] == ("Kecamatan Ajung", "R-sum")
    assert sheets["Temuan reviu"][0][3:] == (2, 1)
    assert len(sheets["Temuan reviu"]) == 3


def test_it_begins_with_the_lines_of_the_first_page(sheets: dict[str, list[Row]]) -> None:
    assert sheets["Ringkasan"] == list(summary_lines(FOUR))
