"""Workbooks as a clerk fills them, and uploads them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from openpyxl import Workbook
from playwright.sync_api import Page, expect

FIRST_ROW: Final = 3  # below the headings and the instructions


def write(workbook: Workbook, sheet: str, *rows: Mapping[str, Any]) -> None:
    """Write rows below what the sheet holds already, each cell under its heading."""
    page = workbook[sheet]
    columns = {cell.value: cell.column for cell in page[1]}
    start = FIRST_ROW
    while any(cell.value is not None for cell in page[start]):
        start += 1
    for n, one in enumerate(rows, start=start):
        for title, nilai in one.items():
            page.cell(n, columns[title]).value = nilai


def write_profil(workbook: Workbook, entries: Mapping[str, Any]) -> None:
    """Write values beside their labels on the one sheet that has a row for each."""
    left = dict(entries)
    for label, nilai in workbook["Profil"].iter_rows(min_row=FIRST_ROW - 1, max_col=2):
        if label.value in left:
            nilai.value = left.pop(label.value)
    assert left == {}


def bilangan(text: str) -> Decimal:
    """The number that a clerk would see if the cell were numeric."""
    return Decimal(text.replace(".", "").replace(",", "."))


def upload(page: Page, file: Path, worker: Callable[[], None]) -> None:
    """Upload it; the page that waits for the worker finds out by itself."""
    page.get_by_label("Buku kerja yang sudah diisi").set_input_files(file)
    page.get_by_role("button", name="Unggah dan periksa").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(file.name)
    worker()


def apply(page: Page, worker: Callable[[], None]) -> None:
    """Agree to the preview that is open, and see it applied."""
    page.get_by_role("button", name="Terapkan semua perubahan").click()
    expect(page.get_by_role("progressbar")).to_be_visible()
    worker()
    expect(page.get_by_text("Sudah diterapkan")).to_be_visible()
