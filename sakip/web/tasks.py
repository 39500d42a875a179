"""The one door to background tasks (tugas yang dikerjakan di luar permintaan web).

Every module takes the decorator and the result types from here, never from `django_tasks` itself:

    from sakip.web.tasks import task

    @task()
    def render_laporan(laporan_id: int) -> None: ...

Django 6 carries the same names in `django.tasks`; the change to it is then the import line below and
the removal of `django-tasks` from pyproject.toml. `django-tasks-db`, which keeps the queue in our own
database, serves both.

A task must be safe to run twice with the same arguments: a worker that is killed leaves its task
unfinished, and it is then taken up again from the start.
"""

from django_tasks import TaskContext, TaskResult, TaskResultStatus, default_task_backend, task
from django_tasks.base import Task
from django_tasks.exceptions import TaskResultDoesNotExist
from django_tasks.signals import task_finished, task_started

__all__ = [
    "Task",
    "TaskContext",
    "TaskResult",
    "TaskResultDoesNotExist",
    "TaskResultStatus",
    "default_task_backend",
    "task",
    "task_finished",
    "task_started",
]
