"""Which tables of our own a request writes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

#: A statement that writes to a table of our own: not to that of the sessions, say.
WRITING = re.compile(r'(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM)\s+"((?:kecamatan|sakip|reports)_\w+)"')


@contextmanager
def writing() -> Iterator[list[str]]:
    """Tables of our own of which a row is written inside, even if that is taken back."""
    tables: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        result = execute(sql, params, many, context)
        if sql.startswith("SELECT"):
            return result
        # An INSERT that returns its row is not counted before that is fetched; it has written one all the same.
        if sql.startswith("INSERT") or context["cursor"].rowcount > 0:
            tables.extend(WRITING.findall(sql))
        return result

    with connection.execute_wrapper(note):
        yield tables
