"""How much a text may come to when it is printed, whatever it takes to write it: counted before any of it is built.

A table of one cell that says ``colspan="50" rowspan="50"`` is fifty letters and 2.500 cells. Who writes a text is told
what is too much of it; what is stored already is shown as far as it goes, with a word that says so. Pure: no Django.
"""

from __future__ import annotations

from typing import Final

from reports.writing.characters import Refuse, ignore

#: Characters of one text as it is written, and bytes of it as it is stored: some forty printed pages.
LONGEST: Final = 100_000
#: Characters of a stored text that are read at all; those of before knew no bound.
LONGEST_READ: Final = 3 * LONGEST
#: Lines that begin: paragraphs, line breaks, items and rows of tables.
MOST_LINES: Final = 3000
#: Lines of plain text that are looked at; blank ones and those between blocks are among them.
MOST_READ_LINES: Final = 4 * MOST_LINES
#: Cells of all tables of a text, those included that are covered by others or added to fill the grid.
MOST_CELLS: Final = 5000
#: Columns of a table: more than a page can hold.
MOST_COLUMNS: Final = 50

#: Stands at the end of what is shown of a stored text that is too large.
CUT_SHORT: Final = (
    "[Tulisan ini melampaui batas cetak dan tampil sebagian. Buka tulisannya, ringkas, lalu simpan.]"
)

_SHORTEN: Final = "Ringkaslah, atau pindahkan sebagian ke bagian lain."


def too_long(characters: int) -> str:
    """What is said of a text with so many characters."""
    return f"Tulisan ini berisi {characters} karakter; paling banyak {LONGEST}. {_SHORTEN}"


def too_large(size: int) -> str:
    """What is said of a text that would take so many bytes."""
    return (
        f"Tulisan ini menjadi {_said(size // 1000 + 1)} KB bersama tanda alinea, daftar, tabel, dan hurufnya; paling "
        f"banyak {LONGEST // 1000} KB. {_SHORTEN}"
    )


class TextTooLarge(ValueError):
    """A text that comes to more than may be printed; ``str()`` says what is too much of it, and what helps."""


class Bounds:
    """Counts one text. What is too much raises :class:`TextTooLarge`, or, of a text that is only shown, is left out:
    then the answer is False, and ``cut`` says that something was."""

    def __init__(self, refuse: Refuse) -> None:
        self.cut = False
        self._shown = refuse is ignore
        self._lines = self._cells = 0

    def source(self, source: str) -> str:
        """As much of what was written as is read."""
        if len(source) > LONGEST_READ:
            self._over(too_long(len(source)))
        return source[:LONGEST_READ]

    def tagged(self, html: str) -> str:
        """As much as is read of the same with all of its tags closed."""
        if len(html) > LONGEST_READ:
            self._over(too_large(len(html)))
        return html[:LONGEST_READ]

    def source_lines(self, lines: list[str]) -> list[str]:
        """As many lines of plain text as are looked at."""
        if len(lines) > MOST_READ_LINES:
            self._too_many_lines(MOST_READ_LINES)
        return lines[:MOST_READ_LINES]

    def lines(self, count: int) -> bool:
        """Whether there is room for so many lines more."""
        self._lines += count
        return self._lines <= MOST_LINES or self._too_many_lines(MOST_LINES)

    def _too_many_lines(self, most: int) -> bool:
        return self._over(
            f"Tulisan ini berisi lebih dari {_said(most)} baris (alinea, baris baru, butir daftar, dan baris tabel); "
            f"paling banyak {_said(MOST_LINES)}. {_SHORTEN}"
        )

    def columns(self, count: int, table: str) -> bool:
        """Whether a table may have so many columns."""
        return count <= MOST_COLUMNS or self._over(
            f"Tabel “{table}” berisi lebih dari {MOST_COLUMNS} kolom, dan tidak ada halaman yang memuatnya. Hapus "
            f"kolom atau gabungan sel yang tidak perlu, atau bagi menjadi beberapa tabel."
        )

    def cells(self, count: int, table: str) -> bool:
        """Whether a table may have so many cells, besides those of the tables before it."""
        return self._cells + count <= MOST_CELLS or self._over(
            f"Dengan tabel “{table}” tulisan ini berisi lebih dari {_said(MOST_CELLS)} sel, termasuk sel gabungan dan "
            f"sel kosong. Hapus baris dan kolom yang tidak perlu, atau pindahkan sebagian ke bagian lain."
        )

    def add_cells(self, count: int) -> None:
        """A table with so many cells is there."""
        self._cells += count

    def _over(self, message: str) -> bool:
        if not self._shown:
            raise TextTooLarge(message)
        self.cut = True
        return False


def _said(count: int) -> str:
    return f"{count:,}".replace(",", ".")
