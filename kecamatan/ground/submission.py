"""A form that is sent twice is done once.

A second click while the first is under way sends the same form again. Its page gave it a token that no other page has
(Django masks the CSRF token anew for every page), so the same token with the same content is one submission. Whoever
writes claims it in the transaction that writes (:func:`claim`, called by the trail): of two, the database lets one
through, and the other ends in :class:`SentBefore`. What it is answered then is in :mod:`sakip.web.sent_once`.

The same page may send another content: what was changed after *Back* is a submission of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from django.db import IntegrityError

from kecamatan.models.submission import Submission


class SentBefore(Exception):
    """The same form was sent before, and what it asks was done then. Nothing was written now."""


@dataclass(slots=True)
class Sending:
    """A form while it is being worked on; ``claimed`` as soon as something was written for it, ``written`` the entries
    of the trail that tell what."""

    key: str
    claimed: bool = False
    written: list[int] = field(default_factory=list)


_sending: ContextVar[Sending | None] = ContextVar("sending", default=None)


@contextmanager
def sending(key: str) -> Iterator[Sending]:
    """What is written inside is written for the form with this fingerprint (SHA-256)."""
    form = Sending(key)
    token = _sending.set(form)
    try:
        yield form
    finally:
        _sending.reset(token)


def claim() -> None:
    """Take the form that is being worked on, if there is one, for the transaction that is open (1 query, once).

    Raises :class:`SentBefore` where another request did; the transaction must end with it.
    """
    form = _sending.get()
    if form is None or form.claimed:
        return
    try:
        Submission.objects.create(key=form.key)
    except IntegrityError as error:
        raise SentBefore from error
    form.claimed = True


def told(entries: Iterable[int]) -> None:
    """Keep which entries of the trail tell what the form that is being worked on did."""
    if (form := _sending.get()) is not None:
        form.written += entries
