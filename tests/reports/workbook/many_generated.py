"""The full run behind script/uji-buku-kerja; pytest collects it only when it is named."""

from __future__ import annotations

import os
import time
from collections import Counter

import pytest
from django.apps import apps
from django.db import transaction

from kecamatan.ground.errors import InputError
from kecamatan.models import Kecamatan
from reports.workbook.exchange import buku_ekspor, buku_impor
from tests.random_workbook import buku_acak
from tests.workbook_edits import without_lookups

pytestmark = pytest.mark.django_db

JUMLAH = int(os.environ.get("UJI_BUKU_JUMLAH", "100"))
AWAL = int(os.environ.get("UJI_BUKU_AWAL", "0"))


def fill_database() -> list[object]:
    """Every row of our own tables."""
    return [
        list(model._base_manager.order_by("pk").values_list())
        for ruang in ("kecamatan", "sakip", "reports")
        for model in apps.get_app_config(ruang).get_models()
        if model.__name__ not in ("SubKegiatan", "Kegiatan", "Program", "Peraturan")  # only read
    ]


def test_generated_workbooks(mini: Kecamatan) -> None:
    asli = without_lookups(buku_ekspor(kecamatan=mini, tahun=2023))
    semula = fill_database()
    compute: Counter[str] = Counter()
    cacat: list[str] = []
    lama: list[tuple[float, int]] = []
    mulai = time.perf_counter()
    for nomor, benih in enumerate(range(AWAL, AWAL + JUMLAH), start=1):
        isi = buku_acak(asli, benih)
        awal = time.perf_counter()
        try:
            with transaction.atomic():
                tinjauan = buku_impor(isi=isi, nama="acak.xlsx", apply_changes=True, kabupaten=True)
                assert not tinjauan.galat
                compute[
                    "diterapkan dengan perubahan" if tinjauan.ubahan else "diterapkan tanpa perubahan"
                ] += 1
                transaction.set_rollback(True)
        except InputError as galat:
            pesan = str(galat)
            if not pesan or len(pesan.splitlines()) > 1 or "ditolak basis data" in pesan:
                cacat.append(f"buku kerja {benih}: {pesan!r}")
            compute[f"ditolak ({type(galat).__name__})"] += 1
            if nomor % 20 == 0:
                assert fill_database() == semula, benih
        except Exception as galat:
            cacat.append(f"buku kerja {benih}: {type(galat).__name__} {galat}")
        lama.append((time.perf_counter() - awal, benih))
        if nomor % 250 == 0:
            print(
                f"{nomor}/{JUMLAH} dalam {time.perf_counter() - mulai:.0f} s: {dict(compute)} {cacat}",
                flush=True,
            )
    assert fill_database() == semula
    lama.sort()
    tengah, p99, (paling, benih) = lama[len(lama) // 2][0], lama[len(lama) * 99 // 100][0], lama[-1]
    print(f"\n{JUMLAH} buku kerja, {time.perf_counter() - mulai:.0f} s")
    for nama, banyak in sorted(compute.items()):
        print(f"  {nama}: {banyak}")
    print(f"  waktu impor: median {tengah:.2f} s, p99 {p99:.2f} s, terlama {paling:.2f} s (nomor {benih})")
    assert cacat == []
