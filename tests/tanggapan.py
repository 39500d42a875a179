"""Answers of the site in tests."""

from django.core.signals import request_finished
from django.db import close_old_connections
from django.http.response import HttpResponseBase


def tutup(jawaban: HttpResponseBase) -> None:
    """Close the file of a download as a server does after sending it, but not the test's own connection.

    The signal that ends a request drops a connection inside a transaction, and every test runs in one.
    """
    request_finished.disconnect(close_old_connections)
    try:
        jawaban.close()
    finally:
        request_finished.connect(close_old_connections)
