"""What each database engine needs to be copied while it is used, and to be filled from such a copy."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Protocol

from django.db import connection
from django.db.models import Model

from kecamatan.ground.errors import InputError
from kecamatan.models import Jejak, Pengguna
from sakip.backup.manifest import DatabaseState
from sakip.backup.postgresql import PostgreSQL
from sakip.backup.sqlite import SQLite
from sakip.records.reference import LOADED


class Engine(Protocol):
    """One engine; each method raises InputError for what the caller can put right."""

    file: str
    """Name of the copy in the folder of a backup."""

    def dump(self, target: Path) -> DatabaseState:
        """Write the database as it is at one moment into a file, and say what is in it."""

    def check(self, source: Path, state: DatabaseState) -> None:
        """Refuse a copy that could not be restored here."""

    def restore(self, source: Path) -> None:
        """Put the copy in the place of a database without records: all of it or nothing."""

    def state(self) -> DatabaseState:
        """What the database holds now; refused where its engine finds it damaged."""


_ENGINES: Final[dict[str, type[Engine]]] = {"sqlite": SQLite, "postgresql": PostgreSQL}

#: As a reader knows them.
_NAMES: Final = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


def engine_here() -> Engine:
    """The engine of this installation."""
    return _ENGINES[connection.vendor]()


def ensure_same_engine(state: DatabaseState) -> None:
    """Raise InputError where a backup is of the other engine."""
    if state.vendor != connection.vendor:
        raise InputError(
            f"Cadangan ini dari {_NAMES.get(state.vendor, state.vendor)}, sedangkan instalasi ini memakai"
            f" {_NAMES[connection.vendor]}. Sesuaikan DATABASE_URL, lalu ulangi."
        )


def ensure_without_records() -> None:
    """Raise InputError where somebody works with the database already; what ``siapkan`` makes alone is empty."""
    tables = connection.introspection.table_names()
    if not tables:
        return
    ours = {Pengguna._meta.db_table, Jejak._meta.db_table} <= set(tables)
    people = _count(Pengguna) if ours else 0
    acts = _count(Jejak, f"tindakan <> '{LOADED}'") if ours else 0
    if not ours or people or acts:
        told = f"{people} akun dan {acts} catatan jejak" if ours else f"{len(tables)} tabel"
        raise InputError(
            f"Basis data ini tidak kosong: {told}. Pulihkan hanya ke instalasi kosong: pakai SAKIP_DATA_DIR atau"
            " DATABASE_URL yang baru."
        )


def _count(model: type[Model], which: str = "true") -> int:
    """Of the table alone: a database of before need not have today's columns."""
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT count(*) FROM "{model._meta.db_table}" WHERE {which}')  # noqa: S608  # names of our own
        return int(cursor.fetchone()[0])
