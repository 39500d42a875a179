"""A session ends after 30 minutes without a request, and is written once a minute while it is used."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from axes.models import AccessAttempt, AccessLog
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.test import Client
from pytest_django import Settings

from tests.kecamatan.accounts.session_clock import START, expiry

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


def signed_in(at_work: Client, clock: time_machine.Traveller, minutes: float) -> bool:
    """Whether a request so many minutes after ``START`` still finds the session."""
    clock.move_to(START + timedelta(minutes=minutes))
    return at_work.get("/").status_code == 200


@pytest.mark.both_engines
def test_within_a_minute_nothing_is_written(at_work: Client, clock: time_machine.Traveller) -> None:
    assert signed_in(at_work, clock, 59 / 60)
    assert expiry() == 30
    assert "sessionid" not in at_work.get("/").cookies


def test_after_a_minute_the_expiry_moves_on(at_work: Client, clock: time_machine.Traveller) -> None:
    assert signed_in(at_work, clock, 1)
    assert expiry() == 31
    assert signed_in(at_work, clock, 1.5)
    assert expiry() == 31
    assert signed_in(at_work, clock, 2)
    assert expiry() == 32


def test_who_works_on_stays_signed_in(at_work: Client, clock: time_machine.Traveller) -> None:
    """Four requests, each 25 minutes after the one before: 100 minutes, more than three sessions' idle time."""
    assert [signed_in(at_work, clock, minutes) for minutes in (25, 50, 75, 100)] == [True] * 4


def test_who_leaves_is_signed_out_after_half_an_hour(at_work: Client, clock: time_machine.Traveller) -> None:
    assert signed_in(at_work, clock, 10)
    assert not signed_in(at_work, clock, 40)


def test_the_end_comes_at_most_a_minute_early(at_work: Client, clock: time_machine.Traveller) -> None:
    """A request 59 seconds after the sign-in moves nothing: 29 minutes and one second later the session is over."""
    assert signed_in(at_work, clock, 59 / 60)
    assert not signed_in(at_work, clock, 30)


@pytest.mark.both_engines
def test_the_sweep_forgets_what_nobody_can_use_any_more(
    at_work: Client, clock: time_machine.Traveller, settings: Settings
) -> None:
    """A session of 02.00 ends at 02.30, the wait after a failure at 02.15; a sign-in makes at home for 90 days."""
    settings.AXES_ENABLED = True
    Client().post("/masuk/", {"username": "tak.ada", "password": "salah"})
    home = AccessLog.objects.create(username="budi", ip_address="10.0.0.1")
    told = []
    for minutes in (14, 16, 29, 31, 90 * 24 * 60 + 1):
        clock.move_to(START + timedelta(minutes=minutes))
        out = StringIO()
        call_command("sapu_berkas", stdout=out)
        told.append(out.getvalue().splitlines()[1:])
        left = (
            Session.objects.count(),
            AccessAttempt.objects.count(),
            AccessLog.objects.filter(pk=home.pk).count(),
        )
        assert left == (minutes < 30, minutes < 15, minutes < 90 * 24 * 60)
    one = ["1 sesi, catatan masuk, dan formulir lama dihapus."]
    assert told == [[], one, [], one, one]


def test_the_cookie_ends_with_the_browser(at_work: Client, clock: time_machine.Traveller) -> None:
    clock.move_to(START + timedelta(minutes=2))
    cookie = at_work.get("/").cookies["sessionid"]
    assert (cookie["max-age"], cookie["expires"]) == ("", "")
