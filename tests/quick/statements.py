"""Statements for SQLite, rewritten once each: the suite sends the same few thousand of them a million times.

Django marks the places of parameters as other engines want them, and searches each statement for them whenever it is
sent to SQLite; ours are long, as rows are read whole, with those that they point at.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any
from unittest.mock import patch

from django.db.backends.sqlite3.base import SQLiteCursorWrapper


@contextmanager
def quick_statements() -> Iterator[None]:
    """While this holds, a statement is rewritten the first time that it is sent."""
    convert: Any = SQLiteCursorWrapper.convert_query  # it looks at the text alone

    @lru_cache(maxsize=4096)
    def once(query: str) -> str:
        return str(convert(None, query))

    def converted(_: Any, query: str, *, param_names: list[str] | None = None) -> str:
        return once(query) if param_names is None else str(convert(None, query, param_names=param_names))

    with patch.object(SQLiteCursorWrapper, "convert_query", converted):
        yield
