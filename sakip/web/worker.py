"""The worker: takes tasks from the queue one after another, each in a child process with bounds of its own.

Whatever a task does, the worker lives on; and whatever happens to the worker, the next one takes up what it left. A
database that is locked or full, or media that nobody can write, are said in the log and waited for.
"""

from __future__ import annotations

import logging
import math
import threading
import time
from collections.abc import Callable
from functools import partial
from typing import Any, Final

from django.conf import settings
from django.core.files.storage import storages
from django.core.management import CommandError, call_command
from django.db import (
    DatabaseError,
    InterfaceError,
    OperationalError,
    close_old_connections,
    connection,
    connections,
)
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult
from django_tasks_db.utils import exclusive_transaction, is_locked_database_exception

from kecamatan.ground.no_wait import without_waiting
from sakip.web.bounded import Ending, attempt, bounded
from sakip.web.jobs import jobs_ready, jobs_sweep, load_jobs
from sakip.web.kept_connection import close_replaced
from sakip.web.pulse import BEAT, beat, forget_old_pulses, is_gone
from sakip.web.task_queue import queue_line, task_stopped, tasks_sweep, tasks_take_up
from sakip.web.tasks import task_finished, task_started

log = logging.getLogger(__name__)

#: What one task may take: less time than :data:`sakip.web.task_queue.WORK_LIMIT`, after which it counts as left behind.
SECONDS: Final = 240
MEMORY: Final = 1024**3
#: Seconds before a database that does not answer is asked again.
_PAUSE: Final = 5.0
#: Seconds before a beat that could not be written is tried again.
_SOON: Final = 2.0
#: Seconds between two runs of what is to be done again and again.
_PERIOD: Final = 3600.0
#: What a database or a disk that is restarted, full or away may raise.
_TROUBLE: Final = (DatabaseError, InterfaceError, OSError)

_REASONS: Final = {
    Ending.TIME: f"melampaui batas waktu {SECONDS // 60} menit dan dihentikan",
    Ending.MEMORY: f"memerlukan memori lebih dari {MEMORY // 1024**3} GB dan dihentikan",
    Ending.DATABASE: "terhenti karena basis data tidak dapat ditulis (terkunci atau penuh)",
    Ending.DIED: "terhenti mendadak",
}
#: Endings that the next attempt would come to as well.
_FINAL: Final = (Ending.TIME, Ending.MEMORY)


class BoundedWorker(Worker):
    """A worker whose tasks are bounded, which beats, and which no trouble of the database ends."""

    def __init__(self, *, periodic: bool = False, **options: Any) -> None:
        super().__init__(**options)
        self._looked = 0.0
        self._heard = False
        self._next_period = 0.0 if periodic else math.inf
        self._unsaid: list[Callable[[], None]] = []
        self._line = queue_line()

    def run(self) -> None:
        """Work until told to stop; in batch mode until nothing waits."""
        log.info("pekerja %s mulai", self.worker_id)
        load_jobs()
        # What is loaded here no child has to load.
        jobs_ready()
        _ = storages["default"]
        while self.running:
            try:
                worked = self._work()
            except _TROUBLE as error:
                if self.batch:
                    raise
                log.error("antrean tidak dapat diolah, dicoba lagi dalam %.0f detik: %s", _PAUSE, error)
                connections.close_all()
                worked = False
                time.sleep(_PAUSE)
            if self.batch and not worked:
                return
            if self.max_tasks is not None and self._run_tasks >= self.max_tasks:
                return
            if self.running and not worked:
                self._line.listen(self.interval)

    def _work(self) -> bool:
        """Do what is due; returns whether there was a task."""
        _forget_broken_connections()
        self._say()
        self._look_after()
        result = self._claimed()
        if result is not None:
            self._line.answered()
            self.run_task(result)
            self._say()
        elif time.monotonic() >= self._next_period:
            self._next_period = time.monotonic() + _PERIOD
            for name in settings.PERIODIC_COMMANDS:
                if self._bounded(partial(_command, name)) is not Ending.DONE:
                    log.error("perintah berkala %s tidak selesai", name)
        return result is not None

    def _say(self) -> None:
        """Say how tasks ended that came to no end of their own; what cannot be said now is said later."""
        while self._unsaid:
            self._unsaid[0]()
            del self._unsaid[0]

    def _look_after(self, *, at_work: bool = False) -> None:
        """Beat, and take up what was left behind; of ourselves, too, unless we are ``at_work``: whoever lost the
        database at the wrong moment may have a task and not know of it."""
        if not self._looked:
            forget_old_pulses()
        if not self._beat():
            return

        def gone(worker: str) -> bool:
            return not at_work if worker == self.worker_id else is_gone(worker)

        if left := tasks_take_up(gone) + tasks_sweep():
            log.warning("%d tugas yang ditinggalkan pekerja lain diambil lagi", left)
        if left := jobs_sweep():
            log.warning("%d pekerjaan yang kehilangan tugasnya diantrekan lagi", left)

    def _meanwhile(self) -> None:
        """Do the same while a child works, as far as nobody has to be waited for: others may be killed meanwhile, and
        whatever is wrong with the database is no reason to stop the child."""
        try:
            _forget_broken_connections()
            with without_waiting():
                self._look_after(at_work=True)
        except _TROUBLE as error:
            log.warning("antrean belum dapat diperiksa: %s", error)

    def _beat(self) -> bool:
        """Beat when it is time to; returns whether it was. One that could not be written is tried again soon.

        Raises OperationalError where none could be written yet: the others take who was never heard for gone.
        """
        now = time.monotonic()
        if (self._heard or self.batch) and self._looked and now - self._looked < BEAT:
            return False
        self._looked = now
        if beat(self.worker_id):
            self._heard = True
        elif not (self._heard or self.batch):
            raise OperationalError("denyut pertama belum tertulis")
        else:
            self._looked = now - BEAT + _SOON
            log.warning("denyut tidak dapat ditulis: basis data terkunci, penuh, atau hanya dapat dibaca")
        return True

    def _claimed(self) -> DBTaskResult[Any, Any] | None:
        """A task that is ours now. Looking costs no lock; taking it does."""
        tasks = DBTaskResult.objects.ready().filter(backend_name=self.backend_name)
        if not self.process_all_queues:
            tasks = tasks.filter(queue_name__in=self.queue_names)
        if self.excluded_queue_names:
            tasks = tasks.exclude(queue_name__in=self.excluded_queue_names)
        if not tasks.exists():
            return None
        try:
            with exclusive_transaction(tasks.db):
                result: DBTaskResult[Any, Any] | None = tasks.get_locked()
                if result is not None:
                    result.claim(self.worker_id)
                return result
        except OperationalError as error:
            if not is_locked_database_exception(error):
                raise
            return None

    def run_task(self, db_task_result: DBTaskResult[Any, Any]) -> None:
        """Do the task, and see to it that what it works on has an end."""
        self.running_task = True
        try:
            ending = self._ending(db_task_result)
        except _TROUBLE:
            log.exception("tugas %s tidak dapat dikerjakan", db_task_result.task_path)
            ending = Ending.DIED
        finally:
            self.running_task = False
            self._run_tasks += 1
        if ending is not Ending.DONE:
            log.error("tugas %s %s", db_task_result.task_path, _REASONS[ending])
            self._unsaid.append(
                partial(task_stopped, db_task_result, _REASONS[ending], final=ending in _FINAL)
            )

    def _ending(self, result: DBTaskResult[Any, Any]) -> Ending:
        _loaded(result)
        return self._bounded(partial(_perform, result))

    def _bounded(self, work: Callable[[], object]) -> Ending:
        if connection.in_atomic_block or threading.active_count() > 1:
            # A child would not see an open transaction, and might inherit what another thread holds.
            return attempt(work)
        return bounded(work, seconds=SECONDS, memory=MEMORY, meanwhile=self._meanwhile)


def _command(name: str) -> None:
    """A command of the project; what it refuses is said in the log."""
    try:
        call_command(name)
    except CommandError as error:
        log.error("%s: %s", name, error)


def _forget_broken_connections() -> None:
    if not connection.in_atomic_block:
        close_old_connections()
        close_replaced()


def _perform(result: DBTaskResult[Any, Any]) -> None:
    """The task itself, in whichever process; what it refuses is recorded. Raises what is not its own fault."""
    try:
        sender = type(result.task.get_backend())
        task_started.send(sender=sender, task_result=result.task_result)
        result.set_successful(result.task.call(*result.args_kwargs["args"], **result.args_kwargs["kwargs"]))
        task_finished.send(sender=sender, task_result=result.task_result)
    except (MemoryError, OperationalError):
        raise
    except Exception as error:
        log.exception("tugas %s gagal", result.task_path)
        result.set_failed(error)


def _loaded(result: DBTaskResult[Any, Any]) -> None:
    """Load what the task needs before the fork, so that the next child need not."""
    try:
        _ = result.task
    except Exception:
        log.exception("tugas %s tidak dikenal", result.task_path)  # running it will record the same
