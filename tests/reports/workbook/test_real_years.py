"""Workbooks of the real years: brought back they change nothing, and fill an empty installation with the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from kecamatan.models import Jejak, Kecamatan
from reports.workbook.exchange import Tinjauan, buku_ekspor, buku_impor
from sakip.models import Renstra
from tests.buku_kerja import baris_dengan, diubah, keadaan, write
from tests.muatan import load_referensi, load_semua

pytestmark = pytest.mark.django_db

OLD = Path(__file__).parents[2] / "old_workbooks"

TAHUN_CONTOH = (("35.09.01", 2023), ("35.09.05", 2021), ("35.09.10", 2020), ("35.09.25", 2024))


def impor(isi: bytes) -> Tinjauan:
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


def test_importing_an_export_changes_nothing_and_leaves_no_trace() -> None:
    load_semua()
    jejak = Jejak.objects.count()
    for kode, tahun in TAHUN_CONTOH:
        isi = buku_ekspor(kecamatan=Kecamatan.objects.get(kode=kode), tahun=tahun)
        tinjauan = impor(isi)
        assert (tinjauan.hitungan.perubahan, tinjauan.ubahan, tinjauan.catatan) == (0, [], [])
    assert Jejak.objects.count() == jejak


def test_applying_one_changed_cell_asks_at_most_a_hundred_times() -> None:
    load_semua()
    isi = buku_ekspor(kecamatan=Kecamatan.objects.get(kode="35.09.01"), tahun=2023)
    ikm = baris_dengan(isi, "Realisasi", **{"Kunci indikator": "ikm", "Tahun": 2023, "Triwulan": "Setahun"})
    changed = diubah(
        isi, write("Realisasi", ikm, "Realisasi", 82), write("Realisasi", ikm, "Seperti tercetak", "82")
    )
    with CaptureQueriesContext(connection) as asked:
        tinjauan = impor(changed)
    assert [(u.lembar, u.baris) for u in tinjauan.ubahan] == [("Realisasi", ikm)]
    assert len(asked) <= 100, "\n".join(q["sql"][:120] for q in asked)


def test_workbooks_of_the_version_before_change_nothing() -> None:
    """Handed out before version 1.2.0 for the four contoh; their fingerprint is of the spelling of then."""
    load_semua()
    for kode, _ in TAHUN_CONTOH:
        tinjauan = impor((OLD / f"{kode}.xlsx").read_bytes())
        assert (tinjauan.hitungan.perubahan, tinjauan.ubahan) == (0, [])
        assert not any("berbeda dengan keadaan" in satu for satu in tinjauan.catatan)
        known = any("diunduh dari versi aplikasi sebelumnya" in satu for satu in tinjauan.catatan)
        assert known == (kode != "35.09.25")  # the report of Jelbuk reads the same in both
