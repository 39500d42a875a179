"""What no browser sends, and no database can be asked about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseBase

_NUL: Final = "\0"


class UnreadableMiddleware:
    """Refuse an address or a cookie with a NUL before anything is looked up by it: where one line looks for a code, a
    word or a key of the address, PostgreSQL takes the character for a fault. What is typed into forms is judged, with
    its place, by who reads it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return HttpResponse(status=400) if _has_nul(request) else self.get_response(request)


def _has_nul(request: HttpRequest) -> bool:
    query = request.META.get("QUERY_STRING", "")
    # Within "%2500" a percent sign is spelt out: only what follows one directly is a NUL.
    return (
        _NUL in request.path
        or "%00" in query
        or _NUL in query
        or any(_NUL in value for value in request.COOKIES.values())
    )
