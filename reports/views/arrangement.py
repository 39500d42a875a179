"""How a kabupaten arranges its LKIP, with the contents that the report of this kecamatan has by it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from reports.document.tree import Part
from reports.lkip.lkip import lkip
from reports.models import SusunanLaporan
from reports.models.arrangement import arrangement_for
from reports.publish.assemble import build_draft
from reports.publish.naskah import Naskah, Susunan
from sakip.entry.page import EntryPage
from sakip.entry.place import EntryPlace
from sakip.records.pages import PAGES


def arrange(here: EntryPlace) -> dict[str, Any]:
    """Every arrangement, and what is printed without one, each with its chapters and their parts."""
    kabupaten = here.kecamatan.kabupaten_id
    naskah = build_draft(kecamatan=here.kecamatan, tahun=here.tahun)
    holding = arrangement_for(kabupaten, here.tahun)
    rows = SusunanLaporan.objects.filter(kabupaten=kabupaten).order_by("-tahun_awal")
    return {
        "arrangements": [
            {"row": row, "holds": row == holding, "chapters": _chapters(naskah, row.as_frozen)}
            for row in rows
        ],
        "default": None if holding else _chapters(naskah, Susunan()),
    }


def _chapters(naskah: Naskah, susunan: Susunan) -> tuple[Part, ...]:
    return lkip(replace(naskah, susunan=susunan)).body


PAGES["susunan-laporan"] = EntryPage(
    code="susunan-laporan", compose=arrange, name="Susunan laporan", within="pengaturan"
)
