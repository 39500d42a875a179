"""Which Renstra counts in a year. Decided here alone: pages, copies, snapshot, checks and workbook ask this module."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kecamatan.ground.prepared import PreparedRows
from kecamatan.models import Kecamatan
from sakip import models as m
from sakip.querysets import of_year
from sakip.records.rpjmd.in_effect import in_effect


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanOfYear:
    """The Renstra of a kecamatan-year.

    ``versions`` are all whose period covers the year, by period and version. ``in_force`` is what a person decided for
    the year (``decision``), else the version that took effect last by its end: documents are made from it.
    ``measured`` is the one to which the year's PK refers, as a document keeps the Renstra that it was made from;
    without a PK the one in force. Both are None where no Renstra covers the year.
    """

    versions: tuple[m.Renstra, ...]
    decision: m.RenstraBerlaku | None
    in_force: m.Renstra | None
    measured: m.Renstra | None

    @property
    def measured_versions(self) -> list[m.Renstra]:
        """The first version of the one measured, and each after it up to itself."""
        last = self.measured
        if last is None:
            return []
        return [r for r in self.versions if r.tahun_awal == last.tahun_awal and r.versi <= last.versi]

    @property
    def in_force_last(self) -> list[m.Renstra]:
        """All versions, the one in force last: of two rows with one kunci its row is meant."""
        return sorted(self.versions, key=lambda r: (r == self.in_force, r.tahun_awal, r.versi))


def plan_of_year(kecamatan: Kecamatan, tahun: int) -> PlanOfYear:
    """The Renstra of the year with its RPJMD (1 query, 2 where there are several versions, 3 where periods overlap)."""
    of_all_years = _VERSIONS(kecamatan.pk)  # a few rows: who looks at several years asks once
    return plan_of((r for r in of_all_years if r.tahun_awal <= tahun <= r.tahun_akhir), kecamatan, tahun)


def plan_of(rows: Iterable[m.Renstra], kecamatan: Kecamatan, tahun: int) -> PlanOfYear:
    """The same of versions at hand (at most 2 queries)."""
    versions = tuple(sorted(rows, key=lambda r: (r.tahun_awal, r.versi)))
    decisions = _DECISIONS(kecamatan.pk) if len(versions) > 1 else []
    decision = next((one for one in decisions if one.tahun == tahun), None)
    decided = decision.renstra_id if decision else None
    in_force = next((r for r in versions if r.pk == decided), None) or in_effect(versions, tahun)
    measured = in_force
    if in_force is not None and len({r.tahun_awal for r in versions}) > 1:
        promised = _promised(kecamatan, tahun) & {r.tahun_awal for r in versions}
        if promised and in_force.tahun_awal not in promised:
            measured = in_effect((r for r in versions if r.tahun_awal == max(promised)), tahun)
    return PlanOfYear(versions=versions, decision=decision, in_force=in_force, measured=measured)


def rpjmd_in_force(
    renstra: m.Renstra | None, periods: Iterable[m.PeriodeRPJMD], tahun: int
) -> m.PeriodeRPJMD | None:
    """Of the periods the one that the Renstra in force refers to, else the one in effect in the year."""
    periods = list(periods)
    referred = renstra.periode_rpjmd_id if renstra else None
    return next((p for p in periods if p.pk == referred), None) or in_effect(periods, tahun)


def _promised(kecamatan: Kecamatan, tahun: int) -> set[int]:
    """First years of the Renstra to which the latest PK of the year refers (1 query)."""
    referred = set(
        of_year(m.BarisPK, kecamatan, tahun)
        .exclude(acuan_indikator=None)
        .order_by()
        .values_list("perjanjian__versi", "acuan_indikator__renstra__tahun_awal")
        .distinct()
    )
    latest = max((versi for versi, _ in referred), default=0)
    return {first_year for versi, first_year in referred if versi == latest}


_VERSIONS: Final = PreparedRows(
    lambda kecamatan: m.Renstra.objects.for_kecamatan(kecamatan).select_related(
        "kecamatan", "periode_rpjmd", "misi_diacu"
    )
)
_DECISIONS: Final = PreparedRows(
    lambda kecamatan: m.RenstraBerlaku.objects.for_kecamatan(kecamatan).select_related("renstra")
)
