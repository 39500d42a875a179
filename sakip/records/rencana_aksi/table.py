"""The rencana aksi as a grid: the target of every indikator, and of every kegiatan below it, in each triwulan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from sakip import models as m
from sakip.entry.place import EntryPlace
from sakip.entry.table_grid import Line, NewLine, Table, TableGrid
from sakip.records.earlier_targets import EarlierTargets, indikator_table
from sakip.records.rencana_aksi.form import ROMAN, TRIWULAN, KegiatanCellForm, QuartersForm


def _compose(here: EntryPlace) -> Iterator[Table]:
    """Both tables; of a rencana aksi that is not begun the one with which it begins (5 queries)."""
    rencana = here.rows(m.RencanaAksi).first()
    of_indikator = m.BarisRencanaAksi.objects.filter(rencana_aksi=rencana).select_related("acuan_indikator")
    rows = list(of_indikator.prefetch_related("target")) if rencana else []
    earlier = EarlierTargets.last_quarters(here) if rows else None
    yield indikator_table(
        f"Target rencana aksi tahun {here.tahun} menurut triwulan",
        kind="baris-rencana-aksi",
        columns=tuple(f"target_{n}" for n in ROMAN),
        below=(rencana,) if rencana else (),
        rows=rows,
        earlier=earlier,
    )
    if rows:
        below = m.KegiatanRencanaAksi.objects.filter(baris__rencana_aksi=rencana).order_by(
            "baris__urut", "baris_id", "urut", "id"
        )
        yield Table(
            title=f"Kegiatan rencana aksi tahun {here.tahun} menurut triwulan",
            first="Indikator kinerja, kegiatan",
            columns=("indikator", "satuan", *TRIWULAN),
            new=(
                NewLine(
                    kind="kegiatan-rencana-aksi",
                    parents=tuple(rows),
                    below="Indikator kinerja",
                    fields=("nomenklatur",),
                ),
            ),
            lines=tuple(_kegiatan(below.select_related("baris", "program", "kegiatan", "sub_kegiatan"))),
        )


def _kegiatan(rows: Iterable[m.KegiatanRencanaAksi]) -> Iterator[Line]:
    for _, group in groupby(rows, key=lambda row: row.baris_id):
        some = list(group)
        yield Line(label=some[0].baris.indikator)
        for row in some:
            name = str(row.sub_kegiatan or row.kegiatan or row.program)
            yield Line(label=name, kind="kegiatan-rencana-aksi", row=row, level=1)


TABLE = TableGrid(
    code="rencana-aksi",
    intro="Target setiap indikator, dan setiap kegiatan di bawahnya, pada triwulan I sampai IV.",
    forms={"baris-rencana-aksi": QuartersForm, "kegiatan-rencana-aksi": KegiatanCellForm},
    compose=_compose,
)
