"""A JUMLAH and a remark that offices write below a table: no rows, and nothing that is dropped unsaid."""

import io
import re
import zipfile
from typing import Any

import pytest

from kecamatan.models import Kecamatan
from reports.workbook.exchange import workbook_import
from sakip.text.numbers import format_angka
from sakip.workbook.reader import RawBook, read_workbook
from sakip.workbook.sheets.record_sheet import RECORD_SHEETS
from tests.workbook_edits import column_number, edited

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


def _below(book: bytes, name: str, *lines: dict[str, Any]) -> bytes:
    """The workbook with lines below a table, by the keys of their columns or by their number."""
    titles = {column.key: column.title for column in RECORD_SHEETS[name].sheet.columns}

    def change(workbook: Any) -> None:
        sheet = workbook[name]
        for line in lines:
            row = sheet.max_row + 1
            for column, value in line.items():
                at = column_number(workbook, name, titles[column]) if column in titles else int(column)
                sheet.cell(row, at).value = value

    return edited(book, change)


def _calculated(book: bytes, result: str) -> bytes:
    """The same, as Excel saves what it has calculated."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            text = old.read(info)
            if info.filename.startswith("xl/worksheets/"):
                text = re.sub(rb"(</f>)<v ?/?>(?:</v>)?", rb"\1<v>" + result.encode() + b"</v>", text)
            new.writestr(info.filename, text)
    return out.getvalue()


def _pagu(raw: RawBook) -> int:
    """What the rows of the fixture come to: it has no program beside its sub kegiatan."""
    return sum(int(row.cells.get("pagu_murni", 0)) for row in raw.sheets["Anggaran"])


def test_what_stands_below_the_table_is_told_and_changes_nothing(mini: Kecamatan, lean: bytes) -> None:
    total = _pagu(read_workbook(lean))
    book = _below(
        lean,
        "Anggaran",
        {"1": "JUMLAH", "pagu_murni": total},
        {"1": "Sumber: DPA 2023"},
        {"20": "Dicetak oleh Kasubbag Perencanaan"},
    )
    last = len(read_workbook(lean).sheets["Anggaran"]) + 2  # headings and hints
    preview = workbook_import(content=book, nama="uji.xlsx", kabupaten=True)
    assert (preview.errors, preview.changes) == ([], [])
    said = "\n".join(preview.notes)
    assert (
        f"Lembar Anggaran, baris {last + 1} (Jumlah) tidak disimpan; angkanya sama dengan jumlah baris"
        in said
    )
    assert f'Lembar Anggaran, baris {last + 2}: "Sumber: DPA 2023" tidak dibaca' in said
    assert f'Lembar Anggaran, baris {last + 3}: "Dicetak oleh Kasubbag Perencanaan" tidak dibaca' in said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (1, "jumlah baris di atasnya"),
        ("=SUM(C3:C20)", "tidak disimpan."),
    ],
)
def test_a_sum_that_is_none_is_told_and_one_without_a_result_is_not_compared(
    lean: bytes, written: object, said: str
) -> None:
    raw = read_workbook(_below(lean, "Anggaran", {"2": "TOTAL", "pagu_murni": written}))
    (note,) = [note for note in raw.notes if "(Jumlah)" in note]
    assert said in note
    assert raw.sheets["Anggaran"] == read_workbook(lean).sheets["Anggaran"]


def test_a_sum_that_excel_calculates_is_compared_as_it_was_calculated(lean: bytes) -> None:
    total = _pagu(read_workbook(lean))
    book = _below(lean, "Anggaran", {"1": "Jumlah", "pagu_murni": "=SUM(D3:D9)"})
    for result, said in (
        (total, "angkanya sama"),
        (total + 1, f"jumlah baris di atasnya {format_angka(total)}"),
    ):
        (note,) = [n for n in read_workbook(_calculated(book, str(result))).notes if "(Jumlah)" in n]
        assert said in note


def test_a_merged_cell_of_a_sum_is_not_refused(lean: bytes) -> None:
    def merge(workbook: Any) -> None:
        sheet = workbook["Anggaran"]
        sheet.merge_cells(start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=2)

    book = edited(_below(lean, "Anggaran", {"1": "JUMLAH", "pagu_murni": 5}), merge)
    assert read_workbook(book).errors == []


@pytest.mark.parametrize(
    ("sheet", "line"),
    [
        ("SaranaPrasarana", {"nama": "Jumlah kendaraan dinas", "jumlah": 4}),
        ("PK", {"sasaran": "Meningkatnya layanan", "indikator": "Jumlah dokumen", "target": 12}),
        (
            "PK",
            {"indikator": "Jumlah dokumen", "target": 12},
        ),  # refused, as what is measured lacks its sasaran
        ("Desa", {"nama": "Sumber"}),
        ("Anggaran", {"pagu_murni": "=1+1"}),
    ],
)
def test_what_may_be_a_row_stays_one(lean: bytes, sheet: str, line: dict[str, Any]) -> None:
    raw = read_workbook(_below(lean, sheet, line))
    before = read_workbook(lean)
    assert (len(raw.sheets[sheet]), raw.notes) == (len(before.sheets[sheet]) + 1, before.notes)
