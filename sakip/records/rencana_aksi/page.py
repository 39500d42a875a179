"""Entry of the Rencana Aksi."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch

from kecamatan.models import Pengguna
from sakip import models as m
from sakip.entry.derived_page import Filled, fill_page
from sakip.entry.page import EntryPage, table_of_each
from sakip.entry.place import EntryPlace
from sakip.records.pejabat.terms import camat_words
from sakip.records.rencana_aksi.form import ROMAN
from sakip.records.rencana_aksi.writes import rencana_aksi_from_pk
from sakip.snapshot.typed import choose_pejabat


def arrange(here: EntryPlace) -> dict[str, Any]:
    """The year's rencana aksi: indikator with their triwulan, kegiatan under them (6 queries at most)."""
    rencana = here.rows(m.RencanaAksi).select_related("kecamatan", *choose_pejabat("penandatangan")).first()
    if rencana is None:
        return {"rencana": None}
    rows = (
        m.BarisRencanaAksi.objects.filter(rencana_aksi=rencana)
        .select_related("acuan_indikator")
        .prefetch_related(
            "target",
            Prefetch(
                "kegiatan",
                m.KegiatanRencanaAksi.objects.select_related("program", "kegiatan", "sub_kegiatan"),
            ),
        )
    )
    return {
        "rencana": rencana,
        "signer": camat_words(rencana, here.kecamatan),
        "rows": list(rows),
        "triwulan": ROMAN,
        "has_pk": here.rows(m.PerjanjianKinerja).filter(dikutip=False).exists(),
    }


def _fill(rencana: m.RencanaAksi, by: Pengguna) -> Filled:
    """Add to the rencana aksi the indikator of the PK that it does not have yet; what is still to be typed."""
    result = rencana_aksi_from_pk(rencana=rencana, by=by)
    if not result.rows:
        return Filled("Semua indikator PK sudah ada dalam rencana aksi.")
    versi = f"PK perubahan ke-{result.perjanjian.versi}" if result.perjanjian.versi else "PK murni"
    words = [f"{len(result.rows)} indikator ditambahkan dari {versi}."]
    if result.bertarget:
        words.append(f"Target PK menjadi target triwulan terakhir pada {result.bertarget} indikator.")
    words.append("Isi target triwulan lainnya.")
    return Filled(" ".join(words))


rencana_aksi_fill = fill_page("rencana-aksi", _fill, m.RencanaAksi)

PAGE = EntryPage(
    code="rencana-aksi",
    compose=arrange,
    tables=table_of_each("rencana-aksi", "baris-rencana-aksi", "kegiatan-rencana-aksi"),
)
