"""Small builders that keep the tables and lists of the documents alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from reports.document.tree import (
    Alignment,
    Inline,
    Item,
    ItemList,
    LineBreak,
    ListKind,
    Piece,
    TableBlock,
    TableCell,
    TableColumn,
    TableRow,
    TableRowKind,
)
from reports.prose.language import clause, tidy, with_minus

T = TypeVar("T")

#: What a cell begins with whose words are a number below zero.
_NEGATIVE = re.compile(r"-[0-9]")

#: What people put at the end of an item (";", "; dan", "."): the list brings its own.
ITEM_END = re.compile(r"(?:[;,]?\s+dan)?[\s;,.]*$")


def columns(*even_widths: tuple[int, Alignment] | int) -> tuple[TableColumn, ...]:
    """Columns from widths in percent; a bare width is left-aligned. Raises ``ValueError`` unless they sum to 100."""
    results = tuple(
        TableColumn(width=k) if isinstance(k, int) else TableColumn(width=k[0], alignment=k[1])
        for k in even_widths
    )
    if (jumlah := sum(k.width for k in results)) != 100:
        raise ValueError(f"lebar kolom berjumlah {jumlah}, seharusnya 100")
    return results


def share_width(width: int, many: int) -> list[int]:
    """A width in percent shared by columns as evenly as whole percents allow; the first ones get the rest."""
    base, rest = divmod(width, many)
    return [base + (i < rest) for i in range(many)]


def said_columns(table: TableBlock, *titles: str, empty: str, wide: int) -> TableBlock:
    """The table without those of the columns of these ``titles`` in which every cell is ``empty``; their room goes to
    the column of that number. For tables whose head has one row and whose cells span nothing."""
    kept = [
        n
        for n, head in enumerate(table.heads[0])
        if head.content not in titles or any(line.cells[n].content != empty for line in table.rows)
    ]
    freed = 100 - sum(table.columns[n].width for n in kept)
    return replace(
        table,
        columns=tuple(
            replace(one, width=one.width + freed) if n == wide else one
            for n in kept
            for one in (table.columns[n],)
        ),
        heads=tuple(tuple(line[n] for n in kept) for line in table.heads),
        rows=tuple(replace(line, cells=tuple(line.cells[n] for n in kept)) for line in table.rows),
    )


def header(*titles: str | TableCell) -> tuple[tuple[TableCell, ...], ...]:
    """A header of one row; of several rows it is their sum."""
    return (tuple(j if isinstance(j, TableCell) else TableCell(content=j) for j in titles),)


def row(*cells: TableCell, kind: TableRowKind = "biasa", indent: int = 0) -> TableRow:
    """A body row of these cells."""
    return TableRow(cells=cells, kind=kind, indent=indent)


def cell(
    content: Inline | int,
    *,
    row: int = 1,
    column: int = 1,
    alignment: Alignment | None = None,
    head: bool = False,
) -> TableCell:
    """A body cell; a number below zero bears the sign that sentences write, not a hyphen."""
    content = str(content) if isinstance(content, int) else content
    return TableCell(
        content=with_minus(content) if isinstance(content, str) and _NEGATIVE.match(content) else content,
        row=row,
        column=column,
        alignment=alignment,
        head=head,
    )


def grouped(rows: Iterable[T], group: Callable[[T], str]) -> Iterator[tuple[int, bool, T]]:
    """Rows brought together by what they belong to: number of the group, whether the row is its first, the row.

    Groups stand in order of first appearance, so a sasaran that a document names twice is numbered and counted
    once. Texts that differ only in spaces or capitals are one group.
    """
    content: dict[str, list[T]] = {}
    for b in rows:
        content.setdefault(tidy(group(b)).casefold(), []).append(b)
    for nomor, member in enumerate(content.values(), start=1):
        for order, b in enumerate(member):
            yield nomor, order == 0, b


def of_group(number: int, name: str, first: bool) -> tuple[TableCell, TableCell]:
    """The cells that tell the group of a row: number and name, at its first row alone."""
    return cell(str(number) if first else ""), cell(name if first else "", head=first)


def group_count(rows: Iterable[T], group: Callable[[T], str]) -> int:
    """How many groups :func:`grouped` makes of the rows."""
    return sum(first for _, first, _ in grouped(rows, group))


def line_rows(texts: Iterable[Inline]) -> Inline:
    """Several texts under one another in one cell."""
    results: list[Piece] = []
    for item in texts:
        if results:
            results.append(LineBreak())
        results += [item] if isinstance(item, str) else item
    return results[0] if len(results) == 1 and isinstance(results[0], str) else tuple(results)


def numbered(texts: Sequence[str]) -> Inline:
    """Several texts in one cell, numbered when there is more than one."""
    if len(texts) <= 1:
        return "".join(texts)
    return line_rows(f"{nomor}. {item}" for nomor, item in enumerate(texts, start=1))


def listing(items: Iterable[str], kind: ListKind = "angka") -> ItemList:
    """A list of plain items."""
    return ItemList(items=tuple(Item(content=b) for b in items), kind=kind)


def details(items: Sequence[str], *, nama: bool = False) -> tuple[str, ...]:
    """Items that complete the sentence before them: "…;", "…; dan", "…."

    They begin small, except names (``nama``), which keep their capitals. Empty items fall away.
    """
    clean = [ITEM_END.sub("", b.strip()) for b in items]
    content = [tidy(b) if nama else clause(b) for b in clean if b]
    end = [";"] * (len(content) - 2) + ["; dan"] * (len(content) > 1) + ["."]
    return tuple(f"{b}{mark}" for b, mark in zip(content, end, strict=False))
