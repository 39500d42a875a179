"""Work in a child process: it ends well, or is ended, and the parent says how and lives on."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

import pytest
from django.db import OperationalError

from sakip.web.bounded import Ending, bounded

#: More than any of these needs, and little enough to be reached at once.
MEMORY = 512 * 1024**2


def hog() -> None:
    """Asks for more than there is, piece by piece, as a renderer does."""
    taken = []
    while True:
        taken.append(bytearray(16 * 1024**2))


def locked() -> None:
    raise OperationalError("database is locked")


def kill_myself() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def leave() -> None:
    os._exit(9)


def fail() -> None:
    raise RuntimeError("gagal")


@pytest.mark.parametrize(
    ("work", "ending"),
    [
        (lambda: None, Ending.DONE),
        (hog, Ending.MEMORY),
        (locked, Ending.DATABASE),
        (kill_myself, Ending.DIED),
        (leave, Ending.DIED),
        (fail, Ending.DIED),
    ],
    ids=["done", "memory", "database", "killed", "left", "failed"],
)
def test_the_parent_knows_how_its_child_ended(work: Callable[[], None], ending: Ending) -> None:
    assert bounded(work, seconds=60, memory=MEMORY) is ending


def test_what_takes_too_long_is_ended_with_all_that_it_started() -> None:
    reading, writing = os.pipe()  # its other end closes when the last of them is gone
    looks: list[int] = []

    def endless() -> None:
        os.fork()
        signal.pause()

    assert bounded(endless, seconds=0.5, memory=MEMORY, meanwhile=lambda: looks.append(1)) is Ending.TIME
    assert looks  # the parent was there meanwhile
    os.close(writing)
    assert os.read(reading, 1) == b""
    os.close(reading)


def test_the_parent_is_not_bound_by_what_binds_its_child() -> None:
    assert bounded(hog, seconds=60, memory=MEMORY) is Ending.MEMORY
    assert len(bytearray(MEMORY)) == MEMORY


def test_a_child_whose_parent_died_before_they_were_bound_does_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reading, writing = os.pipe()
    monkeypatch.setattr("os.getppid", lambda: 1)
    assert bounded(lambda: os.write(writing, b"done"), seconds=60, memory=MEMORY) is Ending.DIED
    os.close(writing)
    assert os.read(reading, 4) == b""
    os.close(reading)


def test_a_worker_that_is_killed_takes_its_child_along() -> None:
    """Whoever waits at the other end of the pipe hears of the child only when it is gone."""
    reading, writing = os.pipe()

    def begin_and_wait() -> None:
        os.write(writing, b"a")
        signal.pause()

    worker = os.fork()
    if not worker:
        bounded(begin_and_wait, seconds=60, memory=MEMORY)
        os._exit(0)
    os.close(writing)
    assert os.read(reading, 1) == b"a"  # the child is at work
    os.kill(worker, signal.SIGKILL)
    os.waitpid(worker, 0)
    assert os.read(reading, 1) == b""
    os.close(reading)
