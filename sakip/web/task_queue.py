"""The queue of background tasks as a whole: how much waits, and what becomes of a task that came to no end.

A task that was interrupted is begun at most :data:`MOST_ATTEMPTS` times; then, or where the next attempt would end the
same way, it is given up with its reason. What it worked on hears of both by the function that its module registers.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, TypeVar

from django.core.exceptions import SuspiciousOperation
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from kecamatan.ground.errors import InputError
from sakip.web.pulse import pulse
from sakip.web.tasks import Task, TaskResultStatus, default_task_backend

#: What still runs after this long belongs to a worker that was killed: a task is stopped before.
WORK_LIMIT: Final = timedelta(minutes=5)
#: How often a task is begun that ends with its process.
MOST_ATTEMPTS: Final = 3
#: Seconds before the third attempt; the second follows at once.
_PAUSE: Final = 10

Stopped = TypeVar("Stopped", bound=Callable[..., None])
_STOPPED: dict[str, Callable[..., None]] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """Rows that a worker takes up: the states in which one waits, those in which somebody works on it.

    Each working state goes with the waiting one at the same place. ``since`` is the column that says since when it
    waits; ``mulai`` says when it was taken up.
    """

    waiting: tuple[str, ...]
    working: tuple[str, ...]
    since: str

    def left_behind(self, now: datetime, limit: timedelta = WORK_LIMIT) -> Q:
        """The rows on which nobody can be working any more, so that asking again is all that helps."""
        before = now - limit
        return Q(Q(mulai=None) | Q(mulai__lte=before), status__in=self.working) | Q(
            status__in=self.waiting, **{f"{self.since}__lte": before}
        )

    def is_left_behind(self, row: Any, now: datetime) -> bool:
        """Whether :meth:`left_behind` has this row."""
        before = now - WORK_LIMIT
        if row.status in self.working:
            return row.mulai is None or row.mulai <= before
        return row.status in self.waiting and getattr(row, self.since) <= before

    def before(self, status: str) -> str:
        """The state in which a row waits that is in this one."""
        return dict(zip(self.working, self.waiting, strict=True)).get(status, status)

    def is_stalled(self, row: Any, now: datetime) -> bool:
        """Whether who waits for this row should ask again: it is left behind, and not merely behind others."""
        return self.is_left_behind(row, now) and not (row.status in self.waiting and pulse(now).alive)


class Line:
    """How a worker with nothing to do hears that there is something: of nobody, it looks again after a while. A backend
    whose workers are called has another (``line``)."""

    def listen(self, otherwise: float) -> None:
        """Wait for a call; for ``otherwise`` seconds where none can come."""
        time.sleep(otherwise)

    def answered(self) -> None:
        """A task was taken."""

    def problem(self) -> str:
        """What keeps calls from coming; empty where nothing does."""
        return ""


def queue_line() -> Line:
    """How this installation's workers hear of a task."""
    return getattr(default_task_backend, "line", None) or Line()


class TooManyWaiting(InputError):
    """Somebody asks for more while much of theirs waits already: the queue is everybody's."""


def ensure_room(waiting: int, more: int, most: int, what: str, *, act: str = "unggah") -> None:
    """Raise :class:`TooManyWaiting` where one person would let more than ``most`` of ``what`` wait at once; ``act`` is
    how one lets it."""
    if waiting + more > most:
        raise TooManyWaiting(
            f"{waiting} {what} yang Anda {act} masih menunggu atau sedang diolah; paling banyak {most} pada satu saat."
            f" Tunggu sampai sebagian selesai, lalu {act} lagi."
        )


class WorkerStopped(Exception):
    """Recorded as the outcome of a task whose worker died; never raised."""


def task_enqueue() -> int:
    """How many tasks wait for a worker (1 query)."""
    return DBTaskResult.objects.ready().count()


def task_waits_since() -> datetime | None:
    """Since when the oldest of them waits (1 query)."""
    return DBTaskResult.objects.ready().order_by("enqueued_at").values_list("enqueued_at", flat=True).first()


def queued_tasks(one: Task[..., Any], **arguments: Any) -> QuerySet[DBTaskResult[Any, Any]]:
    """The tasks of a kind that wait or run, with these arguments among theirs. Found by an index: what is done stays in
    the table, and is most of it."""
    present = DBTaskResult.objects.filter(
        task_path=one.module_path, status__in=(TaskResultStatus.READY, TaskResultStatus.RUNNING)
    ).order_by()
    return present.filter(**{f"args_kwargs__kwargs__{name}": value for name, value in arguments.items()})


def is_queued(one: Task[..., Any], **arguments: Any) -> bool:
    """Whether a task with these arguments waits or runs (1 query)."""
    return queued_tasks(one, **arguments).exists()


def queued_arguments(one: Task[..., Any], **arguments: Any) -> list[dict[str, Any]]:
    """With which arguments, these among them, a task waits or runs (1 query)."""
    return [told["kwargs"] for told in queued_tasks(one, **arguments).values_list("args_kwargs", flat=True)]


def running_tasks() -> dict[tuple[str, int], str]:
    """Which worker is at work on what: its name by the task and the key of the row (1 query); as many as workers are at
    work."""
    running = DBTaskResult.objects.running().order_by()
    return {
        (path, pk): workers[-1] if workers else ""
        for path, told, workers in running.values_list("task_path", "args_kwargs", "worker_ids")
        for pk in told["kwargs"].values()
    }


def when_stopped(one: Task[..., Any]) -> Callable[[Stopped], Stopped]:
    """Let the function know when a task came to no end. It is given the task's arguments and ``reason``: empty where
    the task will be begun anew, else what is to be said of it ("melampaui batas waktu …")."""

    def register(function: Stopped) -> Stopped:
        _STOPPED[one.module_path] = function
        return function

    return register


def task_stopped(result: DBTaskResult[Any, Any], reason: str, *, final: bool = False) -> None:
    """A task ended with its process, for this reason: begin it anew, or give it up with what it worked on."""
    attempts = max(len(result.worker_ids), 1)
    if not final and attempts >= MOST_ATTEMPTS:
        final, reason = True, f"dicoba {attempts} kali dan setiap kali {reason}"
    own = DBTaskResult.objects.filter(
        pk=result.pk, status=TaskResultStatus.RUNNING, started_at=result.started_at
    )
    now = timezone.now()
    change: dict[str, Any] = {
        "status": TaskResultStatus.READY,
        "run_after": now + timedelta(seconds=_PAUSE * (attempts - 1)),
    }
    if final:
        change = {
            "status": TaskResultStatus.FAILED,
            "finished_at": now,
            "exception_class_path": f"{WorkerStopped.__module__}.{WorkerStopped.__qualname__}",
            "traceback": f"Tugas ini {reason}.",
        }
    with transaction.atomic():
        if own.update(**change) and (heard := _heard(result)):
            heard(reason=reason if final else "", **result.args_kwargs["kwargs"])


def _heard(result: DBTaskResult[Any, Any]) -> Callable[..., None] | None:
    """Whom to tell; a task of a version that is no longer installed has nobody."""
    try:
        return _STOPPED.get(result.task.module_path)
    except (ImportError, SuspiciousOperation):
        return None


def tasks_sweep(*, now: datetime | None = None, longest: timedelta = WORK_LIMIT) -> int:
    """Begin anew, or give up, what runs longer than ``longest``; returns how many tasks that were.

    The queue itself would leave them running for ever.
    """
    moment = now or timezone.now()
    left = DBTaskResult.objects.running().filter(started_at__lte=moment - longest).order_by()
    return _take_up(list(left))


def tasks_take_up(gone: Callable[[str], bool]) -> int:
    """The same with what was left by workers that are ``gone``, however long ago; returns how many tasks that were."""
    running = DBTaskResult.objects.running().order_by()
    return _take_up([one for one in running if gone(one.worker_ids[-1] if one.worker_ids else "")])


def _take_up(left: list[DBTaskResult[Any, Any]]) -> int:
    for one in left:
        task_stopped(one, "pekerja berhenti sebelum selesai")
    return len(left)
