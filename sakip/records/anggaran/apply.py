"""Sheets of money → budget rows with output and outcome, belanja, totals of earlier years, supporting programs."""

from __future__ import annotations

from typing import Any

from sakip import models as m
from sakip.records.anggaran.sheet import (
    AMOUNTS,
    stored_belanja,
    stored_budget,
    stored_earlier,
    stored_support,
)
from sakip.records.tree import parents_first, tree_numbers
from sakip.workbook.cells import Baris
from sakip.workbook.run import Run, texts


def apply_anggaran(run: Run) -> None:
    """Everything about money."""
    rows = run.table["Anggaran"]
    budget = run.write(
        m.Anggaran,
        [
            (
                run.place(r),
                run.levels(r)
                | texts(r, "unit", "keterangan")
                | {"rinci": True if r["rinci"] is None else r["rinci"]}
                | {name: r[name] for name in AMOUNTS},
            )
            for r in rows
        ],
        at=run.sheet("Anggaran"),
        parent=run.own,
        stock=stored_budget(run.current.data),
        key=("program", "kegiatan", "sub_kegiatan", "unit"),
    )
    for stored, r in zip(budget, rows, strict=True):
        own = r["kode"] or "", r["unit"] or ""
        outputs = [o for o in run.table["Keluaran"] if (o["kode"] or "", o["unit"] or "") == own]
        run.write(
            m.Keluaran,
            [(run.place(o), _output(o)) for o in outputs],
            at=run.place(r),
            parent={"anggaran": stored},
            stock=run.below(stored, "keluaran"),
        )
    _earlier(run)
    _belanja(run)
    _support(run)


def _output(row: Baris) -> dict[str, Any]:
    measured = row["realisasi"] is not None or bool(row["realisasi_cetak"])
    state = m.Keluaran.Keadaan
    return texts(row, "uraian", "satuan", "target_cetak", "realisasi_cetak", "keterangan") | {
        "jenis": row["jenis"] or m.Keluaran.Jenis.OUTPUT.value,
        "target": row["target"],
        "realisasi": row["realisasi"],
        "keadaan": row["keadaan"] or (state.TERISI if measured else state.BELUM_DIISI).value,
    }


def _earlier(run: Run) -> None:
    run.write(
        m.AnggaranLalu,
        [
            (run.place(r), {k: r[k] for k in ("tahun", "pagu", "realisasi")} | texts(r, "sumber"))
            for r in run.table["AnggaranLalu"]
        ],
        at=run.sheet("AnggaranLalu"),
        parent={"kecamatan": run.kecamatan},
        stock=stored_earlier(run.current.data),
        key=("tahun",),
    )


def _belanja(run: Run) -> None:
    """One after another, because each names its group among those before it."""
    rows = run.table["Belanja"]
    stored = {b.kode: b for b in parents_first(stored_belanja(run.current.data))}
    known: dict[str, m.Belanja] = {}
    for urut, r in zip(tree_numbers([r["kode"] for r in rows], stored), rows, strict=True):
        if r["induk"] and r["induk"] not in known:
            raise run.place(r).galat(
                f'"{r["induk"]}" tidak dikenal. Tulis kelompoknya lebih dahulu dalam daftar.', "induk"
            )
        known[r["kode"]] = run.sync.satu(
            m.Belanja,
            run.place(r),
            kunci=run.own | {"kode": r["kode"]},
            nilai={
                "nama": r["nama"],
                "induk": known[r["induk"]] if r["induk"] else None,
                "pagu": r["pagu"],
                "realisasi": r["realisasi"],
                "di_luar_program": bool(r["di_luar_program"]),
                "urut": urut,
            },
            stok=stored.values(),
        )
    gone = [b for b in stored.values() if b.kode not in known]
    run.write(m.Belanja, [], at=run.sheet("Belanja"), parent={}, stock=gone, key=("kode",))


def _support(run: Run) -> None:
    run.write(
        m.DukunganProgram,
        [
            (
                run.place(r),
                {"sasaran": run.sasaran_of(r, "sasaran"), "program": run.levels(r)["program"]},
            )
            for r in run.table["DukunganProgram"]
        ],
        at=run.sheet("DukunganProgram"),
        parent=run.own,
        stock=stored_support(run.current.data),
        key=("sasaran", "program"),
    )
