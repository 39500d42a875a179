"""How long the LKIPs of a whole kabupaten take: with one process and with two, the first time and again.

    script/bench massal                  31 kecamatan, one pair of runs
    script/bench massal --kecamatan 8 --pasangan 3

The records of Jombang 2023, the largest of the contoh, under every kecamatan of the kabupaten, on SQLite in a data
folder of its own. What is measured is the command itself (`lkip --semua`), from reading the records to the written zip.
Before the first run of each number of processes everything made is forgotten, parts of documents too; "again" finds all
of it made.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from io import StringIO
from pathlib import Path
from statistics import median

from bench._site import own_process

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "fixtures" / "contoh" / "35.09.01-jombang-2023.json"
TAHUN = 2023
#: Kecamatan in the country.
ALL = 7288


def main() -> None:
    parser = argparse.ArgumentParser(prog="script/bench massal", description="Ukur pencetakan massal.")
    parser.add_argument("--kecamatan", type=int, default=31, help="banyaknya kecamatan (bawaan: 31)")
    parser.add_argument("--pasangan", type=int, default=1, help="pasangan jalan (bawaan: 1)")
    args = parser.parse_args()
    with own_process(), tempfile.TemporaryDirectory(prefix="sakip-bench-") as folder:
        many = _prepare(Path(folder), args.kecamatan)
        _report(many, [_pair(Path(folder), turn) for turn in range(args.pasangan)])


def _prepare(folder: Path, many: int) -> int:
    """The same records under so many kecamatan; returns how many there are."""
    from django.core.management import call_command

    from kecamatan.models import Kecamatan
    from reports.workbook.fixtures import fixtures_load

    with open(os.devnull, "w", encoding="utf-8") as quiet:
        call_command("siapkan", stdout=quiet)
    records = json.loads(SOURCE.read_text(encoding="utf-8"))
    copies = folder / "catatan"
    copies.mkdir()
    listing = Kecamatan.objects.order_by("kode")[:many]
    for number, one in enumerate(listing, start=1):
        for person in records["lembar"]["Pejabat"]:
            if "nip" in person:  # each kecamatan has a camat of its own
                person["nip"] = f"{person['nip'][:-3]}{number:03}"
        text = json.dumps(records | {"kecamatan": one.kode}, ensure_ascii=False)
        (copies / f"{one.kode}.json").write_text(text, encoding="utf-8")
    fixtures_load(folder=copies)
    return len(listing)


def _pair(folder: Path, turn: int) -> dict[str, float]:
    """Seconds of each run, the order of the processes another every time."""
    from django.conf import settings

    from reports.models import BerkasLaporan

    seconds: dict[str, float] = {}
    for running in (2, 1) if turn % 2 else (1, 2):
        for file in BerkasLaporan.objects.all():
            file.berkas.delete(save=False)
            file.delete()
        shutil.rmtree(settings.PDF_PARTS, ignore_errors=True)
        seconds[f"{running} pertama"] = _run(folder, running)
        seconds[f"{running} lagi"] = _run(folder, running)
        print(f"  {turn + 1}: {seconds}", file=sys.stderr)
    return seconds


def _run(folder: Path, running: int) -> float:
    from django.core.management import call_command

    start = time.perf_counter()
    words = ("--semua", str(TAHUN), "--zip", str(folder / "semua.zip"), "--proses", str(running))
    call_command("lkip", *words, stdout=StringIO(), stderr=StringIO())
    return time.perf_counter() - start


def _report(many: int, pairs: list[dict[str, float]]) -> None:
    first = {n: median(one[f"{n} pertama"] for one in pairs) for n in (1, 2)}
    again = {n: median(one[f"{n} lagi"] for one in pairs) for n in (1, 2)}
    shares = {
        "dua proses": [one["2 pertama"] / one["1 pertama"] for one in pairs],
        "tanpa perubahan": [one["1 lagi"] / one["1 pertama"] for one in pairs],
    }
    print(f"{many} LKIP, beban mesin {os.getloadavg()[0]:.1f}")
    print("| proses | pertama (detik) | lagi (detik) |\n|---|---|---|")
    for n in (1, 2):
        print(f"| {n} | {first[n]:.1f} | {again[n]:.2f} |")
    print(f"dua proses : satu proses = {median(shares['dua proses']):.2f} (tujuan: 0,55)")
    print(f"tanpa perubahan : pertama = {100 * median(shares['tanpa perubahan']):.1f} % (tujuan: 2 %)")
    hours = ALL * first[2] / many / 3600
    print(
        f"taksiran {ALL} kecamatan dengan dua proses: {hours:.1f} jam, lagi {ALL * again[1] / many / 60:.0f} menit"
    )


if __name__ == "__main__":
    main()
