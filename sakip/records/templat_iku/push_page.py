"""Templates pushed to the kecamatan of a kabupaten: what would be done in each, then the push."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from kecamatan.models import Kecamatan
from kecamatan.permissions import Hak
from sakip.entry.place import EntryPlace, page_context, place_or_404
from sakip.entry.statuses import INVALID
from sakip.models import TemplatIKU
from sakip.records.templat_iku.push import Outcome, Target, push, targets_of, templates_of

#: Seconds after which a push ends with what it has done; the rest is pushed by sending it again, which does nothing
#: twice.
_PATIENCE: Final = 15.0

_WAITS: Final = (
    "Belum dikirim: waktu satu kiriman habis. Kirim sekali lagi; yang sudah terkirim tidak diulang."
)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def push_templates(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Show what a push does; with a POST do it in the kecamatan that were chosen."""
    here = place_or_404(request, slug, tahun)
    here.ensure_right(Hak.ATUR)
    asked = request.POST if request.method == "POST" else request.GET
    offered = templates_of(here.kecamatan.kabupaten_id, tahun)
    wanted = set(asked.getlist("templat"))
    templates = [one for one in offered if not wanted or str(one.pk) in wanted]
    targets = targets_of(_places(here), tahun, templates)
    if request.method != "POST":
        return _page(request, here, offered, templates, targets)
    chosen = set(request.POST.getlist("kecamatan"))
    if not any(str(target.kecamatan.pk) in chosen for target in targets):
        error = "Pilih sedikitnya satu kecamatan yang menerima kiriman ini."
        return _page(request, here, offered, templates, targets, error=error, status=INVALID)
    outcomes = _push(request, here, (one for one in targets if str(one.kecamatan.pk) in chosen))
    return _page(request, here, offered, templates, targets_of(_places(here), tahun, templates), outcomes)


def _places(here: EntryPlace) -> list[Kecamatan]:
    """The kecamatan of the kabupaten, each with it at hand."""
    for one in here.other_kecamatan:
        one.kabupaten = here.kecamatan.kabupaten
    return list(here.other_kecamatan)


def _push(request: HttpRequest, here: EntryPlace, targets: Iterable[Target]) -> list[Outcome]:
    end = time.monotonic() + _PATIENCE
    taken = dict(one.split("/", 1) for one in request.POST.getlist("ganti") if "/" in one)
    outcomes = []
    for target in targets:
        if not target.writable:
            continue
        if time.monotonic() > end:
            outcomes.append(Outcome(kecamatan=target.kecamatan, refused=_WAITS))
            continue
        own = {
            verdict.template.pk: mark
            for verdict in target.different
            if (mark := taken.get(f"{target.kecamatan.pk}-{verdict.template.pk}"))
        }
        outcomes.append(push(target, tahun=here.tahun, chosen=own, by=here.pengguna))
    return outcomes


def _page(
    request: HttpRequest,
    here: EntryPlace,
    offered: list[TemplatIKU],
    templates: list[TemplatIKU],
    targets: list[Target],
    outcomes: list[Outcome] | None = None,
    *,
    error: str = "",
    status: int = 200,
) -> HttpResponse:
    shown: dict[str, Any] = {
        "offered": offered,
        "templates": templates,
        # First those of which there is something to say.
        "targets": sorted(targets, key=lambda target: target.renstra is None),
        "outcomes": outcomes,
        "error": error,
        "writable": any(target.writable for target in targets),
    }
    context = page_context(here, active="pengaturan") | shown
    return render(request, "sakip/entry/templat-iku-kirim.html", context, status=status)
