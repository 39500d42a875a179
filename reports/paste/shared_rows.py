"""A table whose rows are of two sheets of the page, as one that has outputs and their money beside each other: it is
read once for each (:attr:`sakip.workbook.sheets.pasted.Pasted.also`)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from reports.papers.paper import Row
from reports.paste.matrix import PastedTable
from reports.paste.reading import Reading, read_as


def of_two_sheets(table: PastedTable) -> list[PastedTable]:
    """The table once for each sheet that its columns fill, with the columns that are its own; as it is where they are
    those of one."""
    names = {sheet.nama: sheet for sheet in table.sheets}
    for sheet in table.sheets:
        others = [names[name] for name in sheet.pasted.also if name in names]
        if not others or table.beside:
            continue
        first = read_as(table.rows, sheet, beside=True)
        if not _says_own(first, sheet.pasted.shared):
            continue
        own = _own(first, sheet.pasted.shared)
        for other in others:
            alone = read_as(table.rows, other, beside=True)
            if all(alone.columns[at] for at in own):
                continue  # both would read the same columns
            rows = _without(table.rows, own, first)
            second = read_as(rows, other, beside=True)
            if _says_own(second, sheet.pasted.shared):
                both = replace(table, beside=True, heads=first.heads)
                mine = _without(table.rows, _own(second, sheet.pasted.shared), first)
                return [replace(both, rows=mine, sheets=[sheet]), replace(both, rows=rows, sheets=[other])]
    return [table]


def _says_own(reading: Reading, shared: Collection[str]) -> bool:
    """Whether it has all that its rows need, and what no other sheet has."""
    return not (reading.by_content or reading.lacking) and bool(_own(reading, shared) and reading.body)


def _own(reading: Reading, shared: Collection[str]) -> frozenset[int]:
    """The columns that fill what only this sheet has."""
    told = enumerate(reading.columns)
    return frozenset(at for at, key in told if key and key.partition("@")[0] not in shared)


def _without(rows: Sequence[Row], columns: Collection[int], reading: Reading) -> tuple[Row, ...]:
    """The rows without what is in these columns; a title, which has a single cell, as it is. A word of the head that
    stands over the next columns too goes on standing over those."""
    below = reading.body[0].at.line
    return tuple(
        row if len(row.filled) == 1 else replace(row, cells=_cells(row, columns, is_head=row.at.line < below))
        for row in rows
    )


def _cells(row: Row, columns: Collection[int], *, is_head: bool) -> tuple[str, ...]:
    cells = list(row.cells)
    for at in sorted(at for at in columns if at < len(cells)):  # a row may end before them
        if is_head and at + 1 < len(cells) and not cells[at + 1]:
            cells[at + 1] = cells[at]
        cells[at] = ""
    return tuple(cells)
