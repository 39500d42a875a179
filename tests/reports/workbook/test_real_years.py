"""Workbooks of the real years: brought back they change nothing, and fill an empty installation with the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker

from kecamatan.models import Jejak, Kecamatan
from reports.workbook.exchange import Preview, buku_ekspor, buku_impor
from tests.loaded_files import TAHUN_CONTOH
from tests.workbook_edits import baris_dengan, diubah, write

pytestmark = pytest.mark.django_db

OLD = Path(__file__).parents[2] / "old_workbooks"


def impor(isi: bytes) -> Preview:
    return buku_impor(isi=isi, nama="uji.xlsx", apply_changes=True, kabupaten=True)


@pytest.fixture(scope="module")
def books(contoh_modul: None, django_db_blocker: DjangoDbBlocker) -> dict[str, bytes]:
    """The workbook of each real year, by its kecamatan."""
    with django_db_blocker.unblock():
        return {
            kode: buku_ekspor(kecamatan=Kecamatan.objects.get(kode=kode), tahun=tahun)
            for kode, tahun in TAHUN_CONTOH
        }


def test_importing_an_export_changes_nothing_and_leaves_no_trace(
    contoh: None, books: dict[str, bytes]
) -> None:
    jejak = Jejak.objects.count()
    for isi in books.values():
        tinjauan = impor(isi)
        assert (tinjauan.hitungan.perubahan, tinjauan.ubahan, tinjauan.catatan) == (0, [], [])
    assert Jejak.objects.count() == jejak


def test_applying_one_changed_cell_asks_at_most_a_hundred_times(
    contoh: None, books: dict[str, bytes]
) -> None:
    isi = books["35.09.01"]
    ikm = baris_dengan(isi, "Realisasi", **{"Kunci indikator": "ikm", "Tahun": 2023, "Triwulan": "Setahun"})
    changed = diubah(
        isi, write("Realisasi", ikm, "Realisasi", 82), write("Realisasi", ikm, "Seperti tercetak", "82")
    )
    with CaptureQueriesContext(connection) as asked:
        tinjauan = impor(changed)
    assert [(u.lembar, u.baris) for u in tinjauan.ubahan] == [("Realisasi", ikm)]
    assert len(asked) <= 100, "\n".join(q["sql"][:120] for q in asked)


@pytest.mark.satu_mesin  # what differs is how it is read
def test_workbooks_of_the_version_before_change_nothing(contoh: None) -> None:
    """Handed out before version 1.2.0 for the four contoh; their fingerprint is of the spelling of then."""
    for kode, _ in TAHUN_CONTOH:
        tinjauan = impor((OLD / f"{kode}.xlsx").read_bytes())
        assert (tinjauan.hitungan.perubahan, tinjauan.ubahan) == (0, [])
        assert not any("berbeda dengan keadaan" in satu for satu in tinjauan.catatan)
        known = any("diunduh dari versi aplikasi sebelumnya" in satu for satu in tinjauan.catatan)
        assert known == (kode != "35.09.25")  # the report of Jelbuk reads the same in both
