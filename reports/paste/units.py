"""Values that a pasted table writes with their unit: "12 Dokumen"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from sakip.entry.measured import Planned
from sakip.entry.number_kinds import Number, Rupiah, Year
from sakip.entry.value_kinds import shorten
from sakip.text.units import same_unit
from sakip.workbook.raw_cells import folded
from sakip.workbook.sheets.sheet import Sheet

_WITH_UNIT: Final = re.compile(r"([\d.,]+)[^\S\n]*(%|[^\W\d][^\d\n]*)")


def without_units(sheet: Sheet, columns: Sequence[str], cells: dict[str, Any]) -> dict[str, str]:
    """Take the unit out of the values of a row where satuan has no column of its own; returns by its column what is
    said of another unit than the row is, and so is no value of it."""
    if "satuan" not in {column.key for column in sheet.columns}:
        return {}
    broken: dict[str, str] = {}
    for column in sheet.columns:
        said = cells.get(column.key)
        measured = isinstance(column.kind, Planned | Number) or column.key == "target"
        if not measured or isinstance(column.kind, Year | Rupiah) or not isinstance(said, str):
            continue
        if not (found := _WITH_UNIT.fullmatch(said)):
            continue
        own, unit = str(cells.get("satuan") or ""), found[2].strip()
        if own and not _may_be_one(own, unit):
            broken[column.key] = (
                f"“{shorten(said)}” bersatuan lain daripada “{shorten(own)}”. Samakan satuannya."
            )
        elif "satuan" not in columns:
            cells[column.key] = found[1]
            cells.setdefault("satuan", unit)
    return broken


def _may_be_one(own: str, other: str) -> bool:
    """Whether two spellings may be one unit, also where one is short for the other: "dok", "Orang/bulan"."""
    one, two = (folded(text).strip(" .") for text in (own, other))
    return same_unit(one, two) or one in two or two in one
