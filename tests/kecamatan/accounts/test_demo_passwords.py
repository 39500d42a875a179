"""The demo's passwords open nothing in production."""

import pytest
from django.contrib.auth import authenticate
from pytest_django import Settings

from kecamatan.accounts.demo import SANDI_DEMO, demo_account_create
from kecamatan.models import Pengguna
from tests.factory import make_kecamatan

pytestmark = pytest.mark.django_db


def test_every_demo_password_is_known_as_one_and_refused_in_production(settings: Settings) -> None:
    akun = demo_account_create(kecamatan=[(make_kecamatan(), 2023)])
    assert len(akun) == 5
    for a in akun:
        assert a.sandi is not None
        assert SANDI_DEMO.fullmatch(a.sandi)
        masuk = {"username": a.pengguna.username, "password": a.sandi}
        settings.IS_PRODUKSI = False
        assert authenticate(None, **masuk) == a.pengguna
        settings.IS_PRODUKSI = True
        assert authenticate(None, **masuk) is None


def test_a_password_of_their_own_lets_people_in(settings: Settings) -> None:
    settings.IS_PRODUKSI = True
    pengguna = Pengguna.objects.create_user(username="budi", password="sandi-milik-budi", nama="Budi")
    assert authenticate(None, username="budi", password="sandi-milik-budi") == pengguna
