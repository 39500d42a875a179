"""A line that drops while a form or a file is sent: what came of it is not taken for the whole."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from wsgiref.util import setup_testing_defaults

import pytest
from django.contrib.auth.decorators import login_not_required
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from sakip.urls import handler400 as handler400
from sakip.urls import handler500 as handler500
from sakip.web.whole_body import whole_body

#: What views were given: sizes of files, letters of texts.
taken: list[int] = []


@csrf_exempt
@login_not_required
def takes(request: HttpRequest) -> HttpResponse:
    if request.content_type == "application/json":
        taken.append(len(request.body))
    else:
        files = [one for _, several in request.FILES.lists() for one in several]
        taken.extend([*(one.size or 0 for one in files), *map(len, request.POST.values())])
    return HttpResponse("diterima")


urlpatterns = [path("kirim/", takes)]

pytestmark = pytest.mark.urls(__name__)


@pytest.fixture(autouse=True)
def nothing_taken() -> Iterator[None]:
    """Nor is a connection looked after that another test has opened, as the test client sees to it."""
    taken.clear()
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)
    taken.clear()


class Line:
    """What a server gives to read: in pieces, as they come, and nothing once the line has dropped."""

    def __init__(self, content: bytes, most: int) -> None:
        self._content, self._most = BytesIO(content), most

    def read(self, size: int = -1) -> bytes:
        return self._content.read(self._most if size < 0 else min(size, self._most))

    def readline(self, size: int = -1) -> bytes:
        return self._content.readline(size)


def answer(kind: str, content: bytes, *, said: str | None = None, most: int = 1 << 30) -> str:
    """The status of the answer to a form of which the browser said that it is so long."""
    environ: dict[str, Any] = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": "/kirim/",
        "HTTP_HOST": "testserver",
        "CONTENT_TYPE": kind,
        "CONTENT_LENGTH": str(len(content)) if said is None else said,
        "wsgi.input": Line(content, most),
    }
    setup_testing_defaults(environ)
    statuses: list[str] = []
    result = whole_body(WSGIHandler())(environ, lambda status, headers, error=None: statuses.append(status))
    b"".join(result)
    result.close()  # type: ignore[attr-defined]
    return statuses[0][:3]


FILE = b"%PDF-1.7 " + b"x" * 200_000
MULTIPART = "multipart/form-data; boundary=batas"
FORM = (
    b'--batas\r\nContent-Disposition: form-data; name="a"\r\n\r\nisi\r\n'
    b'--batas\r\nContent-Disposition: form-data; name="berkas"; filename="a.pdf"\r\n\r\n'
    + FILE
    + b"\r\n--batas--\r\n"
)
TEXT = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("kind", "content", "sizes"),
    [
        (MULTIPART, FORM, [len(FILE), 3]),
        (TEXT, b"a=" + b"x" * 5000, [5000]),
        ("application/json", b'{"a": 1}', [8]),
    ],
)
@pytest.mark.parametrize("most", [1 << 30, 1000])
def test_what_came_whole_is_taken(kind: str, content: bytes, sizes: list[int], most: int) -> None:
    """Also where it comes in pieces."""
    assert (answer(kind, content, most=most), taken) == ("200", sizes)


@pytest.mark.parametrize(
    ("kind", "content", "cut"),
    [
        (MULTIPART, FORM, 100_000),
        (MULTIPART, FORM, len(FORM) - 1),
        (MULTIPART, FORM, 70),
        (MULTIPART, FORM, 0),
        (TEXT, b"a=" + b"x" * 5000, 3000),
        ("application/json", b'{"a": 1}   ', 8),
    ],
)
def test_what_was_cut_short_is_not(
    kind: str, content: bytes, cut: int, caplog: pytest.LogCaptureFixture
) -> None:
    """Half a file is no file, and a text without its end not what somebody wrote; nor is it a fault of the site."""
    assert (answer(kind, content[:cut], said=str(len(content))), taken) == ("400", [])
    assert [one.levelname for one in caplog.records if one.name == "django.request"] == ["WARNING"]


@pytest.mark.parametrize("said", ["", "-5"])
def test_a_length_that_is_none_is_left_to_who_reads(said: str) -> None:
    assert (answer(TEXT, b"", said=said), taken) == ("200", [])


#: Asks what gunicorn serves, in a process of its own: the module tunes the process that loads it.
ASK = """
import sys
from io import BytesIO
from wsgiref.util import setup_testing_defaults
from sakip.wsgi import application
environ = {"REQUEST_METHOD": "POST", "PATH_INFO": "/masuk/", "CONTENT_TYPE": "application/x-www-form-urlencoded"}
environ |= {"CONTENT_LENGTH": "100", "wsgi.input": BytesIO(b"username=a"), "HTTP_HOST": "localhost"}
setup_testing_defaults(environ)
b"".join(application(environ, lambda status, headers, error=None: print(status)))
"""


def test_the_application_that_is_served_takes_nothing_that_was_cut_short() -> None:
    root = Path(__file__).resolve().parents[3]
    asked = subprocess.run([sys.executable, "-c", ASK], cwd=root, capture_output=True, text=True, check=True)
    assert asked.stdout.strip() == "400 Bad Request"
