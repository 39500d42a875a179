"""Steps of bench/growth.py that need Django: the contoh with somebody who looks at it, and jobs with nothing to do."""

from __future__ import annotations

import json
import os
import sys
from typing import Any

import django

YEAR = "/kecamatan/jombang/2023/"
#: What is opened most, the document (which costs ten times as much) less often than the rest.
PAGES = [
    *("/", YEAR, f"{YEAR}realisasi/isi/", f"{YEAR}anggaran/", f"{YEAR}pk/", f"{YEAR}profil/") * 3,
    *("/sehat/", f"{YEAR}dokumen/lkip/"),
]


def prepare() -> dict[str, Any]:
    """The contoh, and the session of an operator of Jombang."""
    from django.core.management import call_command
    from django.test import Client

    from bench._entry_world import _session
    from kecamatan.models import Keanggotaan, Kecamatan, Pengguna

    with open(os.devnull, "w", encoding="utf-8") as quiet:
        for command in ("siapkan", "muat_contoh"):
            call_command(command, stdout=quiet)
    person = Pengguna.objects.create(username="pengamat.memori", nama="Operator")
    Keanggotaan.objects.create(
        pengguna=person, kecamatan=Kecamatan.objects.get(slug="jombang"), peran=Keanggotaan.Peran.OPERATOR
    )
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(person, backend="kecamatan.accounts.authentication.BackendSandi")
    if closed := [page for page in dict.fromkeys(PAGES) if client.get(page).status_code != 200]:
        raise SystemExit(f"Tidak terbuka: {', '.join(closed)}")
    return {"sesi": _session(person), "halaman": PAGES}


def enqueue(count: int) -> dict[str, Any]:
    """Jobs whose row is gone: each is taken, begun in a child, and finds nothing to do."""
    from reports.publish.requests import buat_berkas

    for number in range(count):
        buat_berkas.enqueue(berkas_pk=10**9 + number)
    return {"pekerjaan": count}


if __name__ == "__main__":
    django.setup()
    step, *numbers = sys.argv[1:]
    print(json.dumps(enqueue(*map(int, numbers)) if step == "antrekan" else prepare()))
