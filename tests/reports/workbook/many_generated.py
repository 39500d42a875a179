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
from reports.workbook.exchange import workbook_export, workbook_import
from tests.random_workbook import random_workbook
from tests.workbook_edits import without_lookups

pytestmark = pytest.mark.django_db

JUMLAH = int(os.environ.get("UJI_BUKU_JUMLAH", "100"))
BASE = int(os.environ.get("UJI_BUKU_AWAL", "0"))


def fill_database() -> list[object]:
    """Every row of our own tables."""
    return [
        list(model._base_manager.order_by("pk").values_list())
        for space in ("kecamatan", "sakip", "reports")
        for model in apps.get_app_config(space).get_models()
        if model.__name__ not in ("SubKegiatan", "Kegiatan", "Program", "Peraturan")  # only read
    ]


def test_generated_workbooks(mini: Kecamatan) -> None:
    original = without_lookups(workbook_export(kecamatan=mini, tahun=2023))
    before = fill_database()
    compute: Counter[str] = Counter()
    defect: list[str] = []
    old: list[tuple[float, int]] = []
    start = time.perf_counter()
    for nomor, seed in enumerate(range(BASE, BASE + JUMLAH), start=1):
        content = random_workbook(original, seed)
        first = time.perf_counter()
        try:
            with transaction.atomic():
                preview = workbook_import(
                    content=content, nama="acak.xlsx", apply_changes=True, kabupaten=True
                )
                assert not preview.errors
                compute[
                    "diterapkan dengan perubahan" if preview.changes else "diterapkan tanpa perubahan"
                ] += 1
                transaction.set_rollback(True)
        except InputError as error:
            message = str(error)
            if not message or len(message.splitlines()) > 1 or "ditolak basis data" in message:
                defect.append(f"buku kerja {seed}: {message!r}")
            compute[f"ditolak ({type(error).__name__})"] += 1
            if nomor % 20 == 0:
                assert fill_database() == before, seed
        except Exception as error:
            defect.append(f"buku kerja {seed}: {type(error).__name__} {error}")
        old.append((time.perf_counter() - first, seed))
        if nomor % 250 == 0:
            print(
                f"{nomor}/{JUMLAH} dalam {time.perf_counter() - start:.0f} s: {dict(compute)} {defect}",
                flush=True,
            )
    assert fill_database() == before
    old.sort()
    middle, p99, (most, seed) = old[len(old) // 2][0], old[len(old) * 99 // 100][0], old[-1]
    print(f"\n{JUMLAH} buku kerja, {time.perf_counter() - start:.0f} s")
    for nama, many in sorted(compute.items()):
        print(f"  {nama}: {many}")
    print(f"  waktu impor: median {middle:.2f} s, p99 {p99:.2f} s, terlama {most:.2f} s (nomor {seed})")
    assert defect == []
