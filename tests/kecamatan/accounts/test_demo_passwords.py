"""The demo's passwords open nothing in production."""

import pytest
from django.contrib.auth import authenticate
from pytest_django import Settings

from kecamatan.accounts.demo import DEMO_PASSWORD, demo_account_create
from kecamatan.models import Pengguna
from tests.factory import make_kecamatan

pytestmark = pytest.mark.django_db


def test_every_demo_password_is_known_as_one_and_refused_in_production(settings: Settings) -> None:
    accounts = demo_account_create(kecamatan=[(make_kecamatan(), 2023)])
    assert len(accounts) == 7
    for a in accounts:
        assert a.sandi is not None
        assert DEMO_PASSWORD.fullmatch(a.sandi)
        sign_in = {"username": a.pengguna.username, "password": a.sandi}
        settings.IS_PRODUCTION = False
        assert authenticate(None, **sign_in) == a.pengguna
        settings.IS_PRODUCTION = True
        assert authenticate(None, **sign_in) is None


def test_a_password_of_their_own_lets_people_in(settings: Settings) -> None:
    settings.IS_PRODUCTION = True
    pengguna = Pengguna.objects.create_user(username="budi", password="sandi-milik-budi", nama="Budi")
    assert authenticate(None, username="budi", password="sandi-milik-budi") == pengguna
