"""Sheets of money → budget rows with output and outcome, belanja, totals of earlier years, supporting programs."""

from __future__ import annotations

from typing import Any

from sakip import models as m
from sakip.records.anggaran.sheet import stored_belanja, stored_budget, stored_earlier, stored_support
from sakip.workbook.cells.row import SheetRow
from sakip.workbook.run import Run


def apply_anggaran(run: Run) -> None:
    """Everything about money."""
    rows = run.table["Anggaran"]
    budget = run.write_rows(
        m.Anggaran,
        rows,
        at=run.sheet("Anggaran"),
        also=run.levels,
        parent=run.own,
        stock=stored_budget(run.current),
        key=("program", "kegiatan", "sub_kegiatan", "unit"),
    )
    for stored, r in zip(budget, rows, strict=True):
        own = r["kode"] or "", r["unit"] or ""
        outputs = [o for o in run.table["Keluaran"] if (o["kode"] or "", o["unit"] or "") == own]
        run.write_below(stored, "keluaran", outputs, also=_state, at=run.place(r))
        sources = [s for s in run.table["SumberDana"] if (s["kode"] or "", s["unit"] or "") == own]
        run.write_below(stored, "sumber_dana", sources, at=run.place(r), key=("sumber",))
    _earlier(run)
    _belanja(run)
    _support(run)


def _state(row: SheetRow) -> dict[str, Any]:
    measured = row["realisasi"] is not None or bool(row["realisasi_cetak"])
    state = m.Keluaran.Keadaan.TERISI if measured else m.Keluaran.Keadaan.BELUM_DIISI
    return {"keadaan": row["keadaan"] or state.value}


def _earlier(run: Run) -> None:
    run.write_rows(
        m.AnggaranLalu,
        run.table["AnggaranLalu"],
        at=run.sheet("AnggaranLalu"),
        parent={"kecamatan": run.kecamatan},
        stock=stored_earlier(run.current),
        key=("tahun",),
    )


def _belanja(run: Run) -> None:
    run.tree(
        m.Belanja,
        "Belanja",
        key="kode",
        parent=run.own,
        stock=stored_belanja(run.current),
        above="Tulis kelompoknya lebih dahulu dalam daftar.",
    )


def _support(run: Run) -> None:
    run.write_rows(
        m.DukunganProgram,
        run.table["DukunganProgram"],
        at=run.sheet("DukunganProgram"),
        also=lambda r: {"sasaran": run.sasaran_of(r, "sasaran"), "program": run.levels(r)["program"]},
        parent=run.own,
        stock=stored_support(run.current),
        key=("sasaran", "program"),
    )
