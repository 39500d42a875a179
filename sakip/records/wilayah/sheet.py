"""Desa and organisation in the workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kecamatan import models as k
from kecamatan.ground.prepared import PreparedRows
from sakip.records.nested_rows import parents_first
from sakip.records.wilayah.pasted import DESA, UNITS
from sakip.workbook.cells.row import SheetChecker, SheetRow
from sakip.workbook.sheets.columns import of, row_key
from sakip.workbook.sheets.record_sheet import record_sheet, register
from sakip.workbook.sheets.said import Said, said
from sakip.workbook.stored import Stored, stock


@stock
def stored_desa(data: Stored) -> list[k.DesaKelurahan]:
    """Desa and kelurahan."""
    return list(data.kecamatan.desa.all())  # each knows its kecamatan: it is named by its words


@stock
def stored_units(data: Stored) -> list[k.UnitKerja]:
    """Units of the organisation."""
    return _UNITS(data.kecamatan.pk)


_UNITS: Final = PreparedRows(
    lambda kecamatan: k.UnitKerja.objects.filter(kecamatan=kecamatan).select_related("induk")
)


def _units(data: Stored) -> Iterator[Said]:
    for unit in parents_first(stored_units(data)):
        yield said(unit, induk=unit.induk.kunci if unit.induk else "")


def _check_units(p: SheetChecker, rows: Sequence[SheetRow]) -> None:
    for b in rows:
        if b["jenis"] == "camat" and b["induk"]:
            p.refuse(b, "induk", "Kosongkan: camat tidak memiliki atasan dalam kecamatan.")
    camat = [b for b in rows if b["jenis"] == "camat"]
    for b in camat[1:]:
        p.refuse(b, "jenis", f"unit camat sudah ada pada {camat[0].where}. Hapus salah satu.")


register(
    record_sheet(
        "Desa",
        "Desa dan kelurahan",
        of(k.DesaKelurahan, "jenis", meaning="jenis: Desa atau Kelurahan", width=14),
        of(k.DesaKelurahan, "nama", meaning="nama desa", width=32),
        of(k.DesaKelurahan, "status", hint="Misalnya Maju atau Mandiri.", width=24),
        model=("kecamatan.desakelurahan",),
        unique=("jenis", "nama"),
        pasted=DESA,
        shared=lambda kode, row, rows: f"Desa {kode}",
        read=lambda data: map(said, stored_desa(data)),
    ),
    record_sheet(
        "UnitKerja",
        "Susunan organisasi kecamatan",
        of(
            k.UnitKerja,
            "kunci",
            hint="Nama pendek tanpa spasi, misalnya seksi-trantib.",
            meaning="kunci unit kerja",
            width=24,
        ),
        of(k.UnitKerja, "nama", meaning="nama unit kerja", width=50),
        of(k.UnitKerja, "jenis", meaning="jenis unit kerja", width=28),
        row_key(
            "induk",
            "Atasan langsung",
            "UnitKerja",
            hint="Kunci unit atasannya, yang ditulis lebih dahulu; hanya camat tanpa atasan.",
            width=24,
        ),
        model=("kecamatan.unitkerja",),
        unique=("kunci",),
        key="kunci",
        pasted=UNITS,
        shared=lambda kode, row, rows: f"UnitKerja {kode}",
        read=_units,
        check=_check_units,
    ),
)
