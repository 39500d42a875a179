"""What a loader stores, stored again at once: a loader reads, judges and compares every row, in half a second or two.

The first time a process asks, the loader runs, and the rows that it made or changed are kept as the database has them;
after that they are written as they are. A test of loading itself calls the loader.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import Model

from kecamatan.models import Kecamatan
from reports.workbook.exchange import workbook_export
from tests.loaded_files import TAHUN_CONTOH, load_all, load_mini, load_referensi

Rows = dict[type[Model], set[tuple[Any, ...]]]

_KEPT: dict[str, dict[type[Model], list[tuple[Any, ...]]]] = {}


def kept_referensi() -> None:
    """:func:`load_referensi`, in a database in which nothing is."""
    _stored("referensi", load_referensi)


def kept_mini(folder: Path) -> None:
    """:func:`load_mini` with its reference data, in a database in which nothing is."""
    kept_referensi()
    kept_mini_records(folder)


def kept_mini_records(folder: Path) -> None:
    """:func:`load_mini` alone, after :func:`kept_referensi`."""
    _stored("mini", lambda: load_mini(folder))


@cache
def kept_mini_workbook() -> bytes:
    """The workbook of :func:`kept_mini_records`, exported by the first who asks: the rows are always the same."""
    return workbook_export(kecamatan=Kecamatan.objects.get(kode="35.09.10"), tahun=2023)


@cache
def kept_contoh_workbooks() -> dict[tuple[str, int], bytes]:
    """The same of the years of :func:`kept_contoh`, by kecamatan and year."""
    return {
        (kode, tahun): workbook_export(kecamatan=Kecamatan.objects.get(kode=kode), tahun=tahun)
        for kode, tahun in TAHUN_CONTOH
    }


def kept_contoh() -> None:
    """:func:`load_all`, in a database in which nothing is."""
    _stored("contoh", load_all)


def _stored(name: str, load: Callable[[], object]) -> None:
    if name in _KEPT:
        with transaction.atomic():
            for model, rows in _KEPT[name].items():
                _write(model, rows)
            with connection.cursor() as cursor:
                for statement in connection.ops.sequence_reset_sql(no_style(), list(_KEPT[name])):
                    cursor.execute(statement)
        _judged()
        return
    before = _rows()
    load()
    _judged()
    _KEPT[name] = {
        model: sorted(new, key=itemgetter(0))
        for model, rows in _rows().items()
        if (new := rows - before[model])
    }


def _judged() -> None:
    """Have PostgreSQL look now at what the rows refer to: put off to the end, it looked at all of them after each test,
    as each took back that it had been asked."""
    if connection.vendor == "postgresql":
        connection.check_constraints()


def _columns(model: type[Model]) -> list[str]:
    return [connection.ops.quote_name(str(field.column)) for field in model._meta.local_concrete_fields]


def _rows() -> Rows:
    """Every row of every table; on SQLite as stored, not as the converters of the columns would read it."""
    found: Rows = {}
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            if model._meta.managed and not model._meta.proxy:
                plain = "+" if connection.vendor == "sqlite" else ""
                columns = ", ".join(f"{plain}{column}" for column in _columns(model))
                cursor.execute(f"SELECT {columns} FROM {connection.ops.quote_name(model._meta.db_table)}")  # noqa: S608
                found[model] = {
                    tuple(bytes(v) if isinstance(v, memoryview) else v for v in r) for r in cursor
                }
    return found


def _write(model: type[Model], rows: list[tuple[Any, ...]]) -> None:
    """Rows of what was there before, a kecamatan for one, take the place of their former."""
    columns = _columns(model)
    key = connection.ops.quote_name(str(model._meta.pk.column))
    others = ", ".join(f"{column} = EXCLUDED.{column}" for column in columns if column != key)
    # SQLite reads a statement once for all rows, PostgreSQL once for each: there many go into one.
    many = 1 if connection.vendor == "sqlite" else 200
    packs = [[value for row in rows[at : at + many] for value in row] for at in range(0, len(rows), many)]
    with connection.cursor() as cursor:
        for count, some in groupby(packs, len):
            row = f"({', '.join(['%s'] * len(columns))})"
            cursor.executemany(
                f"INSERT INTO {connection.ops.quote_name(model._meta.db_table)} ({', '.join(columns)})"  # noqa: S608
                f" VALUES {', '.join([row] * (count // len(columns)))} ON CONFLICT ({key}) DO UPDATE SET {others}",
                list(some),
            )
