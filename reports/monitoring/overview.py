"""The documents of many kabupaten at a glance: per provinsi or per kabupaten, how many LKIP are how far and came in
time, and the middle of what is complete.

Counted anew at every look, of one year: how far the LKIP are is read from the reports themselves; how complete the
documents are was kept when it was worked out (:mod:`reports.monitoring.kept`), and may be older. A fixed number of
queries, however many kecamatan there are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction
from statistics import median
from typing import Any, Final, NamedTuple

from django.db.models import Max, Min, QuerySet
from django.db.models.functions import TruncDate
from django.utils import timezone

from kecamatan.models import Kabupaten, Kecamatan, Provinsi
from reports.models import Laporan, Pantauan
from reports.monitoring.matrix import NOT_BEGUN, report_timeliness
from reports.workflow.deadline import Time, deadlines_of_year, default_deadline
from reports.workflow.table import IS_OPEN, SIGNED

#: The states in which a LKIP is counted, in the order of its way, with their names: every kecamatan is in one of them.
STATES: Final = {
    NOT_BEGUN: "Belum dimulai",
    "disusun": "Disusun",
    Laporan.Status.DIAJUKAN.value: "Diajukan",
    Laporan.Status.DITANDATANGANI.value: "Ditandatangani",
    Laporan.Status.DITERIMA.value: "Diterima",
}

#: How complete the documents of a kecamatan are, in steps: the least percentage of each, the highest first.
STEPS: Final = (100, 75, 50, 25, 0)


class Level(StrEnum):
    """What a line is of."""

    PROVINSI = "provinsi"
    KABUPATEN = "kabupaten"


class Version(NamedTuple):
    """What is asked of a version of a report; of when it was signed the day is enough."""

    status: str
    batas_waktu: date | None
    ditandatangani_pada: date | None


@dataclass(slots=True)
class Tally:
    """What is counted of some kecamatan: how many there are, their LKIP by state, those past their last day that are
    not signed and those signed too late, and how complete the documents are where that is kept, in percent."""

    kecamatan: int = 0
    states: Counter[str] = field(default_factory=Counter)
    overdue: int = 0
    late: int = 0
    percents: list[int] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Count those of the other as well."""
        self.kecamatan += other.kecamatan
        self.states.update(other.states)
        self.overdue += other.overdue
        self.late += other.late
        self.percents += other.percents

    @property
    def signed(self) -> int:
        """How many are signed, received or not."""
        return sum(self.states[state] for state in SIGNED)

    @property
    def signed_share(self) -> int | None:
        """How many in a hundred are, rounded down, so that 100 says all; None of no kecamatan."""
        return 100 * self.signed // self.kecamatan if self.kecamatan else None

    @property
    def middle(self) -> Fraction | None:
        """The median of how complete the documents are, exactly; None where nothing is kept."""
        return Fraction(median(map(Fraction, self.percents))) if self.percents else None

    @property
    def each_state(self) -> list[tuple[str, int]]:
        """How many are in each state, in their order."""
        return [(name, self.states[state]) for state, name in STATES.items()]

    @property
    def steps(self) -> list[int]:
        """How many kecamatan are in each of :data:`STEPS`."""
        found = Counter(next(least for least in STEPS if percent >= least) for percent in self.percents)
        return [found[least] for least in STEPS]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A provinsi or a kabupaten with what is counted of it."""

    kode: str
    nama: str
    tally: Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The lines by their kode, and the whole; ``since`` and ``until`` are when the oldest and the newest of what is
    kept was worked out."""

    tahun: int
    level: Level
    lines: Sequence[Line]
    total: Tally
    since: datetime | None
    until: datetime | None


def read_overview(areas: frozenset[int] | None, tahun: int, level: Level, provinsi: str = "") -> Overview:
    """Of these kabupaten (None: all there are), those of one ``provinsi`` alone where its kode is given (8
    queries)."""
    kabupaten = _kabupaten(areas, provinsi)
    narrowed = areas is not None or bool(provinsi)
    keys = [one.pk for one in kabupaten]
    scope = {"kabupaten__in": keys} if narrowed else {}
    below = {"kecamatan__kabupaten__in": keys} if narrowed else {}
    home = dict(Kecamatan.objects.filter(**scope).order_by().values_list("pk", "kabupaten"))
    tallies = {one.pk: Tally() for one in kabupaten}
    _count_reports(tallies, home, _versions(tahun, below), deadlines_of_year(tahun), tahun)
    since, until = _count_kept(tallies, home, Pantauan.objects.filter(tahun=tahun, **below))
    total = Tally()
    for tally in tallies.values():
        total.add(tally)
    each = [Line(kode=one.kode, nama=str(one), tally=tallies[one.pk]) for one in kabupaten]
    lines = each if level is Level.KABUPATEN else _of_provinsi(kabupaten, each)
    return Overview(tahun=tahun, level=level, lines=lines, total=total, since=since, until=until)


def overview_years() -> tuple[int, ...]:
    """Years that may be asked for: from the first of any report to this one, the last first (1 query)."""
    first = Laporan.objects.aggregate(first=Min("tahun"))["first"]
    this_year = timezone.localdate().year
    return tuple(range(this_year, min(first or this_year, this_year) - 1, -1))


def latest_year() -> int:
    """The last year that is over of which there is a report, else this year (1 query): of the one under way no LKIP is
    owed yet."""
    this_year = timezone.localdate().year
    found: int | None = Laporan.objects.filter(tahun__lt=this_year).aggregate(last=Max("tahun"))["last"]
    return found or this_year


def provinsi_of(areas: frozenset[int] | None) -> dict[str, str]:
    """Names of the provinsi of these kabupaten (None: of all there are), by their kode (2 queries)."""
    return _names(_kabupaten(areas, ""))


def _kabupaten(areas: frozenset[int] | None, provinsi: str) -> list[Kabupaten]:
    rows: QuerySet[Kabupaten] = Kabupaten.objects.order_by("kode").only("kode", "nama", "sebutan", "provinsi")
    if areas is not None:
        rows = rows.filter(pk__in=areas)
    return list(rows.filter(kode__startswith=f"{provinsi}.") if provinsi else rows)


def _names(kabupaten: Iterable[Kabupaten]) -> dict[str, str]:
    """As Kemendagri has them; of one that it does not have, as a kabupaten in it writes."""
    written = {one.kode[:2]: one.provinsi for one in kabupaten}
    known = {one.kode: one.nama for one in Provinsi.objects.filter(kode__in=written)}
    return dict(sorted((written | known).items()))


def _of_provinsi(kabupaten: Sequence[Kabupaten], each: Sequence[Line]) -> list[Line]:
    found = [Line(kode=kode, nama=nama, tally=Tally()) for kode, nama in _names(kabupaten).items()]
    by_kode = {one.kode: one for one in found}
    for line in each:
        by_kode[line.kode[:2]].tally.add(line.tally)
    return found


def _versions(tahun: int, below: Mapping[str, Any]) -> Mapping[int, tuple[Version, ...]]:
    """Every version of the reports of a year, the latest last, by kecamatan (1 query)."""
    rows = Laporan.objects.filter(tahun=tahun, **below).order_by("versi")
    columns = ("kecamatan_id", "status", "batas_waktu", TruncDate("ditandatangani_pada"))
    found: defaultdict[int, tuple[Version, ...]] = defaultdict(tuple)
    for kecamatan, *values in rows.values_list(*columns):
        found[kecamatan] += (Version(*values),)
    return found


def _count_reports(
    tallies: Mapping[int, Tally],
    home: Mapping[int, int],
    versions: Mapping[int, tuple[Version, ...]],
    deadlines: Mapping[int, date],
    tahun: int,
) -> None:
    until = default_deadline(tahun)
    # Thousands stand alike.
    known: dict[tuple[tuple[Version, ...], date], Time] = {}
    for kecamatan, area in home.items():
        each, tally = versions.get(kecamatan, ()), tallies[area]
        asked = each, deadlines.get(area, until)
        if (time := known.get(asked)) is None:
            time = known[asked] = report_timeliness(*asked).time
        tally.kecamatan += 1
        tally.states[_state(each)] += 1
        tally.overdue += time is Time.OVERDUE
        tally.late += time is Time.LATE


def _state(versions: Sequence[Version]) -> str:
    if not versions:
        return NOT_BEGUN
    latest = versions[-1].status
    return "disusun" if latest in IS_OPEN or latest not in STATES else latest


def _count_kept(
    tallies: Mapping[int, Tally], home: Mapping[int, int], rows: QuerySet[Pantauan]
) -> tuple[datetime | None, datetime | None]:
    """How complete each is, and when the oldest and the newest of it was worked out (2 queries)."""
    kept = rows.exclude(kelengkapan=None).order_by()
    for kecamatan, percent in kept.values_list("kecamatan_id", "kelengkapan"):
        if kecamatan in home and percent is not None:
            tallies[home[kecamatan]].percents.append(percent)
    moments = kept.aggregate(since=Min("dihitung"), until=Max("dihitung"))
    return moments["since"], moments["until"]
