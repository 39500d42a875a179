"""Health of the installation, for a probe: says whether it works and how much waits, and nothing else."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from sakip.web.task_queue import task_enqueue


@login_not_required
@never_cache
@require_safe
def healthy(request: HttpRequest) -> JsonResponse:
    """200 with the length of the queue, or 503 when the database does not answer."""
    try:
        queue = task_enqueue()
    except DatabaseError:
        return JsonResponse({"basis_data": "gagal"}, status=503)
    return JsonResponse({"basis_data": "baik", "antrean": queue})
