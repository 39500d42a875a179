"""A file that is compared: its fingerprint is all that is taken, at the public addresses and nowhere else."""

from __future__ import annotations

import hashlib
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import InMemoryUploadedFile, SimpleUploadedFile
from django.test import RequestFactory
from pytest_django import Settings

from reports.public import upload
from reports.public.upload import FingerprintOnly

pytestmark = pytest.mark.one_engine


def sent(rf: RequestFactory, content: bytes, address: str = "/verifikasi/") -> object:
    request = rf.post(address, {"berkas": SimpleUploadedFile("lkip.pdf", content)})
    return request.FILES["berkas"]


@pytest.mark.parametrize("size", [5, 64 * 1024, 64 * 1024 + 3, 3_000_000])
def test_the_fingerprint_is_that_of_the_whole_file(
    rf: RequestFactory, settings: Settings, tmp_path: Path, size: int
) -> None:
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "tidak-ada"  # whoever wrote there would fail
    content = (b"%PDF-" + bytes(range(256)) * (size // 256 + 1))[:size]
    file = sent(rf, content)
    assert isinstance(file, FingerprintOnly)
    assert (file.sha256, file.size, file.is_pdf) == (hashlib.sha256(content).hexdigest(), size, True)
    assert file.name == "lkip.pdf"
    assert isinstance(file.file, BytesIO)
    assert len(file.file.getvalue()) == 64


@pytest.mark.parametrize("content", [b"", b"%PD", b"GIF89a %PDF-1.7"])
def test_what_begins_otherwise_is_no_pdf(rf: RequestFactory, content: bytes) -> None:
    file = sent(rf, content)
    assert isinstance(file, FingerprintOnly)
    assert not file.is_pdf


def test_several_files_are_told_apart(rf: RequestFactory) -> None:
    files = [SimpleUploadedFile("a.pdf", b"%PDF-a"), SimpleUploadedFile("b.pdf", b"%PDF-b")]
    found = rf.post("/verifikasi/", {"berkas": files}).FILES.getlist("berkas")
    expected = [hashlib.sha256(b"%PDF-a").hexdigest(), hashlib.sha256(b"%PDF-b").hexdigest()]
    assert [one.sha256 for one in found if isinstance(one, FingerprintOnly)] == expected


def test_one_who_sends_on_and_on_is_cut_off(rf: RequestFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upload, "LARGEST_SIZE", 100_000)
    request = rf.post("/verifikasi/", {"berkas": SimpleUploadedFile("a.pdf", b"%PDF-" + b"x" * 1_000_000)})
    assert list(request.FILES) == []


def test_elsewhere_a_file_comes_in_whole(rf: RequestFactory) -> None:
    file = sent(rf, b"%PDF-1.7", address="/kecamatan/balung/2021/buku-kerja/unggah/")
    assert isinstance(file, InMemoryUploadedFile)
    assert file.read() == b"%PDF-1.7"
