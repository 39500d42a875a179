"""Entry of surveys of satisfaction, with the IKM and mutu that follow from them."""

from __future__ import annotations

from typing import Any

from sakip.capaian.skm import beside_each_other, compute_skm, mutu
from sakip.entry.page import EntryPage, table_of_each
from sakip.entry.place import EntryPlace
from sakip.models import SurveiKepuasan
from sakip.text.numbers import format_angka


def arrange(here: EntryPlace) -> dict[str, Any]:
    """The surveys of the year beside each other, an unsur in each row (1 query)."""
    surveys = list(here.rows(SurveiKepuasan).select_related("indikator"))
    values = [compute_skm(one.unsur).ikm for one in surveys]
    return {
        "surveys": surveys,
        "unsur": [
            (name, ["" if value is None else format_angka(value, 3) for value in row])
            for name, row in beside_each_other([one.unsur for one in surveys])
        ],
        "ikm": [format_angka(value, 2) for value in values],
        "mutu": [f"{found[0]} ({found[1]})" if (found := mutu(value)) else "" for value in values],
    }


PAGE = EntryPage(
    code="survei-kepuasan",
    compose=arrange,
    title="Survei kepuasan masyarakat per unsur",
    tables=table_of_each("survei-kepuasan"),
)
