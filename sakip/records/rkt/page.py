"""Entry of the Rencana Kinerja Tahunan."""

from __future__ import annotations

from typing import Any

from kecamatan.models import Pengguna
from sakip import models as m
from sakip.entry.derived_page import Filled, fill_page, say_added
from sakip.entry.page import EntryPage, table_of_each
from sakip.entry.place import EntryPlace
from sakip.entry.upstream import rows_apart
from sakip.records.pejabat.terms import camat_words
from sakip.records.reference_form import unit_names
from sakip.records.rkt.upstream import UPSTREAM
from sakip.records.rkt.writes import sasaran_rkt_from_renstra
from sakip.snapshot.typed import choose_pejabat


def arrange(here: EntryPlace) -> dict[str, Any]:
    """The year's RKT with both of its tables (8 queries at most)."""
    rkt = here.rows(m.RKT).select_related("kecamatan", *choose_pejabat("penandatangan")).first()
    if rkt is None:
        return {"rkt": None}
    rows = list(
        m.BarisRKT.objects.filter(rkt=rkt)
        .select_related("program", "kegiatan", "sub_kegiatan", "acuan_sasaran")
        .prefetch_related("indikator")
    )
    nama_unit = unit_names(here.kecamatan)
    return {
        "rkt": rkt,
        "signer": camat_words(rkt, here.kecamatan),
        "sasaran": list(m.SasaranRKT.objects.filter(rkt=rkt)),
        "rows": [{"row": b, "unit": [nama_unit.get(k, k) for k in b.penanggung_jawab]} for b in rows],
        "rkt_rows": rows,
        "rkt_indikator": [one for row in rows for one in row.indikator.all()],
        "renstra": here.plan.in_force,
    }


def _fill(rkt: m.RKT, by: Pengguna) -> Filled:
    """Add the indikator of the Renstra that the RKT does not have yet."""
    return say_added(
        sasaran_rkt_from_renstra(rkt=rkt, by=by),
        f"indikator ditambahkan dari Renstra dengan target tahun {rkt.tahun}.",
        "Semua indikator Renstra sudah ada dalam RKT." + _differing(rkt),
    )


def _differing(rkt: m.RKT) -> str:
    """That some of its rows say otherwise than the Renstra."""
    number = sum(not one.left for one in rows_apart(UPSTREAM, rkt.kecamatan, rkt.tahun))
    return f" {number} baris berbeda dari Renstra; periksa perbedaannya." if number else ""


rkt_fill = fill_page("rkt", _fill, m.RKT)

PAGE = EntryPage(code="rkt", compose=arrange, tables=table_of_each("rkt", "sasaran-rkt", "baris-rkt"))
