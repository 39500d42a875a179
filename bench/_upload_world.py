"""Steps of bench/upload.py that need Django: an office with a colleague at work, a workbook of rubbish, and the worker
that looks at it."""

from __future__ import annotations

import io
import json
import os
import random
import sys
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import django

KODE, TAHUN = "35.09.01", 2023


def prepare(folder: Path, rows: int, sessions: int) -> dict[str, Any]:
    """The contoh, a session for each page of a colleague in another kecamatan, and the rubbish in a file."""
    from django.contrib.sessions.models import Session
    from django.core.management import call_command
    from django.db.models import F
    from django.test import Client

    from kecamatan.models import Keanggotaan, Kecamatan, Pengguna
    from reports.workbook.exchange import workbook_export

    with open(os.devnull, "w", encoding="utf-8") as quiet:
        for command in ("siapkan", "muat_contoh"):
            call_command(command, stdout=quiet)
    here, there = Kecamatan.objects.get(kode=KODE), Kecamatan.objects.get(slug="balung")
    for name, kecamatan in (("pengunggah", here), ("rekan", there)):
        person = Pengguna.objects.create(username=name, nama=name)
        Keanggotaan.objects.create(pengguna=person, kecamatan=kecamatan, peran=Keanggotaan.Peran.OPERATOR)
    colleague, keys = Pengguna.objects.get(username="rekan"), []
    for _ in range(sessions):
        client = Client()
        client.force_login(colleague, backend="kecamatan.accounts.authentication.BackendSandi")
        keys.append(str(client.cookies["sessionid"].value))
    # Each was last used two minutes ago: its page has to move it on.
    Session.objects.update(expire_date=F("expire_date") - timedelta(minutes=2))
    content = _rubbish(workbook_export(kecamatan=here, tahun=TAHUN), rows)
    (folder / "rongsokan.xlsx").write_bytes(content)
    return {"sesi": keys, "bita": len(content)}


def _rubbish(original: bytes, rows: int) -> bytes:
    """The workbook with keys that mean nothing, and whatever refers to a key filled with others."""
    from openpyxl import load_workbook

    from sakip.workbook.sheets.record_sheet import all_sheets

    rng = random.Random(8)  # noqa: S311
    workbook = load_workbook(io.BytesIO(original))
    for sheet in all_sheets():
        if sheet.upright:
            continue
        page = workbook[sheet.nama]
        places = {str(cell.value): cell.column for cell in page[1] if cell.value}
        columns = [
            places[column.title]
            for column in sheet.readable
            if column.title in places and (column.reference or column.key == sheet.key)
        ]
        for row in range(page.max_row + 1, rows + 1):
            for column in columns:
                page.cell(row, column).value = f"{rng.getrandbits(96):x}"
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def work(folder: Path) -> dict[str, Any]:
    """Receive the rubbish and look at it, as view and worker do."""
    from kecamatan.models import Kecamatan, Pengguna
    from reports.workbook.uploads import import_process, import_receive

    content = (folder / "rongsokan.xlsx").read_bytes()
    start = time.perf_counter()
    upload = import_receive(
        kecamatan=Kecamatan.objects.get(kode=KODE),
        tahun=TAHUN,
        nama="rongsokan.xlsx",
        content=content,
        by=Pengguna.objects.get(username="pengunggah"),
    )
    import_process(impor_pk=upload.pk)
    seconds = time.perf_counter() - start
    upload.refresh_from_db()
    return {
        "detik": seconds,
        "status": upload.status,
        "pesan": upload.pesan,
        "galat": len((upload.hasil or {}).get("galat", [])),
    }


if __name__ == "__main__":
    django.setup()
    step, place, *numbers = sys.argv[1:]
    if step == "siapkan":
        print(json.dumps(prepare(Path(place), *map(int, numbers))))
    else:
        print(json.dumps(work(Path(place))))
