"""Tables that count in two directions, made the plain ones that their sheet has: it says itself how
(:attr:`sakip.workbook.sheets.pasted.Pasted.plainly`)."""

from __future__ import annotations

from collections.abc import Sequence

from reports.papers.paper import Row
from sakip.workbook.sheets.sheet import Sheet


def plainly(rows: Sequence[Row], sheet: Sheet) -> Sequence[Row]:
    """The table as the sheet would have it; as it is where the sheet declares nothing, or it is plain already."""
    if sheet.pasted.plainly is None:
        return rows
    width = max((len(row.cells) for row in rows), default=0)
    found = sheet.pasted.plainly([tuple(row[at] for at in range(width)) for row in rows])
    return rows if found is None else [Row(cells=cells, at=rows[at].at) for at, cells in found]
