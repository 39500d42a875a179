"""The sheet of values of kabupaten, provinsi and nation → records."""

from __future__ import annotations

from sakip import models as m
from sakip.records.pembanding.sheet import stored_pembanding
from sakip.workbook.run import Run, value_columns


def apply_pembanding(run: Run) -> None:
    """The values that the year's LKIP prints."""
    run.write_rows(
        m.PembandingIndikator,
        run.table["Pembanding"],
        at=run.sheet("Pembanding"),
        also=lambda r: {"indikator": run.indikator_needed(r)} | value_columns(r),
        names={"tahun_nilai": "tahun"},
        parent={"tahun": run.tahun},
        stock=stored_pembanding(run.current),
        key=("indikator", "lingkup"),
    )
