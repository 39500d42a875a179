"""Work in a child process that is stopped when it takes too long or too much room.

The child is a fork: what is loaded need not be loaded again, and a small job costs some hundredths of a second. It has
a connection to the database of its own, and dies with its parent.
"""

from __future__ import annotations

import ctypes
import gc
import logging
import os
import resource
import select
import signal
import sys
import time
from collections.abc import Callable
from enum import IntEnum
from typing import Final, NoReturn

from django.db import OperationalError, connections

log = logging.getLogger(__name__)

_DIE_WITH_PARENT: Final = 1  # PR_SET_PDEATHSIG
#: Seconds between two looks at a child at work.
_LOOK: Final = 1.0


class Ending(IntEnum):
    """How work ended; each but the last is what a child exits with."""

    DONE = 0
    DIED = 1
    MEMORY = 3
    DATABASE = 4
    TIME = 5


_within = False


def within_bounds() -> bool:
    """Whether this is the child of a worker, at work within its bounds."""
    return _within


def bounded(
    work: Callable[[], object], *, seconds: float, memory: int, meanwhile: Callable[[], object] = lambda: None
) -> Ending:
    """Do the work in a child process with at most so many seconds and bytes; ``meanwhile`` is called now and then."""
    connections.close_all()  # a connection cannot be shared, and the child would close it
    sys.stdout.flush()
    sys.stderr.flush()
    reading, writing = os.pipe()
    parent = os.getpid()
    child = os.fork()
    if not child:
        os.close(reading)
        _be_child(work, memory, parent)
    os.close(writing)
    ended = False
    try:
        end = time.monotonic() + seconds
        while not ended and time.monotonic() < end:
            # The other end closes when the child is gone, however it went.
            ended = bool(select.select([reading], [], [], min(_LOOK, max(end - time.monotonic(), 0)))[0])
            meanwhile()
    finally:
        os.close(reading)
        if not ended:
            _kill(child)
        _, status = os.waitpid(child, 0)
    return _ending(status) if ended else Ending.TIME


def attempt(work: Callable[[], object]) -> Ending:
    """Do the work here; what goes wrong with it is its own matter, but memory and database are everybody's."""
    try:
        work()
    except MemoryError:
        return Ending.MEMORY
    except OperationalError:
        log.exception("basis data menolak pekerjaan ini")
        return Ending.DATABASE
    return Ending.DONE


def _be_child(work: Callable[[], object], memory: int, parent: int) -> NoReturn:
    global _within
    _within = True
    code: int = Ending.DIED
    try:
        os.setsid()  # so that what it starts itself can be stopped with it
        for one in (signal.SIGINT, signal.SIGTERM, signal.SIGQUIT):
            signal.signal(one, signal.SIG_DFL)
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
        if os.getppid() != parent:  # it died before that was said, and the next worker takes the task up
            os._exit(code)
        _limit(resource.RLIMIT_DATA, memory)
        _limit(resource.RLIMIT_CORE, 0)
        gc.freeze()
        code = attempt(work)
    except BaseException:
        log.exception("pekerjaan berhenti")
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _limit(kind: int, most: int) -> None:
    _, hard = resource.getrlimit(kind)
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(kind, (most, most))


def _kill(child: int) -> None:
    """The child with all it started; it may not yet lead its group."""
    for kill in (os.killpg, os.kill):
        try:
            kill(child, signal.SIGKILL)
        except ProcessLookupError:
            continue


def _ending(status: int) -> Ending:
    if os.WIFSIGNALED(status):
        log.error("pekerjaan dihentikan oleh sinyal %s", os.WTERMSIG(status))
        return Ending.DIED
    code = os.WEXITSTATUS(status)
    return Ending(code) if code in set(Ending) else Ending.DIED
