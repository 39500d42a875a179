"""What a kabupaten added to the nomenklatur, as its page lists it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kecamatan.models import Kabupaten
from sakip.records.nomenklatur.codes import EDITION, MODEL, installed_by_now


@dataclass(frozen=True, slots=True)
class AddedRow:
    """An addition: the code of its kind of row, its level in words, the row, and the installed row that has taken its
    place, if any."""

    kind: str
    level: str
    row: Any
    installed: Any


def additions_of(kabupaten: Kabupaten) -> list[AddedRow]:
    """All additions in the order of their codes (3 queries, and 1 per level that has any)."""
    results: list[AddedRow] = []
    for level, model in MODEL.items():
        rows = list(model._default_manager.filter(kabupaten=kabupaten).select_related(EDITION[level]))
        taken = dict(installed_by_now(level, rows))
        kind, words = f"{level.replace('_', '-')}-tambahan", level.replace("_", " ")
        results += (AddedRow(kind, words, row, taken.get(row)) for row in rows)
    return sorted(results, key=lambda one: (one.row.kode, one.row.tahun_awal))
