"""PDFs by the real queue: made once by a worker process, taken up again when one dies, failing with words."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings as setelan
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from kecamatan.models import Kabupaten, Kecamatan
from reports.models import BerkasLaporan, Narasi
from reports.pdf.render import HasilPDF, PdfError
from reports.publish import requests as layanan
from reports.publish.assemble import NoDokumen, Susunan
from reports.publish.requests import FILE_WORK, file_create, file_request, files_sweep
from sakip.models import KategoriSkala, KebijakanPengukuran
from sakip.web.task_queue import BATAS_PENGERJAAN, task_enqueue, tasks_sweep
from tests.database_template import copy_template
from tests.loaded_files import folder_mini, load_mini, load_referensi

ANTREAN = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
JENIS = "sk-iku"


@pytest.fixture(autouse=True)
def antrean(settings: Settings) -> None:
    settings.TASKS = ANTREAN


@pytest.fixture
def balung(transactional_db: None, tmp_path: Path) -> Kecamatan:
    load_referensi()
    (muatan,) = load_mini(tmp_path)
    return muatan.kecamatan


@pytest.fixture
def ask(balung: Kecamatan, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> "Minta":
    return Minta(balung, django_capture_on_commit_callbacks)


class Minta:
    """Asks as a committed request would."""

    def __init__(self, kecamatan: Kecamatan, tangkap: DjangoCaptureOnCommitCallbacks) -> None:
        self.kecamatan = kecamatan
        self.tangkap = tangkap

    def __call__(self, jenis: str = JENIS) -> BerkasLaporan:
        with self.tangkap(execute=True):
            return file_request(kecamatan=self.kecamatan, tahun=2023, jenis=jenis, oleh=None)

    def sapu(self, **lain: datetime | timedelta) -> int:
        with self.tangkap(execute=True):
            return files_sweep(**lain)  # type: ignore[arg-type]


def work() -> None:
    """Run a worker in this process until nothing waits."""
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)


def keadaan(berkas: BerkasLaporan) -> str:
    berkas.refresh_from_db()
    return berkas.status


def test_a_request_queues_and_the_worker_makes_it(ask: Minta) -> None:
    berkas = ask()
    assert (berkas.status, task_enqueue()) == ("antre", 1)
    work()
    assert (keadaan(berkas), task_enqueue()) == ("selesai", 0)
    with berkas.berkas.open("rb") as isi:
        pdf = isi.read()
    assert pdf.startswith(b"%PDF-")
    assert berkas.ukuran == len(pdf)
    assert berkas.halaman is not None
    assert berkas.halaman >= 2  # keputusan and lampiran


def test_the_same_content_is_made_once_whoever_asks(ask: Minta) -> None:
    pertama = ask()
    assert ask().pk == pertama.pk
    assert task_enqueue() == 1
    work()
    assert ask().status == "selesai"
    assert task_enqueue() == 0


def test_changed_records_are_another_file(ask: Minta) -> None:
    pertama = ask()
    Narasi.objects.filter(kecamatan=ask.kecamatan).update(isi="<p>Petugas bertambah.</p>")
    assert ask().pk != pertama.pk


def test_records_changed_while_it_waited_are_said(ask: Minta) -> None:
    berkas = ask()
    Narasi.objects.filter(kecamatan=ask.kecamatan).update(isi="<p>Petugas bertambah.</p>")
    work()
    assert keadaan(berkas) == "gagal"
    assert berkas.pesan == "Catatan berubah selagi berkas ini menunggu. Minta unduhan sekali lagi."


def test_reference_data_broken_while_it_waited_are_said(ask: Minta) -> None:
    berkas = ask()
    KategoriSkala.objects.filter(batas=None).delete()
    work()
    assert keadaan(berkas) == "gagal"
    kode = KebijakanPengukuran.objects.get(kabupaten=ask.kecamatan.kabupaten_id, tahun=2023).skala.kode
    assert berkas.pesan == f"Skala {kode} memiliki 0 kategori tanpa batas bawah. Sisakan tepat satu."


def test_a_task_that_runs_twice_works_once(ask: Minta, monkeypatch: pytest.MonkeyPatch) -> None:
    berkas = ask()
    file_create(berkas_pk=berkas.pk)

    def dilarang(*_: object) -> None:
        raise AssertionError("dibuat dua kali")

    monkeypatch.setattr("reports.publish.requests.publish_pdf", dilarang)
    work()
    assert keadaan(berkas) == "selesai"


def test_what_cannot_be_printed_is_refused_at_once(ask: Minta) -> None:
    with pytest.raises(NoDokumen, match="Perjanjian Kinerja Perubahan Kecamatan Balung tahun 2023"):
        ask("pk-perubahan")
    assert task_enqueue() == 0
    assert not BerkasLaporan.objects.exists()


def test_a_foreseen_failure_is_said_and_may_be_tried_again(
    ask: Minta, monkeypatch: pytest.MonkeyPatch
) -> None:
    berkas = ask()
    with monkeypatch.context() as rusak:

        def gagal(*_: object) -> None:
            raise PdfError("Gambar rapat.jpg tidak ditemukan. Unggah ulang fotonya.")

        rusak.setattr("reports.publish.requests.publish_pdf", gagal)
        work()
    assert keadaan(berkas) == "gagal"
    assert berkas.pesan == "Gambar rapat.jpg tidak ditemukan. Unggah ulang fotonya."
    assert ask().status == "antre"
    work()
    assert keadaan(berkas) == "selesai"


def test_an_unforeseen_failure_tells_the_user_no_secrets(ask: Minta, monkeypatch: pytest.MonkeyPatch) -> None:
    berkas = ask()

    def gagal(*_: object) -> None:
        raise RuntimeError("/srv/rahasia")

    monkeypatch.setattr("reports.publish.requests.publish_pdf", gagal)
    work()
    assert keadaan(berkas) == "gagal"
    assert berkas.pesan == "Berkas tidak dapat dibuat karena gangguan pada sistem. Hubungi admin."
    assert DBTaskResult.objects.get().status == "FAILED"


def mati_di_tengah(berkas: BerkasLaporan) -> datetime:
    """The state that a worker killed in the middle of its work leaves behind; returns when it began."""
    mulai = timezone.now()
    BerkasLaporan.objects.filter(pk=berkas.pk).update(status="diproses", mulai=mulai)
    DBTaskResult.objects.update(status="RUNNING", started_at=mulai)
    return mulai


def test_what_a_dead_worker_left_is_taken_up_again(ask: Minta) -> None:
    berkas = ask()
    mulai = mati_di_tengah(berkas)
    work()
    assert keadaan(berkas) == "diproses"
    terlalu_dini = mulai + BATAS_PENGERJAAN - timedelta(seconds=1)
    assert not FILE_WORK.is_left_behind(berkas, terlalu_dini)
    assert ask.sapu(sekarang=terlalu_dini) == 0
    assert tasks_sweep(sekarang=terlalu_dini) == 0
    waktunya = mulai + BATAS_PENGERJAAN
    assert FILE_WORK.is_left_behind(berkas, waktunya)
    assert tasks_sweep(sekarang=waktunya) == 1
    assert ask.sapu(sekarang=waktunya) == 1
    assert (tasks_sweep(sekarang=waktunya), ask.sapu(sekarang=waktunya)) == (0, 0)
    work()
    assert keadaan(berkas) == "selesai"
    assert not FILE_WORK.is_left_behind(berkas, waktunya + BATAS_PENGERJAAN)
    assert sorted(DBTaskResult.objects.values_list("status", flat=True)) == ["FAILED", "SUCCESSFUL"]


def test_a_request_that_was_never_queued_is_queued_by_the_sweep(ask: Minta) -> None:
    berkas = ask()
    DBTaskResult.objects.all().delete()
    assert ask.sapu(sekarang=berkas.dibuat + BATAS_PENGERJAAN) == 1
    work()
    assert keadaan(berkas) == "selesai"


def test_the_command_sweeps_at_once_before_the_only_worker_starts(ask: Minta) -> None:
    berkas = ask()
    mati_di_tengah(berkas)
    keluaran = StringIO()
    with ask.tangkap(execute=True):
        call_command("sapu_berkas", stdout=keluaran)
    assert keluaran.getvalue() == "0 tugas terhenti dicatat, 0 berkas diantrekan lagi.\n"
    with ask.tangkap(execute=True):
        call_command("sapu_berkas", semua=True, stdout=keluaran)
    assert keluaran.getvalue().endswith("1 tugas terhenti dicatat, 1 berkas diantrekan lagi.\n")
    work()
    assert keadaan(berkas) == "selesai"


def tersimpan() -> set[str]:
    return {b.name for b in Path(setelan.MEDIA_ROOT).glob("berkas/*")}


def disusul(ask: Minta, berkas: BerkasLaporan) -> None:
    """What happens while a slow worker renders: it is taken for dead, and another one makes the file."""
    ask.sapu(sekarang=timezone.now(), batas=timedelta(0))
    file_create(berkas_pk=berkas.pk)


@pytest.mark.parametrize("hasil", ["selesai", "gagal"])
def test_a_worker_taken_for_dead_does_not_spoil_what_another_made(
    ask: Minta, monkeypatch: pytest.MonkeyPatch, hasil: str
) -> None:
    berkas = ask()
    sebelum = tersimpan()
    issue = layanan.publish_pdf

    def lambat(susunan: Susunan) -> HasilPDF:
        monkeypatch.setattr(layanan, "publish_pdf", issue)
        disusul(ask, berkas)
        if hasil == "gagal":
            raise PdfError("Gambar rapat.jpg tidak ditemukan. Unggah ulang fotonya.")
        return issue(susunan)

    monkeypatch.setattr(layanan, "publish_pdf", lambat)
    file_create(berkas_pk=berkas.pk)
    assert keadaan(berkas) == "selesai"
    assert tersimpan() - sebelum == {Path(berkas.berkas.name or "").name}


def test_a_file_that_is_gone_from_storage_is_made_again(ask: Minta) -> None:
    berkas = ask()
    work()
    berkas.refresh_from_db()
    berkas.berkas.storage.delete(berkas.berkas.name or "")
    assert ask().status == "antre"
    work()
    assert keadaan(berkas) == "selesai"
    assert berkas.berkas.storage.exists(berkas.berkas.name or "")


def test_a_picture_that_is_gone_is_named(ask: Minta) -> None:
    """The document shows it, so there is no document without it; one that does not show it is made."""
    lambang = {"lambang": "lambang/jember.png", "lambang_sha256": "a" * 64}
    Kabupaten.objects.update(**lambang, lambang_lebar=200, lambang_tinggi=200)
    berkas = ask()
    work()
    assert keadaan(berkas) == "gagal"
    assert berkas.pesan == (
        'Gambar "lambang/jember.png" tidak ada lagi di penyimpanan. Unggah ulang gambar itu.'
    )
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"


KERJA_PANJANG = """
import time
from reports.publish import requests
def tunggu(susunan):
    print("bekerja", flush=True)
    time.sleep(600)
requests.publish_pdf = tunggu
from django.core.management import call_command
call_command("db_worker", interval=0, startup_delay=False, verbosity=0, reload=False)
"""
MINTA = f"""
from django.core.management import call_command
call_command("siapkan")
call_command("muat_contoh", "--contoh", {{contoh!r}})
from kecamatan.models import Kecamatan
from reports.publish.requests import file_request
file_request(kecamatan=Kecamatan.objects.get(slug="balung"), tahun=2023, jenis="{JENIS}", oleh=None)
"""


def test_a_worker_killed_at_work_loses_nothing(django_db_setup: None, tmp_path: Path) -> None:
    """Real processes on a database of their own: the queue, kill -9, the sweep, another worker."""
    basis_data = tmp_path / "data" / "sakip.sqlite3"
    copy_template(basis_data)
    env = {k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE")}
    env["SAKIP_DATA_DIR"] = str(tmp_path / "data")

    def perintah(*kata: str) -> list[str]:
        return [sys.executable, "manage.py", *kata]

    def execute(*kata: str) -> str:
        return subprocess.run(
            perintah(*kata), cwd=setelan.BASE_DIR, env=env, check=True, capture_output=True, text=True
        ).stdout.strip()

    def status() -> list[str]:
        with closing(sqlite3.connect(basis_data)) as sambungan:
            return [satu for (satu,) in sambungan.execute("SELECT status FROM reports_berkaslaporan")]

    execute("shell", "--verbosity", "0", "-c", MINTA.format(contoh=str(folder_mini(tmp_path))))
    with subprocess.Popen(
        perintah("shell", "--verbosity", "0", "-c", KERJA_PANJANG),
        cwd=setelan.BASE_DIR,
        env=env,
        stdout=subprocess.PIPE,
        text=True,
    ) as pekerja:
        assert pekerja.stdout is not None
        assert pekerja.stdout.readline() == "bekerja\n"
        pekerja.kill()
    assert status() == ["diproses"]
    assert execute("sapu_berkas", "--semua") == "1 tugas terhenti dicatat, 1 berkas diantrekan lagi."
    execute("db_worker", "--batch", "--no-startup-delay")
    assert status() == ["selesai"]
