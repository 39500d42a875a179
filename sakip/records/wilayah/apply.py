"""Sheets of desa and organisation → records."""

from __future__ import annotations

from kecamatan import models as k
from sakip.records.wilayah.sheet import stored_desa, stored_units
from sakip.workbook.run import Run


def apply_desa(run: Run) -> None:
    """Desa and kelurahan."""
    run.write_rows(
        k.DesaKelurahan,
        run.table["Desa"],
        at=run.sheet("Desa"),
        parent={"kecamatan": run.kecamatan},
        stock=stored_desa(run.current),
        key=("jenis", "nama"),
    )


def apply_units(run: Run) -> None:
    """Units, each below its atasan."""
    run.units = run.tree(
        k.UnitKerja,
        "UnitKerja",
        key="kunci",
        parent={"kecamatan": run.kecamatan},
        stock=stored_units(run.current),
        above="Tulis unit atasannya lebih dahulu dalam daftar.",
    )
