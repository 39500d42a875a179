"""The queue of background tasks as a whole: how much waits, and what a dead worker left behind."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from sakip.web.tasks import TaskResultStatus

#: A task takes seconds. What still runs after this long belongs to a worker that was killed.
BATAS_PENGERJAAN: Final = timedelta(minutes=5)


class WorkerStopped(Exception):
    """Recorded as the outcome of a task whose worker died; never raised."""


def task_enqueue() -> int:
    """How many tasks wait for a worker (1 query)."""
    return DBTaskResult.objects.ready().count()


def tasks_sweep(*, sekarang: datetime | None = None, batas: timedelta = BATAS_PENGERJAAN) -> int:
    """Record as failed what runs longer than ``batas``; returns how many tasks that were.

    The queue itself would leave them running for ever. What they worked on is queued again by its own service
    (:func:`reports.publish.requests.files_sweep`), which knows what is left to do.
    """
    waktu = sekarang or timezone.now()
    galat = WorkerStopped
    return DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING, started_at__lte=waktu - batas).update(
        status=TaskResultStatus.FAILED,
        finished_at=waktu,
        exception_class_path=f"{galat.__module__}.{galat.__qualname__}",
        traceback="Pekerja berhenti sebelum tugas ini selesai.",
    )
