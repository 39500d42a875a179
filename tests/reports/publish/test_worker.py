"""Files by the real queue: made once, taken up again when a worker dies, failing with words; test_worker_killed has
real processes."""

import zipfile
from datetime import datetime, timedelta
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from django.conf import settings as settings
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from kecamatan.models import Kabupaten, Kecamatan
from reports.models import BerkasLaporan, Narasi
from reports.pdf.render import PdfError
from reports.publish import requests as layanan
from reports.publish.assemble import Assembled, NoDokumen
from reports.publish.files import Published
from reports.publish.requests import FILE_WORK, FILES, file_create, file_request
from sakip.models import KategoriSkala, KebijakanPengukuran
from sakip.web.task_queue import WORK_LIMIT, task_enqueue, tasks_sweep

QUEUE = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
KIND = "sk-iku"

#: What the queue asks of an engine those ask that are marked for both, and of workers that are killed
#: tests/sakip/web/test_killed_worker.py.
pytestmark = pytest.mark.one_engine


@pytest.fixture(autouse=True)
def queue(settings: Settings) -> None:
    settings.TASKS = QUEUE


@pytest.fixture
def unprinted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files whose content nobody looks at: laying one out takes most of the time of a test."""
    monkeypatch.setattr(layanan, "publish", lambda assembled, shape: Published(content=b"%PDF-1.7", page=2))


@pytest.fixture
def ask(mini: Kecamatan, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> "Request":
    return Request(mini, django_capture_on_commit_callbacks)


class Request:
    """Asks as a committed request would."""

    def __init__(self, kecamatan: Kecamatan, catch: DjangoCaptureOnCommitCallbacks) -> None:
        self.kecamatan = kecamatan
        self.catch = catch

    def __call__(self, kind: str = KIND, shape: str = "pdf") -> BerkasLaporan:
        with self.catch(execute=True):
            return file_request(kecamatan=self.kecamatan, tahun=2023, kind=kind, shape=shape, by=None)

    def sweep(self, **others: datetime | timedelta) -> int:
        with self.catch(execute=True):
            return FILES.sweep(**others)  # type: ignore[arg-type]


def work() -> None:
    """Run a worker in this process until nothing waits."""
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)


def state(file: BerkasLaporan) -> str:
    file.refresh_from_db()
    return file.status


@pytest.mark.both_engines
def test_a_request_queues_and_the_worker_makes_it(ask: Request) -> None:
    file = ask()
    assert (file.status, task_enqueue()) == ("antre", 1)
    work()
    assert (state(file), task_enqueue()) == ("selesai", 0)
    with file.berkas.open("rb") as content:
        pdf = content.read()
    assert pdf.startswith(b"%PDF-")
    assert file.ukuran == len(pdf)
    assert file.halaman is not None
    assert file.halaman >= 2  # keputusan and lampiran


def test_every_shape_is_a_file_of_its_own(ask: Request) -> None:
    """The same content, and the same maker's queue; a shape that is made already is not made again."""
    files = {shape: ask(shape=shape) for shape in BerkasLaporan.Bentuk.values}
    assert len({file.pk for file in files.values()}) == task_enqueue() == 3
    assert len({file.kunci_isi for file in files.values()}) == 1
    work()
    content = {}
    for shape, file in files.items():
        assert (state(file), ask(shape=shape).pk) == ("selesai", file.pk)
        assert Path(file.berkas.name or "").suffix == f".{shape}"
        with file.berkas.open("rb") as source:
            content[shape] = source.read()
        assert file.ukuran == len(content[shape])
    assert content["pdf"].startswith(b"%PDF-")
    assert zipfile.is_zipfile(BytesIO(content["docx"]))
    assert content["html"].startswith(b"<!DOCTYPE html>")
    assert [file.halaman is None for file in files.values()] == [False, True, True]
    assert task_enqueue() == 0


@pytest.mark.usefixtures("unprinted")
def test_the_same_content_is_made_once_whoever_asks(ask: Request) -> None:
    first = ask()
    assert ask().pk == first.pk
    assert task_enqueue() == 1
    work()
    assert ask().status == "selesai"
    assert task_enqueue() == 0


def test_changed_records_are_another_file(ask: Request) -> None:
    first = ask()
    Narasi.objects.filter(kecamatan=ask.kecamatan).update(isi="<p>Petugas bertambah.</p>")
    assert ask().pk != first.pk


def test_records_changed_while_it_waited_are_said(ask: Request) -> None:
    file = ask()
    Narasi.objects.filter(kecamatan=ask.kecamatan).update(isi="<p>Petugas bertambah.</p>")
    work()
    assert state(file) == "gagal"
    assert file.pesan == "Catatan berubah selagi berkas ini menunggu. Minta unduhan sekali lagi."


def test_reference_data_broken_while_it_waited_are_said(ask: Request) -> None:
    file = ask()
    KategoriSkala.objects.filter(batas=None).delete()
    work()
    assert state(file) == "gagal"
    kode = KebijakanPengukuran.objects.get(kabupaten=ask.kecamatan.kabupaten_id, tahun=2023).skala.kode
    assert file.pesan == f"Skala {kode} memiliki 0 kategori tanpa batas bawah. Sisakan tepat satu."


@pytest.mark.both_engines
@pytest.mark.usefixtures("unprinted")
def test_a_task_that_runs_twice_works_once(ask: Request, monkeypatch: pytest.MonkeyPatch) -> None:
    file = ask()
    file_create(berkas_pk=file.pk)

    def forbidden(*_: object) -> None:
        raise AssertionError("dibuat dua kali")

    monkeypatch.setattr("reports.publish.requests.publish", forbidden)
    work()
    assert state(file) == "selesai"


def test_what_cannot_be_printed_is_refused_at_once(ask: Request) -> None:
    with pytest.raises(NoDokumen, match="Perjanjian Kinerja Perubahan Kecamatan Balung tahun 2023"):
        ask("pk-perubahan")
    assert task_enqueue() == 0
    assert not BerkasLaporan.objects.exists()


@pytest.mark.usefixtures("unprinted")
def test_a_foreseen_failure_is_said_and_may_be_tried_again(
    ask: Request, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = ask()
    with monkeypatch.context() as broken:

        def failed(*_: object) -> None:
            raise PdfError("Gambar rapat.jpg tidak ditemukan. Unggah ulang fotonya.")

        broken.setattr("reports.publish.requests.publish", failed)
        work()
    assert state(file) == "gagal"
    assert file.pesan == "Gambar rapat.jpg tidak ditemukan. Unggah ulang fotonya."
    assert ask().status == "antre"
    work()
    assert state(file) == "selesai"


def test_an_unforeseen_failure_tells_the_user_no_secrets(
    ask: Request, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = ask()

    def failed(*_: object) -> None:
        raise RuntimeError("/srv/rahasia")

    monkeypatch.setattr("reports.publish.requests.publish", failed)
    work()
    assert state(file) == "gagal"
    assert file.pesan == "Berkas tidak dapat dibuat karena gangguan pada sistem. Hubungi admin."
    assert DBTaskResult.objects.get().status == "FAILED"


def dead_halfway(file: BerkasLaporan) -> datetime:
    """The state that a worker killed in the middle of its work leaves behind; returns when it began."""
    start = timezone.now()
    BerkasLaporan.objects.filter(pk=file.pk).update(status="diproses", mulai=start)
    DBTaskResult.objects.update(status="RUNNING", started_at=start)
    return start


@pytest.mark.both_engines
@pytest.mark.usefixtures("unprinted")
def test_what_a_dead_worker_left_is_taken_up_again(ask: Request) -> None:
    file = ask()
    start = dead_halfway(file)
    too_early = start + WORK_LIMIT - timedelta(seconds=1)
    assert not FILE_WORK.is_left_behind(file, too_early)
    assert ask.sweep(now=too_early) == 0
    assert tasks_sweep(now=too_early) == 0
    due = start + WORK_LIMIT
    assert FILE_WORK.is_left_behind(file, due)
    assert tasks_sweep(now=due) == 1
    assert (state(file), ask.sweep(now=due)) == ("antre", 0)  # its task waits again
    assert (tasks_sweep(now=due), ask.sweep(now=due)) == (0, 0)
    work()
    assert state(file) == "selesai"
    assert not FILE_WORK.is_left_behind(file, due + WORK_LIMIT)
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"


@pytest.mark.both_engines
@pytest.mark.usefixtures("unprinted")
def test_a_request_that_was_never_queued_is_queued_by_the_sweep(ask: Request) -> None:
    file = ask()
    DBTaskResult.objects.all().delete()
    assert ask.sweep(now=file.dibuat + WORK_LIMIT) == 1
    work()
    assert state(file) == "selesai"


@pytest.mark.both_engines
@pytest.mark.usefixtures("unprinted")
def test_the_command_sweeps_at_once_before_the_only_worker_starts(ask: Request) -> None:
    file = ask()
    dead_halfway(file)
    keluaran = StringIO()
    with ask.catch(execute=True):
        call_command("sapu_berkas", stdout=keluaran)
    assert keluaran.getvalue() == "0 tugas terhenti diambil lagi, 0 berkas tanpa tugas diantrekan lagi.\n"
    with ask.catch(execute=True):
        call_command("sapu_berkas", semua=True, stdout=keluaran)
    assert keluaran.getvalue().endswith(
        "1 tugas terhenti diambil lagi, 0 berkas tanpa tugas diantrekan lagi.\n"
    )
    work()
    assert state(file) == "selesai"


def stored() -> set[str]:
    return {b.name for b in Path(settings.MEDIA_ROOT).glob("berkas/*")}


def followed(ask: Request, file: BerkasLaporan) -> None:
    """What happens while a slow worker renders: it is taken for dead, and another one makes the file."""
    ask.sweep(now=timezone.now(), longest=timedelta(0))
    file_create(berkas_pk=file.pk)


@pytest.mark.both_engines
@pytest.mark.usefixtures("unprinted")
@pytest.mark.parametrize("result", ["selesai", "gagal"])
def test_a_worker_taken_for_dead_does_not_spoil_what_another_made(
    ask: Request, monkeypatch: pytest.MonkeyPatch, result: str
) -> None:
    file = ask()
    before = stored()
    issue = layanan.publish

    def slow(assembled: Assembled, shape: str) -> Published:
        monkeypatch.setattr(layanan, "publish", issue)
        followed(ask, file)
        if result == "gagal":
            raise PdfError("Gambar rapat.jpg tidak ditemukan. Unggah ulang fotonya.")
        return issue(assembled, shape)

    monkeypatch.setattr(layanan, "publish", slow)
    file_create(berkas_pk=file.pk)
    assert state(file) == "selesai"
    assert stored() - before == {Path(file.berkas.name or "").name}


@pytest.mark.usefixtures("unprinted")
def test_a_file_that_is_gone_from_storage_is_made_again(ask: Request) -> None:
    file = ask()
    work()
    file.refresh_from_db()
    file.berkas.storage.delete(file.berkas.name or "")
    assert ask().status == "antre"
    work()
    assert state(file) == "selesai"
    assert file.berkas.storage.exists(file.berkas.name or "")


def test_a_picture_that_is_gone_is_named(ask: Request) -> None:
    """The document shows it, so there is no document without it; one that does not show it is made."""
    lambang = {"lambang": "lambang/jember.png", "lambang_sha256": "a" * 64}
    Kabupaten.objects.update(**lambang, lambang_lebar=200, lambang_tinggi=200)
    file = ask()
    work()
    assert state(file) == "gagal"
    assert file.pesan == (
        'Gambar "lambang/jember.png" tidak ada lagi di penyimpanan. Unggah ulang gambar itu.'
    )
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"
