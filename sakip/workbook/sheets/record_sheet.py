"""The sheet of a record, which lies in the record's own room: what it holds, how it is read, judged and written.

A room's ``sheet.py`` registers its sheets (:func:`register`) and is found by itself; workbook, fixture, preview and
history know them from then on. Where a sheet is one plain table of a kind of row, :func:`list_sheet` makes all of it
from the columns of the model: their labels, kinds and limits are declared there, once.

What stands above this module (:class:`sakip.workbook.stored.Stored`, :class:`sakip.workbook.cells.row.SheetChecker`,
:class:`sakip.workbook.run.Run`) is given to the functions of a sheet when they are called.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from typing import Any, Final

from django.db import models

from kecamatan.ground.prepared import Prepared, PreparedRows
from sakip.querysets import of_year
from sakip.workbook.sheets.columns import indikator_key, nama_indikator, of, sasaran_key, unit_key
from sakip.workbook.sheets.pasted import AS_EVERYWHERE, Pasted
from sakip.workbook.sheets.said import Cells, Said, cells_of, said, stored_from
from sakip.workbook.sheets.sheet import Column, Sheet


@dataclass(frozen=True, kw_only=True)
class RecordSheet:
    """A sheet with its way out and in.

    ``read`` yields what the rows say of what is stored, in a fixed number of queries. ``settle``
    fills in what may be left empty because there is only one thing it can mean, ``check`` refuses what only the rows of
    the sheet, seen together, can have wrong. ``apply`` writes what came back; None where the room writes several sheets
    in one (:mod:`sakip.records.sheets`).
    """

    sheet: Sheet
    read: Callable[[Any], Iterable[Said]]
    settle: Callable[[Any], None] | None = None
    check: Callable[[Any, Any], None] | None = None
    apply: Callable[[Any], None] | None = None

    def rows(self, data: Any) -> list[Cells]:
        """Everything that is stored, as the sheet says it."""
        return [cells_of(self.sheet, one) for one in self.read(data)]


def record_sheet(
    nama: str,
    content: str,
    *columns: Column,
    read: Callable[[Any], Iterable[Said]],
    settle: Callable[[Any], None] | None = None,
    check: Callable[[Any, Any], None] | None = None,
    apply: Callable[[Any], None] | None = None,
    **about: Any,
) -> RecordSheet:
    """A sheet of these columns; ``about`` is what else :class:`Sheet` says of it."""
    sheet = Sheet(nama=nama, content=content, columns=columns, **about)
    return RecordSheet(sheet=sheet, read=read, settle=settle, check=check, apply=apply)


#: Sheets of records by name, in their order in the workbook.
RECORD_SHEETS: Final[dict[str, RecordSheet]] = {}


def register(*record_sheets: RecordSheet) -> None:
    """Add sheets. Raises ValueError for a name that is taken."""
    for one in record_sheets:
        name = one.sheet.nama
        if name in RECORD_SHEETS:
            raise ValueError(f"nama lembar dipakai dua kali: {name!r}")
        RECORD_SHEETS[name] = one


def extend(name: str, *, read: Callable[[Any], Iterable[Said]], apply: Callable[[Any], None]) -> None:
    """Rows of a room above on a sheet whose own rows are written with the others of their room."""
    own = RECORD_SHEETS[name]
    RECORD_SHEETS[name] = replace(own, read=lambda data: chain(own.read(data), read(data)), apply=apply)


def all_sheets() -> list[Sheet]:
    """Every sheet of the workbook that holds records, in order."""
    return [record.sheet for record in RECORD_SHEETS.values()]


def put_in_order(names: Collection[str]) -> None:
    """These sheets first, in this order; then the others as they were registered.

    Raises KeyError for a name that is not registered.
    """
    ordered = {name: RECORD_SHEETS[name] for name in names} | RECORD_SHEETS
    RECORD_SHEETS.clear()
    RECORD_SHEETS.update(ordered)


def list_sheet(
    model: type[models.Model],
    *,
    name: str,
    about: str,
    columns: tuple[str, ...],
    unique: Collection[str],
    later: Collection[str] = (),
    pasted: Pasted = AS_EVERYWHERE,
) -> RecordSheet:
    """The sheet of rows that hang on kecamatan and year; ``unique`` are the columns that no two of them share,
    ``later`` those that workbooks handed out before do not have; ``pasted`` says what offices call them.

    A column that refers to a unit, or to a sasaran or an indikator of the Renstra, is filled by its kunci.
    """
    _LISTED.append(model)
    references = tuple(column for column in columns if model._meta.get_field(column).is_relation)

    def rows(kecamatan: int, tahun: int) -> Any:
        found = of_year(model, kecamatan, tahun)
        return found.select_related(*references) if references else found

    prepared = PreparedRows(rows)

    def load(data: Any) -> list[Any]:
        if model._meta.label_lower not in data.once(_with_rows):
            return []
        return prepared(data.kecamatan.pk, data.tahun)

    def stored(data: Any) -> list[Any]:
        rows: list[Any] = data.once(load)
        return rows

    def read(data: Any) -> Iterator[Said]:
        for row in stored(data):
            others: Cells = {}
            for column in references:
                others |= _named(column, getattr(row, column))
            yield said(row, **others)

    def referred(run: Any, row: Any) -> dict[str, Any]:
        return {
            column: run.unit_of(row)
            if column == _UNIT
            else run.indikator_needed(row)
            if column == _INDIKATOR
            else run.sasaran_of(row, column)
            for column in references
        }

    def apply(run: Any) -> None:
        run.write(
            model,
            [
                (run.place(row), stored_from(row.sheet, row.nilai, model) | referred(run, row))
                for row in run.table[name]
            ],
            at=run.sheet(name),
            parent=run.own,
            stock=stored(run.current),
            key=tuple(unique),
        )

    return record_sheet(
        name,
        about,
        *chain.from_iterable(_of(model, column, added=column in later) for column in columns),
        read=read,
        apply=apply,
        model=(model._meta.label_lower,),
        unique=tuple(_KEYS.get(column, column) for column in unique),
        added=True,
        pasted=pasted,
    )


#: The models of all plain lists.
_LISTED: Final[list[type[models.Model]]] = []


def _with_rows(data: Any) -> frozenset[str]:
    """Labels of those that hold a row of the year (1 query): of most years most are empty, and cost nothing else."""
    return frozenset(label for (label,) in _filled(*_LISTED).tuples(data.kecamatan.pk, data.tahun))


@cache
def _filled(*listed: type[models.Model]) -> Prepared:
    """The labels of these models that hold a row of a kecamatan's year."""

    def rows(kecamatan: int, tahun: int) -> Any:
        first, *others = (
            of_year(model, kecamatan, tahun)
            .order_by()
            .annotate(label=models.Value(model._meta.label_lower, output_field=models.CharField()))
            .values_list("label", flat=True)
            .distinct()
            for model in listed
        )
        return first.union(*others)

    return Prepared(rows)


_INDIKATOR: Final = "indikator"
_UNIT: Final = "unit"
#: Columns of a model whose column of the sheet is called otherwise.
_KEYS: Final = {_INDIKATOR: "kunci_indikator"}


def _of(model: type[models.Model], column: str, *, added: bool) -> tuple[Column, ...]:
    field: Any = model._meta.get_field(column)
    if not field.is_relation:
        return (of(model, column, added=added),)
    meaning = "" if field.null else f"kunci {column}"
    if column == _UNIT:
        return (unit_key(),)
    if column == _INDIKATOR:
        return (indikator_key(meaning=meaning), nama_indikator())
    return (sasaran_key(column, meaning=meaning),)


def _named(column: str, one: Any) -> Cells:
    """The cells that name what a column refers to."""
    if column == _INDIKATOR:
        return {_KEYS[column]: one.kunci, "nama_indikator": one.nama}
    return {column: one.kunci if one else None}
