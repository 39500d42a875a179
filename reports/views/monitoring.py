"""Pemantauan: the matrix of a kabupaten and year, a kecamatan beside the middle of its kabupaten, and the workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, TypeVar

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from kecamatan.ground.errors import InputError
from kecamatan.permissions import Hak, is_above_kecamatan, may_anywhere, owns
from reports.asking.text import asked_of, asking_text
from reports.forms.monitoring import MonitoringForm
from reports.monitoring.columns import LKIP, Column
from reports.monitoring.export import matrix_workbook
from reports.monitoring.kept import kept_mark
from reports.monitoring.matrix import Cell, Matrix, Row, read_matrix
from reports.monitoring.query import Query
from reports.publish.file_names import TYPES
from reports.views.unchanged import marked, page_mark, unchanged
from reports.views.watched import TABS, Watched, sorted_heads, watched, watched_page
from reports.views.year import PEMANTAUAN
from reports.workflow.table import SIGNED
from sakip.entry.place import page_context, place_or_404
from sakip.entry.readiness import State
from sakip.web.site import site_address

T = TypeVar("T")

PER_PAGE: Final = 50


_TEMPLATE: Final = "reports/monitoring/matrix.html"


@require_safe
def matrix(request: HttpRequest) -> HttpResponseBase:
    """The matrix, narrowed and sorted by the words of the address."""
    place = watched(request, Hak.PANTAU)
    if place is None:
        return render(request, _TEMPLATE, {"matrix": None})
    return watched_page(request, _TEMPLATE, place, lambda: _shown(request, place, request.GET))


@require_safe
def workbook(request: HttpRequest) -> HttpResponse:
    """The same as a workbook, all of its pages; the page itself to who sees nothing in it."""
    found = matrix_context(request)
    if found["matrix"] is None:
        return render(request, _TEMPLATE, found)
    place, tahun = found["kabupaten"], found["matrix"].tahun
    content = matrix_workbook(found["matrix"], found["page"].paginator.object_list, str(place))
    name = f"Pemantauan-{place.kode}-{tahun}.xlsx"
    return HttpResponse(
        content, content_type=TYPES["xlsx"], headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


@require_safe
def kecamatan_state(request: HttpRequest, slug: str, tahun: int) -> HttpResponseBase:
    """Every document of a year with what is missing and until when, beside the middle of the kabupaten."""
    here = place_or_404(request, slug, tahun, signed=True)
    here.ensure_right(Hak.PANTAU)
    kept = kept_mark(here.kecamatan.kabupaten, tahun)
    mark = page_mark(request, here, kept) if kept else ""
    if (same := unchanged(request, mark)) is not None:
        return same
    found = read_matrix(here.kecamatan.kabupaten, tahun, [here.kecamatan.pk])
    page = render(
        request,
        "reports/monitoring/kecamatan.html",
        page_context(here, active=PEMANTAUAN)
        | {
            "matrix": found,
            "row": found.rows[0],
            "listing": _beside(found, reads=here.reads_all),
            "may_ask": Hak.TERIMA in here.hak,
        },
    )
    return marked(page, mark)


def _asking(request: HttpRequest, place: Watched, document: str, rows: Sequence[Row]) -> str:
    """What is asked of the rows that are shown, for who may ask; empty where nothing is owed."""
    if not owns(request.user, Hak.TERIMA, place.kabupaten):
        return ""
    try:
        address = site_address(reverse("beranda"))
    except InputError:
        address = ""
    return asking_text(
        asked_of(rows, document),
        tahun=place.tahun,
        place=str(place.kabupaten),
        day=timezone.localdate(),
        address=address,
    )


def _asked_words(asked: QueryDict, place: Watched) -> str:
    """The words by which the page that asks finds the same rows."""
    words = asked.copy()
    for name in ("halaman", "urut"):
        words.pop(name, None)
    for name, value in place.chosen.items():
        words[name] = value
    return words.urlencode()


def _report_first(listed: Iterable[T], column: Callable[[T], Column]) -> list[T]:
    """What a year comes to stands first in the matrix: beside thirteen others no narrow screen shows the last one."""
    return sorted(listed, key=lambda one: column(one) is not LKIP)


def _beside(matrix: Matrix, *, reads: bool) -> list[dict[str, Any]]:
    """Each document with its median, where there is one."""
    (row,) = matrix.rows
    linked = _linked(row, matrix.tahun, reads=reads)
    return [one | {"median": matrix.medians.get(one["cell"].column.code)} for one in linked]


def _linked(row: Row, tahun: int, *, reads: bool) -> list[dict[str, Any]]:
    """The cells, each with where its document is read: of who does not read drafts the report alone, once it is
    signed."""
    return [
        {
            "cell": cell,
            "link": cell.column.link(row.kecamatan, tahun) if reads else _signed_link(row, cell, tahun),
        }
        for cell in row.cells
    ]


def _signed_link(row: Row, cell: Cell, tahun: int) -> str:
    if cell.column is not LKIP or cell.state not in SIGNED:
        return ""
    return reverse("dokumen", args=[row.kecamatan.slug, tahun, "lkip"])


def matrix_context(request: HttpRequest, asked: QueryDict | None = None) -> dict[str, Any]:
    """What the page of the matrix shows, by the words of its address, or by those ``asked`` where another page shows it
    too (12 queries where all is kept and still holds, and 5 for the mark of a page of its own)."""
    asked = request.GET if asked is None else asked
    place = watched(request, Hak.PANTAU, asked)
    return _shown(request, place, asked) if place else {"matrix": None}


def _shown(request: HttpRequest, place: Watched, asked: QueryDict) -> dict[str, Any]:
    kabupaten, tahun = place.kabupaten, place.tahun
    named = {name: str(value) for name, value in asked.items()}
    query = Query.read(named)
    found = read_matrix(kabupaten, tahun, place.seen)
    words = asked.copy()
    words.pop("halaman", None)
    ordered = words.urlencode()
    words.pop("urut", None)
    chosen = query.rows(found)
    page = Paginator(chosen, PER_PAGE).get_page(named.get("halaman"))
    return {
        "matrix": found,
        "kabupaten": kabupaten,
        "page": page,
        "reads_all": is_above_kecamatan(request.user, Hak.LIHAT),
        "may_ask": owns(request.user, Hak.TERIMA, kabupaten),
        "asks": _asked_words(asked, place),
        "asking": _asking(request, place, query.document, chosen),
        "several": len(place.every) > 1 and is_above_kecamatan(request.user, Hak.PANTAU),
        "rows": [
            (
                row,
                _report_first(
                    _linked(row, tahun, reads=row.kecamatan.pk in place.read), lambda one: one["cell"].column
                ),
            )
            for row in page
        ],
        "middles": _report_first(found.middle, lambda one: one[0]),
        "heads": sorted_heads(
            [(one.code, one.name) for one in _report_first(found.columns, lambda one: one)],
            query.order,
            words,
            falling=query.falling,
        ),
        "place": place,
        # What was measured is read of drafts as well.
        "tabs": TABS if may_anywhere(request.user, Hak.LIHAT) else TABS[:1],
        "active": "pemantauan",
        "words": ordered,
        "query": query,
        "legend": (State.EMPTY, State.PARTLY, State.UNREAD, State.COMPLETE, State.UNASKED),
        "form": MonitoringForm(initial={**named, **place.chosen}, **place.places),
    }
