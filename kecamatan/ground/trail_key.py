"""The key by which the trail knows a record: of what it is, not of the words it is called by.

A record that people know by its place (the realisasi of an indikator in a triwulan, the RKT of a year) is known by
that place: emptied and filled again, or written under the next Renstra version, it is the same record. Its model
says so in ``trail_columns``: the part of the key → the column, ``__`` leading over rows, as in a lookup. Only columns
that no form changes may stand there, or a record would lose its past with its key. Every other record is known by
its number, which no later row is given and which comes back with a row that is restored.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from django.db import models

TrailKey: TypeAlias = dict[str, str | int | None]
"""Part of the key → its value, as the trail stores it (JSON)."""

NUMBER = "nomor"
"""The part that holds the number of a record known by nothing else."""


def trail_key(record: models.Model) -> TrailKey:
    """The key of a record, stored or not. Take it while the record and what it hangs on are still there.

    Its parts are in alphabetical order: SQLite compares the text of a key.
    """
    columns: dict[str, str] = getattr(type(record), "trail_columns", {NUMBER: "pk"})
    return {part: _value(record, path) for part, path in sorted(columns.items())}


def _value(record: Any, path: str) -> str | int | None:
    *steps, column = path.split("__")
    for step in steps:
        record = getattr(record, step)
    # A row above is known by its number.
    attribute = column if column == "pk" else record._meta.get_field(column).attname
    value: str | int | None = getattr(record, attribute)
    return value
