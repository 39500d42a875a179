"""The SQLite file of an office: many hands at once, no write lost, readers never blocked."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# Reads, then writes what it read plus one: in the DEFERRED mode two such transactions cannot both
# upgrade their read lock, and SQLite refuses one of them at once, whatever the timeout.
WRITERS = """
import json, threading
import django
from django.db import connection, transaction

django.setup()

def add(times):
    for _ in range(times):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT jumlah FROM hitungan")
            (jumlah,) = cursor.fetchone()
            cursor.execute("UPDATE hitungan SET jumlah = %s", [jumlah + 1])
    connection.close()

with connection.cursor() as cursor:
    cursor.execute("CREATE TABLE hitungan (jumlah integer NOT NULL)")
    cursor.execute("INSERT INTO hitungan VALUES (0)")
writers = [threading.Thread(target=add, args=[25]) for _ in range(4)]
for writer in writers: writer.start()
for writer in writers: writer.join()

def ask(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()[0]

print(json.dumps({
    "jumlah": ask("SELECT jumlah FROM hitungan"),
    "journal_mode": ask("PRAGMA journal_mode"),
    "synchronous": ask("PRAGMA synchronous"),
    "busy_timeout": ask("PRAGMA busy_timeout"),
    "foreign_keys": ask("PRAGMA foreign_keys"),
}))
"""


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What four writers left behind in a database file made by the real settings."""
    done = subprocess.run(
        [sys.executable, "-c", WRITERS],
        cwd=ROOT,
        env={
            "PATH": "/usr/bin:/bin",
            "DJANGO_SETTINGS_MODULE": "sakip.settings",
            "SAKIP_DATA_DIR": str(tmp_path_factory.mktemp("data")),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    result: dict[str, object] = json.loads(done.stdout)
    return result


def test_no_write_is_lost_when_four_write_at_once(outcome: dict[str, object]) -> None:
    assert outcome["jumlah"] == 4 * 25


def test_the_file_is_in_wal_mode_and_survives_a_power_cut(outcome: dict[str, object]) -> None:
    assert outcome["journal_mode"] == "wal"
    assert outcome["synchronous"] == 2  # FULL
    assert outcome["busy_timeout"] == 20_000  # milliseconds
    assert outcome["foreign_keys"] == 1
