"""What Bagian Organisasi decides for every kecamatan: how a year is measured, and who the kepala daerah is."""

from __future__ import annotations

from typing import Any

from kecamatan.models import MasaJabatan, Peraturan
from kecamatan.permissions import Hak
from sakip import models as m
from sakip.entry.page import EntryPage, table_of_each
from sakip.entry.place import EntryPlace


def arrange(here: EntryPlace) -> dict[str, Any]:
    """Kebijakan of every year and terms of the kepala daerah, and regulations (3 queries)."""
    kabupaten = here.kecamatan.kabupaten
    kebijakan = list(
        m.KebijakanPengukuran.objects.filter(kabupaten=kabupaten)
        .select_related("skala", "kabupaten")
        .order_by("-tahun")
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
        "may_arrange": Hak.ATUR in here.hak,
    }


PAGE = EntryPage(code="pengaturan", compose=arrange, tables=table_of_each("kepala-daerah"))
