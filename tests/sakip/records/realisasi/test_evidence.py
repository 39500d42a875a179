"""Evidence is judged by its content, kept once, given as a download, and leaves no file behind."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError
from django.test import Client
from pytest_django import Settings

from kecamatan.models import Jejak
from sakip.entry import writer
from sakip.entry.lock import YearClosed
from sakip.models import BuktiDukung, Realisasi
from sakip.records.realisasi.evidence import (
    LARGEST_BUKTI,
    BuktiRefused,
    bukti_delete,
    bukti_upload,
    nama_bukti,
)
from tests.factory import make_laporan, make_realisasi
from tests.reports.photos.example_fotos import png_kepala, progressive
from tests.responses import closed
from tests.sakip.records.realisasi.measured_year import TAHUN, GridWorld

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

PDF = b"%PDF-1.7\nbukti"


def arsip(*nama: str) -> bytes:
    """A zip file with these names in it, the same whenever it is made."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as file:
        for one in nama:
            file.writestr(zipfile.ZipInfo(one), "x")
    return content.getvalue()


@pytest.fixture(autouse=True)
def storage(settings: Settings, tmp_path: Path) -> None:
    """An empty store for each test: a file outlives the rows that a test rolls back."""
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def realisasi(world: GridWorld) -> Realisasi:
    return make_realisasi(indikator=world.indikator(), tahun=TAHUN)


def upload(world: GridWorld, realisasi: Realisasi, content: bytes, nama: str = "laporan.pdf") -> BuktiDukung:
    return bukti_upload(
        scope=world.scope, realisasi=realisasi, berkas=ContentFile(content, name=nama), by=world.operator
    )


def all_files() -> list[Path]:
    return [p for p in (Path(settings.MEDIA_ROOT) / "bukti").rglob("*") if p.is_file()]


@pytest.mark.parametrize(
    ("content", "nama", "stored"),
    [
        (PDF, "laporan.pdf", "laporan.pdf"),
        (PDF, "laporan.exe", "laporan.pdf"),
        (b"\xff\xd8\xff\xe0foto", "FOTO.JPEG", "FOTO.jpg"),
        (b"\x89PNG\r\n\x1a\nfoto", "foto", "foto.png"),
        (arsip("[Content_Types].xml", "xl/workbook.xml"), "data.xlsx", "data.xlsx"),
        (arsip("[Content_Types].xml", "word/document.xml"), "surat.docx", "surat.docx"),
    ],
    ids=["pdf", "other suffix", "jpeg", "png without suffix", "xlsx", "docx"],
)
def test_five_kinds_are_taken(
    world: GridWorld, realisasi: Realisasi, content: bytes, nama: str, stored: str
) -> None:
    bukti = upload(world, realisasi, content, nama)
    assert (bukti.nama, bukti.ukuran) == (stored, len(content))
    assert bukti.berkas.name == f"bukti/{bukti.sha256[:2]}/{bukti.sha256}/{stored}"
    with bukti.berkas.open("rb") as file:
        assert file.read() == content
    assert Jejak.objects.get().sesudah == {"Berkas": stored, "Sidik SHA-256": bukti.sha256}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "kosong"),
        (b"MZ program", "Unggah PDF, JPG, PNG, XLSX, atau DOCX"),
        (b"<html>", "Unggah PDF"),
        (b"PK\x03\x04rusak", "Unggah PDF"),
        (arsip("apa.txt"), "Unggah PDF"),
        (arsip("xl/workbook.xml", "xl/vbaProject.bin"), "memuat makro"),
        (b"%PDF-" + b"0" * LARGEST_BUKTI, "10,0 MB; paling besar 10 MB"),
        (progressive(101), "Gambar ini adalah JPEG progresif dengan lebih dari 100 lapis"),
        (png_kepala(10_001, 10_000), "Gambar ini berisi 100,0 juta piksel; paling banyak 100 juta"),
    ],
    ids=["empty", "program", "html", "broken zip", "other zip", "macro", "too large", "scans", "pixels"],
)
def test_everything_else_is_refused(
    world: GridWorld, realisasi: Realisasi, content: bytes, message: str
) -> None:
    before = all_files()
    with pytest.raises(BuktiRefused, match=message):
        upload(world, realisasi, content)
    assert (BuktiDukung.objects.count(), all_files()) == (0, before)


@pytest.mark.parametrize(
    ("nama", "safe"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Users\\budi\\laporan SKM.pdf", "laporan SKM.pdf"),
        ("daftar\r\nhadir;.pdf", "daftar--hadir-.pdf"),
        ("日本.pdf", "bukti.pdf"),
        (".pdf", "bukti.pdf"),
        ("a" * 300 + ".pdf", "a" * 100 + ".pdf"),
    ],
)
def test_names_are_kept_as_far_as_every_system_can(nama: str, safe: str) -> None:
    assert nama_bukti(nama, ".pdf") == safe


def test_one_file_uploaded_twice_is_one(world: GridWorld, realisasi: Realisasi) -> None:
    assert upload(world, realisasi, PDF).pk == upload(world, realisasi, PDF, "lain.pdf").pk
    assert Jejak.objects.count() == 1


def test_a_closed_year_takes_and_gives_up_nothing(world: GridWorld, realisasi: Realisasi) -> None:
    bukti = upload(world, realisasi, PDF)
    make_laporan(kecamatan=world.kecamatan, tahun=TAHUN, status="diajukan")
    with pytest.raises(YearClosed):
        upload(world, realisasi, PDF + b"2")
    with pytest.raises(YearClosed):
        bukti_delete(scope=world.scope, bukti=bukti, by=world.operator)
    assert default_storage.exists(bukti.berkas.name or "")


def test_a_failure_leaves_no_file(
    world: GridWorld, realisasi: Realisasi, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failed(**_: Any) -> None:
        raise DatabaseError("mati")

    monkeypatch.setattr(writer, "trail_add", failed)
    before = all_files()
    with pytest.raises(DatabaseError):
        upload(world, realisasi, PDF + b"gagal")
    assert (all_files(), BuktiDukung.objects.count()) == (before, 0)


@pytest.mark.both_engines
def test_deleting_removes_the_file_once_nobody_names_it(
    world: GridWorld, realisasi: Realisasi, django_capture_on_commit_callbacks: Any
) -> None:
    content = PDF + b"bersama"
    one = upload(world, realisasi, content)
    nama = one.berkas.name or ""
    with django_capture_on_commit_callbacks(execute=True):
        bukti_delete(scope=world.scope, bukti=one, by=world.operator, alasan="Salah berkas.")
    assert not default_storage.exists(nama)
    jejak = Jejak.objects.first()
    assert jejak is not None
    assert (jejak.tindakan, jejak.alasan) == ("bukti.dihapus", "Salah berkas.")


def test_it_leaves_only_as_a_download(client: Client, world: GridWorld, realisasi: Realisasi) -> None:
    bukti = upload(world, realisasi, PDF)
    client.force_login(world.operator)
    answer = client.get(f"{world.address}bukti/{bukti.pk}/")
    assert answer["Content-Disposition"] == 'attachment; filename="laporan.pdf"'
    assert (answer["X-Content-Type-Options"], answer["Content-Type"]) == ("nosniff", "application/pdf")
    closed(answer)
    (Path(settings.MEDIA_ROOT) / (bukti.berkas.name or "")).unlink()
    assert client.get(f"{world.address}bukti/{bukti.pk}/").status_code == 404


def test_pages_upload_and_delete_with_a_question(
    client: Client, world: GridWorld, realisasi: Realisasi
) -> None:
    client.force_login(world.operator)
    address = f"{world.address}indikator/{realisasi.indikator_id}/"
    without = client.post(f"{address}bukti/", {"realisasi": realisasi.pk})
    assert (without.status_code, "Pilih berkas yang diunggah." in without.content.decode()) == (422, True)
    foreign = client.post(
        f"{address}bukti/", {"realisasi": realisasi.pk + 1, "berkas": SimpleUploadedFile("a.pdf", PDF)}
    )
    assert foreign.status_code == 422
    assert '<a href="#bukti-realisasi">Pilih realisasi yang dibuktikan;' in foreign.content.decode()
    file = SimpleUploadedFile("hadir.pdf", PDF + b"hadir")
    present = client.post(f"{address}bukti/", {"realisasi": realisasi.pk, "berkas": file}, follow=True)
    assert "hadir.pdf" in present.content.decode()
    bukti = BuktiDukung.objects.get()
    remove = f"{world.address}bukti/{bukti.pk}/hapus/"
    assert "Hapus bukti dukung ini?" in client.get(remove).content.decode()
    assert BuktiDukung.objects.exists()
    client.post(remove)
    assert not BuktiDukung.objects.exists()
    history = client.get(address).content.decode()
    assert "Diunggah" in history
    assert "Dihapus" in history
