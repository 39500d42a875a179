"""Files out of a storage that is in use and into an empty one, a folder or a bucket."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.base import ContentFile, File
from django.core.files.storage import Storage, default_storage
from pytest_django import Settings

from kecamatan.ground.errors import InputError
from sakip.backup.folder import marked
from sakip.backup.media import MediaCopy, bring_back, ensure_only
from tests.buckets import bucket_server, new_bucket, storages

pytestmark = pytest.mark.one_engine


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with bucket_server() as address:
        yield address


@pytest.fixture(params=["folder", "bucket"])
def storage(request: pytest.FixtureRequest, server: str, settings: Settings, tmp_path: Path) -> Storage:
    """An empty one, in which this installation keeps its media."""
    settings.MEDIA_ROOT = str(tmp_path / "media")
    if request.param == "bucket":
        settings.STORAGES = storages(server, new_bucket(server))
    return default_storage


def put(name: str, content: bytes) -> None:
    default_storage.delete(name)
    assert default_storage.save(name, ContentFile(content)) == name


def removed_when_opened(monkeypatch: pytest.MonkeyPatch, gone: str) -> None:
    """As if somebody removed a file between the moment that it was found and the moment that it is read."""
    opened = Storage.open

    def opens(self: Storage, name: str, mode: str = "rb") -> File[bytes]:
        if name == gone:
            self.delete(name)
        return opened(self, name, mode)

    monkeypatch.setattr(Storage, "open", opens)


def test_what_comes_changes_and_goes_while_a_backup_is_made(
    storage: Storage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = MediaCopy(tmp_path / "salinan")
    put("arsip/pdf/a.pdf", b"%PDF-")
    put("foto/pergi.jpg", b"pergi")
    put("foto/setengah.jpg", b"sete")
    copy.take()
    put("foto/datang.jpg", b"datang")
    put("foto/setengah.jpg", b"setengah")
    storage.delete("foto/pergi.jpg")
    put("foto/sekejap.jpg", b"sekejap")
    removed_when_opened(monkeypatch, "foto/sekejap.jpg")
    copy.take()
    assert {path: (tmp_path / "salinan" / path).read_bytes() for path in copy.marks} == {
        "arsip/pdf/a.pdf": b"%PDF-",
        "foto/datang.jpg": b"datang",
        "foto/pergi.jpg": b"pergi",
        "foto/setengah.jpg": b"setengah",
    }
    assert marked(tmp_path / "salinan") == copy.marks


def test_what_goes_while_it_is_read_again_stays_as_it_was(
    server: str, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.STORAGES = storages(server, new_bucket(server))
    copy = MediaCopy(tmp_path / "salinan")
    put("foto/a.jpg", b"pertama")
    copy.take()
    put("foto/a.jpg", b"yang kedua")
    opened = Storage.open

    def opens(self: Storage, name: str, mode: str = "rb") -> File[bytes]:
        file = opened(self, name, mode)
        self.delete(name)  # a folder gives what was opened nevertheless, a bucket does not
        return file

    monkeypatch.setattr(Storage, "open", opens)
    copy.take()
    assert (tmp_path / "salinan/foto/a.jpg").read_bytes() == b"pertama"
    assert marked(tmp_path / "salinan") == copy.marks


def test_an_empty_storage_alone_is_filled(storage: Storage, tmp_path: Path) -> None:
    put("arsip/pdf/a.pdf", b"%PDF-")
    put("foto/b.jpg", b"x" * 6_000_000)  # more than is kept in memory
    copy = MediaCopy(tmp_path / "salinan")
    copy.take()
    for name in copy.marks:
        storage.delete(name)
    ensure_only(copy.marks)
    bring_back(tmp_path / "salinan", copy.marks)
    with storage.open("foto/b.jpg") as file:
        assert file.read() == b"x" * 6_000_000
    ensure_only(copy.marks)  # of the same backup: one that was stopped goes on
    put("arsip/pdf/a.pdf", b"lain")
    put("asing", b"x")
    with pytest.raises(
        InputError, match=r"tidak kosong: berkas arsip/pdf/a\.pdf, asing bukan dari cadangan ini"
    ):
        ensure_only(copy.marks)


def test_a_bucket_that_does_not_answer_is_told_with_the_remedy(settings: Settings, tmp_path: Path) -> None:
    settings.STORAGES = storages("http://127.0.0.1:1", "sakip")
    copy = MediaCopy(tmp_path / "salinan")
    (tmp_path / "salinan").mkdir()
    (tmp_path / "salinan/a").write_bytes(b"a")
    marks = marked(tmp_path / "salinan")
    for act in (copy.take, lambda: ensure_only(marks), lambda: bring_back(tmp_path / "salinan", marks)):
        with pytest.raises(InputError, match=r"layanan S3 tidak menjawab\. Periksa .*check --deploy"):
            act()
