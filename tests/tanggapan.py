"""Answers of the site in tests."""

from html import unescape

from django.core.signals import request_finished
from django.db import close_old_connections
from django.http.response import HttpResponseBase
from django.test import Client
from django.utils.html import strip_tags


def tutup(jawaban: HttpResponseBase) -> None:
    """Close the file of a download as a server does after sending it, but not the test's own connection.

    The signal that ends a request drops a connection inside a transaction, and every test runs in one.
    """
    request_finished.disconnect(close_old_connections)
    try:
        jawaban.close()
    finally:
        request_finished.connect(close_old_connections)


def teks_utama(client: Client, alamat: str) -> str:
    """The words of the page's main part, in reading order."""
    jawaban = client.get(alamat)
    assert jawaban.status_code == 200
    utama = jawaban.content.decode().partition("<main")[2].partition("</main>")[0]
    # A tag ends a word, or the cells of a table would run together.
    return " ".join(unescape(strip_tags(utama.replace("<", " <"))).split())
