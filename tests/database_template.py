"""The migrated database of the tests, made once per state of the migrations.

Running every migration takes seconds of computing, and every process of the suite would do it anew. The
result is kept beside the Python environment under a name made of everything it follows from; a changed migration,
another Django or another Python is another name, and then the migrations run as always.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any
from unittest.mock import patch

import django
from django.apps import apps
from django.conf import settings
from django.core.management.commands.migrate import Command
from django.db import connection
from django.db.backends.postgresql.client import DatabaseClient

from tests.quick.migrations import quick_migrations

FOLDER = Path(sys.prefix) / "sakip-uji"


def template_name() -> str:
    """A name that changes with every migration of every app, with Django and with Python."""
    fingerprint = hashlib.sha256(f"{django.__version__} {sys.version} {sqlite3.sqlite_version}".encode())
    for app in sorted(apps.get_app_configs(), key=lambda a: a.label):
        try:
            folder = Path(str(import_module(f"{app.name}.migrations").__file__)).parent
        except ModuleNotFoundError:
            continue
        for file in sorted(folder.glob("*.py")):
            fingerprint.update(f"{app.label}/{file.name}".encode() + file.read_bytes())
    # Triggers are written by a helper that migrations call.
    fingerprint.update((Path(__file__).parent.parent / "kecamatan" / "ground" / "triggers.py").read_bytes())
    return f"{fingerprint.hexdigest()[:32]}.sqlite3"


class SQLiteTemplate:
    """The kept database as a file that SQLite copies."""

    def __init__(self) -> None:
        self.file = FOLDER / template_name()

    def use(self) -> None:
        """Fill the empty database from the kept one."""
        connection.ensure_connection()
        with sqlite3.connect(self.file) as source:
            source.backup(connection.connection)
        source.close()

    def store(self) -> None:
        """Keep the database as it is now."""
        with new_files(self.file) as new:
            with sqlite3.connect(new) as tujuan:
                connection.connection.backup(tujuan)
            tujuan.close()


class PostgreSQLTemplate:
    """The kept database as the statements that pg_dump writes; not kept where there is none for this server."""

    def __init__(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SHOW server_version_num")
            server = int(cursor.fetchone()[0]) // 10_000
        self.file = FOLDER / template_name().replace(".sqlite3", f".postgresql-{server}.sql")
        self._pg_dump = next(
            iter([*Path("/usr/lib/postgresql").glob(f"{server}/bin/pg_dump"), shutil.which("pg_dump")]), None
        )

    def use(self) -> None:
        """Fill the empty database from the kept one."""
        # Through a connection of its own: the statements begin with settings for whoever reads them.
        own = connection.copy()
        with own.cursor() as cursor:
            cursor.execute(self.file.read_text(encoding="utf-8"))
        own.close()

    def store(self) -> None:
        """Keep the database as it is now."""
        if self._pg_dump is None:
            return
        arguments, environment = DatabaseClient.settings_to_cmd_args_env(connection.settings_dict, [])
        result = subprocess.run(
            [self._pg_dump, "--inserts", "--no-owner", "--no-privileges", *arguments[1:]],
            env=os.environ | (environment or {}),
            capture_output=True,
            text=True,
            check=False,  # an older pg_dump refuses a newer server
        )
        if result.returncode == 0:
            # Lines that begin with a backslash are for psql.
            command = [row for row in result.stdout.splitlines() if not row.startswith("\\")]
            with new_files(self.file) as new:
                new.write_text("\n".join(command), encoding="utf-8")


@contextmanager
def new_files(file: Path) -> Iterator[Path]:
    """A place to write, which becomes ``file`` when it is whole: a process that is stopped leaves no half of it."""
    temporary = file.with_suffix(f".{os.getpid()}")
    yield temporary
    temporary.replace(file)


@contextmanager
def alone(file: Path) -> Iterator[None]:
    """One process at a time: the others would compute the same meanwhile, and find it made when they come in."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.with_suffix(".lock").open("w") as gate:
        fcntl.flock(gate, fcntl.LOCK_EX)
        yield


TEMPLATES: dict[str, type[SQLiteTemplate | PostgreSQLTemplate]] = {
    "sqlite": SQLiteTemplate,
    "postgresql": PostgreSQLTemplate,
}


@contextmanager
def printed_database() -> Iterator[None]:
    """While this holds, ``migrate`` copies the kept database if there is one, and else keeps what it made."""
    original = Command.handle

    def handle(self: Command, *args: Any, **options: Any) -> str | None:
        # A test that migrates does so itself: only a database in which nothing is yet is the suite's own. Without
        # migrations (--no-migrations) the tables are made from the models, and no trigger is.
        if connection.introspection.table_names() or not isinstance(settings.MIGRATION_MODULES, dict):
            return original(self, *args, **options)
        template = TEMPLATES[connection.vendor]()
        with alone(template.file):
            if template.file.exists():
                template.use()
                return None
            with quick_migrations():
                result = original(self, *args, **options)
            template.store()
            return result

    with patch.object(Command, "handle", handle):
        yield
