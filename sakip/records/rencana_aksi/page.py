"""Entry of the Rencana Aksi."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch

from kecamatan.models import Pengguna
from sakip import models as m
from sakip.entry.derived_page import fill_page
from sakip.entry.page import EntryPage, table_of_each
from sakip.entry.place import Tempat
from sakip.records.rencana_aksi.form import ROMAWI
from sakip.records.rencana_aksi.writes import rencana_aksi_dari_pk


def arrange(tempat: Tempat) -> dict[str, Any]:
    """The year's rencana aksi: indikator with their triwulan, kegiatan under them (5 queries at most)."""
    rencana = tempat.rows(m.RencanaAksi).select_related("kecamatan", "penandatangan__pejabat").first()
    if rencana is None:
        return {"rencana": None}
    baris = m.BarisRencanaAksi.objects.filter(rencana_aksi=rencana).prefetch_related(
        "target",
        Prefetch(
            "kegiatan", m.KegiatanRencanaAksi.objects.select_related("program", "kegiatan", "sub_kegiatan")
        ),
    )
    return {
        "rencana": rencana,
        "baris": list(baris),
        "triwulan": ROMAWI,
        "ada_pk": tempat.rows(m.PerjanjianKinerja).filter(dikutip=False).exists(),
    }


def _fill(rencana: m.RencanaAksi, oleh: Pengguna) -> str:
    """Add to the rencana aksi the indikator of the PK that it does not have yet; what is still to be typed."""
    hasil = rencana_aksi_dari_pk(rencana=rencana, oleh=oleh)
    if not hasil.baris:
        return "Semua indikator PK sudah ada dalam rencana aksi."
    versi = f"PK perubahan ke-{hasil.perjanjian.versi}" if hasil.perjanjian.versi else "PK murni"
    kata = [f"{len(hasil.baris)} indikator ditambahkan dari {versi}."]
    if hasil.bertarget:
        kata.append(f"Target triwulan IV diisi dengan target PK pada {hasil.bertarget} indikator.")
    kata.append("Isi target triwulan lainnya.")
    return " ".join(kata)


rencana_aksi_fill = fill_page("rencana-aksi", _fill, m.RencanaAksi)

PAGE = EntryPage(
    code="rencana-aksi",
    compose=arrange,
    tables=table_of_each("rencana-aksi", "baris-rencana-aksi", "kegiatan-rencana-aksi"),
)
