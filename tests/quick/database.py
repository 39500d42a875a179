"""The database of a test, given to it at less cost: pytest-django makes a class of Django's test cases for each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection, transaction

#: Of who needs more than a transaction that is taken back.
_MORE = frozenset(
    {"transactional_db", "live_server", "django_db_reset_sequences", "django_db_serialized_rollback"}
)


def is_enough(request: pytest.FixtureRequest) -> bool:
    """Whether the test, as it is marked, needs no more than that what it stores is taken back."""
    marker = request.node.get_closest_marker("django_db")
    asks_more = marker is not None and (marker.args or marker.kwargs)
    return not asks_more and request.cls is None and _MORE.isdisjoint(request.fixturenames)


@contextmanager
def taken_back() -> Iterator[None]:
    """What is stored inside is taken back, after it was held against the references that the engine looks at only at
    the end of a transaction."""
    block: Any = transaction.atomic()
    block._from_testcase = True  # one inside that has to be the outermost counts as that
    with block:
        before = _changes()
        yield
        try:
            if not connection.needs_rollback and connection.is_usable() and _changes() != before:
                connection.check_constraints()
        finally:
            transaction.set_rollback(True)


def _changes() -> object:
    """How many rows this connection has written; PostgreSQL does not tell, so there they are always others."""
    return connection.connection.total_changes if connection.vendor == "sqlite" else object()
