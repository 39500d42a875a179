"""Workbooks of the real years fill an empty installation with the same records."""

from __future__ import annotations

import pytest
from django.db import transaction

from reports.workbook.exchange import workbook_import
from reports.workbook.import_run import Preview
from sakip.models import Renstra
from tests.kept_rows import kept_contoh, kept_contoh_workbooks, kept_referensi
from tests.loaded_files import TAHUN_CONTOH
from tests.workbook_edits import state

#: In one process with test_real_years, which imports the same workbooks where their records are.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine, pytest.mark.xdist_group("real-workbooks")]


def import_book(content: bytes) -> Preview:
    return workbook_import(content=content, nama="uji.xlsx", apply_changes=True, kabupaten=True)


def test_an_export_fills_an_empty_installation_with_the_same_records() -> None:
    with transaction.atomic():
        kept_contoh()
        workbooks = kept_contoh_workbooks()
        original = {place: state(*place) for place in TAHUN_CONTOH}
        transaction.set_rollback(True)
    assert not Renstra.objects.exists()
    kept_referensi()
    for place, content in workbooks.items():
        assert import_book(content).tally.baru > 20, place
    assert {place: state(*place) for place in TAHUN_CONTOH} == original
