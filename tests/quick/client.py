"""A browser of tests at less cost: what a page was made of is noted without copying it, and who works in a new browser
is signed in by the two statements that matter.

Django's own copies the context of every template that is rendered, that of each field of each form included, for the
few tests that look into it; and it signs in by a dozen statements: a session that is made, renewed and stored again.
What a sign-in does is tested where somebody signs in by the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import AbstractUser
from django.db import connection
from django.template import Context
from django.test import Client, client
from django.test.utils import ContextList
from django.utils import timezone
from django.utils.crypto import get_random_string

from kecamatan.accounts.sessions import SessionStore
from tests.quick.rows import insert


@contextmanager
def quick_client() -> Iterator[None]:
    """While this holds, browsers of tests are quick."""
    slow = Client._login  # type: ignore[attr-defined]  # the stubs leave it out

    def login(self: Client, user: AbstractUser, backend: str | None = None) -> None:
        if settings.SESSION_COOKIE_NAME in self.cookies or connection.vendor != "sqlite":
            slow(self, user, backend)
        else:
            sign_in(self, user, backend or settings.AUTHENTICATION_BACKENDS[0])

    with patch.object(client, "store_rendered_templates", note), patch.object(Client, "_login", login):
        yield


def note(store: dict[str, Any], signal: Any, sender: Any, template: Any, context: Context, **_: Any) -> None:
    """Note the template and what it shows: its layers are shared with those that are rendered after it, as in Django's
    copy, which costs as much as rendering a small one."""
    seen: Context = Context.__new__(Context)
    seen.dicts = context.dicts[:]
    store.setdefault("templates", []).append(template)
    store.setdefault("context", ContextList()).append(seen)


def sign_in(browser: Client, user: AbstractUser, backend: str) -> None:
    """What is stored and sent to the browser once somebody has signed in."""
    held = {
        SESSION_KEY: str(user.pk),
        BACKEND_SESSION_KEY: backend,
        HASH_SESSION_KEY: user.get_session_auth_hash(),
    }
    session = SessionStore(get_random_string(32))
    session._session_cache = held  # type: ignore[attr-defined]  # the stubs leave it out
    insert(session.create_model_instance(held))
    user.last_login = timezone.now()
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE kecamatan_pengguna SET last_login = %s WHERE id = %s", [user.last_login, user.pk]
        )
    browser._set_login_cookies(Request(session))  # type: ignore[attr-defined]  # the same


@dataclass(frozen=True)
class Request:
    """As much of a request as is looked at."""

    session: SessionStore
