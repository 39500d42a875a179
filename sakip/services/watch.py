"""The checks, asked of the database: of a year as it is, of every year, and of what a change makes worse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from django.utils import timezone

from kecamatan.galat import GalatMasukan
from kecamatan.models import Kecamatan
from sakip import models as m
from sakip.checks import CHECKS, Check, Finding, Level, Year, checks_of_models, find_all
from sakip.selectors import tahun_tercatat
from sakip.snapshot.build import build


class CheckRefused(GalatMasukan):
    """A change would record what cannot be right. ``findings`` are the new ones; ``str()`` is the first message."""

    def __init__(self, findings: Collection[Finding]) -> None:
        self.findings = tuple(findings)
        first = self.findings[0]
        place = first.place.words
        super().__init__(f"{place[:1].upper()}{place[1:]}: {first.message}")


def year_findings(*, kecamatan: Kecamatan, tahun: int, checks: Iterable[Check]) -> tuple[Finding, ...]:
    """What breaks these checks now, from a snapshot of just the parts that they read."""
    wanted = tuple(checks)
    parts = {part for c in wanted for part in c.reads}
    if not parts:
        return ()
    return find_all(wanted, Year(snapshot=build(kecamatan=kecamatan, tahun=tahun, parts=parts)))


class Watch:
    """Knows what broke the checks before a change, so that afterwards only what is new counts.

    Make one inside the transaction before writing, and ask :meth:`news` after. ``models`` are the labels of the
    models of which rows will change, where that is known; without them every check is asked.
    """

    def __init__(
        self,
        *,
        kecamatan: Kecamatan,
        tahun: int,
        models: Collection[str] | None = None,
        level: Level | None = None,
    ) -> None:
        self.kecamatan = kecamatan
        self.tahun = tahun
        asked = CHECKS.values() if models is None else checks_of_models(*models)
        self.checks = tuple(c for c in asked if level is None or c.level is level)
        self.before = self._findings(self.checks)

    def news(self, models: Collection[str] | None = None) -> tuple[Finding, ...]:
        """What breaks a check now and did not before; of what rows of ``models`` can break, where they are known."""
        checks = self.checks
        if models is not None:
            touched = {c.code for c in checks_of_models(*models)}
            checks = tuple(c for c in checks if c.code in touched)
        known = Counter(_by_key(f) for f in self.before)
        rows = {_by_row(f) for f in self.before if f.place.pk}
        new = []
        for finding in self._findings(checks):
            key = _by_key(finding)
            if known[key]:
                known[key] -= 1
            elif _by_row(finding) not in rows:  # a row whose own words changed broke the check before as well
                new.append(finding)
        return tuple(new)

    def refuse_errors(self) -> None:
        """Raise CheckRefused when the change made something that cannot be right."""
        if errors := [f for f in self.news() if f.level is Level.GALAT]:
            raise CheckRefused(errors)

    def _findings(self, checks: tuple[Check, ...]) -> tuple[Finding, ...]:
        return year_findings(kecamatan=self.kecamatan, tahun=self.tahun, checks=checks)


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
