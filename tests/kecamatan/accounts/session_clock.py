"""The moment at which a session of the tests begins, and how long it is to last."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from django.contrib.sessions.models import Session

START = datetime(2026, 1, 15, 2, 0, tzinfo=UTC)


def expiry() -> float:
    """Minutes from ``START`` to the stored expiry."""
    return (Session.objects.get().expire_date - START) / timedelta(minutes=1)
