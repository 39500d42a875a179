"""The page on which rows of a document are made equal to the document that they were made from, or left as they are."""

from __future__ import annotations

from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kecamatan.ground.errors import InputError
from kecamatan.permissions import Hak
from sakip.entry.place import EntryPlace, page_context, place_or_404
from sakip.entry.statuses import CONFLICT
from sakip.entry.upstream import Upstream, leave, rows_apart, take_over
from sakip.entry.writer import CapaianAsked
from sakip.records import rooms

#: By the code of the page of the document.
UPSTREAM: Final[dict[str, Upstream]] = {
    one.code: one for one in (module.UPSTREAM for module in rooms.load("upstream"))
}


def differing(here: EntryPlace, kode: str) -> tuple[int, str] | None:
    """How many rows of the document of that code differ from the one it was made from, and what that is called; None
    where nothing differs or all of it was left on purpose, and in a year that is closed: nobody can mend it there."""
    upstream = None if here.closed else UPSTREAM.get(kode)
    found = rows_apart(upstream, here.kecamatan, here.tahun) if upstream else ()
    number = sum(not one.left for one in found)
    return (number, upstream.origin) if upstream and number else None


@require_http_methods(["GET", "HEAD", "POST"])
def apart(request: HttpRequest, slug: str, tahun: int, kode: str) -> HttpResponse:
    """Show what differs, or take over or leave the rows that were chosen."""
    here = place_or_404(request, slug, tahun)
    upstream = UPSTREAM.get(kode)
    if upstream is None:
        raise Http404(f"perbedaan {kode}")
    asked, refused, chosen = None, False, _chosen(request)
    if request.method == "POST":
        here.ensure_right(Hak.ISI)
        try:
            words = _answer(request, here, upstream, chosen)
        except CapaianAsked as problem:
            asked = problem
        except InputError as error:  # what was chosen stays chosen
            messages.error(request, str(error))
            refused = True
        else:
            (messages.success if words else messages.warning)(request, words or "Pilih dahulu barisnya.")
            return redirect("perbedaan", slug, tahun, kode)
    found = rows_apart(upstream, here.kecamatan, tahun)
    return render(
        request,
        "sakip/entry/perbedaan.html",
        page_context(here, active=kode)
        | {
            "origin": upstream.origin,
            "kind": upstream.kind,
            "content_address": reverse("isi", args=[slug, tahun, kode]),
            "apart": [one for one in found if not one.left],
            "left": [one for one in found if one.left],
            "asked": asked,
            "chosen": chosen,
        },
        status=CONFLICT if asked or refused else 200,
    )


def _chosen(request: HttpRequest) -> list[str]:
    """The marks of the rows that the form is about."""
    return request.POST.getlist("tampil" if request.POST.get("tindakan") == "semua" else "baris")


def _answer(request: HttpRequest, here: EntryPlace, upstream: Upstream, chosen: list[str]) -> str:
    """Take over or leave what was chosen; returns what was done, in words, empty for nothing."""
    if request.POST.get("tindakan") == "biarkan":
        number = leave(upstream, here.scope, marks=chosen, by=here.pengguna)
        words = "dibiarkan berbeda"
    else:
        agreed = request.POST.get("disetujui", "")
        number = take_over(upstream, here.scope, marks=chosen, by=here.pengguna, agreed=agreed)
        words = f"disamakan dengan {upstream.origin}"
    return f"{number} baris {words}." if number else ""
