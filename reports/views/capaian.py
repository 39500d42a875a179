"""Pemantauan of what was measured: the heat map, the ranking with serapan and predikat, the trend, and what each
kecamatan came to, indikator by indikator, beside the middle of its kabupaten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from reports.forms.monitoring import ComparisonForm, PlaceForm, RankingForm
from reports.monitoring.comparison import Comparison, read_comparison
from reports.monitoring.comparison_export import comparison_workbook
from reports.monitoring.comparison_query import BY_MEAN, BY_SERAPAN, ComparisonQuery
from reports.monitoring.drawings import heat_drawings, serapan_drawing, spread_drawing, trend_drawing
from reports.monitoring.kept import kept_mark
from reports.monitoring.ranking import rank, spread_of_indikator, spread_of_kecamatan, without_figures
from reports.monitoring.trend import read_trend, trend_years
from reports.publish.file_names import TYPES
from reports.views.drawn import shown_drawings
from reports.views.monitoring import PER_PAGE
from reports.views.unchanged import marked, page_mark, unchanged
from reports.views.watched import TABS, Watched, sorted_heads, watched, watched_page
from reports.views.year import PEMANTAUAN
from sakip.entry.place import page_context, place_or_404
from sakip.selectors import recorded_years_of_kabupaten

_HEAT: Final = "reports/monitoring/heat.html"
_RANKING: Final = "reports/monitoring/ranking.html"
_TREND: Final = "reports/monitoring/trend.html"


def _frame(place: Watched | None, active: str, found: Comparison | None = None) -> dict[str, Any]:
    return {"place": place, "tabs": TABS, "active": active, "found": found}


@require_safe
def heat(request: HttpRequest) -> HttpResponseBase:
    """The comparable IKU of every kecamatan, narrowed and sorted by the words of the address (9 queries, and those of
    the frame, where all is kept and still holds)."""
    place = watched(request)
    if place is None:
        return render(request, _HEAT, _frame(None, "pemantauan-capaian"))
    return watched_page(request, _HEAT, place, lambda: _heat(request, place))


def _heat(request: HttpRequest, place: Watched) -> dict[str, Any]:
    query = ComparisonQuery.read(request.GET.dict())
    found = replace(read_comparison(place.kabupaten, place.tahun, place.seen), source=query.source)
    words = request.GET.copy()
    words.pop("halaman", None)
    turned = words.urlencode()
    words.pop("urut", None)
    page = Paginator(query.rows(found), PER_PAGE).get_page(request.GET.get("halaman"))
    columns = [(BY_MEAN, "Rata-rata LKIP"), *((one.code, one.nama) for one in found.columns)]
    return _frame(place, "pemantauan-capaian", found) | {
        "page": page,
        "words": turned,
        "query": query,
        "heads": sorted_heads([*columns, (BY_SERAPAN, "Serapan")], query.order, words, falling=query.falling),
        "drawings": shown_drawings(heat_drawings(found, list(page))),
        "form": ComparisonForm(initial={**request.GET.dict(), **place.chosen}, found=found, **place.places),
    }


@require_safe
def workbook(request: HttpRequest) -> HttpResponse:
    """The same as a workbook, all of its pages; the page itself to who follows nothing."""
    place = watched(request)
    if place is None:
        return render(request, _HEAT, _frame(None, "pemantauan-capaian"))
    found = read_comparison(place.kabupaten, place.tahun, place.seen)
    rows = ComparisonQuery.read(request.GET.dict()).rows(found)
    content = comparison_workbook(found, rows, str(place.kabupaten))
    name = f"Capaian-{place.kabupaten.kode}-{place.tahun}.xlsx"
    return HttpResponse(
        content, content_type=TYPES["xlsx"], headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


@require_safe
def ranking(request: HttpRequest) -> HttpResponseBase:
    """Who stands where, with serapan beside the capaian, and how many have each predikat."""
    place = watched(request)
    if place is None:
        return render(request, _RANKING, _frame(None, "pemantauan-peringkat"))
    return watched_page(request, _RANKING, place, lambda: _ranking(request, place))


def _ranking(request: HttpRequest, place: Watched) -> dict[str, Any]:
    found = read_comparison(place.kabupaten, place.tahun, place.seen)
    column = found.column(request.GET.get("menurut", ""))
    ranked = rank(found, column.code if column else "")
    page = Paginator(ranked.places, PER_PAGE).get_page(request.GET.get("halaman"))
    words = request.GET.copy()
    words.pop("halaman", None)
    told = [one for one in page if not one.blank]
    kecamatan, indikator = spread_of_kecamatan(found), spread_of_indikator(found)
    return _frame(place, "pemantauan-peringkat", found) | {
        "ranking": ranked,
        "column": column,
        "middle": found.middle(column.code if column else ""),
        "page": page,
        "told": told,
        "without": without_figures(page),
        "words": words.urlencode(),
        "serapan": shown_drawings([serapan_drawing(told, place.tahun)]),
        "spreads": _spreads(found, kecamatan, indikator),
        "form": RankingForm(initial={**request.GET.dict(), **place.chosen}, found=found, **place.places),
    }


def _spreads(found: Comparison, *shares: Sequence[Any]) -> list[dict[str, Any]]:
    """The distributions, each with its title, its drawing and its table."""
    titles = (
        ("sebaran-kecamatan", "Kecamatan menurut predikat rata-ratanya", "Kecamatan"),
        ("sebaran-indikator", "Indikator seluruh kecamatan menurut predikatnya", "Indikator"),
    )
    return [
        {
            "key": key,
            "title": title,
            "unit": unit,
            "shares": some,
            "total": sum(one.count for one in some),
            "drawings": shown_drawings([spread_drawing(key, title, some, found.skala)]),
        }
        for (key, title, unit), some in zip(titles, shares, strict=True)
        if some
    ]


@require_safe
def trend(request: HttpRequest) -> HttpResponseBase:
    """The means and the serapan over the years (10 queries, and those of the frame)."""
    place = watched(request)
    if place is None:
        return render(request, _TREND, _frame(None, "pemantauan-tren"))
    years = trend_years(place.tahun, place.years)
    return watched_page(request, _TREND, place, lambda: _trend(request, place), *years)


def _trend(request: HttpRequest, place: Watched) -> dict[str, Any]:
    found = read_trend(place.kabupaten, place.tahun, place.years, place.seen)
    page = Paginator(found.courses, PER_PAGE).get_page(request.GET.get("halaman"))
    words = request.GET.copy()
    words.pop("halaman", None)
    return _frame(place, "pemantauan-tren") | {
        "trend": found,
        "page": page,
        "words": words.urlencode(),
        "drawings": shown_drawings([trend_drawing(found)]),
        "form": PlaceForm(initial={**request.GET.dict(), **place.chosen}, **place.places),
    }


@require_safe
def of_kecamatan(request: HttpRequest, slug: str, tahun: int) -> HttpResponseBase:
    """What a kecamatan came to: every indikator with its working, the mean, its rank, the serapan and the years, beside
    the middle of the kabupaten."""
    here = place_or_404(request, slug, tahun)
    kabupaten = here.kecamatan.kabupaten
    years = recorded_years_of_kabupaten(kabupaten)
    kept = kept_mark(kabupaten, tahun, *trend_years(tahun, years))
    mark = page_mark(request, here, kept) if kept else ""
    if (same := unchanged(request, mark)) is not None:
        return same
    found = read_comparison(kabupaten, tahun, [here.kecamatan.pk])
    over_years = read_trend(kabupaten, tahun, years, [here.kecamatan.pk])
    (row,) = found.rows
    ranked = rank(found)
    page = render(
        request,
        "reports/monitoring/capaian_kecamatan.html",
        page_context(here, active=PEMANTAUAN)
        | {
            "found": found,
            "row": row,
            "standing": ranked.places[0],
            "ranking": ranked,
            "indikator": _beside(found),
            "middle": found.middle(),
            "trend": over_years,
            "drawings": shown_drawings([trend_drawing(over_years)]),
        },
    )
    return marked(page, mark)


def _beside(found: Comparison) -> list[dict[str, Any]]:
    """Each indikator of the one kecamatan with the median of its column, where it is compared."""
    (row,) = found.rows
    columns = {id(cell.own): cell.column for cell in row.cells if cell.own}
    return [
        {"one": one, "column": column, "middle": found.middle(column.code) if column else None}
        for one in (row.figures.indikator if row.figures else ())
        for column in [columns.get(id(one))]
    ]
