"""The first page after signing in: what waits to be entered, and the kecamatan-years in the user's scope."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from django.contrib.auth.models import AnonymousUser
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kecamatan.ground.errors import BrokenReference
from kecamatan.models import Kabupaten, Kecamatan, Pengguna
from kecamatan.permissions import (
    Hak,
    duties_in,
    kabupaten_with,
    kecamatan_with,
    may_anywhere,
    reads_signed_alone,
)
from reports.asking.read import asked_of, followed_by, show_asked
from reports.forms.filter import HomeFilterForm
from reports.pages import SCREEN_PAGES, ScreenPage
from reports.pages.kept import kept_readiness
from reports.pages.readiness import readiness
from reports.publish.assemble import build_draft
from reports.selectors import KecamatanYear, find_year, latest_reports, tahun_kecamatan
from reports.signing.keys.matters import key_matters
from reports.signing.waiting import Seen, documents_waiting
from reports.views.monitoring import matrix_context
from reports.views.overview import overview
from reports.views.preparing import preparing
from reports.views.second_party import second_party
from reports.workflow.late import late_reports
from reports.workflow.table import IS_OPEN
from reports.workflow.waiting import waiting_for
from sakip.backup.runs import backup_trouble
from sakip.entry.readiness import Readiness, State
from sakip.snapshot.one_moment import at_one_moment

#: Until the end of this month last year's LKIP is written: a kabupaten hands in its own within three months after the
#: year (Kementerian PANRB), its perangkat daerah before that.
BULAN_LKIP: Final = 3

#: So many kecamatan with all of their years on a page: most kabupaten have fewer.
PER_PAGE: Final = 40

#: More rows than these are folded below a matrix.
MANY: Final = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkList:
    """What an operator has to enter in a year: every page of the year, and how far it is.

    ``broken`` says why that cannot be told; this page is the way back from all others and still answers.
    """

    kecamatan: Kecamatan
    tahun: int
    listing: tuple[tuple[ScreenPage, Readiness | None], ...]
    broken: str = ""

    @property
    def complete(self) -> int:
        """How many pages lack nothing."""
        return sum(state is not None and state.state is State.COMPLETE for _, state in self.listing)


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Every kecamatan-year with the documents that it holds; ``kecamatan`` and ``tahun`` narrow the list, ``lembar``
    turns its pages, of so many kecamatan. Who follows a kabupaten finds its matrix above it, narrowed on its own page
    alone. Who reads nothing but what is signed finds what waits for his signature, or the kabupaten that he follows."""
    if reads_signed_alone(request.user):
        signs_too = may_anywhere(request.user, Hak.PIHAK_KEDUA) or not may_anywhere(request.user, Hak.PANTAU)
        return second_party(request) if signs_too else overview(request)
    seen = (
        Kecamatan.objects.for_user(request.user)
        .filter(kecamatan_with(request.user, Hak.LIHAT))
        .select_related("kabupaten")
        .order_by("nama", "pk")
    )
    slug, tahun = request.GET.get("kecamatan", ""), request.GET.get("tahun", "")
    sheets = Paginator(seen, PER_PAGE)
    wide = sheets.num_pages > 1
    if wide and slug:
        sheets = Paginator(seen.filter(Q(slug=slug) | Q(nama__icontains=slug)), PER_PAGE)
    sheet = sheets.get_page(request.GET.get("lembar"))
    kecamatan = list(sheet)
    all_years = tahun_kecamatan(kecamatan)
    chosen = [
        row
        for row in all_years
        if (wide or not slug or row.kecamatan.slug == slug) and (not tahun or str(row.tahun) == tahun)
    ]
    recorded = {row.kecamatan for row in all_years}
    query = request.GET.copy()
    query.pop("lembar", None)
    followed = _followed(request)
    return render(
        request,
        "reports/home.html",
        _for_person(request.user, seen if wide else kecamatan, all_years, wide=wide)
        | preparing(request)
        | {
            "late": late_reports(all_years),
            **followed,
            "rows": chosen,
            # Below a matrix of the same kecamatan it is asked for, or it is in the way.
            "folded": "monitor" in followed and not request.GET and len(chosen) > MANY,
            "total": len(all_years),
            "wide": wide,
            "sheet": sheet,
            "query": query.urlencode(),
            "form": HomeFilterForm(
                initial={"kecamatan": slug, "tahun": tahun},
                kecamatan=None if wide else [k for k in kecamatan if k in recorded],
                tahun=sorted({row.tahun for row in all_years}, reverse=True),
            ),
            "work_lists": [
                one
                for k in kecamatan
                if Hak.REALISASI in (duties := duties_in(request.user, k))
                for one in _jobs(k, all_years, whole=Hak.ISI in duties)
            ],
            "not_started": [k for k in kecamatan if k not in recorded],
            "this_year": timezone.localdate().year,
        },
    )


def _followed(request: HttpRequest) -> dict[str, object]:
    """The matrix of the kabupaten that the user follows; ``follows_many`` where there are several to choose among."""
    areas = kabupaten_with(request.user, Hak.PANTAU)
    if areas == frozenset():
        return {}
    if (Kabupaten.objects.count() if areas is None else len(areas)) > 1:
        return {"follows_many": True}
    return {"monitor": matrix_context(request, QueryDict())}


def _for_person(
    user: Pengguna | AnonymousUser, seen: Seen, listed: Iterable[KecamatanYear], *, wide: bool
) -> dict[str, object]:
    """What waits for the person anywhere, on whatever page of the list: ``listed`` are all years, or, where the list
    is ``wide``, those of one page of it."""
    if not isinstance(user, Pengguna):
        return {}
    today = timezone.localdate()
    latest = latest_reports(user) if wide else ((row.kecamatan, row.laporan) for row in listed if row.laporan)
    return {
        # The year that is being closed before what was left behind.
        "waiting": sorted(waiting_for(user, latest), key=lambda one: -one.laporan.tahun),
        "documents": documents_waiting(user, seen, today.year),
        "asked": show_asked(asked_of(user), user, today),
        "asked_by": followed_by(user, today),
        "keys": key_matters(user),
        "backups": backup_trouble(user),
    }


def _jobs(kecamatan: Kecamatan, all_years: Sequence[KecamatanYear], *, whole: bool) -> Iterator[WorkList]:
    """This year's, in the order of the year; before it last year's while its LKIP is being written.

    Not ``whole`` for who writes the realisasi of some units alone.
    """
    today = timezone.localdate()
    for tahun in (today.year - 1, today.year):
        here = find_year(all_years, kecamatan.slug, tahun)
        if tahun < today.year and (today.month > BULAN_LKIP or not _still_being_composed(here)):
            continue
        states: dict[str, Readiness] = {}
        broken = ""
        try:
            states = _states(kecamatan, tahun)
        except BrokenReference as error:
            broken = str(error)
        yield WorkList(
            kecamatan=kecamatan,
            tahun=tahun,
            listing=tuple(
                (page, states.get(page.kode))
                for page in SCREEN_PAGES.values()
                if whole or page.kode == "realisasi"
            ),
            broken=broken,
        )


def _states(kecamatan: Kecamatan, tahun: int) -> dict[str, Readiness]:
    with at_one_moment() as committed:
        if committed:
            return kept_readiness(kecamatan=kecamatan, tahun=tahun)
        return readiness(build_draft(kecamatan=kecamatan, tahun=tahun))


def _still_being_composed(tahun: KecamatanYear | None) -> bool:
    """Whether something is recorded in the year and its LKIP is still with its kecamatan."""
    return tahun is not None and (tahun.laporan is None or tahun.laporan.status in IS_OPEN)
