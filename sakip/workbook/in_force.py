"""The Renstra in force in a workbook's year: what keys of sasaran and indikator on all of its sheets refer to."""

from __future__ import annotations

from typing import Final

from django.db.models import Prefetch

from kecamatan.ground.prepared import PreparedRows
from sakip import models as m
from sakip.records.renstra.in_force import PlanOfYear, plan_of
from sakip.snapshot.rows import fetch
from sakip.workbook.stored import Stored, stock


@stock
def stored_plan(data: Stored) -> PlanOfYear:
    """Versions whose period includes the year, and which of them is in force."""
    return plan_of(_VERSIONS(data.kecamatan.pk, data.tahun), data.kecamatan, data.tahun)


_VERSIONS: Final = PreparedRows(
    lambda kecamatan, tahun: (
        m.Renstra.objects.for_kecamatan(kecamatan)
        .for_tahun(tahun)
        .select_related("periode_rpjmd", "misi_diacu")
        .prefetch_related(
            Prefetch("tujuan", m.Tujuan.objects.prefetch_related("indikator__target")),
            fetch("sasaran", m.Sasaran, "tujuan", "sasaran_rpjmd"),
            Prefetch(
                "indikator",
                m.Indikator.objects.select_related("sasaran", "skala")
                .prefetch_related("target")
                .order_by("sasaran__urut", "sasaran_id", "urut", "id"),
            ),
        )
    )
)


def stored_renstra(data: Stored) -> list[m.Renstra]:
    """The versions; that in force comes last, because of two indikator with one kunci the last is meant."""
    return stored_plan(data).in_force_last


@stock
def indikator_names(data: Stored) -> dict[str, str]:
    """What its indikator are called, by kunci, in the order of the Renstra."""
    return {i.kunci: i.nama for r in stored_renstra(data) for i in r.indikator.all()}


def plan_beside(data: Stored, reference: m.Indikator | m.Sasaran | None) -> int | None:
    """First year of the Renstra that a row refers to, where that is another of the year than the one in force."""
    plan = stored_plan(data)
    if reference is None or plan.in_force is None or reference.renstra.tahun_awal == plan.in_force.tahun_awal:
        return None
    year = reference.renstra.tahun_awal
    return year if any(r.tahun_awal == year for r in plan.versions) else None


def other_renstra(data: Stored) -> list[m.Renstra]:
    """Versions of other periods, the latest first, with what rows refer to (3 queries)."""
    read = [r.pk for r in stored_renstra(data)]
    others = m.Renstra.objects.for_kecamatan(data.kecamatan).exclude(pk__in=read)
    return list(others.order_by("-tahun_awal", "-versi").prefetch_related("sasaran", "indikator"))
