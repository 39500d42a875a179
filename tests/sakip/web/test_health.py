"""The health page and the pages of errors."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from kecamatan.models import WorkerPulse
from reports.publish.requests import buat_berkas
from sakip.web.pulse import SILENT_AFTER, beat
from tests.factory import make_kecamatan, make_pengguna


def refused(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied("Hanya camat yang dapat menandatangani laporan.")


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("rahasia di dalam galat")


urlpatterns = [path("", include("sakip.urls")), path("ditolak/", refused), path("rusak/", broken)]


@pytest.mark.django_db
def test_health_tells_that_it_works_and_how_much_waits(client: Client) -> None:
    answer = client.get("/sehat/")
    assert answer.json() == {"basis_data": "baik", "antrean": 0, "pekerja": "belum pernah berjalan"}
    assert "no-store" in answer["Cache-Control"]


def test_health_tells_when_the_database_is_gone(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def failed() -> int:
        raise DatabaseError("kata sandi basis data")

    monkeypatch.setattr("sakip.web.health.task_enqueue", failed)
    answer = client.get("/sehat/")
    assert answer.status_code == 503
    assert answer.json() == {"basis_data": "gagal"}


@pytest.mark.django_db
def test_health_tells_of_a_database_that_was_not_brought_to_this_version(client: Client) -> None:
    """Its pages may work for a while, until somebody opens the one that needs what is not there."""
    MigrationRecorder.Migration.objects.filter(app="reports").latest("id").delete()
    answer = client.get("/sehat/")
    assert (answer.status_code, answer.json()) == (503, {"basis_data": "belum disiapkan"})


@pytest.mark.django_db
def test_health_of_a_database_without_tables(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def failed() -> int:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT id FROM tabel_versi_baru")
        return 0

    monkeypatch.setattr("sakip.web.health.task_enqueue", failed)
    answer = client.get("/sehat/")
    assert (answer.status_code, answer.json()) == (503, {"basis_data": "belum disiapkan"})


def silent(moment: datetime) -> None:
    WorkerPulse.objects.update(beat=moment)


@pytest.mark.django_db
def test_health_tells_of_a_worker_that_lives_and_of_one_that_has_stopped(client: Client) -> None:
    assert beat("kantor:12:ab")
    silent(timezone.now() - SILENT_AFTER + timedelta(seconds=30))
    answer = client.get("/sehat/")
    assert (answer.status_code, answer.json()["pekerja"]) == (200, "baik")
    silent(datetime(2026, 11, 28, 3, 0, tzinfo=UTC))
    answer = client.get("/sehat/")
    assert answer.status_code == 503
    assert answer.json() == {
        "basis_data": "baik",
        "antrean": 0,
        "pekerja": "berhenti",
        "sejak": "2026-11-28T10:00:00+07:00",
    }
    beat("kantor:13:cd")
    assert client.get("/sehat/").status_code == 200


@pytest.mark.django_db
def test_where_no_worker_has_ever_run_something_must_wait_for_one(client: Client, settings: Settings) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
    buat_berkas.enqueue(berkas_pk=1)
    assert client.get("/sehat/").status_code == 200
    DBTaskResult.objects.update(enqueued_at=datetime(2026, 11, 28, 3, 0, tzinfo=UTC))
    answer = client.get("/sehat/")
    assert answer.status_code == 503
    assert answer.json()["pekerja"] == "belum pernah berjalan"
    assert answer.json()["sejak"] == "2026-11-28T10:00:00+07:00"


@pytest.mark.one_engine
@pytest.mark.urls(__name__)
@pytest.mark.django_db
def test_a_refusal_says_who_may(client: Client) -> None:
    client.force_login(make_pengguna("operator", kecamatan=make_kecamatan()))
    answer = client.get("/ditolak/")
    assert answer.status_code == 403
    assert "Hanya camat yang dapat menandatangani laporan." in answer.content.decode()


@pytest.mark.urls(__name__)
@pytest.mark.django_db
def test_a_fault_shows_nothing_of_itself(client: Client) -> None:
    client.raise_request_exception = False
    client.force_login(make_pengguna("operator", kecamatan=make_kecamatan()))
    answer = client.get("/rusak/")
    assert answer.status_code == 500
    assert "Gangguan sistem" in answer.content.decode()
    assert "rahasia" not in answer.content.decode()


def test_an_unknown_address_says_so_to_anybody(client: Client) -> None:
    answer = client.get("/tidak-ada/")
    assert answer.status_code == 404
    assert "Halaman tidak ditemukan" in answer.content.decode()
