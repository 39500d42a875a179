"""Media in a bucket, on a server that speaks S3 (moto's): what a folder promises, the bucket keeps."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.test import Client
from PIL import Image
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from reports.models import Dokumentasi
from reports.photos.incoming import foto_receive, small_name
from sakip.web.shared_media import SharedMedia
from sakip.web.site import shared_services_answer
from sakip.web.storage_trouble import storage_trouble
from tests.buckets import bucket_server, new_bucket, storages
from tests.factory import make_kecamatan, make_pengguna

pytestmark = pytest.mark.one_engine


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with bucket_server() as address:
        yield address


@pytest.fixture
def bucket(server: str, settings: Settings) -> str:
    """An empty bucket, in which this installation keeps its media."""
    name = new_bucket(server)
    settings.STORAGES = storages(server, name)
    return name


def written(name: str, content: bytes) -> str:
    return default_storage.save(name, ContentFile(content))


def read(name: str) -> bytes:
    with default_storage.open(name) as file:
        content: bytes = file.read()
    return content


def test_a_bucket_holds_what_a_folder_holds(bucket: str) -> None:
    assert written("arsip/pdf/a.pdf", b"%PDF-") == "arsip/pdf/a.pdf"
    assert written("lain", b"x" * 6_000_000) == "lain"  # more than is kept in memory
    assert (read("arsip/pdf/a.pdf"), len(read("lain"))) == (b"%PDF-", 6_000_000)
    assert (default_storage.size("arsip/pdf/a.pdf"), default_storage.exists("arsip/pdf/b.pdf")) == (5, False)
    assert default_storage.get_modified_time("lain").utcoffset() is not None
    assert default_storage.listdir("") == (["arsip"], ["lain"])
    assert default_storage.listdir("arsip/pdf") == ([], ["a.pdf"])
    default_storage.delete("lain")
    default_storage.delete("lain")
    for act in (default_storage.open, default_storage.size, default_storage.get_modified_time):
        with pytest.raises(FileNotFoundError):
            act("lain")


def test_of_two_who_write_one_name_at_once_nobody_loses(bucket: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = written("foto", b"pertama")
    looked = iter([False])  # the second looked before the first had written
    really = SharedMedia.exists
    monkeypatch.setattr(SharedMedia, "exists", lambda self, name: next(looked, None) or really(self, name))
    second = written("foto", b"kedua")
    assert first != second
    assert (read(first), read(second)) == (b"pertama", b"kedua")


def test_a_service_that_does_not_answer_is_said_as_a_broken_disk(settings: Settings) -> None:
    settings.STORAGES = storages("http://127.0.0.1:1", "sakip")
    with pytest.raises(OSError, match="layanan S3 tidak menjawab") as refused:
        default_storage.exists("foto")
    assert refused.value.errno == errno.EIO
    assert storage_trouble(refused.value).startswith("Penyimpanan server rusak.")


def test_deployment_is_told_whether_the_bucket_does_what_is_relied_on(
    bucket: str, server: str, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shared_services_answer(None) == []
    assert default_storage.listdir("") == ([], [])  # nothing is left of the trial
    replaced = SharedMedia._get_write_parameters
    settings.STORAGES = storages(server, "tidak-ada")
    assert [one.id for one in shared_services_answer(None)] == ["sakip.E001"]
    settings.STORAGES = storages(server, bucket)

    def careless(self: SharedMedia, name: str, content: Any) -> str:
        self.connection.meta.client.put_object(
            Bucket=self.bucket_name, Key=name, Body=content, **replaced(self, name, content)
        )
        return name

    monkeypatch.setattr(SharedMedia, "_save", careless)
    assert "If-None-Match" in shared_services_answer(None)[0].msg


@pytest.mark.django_db
def test_a_photo_that_one_process_took_in_another_shows(
    bucket: str,
    server: str,
    settings: Settings,
    client: Client,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    kecamatan = make_kecamatan()
    operator = make_pengguna("operator", kecamatan=kecamatan)
    picture = BytesIO()
    Image.new("RGB", (800, 600), "green").save(picture, "JPEG")
    with django_capture_on_commit_callbacks(execute=True):
        foto_receive(
            kecamatan=kecamatan,
            tahun=2024,
            files=[File(picture, name="rapat.jpg")],
            keterangan="Rapat",
            location=(None, None, None),
            by=operator,
        )
    foto = Dokumentasi.objects.get()
    settings.STORAGES = storages(server, bucket)  # as in a process that has just begun
    client.force_login(operator)
    answer = client.get(f"/kecamatan/{kecamatan.slug}/2024/gambar/{foto.sha256}/kecil")
    assert answer.content == read(small_name(str(foto.foto.name)))
