"""The migrated database of the tests, made once per state of the migrations.

Running every migration takes a quarter of a minute of computing, and every process of the suite would do it anew. The
result on SQLite is kept beside the Python environment under a name made of everything it follows from; a changed
migration, another Django or another Python is another name, and then the migrations run as always.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
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


def salin_cetakan(tujuan: Path) -> None:
    """A file with the migrated database, for a test that starts processes of its own."""
    tujuan.parent.mkdir(parents=True)
    shutil.copyfile(FOLDER / nama_cetakan(), tujuan)


@contextmanager
def basis_data_tercetak() -> Iterator[None]:
    """While this holds, ``migrate`` on SQLite copies the kept database if there is one, and else keeps what it made."""
    asli = Command.handle

    def handle(self: Command, *args: Any, **options: Any) -> str | None:
        # A test that migrates does so itself: only a database in which nothing is yet is the suite's own.
        if connection.vendor != "sqlite" or connection.introspection.table_names():
            return asli(self, *args, **options)
        cetakan = FOLDER / nama_cetakan()
        connection.ensure_connection()
        if cetakan.exists():
            with sqlite3.connect(cetakan) as sumber:
                sumber.backup(connection.connection)
            sumber.close()
            return None
        hasil = asli(self, *args, **options)
        FOLDER.mkdir(parents=True, exist_ok=True)
        sementara = cetakan.with_suffix(f".{os.getpid()}")
        with sqlite3.connect(sementara) as tujuan:
            connection.connection.backup(tujuan)
        tujuan.close()
        sementara.replace(cetakan)
        return hasil

    with patch.object(Command, "handle", handle):
        yield
