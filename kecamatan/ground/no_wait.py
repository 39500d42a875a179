"""Writes that are not worth waiting for: done at once, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def without_waiting() -> Iterator[None]:
    """Let a statement inside fail at once where another holds the write lock of SQLite, instead of after 20 seconds.

    On PostgreSQL there is no such lock: who writes waits for whoever writes the same row, and for nobody else.
    """
    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    raw = connection.connection
    (usual,) = raw.execute("PRAGMA busy_timeout").fetchone()
    raw.execute("PRAGMA busy_timeout = 0")
    try:
        yield
    finally:
        raw.execute(f"PRAGMA busy_timeout = {usual:d}")
