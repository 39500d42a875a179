"""A database that is not (or no longer) that of this program: its migrations have not all run."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from pkgutil import iter_modules
from typing import Final

from django.apps import apps
from django.db import OperationalError, ProgrammingError
from django.db.migrations.recorder import MigrationRecorder

#: What is to be run then.
REMEDY: Final = 'Jalankan "manage.py siapkan", lalu ulangi.'

#: How SQLite says that a table or a column is not there. A missing database or role is another matter.
_WORDS: Final = re.compile(r"no such (table|column)|has no column named|(relation|column) .+ does not exist")

#: The same as PostgreSQL numbers it, whose words are in the language of the server.
_NUMBERS: Final = frozenset({"42P01", "42703"})


def is_unprepared(error: BaseException | None) -> bool:
    """Whether an error says that the database lacks what the program asks for."""
    if not isinstance(error, OperationalError | ProgrammingError):
        return False
    return getattr(error.__cause__, "sqlstate", None) in _NUMBERS or bool(_WORDS.search(str(error)))


def lacks_migrations() -> bool:
    """Whether migrations of this program have not run (1 query). Raises DatabaseError where none can be asked about."""
    done = MigrationRecorder.Migration.objects.values_list("app", "name")
    return not _known() <= set(done)


@cache
def _known() -> frozenset[tuple[str, str]]:
    """Application and name of every migration of the program, by its files: loading them all takes room for good."""
    return frozenset(
        (config.label, module.name)
        for config in apps.get_app_configs()
        for module in iter_modules([str(Path(config.path) / "migrations")])
        if not module.ispkg and module.name[0] not in "_~"
    )
