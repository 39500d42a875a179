"""How long pages take, and how many statements, at 31, 310 and 7288 kecamatan on PostgreSQL, side by side.

    script/bench skala                          31 and 310 kecamatan × 3 years, filled in a cluster of its own
    script/bench skala --kecamatan 31 7288      other sizes (7288: a quarter of an hour to fill)
    script/bench skala --basis-data URL URL     databases that buat_simulasi has filled already

In one process, without a server: what is measured is our code and the database.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack
from typing import Any

from bench._site import ROOT, own_environment, postgres, postgres_folder, run_step

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
        print(report([_measured(address, args.ronde) for address in addresses]))


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


def _measured(address: str, rounds: int) -> dict[str, Any]:
    with own_environment(database=address) as environment:
        quiet = environment | {"SAKIP_LOG_LEVEL": "ERROR"}
        subprocess.run(
            [sys.executable, "manage.py", "siapkan"],
            env=quiet,
            cwd=ROOT,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        found: dict[str, Any] = run_step(quiet, "bench._skala_world", str(rounds))
        return found


def report(sizes: Sequence[dict[str, Any]]) -> str:
    """One table: a row per page, for each size p50 and p95 in milliseconds, statements and kilobytes."""
    heads = [f"{one['kecamatan']}: p50/p95 md, pernyataan, KB" for one in sizes]
    lines = [
        f"Beban mesin {os.getloadavg()[0]:.1f}.",
        "",
        f"| halaman | {' | '.join(heads)} | p95 terbesar : terkecil |",
        f"|{'---|' * (len(sizes) + 2)}",
    ]
    for page in sizes[0]["pages"]:
        each = [one["pages"][page] for one in sizes]
        cells = [
            f"{one['p50']:.0f} / {one['p95']:.0f}, {one['queries']}, {one['bytes'] / 1000:.0f}"
            for one in each
        ]
        lines.append(f"| {page} | {' | '.join(cells)} | {each[-1]['p95'] / each[0]['p95']:.2f} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
