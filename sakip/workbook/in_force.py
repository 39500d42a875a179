"""The Renstra in force in a workbook's year: what keys of sasaran and indikator on all of its sheets refer to."""

from __future__ import annotations

from django.db.models import Prefetch

from sakip import models as m
from sakip.snapshot.rows import fetch
from sakip.workbook.stored import Stored, stock


@stock
def stored_renstra(data: Stored) -> list[m.Renstra]:
    """Versions whose period includes the year; the period that the year's PK refers to comes last, because of two
    indikator with one kunci the last is meant."""
    versions = (
        m.Renstra.objects.for_kecamatan(data.kecamatan)
        .for_tahun(data.tahun)
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
    promised = m.BarisPK.objects.for_kecamatan(data.kecamatan).for_tahun(data.tahun)
    referred = set(
        promised.order_by().values_list("acuan_indikator__renstra__tahun_awal", flat=True).distinct()
    )
    return sorted(versions, key=lambda r: (r.tahun_awal in referred, r.tahun_awal, r.versi))


@stock
def indikator_names(data: Stored) -> dict[str, str]:
    """What its indikator are called, by kunci, in the order of the Renstra."""
    return {i.kunci: i.nama for r in stored_renstra(data) for i in r.indikator.all()}


def other_renstra(data: Stored) -> list[m.Renstra]:
    """Versions of other periods, the latest first, with what rows refer to (3 queries)."""
    read = [r.pk for r in stored_renstra(data)]
    others = m.Renstra.objects.for_kecamatan(data.kecamatan).exclude(pk__in=read)
    return list(others.order_by("-tahun_awal", "-versi").prefetch_related("sasaran", "indikator"))
