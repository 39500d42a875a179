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
import threading
import time
from dataclasses import dataclass, field
from http.client import HTTPConnection
from statistics import median
from typing import Any
from urllib.parse import urlencode

from bench._site import ROOT, WAIT_LIMIT, own_environment, postgres, run_step, server

HASIL = ROOT / "bench" / "RESULTS-ENTRY.md"
WORLD = "bench._entry_world"
TAHUN = 2026
INDIKATOR = 60
PERSON = 20
TRIWULAN = 4
GRID = f"/kecamatan/balung/{TAHUN}/realisasi/isi/"
CELL = f"/kecamatan/balung/{TAHUN}/realisasi/sel/"
RIVAL = "/lawan/sakip/realisasi/"


@dataclass
class Results:
    """Seconds by what was measured, on one engine; ``lost`` are acknowledged saves not found again."""

    nama: str
    second: dict[str, list[float]] = field(default_factory=dict)
    acknowledged: int = 0
    lost: int = 0
    jejak: int = 0
    failed: list[str] = field(default_factory=list)

    def note(self, what: str, second: float) -> None:
        self.second.setdefault(what, []).append(second)


def main() -> None:
    args = _argument()
    results = [_measure("SQLite (WAL)", "", args)]
    if not args.tanpa_postgres:
        with postgres() as address:
            results.append(_measure("PostgreSQL", address, args))
    laporan = _laporan(results, args)
    print(laporan)
    HASIL.write_text(laporan, encoding="utf-8")


def _argument() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="script/bench entry", description="Ukur penyimpanan sel dan pembukaan kisi realisasi."
    )
    parser.add_argument("--simpan", type=int, default=12, help="penyimpanan tiap orang (bawaan: 12)")
    parser.add_argument("--buka", type=int, default=15, help="pembukaan halaman tanpa beban (bawaan: 15)")
    parser.add_argument("--tanpa-postgres", action="store_true", help="hanya SQLite")
    return parser.parse_args()


# -- one engine --------------------------------------------------------------------------------------


def _measure(nama: str, database: str, args: argparse.Namespace) -> Results:
    result = Results(nama)
    with own_environment(database=database, settings="bench._rival") as environment:
        material = run_step(environment, WORLD, "siapkan")
        with server(environment) as port:
            people = [Person(port, c, material["sel"][n::PERSON]) for n, c in enumerate(material["operator"])]
            staff = [
                StaffMember(port, c, material["lawan"][n::PERSON]) for n, c in enumerate(material["staf"])
            ]
            _open_up(result, people[0], staff[0], args.buka)
            # Both take turns in rounds, so that whatever else the machine does falls on both.
            for lap in range(args.simpan):
                random.Random(lap).shuffle(turn := ["simpan sel", "simpan admin"])  # noqa: S311
                for what in turn:
                    _together(result, what, people if what == "simpan sel" else staff, lap)
        end = {keys: text for o in people for keys, text in o.acknowledged.items()}
        result.acknowledged = sum(o.jumlah for o in people)
        result.failed = [g for o in (*people, *staff) for g in o.failed]
        check = run_step(environment, WORLD, "periksa")
        stored = {(i, t): a for i, t, a in check["nilai"]}
        result.lost = sum(stored.get(keys) != text for keys, text in end.items())
        result.jejak = check["jejak"]
    return result


def _open_up(result: Results, person: Person, staff: StaffMember, times: int) -> None:
    for _ in range(times):
        result.note("buka kisi", person.open_page())
        result.note("buka admin", staff.open_page())


def _together(result: Results, what: str, people: list[Any], lap: int) -> None:
    """Everybody saves once, at the same moment; one of them opens the grid meanwhile."""
    gate = threading.Barrier(len(people))
    second: list[float] = []

    def one(o: Any) -> None:
        gate.wait()
        second.append(o.store(lap))

    thread = [threading.Thread(target=one, args=(o,)) for o in people]
    for u in thread:
        u.start()
    for u in thread:
        u.join()
    for d in second:
        result.note(what, d)


# -- people ------------------------------------------------------------------------------------------


class Browser:
    """One person's connection, cookies and CSRF token."""

    def __init__(self, port: int, session: str) -> None:
        self.port = port
        self.cookie = {"sessionid": session}
        self.failed: list[str] = []

    def ask(
        self, method: str, address: str, content: dict[str, str] | None = None, *, token: str = ""
    ) -> tuple[int, str, float]:
        """Status, body and seconds. A new connection each time: an office's line does not keep one open.

        ``token`` is the CSRF token that a script sends beside the content; a form has it inside.
        """
        connection = HTTPConnection("127.0.0.1", self.port, timeout=WAIT_LIMIT)
        heads = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookie.items()), "Accept": "*/*"}
        body = None
        if content is not None:
            body = urlencode(content)
            heads["Content-Type"] = "application/x-www-form-urlencoded"
        if token:
            heads["X-CSRFToken"] = token
        start = time.perf_counter()
        try:
            connection.request(method, address, body=body, headers=heads)
            answer = connection.getresponse()
            text = answer.read().decode("utf-8", "replace")
        except OSError as error:
            return 0, str(error), time.perf_counter() - start
        old = time.perf_counter() - start
        for cookie in answer.msg.get_all("Set-Cookie") or []:
            nama, _, nilai = cookie.partition(";")[0].partition("=")
            self.cookie[nama] = nilai
        connection.close()
        return answer.status, text, old


class Person(Browser):
    """An operator with cells of their own in the grid that all share."""

    def __init__(self, port: int, session: str, cells: list[list[int]]) -> None:
        super().__init__(port, session)
        self.cells = cells
        self.fingerprint: dict[tuple[int, int], str] = {}
        self.acknowledged: dict[tuple[int, int], str] = {}
        self.jumlah = 0
        status, text, _ = self.ask("GET", CELL)
        if status != 200:
            raise RuntimeError(f"operator tidak masuk: {status} {text[:200]}")
        self.token = json.loads(text)["token"]

    def open_page(self) -> float:
        status, text, old = self.ask("GET", GRID)
        if status != 200:
            self.failed.append(f"buka kisi: {status} {text[:80]}")
        return old

    def store(self, lap: int) -> float:
        indikator, triwulan = self.cells[lap % len(self.cells)]
        keys = (indikator, triwulan)
        nilai = f"{50 + lap},{indikator % 9 + 1}"  # as the page would write it
        content = {"indikator": str(indikator), "triwulan": str(triwulan), "teks": nilai}
        content["sidik"] = self.fingerprint.get(keys, "")
        status, text, old = self.ask("POST", CELL, content, token=self.token)  # as static/js/kisi/kirim.js
        if status == 200:
            self.fingerprint[keys] = json.loads(text)["sidik"]
            self.acknowledged[keys] = nilai
            self.jumlah += 1
        else:
            self.failed.append(f"simpan sel: {status} {text[:80]}")
        return old


class StaffMember(Browser):
    """A user of the admin who changes rows of their own, each through its form."""

    def __init__(self, port: int, session: str, rows: list[list[Any]]) -> None:
        super().__init__(port, session)
        self.rows = rows
        status, text, _ = self.ask("GET", f"{RIVAL}{rows[0][0]}/change/")
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', text)
        if status != 200 or token is None:
            raise RuntimeError(f"staf tidak masuk: {status} {text[:200]}")
        self.token = token[1]

    def open_page(self) -> float:
        status, text, old = self.ask("GET", f"{RIVAL}?tahun={TAHUN - 1}")
        if status != 200:
            self.failed.append(f"buka admin: {status} {text[:80]}")
        return old

    def store(self, lap: int) -> float:
        pk, indikator = self.rows[lap % len(self.rows)]
        content = {
            "csrfmiddlewaretoken": self.token,
            "keadaan": "terisi",
            "angka": f"{50 + lap}.{pk % 10}",
            "indikator": str(indikator),
            "tahun": str(TAHUN - 1),
            "triwulan": "0",
        }
        status, text, old = self.ask("POST", f"{RIVAL}{pk}/change/", content)
        if status != 302:
            self.failed.append(f"simpan admin: {status} {text[:80]}")
        return old


# -- words -------------------------------------------------------------------------------------------

#: What is compared: ours, the peer's.
PAIRS = (("simpan sel", "simpan admin"), ("buka kisi", "buka admin"))


def _laporan(everything: list[Results], args: argparse.Namespace) -> str:
    rows = [
        "# Hasil tolok ukur entri",
        "",
        "Dibuat oleh `script/bench entry`; cara dan artinya dijelaskan dalam README.md di folder ini.",
        "",
        f"Mesin: {os.cpu_count()} inti, Python {platform.python_version()}. {INDIKATOR} indikator, {PERSON} orang"
        f" serentak, {args.simpan} penyimpanan tiap orang; milidetik.",
        "",
        "| basis data | tindakan | p50 | p95 | lawan (admin Django) p50 | p95 | rasio p50 | rasio p95 |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for result in everything:
        for own, rival in PAIRS:
            a, b = result.second[own], result.second[rival]
            rows.append(
                f"| {result.nama} | {own} | {_md(median(a))} | {_md(_p95(a))} | {_md(median(b))} | {_md(_p95(b))} "
                f"| **{_ratio(median(a), median(b))}** | **{_ratio(_p95(a), _p95(b))}** |"
            )
    rows.append("")
    for result in everything:
        rows.append(
            f"- {result.nama}: {result.acknowledged} penyimpanan diakui, {result.lost} hilang, {result.jejak} baris "
            "riwayat,"
            f" {len(result.failed)} permintaan gagal."
        )
        rows += [f"  - {g}" for g in result.failed[:5]]
    return "\n".join([*rows, ""])


def _p95(second: list[float]) -> float:
    return sorted(second)[max(0, -(-len(second) * 95 // 100) - 1)]


def _md(second: float) -> str:
    return f"{second * 1000:.0f}"


def _ratio(a: float, b: float) -> str:
    return f"{a / b:.2f}".replace(".", ",")


if __name__ == "__main__":
    main()
