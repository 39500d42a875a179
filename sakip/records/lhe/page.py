"""Entry of last year's evaluation: its value, and what is done about each recommendation."""

from __future__ import annotations

from typing import Any

from sakip import models as m
from sakip.entry.page import EntryPage, table_of_each
from sakip.entry.place import EntryPlace
from sakip.records.lhe.models import BOBOT
from sakip.records.reference_form import unit_names


def arrange(here: EntryPlace) -> dict[str, Any]:
    """The letter with its components, and the recommendations (3 queries)."""
    lhe = here.rows(m.LHE).first()
    names = unit_names(here.kecamatan)
    columns: Any = m.LHE._meta
    return {
        "lhe": lhe,
        "komponen": [
            (columns.get_field(name).verbose_name, getattr(lhe, name), bobot)
            for name, bobot in BOBOT.items()
            if lhe and getattr(lhe, name) is not None
        ],
        "rekomendasi": [
            (one, [names.get(k, k) for k in one.penanggung_jawab]) for one in here.rows(m.RekomendasiLHE)
        ],
    }


PAGE = EntryPage(
    code="lhe",
    compose=arrange,
    title="Tindak lanjut hasil evaluasi (LHE)",
    tables=table_of_each("lhe", "rekomendasi-lhe"),
)
