"""The rencana aksi as a grid: the target of every indikator in each triwulan."""

from __future__ import annotations

from collections.abc import Iterator

from sakip import models as m
from sakip.entry.place import EntryPlace
from sakip.entry.table_grid import Line, Table, TableGrid
from sakip.records.rencana_aksi.form import ROMAN, BarisRencanaAksiForm


def _compose(here: EntryPlace) -> Iterator[Table]:
    """One table (3 queries)."""
    rencana = here.rows(m.RencanaAksi).first()
    if rencana is None:
        return
    rows = list(m.BarisRencanaAksi.objects.filter(rencana_aksi=rencana).prefetch_related("target"))
    if rows:
        yield Table(
            title=f"Target rencana aksi tahun {here.tahun} menurut triwulan",
            first="Indikator kinerja",
            fixed=("Satuan",),
            columns=tuple(f"target_{n}" for n in ROMAN),
            lines=tuple(
                Line(label=row.indikator, kind="baris-rencana-aksi", row=row, fixed=(row.satuan,))
                for row in rows
            ),
        )


TABLE = TableGrid(
    code="rencana-aksi",
    intro="Target setiap indikator pada triwulan I sampai IV.",
    forms={"baris-rencana-aksi": BarisRencanaAksiForm},
    compose=_compose,
)
