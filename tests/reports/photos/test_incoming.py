"""Photos by the real queue: once each whatever dies, failures in words, nothing left behind."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from kecamatan.models import Jejak, Kecamatan, Pengguna
from reports.models import Dokumentasi, FotoMasuk
from reports.photos import incoming as layanan
from reports.photos.incoming import (
    DISTURBANCE,
    PHOTO_WORK,
    PHOTOS,
    foto_discard,
    foto_process,
    foto_receive,
    small_name,
)
from sakip.entry.lock import YearClosed
from sakip.web.task_queue import WORK_LIMIT, TooManyWaiting, tasks_sweep
from tests.factory import make, make_kecamatan, make_laporan, make_pengguna
from tests.reports.photos.example_fotos import jpeg

pytestmark = pytest.mark.one_engine

QUEUE = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
TAHUN = 2023


@pytest.fixture(autouse=True)
def queue(settings: Settings, tmp_path: Path) -> None:
    settings.TASKS = QUEUE
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def balung(transactional_db: None) -> Kecamatan:
    return make_kecamatan()


class Upload:
    """Uploads as a committed request does."""

    def __init__(self, kecamatan: Kecamatan, catch: DjangoCaptureOnCommitCallbacks) -> None:
        self.kecamatan = kecamatan
        self.catch = catch
        self.by: Pengguna = make_pengguna("operator", kecamatan=kecamatan)

    def __call__(self, *content: bytes, keterangan: str = "Rapat koordinasi.") -> list[FotoMasuk]:
        files = [ContentFile(b, name=f"../../foto {n}.jpg") for n, b in enumerate(content)]
        with self.catch(execute=True):
            return foto_receive(
                kecamatan=self.kecamatan,
                tahun=TAHUN,
                files=files,
                keterangan=keterangan,
                location=(None, None, None),
                by=self.by,
            )


@pytest.fixture
def upload(balung: Kecamatan, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> Upload:
    return Upload(balung, django_capture_on_commit_callbacks)


def work() -> None:
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)


def raw_files(tmp_path: Path) -> list[Path]:
    return [p for p in tmp_path.glob("foto-masuk/**/*") if p.is_file()]


@pytest.mark.both_engines
def test_an_upload_becomes_a_picture_and_leaves_nothing_else(upload: Upload, tmp_path: Path) -> None:
    (incoming,) = upload(jpeg(exif=True))
    assert (incoming.nama, incoming.status) == ("foto 0.jpg", "antre")
    assert len(raw_files(tmp_path)) == 1
    work()
    (foto,) = Dokumentasi.objects.all()
    assert (foto.keterangan, foto.urut, foto.lebar, foto.tinggi) == ("Rapat koordinasi.", 1, 900, 1200)
    assert foto.foto.name == f"dokumentasi/{foto.sha256[:2]}/{foto.sha256}.jpg"
    assert default_storage.exists(small_name(foto.foto.name))
    assert not FotoMasuk.objects.exists()
    assert raw_files(tmp_path) == []
    jejak = Jejak.objects.get(objek_jenis="reports.dokumentasi")
    assert (jejak.tindakan, jejak.pengguna, jejak.objek_pk) == ("catatan.dibuat", upload.by, foto.pk)


@pytest.mark.both_engines
def test_several_photos_of_one_caption_are_numbered_in_their_order(upload: Upload) -> None:
    upload(jpeg(colour="red"), jpeg(colour="green"), jpeg(colour="blue"))
    work()
    assert list(Dokumentasi.objects.values_list("keterangan", "urut")) == [
        (f"Rapat koordinasi. (foto {n})", n) for n in (1, 2, 3)
    ]


@pytest.mark.parametrize(
    ("content", "word"),
    [(b"hanya teks yang dinamai .jpg", "bukan gambar JPEG"), (jpeg()[:3000], "rusak atau terpotong")],
    ids=["text", "cut off"],
)
def test_a_failure_says_why_and_the_raw_file_goes(
    upload: Upload, tmp_path: Path, content: bytes, word: str
) -> None:
    (incoming,) = upload(content)
    work()
    incoming.refresh_from_db()
    assert incoming.status == "gagal"
    assert word in incoming.pesan
    assert raw_files(tmp_path) == []
    foto_discard(incoming=incoming)
    assert not FotoMasuk.objects.exists()


def test_one_person_lets_only_so_many_wait(upload: Upload, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reports.photos.incoming.MOST_AT_ONCE", 3)
    upload(jpeg(), jpeg(60))
    with pytest.raises(TooManyWaiting, match=r"^2 foto yang Anda unggah masih menunggu .* paling banyak 3"):
        upload(jpeg(61), jpeg(62))
    assert len(upload(jpeg(61))) == 1
    work()
    assert len(upload(jpeg(62), jpeg(63), jpeg(64))) == 3


def test_the_same_photo_twice_is_told(upload: Upload) -> None:
    upload(jpeg())
    work()
    (second,) = upload(jpeg())
    work()
    second.refresh_from_db()
    assert "sudah ada dalam dokumentasi" in second.pesan
    assert Dokumentasi.objects.count() == 1


@pytest.mark.both_engines
def test_a_task_that_comes_twice_does_once(upload: Upload) -> None:
    (incoming,) = upload(jpeg())
    foto_process(masuk_pk=incoming.pk)
    foto_process(masuk_pk=incoming.pk)
    assert Dokumentasi.objects.count() == 1
    assert not FotoMasuk.objects.exists()


@pytest.mark.both_engines
def test_what_a_killed_worker_left_is_taken_up_again(
    upload: Upload, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    """Killed after "diproses": nothing else was committed, so the sweep starts it anew."""
    (incoming,) = upload(jpeg())
    now = timezone.now()
    FotoMasuk.objects.update(status="diproses", mulai=now)
    assert not PHOTO_WORK.is_left_behind(FotoMasuk.objects.get(), now)
    foto_process(masuk_pk=incoming.pk)  # another worker: not its own
    assert not Dokumentasi.objects.exists()
    later = now + WORK_LIMIT + timedelta(seconds=1)
    assert PHOTO_WORK.is_left_behind(FotoMasuk.objects.get(), later)
    tasks_sweep(now=later)
    with django_capture_on_commit_callbacks(execute=True):
        assert PHOTOS.sweep(now=later) == 1
    work()
    assert Dokumentasi.objects.count() == 1
    assert not FotoMasuk.objects.exists()
    assert PHOTOS.sweep(now=later) == 0


def test_a_worker_that_was_taken_for_dead_leaves_no_second_picture(
    upload: Upload, monkeypatch: pytest.MonkeyPatch
) -> None:
    (incoming,) = upload(jpeg())
    original = layanan.process_foto

    def slow(content: bytes) -> object:
        # Meanwhile it is swept, and another worker has begun.
        FotoMasuk.objects.update(status="diproses", mulai=timezone.now() + timedelta(hours=1))
        return original(content)

    monkeypatch.setattr(layanan, "process_foto", slow)
    foto_process(masuk_pk=incoming.pk)
    assert not Dokumentasi.objects.exists()
    assert FotoMasuk.objects.get().status == "diproses"


def test_a_disturbance_is_told_in_words(upload: Upload, monkeypatch: pytest.MonkeyPatch) -> None:
    (incoming,) = upload(jpeg())

    def broken(content: bytes) -> object:
        raise RuntimeError

    monkeypatch.setattr(layanan, "process_foto", broken)
    with pytest.raises(RuntimeError):
        foto_process(masuk_pk=incoming.pk)
    incoming.refresh_from_db()
    assert incoming.pesan == DISTURBANCE


def test_a_raw_file_that_is_gone_is_told(upload: Upload) -> None:
    (incoming,) = upload(jpeg())
    default_storage.delete(incoming.berkas.name or "")
    work()
    incoming.refresh_from_db()
    assert "tidak ada lagi di penyimpanan" in incoming.pesan


def test_a_closed_year_takes_no_photo_neither_now_nor_later(upload: Upload) -> None:
    (incoming,) = upload(jpeg())
    make_laporan(kecamatan=upload.kecamatan, tahun=TAHUN, status="diajukan")
    with pytest.raises(YearClosed):
        upload(jpeg(colour="red"))
    work()
    incoming.refresh_from_db()
    assert "terkunci" in incoming.pesan
    assert not Dokumentasi.objects.exists()


def test_who_works_there_no_more_leaves_no_photo(upload: Upload, tmp_path: Path) -> None:
    (incoming,) = upload(jpeg())
    upload.by.keanggotaan.all().delete()
    work()
    incoming.refresh_from_db()
    assert (incoming.status, incoming.pesan) == (
        "gagal",
        "Hanya operator kecamatan yang dapat melakukan ini.",
    )
    assert not Dokumentasi.objects.exists()
    assert raw_files(tmp_path) == []


@pytest.mark.both_engines
def test_the_sweep_command_counts_photos_too(upload: Upload, capsys: pytest.CaptureFixture[str]) -> None:
    upload(jpeg())
    call_command("sapu_berkas", "--semua")
    assert capsys.readouterr().out.endswith("0 berkas tanpa tugas diantrekan lagi.\n")
    DBTaskResult.objects.all().delete()
    call_command("sapu_berkas", "--semua")
    assert capsys.readouterr().out.endswith("1 berkas tanpa tugas diantrekan lagi.\n")


def test_the_database_refuses_a_row_whose_file_does_not_fit_its_state(transactional_db: None) -> None:
    from django.db import IntegrityError

    with pytest.raises(IntegrityError):
        make(FotoMasuk, status="gagal", berkas="", pesan="")
    with pytest.raises(IntegrityError):
        make(FotoMasuk, berkas="")
