"""Pages of one kecamatan-year: its summary, and a read-only page per document."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from kecamatan.ground.whole_numbers import year
from kecamatan.models import Kecamatan
from reports.document.tree import Dokumen
from reports.forms.filter import OtherYearForm
from reports.html import Fold, render_html
from reports.html.fragments import fragments_of
from reports.html.tables import show_table
from reports.html.view import svg_of
from reports.notes.threads import open_notes
from reports.official.documents import DOKUMEN_KINDS
from reports.pages import SCREEN_PAGES, page_of
from reports.pages.parts import LEVEL
from reports.pages.working_details import capaian_details
from reports.publish.assemble import LKIP
from reports.review.kept import Reading, read_review, read_year
from reports.review.marks import marks_of
from reports.review.report import Review
from reports.selectors import latest_laporan
from reports.views.document import figure_address
from reports.views.review_lines import summary_of
from reports.views.unchanged import marked, page_mark, unchanged
from reports.views.workflow import way_of
from sakip.checks import Place
from sakip.entry.agreed import DOCUMENTS
from sakip.entry.findings_panel import Findings, show_findings
from sakip.entry.place import EntryPlace, page_context, place_or_404
from sakip.entry.readiness import State
from sakip.models import Penetapan
from sakip.records.iku.of_year import iku_of_year
from sakip.records.pages import titled_pages
from sakip.selectors import recorded_years

NOTHING_YET = frozenset({State.EMPTY, State.UNASKED})
RINGKASAN = "ringkasan"
PEMANTAUAN = "pemantauan"


@require_safe
def summary(request: HttpRequest, slug: str, tahun: int) -> HttpResponseBase:
    """What is recorded, what came out, and which documents can be made of it."""
    here = place_or_404(request, slug, tahun)
    marks = marks_of(here.kecamatan)
    mark = page_mark(request, here, marks)
    if (same := unchanged(request, mark)) is not None:
        return same
    reading = read_year(kecamatan=here.kecamatan, tahun=tahun, marks=marks)
    review = read_review(reading, kecamatan=here.kecamatan, marks=marks)
    laporan = latest_laporan(here.kecamatan, tahun)
    page = render(
        request,
        "reports/summary.html",
        page_context(here, active=RINGKASAN)
        | {
            "results": reading.naskah.results,
            "glances": _shown_glances(here, reading),
            "reviu": summary_of(review, here, reading.recorded.get(LKIP)),
            "tahun_form": OtherYearForm(initial={"kecamatan": slug}),
            "camat": reading.naskah.snapshot.camat,
            "laporan": laporan,
            "way": way_of(here, laporan),
            "open_notes": open_notes(kecamatan=here.kecamatan, tahun=tahun),
            "pages": [(h, reading.states[h.kode]) for h in SCREEN_PAGES.values()],
            "begun": any(one.state not in NOTHING_YET for one in reading.states.values()),
            "other_pages": titled_pages(),
            "documents": [
                # What was found is asked for where it is read; there is as soon as there is a report.
                kind
                for kind in DOKUMEN_KINDS.values()
                if (LKIP if kind.reviewed else kind.kode) in reading.recorded
            ],
        },
    )
    return marked(page, mark)


def _shown_glances(here: EntryPlace, reading: Reading) -> str:
    """The drawings with their tables, as they were made before where they are the same."""
    settings = reading.naskah.pengaturan

    def make() -> tuple[str, int]:
        shown = [
            {
                "figure": one.figure,
                "svg": svg_of(one.figure),
                "narrow": svg_of(replace(one.figure, svg=one.narrow)) if one.narrow else "",
                "table": show_table(one.table, "", settings),
            }
            for one in reading.glances
        ]
        return render_to_string("components/glances.html", {"glances": shown}), 0

    if not reading.glances:
        return ""
    kept = fragments_of(here.kecamatan.pk, here.tahun, RINGKASAN)
    return kept.of(RINGKASAN, (reading.glances, settings), make).html


@require_safe
def pages(request: HttpRequest, slug: str, tahun: int, kode: str) -> HttpResponseBase:
    """The records of one document, laid out like its official table."""
    here = place_or_404(request, slug, tahun)
    if kode not in SCREEN_PAGES:
        raise Http404(f"halaman {kode}")
    marks = marks_of(here.kecamatan)
    mark = page_mark(request, here, marks)
    if (same := unchanged(request, mark)) is not None:
        return same
    reading = read_year(kecamatan=here.kecamatan, tahun=tahun, marks=marks)
    content = reading.page(kode)
    temuan = _findings(here, read_review(reading, kecamatan=here.kecamatan, marks=marks), kode, content)
    folds = _folds(kode, content, temuan)
    page = render(
        request,
        "reports/page.html",
        page_context(here, active=kode)
        | {
            "page": SCREEN_PAGES[kode],
            "state": reading.states[kode],
            "heads": _heads(here, kode),
            "temuan": temuan,
            "folded": folds is not None,
            "content": content
            and render_html(
                content,
                reading.naskah.pengaturan,
                standalone=False,
                address=figure_address(here),
                below=_above_tables(temuan),
                fragments=fragments_of(here.kecamatan.pk, slug, tahun, kode),
                folds=folds,
            ),
            "parts": content.body if content else (),
            "details": capaian_details(reading.naskah) if kode == "realisasi" else (),
            "documents": [
                DOKUMEN_KINDS[kind] for kind in SCREEN_PAGES[kode].kinds if kind in reading.recorded
            ],
        },
    )
    return marked(page, mark)


def _heads(here: EntryPlace, kode: str) -> list[Model]:
    """The documents that the page shows, of those that can be agreed: every version, the first first; of PK not what
    another only quotes, of IKU the decision that holds in the year, whenever it was taken."""
    if kode == Penetapan.Jenis.IKU:
        return list(iku_of_year(here.kecamatan, here.tahun).select_related("kecamatan")[:1])
    found: list[Model] = [
        row
        for model, jenis in DOCUMENTS.items()
        if jenis == kode
        for row in here.rows(model).select_related("kecamatan")
    ]
    return [row for row in found if not getattr(row, "dikutip", False)]


def _findings(here: EntryPlace, review: Review, kode: str, content: Dokumen | None) -> Findings | None:
    """What the checks found in the records of the page and of those that belong to it, each in the part that shows
    its row."""
    parts = {part.key for part in content.body} if content else set()

    def part_of(place: Place) -> str:
        part = SCREEN_PAGES[kode].tables.get(place.kind, "").format_map(defaultdict(str, place.key))
        return part if part in parts else ""

    return show_findings((f for f in review.findings if page_of(f.place) == kode), here, part_of)


def _folds(kode: str, content: Dokumen | None, temuan: Findings | None) -> dict[str, Fold] | None:
    """What is said of the parts of a page that folds them: unfolded are the first, and those where something waits."""
    glance = SCREEN_PAGES[kode].glance
    if glance is None or content is None:
        return None
    found = temuan.tables if temuan else {}
    folds: dict[str, Fold] = {}
    for part in content.body:
        said, waits = glance(part)
        folds[part.key] = Fold(said, waits or part.key in found or not folds)
    return folds


def _above_tables(temuan: Findings | None) -> dict[str, SafeString]:
    return {
        part: render_to_string(
            "components/table_findings.html", {"kode": part, "temuan": found, "level": LEVEL + 1}
        )
        for part, found in (temuan.tables if temuan else {}).items()
    }


@require_safe
def move(request: HttpRequest) -> HttpResponseRedirect:
    """Go to the same page of another kecamatan or year; without a year, to the latest that has records."""
    slug, tahun, kode = (request.GET.get(nama, "") for nama in ("kecamatan", "tahun", "halaman"))
    kecamatan = get_object_or_404(Kecamatan.objects.for_user(request.user), slug=slug)
    if year(tahun) is None:
        present = recorded_years(kecamatan=kecamatan)
        tahun = str(present[-1] if present else timezone.localdate().year)
    if kode == PEMANTAUAN:
        return redirect(reverse("pemantauan-kecamatan", args=[kecamatan.slug, tahun]))
    if kode in SCREEN_PAGES:
        return redirect(reverse("halaman", args=[kecamatan.slug, tahun, kode]))
    if kode in DOKUMEN_KINDS:
        return redirect(reverse("dokumen", args=[kecamatan.slug, tahun, kode]))
    return redirect(reverse("tahun", args=[kecamatan.slug, tahun]))
