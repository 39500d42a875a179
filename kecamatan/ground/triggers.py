"""Triggers that refuse changes, for migrations: the same refusals on SQLite and on PostgreSQL.

A model that refuses to be changed protects against our own code; a trigger protects against everything else that
reaches the database. Both engines report a refusal as an integrity error, so callers need not know which it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import RunPython

FUNGSI = "sakip_tolak"
"""PostgreSQL function behind every refusal; its argument is the message."""

FUNGSI_KOSONGKAN = "sakip_tolak_kosongkan"
"""That behind the refusals of TRUNCATE; its second argument says which rows must not be among those that go."""


@dataclass(frozen=True, kw_only=True)
class Penolakan:
    """A refusal. ``kejadian`` is UPDATE, DELETE or INSERT; ``syarat`` an SQL condition over OLD and NEW.

    It is TRUNCATE for what PostgreSQL alone has: all rows at once, told to no trigger of rows. ``syarat`` then is a
    condition over the rows.

    Where the engines need different words, ``syarat_postgresql`` is PostgreSQL's. ``hanya_sqlite`` is for INSERT
    OR REPLACE, which SQLite carries out without telling a DELETE trigger.
    """

    nama: str
    tabel: str
    kejadian: str
    pesan: str
    syarat: str = ""
    syarat_postgresql: str = ""
    hanya_sqlite: bool = False


def tambah_saja(tabel: str, nama: str, *keys: str | tuple[str, ...]) -> tuple[Penolakan, ...]:
    """Refusals for a table whose rows are only added. ``keys`` are its unique columns, ``id`` included; columns that
    are unique together are one key."""
    message = f"{nama} tidak dapat diubah atau dihapus. Tambahkan catatan baru."
    already_there = " OR ".join(_same(key) for key in keys)
    return (
        Penolakan(nama=f"{tabel}_tolak_ubah", tabel=tabel, kejadian="UPDATE", pesan=message),
        Penolakan(nama=f"{tabel}_tolak_hapus", tabel=tabel, kejadian="DELETE", pesan=message),
        Penolakan(
            nama=f"{tabel}_tolak_timpa",
            tabel=tabel,
            kejadian="INSERT",
            pesan=message,
            syarat=f'EXISTS (SELECT 1 FROM "{tabel}" WHERE {already_there})',  # noqa: S608  # names of our own tables
            hanya_sqlite=True,
        ),
    )


def _same(key: str | tuple[str, ...]) -> str:
    if isinstance(key, tuple):
        return f"({' AND '.join(_same(column) for column in key)})"
    return f'"{key}" = NEW."{key}"'


def refuse_truncate(tabel: str, message: str, *, which: str = "true") -> Penolakan:
    """The refusal to empty a table in which there is a row of which ``which`` (SQL) is true."""
    return Penolakan(
        nama=f"{tabel}_tolak_kosongkan", tabel=tabel, kejadian="TRUNCATE", pesan=message, syarat=which
    )


def hold_always(*triggers: tuple[str, str]) -> RunPython:
    """The migration operation that keeps triggers (table, name) of before in force for replicas and loaders as well, as
    :func:`pasang_pemicu` does with those of now."""
    return RunPython(partial(_always, triggers), RunPython.noop)


def pasang_pemicu(refusals: Iterable[Penolakan]) -> RunPython:
    """The migration operation that installs the refusals, and removes them when it is unapplied."""
    listing = tuple(refusals)
    return RunPython(partial(_install, listing), partial(_remove, listing))


def lift_triggers(refusals: Iterable[Penolakan]) -> RunPython:
    """The migration operation that removes the refusals, for a migration that mends what they guard.

    :func:`pasang_pemicu` comes after it in the same migration, so that no moment is without them.
    """
    listing = tuple(refusals)
    return RunPython(partial(_remove, listing), partial(_install, listing))


def _install(listing: tuple[Penolakan, ...], apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            f"CREATE OR REPLACE FUNCTION {FUNGSI}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            "RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation'; END $$",
            params=None,
        )
        schema_editor.execute(
            f"CREATE OR REPLACE FUNCTION {FUNGSI_KOSONGKAN}() RETURNS trigger LANGUAGE plpgsql AS $$"  # noqa: S608
            " DECLARE kept boolean; BEGIN"
            " EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I WHERE %s)', TG_TABLE_NAME, TG_ARGV[1]) INTO kept;"
            " IF kept THEN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation'; END IF;"
            " RETURN NULL; END $$",
            params=None,
        )
    for p in in_force(listing, schema_editor):
        schema_editor.execute(_sql(p, schema_editor.connection.vendor), params=None)
    _always(tuple((p.tabel, p.nama) for p in in_force(listing, schema_editor)), apps, schema_editor)


def _always(
    triggers: tuple[tuple[str, str], ...], apps: Apps, schema_editor: BaseDatabaseSchemaEditor
) -> None:
    if schema_editor.connection.vendor == "postgresql":
        for table, name in triggers:
            schema_editor.execute(f'ALTER TABLE "{table}" ENABLE ALWAYS TRIGGER "{name}"', params=None)


def _remove(listing: tuple[Penolakan, ...], apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    on = ' ON "{}"' if schema_editor.connection.vendor == "postgresql" else ""
    for p in in_force(listing, schema_editor):
        schema_editor.execute(f'DROP TRIGGER IF EXISTS "{p.nama}"' + on.format(p.tabel), params=None)


def in_force(refusals: Iterable[Penolakan], schema_editor: BaseDatabaseSchemaEditor) -> list[Penolakan]:
    """The refusals that this engine needs."""
    sqlite = schema_editor.connection.vendor == "sqlite"
    return [p for p in refusals if not (p.kejadian == "TRUNCATE" if sqlite else p.hanya_sqlite)]


def _sql(p: Penolakan, vendor: str) -> str:
    message = p.pesan.replace("'", "''")
    head = f'CREATE TRIGGER "{p.nama}" BEFORE {p.kejadian} ON "{p.tabel}"'
    if p.kejadian == "TRUNCATE":
        which = p.syarat.replace("'", "''")
        return f"{head} FOR EACH STATEMENT EXECUTE FUNCTION {FUNGSI_KOSONGKAN}('{message}', '{which}')"
    if vendor == "postgresql":
        condition = p.syarat_postgresql or p.syarat
        when_ = f" WHEN ({condition})" if condition else ""
        return f"{head} FOR EACH ROW{when_} EXECUTE FUNCTION {FUNGSI}('{message}')"
    when_ = f" WHEN {p.syarat}" if p.syarat else ""
    return f"{head}{when_} BEGIN SELECT RAISE(ABORT, '{message}'); END"
