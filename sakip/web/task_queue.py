"""The queue of background tasks as a whole: how much waits, and what a dead worker left behind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.db.models import Q
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from sakip.web.tasks import TaskResultStatus

#: A task takes seconds. What still runs after this long belongs to a worker that was killed.
WORK_LIMIT: Final = timedelta(minutes=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """Rows that a worker takes up: the states in which one waits, those in which somebody works on it.

    ``since`` is the column that says since when it waits; ``mulai`` says when it was taken up.
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


class WorkerStopped(Exception):
    """Recorded as the outcome of a task whose worker died; never raised."""


def task_enqueue() -> int:
    """How many tasks wait for a worker (1 query)."""
    return DBTaskResult.objects.ready().count()


def tasks_sweep(*, now: datetime | None = None, batas: timedelta = WORK_LIMIT) -> int:
    """Record as failed what runs longer than ``batas``; returns how many tasks that were.

    The queue itself would leave them running for ever. What they worked on is queued again by its own service
    (:func:`reports.publish.requests.files_sweep`), which knows what is left to do.
    """
    moment = now or timezone.now()
    error = WorkerStopped
    return DBTaskResult.objects.filter(
        status=TaskResultStatus.RUNNING, started_at__lte=moment - batas
    ).update(
        status=TaskResultStatus.FAILED,
        finished_at=moment,
        exception_class_path=f"{error.__module__}.{error.__qualname__}",
        traceback="Pekerja berhenti sebelum tugas ini selesai.",
    )
