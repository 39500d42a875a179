"""Sessions that end when nobody has used them for a while, at the cost of one write a minute.

The expiry counts from the last request, so it has to move on while somebody works. Django can do that by writing the
session at every request (``SESSION_SAVE_EVERY_REQUEST``), which makes every page and every cell that is typed wait for
one more commit, and on SQLite for the one writer that there is.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.utils import timezone

#: How old the stored expiry may grow before a request moves it on. A session therefore ends at most this much sooner
#: after the last request than SESSION_COOKIE_AGE says, and never later.
RENEWED_AFTER: Final = timedelta(minutes=1)


class SessionStore(DatabaseStore):
    """Sessions in the database, whose expiry moves on once a minute while they are used."""

    def _get_session_from_db(self) -> Any:
        """The stored row; one that is due counts as changed, so that the middleware saves it with a new expiry."""
        row = super()._get_session_from_db()  # type: ignore[misc]  # the stubs leave it out
        if row is not None:
            age = timedelta(seconds=self.get_session_cookie_age())
            if timezone.now() >= row.expire_date - age + RENEWED_AFTER:
                self.modified = True
        return row
