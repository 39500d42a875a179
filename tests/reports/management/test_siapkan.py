"""``manage.py siapkan``: tables, reference data and static files; again and again."""

from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import override_settings

from kecamatan.models import Kecamatan
from tests.loaded_files import copy_referensi

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


def prepare(static: Path, *arguments: str) -> str:
    sign_out = StringIO()
    with override_settings(STATIC_ROOT=static):
        call_command("siapkan", *arguments, stdout=sign_out)
    return sign_out.getvalue()


def test_it_prepares_everything_and_a_second_run_changes_nothing(tmp_path: Path) -> None:
    sign_out = prepare(tmp_path / "static")
    assert sign_out.startswith("Basis data siap.\n")
    assert "Data acuan wilayah: 32 baru, 0 berubah, 0 tetap." in sign_out
    assert sign_out.endswith("Berkas statis siap.\n")
    assert any((tmp_path / "static").rglob("*.css"))
    before = {m._meta.label: m._default_manager.count() for m in apps.get_models()}
    second = prepare(tmp_path / "static")
    assert second.count("0 baru, 0 berubah") == 7
    assert {m._meta.label: m._default_manager.count() for m in apps.get_models()} == before


def test_a_broken_reference_file_is_named_and_nothing_is_loaded(tmp_path: Path) -> None:
    folder = copy_referensi(tmp_path)
    (folder / "nomenklatur.json").write_text("{", encoding="utf-8")
    with pytest.raises(CommandError, match=r"^Berkas nomenklatur\.json, baris 1, kolom 2: bukan JSON"):
        prepare(tmp_path / "static", "--referensi", str(folder))
    assert not Kecamatan.objects.exists()
