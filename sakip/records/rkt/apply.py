"""Sheets of the RKT → its head, its indikator rows, its program down to sub kegiatan with their indikator."""

from __future__ import annotations

from sakip import models as m
from sakip.records.rkt.sheet import stored_rkt
from sakip.workbook.cells.row import SheetRow
from sakip.workbook.run import Run, target_columns


def apply_rkt(run: Run) -> None:
    """The year's RKT; none where no sheet says anything of it."""
    first_table, second_table = run.table["RKT"], run.table["RKTKegiatan"]
    stored = stored_rkt(run.current)
    rkt = run.document("rkt", m.RKT, stored, said=bool(first_table or second_table))
    if rkt is None:
        return
    recorded = run.below(rkt, "sasaran")
    run.write_below(
        rkt,
        "sasaran",
        first_table,
        at=run.sheet("RKT"),
        also=lambda r: {"acuan_indikator": run.indikator_of(r, recorded=recorded)} | target_columns(r),
    )
    _lines(run, rkt, second_table)


def _lines(run: Run, rkt: m.RKT, rows: list[SheetRow]) -> None:
    """Rows with one number are one line of the table with several indikator."""
    grouped: dict[object, list[SheetRow]] = {}
    for place, r in enumerate(rows):
        grouped.setdefault(("alone", place) if r["nomor"] is None else r["nomor"], []).append(r)
    recorded = run.below(rkt, "baris")
    lines = run.write_below(
        rkt,
        "baris",
        (group[0] for group in grouped.values()),
        at=run.sheet("RKTKegiatan"),
        also=lambda r: {
            **run.levels(r),
            "acuan_sasaran": run.sasaran_of(r, "sasaran", recorded),
            "penanggung_jawab": run.units_of(r),
        },
        names={"acuan_sasaran": "sasaran"},
    )
    for line, group in zip(lines, grouped.values(), strict=True):
        run.write_below(line, "indikator", (r for r in group if r["uraian"]), at=run.place(group[0]))
