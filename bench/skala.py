"""How long pages take, how much they compute, and how many statements, at 31, 310 and 7288 kecamatan on PostgreSQL.

    script/bench skala                          31 and 310 kecamatan × 3 years, filled in a cluster of its own
    script/bench skala --kecamatan 31 7288      other sizes (7288: a quarter of an hour to fill)
    script/bench skala --basis-data URL URL     databases that buat_simulasi has filled already

Without a server: what is measured is our code and the database. The sizes take turns, request by request, so that what
else the machine does falls on all of them alike; computing time does not depend on it.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from statistics import fmean, median, quantiles
from typing import Any

from bench._site import ROOT, own_environment, postgres, postgres_folder

PER_KABUPATEN = 31
MOST_KABUPATEN = 514


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="script/bench skala", description="Ukur halaman pada beberapa ukuran basis data."
    )
    parser.add_argument("--kecamatan", type=int, nargs="+", default=[31, 310], help="banyaknya kecamatan")
    parser.add_argument("--tahun", type=int, default=3, help="banyaknya tahun (bawaan: 3)")
    parser.add_argument("--ronde", type=int, default=30, help="berapa kali tiap halaman diminta (bawaan: 30)")
    parser.add_argument(
        "--basis-data", nargs="+", default=[], help="basis data yang sudah diisi buat_simulasi"
    )
    args = parser.parse_args()
    with ExitStack() as stack:
        addresses = args.basis_data or _filled(stack.enter_context(postgres()), args.kecamatan, args.tahun)
        print(report(_measured([stack.enter_context(_world(address)) for address in addresses], args.ronde)))


def _filled(address: str, sizes: Sequence[int], years: int) -> list[str]:
    """A database of each size in the cluster of ``address``; tells how long each took to fill."""
    folder = postgres_folder(address)
    addresses = []
    for size in sizes:
        binary = ["psql", "-h", folder, "-U", "postgres", "-q", "-c", f"CREATE DATABASE s{size}"]
        subprocess.run(binary, check=True)
        addresses.append(f"postgres://postgres@/{folder}/s{size}")
        areas = min(MOST_KABUPATEN, max(1, size // PER_KABUPATEN))
        amount = ("--kabupaten", str(areas), "--kecamatan", str(size), "--tahun", str(years))
        with own_environment(database=addresses[-1]) as environment:
            for step in (("siapkan",), ("buat_simulasi", *amount)):
                start = time.monotonic()
                subprocess.run(
                    [sys.executable, "manage.py", *step],
                    env=environment,
                    cwd=ROOT,
                    check=True,
                    stdout=subprocess.DEVNULL,
                )
                print(f"{size} kecamatan, {step[0]}: {time.monotonic() - start:.0f} detik", file=sys.stderr)
    return addresses


class World:
    """A process that asks the pages of one database when it is told to."""

    def __init__(self, running: subprocess.Popen[str]) -> None:
        self.running = running
        found = self._answer()
        self.kecamatan: int = found["kecamatan"]
        self.pages: list[str] = found["pages"]

    def ask(self, page: str) -> dict[str, Any]:
        """One request: milliseconds, those computed by us and by the database, statements and bytes."""
        assert self.running.stdin  # noqa: S101  # opened as a pipe
        self.running.stdin.write(f"{page}\n")
        self.running.stdin.flush()
        return self._answer()

    def _answer(self) -> dict[str, Any]:
        assert self.running.stdout  # noqa: S101  # opened as a pipe
        line = self.running.stdout.readline()
        if not line:
            raise SystemExit("Pengukuran berhenti; sebabnya tertulis di atas.")
        found: dict[str, Any] = json.loads(line)
        return found


@contextmanager
def _world(address: str) -> Iterator[World]:
    with own_environment(database=address) as environment:
        quiet = environment | {"SAKIP_LOG_LEVEL": "ERROR"}
        subprocess.run(
            [sys.executable, "manage.py", "siapkan"],
            env=quiet,
            cwd=ROOT,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        command = [sys.executable, "-m", "bench._skala_world"]
        running = subprocess.Popen(
            command, env=quiet, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        try:
            yield World(running)
        finally:
            running.communicate()


def _measured(worlds: Sequence[World], rounds: int) -> list[dict[str, Any]]:
    """By size and page the requests of all rounds; two before them warm it up."""
    found: list[dict[str, Any]] = [{"kecamatan": one.kecamatan, "pages": {}} for one in worlds]
    for page in worlds[0].pages:
        for world in worlds:
            for _ in range(2):
                world.ask(page)
        asked = [[world.ask(page) for world in worlds] for _ in range(rounds)]
        for number, size in enumerate(found):
            size["pages"][page] = [one[number] for one in asked]
        print(f"{page}: {median(one['ms'] for one in found[-1]['pages'][page]):.0f} md", file=sys.stderr)
    return found


def report(sizes: Sequence[dict[str, Any]]) -> str:
    """One table: a row per page, for each size p50 and p95 in milliseconds, of computing its mean, statements and
    kilobytes."""
    heads = [f"{one['kecamatan']}: p50/p95 md, komputasi, pernyataan, KB" for one in sizes]
    lines = [
        f"Beban mesin {os.getloadavg()[0]:.1f}.",
        "",
        f"| halaman | {' | '.join(heads)} | p95 terbesar : terkecil | komputasi |",
        f"|{'---|' * (len(sizes) + 3)}",
    ]
    for page in sizes[0]["pages"]:
        each = [_figures(one["pages"][page]) for one in sizes]
        cells = [
            f"{p50:.0f} / {p95:.0f}, {computed:.0f}, {queries}, {size / 1000:.0f}"
            for p50, p95, computed, queries, size in each
        ]
        last, first = each[-1], each[0]
        ratios = f"{last[1] / first[1]:.2f} | {last[2] / first[2]:.2f}"
        lines.append(f"| {page} | {' | '.join(cells)} | {ratios} |")
    return "\n".join(lines)


def _figures(asked: Sequence[dict[str, Any]]) -> tuple[float, float, float, int, int]:
    times = [one["ms"] for one in asked]
    computed = fmean(one["own"] + one["database"] for one in asked)
    return median(times), quantiles(times, n=20)[-1], computed, asked[-1]["queries"], asked[-1]["bytes"]


if __name__ == "__main__":
    main()
