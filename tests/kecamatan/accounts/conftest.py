"""A clock that stands still, and somebody who signed in by it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client

from tests.factory import make_kecamatan, make_pengguna
from tests.kecamatan.accounts.session_clock import START


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(START, tick=False) as traveller:
        yield traveller


@pytest.fixture
def at_work(clock: time_machine.Traveller) -> Client:
    """An operator's browser, signed in at ``START``."""
    browser = Client()
    browser.force_login(make_pengguna("operator", kecamatan=make_kecamatan()))
    return browser
