"""The RKT as a grid: indikator with their targets, and program, kegiatan and sub kegiatan with their amounts and
indikator."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sakip import models as m
from sakip.entry.place import EntryPlace
from sakip.entry.table_grid import Line, NewLine, Table, TableGrid
from sakip.records.earlier_targets import EarlierTargets
from sakip.records.rkt.form import AmountRKTForm, IndikatorBarisRKTForm, SasaranRKTCellForm


def _compose(here: EntryPlace) -> Iterator[Table]:
    """Its tables; of an RKT that is not begun those with which it begins (5 queries)."""
    rkt = here.rows(m.RKT).first()
    below = (rkt,) if rkt else ()
    rows = list(m.SasaranRKT.objects.filter(rkt=rkt).select_related("acuan_indikator")) if rkt else []
    earlier = EarlierTargets.read(here, m.SasaranRKT) if rows else None
    yield Table(
        title=f"Target RKT tahun {here.tahun}",
        first="Sasaran",
        columns=("indikator", "satuan", "target"),
        new=(NewLine(kind="sasaran-rkt", parents=below, fields=("acuan_indikator", "sasaran")),),
        earlier=earlier.heads if earlier else (),
        lines=tuple(
            Line(
                label=row.sasaran,
                kind="sasaran-rkt",
                row=row,
                earlier=earlier.of(row) if earlier else (),
            )
            for row in rows
        ),
    )
    chosen = m.BarisRKT.objects.filter(rkt=rkt).select_related("program", "kegiatan", "sub_kegiatan")
    programs = list(chosen.prefetch_related("indikator")) if rkt else []
    yield Table(
        title=f"Anggaran RKT tahun {here.tahun} dalam rupiah",
        first="Program, kegiatan, sub kegiatan",
        columns=("anggaran",),
        new=(NewLine(kind="baris-rkt", parents=below, fields=("nomenklatur", "acuan_sasaran")),),
        lines=tuple(Line(label=str(row), kind="baris-rkt", row=row, level=_level(row)) for row in programs),
    )
    if programs:
        yield Table(
            title=f"Indikator program, kegiatan, dan sub kegiatan RKT tahun {here.tahun}",
            first="Program, kegiatan, sub kegiatan",
            columns=("uraian", "target", "satuan"),
            new=(
                NewLine(
                    kind="indikator-baris-rkt",
                    parents=tuple(programs),
                    below="Program, kegiatan, atau sub kegiatan",
                ),
            ),
            lines=tuple(_indikator(programs)),
        )


def _indikator(rows: Iterable[m.BarisRKT]) -> Iterator[Line]:
    for row in rows:
        for number, one in enumerate(row.indikator.all(), start=1):
            if number == 1:
                yield Line(label=str(row), level=_level(row))
            yield Line(
                label=f"Indikator {number}", kind="indikator-baris-rkt", row=one, level=_level(row) + 1
            )


def _level(row: m.BarisRKT) -> int:
    return 2 if row.sub_kegiatan_id else 1 if row.kegiatan_id else 0


TABLE = TableGrid(
    code="rkt",
    intro=(
        "Indikator dengan satuan dan targetnya, dan anggaran serta indikator setiap program, kegiatan, dan sub"
        " kegiatan."
    ),
    forms={
        "sasaran-rkt": SasaranRKTCellForm,
        "baris-rkt": AmountRKTForm,
        "indikator-baris-rkt": IndikatorBarisRKTForm,
    },
    compose=_compose,
)
