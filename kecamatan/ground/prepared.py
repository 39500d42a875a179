"""What almost every page asks, put into SQL once per process.

Django builds the SQL of a row set anew each time that it is asked, and for a union of many tables that takes ten times
as long as the database takes to answer it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from django.db import connection
from django.db.models import QuerySet

#: Numbers that stand for those of the question while its SQL is made: a year or a key like any other, and equal to no
#: number that a statement of ours is written with.
_PLACES: Final = range(31_071, 31_171)


class Prepared:
    """A row set of which nothing but whole numbers changes from one question to the next.

    ``rows`` makes it of as many numbers as it takes, a hundred at most, and does not look at them.
    """

    def __init__(self, rows: Callable[..., QuerySet[Any, Any]]) -> None:
        self._rows = rows
        self._made: dict[tuple[str, int], tuple[str, tuple[Any, ...]]] = {}

    def statement(self, *numbers: int) -> tuple[str, list[Any]]:
        """Its SQL and the parameters, of these numbers."""
        kind = connection.vendor, len(numbers)
        if kind not in self._made:
            sql, parameters = self._rows(*_PLACES[: len(numbers)]).query.sql_with_params()
            self._made[kind] = sql, tuple(parameters)
        sql, parameters = self._made[kind]
        places = dict(zip(_PLACES, numbers, strict=False))
        return sql, [places.get(one, one) for one in parameters]

    def tuples(self, *numbers: int) -> list[tuple[Any, ...]]:
        """The rows as the database has them (1 query): for columns that are read as they are stored."""
        with connection.cursor() as cursor:
            cursor.execute(*self.statement(*numbers))
            return list(cursor.fetchall())
