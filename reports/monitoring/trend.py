"""How the means and the serapan of the kecamatan of a kabupaten went over the years, and their middle."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from kecamatan.models import Kabupaten, Kecamatan
from reports.monitoring.comparison import UNCOUNTABLE, UNCOUNTED, Middle, middle_of
from reports.monitoring.figures import Figure
from reports.monitoring.kept import kept_rows, leave_to_worker, take_up
from sakip.snapshot.codec import from_plain

#: So many years are shown, as many as a Renstra has.
MOST_YEARS: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A kecamatan in a year: its mean and its serapan (None where they are not worked out, which ``without`` says),
    whether they are those that were signed, and whether they still hold."""

    tahun: int
    rerata: Figure | None = None
    serapan: Figure | None = None
    signed: bool = False
    current: bool = False
    without: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A kecamatan over the years."""

    kecamatan: Kecamatan
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearMiddle:
    """The middle of the kabupaten in a year, and the highest and the lowest mean among those that it is of."""

    tahun: int
    rerata: Middle
    serapan: Middle
    highest: Figure | None
    lowest: Figure | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """The years, every middle, and the courses that the reader sees. ``waits`` are years of which something is still
    worked out."""

    years: tuple[int, ...]
    middles: tuple[YearMiddle, ...]
    courses: tuple[Course, ...]
    total: int
    waits: tuple[int, ...]


def trend_years(tahun: int, years: Iterable[int]) -> list[int]:
    """The last :data:`MOST_YEARS` of ``years`` up to ``tahun``, which is one of them."""
    return sorted({*(one for one in years if one < tahun), tahun})[-MOST_YEARS:]


def read_trend(kabupaten: Kabupaten, tahun: int, years: Iterable[int], seen: Iterable[int]) -> Trend:
    """The :func:`trend_years` (5 queries where all is kept and still holds). What is missing of earlier ones the worker
    works out."""
    shown = trend_years(tahun, years)
    wanted = frozenset(seen)
    kept = take_up(kabupaten, tahun, wanted)
    keys = [one.pk for one in kept.kecamatan]
    parts = ("rerata", "serapan", "signed")
    found = {
        (place, year): (mark, broken, content)
        for place, year, mark, broken, *content in kept_rows(keys, shown).values_list(
            "kecamatan", "tahun", "tanda", "isi__broken", *(f"isi__capaian__{one}" for one in parts)
        )
    }
    courses = [
        Course(
            kecamatan=one,
            points=tuple(_point(year, found.get((one.pk, year)), kept.marks[one.pk].own) for year in shown),
        )
        for one in kept.kecamatan
    ]
    waits = tuple(
        year for n, year in enumerate(shown) if not all(course.points[n].current for course in courses)
    )
    for year in waits:
        if year != tahun:
            leave_to_worker(kabupaten, year)
    return Trend(
        years=tuple(shown),
        middles=tuple(_middle(year, [one.points[n] for one in courses]) for n, year in enumerate(shown)),
        courses=tuple(one for one in courses if one.kecamatan.pk in wanted),
        total=len(courses),
        waits=waits,
    )


def _point(year: int, kept: tuple[str, str | None, Sequence[Any]] | None, mark: str) -> Point:
    if kept is None:
        return Point(tahun=year, without=UNCOUNTED)
    tanda, broken, (rerata, serapan, signed) = kept
    if broken:
        return Point(tahun=year, without=UNCOUNTABLE, current=tanda == mark)
    return Point(
        tahun=year,
        rerata=from_plain(rerata, Figure),
        serapan=from_plain(serapan, Figure),
        signed=bool(signed),
        current=tanda == mark,
    )


def _middle(year: int, points: Sequence[Point]) -> YearMiddle:
    counted = [one for one in points if one.current]
    whole = [one.rerata for one in counted if one.rerata is not None and one.rerata.whole]
    ordered = sorted(whole, key=lambda one: one.tepat or 0)
    return YearMiddle(
        tahun=year,
        rerata=middle_of((one.rerata, one.signed) for one in counted),
        serapan=middle_of((one.serapan, one.signed) for one in counted),
        highest=ordered[-1] if ordered else None,
        lowest=ordered[0] if ordered else None,
    )
