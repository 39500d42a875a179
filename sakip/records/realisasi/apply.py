"""The sheet of measured values → records, for whole years and per triwulan."""

from __future__ import annotations

from sakip import models as m
from sakip.records.realisasi.sheet import stored_of_tujuan, stored_realisasi
from sakip.workbook.cells.row import SheetRow
from sakip.workbook.run import Run, value_columns


def apply_realisasi(run: Run) -> None:
    """The values of this year and of the earlier ones that the sheet speaks of."""
    stored = stored_realisasi(run.current)
    years = sorted({r["tahun"] for r in run.table["Realisasi"]} | {s.tahun for s in stored})
    for year in years:
        run.write_rows(
            m.Realisasi,
            run.rows("Realisasi", tahun=year),
            at=run.sheet("Realisasi"),
            also=lambda r: {"indikator": run.indikator_needed(r)} | value_columns(r),
            parent={"tahun": year},
            stock=[s for s in stored if s.tahun == year],
            key=("indikator", "triwulan"),
        )


def apply_realisasi_tujuan(run: Run) -> None:
    """The same of indikator tujuan."""
    stored = stored_of_tujuan(run.current)
    years = sorted({r["tahun"] for r in run.table["RealisasiTujuan"]} | {s.tahun for s in stored})
    for year in years:
        run.write_rows(
            m.RealisasiTujuan,
            run.rows("RealisasiTujuan", tahun=year),
            at=run.sheet("RealisasiTujuan"),
            also=lambda r: {"indikator": _indikator_tujuan(run, r)} | value_columns(r),
            parent={"tahun": year},
            stock=[s for s in stored if s.tahun == year],
            key=("indikator",),
        )


def _indikator_tujuan(run: Run, row: SheetRow) -> m.IndikatorTujuan:
    found = run.indikator_tujuan.get((row["tujuan"], row["nomor"]))
    if found is None:
        raise run.place(row).error(
            f"indikator nomor {row['nomor']} tujuan {row['tujuan']} tidak ada pada lembar IndikatorTujuan.",
            "nomor",
        )
    return found
