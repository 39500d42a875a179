"""What a CHECK asks of a row, put into SQL once per process.

Django builds the question anew for every row and wraps it into a savepoint; a row of ours has ten such questions, and
to build them took longer than all else that a form does with it.
"""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any, Final

from django.core.exceptions import EmptyResultSet, FieldError, FullResultSet
from django.db import DatabaseError, connections, transaction
from django.db.models import BooleanField, Expression, Field, JSONField, Model, Q, Value
from django.db.models.expressions import SQLiteNumericMixin
from django.db.models.functions import Coalesce
from django.db.models.sql import Query

#: A question that is asked in Django's way: what it is made of depends on the row.
ITS_OWN_WAY: Final = None

Question = tuple[str, list[Any]]
"""SQL, and its parameters: values of the condition, and columns of the row."""


class _Column(SQLiteNumericMixin, Expression):
    """The place of what a row has in a column."""

    def as_sql(self, *_: Any) -> tuple[str, Any]:
        return "%s", [self]


def question(
    condition: Any, model: type[Model], names: frozenset[str], using: str = "default"
) -> Question | None:
    """What has to be asked of a row, ``names`` the columns in the condition; None where Django has to ask it."""
    fields = {name: field for field in model._meta.local_concrete_fields if (name := field.name) in names}
    others = (
        field.generated or isinstance(field, JSONField) or hasattr(field, "get_placeholder")
        for field in fields.values()
    )
    if any(others) or len(fields) != len(names):
        return ITS_OWN_WAY
    query = Query(None)  # of no model, as Django's own
    for name, field in fields.items():
        query.add_annotation(_Column(output_field=field), name, select=False)
    query.add_annotation(Value(1), "_check")
    try:
        query.add_q(
            Q(Coalesce(Q(condition), True, output_field=BooleanField()))
            if connections[using].features.supports_comparing_boolean_expr
            else Q(condition)
        )
        sql, parameters = query.get_compiler(using=using).as_sql()
    except (FieldError, EmptyResultSet, FullResultSet):
        return ITS_OWN_WAY
    return sql, list(parameters)


def holds(asked: Question, row: Model, using: str = "default") -> bool | None:
    """Whether the row has it so; None where the database cannot say, or the row holds what is yet to be computed."""
    connection = connections[using]
    sql, parameters = asked
    values = []
    for one in parameters:
        if isinstance(one, _Column):
            field: Field[Any, Any] = one.output_field
            value = getattr(row, str(field.attname))
            if hasattr(value, "resolve_expression"):
                return None
            values.append(field.get_db_prep_value(value, connection))
        else:
            values.append(one)
    # A question that PostgreSQL refuses would take the whole transaction with it.
    apart = connection.vendor == "postgresql" and connection.in_atomic_block
    try:
        with transaction.atomic(using) if apart else nullcontext(), connection.cursor() as cursor:
            cursor.execute(sql, values)
            return cursor.fetchone() is not None
    except DatabaseError:
        return None
