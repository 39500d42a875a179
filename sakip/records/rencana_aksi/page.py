"""Entry of the Rencana Aksi."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch

from sakip import models as m
from sakip.entry.page import EntryPage, table_of_each
from sakip.entry.place import Tempat
from sakip.records.rencana_aksi.form import ROMAWI


def arrange(tempat: Tempat) -> dict[str, Any]:
    """The year's rencana aksi: indikator with their triwulan, kegiatan under them (5 queries at most)."""
    rencana = (
        m.RencanaAksi.objects.for_kecamatan(tempat.kecamatan)
        .for_tahun(tempat.tahun)
        .select_related("kecamatan", "penandatangan__pejabat")
        .first()
    )
    if rencana is None:
        return {"rencana": None}
    baris = m.BarisRencanaAksi.objects.filter(rencana_aksi=rencana).prefetch_related(
        "target",
        Prefetch(
            "kegiatan",
            m.KegiatanRencanaAksi.objects.select_related("program", "kegiatan", "sub_kegiatan"),
        ),
    )
    return {
        "rencana": rencana,
        "baris": list(baris),
        "triwulan": ROMAWI,
        "ada_pk": m.PerjanjianKinerja.objects.for_kecamatan(tempat.kecamatan)
        .for_tahun(tempat.tahun)
        .filter(dikutip=False)
        .exists(),
    }


PAGE = EntryPage(
    code="rencana-aksi",
    compose=arrange,
    tables=table_of_each("rencana-aksi", "baris-rencana-aksi", "kegiatan-rencana-aksi"),
)
