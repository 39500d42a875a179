"""What is read together shows one moment, though others write meanwhile."""

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import OperationalError, connection, connections, transaction
from django.db.utils import load_backend

from kecamatan.models import Kabupaten
from sakip.settings import SQLITE_OPTIONS
from sakip.snapshot.apart import apart
from sakip.snapshot.one_moment import at_one_moment, without_write_lock
from tests.factory import make


def note_elsewhere() -> None:
    """Another process writes and commits."""

    def note() -> None:
        make(Kabupaten)
        connection.close()

    other = threading.Thread(target=note)
    other.start()
    other.join()


@pytest.mark.django_db(transaction=True)
def test_what_others_commit_meanwhile_is_not_seen() -> None:
    with at_one_moment():
        assert Kabupaten.objects.count() == 0
        note_elsewhere()
        assert Kabupaten.objects.count() == 0
    assert Kabupaten.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_it_ends_with_its_block_and_may_stand_in_another() -> None:
    with at_one_moment():
        assert connection.in_atomic_block
        with at_one_moment():
            assert connection.savepoint_ids == []
    assert not connection.in_atomic_block


@pytest.fixture
def wal_file(tmp_path: Path, db: None) -> Iterator[sqlite3.Connection]:
    """The database that offices have, a SQLite file in WAL mode, in the place of the suite's own; gives another
    process's way in, which waits for nobody."""
    location = tmp_path / "sakip.sqlite3"
    settings = connections.settings["default"] | {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": location,
        "OPTIONS": SQLITE_OPTIONS,
    }
    original = connections["default"]
    connections["default"] = load_backend(settings["ENGINE"]).DatabaseWrapper(settings, "default")
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE catatan (isi text)")
    other = sqlite3.connect(location, timeout=0, isolation_level=None)
    yield other
    other.close()
    connection.close()
    connections["default"] = original


def many_remarks() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM catatan")
        (many,) = cursor.fetchone()
    return int(many)


def test_a_reader_holds_up_no_writer_and_sees_one_moment(wal_file: sqlite3.Connection) -> None:
    with at_one_moment():
        assert many_remarks() == 0
        wal_file.execute("INSERT INTO catatan VALUES ('a')")
        assert many_remarks() == 0
    assert many_remarks() == 1


def test_a_writer_holds_up_no_reader(wal_file: sqlite3.Connection) -> None:
    wal_file.execute("BEGIN IMMEDIATE")
    wal_file.execute("INSERT INTO catatan VALUES ('a')")
    connection.close()  # the first connection of a request reads as well
    with at_one_moment():
        assert many_remarks() == 0
    wal_file.execute("COMMIT")
    assert many_remarks() == 1


def test_who_writes_after_reading_queues_for_the_lock_as_before(wal_file: sqlite3.Connection) -> None:
    with at_one_moment():
        many_remarks()
    with transaction.atomic(), pytest.raises(sqlite3.OperationalError, match="locked"):
        wal_file.execute("INSERT INTO catatan VALUES ('a')")


def test_what_is_tried_out_apart_is_seen_by_nobody_and_holds_up_nobody(wal_file: sqlite3.Connection) -> None:
    wal_file.execute("INSERT INTO catatan VALUES ('a')")
    with apart() as copied, transaction.atomic():
        assert copied
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO catatan VALUES ('b')")
        wal_file.execute("INSERT INTO catatan VALUES ('c')")
        assert many_remarks() == 2
    assert many_remarks() == 2
    assert wal_file.execute("SELECT isi FROM catatan").fetchall() == [("a",), ("c",)]


def test_nothing_is_copied_inside_a_transaction(wal_file: sqlite3.Connection) -> None:
    with transaction.atomic(), apart() as copied:
        assert not copied


def test_who_reads_first_may_write_while_nobody_else_has(wal_file: sqlite3.Connection) -> None:
    with without_write_lock(), transaction.atomic():
        assert many_remarks() == 0
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO catatan VALUES ('a')")
    assert many_remarks() == 1
    with without_write_lock(), transaction.atomic(), connection.cursor() as cursor:
        many_remarks()
        wal_file.execute("INSERT INTO catatan VALUES ('b')")
        with pytest.raises(OperationalError, match="locked"):
            cursor.execute("INSERT INTO catatan VALUES ('c')")
    assert many_remarks() == 2
