"""A connection to a SQLite file: kept from request to request, and no longer than it shows what is there."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.core.signals import got_request_exception, request_finished, request_started
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from pytest_django import DjangoDbBlocker

from sakip.settings import KEPT, SQLITE_OPTIONS


def write(file: Path, word: str) -> None:
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("CREATE TABLE kata (kata text)")
        database.execute("INSERT INTO kata VALUES (?)", [word])


@pytest.fixture
def office(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[BaseDatabaseWrapper]:
    """The file of an office, in which "lama" is written, as the settings open it."""
    write(tmp_path / "sakip.sqlite3", "lama")
    connections.databases["kantor"] = connections.configure_settings(
        {
            "default": {},
            "kantor": {
                "ENGINE": "django.db.backends.sqlite3",
                "NAME": tmp_path / "sakip.sqlite3",
                "OPTIONS": SQLITE_OPTIONS,
                **KEPT,
            },
        }
    )["kantor"]
    with django_db_blocker.unblock():
        yield connections["kantor"]
        connections["kantor"].close()
    del connections["kantor"], connections.databases["kantor"]


def request(office: BaseDatabaseWrapper, *, breaks: bool = False) -> str:
    """What a request reads."""
    request_started.send(sender=None)
    with office.cursor() as cursor:
        cursor.execute("SELECT kata FROM kata")
        ((word,),) = cursor.fetchall()
    if breaks:
        got_request_exception.send(sender=None, request=None)
    request_finished.send(sender=None)
    return str(word)


def test_it_serves_the_next_request_too(office: BaseDatabaseWrapper) -> None:
    assert request(office) == "lama"
    first = office.connection
    assert request(office) == "lama"
    assert office.connection is first is not None


def test_a_file_that_took_the_place_of_another_is_the_one_that_is_read(
    office: BaseDatabaseWrapper, tmp_path: Path
) -> None:
    assert request(office) == "lama"
    write(tmp_path / "salinan.sqlite3", "baru")
    os.replace(tmp_path / "salinan.sqlite3", tmp_path / "sakip.sqlite3")
    assert request(office) == "baru"


def test_what_a_broken_request_has_used_serves_no_other(office: BaseDatabaseWrapper) -> None:
    request(office, breaks=True)
    assert office.connection is None
