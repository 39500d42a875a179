"""What a row of a sheet says, by the sheet's own declaration of its columns: out of stored rows, and into them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Model

from sakip.entry.value_kinds import plain_number
from sakip.workbook.sheets.sheet import Column, Sheet

Cells = dict[str, Any]
"""A row of a sheet: values by the key of their column."""


@dataclass(frozen=True)
class Said:
    """A row as a room reads it: the stored rows whose columns it holds, and its other cells by their key."""

    rows: tuple[Model, ...]
    others: Cells


def said(*rows: Model | None, **others: Any) -> Said:
    """What a row says. Columns of the stored rows need no mention: they are those of the sheet (:func:`cells_of`)."""
    return Said(tuple(row for row in rows if row is not None), others)


def cells_of(sheet: Sheet, one: Said) -> Cells:
    """The row by the keys of the sheet's columns."""
    filled = {
        column.key: getattr(row, column.model_field[1])
        for column in sheet.columns
        if column.model_field is not None
        for row in one.rows
        if isinstance(row, column.model_field[0])
    }
    return {
        name: number(value) if isinstance(value, Decimal) else value for name, value in filled.items()
    } | one.others


def stored_from(sheet: Sheet, cells: Cells, model: type[Model]) -> dict[str, Any]:
    """Columns of a model that a row of the sheet fills: as written, and where nothing is as the model has it then."""
    return {
        column.model_field[1]: _empty(column) if cells.get(column.key) is None else cells[column.key]
        for column in sheet.columns
        if column.model_field is not None and column.model_field[0] is model
    }


def _empty(column: Column) -> Any:
    field = column.field()
    return field.get_default() if field is not None else None


def number(value: Any) -> str | None:
    """A stored number without the zeros of its column, the same from both databases."""
    return None if value is None else plain_number(value)
