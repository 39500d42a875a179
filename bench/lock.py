"""How long the write lock of SQLite is held while a large valid workbook is applied.

    script/bench lock                 3000 new rows, then the same 3000 changed; prints the figures of bench/HASIL.md
    script/bench lock --baris 500     fewer

The lock is taken with the first row that is written and given back with the commit.
"""

from __future__ import annotations

import argparse
import io
import math
import os
import time
from collections.abc import Callable
from typing import Any

from bench._site import own_process

KODE, TAHUN, SHEET = "35.09.05", 2021, "ProfilFakta"


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="script/bench lock", description="Ukur lamanya kunci tulis dipegang."
    )
    parser.add_argument("--baris", type=int, default=3000, help="baris (bawaan: 3000)")
    rows = parser.parse_args().baris
    with own_process():
        from django.core.management import call_command

        with open(os.devnull, "w", encoding="utf-8") as quiet:
            for command in ("siapkan", "muat_contoh"):
                call_command(command, stdout=quiet)
        new = {"Kelompok": "Lainnya", "Satuan": "orang"}
        _apply("baris baru", lambda page, at: _fill(page, at, rows, new, 0))
        _apply("baris berubah", lambda page, at: _fill(page, at, rows, {}, 7))


def _fill(page: Any, at: dict[str, int], rows: int, words: dict[str, str], more: int) -> None:
    """So many facts, each with a number of its own."""
    first = next(n for n in range(3, page.max_row + 2) if page.cell(n, at["Uraian"]).value is None or more)
    for number in range(rows):
        for title, word in (words | {"Uraian": f"Fakta nomor {number}"}).items() if words else ():
            page.cell(first + number, at[title]).value = word
        page.cell(first + number, at["Nilai"]).value = number + more


def _apply(what: str, change: Callable[[Any, dict[str, int]], None]) -> None:
    from django.db import connection
    from openpyxl import load_workbook

    from kecamatan.models import Kecamatan
    from reports.workbook.exchange import workbook_export, workbook_read

    workbook = load_workbook(
        io.BytesIO(workbook_export(kecamatan=Kecamatan.objects.get(kode=KODE), tahun=TAHUN))
    )
    page = workbook[SHEET]
    change(page, {str(page.cell(1, n).value): n for n in range(1, page.max_column + 1)})
    file = io.BytesIO()
    workbook.save(file)
    moments: list[float] = []
    statements = 0

    def seen(execute: Any, sql: str, *others: Any) -> Any:
        nonlocal statements
        statements += 1
        if sql.lstrip()[:6].upper() in ("INSERT", "UPDATE", "DELETE"):
            moments.append(time.perf_counter())
        return execute(sql, *others)

    start = time.perf_counter()
    with connection.execute_wrapper(seen):
        result = workbook_read(file.getvalue(), "besar.xlsx", kabupaten=True, seconds=math.inf).apply()
    end = time.perf_counter()
    print(
        f"{what}: {result.tally}; seluruhnya {end - start:.1f} detik, kunci dipegang {end - moments[0]:.1f} detik, "
        f"{statements} pernyataan"
    )


if __name__ == "__main__":
    main()
