"""Workbooks of the real years fill an empty installation with the same records."""

from __future__ import annotations

import pytest
from django.db import transaction

from kecamatan.models import Kecamatan
from reports.workbook.exchange import buku_ekspor, buku_impor
from reports.workbook.import_run import Preview
from sakip.models import Renstra
from tests.kept_rows import kept_contoh
from tests.loaded_files import TAHUN_CONTOH, load_referensi
from tests.workbook_edits import state

pytestmark = pytest.mark.django_db


def import_book(content: bytes) -> Preview:
    return buku_impor(content=content, nama="uji.xlsx", apply_changes=True, kabupaten=True)


@pytest.mark.one_engine
def test_an_export_fills_an_empty_installation_with_the_same_records() -> None:
    workbooks: dict[tuple[str, int], bytes] = {}
    original = {}
    with transaction.atomic():
        kept_contoh()
        for kode, tahun in TAHUN_CONTOH:
            workbooks[kode, tahun] = buku_ekspor(kecamatan=Kecamatan.objects.get(kode=kode), tahun=tahun)
            original[kode, tahun] = state(kode, tahun)
        transaction.set_rollback(True)
    assert not Renstra.objects.exists()
    load_referensi()
    for place, content in workbooks.items():
        assert import_book(content).tally.baru > 20, place
    assert {place: state(*place) for place in TAHUN_CONTOH} == original
