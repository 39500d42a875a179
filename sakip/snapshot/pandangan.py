"""Many reads that show one moment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def satu_pandangan() -> Iterator[None]:
    """Let every query inside see the same state of the database, whatever others commit meanwhile.

    PostgreSQL by itself shows each statement what was committed before that statement; a document of forty queries
    could then join a new budget to an old PK. SQLite holds one state per transaction anyway. Inside a transaction
    that is open already, the one who opened it has decided.
    """
    if connection.in_atomic_block:
        yield
        return
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield
