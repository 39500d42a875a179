"""Uploads by the real queue: previewed once, applied once and whole, taken up again when a worker dies."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from kecamatan.ground.errors import InputError
from kecamatan.models import Jejak, Kecamatan, Pengguna
from reports.models import ImporBuku
from reports.workbook import uploads as layanan
from reports.workbook.uploads import (
    IMPORT_WORK,
    ImportExpired,
    import_apply,
    import_discard,
    import_process,
    import_receive,
    import_retry,
    imports_sweep,
    olah_impor_buku,
)
from sakip.entry.lock import YearClosed
from sakip.models import Realisasi
from sakip.web.task_queue import BATAS_PENGERJAAN, task_enqueue
from sakip.web.tasks import TaskResultStatus
from tests.factory import make_laporan, make_pengguna
from tests.workbook_edits import baris_dengan, diubah, sidik_hasil, write

pytestmark = pytest.mark.django_db

ANTREAN = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}


@pytest.fixture
def operator(mini: Kecamatan, settings: Settings) -> Pengguna:
    settings.TASKS = ANTREAN
    return make_pengguna("operator", kecamatan=mini)


@pytest.fixture(scope="module")
def isi(buku_mini: bytes) -> bytes:
    baris = baris_dengan(buku_mini, "Realisasi", Kunci_indikator="skm", Tahun=2023, Triwulan="Setahun")
    return diubah(buku_mini, write("Realisasi", baris, "Realisasi", "77,25"))


@pytest.fixture
def accept(
    mini: Kecamatan, operator: Pengguna, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> Any:
    def send(berkas: bytes) -> ImporBuku:
        with django_capture_on_commit_callbacks(execute=True):
            return import_receive(
                kecamatan=mini, tahun=2023, nama="C:\\x\\isian.xlsx", isi=berkas, oleh=operator
            )

    return send


@pytest.fixture
def apply_changes(django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> Any:
    def ask(impor: ImporBuku) -> None:
        impor.refresh_from_db()
        with django_capture_on_commit_callbacks(execute=True):
            import_apply(impor=impor, sidik=sidik_hasil(impor), oleh=impor.pengguna)

    return ask


def work() -> None:
    """Do what the queue holds, as its worker does."""
    for tugas in DBTaskResult.objects.ready():
        DBTaskResult.objects.filter(pk=tugas.pk).update(status=TaskResultStatus.SUCCESSFUL)
        olah_impor_buku.call(**tugas.args_kwargs["kwargs"])


def status(impor: ImporBuku) -> str:
    impor.refresh_from_db()
    return impor.status


def realisasi() -> str:
    return str(Realisasi.objects.get(indikator__kunci="skm", tahun=2023).angka)


def test_an_upload_is_previewed_then_applied(accept: Any, apply_changes: Any, isi: bytes) -> None:
    impor = accept(isi)
    assert (impor.status, impor.nama_berkas, task_enqueue()) == ("antre", "isian.xlsx", 1)
    work()
    assert (status(impor), impor.kemajuan, realisasi()) == ("pratinjau", 100, "76.5000")
    assert impor.hasil["perubahan"][0]["lembar"] == "Realisasi"
    apply_changes(impor)
    assert (status(impor), realisasi()) == ("antre_terap", "76.5000")
    work()
    assert (status(impor), realisasi()) == ("selesai", "77.2500")
    jejak = Jejak.objects.get(tindakan="impor.diubah")
    assert (jejak.pengguna, jejak.alasan) == (impor.pengguna, "Impor buku kerja isian.xlsx")


def test_a_task_that_runs_twice_works_once(accept: Any, apply_changes: Any, isi: bytes) -> None:
    impor = accept(isi)
    for _ in range(2):
        import_process(impor_pk=impor.pk)
    apply_changes(impor)
    for _ in range(3):
        import_process(impor_pk=impor.pk)
    assert status(impor) == "selesai"
    assert Jejak.objects.filter(tindakan__startswith="impor.").count() == 1


def test_the_same_file_at_once_is_one_upload(accept: Any, isi: bytes) -> None:
    assert accept(isi).pk == accept(isi).pk
    assert task_enqueue() == 1


def test_a_file_with_errors_is_refused_with_all_of_them(accept: Any, isi: bytes) -> None:
    impor = accept(diubah(isi, write("Belanja", 3, "Pagu (Rp)", "dua"), write("Desa", 3, "Jenis", "?")))
    work()
    assert status(impor) == "ditolak"
    assert [g["lembar"] for g in impor.hasil["galat"]] == ["Desa", "Belanja"]
    assert impor.hasil["perubahan"] == []


def test_what_is_plainly_no_workbook_is_not_even_queued(accept: Any) -> None:
    with pytest.raises(InputError, match="CSV"):
        accept(b"a;b\n1;2\n")
    assert not ImporBuku.objects.exists()


def test_a_broken_workbook_fails_in_words(accept: Any, isi: bytes) -> None:
    impor = accept(isi[:5000])
    work()
    assert status(impor) == "gagal"
    assert "rusak" in impor.pesan


def test_what_nobody_foresaw_fails_in_words_too(
    accept: Any, isi: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meledak(**_: object) -> None:
        raise RuntimeError("tidak terduga")

    monkeypatch.setattr(layanan, "buku_impor", meledak)
    impor = accept(isi)
    with pytest.raises(RuntimeError):
        import_process(impor_pk=impor.pk)
    assert (status(impor), impor.pesan) == ("gagal", layanan.GANGGUAN)
    monkeypatch.undo()
    assert import_retry(impor=impor)
    import_process(impor_pk=impor.pk)
    assert status(impor) == "pratinjau"


def test_records_changed_since_the_preview_are_not_overwritten(
    accept: Any, apply_changes: Any, isi: bytes
) -> None:
    impor = accept(isi)
    work()
    Realisasi.objects.filter(indikator__kunci="skm", tahun=2023).update(angka=60)
    apply_changes(impor)
    work()
    assert (status(impor), realisasi()) == ("pratinjau", "60.0000")
    assert "Catatan di situs berubah sejak pratinjau" in impor.pesan
    assert impor.hasil["perubahan"][0]["kolom"][0]["lama"] == "60"
    apply_changes(impor)
    work()
    assert (status(impor), realisasi()) == ("selesai", "77.2500")


def test_only_the_preview_that_was_seen_is_applied(accept: Any, isi: bytes) -> None:
    impor = accept(isi)
    with pytest.raises(ImportExpired):
        import_apply(impor=impor, sidik="", oleh=impor.pengguna)
    work()
    with pytest.raises(ImportExpired, match="sudah tidak berlaku"):
        import_apply(impor=impor, sidik="0" * 64, oleh=impor.pengguna)


def test_a_worker_that_was_taken_for_dead_leaves_nothing(
    accept: Any, apply_changes: Any, isi: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Swept while it wrote: its transaction is taken back, and the next worker begins anew."""
    impor = accept(isi)
    work()
    apply_changes(impor)
    asli = layanan._Pekerjaan._selesai

    def disapu_dahulu(self: Any, tinjauan: Any) -> None:
        ImporBuku.objects.filter(pk=self.impor.pk).update(status="antre_terap", mulai=None)
        asli(self, tinjauan)

    monkeypatch.setattr(layanan._Pekerjaan, "_selesai", disapu_dahulu)
    import_process(impor_pk=impor.pk)
    assert realisasi() == "76.5000"
    assert not Jejak.objects.filter(tindakan__startswith="impor.").exists()
    monkeypatch.undo()
    ImporBuku.objects.filter(pk=impor.pk).update(status="antre_terap", mulai=None)
    import_process(impor_pk=impor.pk)
    assert (status(impor), realisasi()) == ("selesai", "77.2500")


@pytest.mark.parametrize(("kerja", "tunggu"), [("diperiksa", "antre"), ("diterapkan", "antre_terap")])
def test_what_a_dead_worker_left_is_queued_again(accept: Any, isi: bytes, kerja: str, tunggu: str) -> None:
    impor = accept(isi)
    work()
    sekarang = timezone.now()
    ImporBuku.objects.filter(pk=impor.pk).update(status=kerja, mulai=sekarang - timedelta(minutes=1))
    impor.refresh_from_db()
    assert not IMPORT_WORK.is_left_behind(impor, sekarang)
    assert imports_sweep(sekarang=sekarang) == 0
    nanti = sekarang + BATAS_PENGERJAAN
    assert IMPORT_WORK.is_left_behind(impor, nanti)
    assert imports_sweep(sekarang=nanti) == 1
    assert status(impor) == tunggu
    assert imports_sweep(sekarang=nanti) == 0


def test_an_upload_given_up_leaves_the_records_and_no_file(
    accept: Any, isi: bytes, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    impor = accept(isi)
    work()
    impor.refresh_from_db()
    nama, penyimpanan = impor.berkas.name, impor.berkas.storage
    assert penyimpanan.exists(nama)
    with django_capture_on_commit_callbacks(execute=True):
        assert import_discard(impor=impor)
    assert (status(impor), realisasi()) == ("dibuang", "76.5000")
    assert not penyimpanan.exists(nama)
    assert not import_discard(impor=impor)


def test_a_closed_year_takes_no_upload(mini: Kecamatan, operator: Pengguna, isi: bytes) -> None:
    mini.laporan.all().delete()
    make_laporan(kecamatan=mini, tahun=2023, status="diajukan")
    with pytest.raises(YearClosed):
        import_receive(kecamatan=mini, tahun=2023, nama="x.xlsx", isi=isi, oleh=operator)
