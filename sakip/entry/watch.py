"""The checks, asked of the database: of a year as it is, of every year, and of what a change makes worse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Final

from django.db.models import Model
from django.utils import timezone

from kecamatan.models import Kecamatan
from sakip import models as m
from sakip.checks import (
    CHECKS,
    KINDS,
    AtForm,
    Check,
    CheckedYear,
    Finding,
    Level,
    checks_of_models,
    find_all,
    over_records,
    parts_of,
    parts_read,
)
from sakip.selectors import recorded_years
from sakip.snapshot.build import build


def year_findings(
    *, kecamatan: Kecamatan, tahun: int, checks: Iterable[Check], models: Collection[str] = ()
) -> tuple[Finding, ...]:
    """What breaks these checks now, from a snapshot of just the parts that they read.

    ``models`` are the labels of the models whose rows are in question, where not everything is.
    """
    wanted = tuple(checks)
    if not wanted:
        return ()
    parts = parts_read(wanted, *models)
    return find_all(wanted, CheckedYear(snapshot=build(kecamatan=kecamatan, tahun=tahun, parts=parts)))


#: Parts of which others repeat something.
_SPREADING: Final = frozenset({"kecamatan", "renstra", "rpjmd"})


class Watch:
    """Knows what broke the checks before a change, so that afterwards only what is new counts.

    Make one inside the transaction before writing, and ask :meth:`news` after. ``models`` are labels of the models
    of which rows may change: other checks cannot be broken, and cost nothing.
    """

    def __init__(self, *, kecamatan: Kecamatan, tahun: int, models: Collection[str]) -> None:
        self._kecamatan = kecamatan
        self._tahun = tahun
        self._checks = checks_of_models(*models)
        parts = parts_read(self._checks)
        self._seen = build(kecamatan=kecamatan, tahun=tahun, parts=parts) if self._checks else None
        changed = parts_of(models)
        # Names of units and definitions of indikator go into other parts as well.
        self._changed = parts if changed & _SPREADING else parts & changed

    def news(self) -> tuple[Finding, ...]:
        """What breaks a check now and did not before; only the parts that may have changed are read again."""
        if self._seen is None:
            return ()
        now = build(kecamatan=self._kecamatan, tahun=self._tahun, parts=self._changed, base=self._seen)
        before, after = (find_all(self._checks, CheckedYear(snapshot=s)) for s in (self._seen, now))
        return _new(before, after)


class BeforeNeeded(Exception):
    """Something breaks a check after a row was written, and nobody looked before it: what was wrong then is not known.
    What was written has to be taken back, and written once more by who looks first."""


class RowWatch:
    """The same around rows that are written one after another: only checks that can refuse them, only the parts that
    they need, and each from just before the first row that can break it.

    Kinds of row that no such check can refuse cost nothing. ``lazily`` nobody looks before: where nothing breaks a
    check afterwards nothing does anew, and where something does :class:`BeforeNeeded` is raised.
    """

    def __init__(self, *, kecamatan: Kecamatan, tahun: int, lazily: bool = False) -> None:
        self._kecamatan = kecamatan
        self._tahun = tahun
        self._lazily = lazily
        self._models: set[str] = set()
        self._known: dict[str, frozenset[str]] = {}  # by code of the check the parts that were looked at
        self._before: list[Finding] = []
        self._of_sources: dict[tuple[str, str, int], tuple[Finding, ...]] = {}

    def expect(self, model: type[Model]) -> None:
        """Look at the year before a row of this model is written; again for another row costs nothing."""
        label = model._meta.label_lower
        if label in self._models:
            return
        self._models.add(label)
        unknown = []
        for check in checks_of_models(label):
            parts = parts_read([check], label)
            known = self._known.get(check.code, frozenset())
            if check.level is Level.GALAT and check.at_form is not AtForm.SHOW and not parts <= known:
                self._known[check.code] = known | parts
                unknown.append(check)
        if not self._lazily:
            self._before += self._findings(unknown, self._tahun, label)

    def errors(self, rows: Collection[Model]) -> tuple[Finding, ...]:
        """What cannot be right now that ``rows`` are written, and was not there before. Raises BeforeNeeded."""
        now = self._findings([CHECKS[code] for code in self._known], self._tahun, *self._models)
        if now and self._lazily:
            raise BeforeNeeded
        return tuple(
            f
            for f in _new(self._before, now)
            if CHECKS[f.code].at_form is AtForm.REFUSE or any(is_about(f, row) for row in rows)
        )

    def is_copied(self, finding: Finding, source: Model, tahun: int) -> bool:
        """Whether the row from which another was made breaks the same check, in its own year."""
        asked = finding.code, source._meta.label_lower, tahun
        if asked not in self._of_sources:
            self._of_sources[asked] = self._findings([CHECKS[finding.code]], tahun, asked[1])
        return any(is_about(f, source) for f in self._of_sources[asked])

    def _findings(self, checks: Iterable[Check], tahun: int, *models: str) -> tuple[Finding, ...]:
        return year_findings(kecamatan=self._kecamatan, tahun=tahun, checks=checks, models=models)


def is_about(finding: Finding, row: Model) -> bool:
    """Whether the form of this row is where the finding is mended."""
    about = finding.place.about
    written = KINDS[about.form] if about.form else about
    return finding.place.pk == row.pk and written.model == row._meta.label_lower


def _new(before: Iterable[Finding], after: Iterable[Finding]) -> tuple[Finding, ...]:
    before = tuple(before)
    known = Counter(_by_key(f) for f in before)
    rows = {_by_row(f) for f in before if f.place.pk}
    new = []
    for finding in after:
        key = _by_key(finding)
        if known[key]:
            known[key] -= 1
        elif _by_row(finding) not in rows:  # a row whose own words changed broke the check before as well
            new.append(finding)
    return tuple(new)


def _by_key(finding: Finding) -> tuple[object, ...]:
    return finding.code, finding.place


def _by_row(finding: Finding) -> tuple[object, ...]:
    return finding.code, finding.place.kind, finding.place.pk, finding.place.column


def every_finding(
    review: Callable[[Kecamatan, int], Iterable[Finding]] | None = None,
) -> Iterator[tuple[Kecamatan, int, Finding]]:
    """What breaks a check in any kecamatan and year; what several years share is told in the first of them.

    ``review`` says what is wrong with a year that has records of its own, of which there is a report; without it, and
    in years that others only look at, the records alone are asked.
    """
    for kecamatan in Kecamatan.objects.select_related("kabupaten").order_by("kode"):
        told: set[tuple[object, ...]] = set()
        recorded = recorded_years(kecamatan=kecamatan)
        for tahun in _years(kecamatan, recorded):
            found = (
                review(kecamatan, tahun)
                if review and tahun in recorded
                else year_findings(kecamatan=kecamatan, tahun=tahun, checks=over_records())
            )
            for finding in found:
                # By row: the place of a document names no year, that of a Renstra has the same row in all its years.
                mark = (*_by_row(finding), *_by_key(finding), finding.message)
                if mark not in told:
                    told.add(mark)
                    yield kecamatan, tahun, finding


def _years(kecamatan: Kecamatan, recorded: Iterable[int]) -> list[int]:
    """Every year in which something of the kecamatan could break a check; this year where nothing is recorded yet."""
    years = set(recorded)
    for first, last in m.Renstra.objects.for_kecamatan(kecamatan).values_list("tahun_awal", "tahun_akhir"):
        years.update(range(first, last + 1))
    for model in (m.Realisasi, m.PembandingIndikator, m.Belanja, m.DukunganProgram, m.PerjanjianKinerja):
        years.update(
            model.objects.for_kecamatan(kecamatan).order_by().values_list("tahun", flat=True).distinct()
        )
    # The total of an earlier year is read by the year after it.
    years.update(
        tahun + 1 for tahun in m.AnggaranLalu.objects.for_kecamatan(kecamatan).values_list("tahun", flat=True)
    )
    return sorted(years) or [timezone.localdate().year]
