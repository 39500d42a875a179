"""The page Pekerjaan: what waits for a worker, runs, came to nothing or was finished lately, and which workers live.

It shows the rows themselves (:mod:`sakip.web.jobs`), so it holds whatever became of the tasks and of who looks at it;
of what is worked out without a row it shows the tasks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, IntegerField, Q, QuerySet, TextChoices, Value
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_tasks_db.models import DBTaskResult

from kecamatan.ground.errors import InputError
from kecamatan.ground.methods import post_only
from kecamatan.models import Kabupaten, WorkerPulse
from kecamatan.permissions import Hak, NoRight, ensure_right, kabupaten_with, may_anywhere
from kecamatan.views.addresses import by, following
from sakip.web.jobs import COMPUTATIONS, FAILED, JOBS, Job
from sakip.web.pulse import SILENT_AFTER, said_worker
from sakip.web.task_queue import running_tasks, task_enqueue, task_waits_since
from sakip.web.tasks import TaskResultStatus

PER_PAGE: Final = 50
#: What was finished or came to nothing is shown so long.
SHOWN: Final = timedelta(days=7)
#: Workers that stopped are named so long, and at most so many.
WORKERS_SHOWN: Final = timedelta(days=1)
MOST_WORKERS: Final = 20
#: So many computations are listed.
MOST_COMPUTED: Final = 50


class State(TextChoices):
    """How far a job is, in the order in which the page has them."""

    RUNNING = "berjalan", "Berjalan"
    FAILED = "gagal", "Gagal"
    WAITING = "antre", "Menunggu"
    DONE = "selesai", "Selesai"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A job of the page. ``worker`` has it at work; ``progress`` in percent, where the row has one."""

    kode: str
    row: Any
    name: str
    place: str
    state: State
    since: datetime
    worker: str
    progress: int | None
    repeatable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Computed:
    """What is worked out of a year of a kabupaten: its name, whose it is, and how far it is since when."""

    name: str
    place: str
    tahun: int
    state: State
    since: datetime


@never_cache
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """The jobs of the user's kabupaten (18 queries at most, however many there are)."""
    user = by(request)
    if not may_anywhere(user, Hak.PEKERJAAN):
        raise NoRight(Hak.PEKERJAAN)
    now, places = timezone.now(), kabupaten_with(user, Hak.PEKERJAAN)
    counts = dict.fromkeys(State, 0)
    for job in JOBS.values():
        states = _states(job)
        for status, count in _shown(job, places, now).values_list("status").annotate(Count("pk")):
            counts[states[status]] += count
    chosen = request.GET.get("keadaan", "")
    page = Paginator(_union(places, now, chosen), PER_PAGE).get_page(request.GET.get("lembar"))
    return render(
        request,
        "sakip/jobs.html",
        {
            "page": page,
            "entries": list(_entries(page.object_list)),
            "counts": [(state.value, state.label, counts[state]) for state in State],
            "total": sum(counts.values()),
            "chosen": chosen if chosen in State.values else "",
            "computed": list(_computed(places, now)),
            "days": SHOWN.days,
            "workers": [
                (said_worker(pulse.worker), pulse.beat, pulse.beat > now - SILENT_AFTER)
                for pulse in WorkerPulse.objects.filter(beat__gt=now - WORKERS_SHOWN)[:MOST_WORKERS]
            ],
            "queue": task_enqueue(),
            "waits_since": task_waits_since(),
        },
    )


@post_only
def repeat(request: HttpRequest, kode: str, pk: int) -> HttpResponse:
    """Do anew what failed; what does not stand as failed any more is left alone, so that asking twice is once."""
    job = JOBS.get(kode)
    if job is None:
        raise Http404(f"pekerjaan {kode}")
    row = get_object_or_404(job.rows.for_user(request.user).select_related(job.place), pk=pk)
    ensure_right(by(request), Hak.PEKERJAAN, getattr(row, job.place))
    if job.again is None:
        messages.error(request, f"{row} tidak dapat diulangi dari sini. Unggah lagi di halamannya.")
    elif row.status != FAILED:
        messages.info(request, f"{job.name(row)} tidak gagal lagi, jadi tidak diulangi.")
    else:
        try:
            job.again(row)
            messages.success(request, f"{job.name(row)} diantrekan lagi.")
        except InputError as error:
            messages.error(request, str(error))
    return redirect(following(request, "pekerjaan"))


def _statuses(job: Job) -> dict[State, tuple[str, ...]]:
    work = job.work
    return {
        State.RUNNING: work.working,
        State.FAILED: (FAILED,),
        State.WAITING: work.waiting,
        State.DONE: job.finished,
    }


def _states(job: Job) -> dict[str, State]:
    return {status: state for state, statuses in _statuses(job).items() for status in statuses}


def _shown(job: Job, places: frozenset[int] | None, now: datetime) -> QuerySet[Any]:
    """The rows of a kind that the page has, of these kabupaten (None: of all)."""
    work = job.work
    return job.rows_in(places).filter(
        Q(status__in=(*work.working, *work.waiting))
        | Q(status__in=(FAILED, *job.finished), **{f"{work.since}__gt": now - SHOWN})
    )


def _union(places: frozenset[int] | None, now: datetime, chosen: str) -> QuerySet[Any]:
    """Kind and key of the rows, in the order of the page: by state, the latest first."""
    parts = [
        _shown(job, places, now)
        .filter(status__in=statuses)
        .annotate(
            place=Value(place, output_field=IntegerField()),
            at=Coalesce("mulai", job.work.since),
            kind=Value(job.kode),
        )
        .values_list("place", "at", "kind", "pk")
        for job in JOBS.values()
        for place, (state, statuses) in enumerate(_statuses(job).items())
        if statuses and (state == chosen or chosen not in State.values)
    ]
    return parts[0].union(*parts[1:], all=True).order_by("place", "-at", "kind", "pk")


#: What a task that no row tells of is told to be; what is done needs no telling.
_TOLD: Final = {
    TaskResultStatus.RUNNING: State.RUNNING,
    TaskResultStatus.READY: State.WAITING,
    TaskResultStatus.FAILED: State.FAILED,
}


def _computed(places: frozenset[int] | None, now: datetime) -> Iterator[Computed]:
    """The latest computations of these kabupaten (None: of all) that wait, run or came to nothing (2 queries)."""
    unfinished = Q(status__in=(TaskResultStatus.RUNNING, TaskResultStatus.READY))
    lately = Q(status=TaskResultStatus.FAILED, finished_at__gt=now - SHOWN)
    tasks = DBTaskResult.objects.filter(unfinished | lately, task_path__in=tuple(COMPUTATIONS))
    if places is not None:
        tasks = tasks.filter(args_kwargs__kwargs__kabupaten_pk__in=tuple(places))
    found: list[Any] = list(tasks.order_by("-enqueued_at")[:MOST_COMPUTED])
    told = [one.args_kwargs["kwargs"] for one in found]
    names = Kabupaten.objects.in_bulk({one["kabupaten_pk"] for one in told}) if told else {}
    for task, words in zip(found, told, strict=True):
        yield Computed(
            name=COMPUTATIONS[task.task_path],
            place=str(names.get(words["kabupaten_pk"], "")),
            tahun=words["tahun"],
            state=_TOLD[TaskResultStatus(task.status)],
            since=task.finished_at or task.started_at or task.enqueued_at,
        )


def _entries(found: Any) -> Iterator[Entry]:
    keys = [(kind, pk) for _, _, kind, pk in found]
    rows: dict[tuple[str, int], Any] = {}
    for kode in dict.fromkeys(kind for kind, _ in keys):
        own = JOBS[kode].rows.filter(pk__in=[pk for kind, pk in keys if kind == kode])
        rows |= {(kode, row.pk): row for row in own.select_related(JOBS[kode].place)}
    workers = running_tasks()
    for kode, pk in keys:
        job, row = JOBS[kode], rows.get((kode, pk))
        if row is None or (state := _states(job).get(row.status)) is None:
            continue  # done with between two queries
        task = workers.get((job.task.module_path, pk)) if state is State.RUNNING else None
        yield Entry(
            kode=kode,
            row=row,
            place=str(getattr(row, job.place)),
            name=job.name(row),
            state=state,
            since=(state is not State.WAITING and row.mulai) or getattr(row, job.work.since),
            worker=said_worker(task) if task else "",
            progress=getattr(row, "kemajuan", None) if state is State.RUNNING else None,
            repeatable=state is State.FAILED and job.again is not None,
        )
