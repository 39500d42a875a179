"""Uploads by the real queue: previewed once, applied once and whole, taken up again when a worker dies."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from kecamatan.ground.errors import InputError
from kecamatan.models import Jejak, Kecamatan, Pengguna
from reports.models import ImporBuku
from reports.workbook import uploads as layanan
from reports.workbook.uploads import (
    IMPORT_WORK,
    IMPORTS,
    ImportExpired,
    import_apply,
    import_choose,
    import_discard,
    import_process,
    import_receive,
    import_retry,
    olah_impor_buku,
)
from sakip.entry.lock import YearClosed
from sakip.models import Realisasi
from sakip.web.task_queue import WORK_LIMIT, TooManyWaiting, task_enqueue
from sakip.web.tasks import TaskResultStatus
from tests.factory import make_laporan, make_pengguna
from tests.workbook_edits import edited, results_fingerprint, row_with, write

pytestmark = pytest.mark.django_db

QUEUE = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}


@pytest.fixture
def operator(mini: Kecamatan, settings: Settings) -> Pengguna:
    settings.TASKS = QUEUE
    return make_pengguna("operator", kecamatan=mini)


@pytest.fixture(scope="module")
def content(lean: bytes) -> bytes:
    row = row_with(lean, "Realisasi", Kunci_indikator="skm", Tahun=2023, Triwulan="Setahun")
    return edited(lean, write("Realisasi", row, "Realisasi", "77,25"))


@pytest.fixture
def accept(
    mini: Kecamatan, operator: Pengguna, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> Any:
    def send(file: bytes) -> ImporBuku:
        with django_capture_on_commit_callbacks(execute=True):
            return import_receive(
                kecamatan=mini, tahun=2023, nama="C:\\x\\isian.xlsx", content=file, by=operator
            )

    return send


@pytest.fixture
def apply_changes(django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> Any:
    def ask(upload: ImporBuku) -> None:
        upload.refresh_from_db()
        with django_capture_on_commit_callbacks(execute=True):
            import_apply(upload=upload, fingerprint=results_fingerprint(upload), by=upload.pengguna)

    return ask


def work() -> None:
    """Do what the queue holds, as its worker does."""
    for tasks in DBTaskResult.objects.ready():
        DBTaskResult.objects.filter(pk=tasks.pk).update(status=TaskResultStatus.SUCCESSFUL)
        olah_impor_buku.call(**tasks.args_kwargs["kwargs"])


def status(upload: ImporBuku) -> str:
    upload.refresh_from_db()
    return upload.status


def realisasi() -> str:
    return str(Realisasi.objects.get(indikator__kunci="skm", tahun=2023).angka)


@pytest.mark.one_engine
def test_an_upload_is_previewed_then_applied(accept: Any, apply_changes: Any, content: bytes) -> None:
    import_book = accept(content)
    assert (import_book.status, import_book.nama_berkas, task_enqueue()) == ("antre", "isian.xlsx", 1)
    work()
    assert (status(import_book), import_book.kemajuan, realisasi()) == ("pratinjau", 100, "76.5000")
    assert import_book.hasil["perubahan"][0]["lembar"] == "Realisasi"
    apply_changes(import_book)
    assert (status(import_book), realisasi()) == ("antre_terap", "76.5000")
    work()
    assert (status(import_book), realisasi()) == ("selesai", "77.2500")
    jejak = Jejak.objects.get(tindakan="impor.diubah")
    assert (jejak.pengguna, jejak.alasan) == (import_book.pengguna, "Impor buku kerja isian.xlsx")


@pytest.mark.one_engine
def test_a_task_that_runs_twice_works_once(accept: Any, apply_changes: Any, content: bytes) -> None:
    import_book = accept(content)
    for _ in range(2):
        import_process(impor_pk=import_book.pk)
    apply_changes(import_book)
    for _ in range(3):
        import_process(impor_pk=import_book.pk)
    assert status(import_book) == "selesai"
    assert Jejak.objects.filter(tindakan__startswith="impor.").count() == 1


def test_the_same_file_at_once_is_one_upload(accept: Any, content: bytes) -> None:
    assert accept(content).pk == accept(content).pk
    assert task_enqueue() == 1


def test_one_person_lets_three_wait_at_once(accept: Any, mini: Kecamatan, operator: Pengguna) -> None:
    """Others have the queue as well; the same file again is no other one, and who is done may go on."""
    file = b"PK\x03\x04 %d"
    uploads = [accept(file % n) for n in range(3)]
    with pytest.raises(
        TooManyWaiting, match=r"^3 buku kerja yang Anda unggah masih menunggu .* paling banyak 3"
    ):
        accept(file % 3)
    assert accept(file % 2) == uploads[2]
    ImporBuku.objects.filter(pk=uploads[0].pk).update(status="gagal", selesai=timezone.now(), pesan="Rusak.")
    assert accept(file % 3).status == "antre"


@pytest.mark.one_engine
def test_a_file_with_errors_is_refused_with_all_of_them(accept: Any, lean: bytes) -> None:
    import_book = accept(
        edited(lean, write("Belanja", 3, "Pagu (Rp)", "dua"), write("Desa", 3, "Jenis", "?"))
    )
    work()
    assert status(import_book) == "ditolak"
    assert [g["lembar"] for g in import_book.hasil["galat"]] == ["Desa", "Belanja"]
    assert import_book.hasil["perubahan"] == []


def test_what_is_plainly_no_workbook_is_not_even_queued(accept: Any) -> None:
    with pytest.raises(InputError, match="CSV"):
        accept(b"a;b\n1;2\n")
    assert not ImporBuku.objects.exists()


@pytest.mark.one_engine
def test_a_broken_workbook_fails_in_words(accept: Any, content: bytes) -> None:
    import_book = accept(content[:5000])
    work()
    assert status(import_book) == "gagal"
    assert "rusak" in import_book.pesan


def test_what_nobody_foresaw_fails_in_words_too(
    accept: Any, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def explode(*_: object, **__: object) -> None:
        raise RuntimeError("tidak terduga")

    monkeypatch.setattr(layanan, "workbook_read", explode)
    import_book = accept(content)
    with pytest.raises(RuntimeError):
        import_process(impor_pk=import_book.pk)
    assert (status(import_book), import_book.pesan) == ("gagal", layanan.DISTURBANCE)
    monkeypatch.undo()
    assert import_retry(upload=import_book)
    import_process(impor_pk=import_book.pk)
    assert status(import_book) == "pratinjau"


@pytest.mark.one_engine
def test_records_changed_since_the_preview_are_not_overwritten(
    accept: Any,
    apply_changes: Any,
    content: bytes,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    import_book = accept(content)
    work()
    Realisasi.objects.filter(indikator__kunci="skm", tahun=2023).update(angka=60)
    apply_changes(import_book)
    work()
    assert (status(import_book), realisasi()) == ("pratinjau", "60.0000")
    assert "Catatan di situs berubah sejak pratinjau" in import_book.pesan
    (clash,) = import_book.hasil["bentrok"]
    assert {name: clash[name] for name in ("lembar", "kolom", "semula", "berkas", "situs")} == {
        "lembar": "Realisasi",
        "kolom": "Realisasi",
        "semula": "76,5",
        "berkas": "77,25",
        "situs": "60",
    }
    with pytest.raises(ImportExpired, match="Pilih dahulu yang berlaku"):
        apply_changes(import_book)
    assert not import_choose(upload=import_book, choices={"lain": "berkas", clash["kunci"]: "semua"})
    with django_capture_on_commit_callbacks(execute=True):
        assert import_choose(upload=import_book, choices={clash["kunci"]: "berkas"})
    work()
    assert (status(import_book), import_book.hasil["bentrok"]) == ("pratinjau", [])
    assert import_book.hasil["perubahan"][0]["kolom"][0]["lama"] == "60"
    apply_changes(import_book)
    work()
    assert (status(import_book), realisasi()) == ("selesai", "77.2500")


@pytest.mark.one_engine
def test_only_the_preview_that_was_seen_is_applied(accept: Any, content: bytes) -> None:
    import_book = accept(content)
    with pytest.raises(ImportExpired):
        import_apply(upload=import_book, fingerprint="", by=import_book.pengguna)
    work()
    with pytest.raises(ImportExpired, match="sudah tidak berlaku"):
        import_apply(upload=import_book, fingerprint="0" * 64, by=import_book.pengguna)


def test_a_worker_that_was_taken_for_dead_leaves_nothing(
    accept: Any, apply_changes: Any, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Swept while it wrote: its transaction is taken back, and the next worker begins anew."""
    import_book = accept(content)
    work()
    apply_changes(import_book)
    original = layanan._UploadJob._done

    def swept_first(self: Any, preview: Any) -> None:
        ImporBuku.objects.filter(pk=self.upload.pk).update(status="antre_terap", mulai=None)
        original(self, preview)

    monkeypatch.setattr(layanan._UploadJob, "_done", swept_first)
    import_process(impor_pk=import_book.pk)
    assert realisasi() == "76.5000"
    assert not Jejak.objects.filter(tindakan__startswith="impor.").exists()
    monkeypatch.undo()
    ImporBuku.objects.filter(pk=import_book.pk).update(status="antre_terap", mulai=None)
    import_process(impor_pk=import_book.pk)
    assert (status(import_book), realisasi()) == ("selesai", "77.2500")


@pytest.mark.parametrize(("kerja", "wait"), [("diperiksa", "antre"), ("diterapkan", "antre_terap")])
def test_what_a_dead_worker_left_is_queued_again(accept: Any, content: bytes, kerja: str, wait: str) -> None:
    import_book = accept(content)
    work()
    now = timezone.now()
    ImporBuku.objects.filter(pk=import_book.pk).update(status=kerja, mulai=now)
    import_book.refresh_from_db()
    assert not IMPORT_WORK.is_left_behind(import_book, now)
    assert IMPORTS.sweep(now=now) == 0
    later = now + WORK_LIMIT
    assert IMPORT_WORK.is_left_behind(import_book, later)
    assert IMPORTS.sweep(now=later) == 1
    assert status(import_book) == wait
    assert IMPORTS.sweep(now=later) == 0


def test_an_upload_given_up_leaves_the_records_and_no_file(
    accept: Any, content: bytes, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    import_book = accept(content)
    work()
    import_book.refresh_from_db()
    nama, storage = import_book.berkas.name, import_book.berkas.storage
    assert storage.exists(nama)
    with django_capture_on_commit_callbacks(execute=True):
        assert import_discard(upload=import_book)
    assert (status(import_book), realisasi()) == ("dibuang", "76.5000")
    assert not storage.exists(nama)
    assert not import_discard(upload=import_book)


def test_a_closed_year_takes_no_upload(mini: Kecamatan, operator: Pengguna, content: bytes) -> None:
    mini.laporan.all().delete()
    make_laporan(kecamatan=mini, tahun=2023, status="diajukan")
    with pytest.raises(YearClosed):
        import_receive(kecamatan=mini, tahun=2023, nama="x.xlsx", content=content, by=operator)


@pytest.mark.one_engine
def test_who_lost_the_right_meanwhile_writes_nothing(
    accept: Any, apply_changes: Any, content: bytes, operator: Pengguna
) -> None:
    """Asked for while the worker was down; by the time it comes, the person works there no more, or has no account."""
    for lost in (
        lambda: operator.keanggotaan.all().delete(),
        lambda: Pengguna.objects.filter(pk=operator.pk).update(is_active=False),
    ):
        with transaction.atomic():
            upload = accept(content)
            import_process(impor_pk=upload.pk)
            apply_changes(upload)
            lost()
            import_process(impor_pk=upload.pk)
            assert (status(upload), realisasi()) == ("ditolak", "76.5000")
            (said,) = upload.hasil["galat"]
            assert said["pesan"] == ("Hanya operator kecamatan yang dapat melakukan ini. Kembalikan isinya.")
            transaction.set_rollback(True)
