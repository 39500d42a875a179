"""Browsers in which a name has signed in of late: its owner comes in there wherever they are, whoever tries the name.

A sealed cookie holds fingerprints of the names, of a shared machine the last ten. It opens nothing: who has it may try
five passwords at an address like everybody else, and only the budgets that count strangers do not stop them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponseBase
from django.utils.crypto import salted_hmac

#: How long a name is at home where it has signed in.
AT_HOME: Final = timedelta(days=90)

COOKIE: Final = "peramban"
_SALT: Final = "kecamatan.peramban-dikenal"
_MOST_NAMES: Final = 10


class KnownBrowserMiddleware:
    """Let the browser remember the name that has just signed in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if name := getattr(request, "came_in", None):
            mark = _mark(name)
            marks = [mark, *(one for one in _marks(request) if one != mark)][:_MOST_NAMES]
            response.set_cookie(
                COOKIE,
                signing.dumps(marks, salt=_SALT),
                max_age=AT_HOME,
                secure=settings.SESSION_COOKIE_SECURE,
                httponly=True,
                samesite="Lax",
            )
        return response


def is_known(request: HttpRequest, name: str) -> bool:
    """Whether the name has signed in in this browser of late."""
    return _mark(name) in _marks(request)


def _marks(request: HttpRequest) -> list[str]:
    try:
        marks: list[str] = signing.loads(request.COOKIES.get(COOKIE, ""), salt=_SALT, max_age=AT_HOME)
    except signing.BadSignature:
        return []
    return marks


def _mark(name: str) -> str:
    return salted_hmac(_SALT, name).hexdigest()[:16]
