"""Text goes out compressed where the browser takes it; what is compressed already, or in pieces, goes as it is."""

from __future__ import annotations

import gzip
from io import BytesIO

import pytest
from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseNotModified
from django.test import Client
from django.urls import path
from django.views.decorators.http import condition

TEXT = "Indikator Kinerja Utama. " * 400

GZIP = {"Accept-Encoding": "gzip, deflate, br"}


@login_not_required
def answer(request: HttpRequest, kind: str) -> HttpResponse:
    return HttpResponse(TEXT, content_type=kind)


@login_not_required
def pieces(request: HttpRequest) -> FileResponse:
    return FileResponse(BytesIO(TEXT.encode()), content_type="text/csv")


@login_not_required
@condition(etag_func=lambda request: '"sidik"')
def marked(request: HttpRequest) -> HttpResponse:
    return HttpResponse(TEXT)


@login_not_required
def wordless(request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=405)


urlpatterns = [
    path("jenis/<path:kind>", answer),
    path("potongan/", pieces),
    path("sidik/", marked),
    path("bisu/", wordless),
]
pytestmark = pytest.mark.urls(__name__)


@pytest.mark.parametrize("kind", ["text/html; charset=utf-8", "text/css", "application/json"])
def test_text_is_compressed_for_who_takes_it(client: Client, kind: str) -> None:
    packed = client.get(f"/jenis/{kind}", headers=GZIP)
    assert packed["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed["Vary"]
    assert packed["Content-Length"] == str(len(packed.content))
    assert len(packed.content) < len(TEXT) // 10
    assert gzip.decompress(packed.content).decode() == TEXT
    plain = client.get(f"/jenis/{kind}")
    assert plain.content.decode() == TEXT
    assert "Accept-Encoding" in plain["Vary"]
    assert not plain.has_header("Content-Encoding")


@pytest.mark.parametrize(
    "kind",
    [
        "application/pdf",
        "image/png",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ],
)
def test_what_is_compressed_already_is_not_compressed_again(client: Client, kind: str) -> None:
    whole = client.get(f"/jenis/{kind}", headers=GZIP)
    assert whole.content.decode() == TEXT
    assert not whole.has_header("Content-Encoding")


def test_a_file_in_pieces_keeps_its_length(client: Client) -> None:
    whole = client.get("/potongan/", headers=GZIP)
    assert whole["Content-Length"] == str(len(TEXT))
    assert not whole.has_header("Content-Encoding")


def test_one_page_has_many_lengths(client: Client) -> None:
    """So that nobody can guess a page's secret by how much shorter a right guess makes it."""
    assert len({len(client.get("/jenis/text/html", headers=GZIP).content) for _ in range(30)}) > 3


def test_a_compressed_page_is_still_known_by_its_mark(client: Client) -> None:
    first = client.get("/sidik/", headers=GZIP)
    assert first["ETag"] == 'W/"sidik"'
    again = client.get("/sidik/", headers=GZIP | {"If-None-Match": first["ETag"]})
    assert isinstance(again, HttpResponseNotModified)
    assert again.content == b""


def test_head_says_what_get_would(client: Client) -> None:
    head = client.head("/jenis/text/html", headers=GZIP)
    assert (head["Content-Encoding"], head.content) == ("gzip", b"")


def test_the_page_of_an_error_is_compressed_too(client: Client) -> None:
    packed = client.get("/bisu/", headers=GZIP)
    assert packed.status_code == 405
    assert "Kembali" in gzip.decompress(packed.content).decode()
