"""PK berjenjang as a grid: who promises in every unit, what, and the indikator kinerja individu."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import TypeVar

from sakip.entry.place import EntryPlace
from sakip.entry.table_grid import Line, NewLine, Table, TableGrid
from sakip.models import IKI, BarisPKUnit, PKUnit
from sakip.records.earlier_targets import EarlierTargets, years_before
from sakip.records.pk_berjenjang.form import BarisPKUnitForm, IKIForm, PKUnitForm, version_words
from sakip.records.pk_berjenjang.printed import printed_as

R = TypeVar("R", BarisPKUnit, IKI)


def _compose(here: EntryPlace) -> Iterator[Table]:
    """The three tables (5 queries)."""
    rows = here.rows(BarisPKUnit).select_related("unit", "indikator")
    earlier = _earlier(here, BarisPKUnit)
    yield Table(
        title="Indikator dan target setiap unit",
        first="Mendukung indikator camat",
        columns=("kinerja", "ukuran", "target", "satuan"),
        new=(NewLine(kind="baris-pk-unit", fields=("versi", "unit", "indikator")),),
        earlier=earlier.heads,
        lines=tuple(_under_units(rows, _named, "baris-pk-unit", lambda row: str(row.indikator), earlier)),
    )
    own = here.rows(IKI).select_related("unit")
    earlier = _earlier(here, IKI)
    yield Table(
        title="Indikator kinerja individu",
        first="Tugas",
        columns=("ukuran", "target", "satuan"),
        new=(NewLine(kind="iki", fields=("unit", "tugas")),),
        earlier=earlier.heads,
        lines=tuple(_under_units(own, lambda row: str(row.unit), "iki", lambda row: row.tugas, earlier)),
    )
    yield Table(
        title="Pejabat dan tanggal",
        first="Unit kerja",
        columns=("jabatan", "nama", "nip", "pangkat", "tempat", "tanggal"),
        new=(NewLine(kind="pk-berjenjang", fields=("versi", "unit")),),
        lines=tuple(
            Line(label=_named(one), kind="pk-berjenjang", row=one)
            for one in here.rows(PKUnit).select_related("unit")
        ),
    )


def _named(row: BarisPKUnit | PKUnit) -> str:
    """Of which PK of a unit it is."""
    return f"{row.unit}, {version_words(row.versi).lower()}" if row.versi else str(row.unit)


def _earlier(here: EntryPlace, model: type[R]) -> EarlierTargets:
    """What the unit promised in the years before, by the PK that counted last (1 query)."""
    rows = (
        model.objects.for_kecamatan(here.kecamatan)
        .filter(**years_before(here, "tahun"))
        .select_related("unit")
    )
    told = [(getattr(row, "versi", 0), _promised(row), row.tahun, row.target) for row in rows]
    return EarlierTargets.told(sorted(told, key=lambda one: one[0]), "Target")


def _promised(row: R) -> str:
    return f"{row.unit.kunci} {row.ukuran.casefold()}"


def _under_units(
    rows: Iterable[R],
    heading: Callable[[R], str],
    kind: str,
    label: Callable[[R], str],
    earlier: EarlierTargets,
) -> Iterator[Line]:
    """The rows, which come one PK after another, each with its heading."""
    for name, below in groupby(rows, key=heading):
        yield Line(label=name)
        for row in below:
            yield Line(label=label(row), kind=kind, row=row, level=1, earlier=earlier.of_key(_promised(row)))


TABLE = TableGrid(
    code="pk-berjenjang",
    intro="Yang diperjanjikan setiap unit, indikator kinerja individu, dan pejabat yang menandatanganinya.",
    forms={"baris-pk-unit": BarisPKUnitForm, "iki": IKIForm, "pk-berjenjang": PKUnitForm},
    compose=_compose,
    within="pk",
    printed=lambda here: printed_as({row.versi for row in here.rows(BarisPKUnit)}),
)
