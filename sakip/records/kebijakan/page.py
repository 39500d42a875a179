"""What Bagian Organisasi decides for every kecamatan: how a year is measured, who the kepala daerah is, on which days
nobody works, and what is added to the nomenklatur."""

from __future__ import annotations

from typing import Any

from kecamatan.models import MasaJabatan, Peraturan
from kecamatan.permissions import Hak
from sakip import models as m
from sakip.entry.page import EntryPage, table_of_each
from sakip.entry.place import EntryPlace
from sakip.records.nomenklatur.additions import additions_of


def arrange(here: EntryPlace) -> dict[str, Any]:
    """Kebijakan of every year and terms of the kepala daerah, regulations, holidays of this year and the next, and
    additions to the nomenklatur (8 queries, and 1 per level that has additions)."""
    kabupaten = here.kecamatan.kabupaten
    kebijakan = list(
        m.KebijakanPengukuran.objects.filter(kabupaten=kabupaten)
        .select_related("skala", "kabupaten")
        .order_by("-tahun")
    )
    years = (here.tahun, here.tahun + 1)  # the deadlines of a year lie in the next
    holidays = list(
        m.HariLibur.objects.filter(kabupaten=kabupaten, tanggal__year__in=years).order_by("tanggal")
    )
    return {
        "kebijakan": kebijakan,
        "has_this_year": any(k.tahun == here.tahun for k in kebijakan),
        "kepala_daerah": list(
            MasaJabatan.objects.filter(kabupaten=kabupaten)
            .select_related("pejabat", "kabupaten")
            .order_by("-mulai", "-pk")
        ),
        "peraturan": list(
            Peraturan.objects.filter(kabupaten=kabupaten)
            .select_related("dicabut_oleh")
            .order_by("-tahun", "jenis", "nomor")
        ),
        "hari_libur": holidays,
        "years_without_holidays": [year for year in years if year not in {h.tanggal.year for h in holidays}],
        "additions": additions_of(kabupaten),
        "may_arrange": Hak.ATUR in here.hak,
    }


PAGE = EntryPage(code="pengaturan", compose=arrange, tables=table_of_each("kepala-daerah"))
