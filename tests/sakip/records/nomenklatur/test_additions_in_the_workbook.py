"""What a kabupaten adds to the nomenklatur, in the workbook: listed and taken, at the same codes."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from kecamatan.models import Kecamatan
from reports.workbook.exchange import workbook_export
from sakip.models import Anggaran, Program
from tests.factory import make, make_kabupaten
from tests.sakip.records.nomenklatur.added import MARK, added
from tests.workbook_edits import Change, edited, import_book

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


def listed(content: bytes) -> dict[str, str]:
    sheet = load_workbook(BytesIO(content), read_only=True)["Nomenklatur"]
    return {row[0]: row[2] for row in sheet.iter_rows(min_row=3, values_only=True)}


def below(sheet: str, *cells: object) -> Change:
    return lambda book: book[sheet].append(list(cells))


def exported(kecamatan: Kecamatan) -> bytes:
    return workbook_export(kecamatan=kecamatan, tahun=2023)


def test_the_workbook_lists_and_takes_it(mini: Kecamatan) -> None:
    added(mini.kabupaten)
    book = exported(mini)
    assert listed(book)["8.01.02.2.01.03"] == f"Pembinaan{MARK}"
    assert import_book(book).changes == []
    seen = import_book(edited(book, below("Anggaran", "8.01.02.2.01.03")))
    assert (seen.errors, len(seen.changes)) == ([], 1)
    stored = Anggaran.objects.get(program__kode="8.01.02")
    assert stored.sub_kegiatan is not None
    assert stored.sub_kegiatan.kabupaten == mini.kabupaten
    assert import_book(exported(mini)).changes == []


def test_the_workbook_of_another_kabupaten_knows_nothing_of_it(mini: Kecamatan) -> None:
    added(make_kabupaten(kode="36.03", nama="Tangerang", provinsi="Banten"))
    book = exported(mini)
    assert "8.01.02" not in listed(book)
    (problem,) = import_book(edited(book, below("Anggaran", "8.01.02")), apply_changes=False).errors
    assert '"8.01.02" tidak ada dalam nomenklatur 2021.' in str(problem)


def test_once_it_is_installed_the_installed_row_wins_and_nothing_recorded_moves(mini: Kecamatan) -> None:
    own = added(mini.kabupaten)
    row = make(Anggaran, kecamatan=mini, tahun=2023, **own, pagu_murni=Decimal(1000))
    before = exported(mini)
    there = make(Program, versi=own["program"].versi, kode="8.01.02", nama="Ideologi dan Kebangsaan")
    assert import_book(before).changes == []
    after = exported(mini)
    assert import_book(after).changes == []
    row.refresh_from_db()
    assert row.program == own["program"]
    # What is new takes the installed one.
    assert listed(after)["8.01.02"] == "Ideologi dan Kebangsaan"
    import_book(edited(after, below("Anggaran", "8.01.02")))
    assert Anggaran.objects.get(program=there).kegiatan is None
