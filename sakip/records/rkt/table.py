"""The RKT as a grid: indikator with their targets, and the amounts of program, kegiatan and sub kegiatan."""

from __future__ import annotations

from collections.abc import Iterator

from sakip import models as m
from sakip.entry.place import EntryPlace
from sakip.entry.table_grid import Line, Table, TableGrid
from sakip.records.earlier_targets import EarlierTargets
from sakip.records.rkt.form import BarisRKTForm, SasaranRKTForm


def _compose(here: EntryPlace) -> Iterator[Table]:
    """Both tables (4 queries)."""
    rkt = here.rows(m.RKT).first()
    if rkt is None:
        return
    if rows := list(m.SasaranRKT.objects.filter(rkt=rkt).select_related("acuan_indikator")):
        earlier = EarlierTargets.read(here, m.SasaranRKT)
        yield Table(
            title=f"Target RKT tahun {here.tahun}",
            first="Sasaran",
            columns=("indikator", "satuan", "target"),
            earlier=earlier.heads,
            lines=tuple(
                Line(label=row.sasaran, kind="sasaran-rkt", row=row, earlier=earlier.of(row)) for row in rows
            ),
        )
    chosen = m.BarisRKT.objects.filter(rkt=rkt).select_related("program", "kegiatan", "sub_kegiatan")
    if programs := list(chosen):
        yield Table(
            title=f"Anggaran RKT tahun {here.tahun} dalam rupiah",
            first="Program, kegiatan, sub kegiatan",
            columns=("anggaran",),
            lines=tuple(
                Line(
                    label=str(row.sub_kegiatan or row.kegiatan or row.program),
                    kind="baris-rkt",
                    row=row,
                    level=2 if row.sub_kegiatan_id else 1 if row.kegiatan_id else 0,
                )
                for row in programs
            ),
        )


TABLE = TableGrid(
    code="rkt",
    intro="Indikator dengan satuan dan targetnya, dan anggaran setiap program, kegiatan, dan sub kegiatan.",
    forms={"sasaran-rkt": SasaranRKTForm, "baris-rkt": BarisRKTForm},
    compose=_compose,
)
