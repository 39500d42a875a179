"""The abbreviations and terms of a kabupaten, and which of them the report of this kecamatan has."""

from __future__ import annotations

from typing import Any

from reports.lkip.bab1_singkatan import stands_in
from reports.models import Singkatan
from reports.prose.abbreviations import SINGKATAN
from reports.review.kept import year_now
from sakip.entry.page import EntryPage
from sakip.entry.place import EntryPlace
from sakip.records.pages import PAGES


def arrange(here: EntryPlace) -> dict[str, Any]:
    """The kabupaten's own, each with whether this report uses it, and those that every report knows."""
    naskah = year_now(kecamatan=here.kecamatan, tahun=here.tahun).naskah
    used = stands_in(naskah)
    rows = Singkatan.objects.filter(kabupaten=here.kecamatan.kabupaten_id).order_by("singkatan")
    return {
        "own": [{"row": row, "used": row.singkatan in used} for row in rows],
        "known": sorted(SINGKATAN.items(), key=lambda one: one[0].casefold()),
    }


PAGES["singkatan"] = EntryPage(
    code="singkatan", compose=arrange, name="Singkatan dan istilah", within="pengaturan"
)
