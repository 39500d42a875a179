"""The page of who has to know whether there are backups."""

from __future__ import annotations

from typing import Final

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kecamatan.models import BackupRun
from kecamatan.permissions import Hak, NoRight, may_anywhere
from sakip.backup.runs import backup_state

_PER_PAGE: Final = 30


@require_safe
def backups(request: HttpRequest) -> HttpResponse:
    """How it stands with the backups, and what became of each; for who keeps accounts."""
    if not may_anywhere(request.user, Hak.AKUN):
        raise NoRight(Hak.AKUN)
    page = Paginator(BackupRun.objects.all(), _PER_PAGE).get_page(request.GET.get("lembar"))
    return render(request, "sakip/backups.html", {"state": backup_state(), "page": page})
