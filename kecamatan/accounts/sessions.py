"""Sessions that end when nobody has used them for a while, at the cost of one write a minute.

The expiry counts from the last request, so it has to move on while somebody works. Django can do that by writing the
session at every request (``SESSION_SAVE_EVERY_REQUEST``), which makes every page and every cell that is typed wait for
one more commit, and on SQLite for the one writer that there is.

To move it on is no part of any page. Where the database cannot be written to at that moment the page goes out all the
same, and the next request tries again.
"""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any, Final

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.db import DatabaseError, OperationalError
from django.utils import timezone

from kecamatan.ground.no_wait import without_waiting
from kecamatan.ground.prepared import PreparedRows

log = logging.getLogger(__name__)

#: How old the stored expiry may grow before a request moves it on. A session therefore ends at most this much sooner
#: after the last request than SESSION_COOKIE_AGE says, and never later.
RENEWED_AFTER: Final = timedelta(minutes=1)


class SessionStore(DatabaseStore):
    """Sessions in the database, whose expiry moves on once a minute while they are used."""

    _due: tuple[str | None, str] | None = None
    """Key and content of the stored session, where its expiry is due to move on."""

    def _get_session_from_db(self) -> Any:
        """The stored row; one that is due counts as changed, so that the middleware saves it with a new expiry."""
        row: Any = _OF_KEY.first(self.session_key or "")
        if row is None or row.expire_date <= timezone.now():
            self._session_key = None
            return None
        age = timedelta(seconds=self.get_session_cookie_age())
        if timezone.now() >= row.expire_date - age + RENEWED_AFTER:
            self.modified = True
            self._due = row.session_key, row.session_data
        return row

    def save(self, must_create: bool = False) -> None:
        """Store the session. Where nothing but its expiry moves on, this does not wait, and fails no page.

        Raises OperationalError where something that it has to remember cannot be written now.
        """
        if not must_create and self._is_only_due():
            self._move_on()
            return
        self._due = None
        try:
            super().save(must_create)
        except UpdateError as error:
            if isinstance(error.__context__, OperationalError):
                raise error.__context__ from None  # locked, full or gone: not a session that somebody ended
            raise

    def _is_only_due(self) -> bool:
        if self._due is None or self._due[0] != self.session_key:
            return False
        return bool(self.decode(self._due[1]) == self._get_session())  # type: ignore[attr-defined]  # the stubs leave it out

    def _move_on(self) -> None:
        try:
            with without_waiting():
                self.model.objects.filter(session_key=self.session_key).update(
                    expire_date=self.get_expiry_date()
                )
        except DatabaseError as error:
            log.info("sesi belum diperpanjang: %s", error)


#: Asked by every request.
_OF_KEY: Final = PreparedRows(lambda key: SessionStore.get_model_class().objects.filter(session_key=key))


def end_sessions(pengguna_pk: int) -> int:
    """Delete every session of one person; returns how many. Whose a session is, only its content says."""
    sessions = SessionStore.get_model_class().objects.filter(expire_date__gt=timezone.now())
    read = SessionStore().decode
    theirs = [
        row.pk for row in sessions.iterator() if read(row.session_data).get(SESSION_KEY) == str(pengguna_pk)
    ]
    deleted: int = sessions.filter(pk__in=theirs).delete()[0]
    return deleted


def forget_ended_sessions() -> int:
    """Delete the sessions that nobody can use any more; returns how many."""
    ended = SessionStore.get_model_class().objects.filter(expire_date__lte=timezone.now())
    deleted: int = ended.delete()[0]
    return deleted
