"""A paper of an office, whatever kind of file it came in: its texts and tables in order, each with its place. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from kecamatan.ground.errors import InputError

_QUOTED: Final = 160


class PaperUnreadable(InputError):
    """The file is no paper that can be read; ``str()`` says why and what helps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where something stands. ``page`` is 0 where the file does not tell its pages, ``line`` is the line of a text
    file, the row of a sheet, else the number of the block in the paper; ``sheet`` is that of a workbook. ``place`` says
    it in words where nobody sees a line (:mod:`.places`)."""

    page: int = 0
    line: int = 0
    sheet: str = ""
    place: str = field(default="", compare=False)

    @property
    def words(self) -> str:
        """As people look for it: "halaman 12", "lembar PK, baris 4", "baris 371", "Tabel 3.1, baris 4"."""
        if self.sheet:
            return f"lembar {self.sheet}, baris {self.line}"
        if self.place:
            return f"halaman {self.page}, {self.place}" if self.page else self.place
        return f"halaman {self.page}" if self.page else f"baris {self.line}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A paragraph, heading or item in one line. ``contents`` holds of a line of a table of contents."""

    text: str
    at: Spot
    contents: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a table, its cells by their columns; a cell that goes on from above or from the left is empty."""

    cells: tuple[str, ...]
    at: Spot

    def __getitem__(self, column: int) -> str:
        return self.cells[column] if 0 <= column < len(self.cells) else ""

    @property
    def filled(self) -> tuple[str, ...]:
        """The cells that say something."""
        return tuple(cell for cell in self.cells if cell)

    @property
    def text(self) -> str:
        """As a quotation shows it."""
        return quoted(" | ".join(self.filled))


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table, also one that goes on over several pages; ``caption`` is what stands above it ("Tabel 3.1 …")."""

    rows: tuple[Row, ...]
    caption: str = ""

    @property
    def at(self) -> Spot:
        """Where it begins."""
        return self.rows[0].at

    @property
    def width(self) -> int:
        """Its columns."""
        return max(len(row.cells) for row in self.rows)


Block = Text | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper: the name of its file, its blocks in order, its pages (0 where the file does not tell)."""

    name: str
    blocks: tuple[Block, ...]
    pages: int = 0

    @property
    def tables(self) -> Iterator[Table]:
        """Its tables, in order."""
        return (block for block in self.blocks if isinstance(block, Table))

    @property
    def texts(self) -> Iterator[Text]:
        """Its texts outside tables, in order."""
        return (block for block in self.blocks if isinstance(block, Text))

    @property
    def running_texts(self) -> list[Text]:
        """The same without the lines of a table of contents."""
        return [text for text in self.texts if not text.contents]


def quoted(text: str) -> str:
    """A text as it is quoted: in one line, its beginning."""
    line = " ".join(text.split())
    return line if len(line) <= _QUOTED else f"{line[: _QUOTED - 1]}…"


def joined(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Tables that go on behind a page break made one, and each with its caption.

    A table goes on where nothing stands between, and the rows behind say their head again or have none: the head that
    is said again is dropped.
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
        replace(block, caption=_caption(result, at)) if isinstance(block, Table) else block
        for at, block in enumerate(result)
    )


def _goes_on(table: Table, behind: Table) -> bool:
    if _heads_again(table, behind):
        return True
    return table.width == behind.width and (table.at.sheet, behind.caption) == (behind.at.sheet, "")


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
