"""A paper of an office, whatever kind of file it came in: its texts and tables in order, each with its place. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from kecamatan.ground.errors import InputError
from sakip.text.numbers import format_angka

_QUOTED: Final = 160
_UP: Final = str.maketrans("0123456789()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾")


class PaperUnreadable(InputError):
    """The file is no paper that can be read; ``str()`` says why and what helps."""


#: Letters of a paper: those of the most pages that a PDF may have, densely written. Reading them takes some four
#: seconds, and what is made of them four times as long.
MOST_LETTERS: Final = 2_000_000


class Room:
    """What a paper may still say; ``check`` is called whenever some of it is taken, and may raise InputError."""

    def __init__(self, check: Callable[[], None] = lambda: None) -> None:
        self._check = check
        self._letters = 0

    def take(self, text: str) -> str:
        """The text, if there is room for it. Raises :class:`PaperUnreadable`."""
        self._check()
        self._letters += len(text)
        if self._letters > MOST_LETTERS:
            raise PaperUnreadable(
                f"Isi berkas ini lebih dari {format_angka(MOST_LETTERS)} huruf, sekitar 400 halaman penuh. Unggah"
                " bagian yang diperlukan."
            )
        return text


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
    """A paper: the name of its file, its blocks in order, its pages (0 where the file does not tell); ``scanned`` are
    those that are pictures, of which nothing is read."""

    name: str
    blocks: tuple[Block, ...]
    pages: int = 0
    scanned: tuple[int, ...] = ()

    @property
    def unread(self) -> str:
        """What to say of pages that nobody read; empty where there is none."""
        if not self.scanned:
            return ""
        numbers = ", ".join(map(str, self.scanned))
        return (
            f"Halaman {numbers} hasil pindaian tanpa teks, sehingga isinya tidak dibaca. Unggah berkas Word-nya, atau"
            " isi sendiri yang ada di sana."
        )

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


def raised(text: str) -> str:
    """Digits and brackets that stand above the line: a mark behind a number is no digit of it."""
    return text.translate(_UP)


def quoted(text: str) -> str:
    """A text as it is quoted: in one line, its beginning."""
    line = " ".join(text.split())
    return line if len(line) <= _QUOTED else f"{line[: _QUOTED - 1]}…"
