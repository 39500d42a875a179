"""The texts of a kabupaten from which narratives start, each as this kecamatan's would start with it."""

from __future__ import annotations

from typing import Any

from reports.document.tree import Dokumen, Part
from reports.html import render_html
from reports.models import TeksBaku
from reports.models.boilerplate import boilerplate_for
from reports.review.kept import year_now
from reports.writing.boilerplate import named
from reports.writing.html import read_html
from reports.writing.live import fill, live_values, marker_messages
from reports.writing.to_document import narrative_of
from sakip.entry.page import EntryPage
from sakip.entry.place import EntryPlace
from sakip.records.pages import PAGES


def arrange(here: EntryPlace) -> dict[str, Any]:
    """Every text, with how it reads in the report of this kecamatan and year, and what is wrong with its values."""
    naskah = year_now(kecamatan=here.kecamatan, tahun=here.tahun).naskah
    values = live_values(naskah.results)
    holding = {row.pk for row in boilerplate_for(here.kecamatan.kabupaten_id, here.tahun).values()}
    texts = []
    for row in TeksBaku.objects.filter(kabupaten=here.kecamatan.kabupaten_id).order_by(
        "bagian", "-tahun_awal"
    ):
        blocks = named(read_html(row.isi), naskah)
        part = Part(
            key=f"teks-baku-{row.pk}",
            title=row.get_bagian_display(),
            level=3,
            content=(narrative_of(fill(blocks, values), unread=False),),
        )
        example = Dokumen(key="contoh", title=part.title, body=(part,), konsep=False, contents=False)
        texts.append(
            {
                "row": row,
                "holds": row.pk in holding,
                "example": render_html(example, naskah.pengaturan, standalone=False),
                "messages": marker_messages(blocks, values),
            }
        )
    return {"texts": texts}


PAGES["teks-baku"] = EntryPage(code="teks-baku", compose=arrange, name="Teks baku", within="pengaturan")
