"""How many passwords are hashed at once on this machine.

A hash takes both processors and 100 MB for some 60 ms. The web processes share the places, so that whoever sends many
passwords at once waits for themselves, and pages go on.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Final

from django.conf import settings
from django.core.exceptions import ValidationError

#: One place for every two processors: a hash uses several.
PLACES: Final = max(1, (os.cpu_count() or 1) // 2)

#: How long to wait for one: a hundred people who sign in within a minute find one sooner.
PATIENCE: Final = 2.0  # seconds
_LOOK_AGAIN: Final = 0.01  # seconds


class TooManyAtOnce(ValidationError):
    """No place became free in time. A form that asks for a password says so; nothing was tried, nothing counted."""

    def __init__(self) -> None:
        super().__init__(
            "Terlalu banyak orang masuk pada saat yang sama. Tunggu beberapa detik, lalu coba lagi."
        )


@contextmanager
def hashing_place() -> Iterator[None]:
    """Hold one of the places. Raises :class:`TooManyAtOnce`."""
    place = _wait()
    try:
        yield
    finally:
        if place is not None:
            place.close()  # which gives the lock back, as the end of a killed process does


def _wait() -> IO[str] | None:
    """An open file that holds the lock of a place; None where no such file can be made, as on a full disk."""
    deadline = time.monotonic() + PATIENCE
    while True:
        for number in range(PLACES):
            try:
                file = (Path(settings.DATA_DIR) / f"sandi-{number}.kunci").open("a")
            except OSError:  # the places protect the site; they are no condition to come in
                return None
            with suppress(BlockingIOError):
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return file
            file.close()
        if time.monotonic() >= deadline:
            raise TooManyAtOnce
        time.sleep(_LOOK_AGAIN)
