"""A worker process that is killed at its work: another one makes the file."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django_tasks_db.models import DBTaskResult

from reports.models import BerkasLaporan
from tests.reports.publish.test_worker import KIND

#: What the queue asks of PostgreSQL when workers are killed ask tests/sakip/web/test_killed_worker.py.
pytestmark = pytest.mark.one_engine

#: A request and the worker that takes it up, until it is killed …
LONG_WORK = f"""
import time
from django.core.management import call_command
from reports.publish import requests
from sakip.models import KeputusanIKU
from tests.factory import make, make_kecamatan
def wait(assembled, shape):
    print("bekerja", flush=True)
    time.sleep(600)
requests.publish = wait
kecamatan = make_kecamatan()
make(KeputusanIKU, kecamatan=kecamatan, tahun=2023)
requests.file_request(kecamatan=kecamatan, tahun=2023, kind="{KIND}", by=None)
call_command("db_worker", interval=0, startup_delay=False, verbosity=0)
"""
#: … and another worker, which has nothing to do until then. It looks oftener than it would.
OTHER = """
from django.core.management import call_command
from django.db import connection
from reports.publish import requests
from sakip.web import worker
worker.BEAT = worker._PAUSE = 0.1
requests.publish = lambda assembled, shape: requests.Published(content=b"%PDF-1.7", page=2)
connection.ensure_connection()
print("siap", flush=True)
call_command("db_worker", max_tasks=1, interval=0.1, startup_delay=False, verbosity=0)
"""


def await_word(word: str, process: subprocess.Popen[str]) -> None:
    assert process.stdout is not None
    while (said := process.stdout.readline()) != f"{word}\n":
        assert said, f"berhenti sebelum {word}"


def restart_database() -> None:
    """What a restart of the server does to everybody else: each connection is gone."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
            (ended,) = cursor.fetchone()
            assert ended >= 2  # of the child at work, of the other worker


def test_a_worker_killed_at_work_loses_nothing_with_another_there(
    transactional_db: None, tmp_path: Path
) -> None:
    """Real processes: the queue, the connections lost once, kill -9. The other worker needs nobody's help."""
    name = connection.settings_dict["NAME"]
    url = os.environ.get("DATABASE_URL", "").rpartition("/")[0] + f"/{name}"
    env = {k: v for k, v in os.environ.items() if k != "DJANGO_SETTINGS_MODULE"} | {
        "SAKIP_DATA_DIR": str(tmp_path / "data"),
        "DATABASE_URL": url if connection.vendor == "postgresql" else f"sqlite:///{name}",
    }
    shell = [sys.executable, "manage.py", "shell", "--verbosity", "0", "-c"]

    @contextmanager
    def start(code: str) -> Iterator[subprocess.Popen[str]]:
        process = subprocess.Popen(
            [*shell, code], cwd=settings.BASE_DIR, env=env, stdout=-1, stderr=-1, text=True
        )
        with process:
            try:
                yield process
            finally:
                process.kill()

    with start(LONG_WORK) as killed:
        await_word("bekerja", killed)
        with start(OTHER) as other:
            await_word("siap", other)
            restart_database()
            assert (killed.poll(), other.poll()) == (None, None)
            killed.kill()
            killed.wait()
            _, said = other.communicate()
    assert other.returncode == 0
    assert "1 tugas yang ditinggalkan pekerja lain diambil lagi" in said
    assert BerkasLaporan.objects.get().status == "selesai"
    result = DBTaskResult.objects.get()
    assert (result.status, len(result.worker_ids)) == ("SUCCESSFUL", 2)
