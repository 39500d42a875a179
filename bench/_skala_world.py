"""Step of bench/skala.py that needs Django: ask the pages of one simulated database; how long, how many statements."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from statistics import median, quantiles
from typing import Any

import django


def measure(rounds: int) -> dict[str, Any]:
    """By page: milliseconds at p50 and p95, statements, and bytes of the answer; each page is warmed twice."""
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.urls import reverse

    from kecamatan.models import Kecamatan, Pengguna
    from reports.monitoring.kept import hitung_pantauan
    from sakip.models import Indikator, Realisasi
    from sakip.selectors import recorded_years_of_kabupaten

    settings.ALLOWED_HOSTS = ["testserver"]
    kecamatan = Kecamatan.objects.filter(renstra__tahun_awal=2021).order_by("pk").last()
    if kecamatan is None:
        raise SystemExit("Basis data tidak berisi simulasi. Jalankan manage.py buat_simulasi.")
    measured = Realisasi.objects.for_kecamatan(kecamatan).filter(triwulan=1, angka__gt=10)
    value = measured.order_by("-tahun", "indikator")[0]
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
    asked = {
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
    }
    results = {}
    for name, ask in asked.items():
        for _ in range(2):
            answer = ask()
        statements: list[str] = []

        def counted(run: Any, sql: str, *others: Any, kept: list[str] = statements) -> Any:
            kept.append(sql)
            return run(sql, *others)

        with connection.execute_wrapper(counted):
            answer = ask()
        if answer.status_code != 200:
            raise SystemExit(f"{name}: {answer.status_code}")
        times = []
        for _ in range(rounds):
            start = time.perf_counter()
            ask()
            times.append((time.perf_counter() - start) * 1000)
        print(f"{name}: {median(times):.0f} md", file=sys.stderr)
        results[name] = {
            "p50": median(times),
            "p95": quantiles(times, n=20)[-1],
            "queries": len(statements),
            "bytes": len(answer.content),
        }
    return {"kecamatan": Kecamatan.objects.count(), "pages": results}


if __name__ == "__main__":
    django.setup()
    print(json.dumps(measure(int(sys.argv[1]))))
