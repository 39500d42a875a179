"""The health page and the pages of errors."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path

from tests.factory import make_kecamatan, make_pengguna


def ditolak(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied("Hanya camat yang dapat menandatangani laporan.")


def rusak(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("rahasia di dalam galat")


urlpatterns = [path("", include("sakip.urls")), path("ditolak/", ditolak), path("rusak/", rusak)]


@pytest.mark.django_db
def test_health_tells_that_it_works_and_how_much_waits(client: Client) -> None:
    jawaban = client.get("/sehat/")
    assert jawaban.json() == {"basis_data": "baik", "antrean": 0}
    assert "no-store" in jawaban["Cache-Control"]


def test_health_tells_when_the_database_is_gone(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def gagal() -> int:
        raise DatabaseError("kata sandi basis data")

    monkeypatch.setattr("sakip.web.health.task_enqueue", gagal)
    jawaban = client.get("/sehat/")
    assert jawaban.status_code == 503
    assert jawaban.json() == {"basis_data": "gagal"}


@pytest.mark.urls(__name__)
@pytest.mark.django_db
def test_a_refusal_says_who_may(client: Client) -> None:
    client.force_login(make_pengguna("operator", kecamatan=make_kecamatan()))
    jawaban = client.get("/ditolak/")
    assert jawaban.status_code == 403
    assert "Hanya camat yang dapat menandatangani laporan." in jawaban.content.decode()


@pytest.mark.urls(__name__)
@pytest.mark.django_db
def test_a_fault_shows_nothing_of_itself(client: Client) -> None:
    client.raise_request_exception = False
    client.force_login(make_pengguna("operator", kecamatan=make_kecamatan()))
    jawaban = client.get("/rusak/")
    assert jawaban.status_code == 500
    assert "Gangguan sistem" in jawaban.content.decode()
    assert "rahasia" not in jawaban.content.decode()


def test_an_unknown_address_says_so_to_anybody(client: Client) -> None:
    jawaban = client.get("/tidak-ada/")
    assert jawaban.status_code == 404
    assert "Halaman tidak ditemukan" in jawaban.content.decode()
