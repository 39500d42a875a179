"""One row of a test, stored and found at less cost: Django builds the statement anew for each.

What is sent is what Django sends. A row that Django has more to do for than to send its columns goes Django's way.
"""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

from django.db import connection, transaction
from django.db.models import AutoField, Field, Model
from django.db.models.signals import post_save, pre_save

from kecamatan.ground.prepared import PreparedRows

M = TypeVar("M", bound=Model)


def insert(row: Model) -> None:
    """Store a new row as it is."""
    model = type(row)
    if connection.vendor != "sqlite" or not _is_plain(model) or (row.pk is not None and _has_own_key(model)):
        row.save(force_insert=True)
        return
    row._prepare_related_fields_for_save(operation_name="save")  # type: ignore[attr-defined]  # the stubs leave it out
    sql, columns = _statement(model)
    values: list[Any] = [column.pre_save(row, True) for column in columns]
    if any(hasattr(value, "resolve_expression") for value in values):
        row.save(force_insert=True)
        return
    sent = [column.get_db_prep_save(value, connection) for column, value in zip(columns, values, strict=True)]
    with transaction.mark_for_rollback_on_error("default"), connection.cursor() as cursor:
        cursor.execute(sql, sent)
        if _has_own_key(model):
            row.pk = cursor.fetchone()[0]
    row._state.adding, row._state.db = False, "default"


def first(model: type[M]) -> M | None:
    """The row that was stored first (1 query)."""
    return _first_of(model).first()


def count(model: type[Model]) -> int:
    """How many rows there are (1 query)."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM {connection.ops.quote_name(model._meta.db_table)}")  # noqa: S608
        return int(cursor.fetchone()[0])


@cache
def _first_of(model: type[M]) -> PreparedRows[M]:
    return PreparedRows(lambda: model._default_manager.order_by("pk")[:1])


@cache
def _is_plain(model: type[Model]) -> bool:
    listeners = pre_save.has_listeners(model) or post_save.has_listeners(model)
    return not model._meta.parents and not model._meta.db_returning_fields[1:] and not listeners


def _has_own_key(model: type[Model]) -> bool:
    """Whether the database numbers its rows."""
    return isinstance(model._meta.pk, AutoField)


@cache
def _statement(model: type[Model]) -> tuple[str, list[Field[Any, Any]]]:
    quoted = connection.ops.quote_name
    columns = [
        one
        for one in model._meta.local_concrete_fields
        if not one.generated and not isinstance(one, AutoField)
    ]
    names = ", ".join(quoted(str(column.column)) for column in columns)
    places = ", ".join(["%s"] * len(columns))
    key = f" RETURNING {quoted(str(model._meta.pk.column))}" if _has_own_key(model) else ""
    return f"INSERT INTO {quoted(model._meta.db_table)} ({names}) VALUES ({places}){key}", columns  # noqa: S608
