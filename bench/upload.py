"""How long others wait while a workbook of rubbish is uploaded and looked at, on SQLite.

    script/bench upload               a workbook of about 2,4 MB; prints the figures of bench/HASIL.md
    script/bench upload --baris 500   a smaller one

The real server (gunicorn with two workers, as in docs/operasi) and the work of the worker in a process of its own. A
colleague of another kecamatan opens the Ringkasan of a year, page after page, each in a session that is to be moved on.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from statistics import median
from typing import Any

from bench._site import ROOT, own_environment, run_step, server
from bench.entry import Browser

WORLD = "bench._upload_world"
PAGE = "/kecamatan/balung/2020/"
SESSIONS = 900
PAUSE = 0.2
IDLE = 30  # pages before the upload

#: What is to be reached: seconds of the longest page.
PAGE_LIMIT = 1.0


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="script/bench upload",
        description="Ukur halaman orang lain selama buku kerja rongsokan diperiksa.",
    )
    parser.add_argument("--baris", type=int, default=3000, help="baris tiap lembar (bawaan: 3000)")
    args = parser.parse_args()
    with own_environment() as environment:
        folder = environment["SAKIP_DATA_DIR"]
        material = run_step(environment, WORLD, "siapkan", folder, str(args.baris), str(SESSIONS))
        sessions = iter(material["sesi"])
        with server(environment) as port:
            quiet = [_page(port, next(sessions)) for _ in range(IDLE)]
            job = subprocess.Popen(
                [sys.executable, "-m", WORLD, "kerja", folder],
                env=environment,
                cwd=ROOT,
                stdout=subprocess.PIPE,
                text=True,
            )
            meanwhile = []
            while job.poll() is None:
                meanwhile.append(_page(port, next(sessions)))
                time.sleep(PAUSE)
            done = json.loads(job.communicate()[0].splitlines()[-1])
    print(_report(material["bita"], quiet, meanwhile, done))


def _page(port: int, session: str) -> tuple[int, float]:
    """Status and seconds of a page."""
    status, _, seconds = Browser(port, session).ask("GET", PAGE)
    return status, seconds


def _report(
    size: int, quiet: list[tuple[int, float]], meanwhile: list[tuple[int, float]], done: dict[str, Any]
) -> str:
    before, during = ([seconds for _, seconds in pages] for pages in (quiet, meanwhile))
    failed = sorted(status for status, _ in [*quiet, *meanwhile] if status != 200)
    return "\n".join(
        [
            f"{os.cpu_count()} inti; berkas {size / 1e6:.2f} MB; {done['status']}, {done['galat']} galat",
            f"unggahan {done['detik']:.1f} detik",
            f"halaman orang lain sebelumnya: median {median(before):.2f}, terlama {max(before):.2f}",
            f"selama unggahan: {len(during)} halaman, median {median(during):.2f}, terlama {max(during):.2f}",
            f"gagal: {len(failed)} {sorted(set(failed))}; batas {PAGE_LIMIT:.0f} detik:"
            f" {'tercapai' if max(during) <= PAGE_LIMIT and not failed else 'BELUM tercapai'}",
        ]
    )


if __name__ == "__main__":
    main()
