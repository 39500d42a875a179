"""The Perjanjian Kinerja as a grid: what is promised of every indikator, and the amounts of the programs."""

from __future__ import annotations

from collections.abc import Iterator

from sakip import models as m
from sakip.entry.place import EntryPlace
from sakip.entry.table_grid import Line, NewLine, Table, TableGrid
from sakip.records.earlier_targets import EarlierTargets
from sakip.records.pk.form import AnggaranPKForm, BarisPKForm


def _compose(here: EntryPlace) -> Iterator[Table]:
    """Two tables for every version (5 queries)."""
    agreements = list(
        here.rows(m.PerjanjianKinerja)
        .filter(dikutip=False)
        .prefetch_related("baris__acuan_indikator", "anggaran")
        .order_by("-versi")
    )
    earlier = EarlierTargets.read(here, m.BarisPK, "perjanjian__versi")
    for pk in agreements:
        name = f"PK perubahan ke-{pk.versi}" if pk.versi else "PK murni"
        if rows := list(pk.baris.all()):
            yield Table(
                title=f"{name}: target kinerja",
                first="Indikator kinerja",
                fixed=("Satuan",),
                columns=("target",),
                new=NewLine(
                    kind="baris-pk", parent=pk, fields=("acuan_indikator", "sasaran", "indikator", "satuan")
                ),
                earlier=earlier.heads,
                lines=tuple(
                    Line(
                        label=row.indikator,
                        kind="baris-pk",
                        row=row,
                        fixed=(row.satuan,),
                        earlier=earlier.of(row),
                    )
                    for row in rows
                ),
            )
        if programs := list(pk.anggaran.all()):
            yield Table(
                title=f"{name}: anggaran program",
                first="Program",
                columns=("anggaran",),
                new=NewLine(kind="anggaran-pk", parent=pk, fields=("program", "nama")),
                lines=tuple(Line(label=row.nama, kind="anggaran-pk", row=row) for row in programs),
            )


TABLE = TableGrid(
    code="pk",
    intro="Target setiap indikator dan anggaran setiap program, menurut versi PK.",
    forms={"baris-pk": BarisPKForm, "anggaran-pk": AnggaranPKForm},
    compose=_compose,
)
