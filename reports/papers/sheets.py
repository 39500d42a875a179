"""A workbook or a CSV file that is none of ours as a paper: a table is rows without a blank one between."""

from __future__ import annotations

from collections.abc import Iterator

from reports.papers.joined import joined
from reports.papers.paper import Block, Paper, PaperUnreadable, Row, Spot, Table, Text
from sakip.workbook.grid import Grid, cell_text, read_grids
from sakip.workbook.safety import TimedOut, WorkbookUnsafe

_REMEDY = "Simpan sebagai .xlsx, lalu unggah lagi."


def sheet_paper(content: bytes, name: str) -> Paper:
    """The paper of a workbook. Raises :class:`PaperUnreadable`."""
    try:
        grids = read_grids(content, remedy=_REMEDY)
    except (WorkbookUnsafe, TimedOut) as error:
        raise PaperUnreadable(str(error)) from error
    return Paper(name=name, blocks=joined([block for grid in grids for block in _blocks(grid)]))


def _blocks(grid: Grid) -> Iterator[Block]:
    rows: list[Row] = []
    for row in grid.rows:
        line = Row(
            cells=tuple(cell_text(cell) for cell in row.cells),
            at=Spot(line=row.number, sheet=grid.sheet or "1"),
        )
        if rows and row.number > rows[-1].at.line + 1:
            yield from _ended(rows)
            rows = []
        rows.append(line)
    yield from _ended(rows)


def _ended(rows: list[Row]) -> Iterator[Block]:
    """Lines of one cell above a table are its title."""
    while rows and len(rows[0].filled) <= 1:
        first = rows.pop(0)
        if first.filled:
            yield Text(text=first.filled[0], at=first.at)
    if rows:
        yield Table(rows=tuple(rows))
