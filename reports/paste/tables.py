"""A pasted block → its tables: below an empty line another one may begin, which is told by its own head."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.papers.paper import Row
from reports.paste.reading import Reading, best_reading, read_as
from sakip.workbook.raw_cells import folded
from sakip.workbook.sheets.sheet import Sheet


@dataclass(frozen=True, kw_only=True)
class PastedTable:
    """A table of a block, and the sheets that it may be of: the one that stands above it, else all of the page.
    ``beside`` others of the same rows, where one table fills several sheets."""

    rows: tuple[Row, ...]
    sheets: Sequence[Sheet]
    beside: bool = False


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
    return [one for table in found if table.rows for one in _of_a_matrix(table)]


def _of_a_matrix(table: PastedTable) -> list[PastedTable]:
    """The table once for each sheet that its rows fill: of a matrix those above its own as well."""
    names = {sheet.nama: sheet for sheet in table.sheets}
    for target in (sheet for sheet in table.sheets if sheet.pasted.beside):
        above = [names[name] for name in target.pasted.beside if name in names]
        readings = [read_as(table.rows, sheet, beside=True) for sheet in (*above, target)]
        if (
            len(above) == len(target.pasted.beside)
            and all(_is_said(one) for one in readings)
            and any("@" in key for key in readings[-1].columns)
        ):
            return [PastedTable(rows=table.rows, sheets=[one.sheet], beside=True) for one in readings]
    return [table]


def _is_said(reading: Reading) -> bool:
    called = reading.sheet.pasted.called
    return not reading.by_content and not reading.lacking and (not called or called in reading.columns)


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
