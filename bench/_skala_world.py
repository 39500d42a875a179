"""Step of bench/skala.py that needs Django: ask the pages of one simulated database, each when it is told to.

It says first which there are, then of each request how long it took, how much was computed, here and by the process of
the database that answers us (where that is on this machine; else 0), how many statements, and how large the answer is.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django


def pages() -> tuple[int, dict[str, Callable[[], Any]]]:
    """How many kecamatan there are, and what may be asked for."""
    from django.conf import settings
    from django.test import Client
    from django.urls import reverse

    from kecamatan.models import Keanggotaan, Kecamatan, Pengguna
    from reports.models import Laporan, SalinanPublik
    from reports.monitoring.kept import hitung_pantauan
    from sakip.models import Indikator, Realisasi
    from sakip.selectors import recorded_years_of_kabupaten

    settings.ALLOWED_HOSTS = ["testserver"]
    # Of whose latest year the report is still written.
    operators = Keanggotaan.objects.filter(pengguna__username__startswith="simulasi.operator.")
    drafted = Laporan.objects.filter(kecamatan__in=operators.values("kecamatan"), status="draf")
    laporan = drafted.filter(kecamatan__renstra__isnull=False).order_by("kecamatan").last()
    if laporan is None:
        raise SystemExit("Basis data tidak berisi simulasi. Jalankan manage.py buat_simulasi.")
    kecamatan = laporan.kecamatan
    measured = Realisasi.objects.for_kecamatan(kecamatan).filter(
        tahun=laporan.tahun, triwulan=1, angka__gt=10
    )
    value = measured.order_by("indikator")[0]
    public = SalinanPublik.objects.filter(kecamatan__kabupaten__pengaturan_dokumen__publik=True)
    signed = public.order_by("kecamatan").last()
    if signed is None:
        raise SystemExit(
            "Basis data tidak berisi laporan yang ditandatangani. Isi ulang dengan buat_simulasi."
        )
    shown = (signed.kecamatan.kode, signed.tahun)
    indikator: Indikator = value.indikator
    place = (kecamatan.slug, value.tahun)

    def signed_in(peran: str, kode: str) -> Client:
        client = Client()
        client.force_login(Pengguna.objects.get(username=f"simulasi.{peran}.{kode}"))
        return client

    operator = signed_in("operator", kecamatan.kode)
    office = signed_in("organisasi", kecamatan.kabupaten.kode)
    admin = signed_in("admin", "semua")
    nation = signed_in("pusat", "semua")
    above = Pengguna.objects.get(username__startswith="simulasi.provinsi.")
    provinsi = signed_in("provinsi", above.username.rpartition(".")[2])
    overview = reverse("rekapitulasi")
    cell = reverse("realisasi-sel", args=place)
    entry = {"indikator": indikator.pk, "triwulan": 1, "teks": "11", "sidik": ""}
    entry["sidik"] = operator.post(cell, entry).json()["sidik"]

    def save() -> Any:
        entry["teks"] = "12" if entry["teks"] == "11" else "11"
        answer = operator.post(cell, entry)
        entry["sidik"] = answer.json()["sidik"]
        return answer

    def page(client: Client, address: str) -> Callable[[], Any]:
        return lambda: client.get(address)

    # What the worker works out in the background, here before anything is measured.
    kabupaten = kecamatan.kabupaten
    for year in recorded_years_of_kabupaten(kabupaten):
        hitung_pantauan.call(kabupaten_pk=kabupaten.pk, tahun=year)
    home, compared = reverse("beranda"), f"?tahun={value.tahun}"
    return Kecamatan.objects.count(), {
        "beranda Bagian Organisasi": page(office, home),
        "beranda operator": page(operator, home),
        "beranda admin semua wilayah": page(admin, home),
        "cari kecamatan (admin)": page(admin, f"{home}?kecamatan=puger"),
        "cari nomenklatur": page(
            operator, reverse("nomenklatur", args=place) + "?q=pelayanan&untuk=baris-rkt"
        ),
        "matriks dokumen": page(office, reverse("pemantauan") + compared),
        "peta panas capaian": page(office, reverse("pemantauan-capaian") + compared),
        "peringkat dan serapan": page(office, reverse("pemantauan-peringkat") + compared),
        "tren": page(office, reverse("pemantauan-tren") + compared),
        "capaian satu kecamatan": page(operator, reverse("pemantauan-capaian-kecamatan", args=place)),
        "rekapitulasi nasional": page(nation, home),
        "rekapitulasi nasional per kabupaten": page(
            nation, f"{overview}?tingkat=kabupaten&urut=-kelengkapan"
        ),
        "rekapitulasi satu provinsi": page(provinsi, home),
        "ringkasan tahun": page(operator, reverse("tahun", args=place)),
        "membuka grid realisasi": page(operator, reverse("realisasi-isi", args=place)),
        "menyimpan sel": save,
        "riwayat tahun": page(operator, reverse("riwayat-tahun", args=place)),
        "daftar pengguna (Bagian Organisasi)": page(office, reverse("pengguna")),
        "daftar pengguna (admin)": page(admin, reverse("pengguna")),
        "pekerjaan (admin)": page(admin, reverse("pekerjaan")),
        "cari dokumen umum": page(
            Client(), reverse("publik-kabupaten", args=[signed.kecamatan.kabupaten.kode]) + "?q=kepuasan"
        ),
        "dokumen umum setahun": page(Client(), reverse("publik-tahun", args=shown)),
        "data umum": page(Client(), reverse("publik-data", args=(*shown, "capaian", "csv"))),
    }


def asked(ask: Callable[[], Any]) -> dict[str, Any]:
    """One request, measured."""
    from django.db import connection

    statements: list[str] = []

    def counted(run: Any, sql: str, *others: Any) -> Any:
        statements.append(sql)
        return run(sql, *others)

    database, own, start = _computed(connection), time.process_time(), time.perf_counter()
    with connection.execute_wrapper(counted):
        answer = ask()
    took, own = time.perf_counter() - start, time.process_time() - own
    if answer.status_code != 200:
        raise SystemExit(f"{answer.request['PATH_INFO']}: {answer.status_code}")
    return {
        "ms": took * 1000,
        "own": own * 1000,
        "database": (_computed(connection) - database) * 1000,
        "queries": len(statements),
        "bytes": len(answer.content),
    }


def _computed(connection: Any) -> float:
    """Seconds that the process of the database computed so far for us, by hundredths."""
    try:
        words = (
            Path(f"/proc/{connection.connection.info.backend_pid}/stat")
            .read_text()
            .rpartition(")")[2]
            .split()
        )
    except (OSError, AttributeError):
        return 0
    return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    django.setup()
    count, there = pages()
    print(json.dumps({"kecamatan": count, "pages": list(there)}), flush=True)
    for line in sys.stdin:
        print(json.dumps(asked(there[line.strip()])), flush=True)
