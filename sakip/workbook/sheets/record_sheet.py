"""The sheet of a record that lies in the record's own room: what it holds, how it is read and how it is written.

A record's ``sheet.py`` registers it (:func:`register`) and is found by itself; workbook, fixture, preview and history
know it from then on. Where a sheet is one plain table of a kind of row, :func:`list_sheet` makes all of it from the
columns of the model: their labels, kinds and limits are declared there, once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.db import models

from kecamatan.models import Kecamatan
from sakip.entry.columns import value_of
from sakip.workbook.sheets.sheet import Kolom, Lembar


@dataclass(frozen=True, kw_only=True)
class RecordSheet:
    """A sheet with its way out and in.

    ``read`` yields the rows of a kecamatan and year by the keys of the columns, in a fixed number of queries. ``apply``
    writes what came back: it is given the run (:class:`sakip.workbook.run.Run`, which stands above this module).
    """

    sheet: Lembar
    read: Callable[[Kecamatan, int], Iterable[dict[str, Any]]]
    apply: Callable[[Any], None]


#: Sheets of records by name, in the order in which they are written: after those that they may refer to.
RECORD_SHEETS: Final[dict[str, RecordSheet]] = {}


def register(record_sheet: RecordSheet) -> None:
    """Add a sheet. Raises ValueError for a name that is taken."""
    name = record_sheet.sheet.nama
    if name in RECORD_SHEETS:
        raise ValueError(f"nama lembar dipakai dua kali: {name!r}")
    RECORD_SHEETS[name] = record_sheet


def list_sheet(
    model: type[models.Model], *, name: str, about: str, columns: tuple[str, ...], unique: Collection[str]
) -> RecordSheet:
    """The sheet of rows that hang on kecamatan and year; ``unique`` are the columns that no two of them share."""
    fields = {column: model._meta.get_field(column) for column in columns}
    manager: Any = model._default_manager

    def stored(kecamatan: Kecamatan, tahun: int) -> list[Any]:
        return list(manager.for_kecamatan(kecamatan).for_tahun(tahun))

    def read(kecamatan: Kecamatan, tahun: int) -> Iterable[dict[str, Any]]:
        return [{column: getattr(row, column) for column in columns} for row in stored(kecamatan, tahun)]

    def apply(run: Any) -> None:
        run.write(
            model,
            [
                (run.place(row), {c: _empty(fields[c]) if row[c] is None else row[c] for c in columns})
                for row in run.table[name]
            ],
            at=run.sheet(name),
            parent=run.own,
            stock=stored(run.kecamatan, run.tahun),
            key=tuple(unique),
        )

    return RecordSheet(
        sheet=Lembar(
            nama=name,
            isi=about,
            model=(model._meta.label_lower,),
            unik=tuple(unique),
            kolom=tuple(_column(model, field) for field in fields.values()),
        ),
        read=read,
        apply=apply,
    )


def _column(model: type[models.Model], field: Any) -> Kolom:
    label = str(field.verbose_name)
    return Kolom(
        kunci=field.name,
        judul=f"{label[:1].upper()}{label[1:]}",
        jenis=value_of(field),
        petunjuk=str(field.help_text),
        arti="" if field.blank or field.null else label,
        bidang=(model, field.name),
        lebar=40 if isinstance(field, models.TextField) else 18,
    )


def _empty(field: Any) -> Any:
    """What an empty cell stores: no text, or nothing known."""
    return "" if isinstance(field, models.CharField | models.TextField) else field.get_default()
