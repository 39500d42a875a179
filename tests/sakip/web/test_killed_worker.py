"""Two workers in processes of their own, one of them killed at its work: every job is done, once, by nobody's hand."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import connection, connections
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from kecamatan.models import Jejak, Kecamatan
from reports.models import Dokumentasi, FotoMasuk
from reports.photos import incoming
from reports.photos.images import PreparedPhoto
from sakip.web import calls, worker
from sakip.web.jobs import load_jobs
from sakip.web.pulse import worker_name
from sakip.web.shared_settings import queue_settings
from sakip.web.task_queue import queue_line
from tests.factory import make_kecamatan

pytestmark = pytest.mark.django_db(transaction=True)

#: The upload at which its worker is killed, and with it whatever else is to go.
FATAL = b"3"
JOBS = 4


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[Redis]:
    with Redis(str(tmp_path)) as running:
        yield running


class Redis(subprocess.Popen[bytes]):
    """Debian's redis-server behind a socket in this folder, ready."""

    def __init__(self, folder: str) -> None:
        self.address = f"unix://{folder}/redis.sock"
        program = shutil.which("redis-server")
        assert program, "redis-server belum terpasang: jalankan script/setup --uji"
        command = [
            program,
            "--port",
            "0",
            "--unixsocket",
            f"{folder}/redis.sock",
            "--dir",
            folder,
            "--save",
            "",
        ]
        super().__init__(command, stdout=subprocess.PIPE)
        assert self.stdout
        while b"ready to accept" not in (line := self.stdout.readline()):
            assert line, "redis-server tidak mulai"

    def __exit__(self, *error: Any) -> None:
        self.kill()
        super().__exit__(*error)


@pytest.fixture(autouse=True)
def own_storage(tmp_path: Path, settings: Settings) -> None:
    settings.MEDIA_ROOT = str(tmp_path / "media")


@pytest.fixture
def shared_database(tmp_path: Path) -> Iterator[None]:
    """A database that other processes reach; what SQLite keeps for the tests lies in the memory of one."""
    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    ours, file = connection.settings_dict["NAME"], str(tmp_path / "bersama.sqlite3")
    with sqlite3.connect(file) as copy:
        connection.connection.backup(copy)
    copy.close()
    kept = connection.connection  # closed, it would be gone
    connection.connection = None
    connection.settings_dict["NAME"] = file
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = ours
        connection.connection = kept


class Diligent(worker.BoundedWorker):
    """A worker that goes home when nothing waits and nobody works."""

    def _work(self) -> bool:
        worked = super()._work()
        self.running = self.running and DBTaskResult.objects.filter(status__in=("READY", "RUNNING")).exists()
        return worked


def start_worker() -> int:
    """A worker in a process of its own; its number."""
    connections.close_all()
    if process := os.fork():
        return process
    try:
        Diligent(
            queue_names=["default"],
            interval=0.05,
            batch=False,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=worker_name(),
            excluded_queue_names=[],
        ).run()
    finally:
        os._exit(0)


def made(content: bytes, *, flag: Path, also: int | None) -> PreparedPhoto:
    """A picture of this upload; the fatal one ends the worker when it is begun the first time."""
    if content == FATAL and not flag.exists():
        flag.touch()
        if also is not None:
            os.kill(also, signal.SIGKILL)
        os.kill(os.getppid(), signal.SIGKILL)
        signal.pause()  # until the kernel ends the child with its parent
    return PreparedPhoto(image=b"besar" + content, small=b"kecil" + content, width=1200, height=900)


def upload(kecamatan: Kecamatan) -> None:
    for number in range(JOBS):
        incoming.foto_receive(
            kecamatan=kecamatan,
            tahun=2024,
            files=[ContentFile(str(number).encode(), name=f"{number}.jpg")],
            keterangan=f"Foto {number}",
            location=(None, None, None),
            by=None,
        )


@pytest.mark.parametrize("lost", [None, "redis"], ids=["database", "redis that is lost"])
def test_what_a_killed_worker_left_is_done_by_the_other(
    lost: str | None,
    request: pytest.FixtureRequest,
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    redis: Redis | None = request.getfixturevalue("redis") if lost else None
    settings.TASKS, settings.RQ_QUEUES = queue_settings(redis.address if redis else "")
    request.getfixturevalue("shared_database")
    monkeypatch.setattr(worker, "BEAT", 0.1)
    monkeypatch.setattr(worker, "_PAUSE", 0.1)
    monkeypatch.setattr(calls, "_LISTEN", 1)
    flag = tmp_path / "mati"
    monkeypatch.setattr(incoming, "process_foto", partial(made, flag=flag, also=redis.pid if redis else None))
    load_jobs()  # once, not in each of them
    upload(make_kecamatan())
    workers = {start_worker(), start_worker()}
    endings: dict[int, int] = {}
    while not workers <= endings.keys():
        process, status = os.wait()
        endings[process] = os.waitstatus_to_exitcode(status)
    assert sorted(endings[one] for one in workers) == [-signal.SIGKILL, 0]
    assert flag.exists()
    assert not FotoMasuk.objects.exists()
    assert sorted(Dokumentasi.objects.values_list("keterangan", flat=True)) == [
        f"Foto {number}" for number in range(JOBS)
    ]
    assert Jejak.objects.filter(objek_jenis="reports.dokumentasi").count() == JOBS
    assert set(DBTaskResult.objects.values_list("status", flat=True)) == {"SUCCESSFUL"}
    assert sorted(len(one) for one in DBTaskResult.objects.values_list("worker_ids", flat=True)) == [1] * (
        JOBS - 1
    ) + [2]


def test_who_enqueues_calls_a_worker_and_a_call_is_answered_once(
    redis: Redis, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.TASKS, settings.RQ_QUEUES = queue_settings(redis.address)
    monkeypatch.setattr(calls, "_LISTEN", 600)  # whoever is not called would wait
    line = queue_line()
    assert line.problem() == ""
    kecamatan = make_kecamatan()
    upload(kecamatan)
    for _ in range(JOBS // 2):  # called, and took a task
        line.listen(otherwise=600)
        line.answered()
    for _ in range(JOBS // 2):  # took a task without waiting to be called
        line.answered()
    monkeypatch.setattr(calls, "_LISTEN", 1)
    line.listen(otherwise=600)
    assert not line._called  # type: ignore[attr-defined]
    redis.kill()
    redis.wait()
    line.listen(otherwise=0)
    FotoMasuk.objects.all().delete()
    upload(kecamatan)
    assert line.problem() != ""
    assert DBTaskResult.objects.filter(status="READY").count() == 2 * JOBS
