"""The targets of a Renstra as a grid: a line for every indikator, a column for every year."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Prefetch

from sakip import models as m
from sakip.entry.place import EntryPlace
from sakip.entry.table_grid import Line, Table, TableGrid
from sakip.records.earlier_targets import EarlierTargets
from sakip.records.renstra.form import IndikatorTujuanTargetForm, tahun_renstra
from sakip.records.renstra.indikator_form import IndikatorTargetForm


def _compose(here: EntryPlace) -> Iterator[Table]:
    """A table for the latest version of each Renstra whose years cover this one, and for the one in force
    (8 queries)."""
    versions = list(
        here.rows(m.Renstra)
        .select_related("kecamatan")
        .prefetch_related(
            "tujuan__indikator__target",
            Prefetch("tujuan__sasaran", m.Sasaran.objects.select_related("sasaran_rpjmd")),
            "tujuan__sasaran__indikator__target",
        )
        .order_by("-tahun_awal", "-versi")
    )
    latest = {r.tahun_awal: r.pk for r in reversed(versions)}
    in_force = here.plan.in_force
    reached = EarlierTargets.reached(here)
    for renstra in versions:
        if renstra.pk in latest.values() or (in_force and renstra.pk == in_force.pk):
            lines = tuple(_lines(renstra, reached))
            if any(one.row for one in lines):
                yield Table(
                    title=f"Target Renstra {renstra.masa}",
                    first="Tujuan, sasaran, dan indikator",
                    columns=tuple(f"target_{year}" for year in tahun_renstra(renstra)),
                    fixed=("Satuan",),
                    earlier=reached.heads,
                    lines=lines,
                )


def _lines(renstra: m.Renstra, reached: EarlierTargets) -> Iterator[Line]:
    for tujuan in renstra.tujuan.all():
        yield Line(label=f"Tujuan: {tujuan.uraian}")
        for of_tujuan in tujuan.indikator.all():
            of_tujuan.tujuan = tujuan
            tujuan.renstra = renstra
            yield Line(
                label=of_tujuan.nama,
                kind="indikator-tujuan",
                row=of_tujuan,
                fixed=(of_tujuan.satuan,),
                earlier=reached.of_key(""),
            )
        for sasaran in tujuan.sasaran.all():
            yield Line(label=f"Sasaran: {sasaran.uraian}", level=1)
            for indikator in sasaran.indikator.all():
                indikator.renstra = renstra
                yield Line(
                    label=indikator.nama,
                    kind="indikator",
                    row=indikator,
                    level=1,
                    fixed=(indikator.satuan,),
                    earlier=reached.of_key(indikator.kunci),
                )


TABLE = TableGrid(
    code="renstra",
    intro="Target setiap indikator menurut tahun: angka (85), huruf (BB), atau rentang (80–90).",
    forms={"indikator-tujuan": IndikatorTujuanTargetForm, "indikator": IndikatorTargetForm},
    compose=_compose,
)
