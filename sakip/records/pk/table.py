"""The Perjanjian Kinerja as a grid: what is promised of every indikator, and the amounts of the programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sakip import models as m
from sakip.entry.place import EntryPlace
from sakip.entry.table_grid import Line, NewLine, Table, TableGrid
from sakip.records.earlier_targets import EarlierTargets, indikator_table, years_before
from sakip.records.pk.form import AmountPKForm, TargetPKForm
from sakip.text.numbers import format_angka


def _compose(here: EntryPlace) -> Iterator[Table]:
    """Two tables for every version, those of a PK murni where there is none (6 queries)."""
    agreements = list(
        here.rows(m.PerjanjianKinerja)
        .filter(dikutip=False)
        .prefetch_related("baris__acuan_indikator", "anggaran")
        .order_by("-versi")
    )
    if not agreements:
        if not here.rows(m.PerjanjianKinerja).exists():  # else a PK that is only cited says what was agreed
            yield _indikator("PK murni", (), (), None)
            yield _programs("PK murni", (), (), None)
        return
    earlier = EarlierTargets.read(here, m.BarisPK, "perjanjian__versi")
    amounts = _earlier_amounts(here)
    for pk in agreements:
        name = f"PK perubahan ke-{pk.versi}" if pk.versi else "PK murni"
        yield _indikator(name, (pk,), pk.baris.all(), earlier)
        yield _programs(name, (pk,), pk.anggaran.all(), amounts)


def _indikator(
    name: str,
    below: tuple[m.PerjanjianKinerja, ...],
    rows: Iterable[m.BarisPK],
    earlier: EarlierTargets | None,
) -> Table:
    return indikator_table(
        f"{name}: target kinerja",
        kind="baris-pk",
        columns=("target",),
        below=below,
        rows=rows,
        earlier=earlier,
    )


def _programs(
    name: str,
    below: tuple[m.PerjanjianKinerja, ...],
    programs: Iterable[m.AnggaranPK],
    earlier: EarlierTargets | None,
) -> Table:
    return Table(
        title=f"{name}: anggaran program",
        first="Program",
        columns=("anggaran",),
        new=(NewLine(kind="anggaran-pk", parents=below, fields=("program", "nama")),),
        earlier=earlier.heads if earlier else (),
        lines=tuple(
            Line(
                label=row.nama,
                kind="anggaran-pk",
                row=row,
                earlier=earlier.of_key(_named(row)) if earlier else (),
            )
            for row in programs
        ),
    )


def _earlier_amounts(here: EntryPlace) -> EarlierTargets:
    """What the years before promised to spend on a program (1 query)."""
    rows = m.AnggaranPK.objects.for_kecamatan(here.kecamatan).filter(
        **years_before(here, m.AnggaranPK.tahun_path)
    )
    return EarlierTargets.told(
        (
            (row.perjanjian_id, _named(row), row.perjanjian.tahun, format_angka(row.anggaran))
            for row in rows.select_related("perjanjian", "program").order_by("perjanjian__versi", "pk")
        ),
        "Anggaran",
    )


def _named(row: m.AnggaranPK) -> str:
    """A program by its name, also where only a printed one is known: its code changes with the nomenklatur."""
    return (row.program.nama if row.program else row.nama).casefold()


TABLE = TableGrid(
    code="pk",
    intro="Target setiap indikator dan anggaran setiap program, menurut versi PK.",
    forms={"baris-pk": TargetPKForm, "anggaran-pk": AmountPKForm},
    compose=_compose,
)
