"""``manage.py muat_contoh`` where it must not or cannot load: nothing is left half done."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import override_settings

from kecamatan.accounts.demo import demo_account_create
from kecamatan.models import Jejak, Pengguna
from tests.kept_rows import kept_referensi
from tests.loaded_files import folder_mini

pytestmark = pytest.mark.django_db


@override_settings(IS_PRODUCTION=True)
def test_production_refuses_records_and_accounts() -> None:
    kept_referensi()
    with pytest.raises(CommandError, match="hanya untuk demo") as error:
        call_command("muat_contoh")
    assert "\n" not in str(error.value)
    with pytest.raises(ValueError, match="hanya untuk demo"):
        demo_account_create(kecamatan=[])
    assert not Pengguna.objects.exists()
    assert not Jejak.objects.filter(tindakan="contoh.dimuat").exists()


def test_a_broken_file_leaves_neither_records_nor_accounts(tmp_path: Path) -> None:
    kept_referensi()
    folder_mini(tmp_path, lambda content: content["lembar"]["Realisasi"][0].update(nilai="70.5"))
    with pytest.raises(
        CommandError,
        match=r"^Berkas mini\.json, lembar Realisasi, baris 1, kolom \"Realisasi\": \"70\.5\" meragukan",
    ):
        call_command("muat_contoh", "--contoh", str(tmp_path))
    assert not Pengguna.objects.exists()
    assert not Jejak.objects.filter(tindakan="contoh.dimuat").exists()


def test_without_reference_data_it_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r'Jalankan "manage\.py siapkan"'):
        call_command("muat_contoh", "--contoh", str(folder_mini(tmp_path)))
