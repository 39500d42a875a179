"""The sheet of measured values → records, for whole years and per triwulan."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django.db import models

from sakip import models as m
from sakip.records.realisasi.sheet import stored_of_tujuan, stored_realisasi
from sakip.workbook.cells.row import SheetRow
from sakip.workbook.run import Run, value_columns
from sakip.workbook.stored import Stored

R = TypeVar("R", m.Realisasi, m.RealisasiTujuan)


def apply_realisasi(run: Run) -> None:
    """The values of this year and of the earlier ones that the sheets speak of."""
    _apply(run, m.Realisasi, "Realisasi", stored_realisasi, run.indikator_needed, ("indikator", "triwulan"))


def apply_realisasi_tujuan(run: Run) -> None:
    """The same of indikator tujuan."""
    _apply(
        run,
        m.RealisasiTujuan,
        "RealisasiTujuan",
        stored_of_tujuan,
        lambda r: indikator_tujuan_of(run, r),
        ("indikator",),
    )


def _apply(
    run: Run,
    model: type[R],
    sheet: str,
    stored_rows: Callable[[Stored], list[R]],
    indikator_of: Callable[[SheetRow], models.Model],
    key: tuple[str, ...],
) -> None:
    stored = stored_rows(run.current)
    for year in sorted({r["tahun"] for r in run.table[sheet]} | {s.tahun for s in stored}):
        run.write_rows(
            model,
            run.rows(sheet, tahun=year),
            at=run.sheet(sheet),
            also=lambda r: {"indikator": indikator_of(r)} | value_columns(r),
            parent={"tahun": year},
            stock=[s for s in stored if s.tahun == year],
            key=key,
        )


def indikator_tujuan_of(run: Run, row: SheetRow) -> m.IndikatorTujuan:
    """The indikator tujuan that a row names by its tujuan and number. Raises the refusal of the row."""
    found = run.indikator_tujuan.get((row["tujuan"], row["nomor"]))
    if found is None:
        raise run.place(row).error(
            f"indikator nomor {row['nomor']} tujuan {row['tujuan']} tidak ada pada lembar IndikatorTujuan.",
            "nomor",
        )
    return found
