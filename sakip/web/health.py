"""Health of the installation, for a probe: says whether it works and how much waits, and nothing else."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from kecamatan.ground.unprepared import is_unprepared, lacks_migrations
from sakip.web.pulse import SILENT_AFTER, pulse
from sakip.web.task_queue import task_enqueue, task_waits_since

_UNPREPARED: Final = {"basis_data": "belum disiapkan"}


@login_not_required
@never_cache
@require_safe
def healthy(request: HttpRequest) -> JsonResponse:
    """200 with the length of the queue, or 503 with what is wrong: the database does not answer or lacks migrations of
    this version, or no worker lives.

    A worker that has stopped is wrong also while nothing waits: whoever asks next would wait in vain. Where none has
    ever run, as on a site that only shows, nothing is wrong until something waits for one.
    """
    now = timezone.now()
    try:
        queue, heard = task_enqueue(), pulse(now)
        if lacks_migrations():
            return JsonResponse(_UNPREPARED, status=503)
        waits = task_waits_since() if queue and heard.last is None else None
    except DatabaseError as error:
        return JsonResponse(_UNPREPARED if is_unprepared(error) else {"basis_data": "gagal"}, status=503)
    told: dict[str, object] = {"basis_data": "baik", "antrean": queue, "pekerja": "baik"}
    if heard.silent_since is not None:
        return JsonResponse(told | {"pekerja": "berhenti", "sejak": _said(heard.silent_since)}, status=503)
    if waits is not None and waits <= now - SILENT_AFTER:
        return JsonResponse(told | {"pekerja": "belum pernah berjalan", "sejak": _said(waits)}, status=503)
    return JsonResponse(told if heard.alive else told | {"pekerja": "belum pernah berjalan"})


def _said(moment: datetime) -> str:
    return timezone.localtime(moment).isoformat(timespec="seconds")
