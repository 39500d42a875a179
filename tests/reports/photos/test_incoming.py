"""Photos by the real queue: once each whatever dies, failures in words, nothing left behind."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from kecamatan.models import Jejak, Kecamatan, Pengguna
from reports.models import Dokumentasi, FotoMasuk
from reports.photos import incoming as layanan
from reports.photos.incoming import (
    GANGGUAN,
    PHOTO_WORK,
    foto_discard,
    foto_process,
    foto_receive,
    fotos_sweep,
    nama_kecil,
)
from sakip.entry.lock import YearClosed
from sakip.web.task_queue import BATAS_PENGERJAAN, tasks_sweep
from tests.factory import make, make_kecamatan, make_laporan, make_pengguna
from tests.reports.photos.example_fotos import jpeg

ANTREAN = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
TAHUN = 2023


@pytest.fixture(autouse=True)
def antrean(settings: Settings, tmp_path: Path) -> None:
    settings.TASKS = ANTREAN
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def balung(transactional_db: None) -> Kecamatan:
    return make_kecamatan()


class Unggah:
    """Uploads as a committed request does."""

    def __init__(self, kecamatan: Kecamatan, tangkap: DjangoCaptureOnCommitCallbacks) -> None:
        self.kecamatan = kecamatan
        self.tangkap = tangkap
        self.oleh: Pengguna = make_pengguna("operator", kecamatan=kecamatan)

    def __call__(self, *isi: bytes, keterangan: str = "Rapat koordinasi.") -> list[FotoMasuk]:
        berkas = [ContentFile(b, name=f"../../foto {n}.jpg") for n, b in enumerate(isi)]
        with self.tangkap(execute=True):
            return foto_receive(
                kecamatan=self.kecamatan,
                tahun=TAHUN,
                berkas=berkas,
                keterangan=keterangan,
                letak=(None, None, None),
                oleh=self.oleh,
            )


@pytest.fixture
def upload(balung: Kecamatan, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> Unggah:
    return Unggah(balung, django_capture_on_commit_callbacks)


def work() -> None:
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)


def berkas_mentah(tmp_path: Path) -> list[Path]:
    return [p for p in tmp_path.glob("foto-masuk/**/*") if p.is_file()]


def test_an_upload_becomes_a_picture_and_leaves_nothing_else(upload: Unggah, tmp_path: Path) -> None:
    (masuk,) = upload(jpeg(exif=True))
    assert (masuk.nama, masuk.status) == ("foto 0.jpg", "antre")
    assert len(berkas_mentah(tmp_path)) == 1
    work()
    (foto,) = Dokumentasi.objects.all()
    assert (foto.keterangan, foto.urut, foto.lebar, foto.tinggi) == ("Rapat koordinasi.", 1, 900, 1200)
    assert foto.foto.name == f"dokumentasi/{foto.sha256[:2]}/{foto.sha256}.jpg"
    assert default_storage.exists(nama_kecil(foto.foto.name))
    assert not FotoMasuk.objects.exists()
    assert berkas_mentah(tmp_path) == []
    jejak = Jejak.objects.get(objek_jenis="reports.dokumentasi")
    assert (jejak.tindakan, jejak.pengguna, jejak.objek_pk) == ("catatan.dibuat", upload.oleh, foto.pk)


def test_several_photos_of_one_caption_are_numbered_in_their_order(upload: Unggah) -> None:
    upload(jpeg(warna="red"), jpeg(warna="green"), jpeg(warna="blue"))
    work()
    assert list(Dokumentasi.objects.values_list("keterangan", "urut")) == [
        (f"Rapat koordinasi. (foto {n})", n) for n in (1, 2, 3)
    ]


@pytest.mark.parametrize(
    ("isi", "kata"),
    [(b"hanya teks yang dinamai .jpg", "bukan gambar JPEG"), (jpeg()[:3000], "rusak atau terpotong")],
    ids=["text", "cut off"],
)
def test_a_failure_says_why_and_the_raw_file_goes(
    upload: Unggah, tmp_path: Path, isi: bytes, kata: str
) -> None:
    (masuk,) = upload(isi)
    work()
    masuk.refresh_from_db()
    assert masuk.status == "gagal"
    assert kata in masuk.pesan
    assert berkas_mentah(tmp_path) == []
    foto_discard(masuk=masuk)
    assert not FotoMasuk.objects.exists()


def test_the_same_photo_twice_is_told(upload: Unggah) -> None:
    upload(jpeg())
    work()
    (kedua,) = upload(jpeg())
    work()
    kedua.refresh_from_db()
    assert "sudah ada dalam dokumentasi" in kedua.pesan
    assert Dokumentasi.objects.count() == 1


def test_a_task_that_comes_twice_does_once(upload: Unggah) -> None:
    (masuk,) = upload(jpeg())
    foto_process(masuk_pk=masuk.pk)
    foto_process(masuk_pk=masuk.pk)
    assert Dokumentasi.objects.count() == 1
    assert not FotoMasuk.objects.exists()


def test_what_a_killed_worker_left_is_taken_up_again(
    upload: Unggah, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    """Killed after "diproses": nothing else was committed, so the sweep starts it anew."""
    (masuk,) = upload(jpeg())
    sekarang = timezone.now()
    FotoMasuk.objects.update(status="diproses", mulai=sekarang)
    assert not PHOTO_WORK.is_left_behind(FotoMasuk.objects.get(), sekarang)
    foto_process(masuk_pk=masuk.pk)  # another worker: not its own
    assert not Dokumentasi.objects.exists()
    nanti = sekarang + BATAS_PENGERJAAN + timedelta(seconds=1)
    assert PHOTO_WORK.is_left_behind(FotoMasuk.objects.get(), nanti)
    tasks_sweep(sekarang=nanti)
    with django_capture_on_commit_callbacks(execute=True):
        assert fotos_sweep(sekarang=nanti) == 1
    work()
    assert Dokumentasi.objects.count() == 1
    assert not FotoMasuk.objects.exists()
    assert fotos_sweep(sekarang=nanti) == 0


def test_a_worker_that_was_taken_for_dead_leaves_no_second_picture(
    upload: Unggah, monkeypatch: pytest.MonkeyPatch
) -> None:
    (masuk,) = upload(jpeg())
    asli = layanan.process_foto

    def lambat(isi: bytes) -> object:
        # Meanwhile it is swept, and another worker has begun.
        FotoMasuk.objects.update(status="diproses", mulai=timezone.now() + timedelta(hours=1))
        return asli(isi)

    monkeypatch.setattr(layanan, "process_foto", lambat)
    foto_process(masuk_pk=masuk.pk)
    assert not Dokumentasi.objects.exists()
    assert FotoMasuk.objects.get().status == "diproses"


def test_a_disturbance_is_told_in_words(upload: Unggah, monkeypatch: pytest.MonkeyPatch) -> None:
    (masuk,) = upload(jpeg())

    def rusak(isi: bytes) -> object:
        raise MemoryError

    monkeypatch.setattr(layanan, "process_foto", rusak)
    with pytest.raises(MemoryError):
        foto_process(masuk_pk=masuk.pk)
    masuk.refresh_from_db()
    assert masuk.pesan == GANGGUAN


def test_a_raw_file_that_is_gone_is_told(upload: Unggah) -> None:
    (masuk,) = upload(jpeg())
    default_storage.delete(masuk.berkas.name or "")
    work()
    masuk.refresh_from_db()
    assert "tidak ada lagi di penyimpanan" in masuk.pesan


def test_a_closed_year_takes_no_photo_neither_now_nor_later(upload: Unggah) -> None:
    (masuk,) = upload(jpeg())
    make_laporan(kecamatan=upload.kecamatan, tahun=TAHUN, status="diajukan")
    with pytest.raises(YearClosed):
        upload(jpeg(warna="red"))
    work()
    masuk.refresh_from_db()
    assert "terkunci" in masuk.pesan
    assert not Dokumentasi.objects.exists()


def test_the_sweep_command_counts_photos_too(upload: Unggah, capsys: pytest.CaptureFixture[str]) -> None:
    upload(jpeg())
    call_command("sapu_berkas", "--semua")
    assert capsys.readouterr().out.endswith("1 berkas diantrekan lagi.\n")


def test_the_database_refuses_a_row_whose_file_does_not_fit_its_state(transactional_db: None) -> None:
    from django.db import IntegrityError

    with pytest.raises(IntegrityError):
        make(FotoMasuk, status="gagal", berkas="", pesan="")
    with pytest.raises(IntegrityError):
        make(FotoMasuk, berkas="")
