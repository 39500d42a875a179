"""The records of the contoh: loaded by the first browser test of a process, put back as they were for every other."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from django.contrib.contenttypes.models import ContentType
from django.db import connection


class Storage:
    """A copy of the whole database, with the passwords of its accounts. Only SQLite can be copied this way."""

    def __init__(self) -> None:
        self._copied: sqlite3.Connection | None = None
        self._passwords: dict[str, str] = {}

    def restore(self, fits: Callable[[], dict[str, str]]) -> dict[str, str]:
        """Fill the database and return the passwords; ``fits`` loads it where there is no copy to put back."""
        if connection.vendor != "sqlite":
            return fits()
        connection.ensure_connection()
        if self._copied is None:
            self._passwords = fits()
            self._copied = sqlite3.connect(":memory:")
            connection.connection.backup(self._copied)
        else:
            self._copied.backup(connection.connection)
            ContentType.objects.clear_cache()  # their numbers are those of the copy now
        return dict(self._passwords)
