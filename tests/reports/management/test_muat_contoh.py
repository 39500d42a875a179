"""``manage.py muat_contoh``: the demo's records and accounts, never in production."""

from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.auth import authenticate
from django.contrib.auth.password_validation import validate_password
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import override_settings

from kecamatan.accounts.demo import demo_account_create
from kecamatan.models import Jejak, Kabupaten, Keanggotaan, Kecamatan, Pengguna
from tests.muatan import folder_mini, load_referensi

#: That files are loaded on both engines, test_fixtures tests; here it is accounts and words.
pytestmark = [pytest.mark.django_db, pytest.mark.satu_mesin]

AKUN = {
    "operator.jombang": ("demo-jombang-2023", "operator"),
    "camat.jombang": ("demo-jombang-2023", "camat"),
    "operator.umbulsari": ("demo-umbulsari-2021", "operator"),
    "camat.umbulsari": ("demo-umbulsari-2021", "camat"),
    "operator.balung": ("demo-balung-2020", "operator"),
    "camat.balung": ("demo-balung-2020", "camat"),
    "operator.jelbuk": ("demo-jelbuk-2024", "operator"),
    "camat.jelbuk": ("demo-jelbuk-2024", "camat"),
    "organisasi": ("demo-jember-sakip", "organisasi"),
    "pengawas": ("demo-jember-sakip", "pengawas"),
    "admin": ("demo-pengelola-sakip", "admin"),
}


def muat(*argumen: str) -> str:
    keluar = StringIO()
    call_command("muat_contoh", *argumen, stdout=keluar)
    return keluar.getvalue()


def test_the_demo_is_loaded_and_every_account_can_sign_in() -> None:
    load_referensi()
    keluar = muat()
    for baris in ("Kecamatan Balung 2020: ", "Kecamatan Jelbuk 2024: ", "Akun demo:"):
        assert baris in keluar
    for nama, (sandi, peran) in AKUN.items():
        pengguna = authenticate(username=nama, password=sandi)
        assert isinstance(pengguna, Pengguna), nama
        assert not pengguna.wajib_ganti_sandi
        assert [k.peran for k in pengguna.keanggotaan.all()] == [peran]
        assert any(nama in b and sandi in b for b in keluar.splitlines())
    assert Pengguna.objects.count() == len(AKUN)
    assert Keanggotaan.objects.get(pengguna__username="camat.balung").kecamatan == Kecamatan.objects.get(
        slug="balung"
    )
    assert Keanggotaan.objects.get(pengguna__username="organisasi").kabupaten == Kabupaten.objects.get()
    assert Keanggotaan.objects.get(pengguna__username="admin").kabupaten is None


def test_passwords_would_be_accepted_from_a_user() -> None:
    load_referensi()
    muat()
    for nama, (sandi, _) in AKUN.items():
        validate_password(sandi, Pengguna.objects.get(username=nama))


def test_a_second_run_changes_nothing_and_keeps_a_changed_password() -> None:
    load_referensi()
    muat()
    camat = Pengguna.objects.get(username="camat.balung")
    camat.set_password("kata-sandi-pilihan-camat")
    camat.save()
    sebelum = {m._meta.label: m._default_manager.count() for m in apps.get_models()}
    keluar = muat()
    assert {m._meta.label: m._default_manager.count() for m in apps.get_models()} == sebelum
    assert keluar.count("0 baru, 0 berubah") == 4
    assert any("camat.balung" in b and "(sudah diubah)" in b for b in keluar.splitlines())
    assert "demo-balung-2020" in keluar  # the operator's still is
    camat.refresh_from_db()
    assert camat.check_password("kata-sandi-pilihan-camat")


def test_accounts_leave_traces() -> None:
    load_referensi()
    muat()
    assert Jejak.objects.filter(tindakan="pengguna.dibuat").count() == len(AKUN)
    assert Jejak.objects.filter(tindakan="keanggotaan.dibuat", kecamatan__slug="balung").count() == 2


@override_settings(IS_PRODUKSI=True)
def test_production_refuses_records_and_accounts() -> None:
    load_referensi()
    with pytest.raises(CommandError, match="hanya untuk demo") as galat:
        muat()
    assert "\n" not in str(galat.value)
    with pytest.raises(ValueError, match="hanya untuk demo"):
        demo_account_create(kecamatan=[])
    assert not Pengguna.objects.exists()
    assert not Jejak.objects.filter(tindakan="contoh.dimuat").exists()


def test_a_broken_file_leaves_neither_records_nor_accounts(tmp_path: Path) -> None:
    load_referensi()
    folder_mini(tmp_path, lambda isi: isi["lembar"]["Realisasi"][0].update(nilai="70.5"))
    with pytest.raises(
        CommandError,
        match=r"^Berkas mini\.json, lembar Realisasi, baris 1, kolom \"Realisasi\": \"70\.5\" meragukan",
    ):
        muat("--contoh", str(tmp_path))
    assert not Pengguna.objects.exists()
    assert not Jejak.objects.filter(tindakan="contoh.dimuat").exists()


def test_without_reference_data_it_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r'Jalankan "manage\.py siapkan"'):
        muat("--contoh", str(folder_mini(tmp_path)))
