"""How long saving a cell and opening the grid take while 20 people save at once, and whether a save is ever lost.

    script/bench entry               SQLite and PostgreSQL, some minutes; writes bench/RESULTS-ENTRY.md
    script/bench entry --simpan 4    fewer saves per person

The real server (gunicorn with two workers, as in docs/operasi), real sessions, real HTTP. The peer is Django's own
admin over the same table in the same server and run: its change form against our cell, its editable list against our
grid. Every acknowledged save is looked up afterwards.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parent.parent
HASIL = ROOT / "bench" / "RESULTS-ENTRY.md"
TAHUN = 2026
INDIKATOR = 60
ORANG = 20
TRIWULAN = 4
GRID = f"/kecamatan/balung/{TAHUN}/realisasi/isi/"
SEL = f"/kecamatan/balung/{TAHUN}/realisasi/sel/"
LAWAN = "/lawan/sakip/realisasi/"
BATAS_TUNGGU = 60  # seconds until the server must answer at all


@dataclass
class Hasil:
    """Seconds by what was measured, on one engine; ``hilang`` are acknowledged saves not found again."""

    nama: str
    detik: dict[str, list[float]] = field(default_factory=dict)
    diakui: int = 0
    hilang: int = 0
    jejak: int = 0
    gagal: list[str] = field(default_factory=list)

    def note(self, apa: str, detik: float) -> None:
        self.detik.setdefault(apa, []).append(detik)


def main() -> None:
    args = _argumen()
    hasil = [_measure("SQLite (WAL)", "", args)]
    if not args.tanpa_postgres:
        with postgres() as alamat:
            hasil.append(_measure("PostgreSQL", alamat, args))
    laporan = _laporan(hasil, args)
    print(laporan)
    HASIL.write_text(laporan, encoding="utf-8")


def _argumen() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="script/bench entry", description="Ukur penyimpanan sel dan pembukaan kisi realisasi."
    )
    parser.add_argument("--simpan", type=int, default=12, help="penyimpanan tiap orang (bawaan: 12)")
    parser.add_argument("--buka", type=int, default=15, help="pembukaan halaman tanpa beban (bawaan: 15)")
    parser.add_argument("--tanpa-postgres", action="store_true", help="hanya SQLite")
    return parser.parse_args()


# -- one engine --------------------------------------------------------------------------------------


def _measure(nama: str, alamat_db: str, args: argparse.Namespace) -> Hasil:
    hasil = Hasil(nama)
    with tempfile.TemporaryDirectory(prefix="sakip-bench-") as sementara:
        lingkungan = os.environ | {
            "SAKIP_DATA_DIR": sementara,
            "DJANGO_SETTINGS_MODULE": "bench._rival",
            "DATABASE_URL": alamat_db,
            "PYTHONPATH": str(ROOT),
        }
        if not alamat_db:
            del lingkungan["DATABASE_URL"]
        bahan = _run(lingkungan, "siapkan")
        with _server(lingkungan) as port:
            orang = [Orang(port, c, bahan["sel"][n::ORANG]) for n, c in enumerate(bahan["operator"])]
            staf = [Staf(port, c, bahan["lawan"][n::ORANG]) for n, c in enumerate(bahan["staf"])]
            _open_up(hasil, orang[0], staf[0], args.buka)
            # Both take turns in rounds, so that whatever else the machine does falls on both.
            for ronde in range(args.simpan):
                random.Random(ronde).shuffle(giliran := ["simpan sel", "simpan admin"])  # noqa: S311
                for apa in giliran:
                    _serentak(hasil, apa, orang if apa == "simpan sel" else staf, ronde)
        akhir = {kunci: teks for o in orang for kunci, teks in o.diakui.items()}
        hasil.diakui = sum(o.jumlah for o in orang)
        hasil.gagal = [g for o in (*orang, *staf) for g in o.gagal]
        check = _run(lingkungan, "periksa")
        tersimpan = {(i, t): a for i, t, a in check["nilai"]}
        hasil.hilang = sum(tersimpan.get(kunci) != teks for kunci, teks in akhir.items())
        hasil.jejak = check["jejak"]
    return hasil


def _open_up(hasil: Hasil, orang: Orang, staf: Staf, kali: int) -> None:
    for _ in range(kali):
        hasil.note("buka kisi", orang.open_page())
        hasil.note("buka admin", staf.open_page())


def _serentak(hasil: Hasil, apa: str, semua: list[Any], ronde: int) -> None:
    """Everybody saves once, at the same moment; one of them opens the grid meanwhile."""
    gerbang = threading.Barrier(len(semua))
    detik: list[float] = []

    def satu(o: Any) -> None:
        gerbang.wait()
        detik.append(o.store(ronde))

    utas = [threading.Thread(target=satu, args=(o,)) for o in semua]
    for u in utas:
        u.start()
    for u in utas:
        u.join()
    for d in detik:
        hasil.note(apa, d)


# -- people ------------------------------------------------------------------------------------------


class Peramban:
    """One person's connection, cookies and CSRF token."""

    def __init__(self, port: int, sesi: str) -> None:
        self.port = port
        self.kuki = {"sessionid": sesi}
        self.gagal: list[str] = []

    def ask(self, metode: str, alamat: str, isi: dict[str, str] | None = None) -> tuple[int, str, float]:
        """Status, body and seconds. A new connection each time: an office's line does not keep one open."""
        sambungan = HTTPConnection("127.0.0.1", self.port, timeout=BATAS_TUNGGU)
        kepala = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.kuki.items()), "Accept": "*/*"}
        badan = None
        if isi is not None:
            badan = urlencode(isi)
            kepala["Content-Type"] = "application/x-www-form-urlencoded"
        mulai = time.perf_counter()
        try:
            sambungan.request(metode, alamat, body=badan, headers=kepala)
            jawaban = sambungan.getresponse()
            teks = jawaban.read().decode("utf-8", "replace")
        except OSError as galat:
            return 0, str(galat), time.perf_counter() - mulai
        lama = time.perf_counter() - mulai
        for kuki in jawaban.msg.get_all("Set-Cookie") or []:
            nama, _, nilai = kuki.partition(";")[0].partition("=")
            self.kuki[nama] = nilai
        sambungan.close()
        return jawaban.status, teks, lama


class Orang(Peramban):
    """An operator with cells of their own in the grid that all share."""

    def __init__(self, port: int, sesi: str, sel: list[list[int]]) -> None:
        super().__init__(port, sesi)
        self.sel = sel
        self.sidik: dict[tuple[int, int], str] = {}
        self.diakui: dict[tuple[int, int], str] = {}
        self.jumlah = 0
        status, teks, _ = self.ask("GET", SEL)
        if status != 200:
            raise RuntimeError(f"operator tidak masuk: {status} {teks[:200]}")
        self.token = json.loads(teks)["token"]

    def open_page(self) -> float:
        status, teks, lama = self.ask("GET", GRID)
        if status != 200:
            self.gagal.append(f"buka kisi: {status} {teks[:80]}")
        return lama

    def store(self, ronde: int) -> float:
        indikator, triwulan = self.sel[ronde % len(self.sel)]
        kunci = (indikator, triwulan)
        nilai = f"{50 + ronde},{indikator % 9 + 1}"  # as the page would write it
        isi = {"indikator": str(indikator), "triwulan": str(triwulan), "teks": nilai}
        isi |= {"sidik": self.sidik.get(kunci, ""), "csrfmiddlewaretoken": self.token}
        status, teks, lama = self.ask("POST", SEL, isi)
        if status == 200:
            self.sidik[kunci] = json.loads(teks)["sidik"]
            self.diakui[kunci] = nilai
            self.jumlah += 1
        else:
            self.gagal.append(f"simpan sel: {status} {teks[:80]}")
        return lama


class Staf(Peramban):
    """A user of the admin who changes rows of their own, each through its form."""

    def __init__(self, port: int, sesi: str, baris: list[list[Any]]) -> None:
        super().__init__(port, sesi)
        self.baris = baris
        status, teks, _ = self.ask("GET", f"{LAWAN}{baris[0][0]}/change/")
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', teks)
        if status != 200 or token is None:
            raise RuntimeError(f"staf tidak masuk: {status} {teks[:200]}")
        self.token = token[1]

    def open_page(self) -> float:
        status, teks, lama = self.ask("GET", f"{LAWAN}?tahun={TAHUN - 1}")
        if status != 200:
            self.gagal.append(f"buka admin: {status} {teks[:80]}")
        return lama

    def store(self, ronde: int) -> float:
        pk, indikator = self.baris[ronde % len(self.baris)]
        isi = {
            "csrfmiddlewaretoken": self.token,
            "keadaan": "terisi",
            "angka": f"{50 + ronde}.{pk % 10}",
            "indikator": str(indikator),
            "tahun": str(TAHUN - 1),
            "triwulan": "0",
        }
        status, teks, lama = self.ask("POST", f"{LAWAN}{pk}/change/", isi)
        if status != 302:
            self.gagal.append(f"simpan admin: {status} {teks[:80]}")
        return lama


# -- server and data ---------------------------------------------------------------------------------


def _run(lingkungan: dict[str, str], langkah: str) -> Any:
    """Run a step of bench/_entry_world.py where Django has the settings of this run."""
    hasil = subprocess.run(
        [sys.executable, "-m", "bench._entry_world", langkah],
        env=lingkungan,
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return json.loads(hasil.stdout.splitlines()[-1])


@contextmanager
def _server(lingkungan: dict[str, str]) -> Iterator[int]:
    with socket.socket() as coba:
        coba.bind(("127.0.0.1", 0))
        port = int(coba.getsockname()[1])
    perintah = [sys.executable, "-m", "gunicorn", "sakip.wsgi", "--bind", f"127.0.0.1:{port}"]
    perintah += ["--workers", "2", "--no-control-socket", "--log-level", "warning"]
    sunyi = lingkungan | {"SAKIP_LOG_LEVEL": "WARNING"}
    proses = subprocess.Popen(perintah, env=sunyi, cwd=ROOT)
    try:
        batas = time.monotonic() + BATAS_TUNGGU
        while time.monotonic() < batas:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield port
    finally:
        proses.send_signal(signal.SIGTERM)
        proses.wait(timeout=BATAS_TUNGGU)


@contextmanager
def postgres() -> Iterator[str]:
    """A cluster of our own behind a socket in its own folder, with durable writes as an office would run it."""
    biner = sorted(Path("/usr/lib/postgresql").glob("*/bin"))[-1]
    sebagai = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    with tempfile.TemporaryDirectory(prefix="sakip-bench-pg-") as folder:
        if sebagai:
            subprocess.run(["chown", "postgres", folder], check=True)
        data = f"{folder}/data"

        def jalan(*perintah: str) -> None:
            subprocess.run(
                [*sebagai, *perintah],
                check=True,
                cwd="/",
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )

        jalan(
            f"{biner}/initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"
        )
        pilihan = f"-k {folder} -c listen_addresses="
        jalan(f"{biner}/pg_ctl", "-D", data, "-l", f"{data}/log", "-w", "-s", "start", "-o", pilihan)
        try:
            jalan(f"{biner}/createdb", "-h", folder, "-U", "postgres", "sakip")
            yield f"postgres://postgres@/{folder}/sakip"
        finally:
            jalan(f"{biner}/pg_ctl", "-D", data, "-m", "fast", "-s", "stop")


# -- words -------------------------------------------------------------------------------------------

#: What is compared: ours, the peer's.
PASANGAN = (("simpan sel", "simpan admin"), ("buka kisi", "buka admin"))


def _laporan(semua: list[Hasil], args: argparse.Namespace) -> str:
    baris = [
        "# Hasil tolok ukur entri",
        "",
        "Dibuat oleh `script/bench entry`; cara dan artinya dijelaskan dalam README.md di folder ini.",
        "",
        f"Mesin: {os.cpu_count()} inti, Python {platform.python_version()}. {INDIKATOR} indikator, {ORANG} orang"
        f" serentak, {args.simpan} penyimpanan tiap orang; milidetik.",
        "",
        "| basis data | tindakan | p50 | p95 | lawan (admin Django) p50 | p95 | rasio p50 | rasio p95 |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for hasil in semua:
        for milik, lawan in PASANGAN:
            a, b = hasil.detik[milik], hasil.detik[lawan]
            baris.append(
                f"| {hasil.nama} | {milik} | {_md(median(a))} | {_md(_p95(a))} | {_md(median(b))} | {_md(_p95(b))} "
                f"| **{_rasio(median(a), median(b))}** | **{_rasio(_p95(a), _p95(b))}** |"
            )
    baris.append("")
    for hasil in semua:
        baris.append(
            f"- {hasil.nama}: {hasil.diakui} penyimpanan diakui, {hasil.hilang} hilang, {hasil.jejak} baris riwayat,"
            f" {len(hasil.gagal)} permintaan gagal."
        )
        baris += [f"  - {g}" for g in hasil.gagal[:5]]
    return "\n".join([*baris, ""])


def _p95(detik: list[float]) -> float:
    return sorted(detik)[max(0, -(-len(detik) * 95 // 100) - 1)]


def _md(detik: float) -> str:
    return f"{detik * 1000:.0f}"


def _rasio(a: float, b: float) -> str:
    return f"{a / b:.2f}".replace(".", ",")


if __name__ == "__main__":
    main()
