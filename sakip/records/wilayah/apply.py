"""Sheets of desa and organisation → records."""

from __future__ import annotations

from kecamatan import models as k
from kecamatan.ground.row_sync import Sisa
from sakip.records.tree import parents_first, tree_numbers
from sakip.records.wilayah.sheet import stored_desa, stored_units
from sakip.workbook.run import Run, texts


def apply_desa(run: Run) -> None:
    """Desa and kelurahan."""
    run.write(
        k.DesaKelurahan,
        [(run.place(r), texts(r, "nama", "jenis", "status")) for r in run.table["Desa"]],
        at=run.sheet("Desa"),
        parent={"kecamatan": run.kecamatan},
        stock=stored_desa(run.current.data),
        key=("jenis", "nama"),
    )


def apply_units(run: Run) -> None:
    """One after another, because each names its atasan among those before it."""
    rows = run.table["UnitKerja"]
    stored = {u.kunci: u for u in parents_first(stored_units(run.current.data))}
    known: dict[str, k.UnitKerja] = {}
    for urut, r in zip(tree_numbers([r["kunci"] for r in rows], stored), rows, strict=True):
        if r["induk"] and r["induk"] not in known:
            raise run.place(r).galat(
                f'"{r["induk"]}" tidak dikenal. Tulis unit atasannya lebih dahulu dalam daftar.', "induk"
            )
        known[r["kunci"]] = run.sync.satu(
            k.UnitKerja,
            run.place(r),
            kunci={"kecamatan": run.kecamatan, "kunci": r["kunci"]},
            nilai=texts(r, "nama", "jenis")
            | {"induk": known[r["induk"]] if r["induk"] else None, "urut": urut},
            stok=stored.values(),
        )
    gone = [u for u in stored.values() if u.kunci not in known]
    run.write(
        k.UnitKerja, [], at=run.sheet("UnitKerja"), parent={}, stock=gone, key=("kunci",), rest=Sisa.HAPUS
    )
    run.units = frozenset(known)
