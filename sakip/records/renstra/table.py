"""The targets of a Renstra as a grid: a line for every indikator, a column for every year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from django.db.models import Prefetch

from sakip import models as m
from sakip.entry.place import EntryPlace
from sakip.entry.table_grid import Line, NewLine, Table, TableGrid
from sakip.records.earlier_targets import EarlierTargets
from sakip.records.renstra.form import IndikatorTujuanTargetForm, tahun_renstra
from sakip.records.renstra.indikator_form import IndikatorTargetForm

FIRST: Final = "Tujuan, sasaran, dan indikator"


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
            yield Table(
                title=f"Target Renstra {renstra.masa}",
                first=FIRST,
                columns=tuple(f"target_{year}" for year in tahun_renstra(renstra)),
                fixed=("Satuan",),
                earlier=reached.heads,
                new=tuple(_new(renstra)),
                lines=tuple(_lines(renstra, reached)),
            )
    if not versions:
        years = ("tahun_awal", "tahun_akhir", "dasar", "periode_rpjmd", "misi_diacu")
        yield Table(
            title=f"Renstra yang meliputi tahun {here.tahun}",
            first=FIRST,
            columns=(),
            fixed=("Satuan",),
            new=(NewLine(kind="renstra", title="Renstra baru", fields=years),),
            lines=(),
        )


def _new(renstra: m.Renstra) -> Iterator[NewLine]:
    """What may be added, from above: nothing below what is not there."""
    tujuan = tuple(renstra.tujuan.all())
    sasaran = tuple(one for above in tujuan for one in above.sasaran.all())
    for above in tujuan:
        above.renstra = renstra
    for one in sasaran:
        one.renstra = renstra
    yield NewLine(kind="tujuan", title="Tujuan baru", parents=(renstra,), fields=("uraian",))
    if tujuan:
        measured = ("nama", "satuan", "jenis_nilai", "rumus", "skala")
        yield NewLine(
            kind="indikator-tujuan",
            title="Indikator tujuan baru",
            parents=tujuan,
            below="Tujuan",
            fields=measured,
        )
        yield NewLine(
            kind="sasaran", title="Sasaran baru", parents=tujuan, below="Tujuan", fields=("uraian",)
        )
    if sasaran:
        yield NewLine(
            kind="indikator", title="Indikator baru", parents=sasaran, below="Sasaran", fields=measured
        )


def _lines(renstra: m.Renstra, reached: EarlierTargets) -> Iterator[Line]:
    for tujuan in renstra.tujuan.all():
        yield Line(label=f"Tujuan: {tujuan.uraian}", place=f"tujuan.{tujuan.pk}")
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
            yield Line(label=f"Sasaran: {sasaran.uraian}", level=1, place=f"sasaran.{sasaran.pk}")
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
