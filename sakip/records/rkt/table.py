"""The RKT as a grid: indikator with their targets, and program, kegiatan and sub kegiatan with their amounts and
indikator."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sakip import models as m
from sakip.entry.place import EntryPlace
from sakip.entry.table_grid import Line, NewLine, Table, TableGrid
from sakip.records.earlier_targets import EarlierTargets, years_before
from sakip.records.rkt.form import AmountRKTForm, IndikatorBarisRKTForm, SasaranRKTCellForm
from sakip.text.numbers import format_angka


def _compose(here: EntryPlace) -> Iterator[Table]:
    """Its tables; of an RKT that is not begun those with which it begins (7 queries)."""
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
    amounts = _earlier_amounts(here) if programs else None
    yield Table(
        title=f"Anggaran RKT tahun {here.tahun} dalam rupiah",
        first="Program, kegiatan, sub kegiatan",
        columns=("anggaran",),
        new=(NewLine(kind="baris-rkt", parents=below, fields=("nomenklatur", "acuan_sasaran")),),
        earlier=amounts.heads if amounts else (),
        lines=tuple(
            Line(
                label=str(row),
                kind="baris-rkt",
                row=row,
                level=_level(row),
                earlier=amounts.of_key(_named(row)) if amounts else (),
            )
            for row in programs
        ),
    )
    if programs:
        targets = _earlier_targets(here)
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
            earlier=targets.heads,
            lines=tuple(_indikator(programs, targets)),
        )


def _earlier_amounts(here: EntryPlace) -> EarlierTargets:
    """What the RKT of the years before gave to a program, kegiatan or sub kegiatan (1 query)."""
    rows = m.BarisRKT.objects.for_kecamatan(here.kecamatan).filter(
        **years_before(here, m.BarisRKT.tahun_path), anggaran__isnull=False
    )
    return EarlierTargets.told(
        (
            (row.rkt_id, _named(row), row.rkt.tahun, format_angka(row.anggaran))
            for row in rows.select_related("rkt", "program", "kegiatan", "sub_kegiatan")
            if row.anggaran is not None
        ),
        "Anggaran",
    )


def _earlier_targets(here: EntryPlace) -> EarlierTargets:
    """What was to come of it (1 query)."""
    rows = m.IndikatorBarisRKT.objects.for_kecamatan(here.kecamatan).filter(
        **years_before(here, m.IndikatorBarisRKT.tahun_path)
    )
    of_row = ("baris__rkt", "baris__program", "baris__kegiatan", "baris__sub_kegiatan")
    return EarlierTargets.told(
        (
            (one.baris.rkt_id, _measured(one.baris, one), one.baris.rkt.tahun, one.target)
            for one in rows.select_related(*of_row)
        ),
        "Target",
    )


def _named(row: m.BarisRKT) -> str:
    """By code and name: a code that was given to something else is another row."""
    return " ".join(str(one or "") for one in (row.program, row.kegiatan, row.sub_kegiatan))


def _measured(row: m.BarisRKT, one: m.IndikatorBarisRKT) -> str:
    return f"{_named(row)} {one.uraian.casefold()}"


def _indikator(rows: Iterable[m.BarisRKT], targets: EarlierTargets) -> Iterator[Line]:
    for row in rows:
        for number, one in enumerate(row.indikator.all(), start=1):
            if number == 1:
                yield Line(label=str(row), level=_level(row))
            yield Line(
                label=f"Indikator {number}",
                kind="indikator-baris-rkt",
                row=one,
                level=_level(row) + 1,
                earlier=targets.of_key(_measured(row, one)),
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
