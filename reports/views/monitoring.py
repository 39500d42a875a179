"""Pemantauan: the matrix of a kabupaten and year, a kecamatan beside the middle of its kabupaten, and the workbook."""

from __future__ import annotations

from typing import Any, Final

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from reports.forms.monitoring import MonitoringForm
from reports.monitoring.export import matrix_workbook
from reports.monitoring.matrix import Matrix, Row, read_matrix
from reports.monitoring.query import Query
from reports.publish.file_names import TYPES
from reports.views.watched import TABS, sorted_heads, watched
from reports.views.year import PEMANTAUAN
from sakip.entry.place import page_context, place_or_404
from sakip.entry.readiness import State

PER_PAGE: Final = 50


@require_safe
def matrix(request: HttpRequest) -> HttpResponse:
    """The matrix, narrowed and sorted by the words of the address."""
    return render(request, "reports/monitoring/matrix.html", matrix_context(request))


@require_safe
def workbook(request: HttpRequest) -> HttpResponse:
    """The same as a workbook, all of its pages; the page itself to who sees nothing in it."""
    found = matrix_context(request)
    if found["matrix"] is None:
        return render(request, "reports/monitoring/matrix.html", found)
    place, tahun = found["kabupaten"], found["matrix"].tahun
    content = matrix_workbook(found["matrix"], found["page"].paginator.object_list, str(place))
    name = f"Pemantauan-{place.kode}-{tahun}.xlsx"
    return HttpResponse(
        content, content_type=TYPES["xlsx"], headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


@require_safe
def kecamatan_state(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Every document of a year with what is missing and until when, beside the middle of the kabupaten."""
    here = place_or_404(request, slug, tahun)
    found = read_matrix(here.kecamatan.kabupaten, tahun, [here.kecamatan.pk])
    return render(
        request,
        "reports/monitoring/kecamatan.html",
        page_context(here, active=PEMANTAUAN)
        | {"matrix": found, "row": found.rows[0], "listing": _beside(found)},
    )


def _beside(matrix: Matrix) -> list[dict[str, Any]]:
    """Each document with its median, where there is one."""
    (row,) = matrix.rows
    return [
        one | {"median": matrix.medians.get(one["cell"].column.code)} for one in _linked(row, matrix.tahun)
    ]


def _linked(row: Row, tahun: int) -> list[dict[str, Any]]:
    return [{"cell": cell, "link": cell.column.link(row.kecamatan, tahun)} for cell in row.cells]


def matrix_context(request: HttpRequest) -> dict[str, Any]:
    """What the page of the matrix shows, and the first page of who follows a kabupaten (12 queries where all is kept
    and still holds)."""
    place = watched(request)
    if place is None:
        return {"matrix": None}
    kabupaten, tahun = place.kabupaten, place.tahun
    query = Query.read(request.GET.dict())
    found = read_matrix(kabupaten, tahun, place.seen)
    words = request.GET.copy()
    words.pop("halaman", None)
    ordered = words.urlencode()
    words.pop("urut", None)
    page = Paginator(query.rows(found), PER_PAGE).get_page(request.GET.get("halaman"))
    return {
        "matrix": found,
        "kabupaten": kabupaten,
        "page": page,
        "rows": [(row, _linked(row, tahun)) for row in page],
        "heads": sorted_heads(
            [(one.code, one.name) for one in found.columns], query.order, words, falling=query.falling
        ),
        "place": place,
        "tabs": TABS,
        "active": "pemantauan",
        "words": ordered,
        "query": query,
        "legend": (State.EMPTY, State.PARTLY, State.UNREAD, State.COMPLETE, State.UNASKED),
        "form": MonitoringForm(initial={**request.GET.dict(), **place.chosen}, **place.places),
    }
