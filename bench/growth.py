"""Whether a web process or a worker grows while it works: resident memory after warming up and after 2.000 more.

    script/bench growth                  requests of the commonest pages, then jobs
    script/bench growth --hanya pekerja  only one of both

The real server and the real worker on SQLite, with the contoh.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import subprocess
import sys
import time
from http.client import HTTPConnection
from pathlib import Path

from bench._memory import processes, rss
from bench._site import ROOT, own_environment, run_step, server

WARM = 400
COUNT = 2000
CHECKS = 4


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="script/bench growth", description="Ukur pertumbuhan memori server web dan pekerja."
    )
    parser.add_argument("--hanya", choices=("web", "pekerja"), help="hanya yang ini")
    only = parser.parse_args().hanya
    with own_environment() as environment:
        quiet = environment | {"SAKIP_LOG_LEVEL": "ERROR"}
        material = run_step(quiet, "bench._growth_world", "siapkan")
        if only != "pekerja":
            _report("web (dua proses)", _web(quiet, material["sesi"], material["halaman"]))
        if only != "web":
            _report("pekerja", _worker(quiet))


def _report(what: str, sizes: list[float]) -> None:
    grown = (sizes[-1] / sizes[0] - 1) * 100
    print(f"{what}: {' → '.join(f'{one:.1f}' for one in sizes)} MiB, {grown:+.1f} %")


def _web(environment: dict[str, str], session: str, pages: list[str]) -> list[float]:
    """Resident memory of the workers of the server, together, after warming up and after each part of the rest."""
    with server(environment) as port:
        asked = 0

        def ask(times: int) -> None:
            nonlocal asked
            for _ in range(times):
                page = pages[asked % len(pages)]
                asked += 1
                connection = HTTPConnection("127.0.0.1", port, timeout=120)
                connection.request("GET", page, headers={"Cookie": f"sessionid={session}"})
                answer = connection.getresponse()
                answer.read()
                connection.close()
                if answer.status != 200:
                    raise SystemExit(f"{page}: {answer.status}")

        ask(WARM)
        _, *workers = processes(os.getpid(), "gunicorn")
        sizes = [sum(map(rss, workers))]
        for _ in range(CHECKS):
            ask(COUNT // CHECKS)
            sizes.append(sum(map(rss, workers)))
            print(f"sesudah {asked - WARM} permintaan: {sizes[-1]:.1f} MiB", file=sys.stderr)
    return sizes


def _worker(environment: dict[str, str]) -> list[float]:
    """The same of a worker; what it does is begun and ended like any job, each in a child of its own."""
    run_step(environment, "bench._growth_world", "antrekan", str(WARM + COUNT))
    worker = subprocess.Popen(
        [sys.executable, "manage.py", "db_worker", "-v", "0"], env=environment, cwd=ROOT
    )
    file = Path(environment["SAKIP_DATA_DIR"]) / "sakip.sqlite3"
    try:
        sizes = []
        for done in [WARM, *(WARM + COUNT // CHECKS * (n + 1) for n in range(CHECKS))]:
            while _finished(file) < done:
                time.sleep(0.5)
            sizes.append(rss(worker.pid))
            print(f"sesudah {done - WARM} pekerjaan: {sizes[-1]:.1f} MiB", file=sys.stderr)
    finally:
        worker.terminate()
        worker.wait(timeout=60)
    return sizes


def _finished(file: Path) -> int:
    with sqlite3.connect(file, timeout=20) as db:
        (count,) = db.execute(
            "SELECT count(*) FROM django_tasks_database_dbtaskresult WHERE status = 'SUCCESSFUL'"
        ).fetchone()
    db.close()
    return int(count)


if __name__ == "__main__":
    main()
