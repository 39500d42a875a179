"""What a test has committed is taken away again, from the tables in which it is.

Django's own ``flush`` clears every table there is, and then tells every app that it was migrated, which makes all
content types and permissions anew: a quarter of a second of computing after a test that wrote to three tables.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from typing import Any, Final
from unittest.mock import patch

from django.core.management.commands.flush import Command
from django.db import connection, transaction

#: Made by migrating, and the same for every test.
KEPT: Final = frozenset({"django_migrations", "django_content_type", "auth_permission"})


@contextmanager
def emptying_what_is_filled() -> Iterator[None]:
    """While this holds, ``flush`` does no more than :func:`empty_tables`."""

    def handle(self: Command, **options: Any) -> None:
        empty_tables()

    with patch.object(Command, "handle", handle):
        yield


def empty_tables() -> None:
    """Delete every row that is no part of the migrated database, past the triggers that guard it."""
    with ExitStack() as stack:
        if connection.vendor == "sqlite":
            stack.enter_context(connection.constraint_checks_disabled())
        stack.enter_context(transaction.atomic())
        filled = _filled()
        with unguarded(filled), connection.cursor() as cursor:
            for table in filled:
                cursor.execute(f"DELETE FROM {table}")  # noqa: S608  # names of our own tables
    if kept := sys.modules.get("sakip.snapshot.kept"):
        kept.forget()  # the trail went as well, by which a process knows that its copy holds


@cache
def _tables() -> tuple[str, ...]:
    return tuple(sorted(set(connection.introspection.table_names()) - KEPT))


def _filled() -> list[str]:
    """The tables with rows (1 query, on PostgreSQL 2)."""
    one = "SELECT '{0}' WHERE EXISTS (SELECT 1 FROM {0})"
    with connection.cursor() as cursor:
        tables: Iterable[str] = _tables()
        if connection.vendor == "postgresql":
            # Where nothing was ever written there is no page; to plan the question to every table takes 40 ms.
            cursor.execute(
                "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relname = ANY(%s)"
                " AND pg_relation_size(oid) > 0",
                [list(tables)],
            )
            tables = [table for (table,) in cursor.fetchall()]
        if not tables:
            return []
        cursor.execute(" UNION ALL ".join(one.format(table) for table in tables))
        return [table for (table,) in cursor]


@contextmanager
def unguarded(tables: Iterable[str]) -> Iterator[None]:
    """Without the triggers of these tables, which refuse to let anything go."""
    mine = set(tables)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"
            )
            triggers = [(f'DROP TRIGGER "{name}"', sql) for name, table, sql in cursor if table in mine]
        else:
            # Of deletions nobody is told but these, not even the keys of other tables.
            cursor.execute("SET LOCAL session_replication_role = replica")
            cursor.execute(
                "SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE tgenabled = 'A' AND NOT tgisinternal"
            )
            alter = 'ALTER TABLE {} {} TRIGGER "{}"'
            triggers = [
                (alter.format(table, "DISABLE", name), alter.format(table, "ENABLE ALWAYS", name))
                for table, name in cursor
                if table in mine
            ]
        for lift, _ in triggers:
            cursor.execute(lift)
        yield
        for _, restore in triggers:
            cursor.execute(restore)
