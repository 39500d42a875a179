"""Steps of bench/killed.py that need Django: photos that wait to be made, and what became of them."""

from __future__ import annotations

import io
import json
import random
import sys
from typing import Any

import django

TAHUN = 2024
PER_KECAMATAN = 50


def enqueue(jobs: int, begin: int = 0) -> dict[str, Any]:
    """Upload so many photos, each another (``begin`` photos are there already), by operators of several kecamatan."""
    from django.core.files.base import ContentFile
    from PIL import Image

    from kecamatan.models import Kabupaten, Keanggotaan, Kecamatan, Pengguna
    from reports.photos.incoming import foto_receive

    kabupaten = Kabupaten.objects.get()
    for number, first in enumerate(range(begin, begin + jobs, PER_KECAMATAN), -(-begin // PER_KECAMATAN) + 1):
        here = Kecamatan.objects.create(
            kabupaten=kabupaten, kode=f"35.09.{60 + number}", nama=f"Uji {number}", slug=f"uji-{number}"
        )
        person = Pengguna.objects.create(username=f"pengunggah{number}", nama=f"Pengunggah {number}")
        Keanggotaan.objects.create(pengguna=person, kecamatan=here, peran=Keanggotaan.Peran.OPERATOR)
        for n in range(first, min(first + PER_KECAMATAN, begin + jobs)):
            target = io.BytesIO()
            squares = Image.frombytes("L", (8, 6), random.Random(n).randbytes(48))  # noqa: S311
            squares.resize((1600, 1200)).save(target, "JPEG")
            foto_receive(
                kecamatan=here,
                tahun=TAHUN,
                files=[ContentFile(target.getvalue(), name=f"{n}.jpg")],
                keterangan=f"Foto {n}",
                location=(None, None, None),
                by=person,
            )
    return {"pekerjaan": jobs}


def outcome() -> dict[str, Any]:
    """What there is in the end."""
    from django.db.models import Count
    from django_tasks_db.models import DBTaskResult

    from kecamatan.models import Jejak
    from reports.models import Dokumentasi, FotoMasuk

    made = Dokumentasi.objects.order_by()
    tasks = dict(DBTaskResult.objects.order_by().values_list("status").annotate(Count("pk")))
    return {
        "foto": made.count(),
        "foto berbeda": made.values("sha256").distinct().count(),
        "baris jejak": Jejak.objects.filter(objek_jenis=Dokumentasi._meta.label_lower).count(),
        "masih menunggu atau gagal": [str(row.pesan or row.status) for row in FotoMasuk.objects.all()],
        "tugas": tasks,
        "dimulai lebih dari sekali": sum(
            len(workers) > 1 for workers in DBTaskResult.objects.values_list("worker_ids", flat=True)
        ),
    }


if __name__ == "__main__":
    django.setup()
    step, *numbers = sys.argv[1:]
    print(json.dumps(enqueue(*map(int, numbers)) if step == "antrekan" else outcome()))
