"""What the pages of Pemantauan share: the kabupaten and year that they are about, and the heads of a sorted table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpRequest, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from kecamatan.ground.whole_numbers import year
from kecamatan.models import Kabupaten, Kecamatan
from kecamatan.permissions import Hak, NoRight, is_above_kecamatan, may_anywhere, owns, reads_signed_alone
from reports.monitoring.kept import kept_mark
from reports.monitoring.query import BY_NAME
from reports.views.unchanged import mark_of, marked, unchanged
from sakip.selectors import recorded_years_of_kabupaten

#: The pages of Pemantauan, by the name of their address.
TABS: Final = (
    ("pemantauan", "Dokumen"),
    ("pemantauan-capaian", "Capaian"),
    ("pemantauan-peringkat", "Peringkat dan serapan"),
    ("pemantauan-tren", "Tren"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """What a page of Pemantauan is about: the kabupaten and year of the address, those that one may choose from, and
    the kecamatan that the reader sees there, and those of them whose drafts he reads."""

    every: tuple[Kabupaten, ...]
    kabupaten: Kabupaten
    seen: tuple[int, ...]
    read: frozenset[int]
    years: tuple[int, ...]
    tahun: int

    @property
    def places(self) -> dict[str, Any]:
        """What a :class:`PlaceForm` offers."""
        years = {*self.years, self.tahun, timezone.localdate().year}
        return {"kabupaten": self.every, "tahun": sorted(years, reverse=True)}

    @property
    def chosen(self) -> dict[str, str]:
        """The place as words of an address."""
        return {"kabupaten": self.kabupaten.kode, "tahun": str(self.tahun)}


def watched(request: HttpRequest, hak: Hak = Hak.LIHAT, words: QueryDict | None = None) -> Watched | None:
    """Whatever the reader follows by that right (5 queries); None of who follows nothing. ``words`` stand in for those
    of the address. Raises :class:`NoRight` of who reads what is signed alone, and has not that right either."""
    words = request.GET if words is None else words
    if reads_signed_alone(request.user) and not may_anywhere(request.user, hak):
        raise NoRight(hak, follows=may_anywhere(request.user, Hak.PANTAU))
    every = tuple(Kabupaten.objects.for_user(request.user).order_by("kode"))
    if not every:
        return None
    asked = words.get("kabupaten")
    kabupaten = next((one for one in every if one.kode == asked), every[0])
    kecamatan = list(Kecamatan.objects.for_user(request.user).filter(kabupaten=kabupaten))
    years = tuple(recorded_years_of_kabupaten(kabupaten))
    return Watched(
        every=every,
        kabupaten=kabupaten,
        seen=tuple(one.pk for one in kecamatan if owns(request.user, hak, one)),
        read=frozenset(one.pk for one in kecamatan if owns(request.user, Hak.LIHAT, one)),
        years=years,
        tahun=_chosen(str(words.get("tahun", "")), years),
    )


def watched_page(
    request: HttpRequest, template: str, place: Watched, show: Callable[[], dict[str, Any]], *besides: int
) -> HttpResponseBase:
    """The page of the place, or that the browser has it already (5 queries, and those of the frame). ``besides`` are
    the other years that it shows."""
    kept = kept_mark(place.kabupaten, place.tahun, *besides)
    may = place.seen, sorted(place.read), may_anywhere(request.user, Hak.LIHAT)
    above = is_above_kecamatan(request.user, Hak.PANTAU)
    shown = (
        [(one.pk, one.kode, str(one)) for one in place.every],
        place.kabupaten.pk,
        place.tahun,
        place.years,
    )
    mark = mark_of(request, kept, may, above, shown) if kept else ""
    if (same := unchanged(request, mark)) is not None:
        return same
    return marked(render(request, template, show()), mark)


def _chosen(asked: str, years: Sequence[int]) -> int:
    """The year of the address; else the last that has records, this year's at the latest."""
    this_year = timezone.localdate().year
    return year(asked) or max((one for one in years if one <= this_year), default=this_year)


def sorted_heads(
    columns: Iterable[tuple[str, str]],
    order: str,
    words: QueryDict,
    *,
    falling: bool,
    first: tuple[str, str] = (BY_NAME, "Kecamatan"),
) -> list[dict[str, str]]:
    """The heads of a table whose ``first`` column are its places: of each its code and name, what choosing it asks for,
    and how the rows stand by it now."""
    heads = []
    for code, name in (first, *columns):
        chosen = order == code
        asked = words.copy()
        asked["urut"] = f"-{code}" if chosen and not falling else code
        heads.append(
            {
                "code": code,
                "name": name,
                "words": asked.urlencode(),
                "sorted": ("descending" if falling else "ascending") if chosen else "",
            }
        )
    return heads
