"""The migrated database of the tests, made once per state of the migrations.

Running every migration takes a quarter of a minute of computing, and every process of the suite would do it anew. The
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
from django.core.management.commands.migrate import Command
from django.db import connection
from django.db.backends.postgresql.client import DatabaseClient

FOLDER = Path(sys.prefix) / "sakip-uji"


def nama_cetakan() -> str:
    """A name that changes with every migration of every app, with Django and with Python."""
    sidik = hashlib.sha256(f"{django.__version__} {sys.version} {sqlite3.sqlite_version}".encode())
    for app in sorted(apps.get_app_configs(), key=lambda a: a.label):
        try:
            folder = Path(str(import_module(f"{app.name}.migrations").__file__)).parent
        except ModuleNotFoundError:
            continue
        for berkas in sorted(folder.glob("*.py")):
            sidik.update(f"{app.label}/{berkas.name}".encode() + berkas.read_bytes())
    # Triggers are written by a helper that migrations call.
    sidik.update((Path(__file__).parent.parent / "kecamatan" / "pemicu.py").read_bytes())
    return f"{sidik.hexdigest()[:32]}.sqlite3"


def copy_template(tujuan: Path) -> None:
    """A file with the migrated database, for a test that starts processes of its own."""
    tujuan.parent.mkdir(parents=True)
    shutil.copyfile(FOLDER / nama_cetakan(), tujuan)


class CetakanSQLite:
    """The kept database as a file that SQLite copies."""

    def __init__(self) -> None:
        self.berkas = FOLDER / nama_cetakan()

    def pakai(self) -> None:
        """Fill the empty database from the kept one."""
        connection.ensure_connection()
        with sqlite3.connect(self.berkas) as sumber:
            sumber.backup(connection.connection)
        sumber.close()

    def store(self) -> None:
        """Keep the database as it is now."""
        with berkas_baru(self.berkas) as baru:
            with sqlite3.connect(baru) as tujuan:
                connection.connection.backup(tujuan)
            tujuan.close()


class CetakanPostgreSQL:
    """The kept database as the statements that pg_dump writes; not kept where there is none for this server."""

    def __init__(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SHOW server_version_num")
            server = int(cursor.fetchone()[0]) // 10_000
        self.berkas = FOLDER / nama_cetakan().replace(".sqlite3", f".postgresql-{server}.sql")
        self._pg_dump = next(
            iter([*Path("/usr/lib/postgresql").glob(f"{server}/bin/pg_dump"), shutil.which("pg_dump")]), None
        )

    def pakai(self) -> None:
        """Fill the empty database from the kept one."""
        # Through a connection of its own: the statements begin with settings for whoever reads them.
        sendiri = connection.copy()
        with sendiri.cursor() as cursor:
            cursor.execute(self.berkas.read_text(encoding="utf-8"))
        sendiri.close()

    def store(self) -> None:
        """Keep the database as it is now."""
        if self._pg_dump is None:
            return
        argumen, lingkungan = DatabaseClient.settings_to_cmd_args_env(connection.settings_dict, [])
        hasil = subprocess.run(
            [self._pg_dump, "--inserts", "--no-owner", "--no-privileges", *argumen[1:]],
            env=os.environ | (lingkungan or {}),
            capture_output=True,
            text=True,
            check=False,  # an older pg_dump refuses a newer server
        )
        if hasil.returncode == 0:
            # Lines that begin with a backslash are for psql.
            perintah = [baris for baris in hasil.stdout.splitlines() if not baris.startswith("\\")]
            with berkas_baru(self.berkas) as baru:
                baru.write_text("\n".join(perintah), encoding="utf-8")


@contextmanager
def berkas_baru(berkas: Path) -> Iterator[Path]:
    """A place to write, which becomes ``berkas`` when it is whole: a process that is stopped leaves no half of it."""
    sementara = berkas.with_suffix(f".{os.getpid()}")
    yield sementara
    sementara.replace(berkas)


@contextmanager
def alone(berkas: Path) -> Iterator[None]:
    """One process at a time: the others would compute the same meanwhile, and find it made when they come in."""
    berkas.parent.mkdir(parents=True, exist_ok=True)
    with berkas.with_suffix(".lock").open("w") as gerbang:
        fcntl.flock(gerbang, fcntl.LOCK_EX)
        yield


CETAKAN: dict[str, type[CetakanSQLite | CetakanPostgreSQL]] = {
    "sqlite": CetakanSQLite,
    "postgresql": CetakanPostgreSQL,
}


@contextmanager
def basis_data_tercetak() -> Iterator[None]:
    """While this holds, ``migrate`` copies the kept database if there is one, and else keeps what it made."""
    asli = Command.handle

    def handle(self: Command, *args: Any, **options: Any) -> str | None:
        # A test that migrates does so itself: only a database in which nothing is yet is the suite's own.
        if connection.introspection.table_names():
            return asli(self, *args, **options)
        cetakan = CETAKAN[connection.vendor]()
        with alone(cetakan.berkas):
            if cetakan.berkas.exists():
                cetakan.pakai()
                return None
            hasil = asli(self, *args, **options)
            cetakan.store()
            return hasil

    with patch.object(Command, "handle", handle):
        yield
