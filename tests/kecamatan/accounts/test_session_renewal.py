"""No page fails, and none waits, because its session could not be moved on: another holds the write lock of SQLite."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.db import OperationalError, connection
from django.test import Client

from kecamatan.accounts.sessions import SessionStore
from tests.kecamatan.accounts.session_clock import START, expiry

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def other() -> Iterator[sqlite3.Connection]:
    """Another process's way into the database."""
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite has one lock for all who write")
    with closing(
        sqlite3.connect(connection.settings_dict["NAME"], timeout=0, isolation_level=None)
    ) as another:
        yield another


def busy_timeout() -> int:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        (milliseconds,) = cursor.fetchone()
    return int(milliseconds)


def test_a_page_goes_out_while_another_writes_and_the_next_moves_the_session_on(
    at_work: Client, clock: time_machine.Traveller, other: sqlite3.Connection
) -> None:
    usual = busy_timeout()
    clock.move_to(START + timedelta(minutes=2))
    other.execute("BEGIN IMMEDIATE")
    assert at_work.get("/").status_code == 200
    assert expiry() == 30
    other.execute("COMMIT")
    assert at_work.get("/").status_code == 200
    assert expiry() == 32
    assert busy_timeout() == usual > 0


def test_a_page_goes_out_although_somebody_ended_the_session_meanwhile(
    at_work: Client, clock: time_machine.Traveller
) -> None:
    clock.move_to(START + timedelta(minutes=2))
    session = SessionStore(at_work.session.session_key)
    assert session.items()
    Session.objects.all().delete()
    session.save()
    assert not Session.objects.exists()


def test_what_a_session_has_to_remember_is_not_lost_without_a_word(
    at_work: Client, clock: time_machine.Traveller, other: sqlite3.Connection
) -> None:
    clock.move_to(START + timedelta(minutes=2))
    session = SessionStore(at_work.session.session_key)
    session["langkah_kedua"] = 7
    connection.connection.execute("PRAGMA busy_timeout = 0")
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(OperationalError, match="locked"):
        session.save()
    other.execute("COMMIT")
    session.save()
    assert SessionStore(session.session_key)["langkah_kedua"] == 7
    assert expiry() == 32


def test_a_session_under_a_new_key_is_stored_whole(at_work: Client, clock: time_machine.Traveller) -> None:
    """Signing in anew gives the same content another key; of the old row nothing but its expiry would be known."""
    clock.move_to(START + timedelta(minutes=2))
    session = SessionStore(at_work.session.session_key)
    content = dict(session.items())
    session.flush()
    session.update(content)
    session.save()
    assert dict(SessionStore(session.session_key).items()) == content
