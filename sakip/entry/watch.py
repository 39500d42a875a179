"""The checks, asked of the database: of a year as it is, of every year, and of what a change makes worse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
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
    Finding,
    Level,
    Year,
    checks_of_models,
    find_all,
    parts_of,
    parts_read,
)
from sakip.selectors import tahun_tercatat
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
    return find_all(wanted, Year(snapshot=build(kecamatan=kecamatan, tahun=tahun, parts=parts)))


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
        before, after = (find_all(self._checks, Year(snapshot=s)) for s in (self._seen, now))
        return _new(before, after)


class RowWatch:
    """The same around one row that a form saves: only checks that can refuse it, only the parts that they need.

    Kinds of row that no such check can refuse cost nothing. ``model`` is the label of the row's model.
    """

    def __init__(self, *, kecamatan: Kecamatan, tahun: int, model: str) -> None:
        self._kecamatan = kecamatan
        self._tahun = tahun
        self._model = model
        self._checks = tuple(
            c
            for c in checks_of_models(self._model)
            if c.level is Level.GALAT and c.at_form is not AtForm.SHOW
        )
        self._before = self._findings()

    def errors(self, row: Model) -> tuple[Finding, ...]:
        """What cannot be right now that ``row`` is written, and was not there before."""
        return tuple(
            f
            for f in _new(self._before, self._findings())
            if CHECKS[f.code].at_form is AtForm.REFUSE or is_about(f, row)
        )

    def _findings(self) -> tuple[Finding, ...]:
        return year_findings(
            kecamatan=self._kecamatan, tahun=self._tahun, checks=self._checks, models=(self._model,)
        )


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


def every_finding() -> Iterator[tuple[Kecamatan, int, Finding]]:
    """What breaks a check in any kecamatan and year; what several years share is told in the first of them."""
    for kecamatan in Kecamatan.objects.select_related("kabupaten").order_by("kode"):
        told: set[tuple[object, ...]] = set()
        for tahun in _years(kecamatan):
            for finding in year_findings(kecamatan=kecamatan, tahun=tahun, checks=CHECKS.values()):
                # By row: the place of a document names no year, that of a Renstra has the same row in all its years.
                mark = (*_by_row(finding), *_by_key(finding), finding.message)
                if mark not in told:
                    told.add(mark)
                    yield kecamatan, tahun, finding


def _years(kecamatan: Kecamatan) -> list[int]:
    """Every year in which something of the kecamatan could break a check; this year where nothing is recorded yet."""
    years = set(tahun_tercatat(kecamatan=kecamatan))
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
