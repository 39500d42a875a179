"""Many reads that show one moment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from django.db import connection, transaction


@contextmanager
def at_one_moment() -> Iterator[bool]:
    """Let every query inside see the same state of the database, whatever others commit meanwhile. Only for reads.

    PostgreSQL by itself shows each statement what was committed before that statement; a document of forty queries
    could then join a new budget to an old PK. SQLite holds one state per transaction anyway. Inside a transaction
    that is open already, the one who opened it has decided.

    Gives True where the view is its own, and shows nothing but what is committed; False inside a transaction, which
    may have written and may be taken back.
    """
    if connection.in_atomic_block:
        yield False
        return
    with ExitStack() as stack:
        with without_write_lock():
            stack.enter_context(transaction.atomic())
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield True


@contextmanager
def without_write_lock() -> Iterator[None]:
    """Let a transaction that begins inside read first: on SQLite the setting makes each one queue for the write lock,
    so that twenty readers would wait for each other and hold up whoever saves.

    It may still write. SQLite then lets it, if nobody else has written since it began to read, and else refuses at
    once with OperationalError.
    """
    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()  # connecting reads the setting
    original = connection.transaction_mode  # type: ignore[attr-defined]  # only the SQLite backend has it
    connection.transaction_mode = "DEFERRED"  # type: ignore[attr-defined]
    try:
        yield
    finally:
        connection.transaction_mode = original  # type: ignore[attr-defined]
