"""The stored rows with a key, by a statement that is made once for each kind of row and of key.

A workbook asks for the rows below hundreds of others, each by the same columns.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

from django.db.models import CharField, Field, ForeignKey, IntegerField, Model, TextField

from kecamatan.ground.prepared import PreparedRows

M = TypeVar("M", bound=Model)


def stored_rows(model: type[M], keys: Mapping[str, Any]) -> list[M]:
    """All rows with these values, in the order of their model (1 query)."""
    given = _plain(model, keys)
    if given is None:
        return list(model._default_manager.filter(**keys))
    return _rows(model, tuple(given))(*given.values())


def stored_row(model: type[M], keys: Mapping[str, Any]) -> M | None:
    """The first of them (1 query)."""
    given = _plain(model, keys)
    if given is None:
        return model._default_manager.filter(**keys).first()
    return _first(model, tuple(given)).first(*given.values())


@cache
def _rows(model: type[M], columns: tuple[str, ...]) -> PreparedRows[M]:
    return PreparedRows(
        lambda *values: model._default_manager.filter(**dict(zip(columns, values, strict=True)))
    )


@cache
def _first(model: type[M], columns: tuple[str, ...]) -> PreparedRows[M]:
    def rows(*values: Any) -> Any:
        found = model._default_manager.filter(**dict(zip(columns, values, strict=True)))
        return (found if found.ordered else found.order_by("pk"))[:1]

    return PreparedRows(rows)


def _plain(model: type[Model], keys: Mapping[str, Any]) -> dict[str, int | str] | None:
    """Numbers and texts of the columns; None where there is another kind of value, or no such column."""
    columns = _columns(model)
    given: dict[str, Any] = {}
    for name, value in keys.items():
        if isinstance(value, Model):
            value = value.pk
        if type(value) is not columns.get(name):
            return None
        given[name] = value
    return given


@cache
def _columns(model: type[Model]) -> dict[str, type]:
    def kind(field: Field[Any, Any]) -> type:
        if isinstance(field, CharField | TextField):
            return str
        return int if isinstance(field, IntegerField | ForeignKey) else type(None)

    found = {field.name: kind(field) for field in model._meta.local_concrete_fields}
    return {name: one for name, one in found.items() if one in (int, str)}
