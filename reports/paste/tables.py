"""A pasted block → its tables: below an empty line another one may begin, which is told by its own head."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reports.papers.paper import Row
from reports.paste.matrix import PastedTable, of_a_matrix
from reports.paste.reading import best_reading
from reports.paste.shared_rows import of_two_sheets
from sakip.workbook.raw_cells import folded
from sakip.workbook.sheets.sheet import Sheet


def divided(rows: Sequence[Row], sheets: Sequence[Sheet]) -> list[PastedTable]:
    """The tables of a block. What stands below an empty line and has no head that is known goes on with the table above
    it; what says nothing by itself (the title of a document) belongs to the one below."""
    found: list[PastedTable] = []
    above: tuple[Row, ...] = ()
    for part in _parts(rows):
        named = _named(part, sheets)
        if named is not None:
            found.append(PastedTable(rows=part[1:], sheets=[named]))
            above = ()
            continue
        reading = best_reading(part, sheets)
        if reading is not None and not reading.by_content and reading.body:
            found.append(PastedTable(rows=(*above, *part), sheets=sheets))
            above = ()
        elif found and not above:
            found[-1] = PastedTable(rows=(*found[-1].rows, *part), sheets=found[-1].sheets)
        else:
            above = (*above, *part)
    if above:
        found.append(PastedTable(rows=above, sheets=sheets))
    return [
        one for table in found if table.rows for matrix in of_a_matrix(table) for one in of_two_sheets(matrix)
    ]


def _parts(rows: Sequence[Row]) -> Iterator[tuple[Row, ...]]:
    """Rows that follow each other without an empty line between them."""
    part: list[Row] = []
    for row in rows:
        if part and row.at.line > part[-1].at.line + 1:
            yield tuple(part)
            part = []
        part.append(row)
    if part:
        yield tuple(part)


def _named(part: Sequence[Row], sheets: Sequence[Sheet]) -> Sheet | None:
    """The sheet whose name stands alone above the rows."""
    if len(part) < 2 or len(part[0].filled) != 1:
        return None
    return next((one for one in sheets if folded(one.nama) == folded(part[0].filled[0])), None)
