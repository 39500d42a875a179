"""Sheets of the rencana aksi → its head, its rows with four targets, the kegiatan that serve them, the steps."""

from __future__ import annotations

from sakip import models as m
from sakip.capaian.triwulan import TRIWULAN
from sakip.entry.measured import NO_TARGET
from sakip.records.rencana_aksi.sheet import stored_rencana_aksi
from sakip.workbook.cells.row import SheetRow
from sakip.workbook.run import Run, target_columns


def apply_rencana_aksi(run: Run) -> None:
    """The year's rencana aksi; none where no sheet says anything of it."""
    rows = run.table["RencanaAksi"]
    plan = run.document("rencana_aksi", m.RencanaAksi, stored_rencana_aksi(run.current), said=bool(rows))
    if plan is None:
        return
    recorded = run.below(plan, "baris")
    lines = run.write_below(
        plan,
        "baris",
        rows,
        at=run.sheet("RencanaAksi"),
        also=lambda r: {"acuan_indikator": run.indikator_of(r, recorded=recorded)},
    )
    for line, r in zip(lines, rows, strict=True):
        _targets(run, line, r)
        _kegiatan(run, line, r)
        _steps(run, line, r)


def _targets(run: Run, line: m.BarisRencanaAksi, row: SheetRow) -> None:
    run.write(
        m.TargetTriwulan,
        [
            (
                run.place(row, cetak=f"cetak_{n}", **dict.fromkeys((*NO_TARGET, "target"), f"target_{n}")),
                {"triwulan": n} | target_columns(row, f"target_{n}", f"cetak_{n}"),
            )
            for n in TRIWULAN
            if row[f"target_{n}"] is not None
        ],
        at=run.place(row),
        parent={"baris": line},
        stock=run.below(line, "target"),
        key=("triwulan",),
    )


def _kegiatan(run: Run, line: m.BarisRencanaAksi, row: SheetRow) -> None:
    number = row["nomor"]
    rows = [] if number is None else run.rows("RencanaAksiKegiatan", nomor=number)
    run.write_below(line, "kegiatan", rows, also=run.levels, at=run.place(row))


def _steps(run: Run, line: m.BarisRencanaAksi, row: SheetRow) -> None:
    number = row["nomor"]
    rows = [] if number is None else run.rows("RencanaAksiLangkah", nomor=number)
    run.write_below(
        line,
        "langkah",
        rows,
        also=lambda r: {"penanggung_jawab": run.units_of(r)},
        at=run.place(row),
    )
