"""How a kabupaten arranges its LKIP, with the contents that the report of this kecamatan has by it, and
what that changes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from reports.document.tree import Dokumen, Part
from reports.lkip.lkip import lkip
from reports.models import SusunanLaporan
from reports.models.arrangement import arrangement_for
from reports.publish.naskah import Naskah, Susunan
from reports.review.kept import year_now
from reports.review.rearranged import rearranged
from sakip.entry.page import EntryPage
from sakip.entry.place import EntryPlace
from sakip.records.pages import PAGES


def arrange(here: EntryPlace) -> dict[str, Any]:
    """Every arrangement, the latest first, with its contents and what it changes against the one before it; and what
    is printed where none holds."""
    kabupaten = here.kecamatan.kabupaten_id
    naskah = year_now(kecamatan=here.kecamatan, tahun=here.tahun).naskah
    holding = arrangement_for(kabupaten, here.tahun)
    arrangements: list[dict[str, Any]] = []
    before, since = _arranged(naskah, Susunan()), ""
    default = before
    for row in SusunanLaporan.objects.filter(kabupaten=kabupaten).order_by("tahun_awal"):
        after = _arranged(naskah, row.as_frozen)
        arrangements.append(
            {
                "row": row,
                "holds": row == holding,
                "contents": _contents(after),
                "changes": rearranged(before, after, naskah),
                "since": since,
            }
        )
        before, since = after, f"sejak laporan tahun {row.tahun_awal}"
    return {"arrangements": arrangements[::-1], "default": None if holding else _contents(default)}


def _arranged(naskah: Naskah, susunan: Susunan) -> Dokumen:
    return lkip(replace(naskah, susunan=susunan))


def _contents(dokumen: Dokumen) -> tuple[Part, ...]:
    return (*dokumen.body, *(part for part in dokumen.lampiran if part.nomor))


PAGES["susunan-laporan"] = EntryPage(
    code="susunan-laporan", compose=arrange, name="Susunan laporan", within="pengaturan"
)
