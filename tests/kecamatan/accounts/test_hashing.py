"""At most so many passwords are hashed at once; who finds no place is told so and nothing is counted."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import pytest
from axes.models import AccessAttempt
from django.test import Client
from pytest_django import Settings

from kecamatan.accounts.hashing import TooManyAtOnce, hashing_place
from kecamatan.models import Pengguna
from tests.factory import make_kecamatan, make_pengguna

PASSWORD = "kata sandi uji coba"
MESSAGE = "Terlalu banyak orang masuk pada saat yang sama. Tunggu beberapa detik, lalu coba lagi."


@pytest.fixture(autouse=True)
def _two_places(settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr("kecamatan.accounts.hashing.PLACES", 2)
    monkeypatch.setattr("kecamatan.accounts.hashing.PATIENCE", 0)


def test_a_place_is_held_by_one_and_given_back() -> None:
    with hashing_place(), hashing_place(), pytest.raises(TooManyAtOnce), hashing_place():
        pass
    with hashing_place(), hashing_place():
        pass


def test_a_place_is_given_back_when_something_fails() -> None:
    for _ in range(3):
        with pytest.raises(ZeroDivisionError), hashing_place():
            raise ZeroDivisionError


def test_where_no_file_can_be_made_people_still_come_in(settings: Settings, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path / "tidak-ada"
    with hashing_place(), hashing_place(), hashing_place():
        pass


@pytest.fixture
def budi(db: None) -> Pengguna:
    budi = make_pengguna("operator", kecamatan=make_kecamatan(), username="budi", nama="Budi Santoso")
    budi.set_password(PASSWORD)
    budi.save()
    return budi


@pytest.mark.parametrize("word", ["salah", PASSWORD])
def test_who_finds_no_place_is_told_and_nothing_is_counted(
    client: Client, budi: Pengguna, settings: Settings, word: str
) -> None:
    settings.AXES_ENABLED = True
    data = {"username": "budi", "password": word}
    with hashing_place(), hashing_place():
        answer = client.post("/masuk/", data)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert MESSAGE in page
    assert 'value="budi"' in page
    assert not AccessAttempt.objects.exists()
    assert client.post("/masuk/", {"username": "budi", "password": PASSWORD}).status_code == 302


def test_the_present_password_waits_for_a_place_as_well(client: Client, budi: Pengguna) -> None:
    client.force_login(budi)
    new = "empat kata tak berhubungan"
    with ExitStack() as held:
        for _ in range(2):
            held.enter_context(hashing_place())
        page = client.post("/akun/sandi/", {"lama": PASSWORD, "sandi": new, "ulangan": new}).content.decode()
    assert MESSAGE in page
    assert client.post("/akun/sandi/", {"lama": PASSWORD, "sandi": new, "ulangan": new}).status_code == 302
