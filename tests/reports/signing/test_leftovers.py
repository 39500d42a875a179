"""What is left of preparations that were given up goes; what a row names, or may name soon, stays."""

from __future__ import annotations

import json
import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.utils import timezone
from pytest_django import Settings

from kecamatan.models import Kecamatan
from reports.models import Arsip, Penandatanganan
from reports.models.arsip import PICTURES
from reports.signing.leftovers import archive_sweep, files_are_named
from tests.factory import make, make_laporan

pytestmark = pytest.mark.django_db

USED, FORGOTTEN = "a" * 64, "b" * 64


@pytest.fixture(autouse=True)
def own_folder(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


def stored(name: str, *, minutes: int = 90) -> str:
    """A file of so long ago."""
    default_storage.save(name, ContentFile(b"x"))
    then = (timezone.now() - timedelta(minutes=minutes)).timestamp()
    os.utime(default_storage.path(name), (then, then))
    return name


def there(*names: str) -> list[bool]:
    return [default_storage.exists(name) for name in names]


def test_only_what_no_row_names_goes(balung: Kecamatan, capsys: pytest.CaptureFixture[str]) -> None:
    laporan = make_laporan(status="ditandatangani")
    make(
        Arsip,
        laporan=laporan,
        kecamatan=balung,
        html=stored("arsip/html/a.html"),
        pdf=stored("arsip/pdf/a.pdf"),
        docx=stored("arsip/docx/a.docx"),
        naskah=json.dumps({"foto": [{"sha256": USED}]}),
    )
    make(
        Penandatanganan,
        laporan=make_laporan(tahun=2022, status="diajukan"),
        kecamatan=balung,
        tahun=2022,
        bertanda=stored("arsip/pdf/p-bertanda.pdf"),
        snapshot=json.dumps({"lambang": {"sha256": "c" * 64}}),
    )
    kept = (
        "arsip/html/a.html",
        "arsip/pdf/a.pdf",
        "arsip/docx/a.docx",
        "arsip/pdf/p-bertanda.pdf",
        stored(f"{PICTURES}/{USED}"),
        stored(f"{PICTURES}/{'c' * 64}"),
        stored("arsip/pdf/baru.pdf", minutes=59),  # its row comes next
        stored("foto/lain.jpg"),
    )
    left = (stored("arsip/pdf/x.pdf"), stored("arsip/docx/x.docx"), stored(f"{PICTURES}/{FORGOTTEN}"))
    assert [place for place, _ in files_are_named()] == sorted(left)
    call_command("sapu_berkas")
    assert "3 berkas penyiapan tanda tangan yang ditinggalkan dihapus." in capsys.readouterr().out
    assert there(*kept) == [True] * len(kept)
    assert there(*left) == [False] * 3
    assert list(files_are_named()) == []


def test_where_nothing_was_signed_yet_there_is_nothing_to_sweep() -> None:
    assert archive_sweep() == 0
