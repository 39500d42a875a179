"""Workbooks of the real years fill an empty installation with the same records."""

from __future__ import annotations

import pytest
from django.db import transaction

from kecamatan.models import Kecamatan
from reports.workbook.exchange import Preview, buku_ekspor, buku_impor
from sakip.models import Renstra
from tests.loaded_files import TAHUN_CONTOH, load_referensi, load_semua
from tests.workbook_edits import keadaan

pytestmark = pytest.mark.django_db


def impor(isi: bytes) -> Preview:
    return buku_impor(isi=isi, nama="uji.xlsx", apply_changes=True, kabupaten=True)


def test_an_export_fills_an_empty_installation_with_the_same_records() -> None:
    buku: dict[tuple[str, int], bytes] = {}
    semula = {}
    with transaction.atomic():
        load_semua()
        for kode, tahun in TAHUN_CONTOH:
            buku[kode, tahun] = buku_ekspor(kecamatan=Kecamatan.objects.get(kode=kode), tahun=tahun)
            semula[kode, tahun] = keadaan(kode, tahun)
        transaction.set_rollback(True)
    assert not Renstra.objects.exists()
    load_referensi()
    for tempat, isi in buku.items():
        assert impor(isi).hitungan.baru > 20, tempat
    assert {tempat: keadaan(*tempat) for tempat in TAHUN_CONTOH} == semula
