"""The page that asks before something of a kabupaten is taken away, or says what keeps it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from kecamatan.models import Kabupaten
from kecamatan.views.addresses import data
from sakip.entry.reason_form import ChangeReasonForm
from sakip.entry.statuses import CONFLICT, INVALID
from sakip.entry.writer import RecordRefused


def delete_page(
    request: HttpRequest,
    *,
    row: str,
    kabupaten: Kabupaten,
    stays: Sequence[str],
    empty: str,
    back: str,
    remove: Callable[[str], None],
) -> HttpResponse:
    """Ask whether ``row`` is to go, which ``empty`` says nothing hangs on, ``remove`` it with the reason and go
    ``back``; where reasons say that it ``stays``, or ``remove`` refuses with
    :class:`sakip.entry.writer.RecordRefused`, say why."""
    form = ChangeReasonForm(data(request), deletes=True)
    if form.is_valid() and not stays:
        try:
            remove(form.reason)
        except RecordRefused as error:
            stays = [str(error)]
        else:
            messages.success(request, f"{row[:1].upper()}{row[1:]} dihapus.")
            return redirect(back)
    shown = {"form": form, "kabupaten": kabupaten, "row": row, "stays": stays, "empty": empty, "back": back}
    status = CONFLICT if form.is_bound and stays else INVALID if form.errors else 200
    return render(request, "sakip/wilayah/delete.html", shown, status=status)
