"""Whether a worker lives: it beats into the database, and whoever waits for it can tell."""

from __future__ import annotations

import os
import socket
from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_hex
from typing import Final

from django.db import InterfaceError, OperationalError
from django.utils import timezone

from kecamatan.ground.no_wait import without_waiting
from kecamatan.models import WorkerPulse

#: Seconds between two beats.
BEAT: Final = 10
#: A worker that has not beaten for so long is gone: several beats, as one is left out while somebody else writes. With
#: the beat after which another worker looks, what it left is taken up within a minute.
SILENT_AFTER: Final = timedelta(seconds=40)
#: Pulses of workers of before are kept so long, for whoever wants to know when the last one stopped.
_KEPT: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Pulse:
    """The last beat of any worker; None where none has ever run here."""

    last: datetime | None
    alive: bool

    @property
    def silent_since(self) -> datetime | None:
        """Since when nothing is heard of the worker; None while it lives, and where none has ever run."""
        return None if self.alive else self.last


def worker_name() -> str:
    """A name for the worker in this process: its machine and process, and something of its own."""
    return f"{socket.gethostname()[:30]}:{os.getpid()}:{token_hex(6)}"


def said_worker(worker: str) -> str:
    """That name for people."""
    machine, _, process = worker.rpartition(":")[0].partition(":")
    return f"{machine} (proses {process})" if process else worker


def beat(worker: str) -> bool:
    """Say that this worker lives; at once or, while somebody else writes, not at all. Returns whether it was said."""
    try:
        with without_waiting():
            if not WorkerPulse.objects.filter(worker=worker).update(beat=timezone.now()):
                WorkerPulse.objects.create(worker=worker)
    except (OperationalError, InterfaceError):
        return False
    return True


def forget_old_pulses() -> int:
    """Forget workers of long ago; returns how many."""
    return WorkerPulse.objects.filter(beat__lt=timezone.now() - _KEPT).delete()[0]


def pulse(now: datetime | None = None) -> Pulse:
    """Whether any worker lives (1 query)."""
    last = WorkerPulse.objects.order_by("-beat").values_list("beat", flat=True).first()
    return Pulse(last, last is not None and last > (now or timezone.now()) - SILENT_AFTER)


def is_gone(worker: str) -> bool:
    """Whether this worker works no more: it is silent, or its process on this machine has ended (1 query)."""
    machine, _, rest = worker.rpartition(":")[0].partition(":")
    if machine == socket.gethostname()[:30] and rest.isdigit() and _has_ended(int(rest)):
        return True
    fresh = WorkerPulse.objects.filter(worker=worker, beat__gt=timezone.now() - SILENT_AFTER)
    return not fresh.exists()


def _has_ended(process: int) -> bool:
    """Whether there is no such process; a worker of our own number was before us, in a container that began anew."""
    if process == os.getpid():
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False
