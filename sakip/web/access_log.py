"""One log line per request: who did what, from where, with which outcome, and no secrets."""

import logging
import re
import time
from collections.abc import Callable

from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse

from sakip.web.client_ip import client_ip

logger = logging.getLogger("sakip.akses")

#: A single-use link carries its token in the path; whoever reads a log must not be able to use it.
_TOKEN = re.compile(r"(/undangan/)[^/?\s\"']+")


def without_token(text: str) -> str:
    """A text for the logs, with the tokens of single-use links left out."""
    return _TOKEN.sub(r"\1...", text)


class WithoutToken(logging.Filter):
    """For every log handler: Django's own messages name the path of a request that failed."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record through, its message without tokens."""
        message = record.getMessage()
        if "/undangan/" in message:
            record.msg, record.args = without_token(message), None
        return True


class AccessLogMiddleware:
    """Log method, path, status, duration, user id and address of every request that reaches Django.

    The query string, the body and all headers stay out: they may hold search words, NIPs or tokens.
    A user is named by primary key, so that a log file alone identifies nobody.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        start = time.monotonic()
        response = self.get_response(request)
        logger.info(
            "pengguna=%s dari=%s %s %s %d %d md",
            _user_id(request),
            client_ip(request) or "-",
            request.method,
            # An escaped path cannot break the line and forge a second entry.
            without_token(request.path).encode("unicode_escape").decode("ascii"),
            response.status_code,
            round((time.monotonic() - start) * 1000),
        )
        return response


def _user_id(request: HttpRequest) -> str:
    session = getattr(request, "session", None)
    # Asking a session that nobody opened would cost a query and make the page vary by cookie.
    if session is None or not session.accessed:
        return "-"
    return str(session.get(SESSION_KEY, "-"))
