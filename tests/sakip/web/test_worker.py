"""What becomes of a task that does not end of its own: begun anew, or given up with a reason for whoever waits."""

from __future__ import annotations

import errno
import os
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import IntegrityError, OperationalError
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from kecamatan.models import WorkerPulse
from reports.models import BerkasLaporan, FotoMasuk, ImporBuku
from reports.photos import incoming as photos
from reports.publish import requests
from reports.workbook import uploads
from sakip.web import worker as layanan
from sakip.web.bounded import Ending
from sakip.web.pulse import SILENT_AFTER, beat, is_gone, pulse, worker_name
from sakip.web.task_queue import MOST_ATTEMPTS, tasks_take_up
from tests.factory import make_kecamatan, make_pengguna

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def queue(settings: Settings) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}


def file() -> BerkasLaporan:
    """A file that waits with its task."""
    row = BerkasLaporan.objects.create(
        kecamatan=make_kecamatan(), tahun=2023, jenis="rkt", kunci_isi="a" * 64, status="antre"
    )
    requests.buat_berkas.enqueue(berkas_pk=row.pk)
    return row


def photo() -> FotoMasuk:
    """The same of a photo."""
    row = FotoMasuk.objects.create(
        kecamatan=make_kecamatan(),
        tahun=2023,
        keterangan="Rapat",
        nama="rapat.jpg",
        berkas="foto/masuk/tidak-ada",
    )
    photos.olah_foto_masuk.enqueue(masuk_pk=row.pk)
    return row


def workbook() -> ImporBuku:
    """The same of a workbook."""
    kecamatan = make_kecamatan()
    row = ImporBuku.objects.create(
        kecamatan=kecamatan,
        tahun=2023,
        pengguna=make_pengguna("operator", kecamatan=kecamatan),
        nama_berkas="isian.xlsx",
        sha256="a" * 64,
        berkas="impor/tidak-ada.xlsx",
    )
    uploads.olah_impor_buku.enqueue(impor_pk=row.pk)
    return row


WAITING: Any = pytest.mark.parametrize(
    ("waiting", "module", "begins"),
    [
        (file, requests, "draft_of"),
        (photo, photos, "process_foto"),
        (workbook, uploads, "workbook_read"),
    ],
    ids=["file", "photo", "workbook"],
)


def work() -> None:
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)


def due() -> None:
    """What waits for its next attempt waits no longer."""
    DBTaskResult.objects.update(run_after=timezone.now())


def raising(error: BaseException) -> Any:
    def raised(*args: Any, **kwargs: Any) -> None:
        raise error

    return raised


@pytest.fixture
def source(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is read from storage is there."""
    monkeypatch.setattr(default_storage, "_open", lambda name, mode: open(os.devnull, "rb"))  # noqa: SIM115


@WAITING
def test_what_ends_with_its_process_is_tried_three_times_and_then_said(
    waiting: Any, module: Any, begins: str, source: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = waiting()
    begun: list[int] = []

    def locked(*args: Any, **kwargs: Any) -> None:
        begun.append(1)
        raise OperationalError("database is locked")

    monkeypatch.setattr(module, begins, locked)
    for _ in range(2):
        work()  # the second attempt follows at once, the third has to wait
        row.refresh_from_db()
        assert (row.status, row.mulai, row.pesan) == ("antre", None, "")
        assert DBTaskResult.objects.get().status == "READY"
        assert len(begun) == MOST_ATTEMPTS - 1
    due()
    work()
    row.refresh_from_db()
    assert row.status == "gagal"
    assert "dicoba 3 kali dan setiap kali terhenti karena basis data tidak dapat ditulis" in row.pesan
    assert DBTaskResult.objects.get().status == "FAILED"
    due()
    work()
    assert len(begun) == MOST_ATTEMPTS == 3


@WAITING
def test_what_the_database_refuses_of_the_task_itself_is_no_lock_and_ends_it_at_once(
    waiting: Any, module: Any, begins: str, source: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = waiting()
    monkeypatch.setattr(module, begins, raising(IntegrityError("UNIQUE constraint failed")))
    work()
    row.refresh_from_db()
    assert row.status == "gagal"
    assert "terkunci atau penuh" not in row.pesan
    assert DBTaskResult.objects.get().status == "FAILED"


@WAITING
@pytest.mark.parametrize(
    ("ending", "reason"),
    [
        (Ending.TIME, "melampaui batas waktu 4 menit dan dihentikan"),
        (Ending.MEMORY, "memerlukan memori lebih dari 1 GB dan dihentikan"),
    ],
)
def test_what_passes_a_bound_would_pass_it_again_and_is_given_up_at_once(
    waiting: Any, module: Any, begins: str, monkeypatch: pytest.MonkeyPatch, ending: Ending, reason: str
) -> None:
    row = waiting()
    type(row).objects.update(status="diperiksa" if waiting is workbook else "diproses", mulai=timezone.now())
    monkeypatch.setattr(layanan, "attempt", lambda work: ending)
    work()
    row.refresh_from_db()
    assert row.status == "gagal"
    assert reason in row.pesan
    assert "dicoba" not in row.pesan
    assert "hubungi admin" in row.pesan


@WAITING
@pytest.mark.parametrize(
    ("code", "words"),
    [(errno.ENOSPC, "Penyimpanan server penuh."), (errno.EROFS, "Penyimpanan server hanya dapat dibaca.")],
)
def test_a_storage_that_cannot_be_written_is_said_to_whoever_waits(
    waiting: Any,
    module: Any,
    begins: str,
    source: None,
    monkeypatch: pytest.MonkeyPatch,
    code: int,
    words: str,
) -> None:
    row = waiting()
    monkeypatch.setattr(module, begins, raising(OSError(code, os.strerror(code))))
    work()
    row.refresh_from_db()
    assert row.status == "gagal"
    assert f"{words} Hubungi admin, lalu coba lagi setelah diperbaiki." in row.pesan
    assert DBTaskResult.objects.get().status == "FAILED"


@pytest.mark.one_engine
def test_a_full_disk_when_the_finished_file_is_kept_is_said_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    row = file()
    monkeypatch.setattr(requests, "draft_of", lambda **_: None)
    monkeypatch.setattr(requests, "content_fingerprint", lambda *_: "a" * 64)
    monkeypatch.setattr(requests, "arrange", lambda *_: None)
    monkeypatch.setattr(requests, "publish", lambda *_: requests.Published(b"%PDF-", 1))
    monkeypatch.setattr(default_storage, "_save", raising(OSError(errno.ENOSPC, "penuh")))
    work()
    row.refresh_from_db()
    assert (row.status, row.pesan[:23]) == ("gagal", "Penyimpanan server penu")


def left_by(worker: str) -> BerkasLaporan:
    """A file on which this worker was at work when it went."""
    row = file()
    now = timezone.now()
    BerkasLaporan.objects.update(status="diproses", mulai=now)
    DBTaskResult.objects.update(status="RUNNING", started_at=now, worker_ids=[worker])
    return row


def test_the_next_worker_takes_up_what_a_killed_one_left_however_short_ago() -> None:
    ended = os.fork()
    if not ended:
        os._exit(0)
    os.waitpid(ended, 0)
    here = worker_name().split(":")[0]
    killed = f"{here}:{ended}:ab"
    beat(killed)
    row = left_by(killed)
    assert is_gone(killed)
    assert tasks_take_up(is_gone) == 1
    row.refresh_from_db()
    assert (row.status, DBTaskResult.objects.get().status) == ("antre", "READY")
    assert list(requests.FILES.tasks()) == [row.pk]
    assert tasks_take_up(is_gone) == 0


@pytest.mark.one_engine
@pytest.mark.parametrize(("silent", "taken"), [(SILENT_AFTER - timedelta(seconds=20), 0), (SILENT_AFTER, 1)])
def test_a_worker_of_another_machine_is_gone_when_it_is_silent(silent: timedelta, taken: int) -> None:
    beat("lain:1:ab")
    WorkerPulse.objects.update(beat=timezone.now() - silent)
    row = left_by("lain:1:ab")
    assert tasks_take_up(is_gone) == taken
    row.refresh_from_db()
    assert row.status == ("antre" if taken else "diproses")


def test_what_worker_after_worker_died_of_is_given_up() -> None:
    row = left_by("lain:1:ab")
    DBTaskResult.objects.update(worker_ids=["lain:1:a", "lain:2:b", "lain:3:c"])
    assert tasks_take_up(is_gone) == 1
    row.refresh_from_db()
    assert row.status == "gagal"
    assert "dicoba 3 kali dan setiap kali pekerja berhenti sebelum selesai" in row.pesan


def test_a_task_of_a_version_of_before_does_not_stop_the_worker() -> None:
    row = left_by("lain:1:ab")
    DBTaskResult.objects.update(task_path="reports.hilang.tugas")
    work()
    assert DBTaskResult.objects.get().status == "FAILED"
    row.refresh_from_db()
    assert row.status == "diproses"  # until the sweep finds that it has no task


def test_a_worker_beats_and_is_heard() -> None:
    assert (pulse().last, pulse().alive, pulse().silent_since) == (None, False, None)
    work()
    assert pulse().alive
    assert pulse().silent_since is None
    WorkerPulse.objects.update(beat=timezone.now() - SILENT_AFTER)
    assert pulse().silent_since == WorkerPulse.objects.get().beat


def test_who_waits_is_told_that_the_worker_has_stopped(client: Client) -> None:
    row = file()
    client.force_login(make_pengguna("operator", kecamatan=row.kecamatan))
    beat("lain:1:ab")
    words = "Pembuat dokumen berhenti sejak"
    assert words not in client.get(f"/berkas/{row.pk}/").content.decode()
    WorkerPulse.objects.update(beat=timezone.now() - SILENT_AFTER)
    assert words in client.get(f"/berkas/{row.pk}/").content.decode()


def test_who_waits_behind_others_is_not_told_that_it_has_stopped(client: Client) -> None:
    row = file()
    BerkasLaporan.objects.update(dibuat=timezone.now() - timedelta(hours=1))
    client.force_login(make_pengguna("operator", kecamatan=row.kecamatan))
    beat("lain:1:ab")
    assert "terhenti" not in client.get(f"/berkas/{row.pk}/").content.decode()
    WorkerPulse.objects.all().delete()
    assert "terhenti" in client.get(f"/berkas/{row.pk}/").content.decode()


def steady_worker() -> layanan.BoundedWorker:
    """A worker that would go on for ever."""
    return layanan.BoundedWorker(
        queue_names=["default"],
        interval=0,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="lain:1:ab",
        excluded_queue_names=[],
    )


def test_who_was_never_heard_takes_nothing_which_the_others_would_take_from_it_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file()
    one = steady_worker()
    monkeypatch.setattr(layanan, "beat", lambda worker: False)
    with pytest.raises(OperationalError):
        one._work()
    assert DBTaskResult.objects.get().status == "READY"
    monkeypatch.setattr(layanan, "beat", beat)
    assert one._work()


def test_a_database_that_does_not_answer_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    one = steady_worker()
    answers = [OperationalError("database is locked"), OSError(errno.ENOSPC, "penuh"), None]

    def looked() -> bool:
        if (error := answers.pop(0)) is not None:
            raise error
        one.running = False
        return False

    monkeypatch.setattr(one, "_work", looked)
    monkeypatch.setattr(
        layanan, "connections", type("Nothing", (), {"close_all": staticmethod(lambda: None)})
    )
    paused: list[float] = []
    monkeypatch.setattr(layanan.time, "sleep", paused.append)
    one.run()
    assert answers == []
    assert len(paused) == 4
