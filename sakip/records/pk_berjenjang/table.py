"""PK berjenjang as a grid: who promises in every unit, what, and the indikator kinerja individu."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import TypeVar

from sakip.entry.place import EntryPlace
from sakip.entry.table_grid import Line, Table, TableGrid
from sakip.models import IKI, BarisPKUnit, PKUnit
from sakip.records.pk_berjenjang.form import BarisPKUnitForm, IKIForm, PKUnitForm

R = TypeVar("R", BarisPKUnit, IKI)


def _compose(here: EntryPlace) -> Iterator[Table]:
    """Each of the three, where there are rows (3 queries)."""
    rows = here.rows(BarisPKUnit).select_related("unit", "indikator")
    if promised := tuple(_under_units(rows, "baris-pk-unit", lambda row: str(row.indikator))):
        yield Table(
            title="Indikator dan target setiap unit",
            first="Mendukung indikator camat",
            columns=("kinerja", "ukuran", "target", "satuan"),
            lines=promised,
        )
    if own := tuple(_under_units(here.rows(IKI).select_related("unit"), "iki", lambda row: row.tugas)):
        yield Table(
            title="Indikator kinerja individu",
            first="Tugas",
            columns=("ukuran", "target", "satuan"),
            lines=own,
        )
    if heads := list(here.rows(PKUnit).select_related("unit")):
        yield Table(
            title="Pejabat dan tanggal",
            first="Unit kerja",
            columns=("jabatan", "nama", "nip", "pangkat", "tempat", "tanggal"),
            lines=tuple(Line(label=str(one.unit), kind="pk-berjenjang", row=one) for one in heads),
        )


def _under_units(rows: Iterable[R], kind: str, label: Callable[[R], str]) -> Iterator[Line]:
    """The rows, which come unit by unit, each unit with a heading."""
    for unit, below in groupby(rows, key=lambda row: row.unit):
        yield Line(label=str(unit))
        for row in below:
            yield Line(label=label(row), kind=kind, row=row, level=1)


TABLE = TableGrid(
    code="pk-berjenjang",
    intro="Yang diperjanjikan setiap unit, indikator kinerja individu, dan pejabat yang menandatanganinya.",
    forms={"baris-pk-unit": BarisPKUnitForm, "iki": IKIForm, "pk-berjenjang": PKUnitForm},
    compose=_compose,
    within="pk",
)
