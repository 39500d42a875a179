"""A collected script asks for the version of its parts that it was made with."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core.management import call_command
from pytest_django import Settings
from whitenoise.compress import Compressor

from sakip.settings import STORAGES


def test_modules_import_each_other_by_fingerprint(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        Compressor, "compress", lambda *content: []
    )  # its copies are slow to make, and not looked at
    settings.STORAGES = STORAGES
    settings.STATIC_ROOT = tmp_path
    call_command("collectstatic", interactive=False, verbosity=0)
    import_book = {
        (file.name, nama)
        for file in (tmp_path / "js").rglob("*.js")
        if re.search(r"\.[0-9a-f]{12}\.js$", file.name)
        for nama in re.findall(r'from "\./([^"]+)"', file.read_text(encoding="utf-8"))
        if (file.parent / nama).exists()
    }
    assert len(import_book) >= 5
    assert [nama for _, nama in import_book if not re.search(r"\.[0-9a-f]{12}\.js$", nama)] == []
