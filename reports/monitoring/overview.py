"""The documents of many kabupaten at a glance: per provinsi or per kabupaten, how many LKIP are how far and came in
time, the middle of what is complete, and how many have which predikat.

Counted anew at every look, of one year: how far the LKIP are is read from the reports themselves; how complete the
documents are and which predikat a kecamatan has was kept when it was worked out (:mod:`reports.monitoring.kept`), and
may be older. A fixed number of queries, however many kecamatan there are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from fractions import Fraction
from itertools import groupby
from operator import itemgetter
from statistics import median_high, median_low
from typing import Any, Final, NamedTuple

from django.db.models import (
    Aggregate,
    Case,
    Count,
    DateField,
    Max,
    Min,
    Q,
    QuerySet,
    TextField,
    Value,
    When,
)
from django.db.models.functions import TruncDate
from django.utils import timezone

from kecamatan.models import Kabupaten, Kecamatan, Provinsi
from reports.models import Laporan, Pantauan
from reports.monitoring.figures import Standing
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
    not signed and those signed too late, how complete the documents are where that is kept, in percent, and the
    predikat of their means."""

    kecamatan: int = 0
    states: Counter[str] = field(default_factory=Counter)
    overdue: int = 0
    late: int = 0
    percents: list[int] = field(default_factory=list)
    predikat: Counter[Standing] = field(default_factory=Counter)

    def add(self, other: Tally) -> None:
        """Count those of the other as well."""
        self.kecamatan += other.kecamatan
        self.states.update(other.states)
        self.overdue += other.overdue
        self.late += other.late
        self.percents += other.percents
        self.predikat.update(other.predikat)

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
        # Of whole numbers: a country has thousands, and fractions take a hundred times as long to sort.
        found = self.percents
        return Fraction(median_low(found) + median_high(found), 2) if found else None

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
    sizes = Kecamatan.objects.filter(**scope).order_by().values_list("kabupaten").annotate(Count("pk"))
    tallies = {one.pk: Tally() for one in kabupaten}
    for pk, size in sizes:
        if pk in tallies:
            tallies[pk].kecamatan = size
    _count_reports(tallies, Laporan.objects.filter(tahun=tahun, **below).order_by(), tahun)
    since, until = _count_kept(tallies, Pantauan.objects.filter(tahun=tahun, **below).order_by())
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
    rows = Kabupaten.objects.order_by("kode")
    if areas is not None:
        rows = rows.filter(pk__in=areas)
    return _names(rows.values_list("kode", "provinsi"))


def _kabupaten(areas: frozenset[int] | None, provinsi: str) -> list[Kabupaten]:
    rows: QuerySet[Kabupaten] = Kabupaten.objects.order_by("kode").only("kode", "nama", "sebutan", "provinsi")
    if areas is not None:
        rows = rows.filter(pk__in=areas)
    return list(rows.filter(kode__startswith=f"{provinsi}.") if provinsi else rows)


def _names(kabupaten: Iterable[tuple[str, str]]) -> dict[str, str]:
    """As Kemendagri has them, by their kode; of one that it does not have, as a kabupaten in it writes."""
    written = {kode[:2]: provinsi for kode, provinsi in kabupaten}
    known = {one.kode: one.nama for one in Provinsi.objects.filter(kode__in=written)}
    return dict(sorted((written | known).items()))


def _of_provinsi(kabupaten: Sequence[Kabupaten], each: Sequence[Line]) -> list[Line]:
    names = _names((one.kode, one.provinsi) for one in kabupaten)
    found = [Line(kode=kode, nama=nama, tally=Tally()) for kode, nama in names.items()]
    by_kode = {one.kode: one for one in found}
    for line in each:
        by_kode[line.kode[:2]].tally.add(line.tally)
    return found


def _count_reports(tallies: Mapping[int, Tally], reports: QuerySet[Laporan], tahun: int) -> None:
    """How many LKIP are how far, and how they stand to their last day (3 queries).

    Nearly every report has one version and the last day of its kabupaten: those are counted by the database. One that
    was opened again has another after it.
    """
    own, default = deadlines_of_year(tahun), default_deadline(tahun)
    # Thousands stand alike.
    known: dict[tuple[tuple[Version, ...], date], Time] = {}

    def count(area: int, versions: tuple[Version, ...], many: int = 1) -> None:
        if (tally := tallies.get(area)) is None:
            return
        asked = versions, own.get(area, default)
        if (time := known.get(asked)) is None:
            time = known[asked] = report_timeliness(*asked).time
        tally.states[_state(versions)] += many
        tally.overdue += many * (time is Time.OVERDUE)
        tally.late += many * (time is Time.LATE)

    alone = Q(versi=1, batas_waktu=None) & ~Q(status=Laporan.Status.DIBUKA_KEMBALI)
    days = sorted({default, *own.values()})
    alike = reports.filter(alone).values_list("kecamatan__kabupaten", "status", _day(days))
    for area, status, day, many in alike.annotate(Count("pk")):
        count(area, (Version(status, None, day),), many)
    for area, versions in _versions(reports.exclude(alone)):
        count(area, versions)
    for area, tally in tallies.items():
        if unbegun := tally.kecamatan - tally.states.total():
            count(area, (), unbegun)


def _day(days: Sequence[date]) -> Case:
    """When a report was signed, as far as it matters: the first of these days on which it was signed already, or the
    day after the last. The days are told as moments, which the database compares without a calendar."""
    return Case(
        When(ditandatangani_pada=None, then=None),
        *(When(ditandatangani_pada__lt=_midnight(day + timedelta(days=1)), then=Value(day)) for day in days),
        default=Value(days[-1] + timedelta(days=1)),
        output_field=DateField(),
    )


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, datetime.min.time()))


def _versions(reports: QuerySet[Laporan]) -> Iterator[tuple[int, tuple[Version, ...]]]:
    """Of each kecamatan its kabupaten and every version of its report, the latest last (1 query)."""
    columns = ("kecamatan", "kecamatan__kabupaten", "status", "batas_waktu", TruncDate("ditandatangani_pada"))
    rows = reports.order_by("kecamatan", "versi").values_list(*columns)
    for _, each in groupby(rows, key=itemgetter(0)):
        versions = list(each)
        yield versions[0][1], tuple(Version(*values) for _, _, *values in versions)


def _state(versions: Sequence[Version]) -> str:
    if not versions:
        return NOT_BEGUN
    latest = versions[-1].status
    return "disusun" if latest in IS_OPEN or latest not in STATES else latest


class _Listed(Aggregate):
    """Whole numbers as one text: a row for many of them."""

    function = "string_agg"
    template = "%(function)s(CAST(%(expressions)s AS text), ',')"
    output_field = TextField()

    def as_sqlite(self, *args: Any, **kwargs: Any) -> Any:
        """There the same goes by another name."""
        return self.as_sql(*args, **kwargs, function="group_concat", template="%(function)s(%(expressions)s)")


def _count_kept(
    tallies: Mapping[int, Tally], rows: QuerySet[Pantauan]
) -> tuple[datetime | None, datetime | None]:
    """How complete each is and which predikat it has, and when the oldest and the newest of it was worked out (2
    queries)."""
    kept = rows.exclude(kelengkapan=None)
    columns = ("kecamatan__kabupaten", "predikat", "nomor_predikat")
    for area, predikat, nomor, percents in kept.values_list(*columns).annotate(each=_Listed("kelengkapan")):
        if (tally := tallies.get(area)) is None:
            continue
        found = [int(one) for one in percents.split(",")]
        tally.percents += found
        if predikat:
            tally.predikat[Standing(predikat, nomor)] += len(found)
    moments = kept.aggregate(since=Min("dihitung"), until=Max("dihitung"))
    return moments["since"], moments["until"]
