"""SQLite, through its own backup interface: copying the file would miss what still lies in the log beside it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import connection

from kecamatan.ground.errors import InputError
from sakip.backup.folder import new_file
from sakip.backup.manifest import ANOTHER, DatabaseState

#: Seconds that a busy database is waited for.
_PATIENCE = 20


class SQLite:
    """:class:`sakip.backup.engine.Engine` of SQLite."""

    file = "basis-data.sqlite3"

    def dump(self, target: Path) -> DatabaseState:
        """In one step: copied page after page it would begin anew whenever somebody writes. The log lets them."""
        connection.ensure_connection()
        new_file(target).close()
        with closing(sqlite3.connect(target)) as copy:
            connection.connection.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")  # a copy is one file
            return _state(copy)

    def check(self, source: Path, state: DatabaseState) -> None:
        """The file is whole, and holds what the manifest says."""
        try:
            with _read_alone(source) as copy:
                found = _state(copy)
        except sqlite3.DatabaseError as error:
            raise InputError(f"Basis data dalam cadangan ini rusak: {error}. {ANOTHER}") from error
        if (found.rows, found.triggers, found.migrations) != (state.rows, state.triggers, state.migrations):
            raise InputError(f"Isi basis data dalam cadangan ini lain daripada yang dicatatnya. {ANOTHER}")

    def restore(self, source: Path) -> None:
        """In one transaction of SQLite's own."""
        connection.close()
        target = Path(connection.settings_dict["NAME"])
        try:
            with _read_alone(source) as copy, closing(sqlite3.connect(target, timeout=_PATIENCE)) as restored:
                copy.backup(restored)
        except sqlite3.OperationalError as error:
            raise InputError(
                f'Basis data "{target}" tidak dapat ditulis: {error}. Hentikan server web dan pekerja, lalu ulangi.'
            ) from error

    def state(self) -> DatabaseState:
        """Read through the connection of the program."""
        connection.ensure_connection()
        return _state(connection.connection)


@contextmanager
def _read_alone(source: Path) -> Iterator[sqlite3.Connection]:
    """A file that nobody changes, opened so that nothing is written beside it either."""
    with closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as opened:
        yield opened


def _state(opened: sqlite3.Connection) -> DatabaseState:
    """What a database holds. Raises InputError where SQLite finds it damaged."""
    damage = [str(said) for (said,) in opened.execute("PRAGMA integrity_check") if said != "ok"]
    damage += [
        f"{table} mengacu pada {parent}" for table, _, parent, _ in opened.execute("PRAGMA foreign_key_check")
    ]
    if damage:
        raise InputError(
            f"Basis data rusak menurut SQLite: {damage[0]}. Pulihkan cadangan sebelumnya ke instalasi kosong."
        )
    tables = opened.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
    )
    return DatabaseState(
        vendor="sqlite",
        version=sqlite3.sqlite_version,
        tool="",
        rows={
            name: opened.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608  # names of our own
            for (name,) in tables
        },
        triggers=tuple(
            name
            for (name,) in opened.execute(
                "SELECT tbl_name || '.' || name FROM sqlite_master WHERE type = 'trigger' ORDER BY 1"
            )
        ),
        migrations=tuple(
            name for (name,) in opened.execute("SELECT app || '.' || name FROM django_migrations ORDER BY id")
        ),
    )
