"""The review of a year: everything that was found with what was answered, and the rules by which it is found."""

from __future__ import annotations

from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from reports.pages import page_of
from reports.publish.assemble import LKIP
from reports.review.answers import unanswered
from reports.review.criteria import answered
from reports.review.kept import read_review, read_year
from reports.review.marks import Marks, marks_of
from reports.review.review import review_year
from reports.review.sections import anchors_in
from reports.selectors import latest_laporan
from reports.views.review_lines import by_level, level_counts, page_counts, page_name, review_lines
from reports.views.unchanged import marked, page_mark, unchanged
from reports.views.workflow import way_of
from sakip.checks import CHECKS, RULES, Level
from sakip.entry.findings_panel import register_reviewer
from sakip.entry.page import EntryPage
from sakip.entry.place import EntryPlace, page_context, place_or_404
from sakip.records.pages import PAGES

KODE: Final = "reviu"
TEMPLATE: Final = "reports/reviu/list.html"


def compose(
    here: EntryPlace, level: str = "", page: str = "", *, marks: Marks | None = None
) -> dict[str, Any]:
    """Every finding of the year, or those of one level or one page."""
    marks = marks or marks_of(here.kecamatan)
    reading = read_year(kecamatan=here.kecamatan, tahun=here.tahun, marks=marks)
    review = read_review(reading, kecamatan=here.kecamatan, marks=marks)
    dokumen = reading.recorded.get(LKIP)
    anchors = anchors_in(dokumen, review.naskah, review.findings)
    lines = review_lines(review.findings, review.answers, here, anchors)
    shown = (
        line
        for found, line in lines.items()
        if level in ("", found.level.value) and page in ("", page_of(found.place))
    )
    return {
        "groups": by_level(shown),
        "levels": level_counts(review),
        "pages": page_counts(review),
        "total": len(review.findings),
        "blocked": bool(review.blocking) and not here.closed,
        "unanswered": len(unanswered(review)),
        "outdated": [(page_name(one.location.partition("/")[0]), one) for one in review.outdated],
        "criteria": list(answered(dokumen)) if dokumen else [],
        "way": way_of(here, latest_laporan(here.kecamatan, here.tahun)),
        "chosen_level": level,
        "chosen_page": page,
    }


PAGES[KODE] = EntryPage(code=KODE, compose=compose, template=TEMPLATE)
register_reviewer(lambda kecamatan, tahun: review_year(kecamatan=kecamatan, tahun=tahun).findings)


@require_safe
def findings(request: HttpRequest, slug: str, tahun: int) -> HttpResponseBase:
    """The list; ``?tingkat=`` and ``?halaman=`` narrow it."""
    here = place_or_404(request, slug, tahun)
    marks = marks_of(here.kecamatan)
    mark = page_mark(request, here, marks)
    if (same := unchanged(request, mark)) is not None:
        return same
    level = request.GET.get("tingkat", "")
    chosen = level if level in set(Level) else ""
    shown = compose(here, chosen, request.GET.get("halaman", ""), marks=marks)
    return marked(render(request, TEMPLATE, page_context(here, active=KODE) | shown), mark)


@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """Every rule of the catalogue with its checks: what each asks, why, and what breaks it."""
    of_rule: dict[str, list[object]] = {code: [] for code in RULES}
    for check in CHECKS.values():
        of_rule[check.rule].append(check)
    listed = [(code, words, of_rule[code]) for code, words in RULES.items()]
    return render(request, "reports/reviu/rules.html", {"rules": listed, "count": len(CHECKS)})
