"""Nobody signs for the camat: what opens an account for its owner closes signing for a while, and the owner is told."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
import time_machine
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from kecamatan.accounts.foreign_hand import notice, why_closed
from kecamatan.accounts.passwords import (
    first_password_create,
    invitation_create,
    invitation_use,
    password_change,
)
from kecamatan.accounts.second_step import second_factor_detach
from kecamatan.models import Kecamatan, Pengguna
from tests.factory import make_pengguna

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

OWN = "empat kata yang lain sekali"


@pytest.fixture
def camat(balung: Kecamatan) -> Pengguna:
    return make_pengguna("camat", kecamatan=balung)


@pytest.fixture
def organisasi(balung: Kecamatan) -> Pengguna:
    return make_pengguna("organisasi", kabupaten=balung.kabupaten, nama="Rina Organisasi")


def with_step(person: Pengguna) -> None:
    TOTPDevice.objects.create(user=person, name="aplikasi autentikator", confirmed=True)


def test_who_was_never_opened_by_others_may_sign(camat: Pengguna) -> None:
    password_change(pengguna=camat, password=OWN)
    assert why_closed(camat) == ""
    assert notice(camat) == ""


def test_after_a_reset_password_step_and_a_day_are_needed(camat: Pengguna, organisasi: Pengguna) -> None:
    with time_machine.travel(timezone.now(), tick=False) as clock:
        first_password_create(pengguna=camat, by=organisasi)
        assert why_closed(camat).endswith("Ganti kata sandi Anda sendiri di halaman Akun.")
        clock.shift(timedelta(minutes=5))
        password_change(pengguna=camat, password=OWN)
        assert why_closed(camat).endswith("Pasang langkah kedua Anda sendiri di halaman Akun.")
        with_step(camat)
        assert why_closed(camat).endswith("Tunggu sampai saat itu.")
        clock.shift(timedelta(hours=23))
        assert why_closed(camat) != ""
        clock.shift(timedelta(minutes=56))
        assert why_closed(camat) == ""
        assert notice(camat) == ""


def test_a_day_alone_opens_nothing(camat: Pengguna, organisasi: Pengguna) -> None:
    first_password_create(pengguna=camat, by=organisasi)
    with time_machine.travel(timezone.now() + timedelta(days=30)):
        assert "Ganti kata sandi" in why_closed(camat)


def test_a_link_that_was_used_by_its_owner_counts_as_set(
    camat: Pengguna, organisasi: Pengguna, settings: Settings
) -> None:
    settings.SAKIP_TOTP = "mati"
    settings.SAKIP_SIGN_AFTER_HOURS = 0
    token = invitation_create(pengguna=camat, by=organisasi).token
    assert "membuat jalan masuk baru" in why_closed(camat)
    invitation_use(token=token, password=OWN)
    assert why_closed(camat) == ""


def test_a_second_step_that_others_took_away_is_set_anew(camat: Pengguna, organisasi: Pengguna) -> None:
    with_step(camat)
    second_factor_detach(pengguna=camat, by=organisasi)
    assert "melepas langkah kedua" in why_closed(camat)
    with_step(camat)
    assert "Tunggu" in why_closed(camat)


@pytest.mark.both_engines
def test_what_the_owner_does_closes_nothing(camat: Pengguna) -> None:
    with_step(camat)
    second_factor_detach(pengguna=camat, by=camat)
    assert why_closed(camat) == ""


@pytest.mark.both_engines
def test_a_command_is_another_hand(camat: Pengguna) -> None:
    first_password_create(pengguna=camat, by=None)
    assert "admin lewat perintah" in why_closed(camat)


def test_the_owner_is_told_when_signing_in_and_on_the_account(camat: Pengguna, organisasi: Pengguna) -> None:
    password = first_password_create(pengguna=camat, by=organisasi)
    client = Client()
    client.post(reverse("masuk"), {"username": camat.username, "password": password})
    password_change(pengguna=camat, password=OWN)
    client.force_login(Pengguna.objects.get(pk=camat.pk))
    assert "Rina Organisasi mengganti kata sandi akun Anda" in client.get(reverse("akun")).text


def test_the_owner_is_told_by_mail_and_not_how_to_come_in(
    camat: Pengguna,
    organisasi: Pengguna,
    mailoutbox: list[EmailMessage],
    django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[object]],
) -> None:
    camat.email = "camat@contoh.go.id"
    camat.save()
    with django_capture_on_commit_callbacks(execute=True):
        password = first_password_create(pengguna=camat, by=organisasi)
    (mail,) = mailoutbox
    assert mail.to == ["camat@contoh.go.id"]
    assert "Rina Organisasi mengganti kata sandi akun Anda" in mail.body
    assert password not in mail.body
    with_step(camat)
    with django_capture_on_commit_callbacks(execute=True):
        second_factor_detach(pengguna=camat, by=camat)
    assert len(mailoutbox) == 1


def test_an_address_that_no_mail_can_have_stops_nothing(
    camat: Pengguna, organisasi: Pengguna, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    Pengguna.objects.filter(pk=camat.pk).update(email="camat@contoh.go.id\nBcc: semua@contoh.go.id")
    camat.refresh_from_db()
    with django_capture_on_commit_callbacks(execute=True):
        first_password_create(pengguna=camat, by=organisasi)
    assert "mengganti kata sandi akun Anda" in notice(camat)
