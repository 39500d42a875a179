"""Sheets of address, desa and organisation → records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kecamatan import models as k
from kecamatan.ground.row_sync import Sisa
from sakip.records.tree import parents_first, tree_numbers
from sakip.workbook.cells import Baris
from sakip.workbook.run import Place, Run, SheetRefusal, texts
from sakip.workbook.sheets import ALAMAT, Lembar


@dataclass(frozen=True)
class Upright:
    """A sheet that has a line per field, as one row."""

    sheet: Lembar
    rows: list[Baris]

    def values(self, *columns: str) -> dict[str, Any]:
        """Those of the fields that were filled in."""
        return {c: r[c] for r in self.rows for c in columns if r[c] is not None}

    def galat(self, pesan: str, kunci: str = "") -> SheetRefusal:
        """The refusal of a field, at its line."""
        row = next((r for r in self.rows if kunci in r.nilai), None)
        return Place(self.sheet, row).galat(pesan, kunci)


def upright(run: Run, name: str) -> Upright:
    """The fields of a sheet."""
    return Upright(run.sheet(name).sheet, run.table[name])


def apply_address(run: Run) -> None:
    """Address and telephone of the office."""
    fields = upright(run, "Profil")
    run.sync.satu(
        k.Kecamatan,
        fields,
        kunci={"kode": run.kecamatan.kode},
        nilai=dict.fromkeys(ALAMAT, "") | fields.values(*ALAMAT),
        stok=[run.kecamatan],
    )


def apply_desa(run: Run) -> None:
    """Desa and kelurahan."""
    run.write(
        k.DesaKelurahan,
        [(run.place(r), texts(r, "nama", "jenis", "status")) for r in run.table["Desa"]],
        at=run.sheet("Desa"),
        parent={"kecamatan": run.kecamatan},
        stock=run.current.data.desa,
        key=("jenis", "nama"),
    )


def apply_units(run: Run) -> None:
    """One after another, because each names its atasan among those before it."""
    rows = run.table["UnitKerja"]
    stored = {u.kunci: u for u in parents_first(run.current.data.unit)}
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
