"""Entry of the Keputusan Camat tentang IKU."""

from __future__ import annotations

from typing import Any

from kecamatan.models import Pengguna
from sakip import models as m
from sakip.entry.derived_page import Filled, fill_page, say_added
from sakip.entry.page import EntryPage, table_of_each
from sakip.entry.place import EntryPlace
from sakip.records.iku.of_year import iku_of_year
from sakip.records.iku.writes import iku_from_renstra, lists_offered
from sakip.records.pejabat.terms import camat_words
from sakip.snapshot.typed import choose_pejabat
from sakip.text.targets import chain


def arrange(here: EntryPlace) -> dict[str, Any]:
    """The year's decision with its rows, and what Renstra and profil have beyond it (16 queries at most)."""
    keputusan = (
        here.rows(m.KeputusanIKU)
        .select_related("kecamatan", *choose_pejabat("penandatangan"))
        .prefetch_related("daftar_mengingat__peraturan", "butir", "baris__acuan_indikator")
        .first()
    )
    renstra = here.plan.in_force
    if keputusan is None:
        earlier = iku_of_year(here.kecamatan, here.tahun).select_related("kecamatan").first()
        rows = list(earlier.baris.all()) if earlier else []
        return {"keputusan": None, "renstra": renstra, "earlier": earlier, "rows": rows}
    items, rows = list(keputusan.butir.all()), list(keputusan.baris.all())
    present = {b.acuan_indikator.kunci for b in rows if b.acuan_indikator is not None}
    return {
        "keputusan": keputusan,
        "signer": camat_words(keputusan, here.kecamatan),
        "renstra": renstra,
        "butir": [(j, [b for b in items if b.jenis == j.value]) for j in m.ButirIKU.Jenis],
        "rows": rows,
        "missing": len(_iku_keys(renstra) - present),
        "empty_lists": list(lists_offered(keputusan, renstra)),
    }


def _iku_keys(renstra: m.Renstra | None) -> set[str]:
    if renstra is None:
        return set()
    return set(m.Indikator.objects.filter(renstra=renstra, iku=True).values_list("kunci", flat=True))


def _fill(keputusan: m.KeputusanIKU, by: Pengguna) -> Filled:
    """Add to the SK IKU what Renstra and profil have and it does not have yet."""
    filled = iku_from_renstra(keputusan=keputusan, by=by)
    words = say_added(
        filled.rows,
        "indikator ditambahkan dari Renstra.",
        "Semua indikator kinerja utama dalam Renstra sudah ada.",
    ).words
    return Filled(
        f"{words} Terisi dari profil dan Renstra: {chain(filled.lists)}." if filled.lists else words
    )


iku_fill = fill_page("iku", _fill, m.KeputusanIKU)

PAGE = EntryPage(code="iku", compose=arrange, tables=table_of_each("iku", "baris-iku", "mengingat-iku"))
