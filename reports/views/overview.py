"""Rekapitulasi: the documents of many kabupaten at a glance, for who follows them, and as a workbook."""

from __future__ import annotations

from typing import Any, Final

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kecamatan.models import Kabupaten
from kecamatan.permissions import Hak, is_above_kecamatan, kabupaten_with
from reports.forms.monitoring import OverviewForm
from reports.monitoring.overview import (
    Level,
    Line,
    Overview,
    latest_year,
    overview_years,
    provinsi_of,
    read_overview,
)
from reports.monitoring.overview_columns import (
    BY_PLACE,
    COLUMNS,
    matrix_words,
    ordered,
    overview_workbook,
    step_names,
)
from reports.monitoring.spread import spread_drawings, spread_of
from reports.publish.file_names import TYPES
from reports.views.drawn import shown_drawings
from reports.views.watched import sorted_heads

PER_PAGE: Final = 50

#: What those are told who work in one kecamatan alone.
_NOT_THEIRS: Final = (
    "Rekapitulasi dibaca oleh pemantau provinsi dan pusat, Bagian Organisasi, pengawas, dan admin."
    " Keadaan dokumen kecamatan Anda ada di Pemantauan."
)


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """The lines of a year, by the words of the address; the first page of who follows kabupaten and reads no draft."""
    return render(request, "reports/monitoring/overview.html", overview_context(request))


@require_safe
def workbook(request: HttpRequest) -> HttpResponse:
    """The same as a workbook, all of its pages."""
    found = overview_context(request)
    content = overview_workbook(found["overview"], found["page"].paginator.object_list, found["place"])
    name = f"Rekapitulasi-{found['overview'].tahun}.xlsx"
    return HttpResponse(
        content, content_type=TYPES["xlsx"], headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


def overview_context(request: HttpRequest) -> dict[str, Any]:
    """What the page shows (13 queries); 403 for who follows no kabupaten as a whole."""
    areas = kabupaten_with(request.user, Hak.PANTAU)
    if not is_above_kecamatan(request.user, Hak.PANTAU):
        raise PermissionDenied(_NOT_THEIRS)
    provinsi, years = provinsi_of(areas), overview_years()
    asked = request.GET
    chosen = asked.get("provinsi", "") if asked.get("provinsi", "") in provinsi else ""
    by_area = bool(chosen) or len(provinsi) < 2 or asked.get("tingkat") == Level.KABUPATEN
    tahun = next((one for one in years if str(one) == asked.get("tahun")), None) or latest_year()
    found = read_overview(areas, tahun, Level.KABUPATEN if by_area else Level.PROVINSI, chosen)
    order = asked.get("urut", "")
    name, falling = order.removeprefix("-"), order.startswith("-")
    lines = ordered(found.lines, name, falling=falling)
    words = asked.copy()
    words.pop("lembar", None)
    page = Paginator(lines, PER_PAGE).get_page(asked.get("lembar"))
    spread = spread_of(found.total)
    return {
        "overview": found,
        "place": _place(chosen, provinsi, areas),
        "page": page,
        "rows": [_row(line, found, tahun) for line in page],
        "total": [(column, column.said(found.total)) for column in COLUMNS],
        "steps": list(zip(step_names(), found.total.steps, strict=True)),
        "spread": spread,
        "spread_rows": [(line, spread.counts(line.tally)) for line in page],
        "spread_total": spread.counts(found.total),
        "drawings": shown_drawings(spread_drawings(found, spread, list(page))) if found.since else [],
        "heads": sorted_heads(
            [(one.code, one.name) for one in COLUMNS],
            name,
            words,
            falling=falling,
            first=(BY_PLACE, "Wilayah"),
        ),
        "query": words.urlencode(),
        "form": OverviewForm(
            initial={"provinsi": chosen, "tingkat": str(found.level), "tahun": str(tahun)},
            provinsi=provinsi,
            tahun=years,
        ),
    }


def _place(chosen: str, provinsi: dict[str, str], areas: frozenset[int] | None) -> str:
    """What the page is of, in words."""
    if areas is not None and len(areas) == 1:
        return str(Kabupaten.objects.get(pk__in=areas))
    if chosen or len(provinsi) == 1:
        return f"Provinsi {provinsi[chosen or next(iter(provinsi))]}"
    if not provinsi:
        return "wilayah Anda"
    return "seluruh Indonesia" if areas is None else f"{len(provinsi)} provinsi"


def _row(line: Line, found: Overview, tahun: int) -> dict[str, Any]:
    """A line with where its name leads, and its cells, each with the words of the matrix that shows what it counts."""
    return {
        "line": line,
        "words": f"provinsi={line.kode}&tahun={tahun}"
        if found.level is Level.PROVINSI
        else matrix_words(line, None, found),
        "cells": [
            {
                "column": column,
                "said": column.said(line.tally),
                "words": matrix_words(line, column, found) if column.of(line.tally) else "",
            }
            for column in COLUMNS
        ],
        "kept": len(line.tally.percents),
    }
