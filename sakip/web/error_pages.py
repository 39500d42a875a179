"""Pages for what went wrong before or beside a view: in the words and with the look of the site.

None of them asks the database or the session: the fault may be theirs. They are made without the request for that
reason, so that no context processor looks for who is signed in.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.template.loader import render_to_string

from kecamatan.ground.unprepared import REMEDY, is_unprepared
from sakip.text.numbers import format_angka
from sakip.web.storage_trouble import storage_trouble

log = logging.getLogger(__name__)

#: What a script is told that asked for JSON: it has no buttons of a browser. Each status has a page as well.
_FOR_A_SCRIPT: Final = {
    400: "Permintaan tidak dapat dibaca: alamat, kuki atau isinya tidak sah. Perbaiki, lalu kirim sekali lagi.",
    405: "Alamat ini tidak menerima cara permintaan itu. Pakai yang disebut kepala jawaban Allow.",
    409: "Catatan sudah berubah, atau kiriman yang sama sudah diterima. Muat ulang, lalu periksa isinya.",
    413: "Kiriman lebih besar daripada yang diterima situs. Kirim dalam beberapa bagian.",
    423: "Tahun ini dikunci, sehingga tidak ada yang disimpan. Keadaan laporannya ada di Ringkasan tahun ini.",
    429: "Terlalu banyak percobaan dalam 15 menit terakhir. Tunggu 15 menit, lalu coba lagi.",
    500: "Permintaan tidak dapat diselesaikan karena gangguan pada sistem. Jika terulang, hubungi admin.",
    503: "Situs sedang sibuk. Tunggu satu menit, lalu coba lagi.",
}

#: Statuses that have a page.
PAGES: Final = frozenset(_FOR_A_SCRIPT)

#: What is said of a database whose migrations have not all run.
_UNPREPARED: Final = (
    "Program situs ini sudah diperbarui, tetapi basis datanya belum. Menunggu tidak menolong: hubungi admin, yang"
    ' menyelesaikannya dengan menjalankan "manage.py siapkan".'
)

#: Seconds after which asking again is worth while.
RETRY_AFTER: Final = 30


def error_page(
    status: int, request: HttpRequest | None = None, *, words: str = "", **context: object
) -> HttpResponse:
    """The page of a status; for a script that asked for JSON ``words``, or what is said of that status."""
    response: HttpResponse
    if request is not None and _wants_json(request):
        response = JsonResponse({"pesan": words or _FOR_A_SCRIPT[status]}, status=status)
    else:
        response = HttpResponse(render_to_string(f"{status}.html", context), status=status)
    if status == 503:
        response["Retry-After"] = str(RETRY_AFTER)
    return response


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What cannot be read, and what is more than is read (``handler400``)."""
    if exceeded := _exceeded(exception):
        return error_page(413, request, words=exceeded, exceeded=exceeded)
    return error_page(400, request)


def server_error(request: HttpRequest) -> HttpResponse:
    """A fault of the site (``handler500``); a database that is locked or gone, which may be back at once, or is not of
    this version, which waits for whoever looks after the site; or a storage that takes nothing."""
    error = sys.exception()
    if is_unprepared(error):
        first, *_ = str(error).splitlines() or [""]
        log.error("basis data belum disiapkan untuk versi program ini: %s. %s", first, REMEDY)
        return error_page(503, request, words=_UNPREPARED, unprepared=_UNPREPARED)
    trouble = storage_trouble(error)
    busy = isinstance(error, OperationalError | InterfaceError)
    return error_page(503 if busy or trouble else 500, request, words=trouble, trouble=trouble)


class WordlessAnswerMiddleware:
    """Give an answer that has nothing but its number the words of that number: a page, or for a script JSON."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if response.status_code in PAGES and isinstance(response, HttpResponse) and not response.content:
            page = error_page(response.status_code, request)
            response.content = page.content
            for name, value in page.headers.items():
                response[name] = value
        return response


def _wants_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept", "").startswith("application/json")


def _exceeded(exception: Exception) -> str:
    """Which limit was passed; empty where it was none."""
    if isinstance(exception, RequestDataTooBig):
        return f"Tulisan dalam formulir ini lebih dari {format_angka(settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 1024)} KB."
    if isinstance(exception, TooManyFieldsSent):
        return f"Formulir ini memuat lebih dari {format_angka(settings.DATA_UPLOAD_MAX_NUMBER_FIELDS)} isian."
    if isinstance(exception, TooManyFilesSent):
        return f"Formulir ini memuat lebih dari {format_angka(settings.DATA_UPLOAD_MAX_NUMBER_FILES)} berkas."
    return ""
