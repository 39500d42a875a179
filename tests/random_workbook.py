"""Workbooks as no person would make them, from a number: the same number makes the same workbook again."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.workbook_edits import opened

WORDS = (
    "",
    " ",
    "skm",
    "s1",
    "Ya",
    "tidak",
    "98.5",
    "98,5",
    "12,5 persen",
    "9.23.268.085",
    "Rp 1.000.000,-",
    "Terisi",
    "Tidak tersedia",
    "BB",
    '"5"',
    "75 s.d. 85",
    "7.01.02",
    "2023:7.01.02",
    "a > b > c > d",
    "17/8/2026",
    "31/2/2023",
    "Januari 2023",
    "=1+1",
    "#REF!",
    "x" * 400,
    "\u2028",
    "a\nb\n",
    "<p>a</p><script>x</script>",
    "\u0600\u202e",
    "SITI AMINAH, S.Sos.",
    "SITI AMINAH, S.Sos. (Camat sejak 1/1/2022)",
    "0",
    "-1",
)


def random_value(rng: random.Random) -> Any:
    """A cell's value of any kind."""
    return rng.choice(
        (
            lambda: None,
            lambda: rng.choice(WORDS),
            lambda: rng.choice(WORDS),
            lambda: rng.randint(-5, 3000),
            lambda: rng.uniform(-1e6, 1e16),
            lambda: rng.random() < 0.5,
            lambda: datetime(rng.randint(1900, 2200), 1, rng.randint(1, 28)),  # noqa: DTZ001
            lambda: date(2023, 1, 1),
            lambda: time(1, 2, 3),
            lambda: "".join(chr(rng.randint(32, 0x2FFF)) for _ in range(rng.randint(1, 40))),
        )
    )()


def _sheet(rng: random.Random, workbook: Workbook) -> Worksheet:
    content: Any = rng.choice([s for s in workbook.worksheets if s.title not in ("Petunjuk", "_pilihan")])
    return content


def _cell(rng: random.Random, workbook: Workbook) -> None:
    sheet = _sheet(rng, workbook)
    above = 1 if rng.random() < 0.05 else 3
    cell = sheet.cell(
        rng.randint(above, max(above, sheet.max_row) + 3), rng.randint(1, max(1, sheet.max_column))
    )
    if not hasattr(cell, "column_letter"):
        return  # inside merged cells
    cell.value = random_value(rng)
    if rng.random() < 0.1:
        cell.number_format = rng.choice(("0%", "General", "d/m/yyyy", "@", "0.00E+00"))


def _column(rng: random.Random, workbook: Workbook) -> None:
    """One column of every row."""
    sheet = _sheet(rng, workbook)
    nomor, nilai = rng.randint(1, max(1, sheet.max_column)), random_value(rng)
    for row in range(3, sheet.max_row + 1):
        cell = sheet.cell(row, nomor)
        if hasattr(cell, "column_letter"):
            cell.value = nilai


def _row(rng: random.Random, workbook: Workbook) -> None:
    sheet = _sheet(rng, workbook)
    nomor = rng.randint(1, max(3, sheet.max_row))
    rng.choice((sheet.delete_rows, sheet.insert_rows))(nomor, rng.randint(1, 3))


def _copy_row(rng: random.Random, workbook: Workbook) -> None:
    sheet = _sheet(rng, workbook)
    if sheet.max_row >= 3:
        source = rng.randint(3, sheet.max_row)
        sheet.append([cell.value for cell in sheet[source]])


def _swap(rng: random.Random, workbook: Workbook) -> None:
    sheet = _sheet(rng, workbook)
    if sheet.max_row >= 4:
        a, b = rng.sample(range(3, sheet.max_row + 1), 2)
        for x, y in zip(sheet[a], sheet[b], strict=True):
            if hasattr(x, "column_letter") and hasattr(y, "column_letter"):
                x.value, y.value = y.value, x.value


def _lost_column(rng: random.Random, workbook: Workbook) -> None:
    sheet = _sheet(rng, workbook)
    rng.choice((sheet.delete_cols, sheet.insert_cols))(rng.randint(1, max(1, sheet.max_column)))


def _lost_sheet(rng: random.Random, workbook: Workbook) -> None:
    if len(workbook.sheetnames) > 2:
        workbook.remove(_sheet(rng, workbook))


def _rename(rng: random.Random, workbook: Workbook) -> None:
    _sheet(rng, workbook).title = rng.choice(("Desa", "Coretan", "Renstra", "_meta", "Sheet1"))


def _join(rng: random.Random, workbook: Workbook) -> None:
    _sheet(rng, workbook).merge_cells(
        start_row=rng.randint(1, 6),
        end_row=rng.randint(6, 9),
        start_column=1,
        end_column=rng.randint(1, 3),
    )


def _empty_all(rng: random.Random, workbook: Workbook) -> None:
    sheet = _sheet(rng, workbook)
    sheet.delete_rows(rng.choice((1, 3)), sheet.max_row)


CHANGES: tuple[tuple[int, Callable[[random.Random, Workbook], None]], ...] = (
    (12, _cell),
    (2, _column),
    (3, _row),
    (3, _copy_row),
    (2, _swap),
    (1, _lost_column),
    (2, _lost_sheet),
    (1, _rename),
    (1, _join),
    (1, _empty_all),
)


def random_workbook(original: bytes, seed: int) -> bytes:
    """A real export after some hands have been at it, or what is left of a file after an accident."""
    rng = random.Random(seed)  # noqa: S311  # a repeatable accident
    if rng.random() < 0.15:
        return _random_bytes(original, rng)
    workbook = opened(original)
    choices = [f for bobot, f in CHANGES for _ in range(bobot)]
    for _ in range(rng.randint(1, rng.choice((2, 5, 30)))):
        rng.choice(choices)(rng, workbook)
    keluaran = io.BytesIO()
    workbook.save(keluaran)
    return keluaran.getvalue()


def _random_bytes(original: bytes, rng: random.Random) -> bytes:
    way = rng.randrange(4)
    if way == 0:
        return rng.randbytes(rng.randint(0, 2000))
    if way == 1:
        return original[: rng.randint(0, len(original))]
    if way == 2:
        content = bytearray(original)
        for _ in range(rng.randint(1, 50)):
            content[rng.randrange(len(content))] = rng.randrange(256)
        return bytes(content)
    return _random_part(original, rng)


def _random_part(original: bytes, rng: random.Random) -> bytes:
    """One part of the package left out or broken, the others whole."""
    keluaran = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(original)) as old,
        zipfile.ZipFile(keluaran, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        victim = rng.choice(old.namelist())
        for nama in old.namelist():
            content = bytearray(old.read(nama))
            if nama == victim:
                if rng.random() < 0.3:
                    continue
                for _ in range(rng.randint(1, 5)):
                    if content:
                        location = rng.randrange(len(content))
                        content[location : location + rng.randint(0, 20)] = rng.randbytes(rng.randint(0, 5))
            new.writestr(nama, bytes(content))
    return keluaran.getvalue()
