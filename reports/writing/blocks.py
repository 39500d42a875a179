"""The blocks of a text: paragraphs, lists and tables side by side, running text in bold and italic inside them.

Both spellings are read into these blocks, and what is read is tidy: single blanks, no empty paragraphs, neighbours of
one look joined, tables whose rows fill their grid. Pure: no Django.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from re import compile as pattern
from typing import Any, Final, NamedTuple, TypeVar

from reports.writing.bounds import Bounds
from reports.writing.characters import opening

#: More columns or rows than a page can hold: what a span may reach at most.
LARGEST_SPAN: Final = 50
#: The last number that an item is written with; whoever counts further writes it again.
LAST_NUMBER: Final = 999

_MANY_BLANKS: Final = pattern(" +")
_BREAKS: Final = pattern(" ?\n[ \n]*")
_MARKER: Final = pattern(r"\{[^{}\n]*\}")


class Letter(NamedTuple):
    """One character with its look; ``"\\n"`` is a line break."""

    char: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Running text of one look; ``"\\n"`` in it is a line break."""

    text: str
    bold: bool = False
    italic: bool = False


Inline = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    content: Inline


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list, with the lists below it."""

    content: Inline
    lists: tuple[List, ...] = ()


@dataclass(frozen=True, slots=True)
class List:
    """A list with bullets, or with numbers from ``start``."""

    numbered: bool
    items: tuple[Item, ...]
    start: int = 1

    def goes_on_with(self, other: List, count: int) -> bool:
        """Whether the other one is its continuation after ``count`` items: of its kind, and with the next number."""
        return self.numbered is other.numbered and (
            not other.numbered or other.start == min(self.start + count, LAST_NUMBER)
        )


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; ``columns`` and ``rows`` are how many it covers."""

    content: Inline = ()
    header: bool = False
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose rows fill its grid. Leading rows of header cells alone are its head."""

    title: str
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def head(self) -> int:
        """How many rows are the head; none where its cells reach into the body."""
        n = 0
        while n < len(self.rows) and all(c.header for c in self.rows[n]):
            n += 1
        return 0 if any(c.rows > n - i for i, row in enumerate(self.rows[:n]) for c in row) else n


Block = Paragraph | List | Table
B = TypeVar("B", bound=Block)


# -- running text ------------------------------------------------------------------------------------


def tidy(letters: Iterable[Letter]) -> Inline:
    """Running text with single blanks and line breaks, nothing blank at the ends of lines."""
    given = list(letters)
    if len({(bold, italic) for _, bold, italic in given}) == 1:
        return _tidy_alike("".join(one.char for one in given), given[0])
    result: list[Letter] = []
    for one in given:
        if one.char == "\n":
            while result and result[-1].char == " ":
                result.pop()
            if result and result[-1].char != "\n":
                result.append(one)
        elif one.char != " " or (result and result[-1].char not in " \n"):
            result.append(one)
    while result and result[-1].char in " \n":
        result.pop()
    if all(one.char in " \n\xa0" for one in result):
        return ()  # what Word and editors put into an empty paragraph
    return _pieces(_even(result))


def _tidy_alike(text: str, look: Letter | Piece) -> Inline:
    """Nearly every text: what is done letter by letter above, for text of one look."""
    text = _BREAKS.sub("\n", _MANY_BLANKS.sub(" ", text)).strip(" \n")
    return (Piece(text, look.bold, look.italic),) if text.strip(" \n\xa0") else ()


def _even(letters: list[Letter]) -> list[Letter]:
    """Blanks look like both their neighbours or plain; a marker in braces looks like its first character."""
    result = list(letters)
    seen = [i for i, one in enumerate(letters) if one.char not in " \n"]
    for left, right in pairwise(seen):
        a, b = letters[left], letters[right]
        for i in range(left + 1, right):
            result[i] = Letter(letters[i].char, a.bold and b.bold, a.italic and b.italic)
    for marker in _MARKER.finditer("".join(one.char for one in letters)):
        look = result[marker.start()]
        for i in range(marker.start(), marker.end()):
            result[i] = Letter(result[i].char, look.bold, look.italic)
    return result


def _pieces(letters: list[Letter]) -> Inline:
    return tuple(
        Piece("".join(one.char for one in same), bold, italic)
        for (bold, italic), same in groupby(letters, key=lambda one: (one.bold, one.italic))
    )


def letters_of(content: Iterable[Piece]) -> list[Letter]:
    """The characters of pieces, each with its look."""
    return [Letter(char, piece.bold, piece.italic) for piece in content for char in piece.text]


def inline(pieces: Iterable[Piece]) -> Inline:
    """Pieces as tidy running text."""
    given = [piece for piece in pieces if piece.text]
    if len({(piece.bold, piece.italic) for piece in given}) == 1:
        return _tidy_alike("".join(piece.text for piece in given), given[0])
    return tidy(letters_of(given))


def words(content: Iterable[Piece]) -> str:
    """The words alone."""
    return "".join(piece.text for piece in content)


# -- lists and tables --------------------------------------------------------------------------------


def list_of(item: Item, number: int | None) -> List:
    """A list of one item, which bears a number or a bullet."""
    return List(False, (item,)) if number is None else List(True, (item,), number)


def join_lists(blocks: Iterable[B]) -> tuple[B, ...]:
    """Lists that follow one another and count on are one."""
    runs: list[tuple[Any, list[Item]]] = []
    for one in blocks:
        first, items = runs[-1] if runs else (None, [])
        if isinstance(first, List) and isinstance(one, List) and first.goes_on_with(one, len(items)):
            items += one.items
        else:
            runs.append((one, list(one.items) if isinstance(one, List) else []))
    return tuple(replace(one, items=tuple(items)) if items else one for one, items in runs)


def make_table(title: str, rows: Sequence[Sequence[Cell]], bounds: Bounds) -> Table:
    """A table whose rows fill the grid: spans that reach too far are cut, missing cells added.

    A row without a cell of its own goes, and is not counted by the cells that cover it. Of what is more than the
    bounds allow nothing is built.
    """
    given: Sequence[Sequence[Cell]] = (
        rows
        if all(rows)
        else [
            [
                replace(cell, rows=cell.rows - sum(not below for below in rows[y : y + cell.rows]))
                for cell in row
            ]
            for y, row in enumerate(rows)
            if row
        ]
    )
    given = _within(
        given, bounds, opening(title or " ".join(words(c.content) for row in given[:3] for c in row))
    )
    placed: list[list[tuple[int, Cell]]] = [[] for _ in given]
    taken: set[tuple[int, int]] = set()
    for x, y, cell in place_cells(given):
        placed[y].append((x, cell))
        taken |= _covered(x, y, cell)
    whole = max((x + 1 for x, _ in taken), default=0)
    for y, row in enumerate(placed):
        header = bool(row) and all(c.header for _, c in row)
        row += [(x, Cell(header=header)) for x in range(whole) if (x, y) not in taken]
        row.sort(key=lambda pair: pair[0])
    return Table(title, tuple(tuple(c for _, c in row) for row in placed))


def _within(rows: Sequence[Sequence[Cell]], bounds: Bounds, said: str) -> list[list[Cell]]:
    """As much of the rows as the bounds have room for."""
    result: list[list[Cell]] = []
    free: list[int] = []  # for each column the row from which on nothing covers it
    for y, row in enumerate(rows):
        kept, x = [], 0
        for cell in row:
            while x < len(free) and free[x] > y:
                x += 1
            width = next(
                (n for n in range(1, cell.columns) if any(end > y for end in free[x + n : x + n + 1])), 0
            )
            width = width or cell.columns
            if not bounds.columns(x + width, said):
                break
            free += [0] * (x + width - len(free))
            free[x : x + width] = [y + cell.rows] * width
            x += width
            kept.append(cell)
        breaks = sum(words(cell.content).count("\n") for cell in kept)
        if not (bounds.cells((y + 1) * len(free), said) and bounds.lines(1 + breaks)):
            break
        result.append(kept)
    bounds.add_cells(len(result) * len(free))
    return result


def place_cells(rows: Sequence[Sequence[Cell]]) -> Iterator[tuple[int, int, Cell]]:
    """Every cell with the column and row where it begins; a span that reaches into another, or too far, is cut."""
    taken: set[tuple[int, int]] = set()
    for y, cells in enumerate(rows):
        x = 0
        for cell in cells:
            while (x, y) in taken:
                x += 1
            width = next((n for n in range(1, cell.columns) if (x + n, y) in taken), cell.columns)
            placed = replace(cell, columns=width, rows=min(cell.rows, len(rows) - y))
            taken |= _covered(x, y, placed)
            yield x, y, placed


def _covered(x: int, y: int, cell: Cell) -> set[tuple[int, int]]:
    return {(x + i, y + j) for i in range(cell.columns) for j in range(cell.rows)}


def contents(blocks: Iterable[Block]) -> Iterable[Inline]:
    """Every running text of the blocks, in printed order."""
    for block in blocks:
        match block:
            case Paragraph(content):
                yield content
            case List():
                yield from _of_list(block)
            case Table():
                yield (Piece(block.title),)
                yield from (cell.content for row in block.rows for cell in row)


def map_contents(blocks: Iterable[Block], change: Callable[[Inline], Inline]) -> tuple[Block, ...]:
    """The blocks with every running text changed."""
    return tuple(_changed(block, change) for block in blocks)


def _changed(block: Block, change: Callable[[Inline], Inline]) -> Block:
    match block:
        case Paragraph(content):
            return Paragraph(change(content))
        case List():
            return _changed_list(block, change)
        case Table():
            title = words(change((Piece(block.title),))).replace("\n", " ") if block.title else ""
            rows = (tuple(replace(cell, content=change(cell.content)) for cell in row) for row in block.rows)
            return Table(title, tuple(rows))


def _changed_list(one: List, change: Callable[[Inline], Inline]) -> List:
    items = (
        Item(change(item.content), tuple(_changed_list(below, change) for below in item.lists))
        for item in one.items
    )
    return replace(one, items=tuple(items))


def _of_list(one: List) -> Iterable[Inline]:
    for item in one.items:
        yield item.content
        for below in item.lists:
            yield from _of_list(below)
