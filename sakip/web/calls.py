"""Calls: with Redis, whoever enqueues a task calls a worker, on whichever machine, instead of being found by looking.

What waits, runs or came to nothing is recorded in the database alone (:mod:`sakip.web.task_queue`); a call says no
more than that there is something to look for. So nothing is lost with a call or with its Redis: a worker that is not
called looks by itself, and one that is called for nothing finds nothing. Calls go by django-tasks-rq and stand in Redis
as jobs of RQ.
"""

from __future__ import annotations

import logging
import time
from typing import Any, Final

import django_rq
from django.db import transaction
from django_tasks_db import DatabaseBackend
from redis.exceptions import RedisError
from rq.exceptions import DequeueTimeout
from rq.job import Job
from rq.queue import Queue

from sakip.web.shared_settings import CALLS
from sakip.web.task_queue import Line
from sakip.web.tasks import task

log = logging.getLogger(__name__)

#: Seconds after which a worker that is not called looks by itself: what is due only later is not called for, nor what
#: was enqueued while Redis was away.
_LISTEN: Final = 5
#: Seconds for which a Redis that did not answer is not asked again: who waits for a page does not wait for it twice.
_AWAY: Final = 10.0


def ambil_tugas(untuk: str) -> None:
    """What stands in Redis: that a task (of the path ``untuk``) waits in the database. It is heard, never performed."""


class RedisLine(Line):
    """The line of this process by way of Redis; while that is away everything goes on, only slower."""

    def __init__(self) -> None:
        self._queue: Queue | None = None
        self._away_until = 0.0
        self._called = False

    def call(self, path: str) -> None:
        """Call a worker for a task of this path."""
        if self._is_away():
            return
        try:
            # Made a task here: the backend that it names is there only with this one.
            task(backend=CALLS, queue_name=CALLS)(ambil_tugas).enqueue(untuk=path)
        except RedisError as error:
            self._lost(error)

    def listen(self, otherwise: float) -> None:
        """Wait for a call, some seconds at most; for ``otherwise`` seconds where none can come."""
        if not self._is_away():
            try:
                self._called = self._hear(_LISTEN)
                return
            except RedisError as error:
                self._lost(error)
        super().listen(otherwise)

    def answered(self) -> None:
        """A task was taken. Unless it was this call that told of it, there is one call too many."""
        if not self._called and not self._is_away():
            try:
                self._hear(None)
            except RedisError as error:
                self._lost(error)
        self._called = False

    def problem(self) -> str:
        """What Redis says, or that it says nothing."""
        try:
            django_rq.get_connection(CALLS).ping()
        except RedisError as error:
            return str(error)
        return ""

    def _hear(self, seconds: int | None) -> bool:
        """Take a call off the line: at once, or within so many seconds; returns whether there was one."""
        queue = self._queue = self._queue or django_rq.get_queue(CALLS)
        try:
            heard = Queue.lpop([queue.key], seconds, queue.connection)
        except DequeueTimeout:
            return False
        if heard is None:
            return False
        queue.connection.delete(Job.key_for(heard[1].decode()))
        return True

    def _is_away(self) -> bool:
        return time.monotonic() < self._away_until

    def _lost(self, error: RedisError) -> None:
        log.warning("Redis tidak menjawab; pekerja mencari tugas sendiri di basis data: %s", error)
        self._away_until = time.monotonic() + _AWAY


class CallingBackend(DatabaseBackend):
    """The queue in the database, which calls a worker once a task is committed."""

    def __init__(self, alias: str, params: dict[str, Any]) -> None:
        super().__init__(alias, params)
        self.line = RedisLine()

    def enqueue(self, task: Any, args: Any, kwargs: Any) -> Any:
        """Record the task; the call follows."""
        result: Any = super().enqueue(task, args, kwargs)
        transaction.on_commit(lambda: self.line.call(task.module_path), robust=True)
        return result
