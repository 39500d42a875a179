"""How long the import of a workbook with one changed cell takes, and how often it asks the database.

    script/bench workbook                    SQLite and PostgreSQL, about a minute; writes bench/RESULTS-WORKBOOK.md
    script/bench workbook --ronde 5 --tanpa-postgres

The workbook is the export of Jombang 2023, the largest of the contoh, with another realisasi of one indikator in every
round; it is applied for good. The peer is openpyxl alone: it opens the same file and takes the value of every cell,
which any program does before it knows what changed. Both take turns in shuffled order in one process, so that
whatever else the machine does falls on both; the ratio is the median of the rounds' own ratios.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import platform
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

from bench.entry import postgres

ROOT = Path(__file__).resolve().parent.parent
HASIL = ROOT / "bench" / "RESULTS-WORKBOOK.md"
KODE, TAHUN = "35.09.01", 2023

#: What is to be reached: seconds (median), and questions to the database.
BATAS_DETIK, BATAS_TANYA = 0.5, 100


def main() -> None:
    args = _argumen()
    if args.satu:
        print(json.dumps(_measure(args.ronde)))
        return
    hasil = {"SQLite (WAL)": _run(args.ronde, "")}
    if not args.tanpa_postgres:
        with postgres() as alamat:
            hasil["PostgreSQL"] = _run(args.ronde, alamat)
    laporan = _laporan(hasil, args.ronde)
    print(laporan)
    HASIL.write_text(laporan, encoding="utf-8")


def _argumen() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="script/bench workbook", description="Ukur impor buku kerja dengan satu sel yang berubah."
    )
    parser.add_argument("--ronde", type=int, default=15, help="ronde (bawaan: 15)")
    parser.add_argument("--tanpa-postgres", action="store_true", help="hanya SQLite")
    parser.add_argument("--satu", action="store_true", help=argparse.SUPPRESS)  # a step of its own process
    return parser.parse_args()


def _run(ronde: int, alamat: str) -> dict[str, Any]:
    """The figures of one engine, from a process that has its settings."""
    with tempfile.TemporaryDirectory(prefix="sakip-bench-") as sementara:
        lingkungan = os.environ | {
            "SAKIP_DATA_DIR": sementara,
            "DATABASE_URL": alamat,
            "PYTHONPATH": str(ROOT),
        }
        lingkungan |= {"DJANGO_SETTINGS_MODULE": "sakip.settings"}
        if not alamat:
            del lingkungan["DATABASE_URL"]
        hasil = subprocess.run(
            [sys.executable, "-m", "bench.workbook", "--satu", "--ronde", str(ronde)],
            env=lingkungan,
            cwd=ROOT,
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
    angka: dict[str, Any] = json.loads(hasil.stdout.splitlines()[-1])
    return angka


# -- in the process of one engine --------------------------------------------------------------------


def _measure(ronde: int) -> dict[str, Any]:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from kecamatan.models import Kecamatan
    from reports.workbook.exchange import buku_ekspor, buku_impor

    with open(os.devnull, "w", encoding="utf-8") as sunyi:
        for perintah in ("siapkan", "muat_contoh"):
            call_command(perintah, stdout=sunyi)
    asli = buku_ekspor(kecamatan=Kecamatan.objects.get(kode=KODE), tahun=TAHUN)
    hasil: dict[str, Any] = {"impor": [], "openpyxl": [], "cpu": [], "tanya": 0, "sel": 0, "bita": len(asli)}
    for n in range(-1, ronde):  # the first warms up both
        isi = _changed(asli, 60 + n)

        def ours(isi: bytes = isi) -> None:
            with CaptureQueriesContext(connection) as asked:
                tinjauan = buku_impor(isi=isi, nama="jombang.xlsx", apply_changes=True, kabupaten=True)
            assert len(tinjauan.ubahan) == 1  # noqa: S101  # else it is something else that is measured
            tanya = [q for q in asked if q["sql"] not in ("BEGIN", "COMMIT")]
            hasil["tanya"] = max(hasil["tanya"], len(tanya))

        def peer(isi: bytes = isi) -> None:
            hasil["sel"] = _read(isi)

        giliran = [("impor", ours), ("openpyxl", peer)]
        random.Random(n).shuffle(giliran)  # noqa: S311
        for nama, langkah in giliran:
            mulai, cpu = time.perf_counter(), time.process_time()
            langkah()
            if n >= 0:
                hasil[nama].append(time.perf_counter() - mulai)
            if n >= 0 and nama == "impor":
                hasil["cpu"].append(time.process_time() - cpu)
    return hasil


def _changed(asli: bytes, nilai: int) -> bytes:
    """The workbook after somebody typed another realisasi of the IKM."""
    from openpyxl import load_workbook

    buku = load_workbook(io.BytesIO(asli))
    lembar = buku["Realisasi"]
    kolom = {sel.value: sel.column for sel in lembar[1]}
    baris = next(
        n
        for n in range(3, lembar.max_row + 1)
        if [lembar.cell(n, kolom[j]).value for j in ("Kunci indikator", "Tahun", "Triwulan")]
        == ["ikm", TAHUN, "Setahun"]
    )
    lembar.cell(baris, kolom["Realisasi"]).value = nilai
    lembar.cell(baris, kolom["Seperti tercetak"]).value = None
    keluaran = io.BytesIO()
    buku.save(keluaran)
    return keluaran.getvalue()


def _read(isi: bytes) -> int:
    """The peer: how many cells hold something."""
    from openpyxl import load_workbook

    buku = load_workbook(io.BytesIO(isi), data_only=True)
    return sum(
        nilai is not None
        for lembar in buku.worksheets
        for baris in lembar.iter_rows(values_only=True)
        for nilai in baris
    )


# -- words -------------------------------------------------------------------------------------------


def _laporan(semua: dict[str, dict[str, Any]], ronde: int) -> str:
    satu = next(iter(semua.values()))
    baris = [
        "# Hasil tolok ukur impor buku kerja",
        "",
        "Dibuat oleh `script/bench workbook`; cara dan artinya dijelaskan dalam README.md di folder ini.",
        "",
        f"Mesin: {os.cpu_count()} inti, Python {platform.python_version()}. {ronde} ronde; detik (median); rasio ="
        f" median rasio tiap ronde. Buku kerja Jombang 2023: {_bulat(satu['sel'])} sel terisi,"
        f" {_bulat(satu['bita'])} bita.",
        "",
        "| basis data | impor satu sel | paling lama | di antaranya CPU | openpyxl membaca saja | rasio | pertanyaan |",
        "|---|---|---|---|---|---|---|",
    ]
    for nama, hasil in semua.items():
        kami, lawan = hasil["impor"], hasil["openpyxl"]
        rasio = median(a / b for a, b in zip(kami, lawan, strict=True))
        baris.append(
            f"| {nama} | {_d(median(kami))} | {_d(max(kami))} | {_d(median(hasil['cpu']))} |"
            f" {_d(median(lawan))} | **{_d(rasio)}** |"
            f" {hasil['tanya']} |"
        )
    detik = max(median(hasil["impor"]) for hasil in semua.values())
    tanya = max(hasil["tanya"] for hasil in semua.values())
    return "\n".join(
        [
            *baris,
            "",
            f"- Impor satu sel {_d(detik)} detik; batas {_d(BATAS_DETIK)}: {_kata(detik <= BATAS_DETIK)}.",
            f"- {tanya} pertanyaan ke basis data; batas {BATAS_TANYA}: {_kata(tanya <= BATAS_TANYA)}.",
            "",
        ]
    )


def _kata(tercapai: bool) -> str:
    return "tercapai" if tercapai else "BELUM tercapai"


def _d(angka: float) -> str:
    return f"{angka:.2f}".replace(".", ",")


def _bulat(angka: int) -> str:
    return f"{angka:,}".replace(",", ".")


if __name__ == "__main__":
    main()
