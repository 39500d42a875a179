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

KATA = (
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


def nilai_acak(acak: random.Random) -> Any:
    """A cell's value of any kind."""
    return acak.choice(
        (
            lambda: None,
            lambda: acak.choice(KATA),
            lambda: acak.choice(KATA),
            lambda: acak.randint(-5, 3000),
            lambda: acak.uniform(-1e6, 1e16),
            lambda: acak.random() < 0.5,
            lambda: datetime(acak.randint(1900, 2200), 1, acak.randint(1, 28)),  # noqa: DTZ001
            lambda: date(2023, 1, 1),
            lambda: time(1, 2, 3),
            lambda: "".join(chr(acak.randint(32, 0x2FFF)) for _ in range(acak.randint(1, 40))),
        )
    )()


def _lembar(acak: random.Random, buku: Workbook) -> Worksheet:
    isi: Any = acak.choice([s for s in buku.worksheets if s.title not in ("Petunjuk", "_pilihan")])
    return isi


def _sel(acak: random.Random, buku: Workbook) -> None:
    lembar = _lembar(acak, buku)
    atas = 1 if acak.random() < 0.05 else 3
    sel = lembar.cell(
        acak.randint(atas, max(atas, lembar.max_row) + 3), acak.randint(1, max(1, lembar.max_column))
    )
    if not hasattr(sel, "column_letter"):
        return  # inside merged cells
    sel.value = nilai_acak(acak)
    if acak.random() < 0.1:
        sel.number_format = acak.choice(("0%", "General", "d/m/yyyy", "@", "0.00E+00"))


def _kolom(acak: random.Random, buku: Workbook) -> None:
    """One column of every row."""
    lembar = _lembar(acak, buku)
    nomor, nilai = acak.randint(1, max(1, lembar.max_column)), nilai_acak(acak)
    for baris in range(3, lembar.max_row + 1):
        sel = lembar.cell(baris, nomor)
        if hasattr(sel, "column_letter"):
            sel.value = nilai


def _baris(acak: random.Random, buku: Workbook) -> None:
    lembar = _lembar(acak, buku)
    nomor = acak.randint(1, max(3, lembar.max_row))
    acak.choice((lembar.delete_rows, lembar.insert_rows))(nomor, acak.randint(1, 3))


def _copy_row(acak: random.Random, buku: Workbook) -> None:
    lembar = _lembar(acak, buku)
    if lembar.max_row >= 3:
        sumber = acak.randint(3, lembar.max_row)
        lembar.append([sel.value for sel in lembar[sumber]])


def _tukar(acak: random.Random, buku: Workbook) -> None:
    lembar = _lembar(acak, buku)
    if lembar.max_row >= 4:
        a, b = acak.sample(range(3, lembar.max_row + 1), 2)
        for x, y in zip(lembar[a], lembar[b], strict=True):
            if hasattr(x, "column_letter") and hasattr(y, "column_letter"):
                x.value, y.value = y.value, x.value


def _kolom_hilang(acak: random.Random, buku: Workbook) -> None:
    lembar = _lembar(acak, buku)
    acak.choice((lembar.delete_cols, lembar.insert_cols))(acak.randint(1, max(1, lembar.max_column)))


def _lembar_hilang(acak: random.Random, buku: Workbook) -> None:
    if len(buku.sheetnames) > 2:
        buku.remove(_lembar(acak, buku))


def _rename(acak: random.Random, buku: Workbook) -> None:
    _lembar(acak, buku).title = acak.choice(("Desa", "Coretan", "Renstra", "_meta", "Sheet1"))


def _join(acak: random.Random, buku: Workbook) -> None:
    _lembar(acak, buku).merge_cells(
        start_row=acak.randint(1, 6),
        end_row=acak.randint(6, 9),
        start_column=1,
        end_column=acak.randint(1, 3),
    )


def _empty_all(acak: random.Random, buku: Workbook) -> None:
    lembar = _lembar(acak, buku)
    lembar.delete_rows(acak.choice((1, 3)), lembar.max_row)


UBAHAN: tuple[tuple[int, Callable[[random.Random, Workbook], None]], ...] = (
    (12, _sel),
    (2, _kolom),
    (3, _baris),
    (3, _copy_row),
    (2, _tukar),
    (1, _kolom_hilang),
    (2, _lembar_hilang),
    (1, _rename),
    (1, _join),
    (1, _empty_all),
)


def buku_acak(asli: bytes, benih: int) -> bytes:
    """A real export after some hands have been at it, or what is left of a file after an accident."""
    acak = random.Random(benih)  # noqa: S311  # a repeatable accident
    if acak.random() < 0.15:
        return _bita_acak(asli, acak)
    buku = opened(asli)
    pilihan = [f for bobot, f in UBAHAN for _ in range(bobot)]
    for _ in range(acak.randint(1, acak.choice((2, 5, 30)))):
        acak.choice(pilihan)(acak, buku)
    keluaran = io.BytesIO()
    buku.save(keluaran)
    return keluaran.getvalue()


def _bita_acak(asli: bytes, acak: random.Random) -> bytes:
    cara = acak.randrange(4)
    if cara == 0:
        return acak.randbytes(acak.randint(0, 2000))
    if cara == 1:
        return asli[: acak.randint(0, len(asli))]
    if cara == 2:
        isi = bytearray(asli)
        for _ in range(acak.randint(1, 50)):
            isi[acak.randrange(len(isi))] = acak.randrange(256)
        return bytes(isi)
    return _bagian_acak(asli, acak)


def _bagian_acak(asli: bytes, acak: random.Random) -> bytes:
    """One part of the package left out or broken, the others whole."""
    keluaran = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(asli)) as lama,
        zipfile.ZipFile(keluaran, "w", zipfile.ZIP_DEFLATED) as baru,
    ):
        korban = acak.choice(lama.namelist())
        for nama in lama.namelist():
            isi = bytearray(lama.read(nama))
            if nama == korban:
                if acak.random() < 0.3:
                    continue
                for _ in range(acak.randint(1, 5)):
                    if isi:
                        letak = acak.randrange(len(isi))
                        isi[letak : letak + acak.randint(0, 20)] = acak.randbytes(acak.randint(0, 5))
            baru.writestr(nama, bytes(isi))
    return keluaran.getvalue()
