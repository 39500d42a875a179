"""Entry of what each indikator is compared with: kabupaten, provinsi, nation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kecamatan.areas import own_words
from sakip import models as m
from sakip.entry.page import EntryPage, PageTable
from sakip.entry.place import EntryPlace
from sakip.records.pembanding.models import SCOPE_CHOICES
from sakip.records.renstra.of_year import RenstraOfYear


def arrange(here: EntryPlace) -> dict[str, Any]:
    """Every indikator by which the year is measured with its three areas (3 queries, 5 where Renstra overlap).

    What is recorded under an earlier version of the Renstra is found by kunci; of two the later one counts.
    """
    measured = RenstraOfYear(here.kecamatan, here.tahun, measured=True)
    present = {
        (p.indikator.kunci, p.lingkup): p
        for p in here.rows(m.PembandingIndikator)
        .select_related("indikator")
        .order_by("indikator__renstra__tahun_awal", "indikator__renstra__versi")
    }
    return {
        "renstra": measured.renstra,
        "indikator_list": [
            {
                "indikator": i,
                "scopes": [
                    (kode, own_words(nama, here.kecamatan), present.get((i.kunci, kode)))
                    for kode, nama in SCOPE_CHOICES
                ],
            }
            for i in measured.indikator.values()
        ],
    }


def tables(shown: Mapping[str, Any]) -> Iterator[PageTable]:
    """One for each indikator."""
    for key in (one["indikator"].kunci for one in shown["indikator_list"]):
        yield PageTable(code=f"pembanding-{key}", kinds=("pembanding",), rows=(("kunci_indikator", key),))


PAGE = EntryPage(code="pembanding", compose=arrange, within="realisasi", tables=tables)
