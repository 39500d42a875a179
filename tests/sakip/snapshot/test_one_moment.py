"""What is read together shows one moment, though others write meanwhile."""

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection, connections, transaction
from django.db.utils import load_backend

from kecamatan.models import Kabupaten
from sakip.settings import SQLITE_OPTIONS
from sakip.snapshot.one_moment import satu_pandangan
from tests.factory import make


def note_di_tempat_lain() -> None:
    """Another process writes and commits."""

    def note() -> None:
        make(Kabupaten)
        connection.close()

    lain = threading.Thread(target=note)
    lain.start()
    lain.join()


@pytest.mark.django_db(transaction=True)
def test_what_others_commit_meanwhile_is_not_seen() -> None:
    with satu_pandangan():
        assert Kabupaten.objects.count() == 0
        note_di_tempat_lain()
        assert Kabupaten.objects.count() == 0
    assert Kabupaten.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_it_ends_with_its_block_and_may_stand_in_another() -> None:
    with satu_pandangan():
        assert connection.in_atomic_block
        with satu_pandangan():
            assert connection.savepoint_ids == []
    assert not connection.in_atomic_block


@pytest.fixture
def berkas_wal(tmp_path: Path, db: None) -> Iterator[sqlite3.Connection]:
    """The database that offices have, a SQLite file in WAL mode, in the place of the suite's own; gives another
    process's way in, which waits for nobody."""
    letak = tmp_path / "sakip.sqlite3"
    setelan = connections.settings["default"] | {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": letak,
        "OPTIONS": SQLITE_OPTIONS,
    }
    semula = connections["default"]
    connections["default"] = load_backend(setelan["ENGINE"]).DatabaseWrapper(setelan, "default")
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE catatan (isi text)")
    lain = sqlite3.connect(letak, timeout=0, isolation_level=None)
    yield lain
    lain.close()
    connection.close()
    connections["default"] = semula


def banyak_catatan() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM catatan")
        (banyak,) = cursor.fetchone()
    return int(banyak)


def test_a_reader_holds_up_no_writer_and_sees_one_moment(berkas_wal: sqlite3.Connection) -> None:
    with satu_pandangan():
        assert banyak_catatan() == 0
        berkas_wal.execute("INSERT INTO catatan VALUES ('a')")
        assert banyak_catatan() == 0
    assert banyak_catatan() == 1


def test_a_writer_holds_up_no_reader(berkas_wal: sqlite3.Connection) -> None:
    berkas_wal.execute("BEGIN IMMEDIATE")
    berkas_wal.execute("INSERT INTO catatan VALUES ('a')")
    connection.close()  # the first connection of a request reads as well
    with satu_pandangan():
        assert banyak_catatan() == 0
    berkas_wal.execute("COMMIT")
    assert banyak_catatan() == 1


def test_who_writes_after_reading_queues_for_the_lock_as_before(berkas_wal: sqlite3.Connection) -> None:
    with satu_pandangan():
        banyak_catatan()
    with transaction.atomic(), pytest.raises(sqlite3.OperationalError, match="locked"):
        berkas_wal.execute("INSERT INTO catatan VALUES ('a')")
