"""PostgreSQL, through its own pg_dump and pg_restore."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from django.db import connection, transaction
from django.db.backends.postgresql.client import DatabaseClient

from kecamatan.ground.errors import InputError
from sakip.backup.folder import new_file
from sakip.backup.manifest import ANOTHER, DatabaseState

_INSTALL: Final = "Pasang paket postgresql-client versi peladennya, lalu ulangi."


class PostgreSQL:
    """:class:`sakip.backup.engine.Engine` of PostgreSQL."""

    file = "basis-data.pgdump"

    def dump(self, target: Path) -> DatabaseState:
        """The custom format of pg_dump, of the moment at which the state is counted."""
        tool = _version("pg_dump")
        server = _server()
        if _major(tool) < _major(server):
            raise InputError(
                f"pg_dump versi {tool} lebih lama daripada peladen PostgreSQL versi {server}. {_INSTALL}"
            )
        new_file(target).close()
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            cursor.execute("SELECT pg_export_snapshot()")
            moment = cursor.fetchone()[0]
            state = _state(cursor, tool)
            _run(
                "pg_dump",
                "--format=custom",
                "--no-owner",
                "--no-privileges",
                "--no-comments",
                f"--snapshot={moment}",
                f"--file={target}",
            )
        return state

    def check(self, source: Path, state: DatabaseState) -> None:
        """What wrote the copy is no newer than what is to read it, nor the server that it is of than this one."""
        tool, server = _version("pg_restore"), _server()
        if _major(tool) < _major(state.tool):
            raise InputError(
                f"pg_restore versi {tool} lebih lama daripada pg_dump versi {state.tool} yang menulis cadangan ini."
                f" {_INSTALL}"
            )
        if _major(server) < _major(state.version):
            raise InputError(
                f"Cadangan ini dari PostgreSQL {state.version}, lebih baru daripada peladen ini ({server}). Pakai"
                " peladen yang sama versinya atau lebih baru."
            )
        try:
            _call(["pg_restore", "--list", str(source)])
        except InputError as error:
            raise InputError(f"Basis data dalam cadangan ini tidak dapat dibaca. {ANOTHER}") from error

    def restore(self, source: Path) -> None:
        """In one transaction, after what ``siapkan`` had prepared is taken away."""
        with transaction.atomic(), connection.cursor() as cursor:
            _empty(cursor)
        connection.close()
        _run(
            "pg_restore",
            "--no-owner",
            "--no-privileges",
            "--exit-on-error",
            "--single-transaction",
            str(source),
        )

    def state(self) -> DatabaseState:
        """Read through the connection of the program."""
        with connection.cursor() as cursor:
            return _state(cursor, "")


def _state(cursor: Any, tool: str) -> DatabaseState:
    tables = sorted(connection.introspection.table_names(cursor))
    counts = " UNION ALL ".join(f"SELECT '{name}', count(*) FROM \"{name}\"" for name in tables)  # noqa: S608
    return DatabaseState(
        vendor="postgresql",
        version=_server(),
        tool=tool,
        rows=dict(_all(cursor, counts)),
        triggers=tuple(
            name
            for (name,) in _all(
                cursor,
                "SELECT c.relname || '.' || t.tgname || ' ' || t.tgenabled::text FROM pg_trigger t"
                " JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace"
                " WHERE NOT t.tgisinternal AND n.nspname = current_schema() ORDER BY 1",
            )
        ),
        migrations=tuple(
            name for (name,) in _all(cursor, "SELECT app || '.' || name FROM django_migrations ORDER BY id")
        ),
    )


def _empty(cursor: Any) -> None:
    """Take every table and function of ours away."""
    if tables := connection.introspection.table_names(cursor):
        names = ", ".join(f'"{name}"' for name in tables)
        cursor.execute(f"DROP TABLE {names} CASCADE")
    functions = _all(
        cursor,
        "SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
        " WHERE n.nspname = current_schema()"
        " AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')",
    )
    for (name,) in functions:
        cursor.execute(f"DROP FUNCTION {name}")


def _all(cursor: Any, statement: str) -> list[tuple[Any, ...]]:
    cursor.execute(statement)
    rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def _server() -> str:
    """The version of the server, "15.18"."""
    connection.ensure_connection()
    number = connection.connection.info.server_version
    return f"{number // 10_000}.{number % 10_000}"


def _major(version: str) -> int:
    return int(version.partition(".")[0] or 0)


def _version(tool: str) -> str:
    """The version of a client tool, "15.18". Raises InputError where there is none."""
    said = _call([tool, "--version"])
    found = re.search(r"\d+(\.\d+)*", said)
    return found[0] if found else ""


def _run(tool: str, *arguments: str) -> None:
    """Let a client tool work on the database of this installation; its password is in no list of processes."""
    # The name of the database follows what is given along.
    command, environment = DatabaseClient.settings_to_cmd_args_env(
        connection.settings_dict, [*arguments, "--dbname"]
    )
    _call([tool, *command[1:]], environment)


def _call(command: Sequence[str], environment: dict[str, str] | None = None) -> str:
    try:
        done = subprocess.run(  # noqa: S603  # a tool of PostgreSQL, its arguments in a list
            command,
            env=os.environ | {"LC_ALL": "C"} | (environment or {}),
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
    except FileNotFoundError as error:
        raise InputError(f"{command[0]} tidak ada pada mesin ini. {_INSTALL}") from error
    if done.returncode:
        said = " ".join(done.stderr.split())[:500] or f"kode {done.returncode}"
        raise InputError(f"{command[0]} tidak berhasil: {said}. Perbaiki sebabnya, lalu ulangi.")
    return done.stdout
