"""The kinds of work that the worker does, each for a row that says how far it is: one registry for whoever sweeps,
shows or repeats them.

What a row says is what holds; the task is only what reminds a worker of it. A row whose task is lost gets another one.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Final

from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.module_loading import autodiscover_modules
from django_tasks_db.models import DBTaskResult

from kecamatan.querysets import KecamatanQuerySet
from sakip.web.task_queue import WORK_LIMIT, Work, queued_tasks, when_stopped
from sakip.web.tasks import Task

log = logging.getLogger(__name__)

#: A row that has no task after so long has lost it: between a row and its task there is a commit, and no more.
LOST_AFTER: Final = timedelta(seconds=30)

#: The state in which every kind of row says why it came to nothing (``pesan``).
FAILED: Final = "gagal"

JOBS: Final[dict[str, Job]] = {}

#: Tasks that no row tells of, since whoever asks again has them done: by its path what is worked out of a year. Each is
#: for a kabupaten (its argument ``kabupaten_pk``) and a year (``tahun``).
COMPUTATIONS: Final[dict[str, str]] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A kind of work: its rows, and the task whose one argument is the key of a row.

    ``kode`` stands in addresses; ``name`` says what is being made of a row, ``place`` is the column of what it belongs
    to: its kecamatan, or its kabupaten. ``finished`` are the states in which it is done. ``again`` does anew what
    failed and raises ValueError, with the remedy, where that cannot be; it is None where nothing is left to do it
    with. ``stopped`` is told when the task came to no end (:func:`when_stopped`). ``ready`` loads what the
    work needs: a worker does so once, so that no child of it has to.
    """

    kode: str
    task: Task[..., Any]
    argument: str
    model: type[Model]
    work: Work
    finished: tuple[str, ...]
    name: Callable[[Any], str]
    stopped: Callable[..., None]
    again: Callable[[Any], object] | None = None
    place: str = "kecamatan"
    ready: Callable[[], object] = lambda: None

    @property
    def rows(self) -> KecamatanQuerySet[Any]:
        """All rows of the kind."""
        rows: KecamatanQuerySet[Any] = self.model._default_manager.order_by()  # type: ignore[assignment]
        return rows

    def rows_in(self, kabupaten: frozenset[int] | None) -> KecamatanQuerySet[Any]:
        """Those of these kabupaten (None: of all)."""
        path = "kabupaten" if self.place == "kabupaten" else f"{self.place}__kabupaten"
        return self.rows if kabupaten is None else self.rows.filter(**{f"{path}__in": kabupaten})

    def tasks(self) -> dict[int, DBTaskResult[Any, Any]]:
        """The tasks that wait or run, by the key of the row that they are for (1 query)."""
        return {one.args_kwargs["kwargs"][self.argument]: one for one in queued_tasks(self.task)}

    def schedule(self, pk: int) -> None:
        """Queue the task of a row once what is written now is committed."""
        transaction.on_commit(partial(self.task.enqueue, **{self.argument: pk}))

    def restart(self, pk: int) -> None:
        """Do anew what failed of a row that has a moment at which it began; asked twice it is done once."""
        fresh = {"status": self.work.waiting[0], "pesan": "", "mulai": None, self.work.since: timezone.now()}
        with transaction.atomic():
            if self.rows.filter(pk=pk, status=FAILED).update(**fresh):
                self.schedule(pk)

    def halt(self, pk: int, said: str) -> None:
        """Say why the task of a row came to no end; without words let it wait for the task that is begun anew."""
        rows = self.rows.filter(pk=pk, status__in=(*self.work.waiting, *self.work.working))
        if said:
            rows.update(status=FAILED, pesan=said)
        else:
            rows.update(status=self.work.waiting[0], mulai=None)

    def sweep(self, *, now: datetime | None = None, longest: timedelta = WORK_LIMIT) -> int:
        """Queue again the rows that lost their task, and those on which somebody works for longer than ``longest``;
        returns how many. Two who sweep at once queue a row once."""
        moment = now or timezone.now()
        work, count = self.work, 0
        left = self.rows.filter(work.left_behind(moment, min(longest, LOST_AFTER)))
        found = list(left.values_list("pk", "status", "mulai", work.since))
        tasks = self.tasks() if found else {}
        for pk, status, began, since in found:
            overdue = status in work.working and (began is None or began <= moment - longest)
            if pk in tasks and not overdue:
                continue
            same = self.rows.filter(pk=pk, status=status, mulai=began, **{work.since: since})
            with transaction.atomic():
                if same.update(status=work.before(status), mulai=None, **{work.since: moment}):
                    self.schedule(pk)
                    count += 1
        return count


def job(**parts: Any) -> Job:
    """Register a kind of work (the parts of :class:`Job`), with who is told when its task came to no end."""
    one = JOBS[parts["kode"]] = Job(**parts)
    when_stopped(one.task)(one.stopped)
    return one


def computation(task: Task[..., Any], name: str) -> None:
    """Let the task be shown where work is shown; ``name`` says what it works out of a year."""
    COMPUTATIONS[task.module_path] = name


def load_jobs() -> None:
    """Have every kind registered; a process that serves pages has them by its addresses."""
    autodiscover_modules("tasks")


def jobs_ready() -> None:
    """Load what every kind needs; whatever is wrong with it, each task says itself."""
    for one in JOBS.values():
        try:
            one.ready()
        except Exception:
            log.exception("pekerjaan %s belum dapat disiapkan", one.kode)


def jobs_sweep(*, longest: timedelta = WORK_LIMIT) -> int:
    """Sweep every kind; returns how many rows were queued again."""
    return sum(one.sweep(longest=longest) for one in JOBS.values())
