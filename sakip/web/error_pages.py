"""Pages for what went wrong before or beside a view: in the words and with the look of the site.

None of them asks the database or the session: the fault may be theirs. They are made without the request for that
reason, so that no context processor looks for who is signed in.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string

from sakip.text.numbers import format_angka
from sakip.web.storage_trouble import storage_trouble

#: Statuses that have a page.
PAGES: Final = frozenset({400, 405, 409, 413, 423, 429, 500, 503})

#: Seconds after which asking again is worth while.
RETRY_AFTER: Final = 30


def error_page(status: int, **context: object) -> HttpResponse:
    """The page of a status."""
    response = HttpResponse(render_to_string(f"{status}.html", context), status=status)
    if status == 503:
        response["Retry-After"] = str(RETRY_AFTER)
    return response


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What cannot be read, and what is more than is read (``handler400``)."""
    if exceeded := _exceeded(exception):
        return error_page(413, exceeded=exceeded)
    return error_page(400)


def server_error(request: HttpRequest) -> HttpResponse:
    """A fault of the site (``handler500``), a database that is locked or gone, which may be back at once, or a storage
    that takes nothing."""
    error = sys.exception()
    trouble = storage_trouble(error)
    busy = isinstance(error, OperationalError | InterfaceError)
    return error_page(503 if busy or trouble else 500, trouble=trouble)


class WordlessAnswerMiddleware:
    """Give an answer that has nothing but its number the page of that number; a script is content with the number."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if (
            response.status_code in PAGES
            and isinstance(response, HttpResponse)
            and not response.content
            and not request.headers.get("Accept", "").startswith("application/json")
        ):
            page = error_page(response.status_code)
            response.content = page.content
            for name, value in page.headers.items():
                response[name] = value
        return response


def _exceeded(exception: Exception) -> str:
    """Which limit was passed; empty where it was none."""
    if isinstance(exception, RequestDataTooBig):
        return f"Tulisan dalam formulir ini lebih dari {format_angka(settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 1024)} KB."
    if isinstance(exception, TooManyFieldsSent):
        return f"Formulir ini memuat lebih dari {format_angka(settings.DATA_UPLOAD_MAX_NUMBER_FIELDS)} isian."
    if isinstance(exception, TooManyFilesSent):
        return f"Formulir ini memuat lebih dari {format_angka(settings.DATA_UPLOAD_MAX_NUMBER_FILES)} berkas."
    return ""
