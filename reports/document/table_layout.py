"""Where the cells of a table stand and how they are aligned: the same on screen, on paper and in Word. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reports.document.plain_text import plain_text
from reports.document.tree import Alignment, TableBlock, TableCell, TableRow

#: Deepest indentation of a row's name.
DEEPEST_INDENT: Final = 4


#: What kind of row heads another: one of a group those that are not, and none the sum of all.
_DEPTH: Final = {"jumlah": 0, "kelompok": 1, "subjumlah": 2, "biasa": 2}

#: Most rows of a table that may be parted anywhere.
_SHORT_ROW: Final = 3

#: Most rows and lines of a table that is not parted. What has few rows is read at one glance, though they be tall; what
#: has more takes a third of a page at most, so that none is left empty before it.
_FEW_ROWS: Final = 6
_FEW_ROWS_LINES: Final = 26
_WHOLE_ROWS: Final = 12
_WHOLE_LINES: Final = 10
#: Most lines of a row that may not stand alone at the head or the foot of a page.
_LOW_ROW_LINES: Final = 3

#: Letters in a line of a table that fills an upright page, at its own size: fewer than there are, so that a table is
#: taken for taller than it is.
_LINE_LETTERS: Final = 95


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell with the column (from 0) where it begins, its alignment and the steps by which its text is indented."""

    column: int
    cell: TableCell
    alignment: Alignment
    indent: int = 0


@dataclass(frozen=True, slots=True)
class TableLayout:
    """The header rows and the body rows, cell by cell.

    ``glued`` says of each body row whether it must stand on the page of the row above it: a row without a number and
    name of its own (it belongs to the sasaran above), and in all but short tables the second and the last row, so
    that no page begins or ends with a lone row; and the first row below one that heads it. A low table is not parted at
    all. ``above`` are for each body row the rows (from 0) that head it, the outermost first.
    """

    heads: tuple[tuple[PlacedCell, ...], ...]
    rows: tuple[tuple[PlacedCell, ...], ...]
    glued: tuple[bool, ...]
    above: tuple[tuple[int, ...], ...]


def table_layout(table: TableBlock) -> TableLayout:
    """Place every cell of a table.

    Raises :class:`ValueError` when a row does not fill the columns exactly or the widths do not sum to 100: such a
    table would print figures under the wrong heading.
    """
    if (jumlah := sum(k.width for k in table.columns)) != 100:
        raise ValueError(f"tabel {table.key!r}: lebar kolom berjumlah {jumlah}, seharusnya 100")
    grid = _Grid(table)
    heads = tuple(
        tuple(
            PlacedCell(column, cell, cell.alignment or "tengah")
            for column, cell in grid.content(f"kepala {i}", rows)
        )
        for i, rows in enumerate(table.heads, start=1)
    )
    grid.closed("kepala")
    body = tuple(
        tuple(_rows(table, row, tuple(grid.content(f"baris {i}", row.cells))))
        for i, row in enumerate(table.rows, start=1)
    )
    grid.closed("badan")
    above = _above(table)
    return TableLayout(heads, body, _glue(table, body, above), above)


def continuation(rows: tuple[PlacedCell, ...]) -> bool:
    """Whether a row continues the one above: it lies under a row span, or leaves its first cell empty."""
    return not rows or rows[0].column > 0 or rows[0].cell.content == ""


def _above(table: TableBlock) -> tuple[tuple[int, ...], ...]:
    """The rows that head each row: of what stands less deep, the last before it. A sum heads nothing."""
    found: list[tuple[int, ...]] = []
    heads: list[int] = []
    for i, row in enumerate(table.rows):
        while heads and _depth(table.rows[heads[-1]]) >= _depth(row):
            heads.pop()
        found.append(tuple(heads))
        if row.kind != "jumlah":
            heads.append(i)
    return tuple(found)


def _depth(row: TableRow) -> tuple[int, int]:
    return _DEPTH[row.kind], row.indent


def _glue(
    table: TableBlock, body: tuple[tuple[PlacedCell, ...], ...], above: tuple[tuple[int, ...], ...]
) -> tuple[bool, ...]:
    if _low(table, body):
        return tuple(i > 0 for i in range(len(body)))
    content = [i for i, b in enumerate(table.rows) if b.kind != "jumlah"]
    # Kept together, the two or three tall rows of a matrix would leave its title alone on the page before.
    end = (1, content[-1]) if len(content) > _SHORT_ROW else ()
    return tuple(
        i > 0
        and (
            # A tall row is not lonely: it fills its share of a page.
            (i in end and _lines(table, body[0 if i == 1 else i]) <= _LOW_ROW_LINES)
            or table.rows[i].kind == "jumlah"
            or i - 1 in above[i]
            # A row that continues a tujuan may name a sasaran of its own: there the page may turn.
            or (continuation(rows) and (not rows or rows[0].column > 0 or not any(s.cell.head for s in rows)))
        )
        for i, rows in enumerate(body)
    )


def _low(table: TableBlock, body: tuple[tuple[PlacedCell, ...], ...]) -> bool:
    """Whether a table stands on one page."""
    if len(body) > _WHOLE_ROWS:
        return False
    lines = sum(_lines(table, cells) for cells in body)
    return lines <= (_FEW_ROWS_LINES if len(body) <= _FEW_ROWS else _WHOLE_LINES)


def _lines(table: TableBlock, cells: tuple[PlacedCell, ...]) -> int:
    """About how many lines the row takes; a cell that spans rows is counted in its first."""
    heights = [1]
    for one in cells:
        width = sum(k.width for k in table.columns[one.column : one.column + one.cell.column])
        room = max(width * _LINE_LETTERS // 100, 1)
        heights.append(sum(-(-len(line) // room) or 1 for line in plain_text(one.cell.content).split("\n")))
    return max(heights)


def _rows(table: TableBlock, row: TableRow, cells: tuple[tuple[int, TableCell], ...]) -> Iterator[PlacedCell]:
    indent = min(row.indent, DEEPEST_INDENT)
    for column, one in cells:
        alignment = one.alignment or ("kiri" if one.column > 1 else table.columns[column].alignment)
        # The name of a row steps in, not its number or code: that is the row's header, else its first text.
        sign_in = alignment == "kiri" and (one.head or not any(s.head for _, s in cells))
        yield PlacedCell(column, one, alignment, indent if sign_in else 0)
        if sign_in:
            indent = 0


class _Grid:
    """Places cells in the grid, so that a cell below a row span knows its column."""

    def __init__(self, table: TableBlock) -> None:
        self._key = table.key
        self._rest = [0] * len(table.columns)  # rows that a span still covers, by column

    def content(self, place: str, row: tuple[TableCell, ...]) -> Iterator[tuple[int, TableCell]]:
        """Every cell of a row with the column where it begins."""
        width = len(self._rest)
        column = 0
        closed = [rest > 0 for rest in self._rest]
        self._rest = [max(rest - 1, 0) for rest in self._rest]
        for cell in row:
            while column < width and closed[column]:
                column += 1
            rentang = range(column, column + cell.column)
            if rentang.stop > width or any(closed[k] for k in rentang):
                raise ValueError(f"tabel {self._key!r}, {place}: sel melampaui {width} kolom")
            for k in rentang:
                self._rest[k] = cell.row - 1
            yield column, cell
            column = rentang.stop
        if not all(closed[column:]):
            raise ValueError(f"tabel {self._key!r}, {place}: sel tidak memenuhi {width} kolom")

    def closed(self, place: str) -> None:
        """Refuse a span that would reach out of the header or the body."""
        if any(self._rest):
            raise ValueError(f"tabel {self._key!r}: sel {place} melampaui baris terakhir")
