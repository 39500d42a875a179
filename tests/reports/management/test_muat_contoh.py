"""``manage.py muat_contoh``: the demo's records and accounts, never in production."""

from collections.abc import Iterator
from io import StringIO

import pytest
from django.apps import apps
from django.contrib.auth import authenticate
from django.core.management import call_command
from pytest_django import DjangoDbBlocker

from kecamatan.models import Jejak, Kabupaten, Keanggotaan, Kecamatan, Pengguna
from tests.conftest import of_module
from tests.kept_rows import kept_referensi

#: That files are loaded on both engines, test_fixtures tests; here it is accounts and words.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

ACCOUNTS = {
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
    "bupati": ("demo-jember-sakip", "bupati"),
    "provinsi": ("demo-jawa-timur-sakip", "provinsi"),
    "pusat": ("demo-pusat-sakip", "pusat"),
    "admin": ("demo-pengelola-sakip", "admin"),
}


def fits(*arguments: str) -> str:
    sign_out = StringIO()
    call_command("muat_contoh", *arguments, stdout=sign_out)
    return sign_out.getvalue()


@pytest.fixture(scope="module")
def loaded_once(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    with of_module(django_db_blocker):
        kept_referensi()
        yield fits()


@pytest.fixture
def loaded(loaded_once: str, db: None) -> str:
    """The demo has been loaded into an installation with its reference data; what was printed then."""
    return loaded_once


def test_the_demo_is_loaded_and_every_account_can_sign_in(loaded: str) -> None:
    sign_out = loaded
    for row in ("Kecamatan Balung 2020: ", "Kecamatan Jelbuk 2024: ", "Akun demo:"):
        assert row in sign_out
    for nama, (password, peran) in ACCOUNTS.items():
        pengguna = authenticate(username=nama, password=password)
        assert isinstance(pengguna, Pengguna), nama
        assert not pengguna.wajib_ganti_sandi
        assert [k.peran for k in pengguna.keanggotaan.all()] == [peran]
        assert any(nama in b and password in b for b in sign_out.splitlines())
    assert Pengguna.objects.count() == len(ACCOUNTS)
    assert Keanggotaan.objects.get(pengguna__username="camat.balung").kecamatan == Kecamatan.objects.get(
        slug="balung"
    )
    assert Keanggotaan.objects.get(pengguna__username="organisasi").kabupaten == Kabupaten.objects.get()
    assert Keanggotaan.objects.get(pengguna__username="admin").kabupaten is None


@pytest.mark.usefixtures("loaded")
def test_a_second_run_changes_nothing_and_keeps_a_changed_password() -> None:
    camat = Pengguna.objects.get(username="camat.balung")
    camat.set_password("kata-sandi-pilihan-camat")
    camat.save()
    before = {m._meta.label: m._default_manager.count() for m in apps.get_models()}
    sign_out = fits()
    assert {m._meta.label: m._default_manager.count() for m in apps.get_models()} == before
    assert sign_out.count("0 baru, 0 berubah") == 4
    assert any("camat.balung" in b and "(sudah diubah)" in b for b in sign_out.splitlines())
    assert "demo-balung-2020" in sign_out  # the operator's still is
    camat.refresh_from_db()
    assert camat.check_password("kata-sandi-pilihan-camat")


@pytest.mark.usefixtures("loaded")
def test_accounts_leave_traces() -> None:
    assert Jejak.objects.filter(tindakan="pengguna.dibuat").count() == len(ACCOUNTS)
    assert Jejak.objects.filter(tindakan="keanggotaan.dibuat", kecamatan__slug="balung").count() == 2
