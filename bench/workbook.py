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
import time
from statistics import median
from typing import Any

from bench._site import ROOT, own_environment, postgres, run_step

HASIL = ROOT / "bench" / "RESULTS-WORKBOOK.md"
KODE, TAHUN = "35.09.01", 2023

#: What is to be reached: seconds (median), and questions to the database.
SECONDS_LIMIT, ASK_LIMIT = 0.5, 100


def main() -> None:
    args = _argument()
    if args.satu:
        print(json.dumps(_measure(args.ronde)))
        return
    results = {"SQLite (WAL)": _run(args.ronde, "")}
    if not args.tanpa_postgres:
        with postgres() as address:
            results["PostgreSQL"] = _run(args.ronde, address)
    laporan = _laporan(results, args.ronde)
    print(laporan)
    HASIL.write_text(laporan, encoding="utf-8")


def _argument() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="script/bench workbook", description="Ukur impor buku kerja dengan satu sel yang berubah."
    )
    parser.add_argument("--ronde", type=int, default=15, help="ronde (bawaan: 15)")
    parser.add_argument("--tanpa-postgres", action="store_true", help="hanya SQLite")
    parser.add_argument("--satu", action="store_true", help=argparse.SUPPRESS)  # a step of its own process
    return parser.parse_args()


def _run(lap: int, address: str) -> dict[str, Any]:
    """The figures of one engine, from a process that has its settings."""
    with own_environment(database=address) as environment:
        angka: dict[str, Any] = run_step(environment, "bench.workbook", "--satu", "--ronde", str(lap))
    return angka


# -- in the process of one engine --------------------------------------------------------------------


def _measure(lap: int) -> dict[str, Any]:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from kecamatan.models import Kecamatan
    from reports.workbook.exchange import workbook_export, workbook_import

    with open(os.devnull, "w", encoding="utf-8") as quiet:
        for command in ("siapkan", "muat_contoh"):
            call_command(command, stdout=quiet)
    original = workbook_export(kecamatan=Kecamatan.objects.get(kode=KODE), tahun=TAHUN)
    results: dict[str, Any] = {
        "impor": [],
        "openpyxl": [],
        "cpu": [],
        "tanya": 0,
        "sel": 0,
        "bita": len(original),
    }
    for n in range(-1, lap):  # the first warms up both
        content = _changed(original, 60 + n)

        def ours(content: bytes = content) -> None:
            preview = workbook_import(
                content=content, nama="jombang.xlsx", apply_changes=True, kabupaten=True
            )
            assert len(preview.changes) == 1  # noqa: S101  # else it is something else that is measured

        def peer(content: bytes = content) -> None:
            results["sel"] = _read(content)

        if n < 0:  # counted here alone: writing every question down takes time too
            with CaptureQueriesContext(connection) as asked:
                ours()
            results["tanya"] = len([q for q in asked if q["sql"] not in ("BEGIN", "COMMIT")])
            peer()
            continue
        turn = [("impor", ours), ("openpyxl", peer)]
        random.Random(n).shuffle(turn)  # noqa: S311
        for nama, step in turn:
            start, cpu = time.perf_counter(), time.process_time()
            step()
            results[nama].append(time.perf_counter() - start)
            if nama == "impor":
                results["cpu"].append(time.process_time() - cpu)
    return results


def _changed(original: bytes, nilai: int) -> bytes:
    """The workbook after somebody typed another realisasi of the IKM."""
    from openpyxl import load_workbook

    workbook = load_workbook(io.BytesIO(original))
    sheet = workbook["Realisasi"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    row = next(
        n
        for n in range(3, sheet.max_row + 1)
        if [sheet.cell(n, columns[j]).value for j in ("Kunci indikator", "Tahun", "Triwulan")]
        == ["ikm", TAHUN, "Setahun"]
    )
    sheet.cell(row, columns["Realisasi"]).value = nilai
    sheet.cell(row, columns["Seperti tercetak"]).value = None
    keluaran = io.BytesIO()
    workbook.save(keluaran)
    return keluaran.getvalue()


def _read(content: bytes) -> int:
    """The peer: how many cells hold something."""
    from openpyxl import load_workbook

    workbook = load_workbook(io.BytesIO(content), data_only=True)
    return sum(
        nilai is not None
        for sheet in workbook.worksheets
        for row in sheet.iter_rows(values_only=True)
        for nilai in row
    )


# -- words -------------------------------------------------------------------------------------------


def _laporan(everything: dict[str, dict[str, Any]], lap: int) -> str:
    one = next(iter(everything.values()))
    rows = [
        "# Hasil tolok ukur impor buku kerja",
        "",
        "Dibuat oleh `script/bench workbook`; cara dan artinya dijelaskan dalam README.md di folder ini.",
        "",
        f"Mesin: {os.cpu_count()} inti, Python {platform.python_version()}. {lap} ronde; detik (median); rasio ="
        f" median rasio tiap ronde. Buku kerja Jombang 2023: {_whole(one['sel'])} sel terisi,"
        f" {_whole(one['bita'])} bita.",
        "",
        "| basis data | impor satu sel | paling lama | di antaranya CPU | openpyxl membaca saja | rasio | pertanyaan |",
        "|---|---|---|---|---|---|---|",
    ]
    for nama, results in everything.items():
        we, rival = results["impor"], results["openpyxl"]
        ratio = median(a / b for a, b in zip(we, rival, strict=True))
        rows.append(
            f"| {nama} | {_d(median(we))} | {_d(max(we))} | {_d(median(results['cpu']))} |"
            f" {_d(median(rival))} | **{_d(ratio)}** |"
            f" {results['tanya']} |"
        )
    second = max(median(results["impor"]) for results in everything.values())
    tanya = max(results["tanya"] for results in everything.values())
    return "\n".join(
        [
            *rows,
            "",
            f"- Impor satu sel {_d(second)} detik; batas {_d(SECONDS_LIMIT)}: {_word(second <= SECONDS_LIMIT)}.",
            f"- {tanya} pertanyaan ke basis data; batas {ASK_LIMIT}: {_word(tanya <= ASK_LIMIT)}.",
            "",
        ]
    )


def _word(reached: bool) -> str:
    return "tercapai" if reached else "BELUM tercapai"


def _d(angka: float) -> str:
    return f"{angka:.2f}".replace(".", ",")


def _whole(angka: int) -> str:
    return f"{angka:,}".replace(",", ".")


if __name__ == "__main__":
    main()
