"""Trying out what many changes would do, without standing in anybody's way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.utils import load_backend

#: A database of this connection alone. SQLite keeps it in a file without a name, which is gone with the connection,
#: also when the process is killed.
_PRIVATE: Final = "file:"


@contextmanager
def apart() -> Iterator[bool]:
    """Let everything inside work on a copy of the database that nobody else sees, and that is thrown away.

    SQLite has one lock for all who write, so that a transaction that is going to be taken back would keep everybody
    waiting until then. The copy is of one moment, and making it holds up nobody. PostgreSQL locks the rows that are
    written, which are those of one kecamatan; there, and inside a transaction that is open already, everything is as
    it was. Gives whether there is a copy.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield False
        return
    original = connections[DEFAULT_DB_ALIAS]
    original.ensure_connection()
    settings = original.settings_dict | {"NAME": _PRIVATE}
    copy = load_backend(settings["ENGINE"]).DatabaseWrapper(settings, DEFAULT_DB_ALIAS)
    try:
        copy.ensure_connection()
        original.connection.backup(copy.connection)
        connections[DEFAULT_DB_ALIAS] = copy
        yield True
    finally:
        connections[DEFAULT_DB_ALIAS] = original
        copy.close()
