"""Where a page is: the kecamatan and year in its address, and the others to which its reader may go."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.utils import timezone

from kecamatan.ground.prepared import MOST_KEYS, PreparedRows
from kecamatan.ground.years import YEAR_FIRST, YEAR_LAST
from kecamatan.models import Kecamatan, Pengguna
from kecamatan.permissions import NARROWED, Hak, ensure_right, narrowed_to, rights_in
from kecamatan.querysets import KecamatanQuerySet, Places, places_of
from sakip.entry.agreed import Agreed
from sakip.entry.form import Scope
from sakip.entry.lock import held_years, reason_of
from sakip.entry.reach import Reach
from sakip.querysets import M, of_year
from sakip.records.renstra.in_force import PlanOfYear, plan_of_year
from sakip.selectors import recorded_years


@dataclass(frozen=True, kw_only=True)
class EntryPlace:
    """``other_tahun`` are the years of this kecamatan, this one included; ``other_kecamatan`` those of its
    kabupaten that the reader sees, likewise, each once.

    ``hak`` is what the reader may do here; ``closed`` says why the year's records are closed, empty when open;
    ``submitted`` are other years whose report is with the camat, and what it prints is not changed here either.
    """

    kecamatan: Kecamatan
    tahun: int
    other_tahun: tuple[int, ...]
    other_kecamatan: tuple[Kecamatan, ...]
    hak: frozenset[Hak]
    closed: str
    submitted: tuple[int, ...]
    pengguna: Pengguna

    @classmethod
    def of_cell(cls, kecamatan: Kecamatan, tahun: int, pengguna: Pengguna, hak: frozenset[Hak]) -> EntryPlace:
        """The place as saving needs it, without what only the frame of a page shows; that the year is closed the
        writer says (no query)."""
        return cls(
            kecamatan=kecamatan,
            tahun=tahun,
            other_tahun=(),
            other_kecamatan=(),
            hak=hak,
            closed="",
            submitted=(),
            pengguna=pengguna,
        )

    @property
    def reads_all(self) -> bool:
        """Whether the reader may open more than what is signed here."""
        return Hak.LIHAT in self.hak

    @property
    def may_enter(self) -> bool:
        """Whether the reader may change records here now."""
        return Hak.ISI in self.hak and not self.closed

    @property
    def may_measure(self) -> bool:
        """Whether the reader may write realisasi here now, perhaps only that of some units."""
        return Hak.REALISASI in self.hak and not self.closed

    @property
    def narrowed(self) -> str:
        """What a reader who writes here for some units alone is told of all else; empty for others."""
        return NARROWED if Hak.REALISASI in self.hak and Hak.ISI not in self.hak else ""

    @cached_property
    def plan(self) -> PlanOfYear:
        """The Renstra of the year, read when it is asked for, once."""
        return plan_of_year(self.kecamatan, self.tahun)

    def units(self, hak: Hak) -> frozenset[str] | None:
        """Kunci of the units to whose indikator the reader's right is narrowed; None for all."""
        return narrowed_to(self.pengguna, hak, self.kecamatan)

    @property
    def scope(self) -> Scope:
        """The place as forms and services need it."""
        return Scope(kecamatan=self.kecamatan, tahun=self.tahun, pengguna=self.pengguna)

    def rows(self, model: type[M]) -> KecamatanQuerySet[M]:
        """The rows of the model that are of this kecamatan and year."""
        return of_year(model, self.kecamatan, self.tahun)

    def ensure_right(self, hak: Hak) -> None:
        """Raise 403 unless the reader has the right here."""
        ensure_right(self.pengguna, hak, self.kecamatan)

    @cached_property
    def reach(self) -> Reach:
        """What the reader may write here."""
        return Reach(self.pengguna, self.kecamatan, self.tahun)

    @cached_property
    def agreed(self) -> Agreed:
        """The documents that are agreed here."""
        return Agreed(self.kecamatan)


def place_or_404(request: HttpRequest, slug: str, tahun: int, *, signed: bool = False) -> EntryPlace:
    """The place of that address (a fixed number of queries).

    ``Http404`` where the user may not see the kecamatan or there is none: to an outsider both look alike. 403 for who
    reads there what is signed and nothing else, but of a page that is ``signed`` or asks for that right itself. A year
    exists before anything is recorded in it, or an empty kecamatan could never begin.
    """
    user = request.user
    all_kecamatan = _neighbours(places_of(user), slug)
    kecamatan = next((k for k in all_kecamatan if k.slug == slug), None)
    if kecamatan is None or not isinstance(user, Pengguna) or not YEAR_FIRST <= tahun <= YEAR_LAST:
        raise Http404(f"kecamatan {slug} tahun {tahun}")
    if not signed:
        ensure_right(user, Hak.LIHAT, kecamatan)
    this_year = timezone.localdate().year
    years = held_years(kecamatan)
    return EntryPlace(
        kecamatan=kecamatan,
        tahun=tahun,
        other_tahun=tuple(
            # The year before is the one whose report is due now.
            sorted(
                {*recorded_years(kecamatan=kecamatan), tahun, this_year - 1, this_year, this_year + 1},
                reverse=True,
            )
        ),
        other_kecamatan=tuple(all_kecamatan),
        hak=rights_in(user, kecamatan),
        closed=reason_of(years, tahun),
        submitted=tuple(sorted({one for held in years for one in held.submitted} - {tahun})),
        pengguna=user,
    )


def seen_kecamatan(user: object, slug: str) -> Kecamatan | None:
    """The kecamatan of that address with its kabupaten; None where the user may not see it (1 query)."""
    places = places_of(user)
    keys = () if places.everywhere else (*places.kecamatan, *places.kabupaten)
    if not keys and not places.everywhere:
        return None
    if len(keys) >= MOST_KEYS:
        return _one_seen_by(places, slug).first()
    return _seen_one(places.everywhere, len(places.kecamatan)).first(slug, *keys)


def page_context(here: EntryPlace, *, active: str, measures: bool = False) -> dict[str, object]:
    """What the frame of every page of a kecamatan-year needs; ``active`` is the code of the page shown.

    ``measures`` is True where realisasi is entered: there also by who enters nothing else.
    """
    return {
        "here": here,
        "kecamatan": here.kecamatan,
        "tahun": here.tahun,
        "may_enter": here.may_measure if measures else here.may_enter,
        "active": active,
    }


def _neighbours(places: Places, slug: str) -> list[Kecamatan]:
    """The kecamatan of that address and those of its kabupaten, as far as who works there may see them (at most 1
    query)."""
    keys = () if places.everywhere else (*places.kecamatan, *places.kabupaten)
    if not keys and not places.everywhere:
        return []
    if len(keys) >= MOST_KEYS:
        return list(_seen_by(places, slug))
    return _seen(places.everywhere, len(places.kecamatan))(slug, *keys)


@cache
def _seen(everywhere: bool, of_kecamatan: int) -> PreparedRows[Kecamatan]:
    """Asked by every page of a year: of who works everywhere, or in so many kecamatan and else in kabupaten."""
    return PreparedRows(
        lambda slug, *keys: _seen_by(Places(everywhere, keys[:of_kecamatan], keys[of_kecamatan:]), slug)
    )


@cache
def _seen_one(everywhere: bool, of_kecamatan: int) -> PreparedRows[Kecamatan]:
    return PreparedRows(
        lambda slug, *keys: _one_seen_by(Places(everywhere, keys[:of_kecamatan], keys[of_kecamatan:]), slug)
    )


def _one_seen_by(places: Places, slug: str) -> QuerySet[Kecamatan]:
    return Kecamatan.objects.for_user(_Reader(places)).filter(slug=slug).select_related("kabupaten")


def _seen_by(places: Places, slug: str) -> QuerySet[Kecamatan]:
    neighbours = Kecamatan.objects.for_user(_Reader(places)).filter(kabupaten__kecamatan__slug=slug)
    return neighbours.select_related("kabupaten").order_by("nama", "pk")


@dataclass(frozen=True)
class _Reader:
    """As much of a user as the scope looks at."""

    places: Places
