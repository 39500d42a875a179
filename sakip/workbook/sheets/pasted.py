"""How a table of a record is read where a person pastes it: what offices call its columns, and what they leave out.

A record's sheet says so (``pasted`` of :class:`sakip.workbook.sheets.sheet.Sheet`); what reads a block asks the sheet,
and never which one it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple, Protocol

Cells = Mapping[str, Any]
"""A row by the key of its columns: as it is recorded, or as it would be typed."""


_MARK: Final = re.compile(r"^\s*(?:\d{1,2}(?:\.\d{1,2})+[.)]?|(?:\d{1,2}|[a-z])[.)])\s+")


def without_mark(text: str) -> str:
    """An item of a list without its number."""
    return _MARK.sub("", text)


class Known(Protocol):
    """What a block is laid over: what is recorded (:class:`sakip.workbook.recorded.RecordedBook`), and what the tables
    of the same block brought before."""

    @property
    def recorded(self) -> Any: ...

    def rows(self, sheet: str) -> Sequence[Cells]:
        """What is recorded on a sheet, and then what the block brought."""

    def brought(self, sheet: str) -> Sequence[Cells]:
        """What the block brought for a sheet."""


class Spread(NamedTuple):
    """A table that has a column for each year or triwulan is a row for each: the column that holds its ``value``, and
    the one that tells them ``apart``. Where that is neither year nor triwulan, ``words`` are patterns with what they
    say of it. Of years that are ``counted`` ("tahun ke-1" of so many) it says which one is meant; None where that is
    not sure."""

    value: str
    apart: str
    words: tuple[tuple[str, str], ...] = ()
    counted: Callable[[Known, int, int], int | None] | None = None

    def which(self, text: str) -> str:
        """What words in small letters say; empty where they say none of it."""
        return next((which for pattern, which in self.words if re.search(pattern, text)), "")


class Level(NamedTuple):
    """Of a table with one column for the indikator of several levels: the ``words`` of the column that names one, and
    the ``sheets`` that its rows fill, none where they are left out. With a column of its ``own`` for its indikator the
    first of them is filled by that, from whichever rows."""

    words: str
    sheets: tuple[str, ...]
    own: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undecided:
    """What words may say that fit several columns: ``key`` stands for them until a person says which is meant, which
    the ``question`` asks. Beside one of the columns of which it is the sum it is not read."""

    key: str
    question: str
    sum_of: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """What a code of the nomenklatur is to a row.

    Of some a row says something by its code ``alone``; of others what stands below the code is the row. A sheet of one
    ``level`` has no rows of others: a row whose code the table does not have is found by the words of ``named``, and of
    those that are not read ``left_out`` tells how many. Where rows of one code belong together by their *nomor*,
    ``of_the_first`` are the columns that only the first of them has.
    """

    alone: bool = False
    level: str = ""
    named: str = ""
    left_out: str = ""
    of_the_first: tuple[str, ...] = ()


class Labelled(NamedTuple):
    """Below the name of a row stands in the same column what is ``text`` here, with a label before it: ``words`` are
    patterns of it with the ``kind`` that they say, none where that is not recorded. A value that is declared to be none
    says so in ``state``."""

    text: str
    kind: str
    state: str
    words: tuple[tuple[str, str], ...]


class Below(NamedTuple):
    """Rows are of a row of another ``sheet``, by its *nomor* there: it is ``named`` by what these columns of it say,
    the higher level first."""

    sheet: str
    named: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A pasted table as far as it is read: what its columns fill, the words above them, the cells below by row, and
    what every row has though it does not say so; ``title`` is what stands above it."""

    columns: tuple[str, ...]
    heads: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    constants: Mapping[str, str] = field(default_factory=dict)
    title: str = ""

    def below(self, key: str) -> list[str]:
        """What the cells of a column say."""
        at = self.columns.index(key) if key in self.columns else -1
        return [row[at] for row in self.rows if row[at]] if at >= 0 else []

    def above(self, key: str) -> str:
        """The words above a column."""
        return self.heads[self.columns.index(key)] if key in self.columns else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """What is declared of one sheet; most need little of it.

    ``words`` are patterns with the column that they mean, tried in this order, on words in small letters, before those
    that mean the same everywhere. ``needed`` are columns without which a block says nothing, though no row requires
    them; ``found_out`` are those that are told by other means where a block does not have them. Of columns ``merged``
    an empty cell says what the one above says. ``numbered``: the number of the printed table is that by which rows
    belong together. ``summed``: a row with rows below its code is their sum, and no row of its own.

    ``below`` says of which row of another sheet the rows are, whose number no printed table has; a column that names it
    is "nomor@" with the column there ("nomor@sasaran").

    ``labelled`` tells what stands below the name of a row, where a table has one column for both.

    ``called`` is the column that says what a row is called, by which others may name it instead of by its key; with a
    ``new_key`` a row that has no key is given one, made of that name, or of this word where it has no letter.

    Where a text names none of them, ``may_be`` tells the keys of those that it may mean, given what is recorded, and a
    person says which; ``apart`` divides a text that names several.

    ``page`` is the code of the page on which tables of it are pasted, where no form there writes its rows: they are
    written with the row above them, or in a grid.

    ``also`` are sheets whose columns tables of this one often have besides ("target" and "pagu" of one sub kegiatan):
    the table is then one of each, by the columns that are ``shared`` and its own.

    ``beside``: a table that has a column for each of these sheets as well, as a matrix of the Renstra, brings their
    rows too; which of them a row is of, its ``levels`` say, from the top down.

    ``others`` matches heads of what the sheet does not hold, whatever else they say ("Realisasi (Rp)" where outputs are
    counted). ``besides`` are columns of tables that are none of the sheet, with what they are called: ``reread`` makes
    of them what the sheet says. ``lines`` are patterns of what the lines of an upright sheet are called elsewhere.

    ``turned``: offices name the columns of a row one below the other, the values beside them; the words above the
    values that are meant match it.

    ``plainly`` makes of a table that counts in two directions ("golongan" by "ruang") the cells of a plain one, each
    row with the number of that from which it comes; None of any other.

    ``is_of`` is asked of a table that may be of several sheets whether it is of this one: yes, no, or None where its
    words may mean other things as well, which a person is asked about.

    ``looks`` tells of a column whether a cell is one of its own, which its kind of value does not tell, ``spelled``
    how the sheet writes what a cell says. ``finds`` is given the table and tells what holds for all its rows; ``place``
    what a row has where it does not say it: year, version, plan; ``reread`` what else it says otherwise than the sheet.
    """

    words: tuple[tuple[str, str], ...] = ()
    spread: Spread | None = None
    undecided: tuple[Undecided, ...] = ()
    needed: tuple[str, ...] = ()
    found_out: frozenset[str] = frozenset()
    merged: frozenset[str] = frozenset()
    page: str = ""
    also: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()
    numbered: bool = False
    summed: bool = False
    below: Below | None = None
    labelled: Labelled | None = None
    called: str = ""
    new_key: str = ""
    may_be: Callable[[str, Sequence[Cells]], Sequence[str]] = lambda said, rows: ()
    apart: Callable[[str], Sequence[str]] = lambda said: (said,)
    others: re.Pattern[str] | None = None
    besides: Mapping[str, str] = field(default_factory=dict)
    lines: tuple[tuple[str, str], ...] = ()
    turned: re.Pattern[str] | None = None
    codes: Codes = Codes()
    plainly: Callable[[Sequence[Sequence[str]]], Sequence[tuple[int, tuple[str, ...]]] | None] | None = None
    is_of: Callable[[Block], bool | None] = lambda block: True
    looks: Mapping[str, Callable[[str], bool]] = field(default_factory=dict)
    spelled: Mapping[str, Callable[[str], str]] = field(default_factory=dict)
    finds: Callable[[Block], Block] | None = None
    place: Callable[[Known, Cells], Cells] = lambda known, cells: {}
    reread: Callable[[Known, Cells], Cells] = lambda known, cells: {}


#: What a sheet declares that needs nothing of its own.
AS_EVERYWHERE: Final = Pasted()
