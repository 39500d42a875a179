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
    BUKTI_TERBESAR,
    BuktiRefused,
    bukti_delete,
    bukti_upload,
    nama_bukti,
)
from tests.factory import make_laporan, make_realisasi
from tests.responses import tutup
from tests.sakip.records.realisasi.measured_year import TAHUN, DuniaKisi

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.7\nbukti"


def arsip(*nama: str) -> bytes:
    """A zip file with these names in it, the same whenever it is made."""
    isi = io.BytesIO()
    with zipfile.ZipFile(isi, "w") as berkas:
        for satu in nama:
            berkas.writestr(zipfile.ZipInfo(satu), "x")
    return isi.getvalue()


@pytest.fixture(autouse=True)
def gudang(settings: Settings, tmp_path: Path) -> None:
    """An empty store for each test: a file outlives the rows that a test rolls back."""
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def realisasi(dunia: DuniaKisi) -> Realisasi:
    return make_realisasi(indikator=dunia.indikator(), tahun=TAHUN)


def upload(dunia: DuniaKisi, realisasi: Realisasi, isi: bytes, nama: str = "laporan.pdf") -> BuktiDukung:
    return bukti_upload(
        lingkup=dunia.lingkup, realisasi=realisasi, berkas=ContentFile(isi, name=nama), oleh=dunia.operator
    )


def semua_berkas() -> list[Path]:
    return [p for p in (Path(settings.MEDIA_ROOT) / "bukti").rglob("*") if p.is_file()]


@pytest.mark.parametrize(
    ("isi", "nama", "tersimpan"),
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
    dunia: DuniaKisi, realisasi: Realisasi, isi: bytes, nama: str, tersimpan: str
) -> None:
    bukti = upload(dunia, realisasi, isi, nama)
    assert (bukti.nama, bukti.ukuran) == (tersimpan, len(isi))
    assert bukti.berkas.name == f"bukti/{bukti.sha256[:2]}/{bukti.sha256}/{tersimpan}"
    with bukti.berkas.open("rb") as berkas:
        assert berkas.read() == isi
    assert Jejak.objects.get().sesudah == {"Berkas": tersimpan, "Sidik SHA-256": bukti.sha256}


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (b"", "kosong"),
        (b"MZ program", "Unggah PDF, JPG, PNG, XLSX, atau DOCX"),
        (b"<html>", "Unggah PDF"),
        (b"PK\x03\x04rusak", "Unggah PDF"),
        (arsip("apa.txt"), "Unggah PDF"),
        (arsip("xl/workbook.xml", "xl/vbaProject.bin"), "memuat makro"),
        (b"%PDF-" + b"0" * BUKTI_TERBESAR, "10,0 MB; paling besar 10 MB"),
    ],
    ids=["empty", "program", "html", "broken zip", "other zip", "macro", "too large"],
)
def test_everything_else_is_refused(dunia: DuniaKisi, realisasi: Realisasi, isi: bytes, pesan: str) -> None:
    sebelum = semua_berkas()
    with pytest.raises(BuktiRefused, match=pesan):
        upload(dunia, realisasi, isi)
    assert (BuktiDukung.objects.count(), semua_berkas()) == (0, sebelum)


@pytest.mark.parametrize(
    ("nama", "aman"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Users\\budi\\laporan SKM.pdf", "laporan SKM.pdf"),
        ("daftar\r\nhadir;.pdf", "daftar--hadir-.pdf"),
        ("日本.pdf", "bukti.pdf"),
        (".pdf", "bukti.pdf"),
        ("a" * 300 + ".pdf", "a" * 100 + ".pdf"),
    ],
)
def test_names_are_kept_as_far_as_every_system_can(nama: str, aman: str) -> None:
    assert nama_bukti(nama, ".pdf") == aman


def test_one_file_uploaded_twice_is_one(dunia: DuniaKisi, realisasi: Realisasi) -> None:
    assert upload(dunia, realisasi, PDF).pk == upload(dunia, realisasi, PDF, "lain.pdf").pk
    assert Jejak.objects.count() == 1


def test_a_closed_year_takes_and_gives_up_nothing(dunia: DuniaKisi, realisasi: Realisasi) -> None:
    bukti = upload(dunia, realisasi, PDF)
    make_laporan(kecamatan=dunia.kecamatan, tahun=TAHUN, status="diajukan")
    with pytest.raises(YearClosed):
        upload(dunia, realisasi, PDF + b"2")
    with pytest.raises(YearClosed):
        bukti_delete(lingkup=dunia.lingkup, bukti=bukti, oleh=dunia.operator)
    assert default_storage.exists(bukti.berkas.name or "")


def test_a_failure_leaves_no_file(
    dunia: DuniaKisi, realisasi: Realisasi, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gagal(**_: Any) -> None:
        raise DatabaseError("mati")

    monkeypatch.setattr(writer, "trail_add", gagal)
    sebelum = semua_berkas()
    with pytest.raises(DatabaseError):
        upload(dunia, realisasi, PDF + b"gagal")
    assert (semua_berkas(), BuktiDukung.objects.count()) == (sebelum, 0)


def test_deleting_removes_the_file_once_nobody_names_it(
    dunia: DuniaKisi, realisasi: Realisasi, django_capture_on_commit_callbacks: Any
) -> None:
    isi = PDF + b"bersama"
    satu = upload(dunia, realisasi, isi)
    nama = satu.berkas.name or ""
    with django_capture_on_commit_callbacks(execute=True):
        bukti_delete(lingkup=dunia.lingkup, bukti=satu, oleh=dunia.operator, alasan="Salah berkas.")
    assert not default_storage.exists(nama)
    jejak = Jejak.objects.first()
    assert jejak is not None
    assert (jejak.tindakan, jejak.alasan) == ("bukti.dihapus", "Salah berkas.")


def test_it_leaves_only_as_a_download(client: Client, dunia: DuniaKisi, realisasi: Realisasi) -> None:
    bukti = upload(dunia, realisasi, PDF)
    client.force_login(dunia.operator)
    jawaban = client.get(f"{dunia.alamat}bukti/{bukti.pk}/")
    assert jawaban["Content-Disposition"] == 'attachment; filename="laporan.pdf"'
    assert (jawaban["X-Content-Type-Options"], jawaban["Content-Type"]) == ("nosniff", "application/pdf")
    tutup(jawaban)
    (Path(settings.MEDIA_ROOT) / (bukti.berkas.name or "")).unlink()
    assert client.get(f"{dunia.alamat}bukti/{bukti.pk}/").status_code == 404


def test_pages_upload_and_delete_with_a_question(
    client: Client, dunia: DuniaKisi, realisasi: Realisasi
) -> None:
    client.force_login(dunia.operator)
    alamat = f"{dunia.alamat}indikator/{realisasi.indikator_id}/"
    tanpa = client.post(f"{alamat}bukti/", {"realisasi": realisasi.pk})
    assert (tanpa.status_code, "Pilih berkas yang diunggah." in tanpa.content.decode()) == (422, True)
    asing = client.post(
        f"{alamat}bukti/", {"realisasi": realisasi.pk + 1, "berkas": SimpleUploadedFile("a.pdf", PDF)}
    )
    assert asing.status_code == 422
    assert '<a href="#bukti-realisasi">Pilih realisasi yang dibuktikan;' in asing.content.decode()
    berkas = SimpleUploadedFile("hadir.pdf", PDF + b"hadir")
    ada = client.post(f"{alamat}bukti/", {"realisasi": realisasi.pk, "berkas": berkas}, follow=True)
    assert "hadir.pdf" in ada.content.decode()
    bukti = BuktiDukung.objects.get()
    remove = f"{dunia.alamat}bukti/{bukti.pk}/hapus/"
    assert "Hapus bukti dukung ini?" in client.get(remove).content.decode()
    assert BuktiDukung.objects.exists()
    client.post(remove)
    assert not BuktiDukung.objects.exists()
    riwayat = client.get(alamat).content.decode()
    assert "Diunggah" in riwayat
    assert "Dihapus" in riwayat
