"""The command ``baca``: a paper becomes a filled workbook, which a person looks through before it is imported."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from openpyxl import load_workbook

from kecamatan.models import Kecamatan
from reports.workbook.exchange import workbook_import
from sakip.models import Sasaran
from tests.reports.reading.test_read import LKIP

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


def run(file: Path, book: Path) -> str:
    """What it prints."""
    out = StringIO()
    call_command(
        "baca", str(file), "--kecamatan", "ambulu", "--tahun", "2023", "--xlsx", str(book), stdout=out
    )
    return out.getvalue()


def test_a_paper_becomes_a_workbook_and_nothing_is_recorded(ambulu: Kecamatan, tmp_path: Path) -> None:
    paper, book = tmp_path / "lkip.txt", tmp_path / "isian.xlsx"
    paper.write_text(LKIP)
    said = run(paper, book)
    preview = workbook_import(
        content=book.read_bytes(), nama="isian.xlsx", place=(ambulu, 2023), kabupaten=True
    )
    assert preview.errors == []
    assert preview.tally.baru > 0
    rows = [row[0] for row in load_workbook(book)["Asal"].iter_rows(min_row=3, values_only=True)]
    taken, unplaced = rows.count("Dipakai"), rows.count("Tidak cocok")
    left = len(rows) - taken - unplaced
    assert f"{book}: {taken} baris dari " in said
    assert f"; {left} usulan dan {unplaced} baris tabel tidak dipakai (lembar Asal)." in said
    assert (taken > 0, unplaced, Sasaran.objects.for_kecamatan(ambulu).count()) == (True, 1, 0)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "tidak dapat dibaca. Pastikan berkas itu ada"),
        (b" ", "Berkas kosong"),
        (b"\x89PNG\r\n\0\0", "Jenis berkas ini"),
    ],
    ids=("no file", "empty", "a picture"),
)
def test_what_cannot_be_read_is_refused_and_no_workbook_is_written(
    ambulu: Kecamatan, tmp_path: Path, content: bytes | None, said: str
) -> None:
    paper, book = tmp_path / "lkip", tmp_path / "isian.xlsx"
    if content is not None:
        paper.write_bytes(content)
    with pytest.raises(CommandError, match=said):
        run(paper, book)
    assert not book.exists()
