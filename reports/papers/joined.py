"""The tables of a paper that a page break cut made whole again, each with its caption. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from reports.papers.headed import names_columns
from reports.papers.paper import Block, Row, Table, Text


def joined(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Tables that go on behind a page break made one, and each with its caption.

    A table goes on where nothing stands between, and the rows behind say their head again or have none: the head that
    is said again is dropped. One with a head of its own is another.
    """
    result: list[Block] = []
    for block in blocks:
        last = result[-1] if result else None
        if isinstance(block, Table) and isinstance(last, Table) and _goes_on(last, block):
            rows = block.rows[_heads_again(last, block) :]
            if rows and _ends_a_row(last.rows[-1], rows[0]):
                last = replace(last, rows=(*last.rows[:-1], _one(last.rows[-1], rows[0])))
                rows = rows[1:]
            result[-1] = replace(last, rows=last.rows + rows)
        else:
            result.append(block)
    return tuple(
        replace(block, caption=_caption(result, at), rows=tuple(map(_without_marks, block.rows)))
        if isinstance(block, Table)
        else replace(block, text=_MARKED.sub("", block.text))
        for at, block in enumerate(result)
    )


def _without_marks(row: Row) -> Row:
    """A row whose numbers bear no marks of footnotes: "79,6¹" is 79,6."""
    if not any(map(_MARKED.search, row.cells)):
        return row
    return replace(row, cells=tuple(_MARKED.sub("", cell) for cell in row.cells))


def _goes_on(table: Table, behind: Table) -> bool:
    if _heads_again(table, behind):
        return True
    if names_columns(table.rows[0]) and _is_head(behind.rows[0]):
        return False  # another table, as that of the programs below that of the sasaran in a PK
    return table.width == behind.width and (table.at.sheet, behind.caption) == (behind.at.sheet, "")


def _is_head(row: Row) -> bool:
    """Whether a row is the head of a table, and not the end of a row that names a program or a kegiatan."""
    return bool(row[0]) and names_columns(row) and all(len(cell) < _LONGEST_HEADING for cell in row.filled)


def _ends_a_row(row: Row, below: Row) -> bool:
    """Whether the first row of the next page is the end of the last of the page before: only words, and nothing where
    that has nothing. Rows of a page have their own numbers and values."""
    if row.at.page == below.at.page or not below.filled:
        return False
    words = all(any(c.isalpha() for c in cell) and len(cell) > 1 for cell in below.filled)
    goes_on = all(row[column] for column, cell in enumerate(below.cells) if cell)
    return words and goes_on and not below[0] and len(below.filled) < len(row.filled)


def _one(row: Row, below: Row) -> Row:
    width = max(len(row.cells), len(below.cells))
    return replace(row, cells=tuple(f"{row[at]} {below[at]}".strip() for at in range(width)))


def _heads_again(table: Table, behind: Table) -> int:
    """How many rows of the second table say again what the first began with."""
    same = 0
    for one, other in zip(table.rows, behind.rows, strict=False):
        if one.filled != other.filled or not one.filled:
            break
        same += 1
    return same


#: Behind a number, raised.
_MARKED: Final = re.compile(r"(?<=[\d%])\s?[¹²³⁰⁴-⁹]+[)⁾]?(?!\w)")
#: What is longer names no column.
_LONGEST_HEADING: Final = 60
#: Above a table stand its number and its title, at most so many lines.
_CAPTION_LINES: Final = 3
_LONGEST_CAPTION: Final = 250


def _caption(blocks: Sequence[Block], at: int) -> str:
    """The lines above a table from that which begins with "Tabel"; the line right above where none does and it is no
    sentence."""
    above: list[str] = []
    for block in reversed(blocks[max(0, at - _CAPTION_LINES) : at]):
        if not isinstance(block, Text) or len(block.text) > _LONGEST_CAPTION:
            break
        above.insert(0, block.text)
        if block.text.casefold().startswith(("tabel ", "table ")):
            return " ".join(above)
    return above[-1] if above and not above[-1].endswith((".", ";")) else ""
