"""The sheet of values of kabupaten, provinsi and nation → records."""

from __future__ import annotations

from sakip import models as m
from sakip.records.pembanding.sheet import stored_pembanding
from sakip.workbook.run import Run, columns, value_columns


def apply_pembanding(run: Run) -> None:
    """The values that the year's LKIP prints."""
    run.write(
        m.PembandingIndikator,
        [
            (
                run.place(r, tahun_nilai="tahun"),
                columns(r, m.PembandingIndikator) | {"indikator": run.indikator_needed(r)} | value_columns(r),
            )
            for r in run.table["Pembanding"]
        ],
        at=run.sheet("Pembanding"),
        parent={"tahun": run.tahun},
        stock=stored_pembanding(run.current),
        key=("indikator", "lingkup"),
    )
