"""A row of a pasted table with a column for each year, triwulan or area: it is a row for each of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reports.paste.headings import COUNTED
from reports.paste.names import Names
from reports.paste.reading import Reading
from sakip.workbook.overlay import LaidRow


def spread_rows(
    reading: Reading, names: Names, number: int, cells: Mapping[str, Any], broken: Mapping[str, str]
) -> list[LaidRow]:
    """The rows that a row of a table is; ``broken`` is what is wrong with its cells."""
    remarks = {column.key for column in reading.sheet.columns if not column.is_read}
    cells = {key: value for key, value in cells.items() if key not in remarks}
    spread = [key for key in cells if "@" in key]
    if not spread:
        return [LaidRow(number=number, cells=cells, broken=dict(broken))]
    if reading.sheet.pasted.spread is None:
        raise ValueError(f"belum ditanyakan: {spread}")
    value, apart, *_ = reading.sheet.pasted.spread
    shared = LaidRow(
        number=number, cells={key: one for key, one in cells.items() if "@" not in key}, broken=dict(broken)
    )
    return [
        _apart(reading, names, shared, {value: cells[key]}, apart, key.partition("@")[2]) for key in spread
    ]


def _apart(
    reading: Reading, names: Names, shared: LaidRow, value: Mapping[str, Any], apart: str, which: str
) -> LaidRow:
    """A row for one year, triwulan, or what else tells them apart; a year that is counted is one of the plan."""
    number, cells, broken = shared.number, {**shared.cells, **value}, dict(shared.broken)
    spread = reading.sheet.pasted.spread
    if apart == "triwulan" and len(which) > 1:
        whole = reading.sheet.pasted.place(names, cells).get(apart)  # a year is no triwulan of it
        return LaidRow(
            number=number, cells=cells | {"tahun": which} | ({apart: whole} if whole else {}), broken=broken
        )
    if not which.startswith(COUNTED) or spread is None or spread.counted is None:
        return LaidRow(number=number, cells=cells | {apart: which}, broken=broken)
    told = [key.partition("@")[2] for key in reading.columns]
    of = max(int(one.removeprefix(COUNTED)) for one in told if one.startswith(COUNTED))
    year = spread.counted(names, int(which.removeprefix(COUNTED)), of)
    if year is not None:
        return LaidRow(number=number, cells=cells | {apart: str(year)}, broken=broken)
    why = f"Tidak pasti tahun mana {which} dari {of} itu. Tulis tahunnya di atas kolomnya."
    return LaidRow(number=number, cells=cells, broken=broken | {apart: why})
