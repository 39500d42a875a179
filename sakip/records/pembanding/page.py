"""Entry of what each indikator is compared with: kabupaten, provinsi, nation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sakip import models as m
from sakip.entry.page import EntryPage, PageTable
from sakip.entry.place import Tempat
from sakip.records.pembanding.models import PILIHAN_LINGKUP
from sakip.records.renstra.of_year import RenstraOfYear


def arrange(tempat: Tempat) -> dict[str, Any]:
    """Every indikator of the Renstra in force with its three areas (3 queries, 4 where periods of Renstra overlap).

    What is recorded under an earlier version of the Renstra is found by kunci; of two the later one counts.
    """
    berlaku = RenstraOfYear(tempat.kecamatan, tempat.tahun)
    ada = {
        (p.indikator.kunci, p.lingkup): p
        for p in tempat.rows(m.PembandingIndikator)
        .select_related("indikator")
        .order_by("indikator__renstra__tahun_awal", "indikator__renstra__versi")
    }
    return {
        "renstra": berlaku.renstra,
        "daftar_indikator": [
            {
                "indikator": i,
                "lingkup": [(kode, nama, ada.get((i.kunci, kode))) for kode, nama in PILIHAN_LINGKUP],
            }
            for i in berlaku.indikator.values()
        ],
    }


def tables(shown: Mapping[str, Any]) -> Iterator[PageTable]:
    """One for each indikator."""
    for kunci in (satu["indikator"].kunci for satu in shown["daftar_indikator"]):
        yield PageTable(code=f"pembanding-{kunci}", kinds=("pembanding",), rows=(("kunci_indikator", kunci),))


PAGE = EntryPage(code="pembanding", compose=arrange, within="realisasi", tables=tables)
