"""A second process beside this one, for a document with much to draw: in a worker only, and where a core is free.

It is a fork, so what is loaded need not be loaded again; what it draws comes back by way of the kept parts. Whatever it
does not finish, this process does.
"""

from __future__ import annotations

import logging
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from sakip.web.bounded import within_bounds

log = logging.getLogger(__name__)

_FREE: Final = 0.5  # of a core
_MOST: Final = 255  # a task is named by a byte

_allowed = False
_sharing = False  # there are two already


@contextmanager
def allowed() -> Iterator[None]:
    """Let the documents that are made within have a second process, also outside a worker."""
    global _allowed
    before, _allowed = _allowed, True
    try:
        yield
    finally:
        _allowed = before


def share(tasks: Sequence[Callable[[], object]]) -> None:
    """Do the tasks, the longest first, each in whichever of two processes is ready for it."""
    global _sharing
    if _sharing or not (1 < len(tasks) <= _MOST and _may()):
        return
    _sharing = True
    try:
        _share(tasks)
    finally:
        _sharing = False


def _share(tasks: Sequence[Callable[[], object]]) -> None:
    waiting, writing = os.pipe()
    os.write(writing, bytes(range(len(tasks))))
    os.close(writing)
    other = os.fork()
    if not other:
        _be_other(waiting, tasks)
    try:
        _work(waiting, tasks)
    except BaseException:
        os.kill(other, signal.SIGKILL)
        raise
    finally:
        os.close(waiting)
        os.waitpid(other, 0)


def _may() -> bool:
    if _allowed:
        return True
    cores = len(os.sched_getaffinity(0))
    return within_bounds() and cores > 1 and os.getloadavg()[0] < cores - _FREE


def _be_other(waiting: int, tasks: Sequence[Callable[[], object]]) -> None:
    try:
        _work(waiting, tasks)
    except BaseException:
        # The first process comes to the same and says so.
        log.debug("bagian PDF tidak dapat dibuat di samping", exc_info=True)
    finally:
        os._exit(0)


def _work(waiting: int, tasks: Sequence[Callable[[], object]]) -> None:
    while place := os.read(waiting, 1):
        tasks[place[0]]()
