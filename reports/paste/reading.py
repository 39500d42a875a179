"""A pasted block → of which sheet it is, where its rows begin, and what each column fills.

By the words above its columns; a block without a head by what stands in them. What cannot be told is asked, never
guessed: :attr:`Reading.lacking` are the columns that every row needs and that nothing fills.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from reports.papers.headed import (
    Role,
    counts_columns,
    ends_a_head,
    in_line,
    role_of,
    unnumbered,
    words_above,
)
from reports.papers.paper import Row, Spot
from reports.paste.by_content import AMOUNT, columns_by_content
from reports.paste.headings import column_of, is_own_heading
from reports.paste.labelled import NAMED_AND_LABELLED, columns_with_labels, parted
from sakip.entry.clipboard import block
from sakip.entry.value_kinds import Rupiah
from sakip.text.units import multiple_of_rupiah, multiple_of_rupiah_above
from sakip.workbook.raw_cells import folded
from sakip.workbook.sheets.pasted import Block
from sakip.workbook.sheets.sheet import Column, Sheet
from sakip.workbook.sums import says_total

#: A head has at most so many lines, below at most so many lines of title.
_HEAD_ROWS: Final = 3
_TITLE_ROWS: Final = 4
#: What a column of a triwulan or a year is parted into.
_PARTS: Final = frozenset({Role.TARGET, Role.MONEY, Role.REALISASI, Role.SPENT, Role.CAPAIAN, Role.SHARE})
#: So many columns of a sheet one below the other are a table that is turned.
_LEAST_TURNED: Final = 4
_YEAR: Final = re.compile(r"\b20\d\d\b")
_SHORT_NUMBER: Final = re.compile(r"20\d\d|\(?\d{1,2}\)?")
#: One column says what another is asked for.
_INSTEAD: Final[Mapping[str, tuple[str, ...]]] = {
    "kode": ("nama_kode", "kode@program", "kode@kegiatan", "kode@sub_kegiatan"),
    "kunci_indikator": ("nama_indikator",),
    "tujuan": ("nama_indikator",),
    "nomor": ("nama_indikator",),
    "nama": ("kode", "kode@program", "nama_kode"),
    "uraian": (NAMED_AND_LABELLED,),
}


@dataclass(frozen=True, kw_only=True)
class Reading:
    """How a block is read. ``columns`` are what its columns fill, empty where they are not read, ``constants`` what
    every row has though it does not say so. ``heads`` are the words above the columns, ``body`` the rows below.
    ``chosen`` is what a person has seen and sent back; ``beside`` holds where the same rows fill other sheets too, and
    ``skipped`` counts those of the table that fill none. ``larger`` are the heads of amounts that are not read, as they
    are no whole rupiah, each with what they are, ``years`` those of columns that say one thing of several years."""

    sheet: Sheet
    heads: tuple[str, ...]
    columns: tuple[str, ...]
    body: tuple[Row, ...]
    constants: Mapping[str, str] = field(default_factory=dict)
    by_content: bool = False
    chosen: bool = False
    beside: bool = False
    larger: Mapping[str, str] = field(default_factory=dict)
    years: tuple[tuple[str, ...], ...] = ()
    skipped: int = 0

    @cached_property
    def filled(self) -> frozenset[str]:
        """The columns of the sheet that are filled."""
        names = {key.partition("@")[0] for key in self.columns if key}
        spread = self.sheet.pasted.spread
        apart = {spread.apart} if spread and any("@" in key for key in self.columns) else set()
        return frozenset(names | apart | self.constants.keys())

    @property
    def lacking(self) -> tuple[Column, ...]:
        """Columns that every row needs and that nothing fills."""
        wanted = {column.key for column in self.sheet.columns if column.required}
        wanted |= set(self.sheet.pasted.needed)
        made = {self.sheet.key} if self.sheet.pasted.new_key else set()
        made |= {"nomor"} if self.beside or self.sheet.pasted.below else set()
        present = set(self.filled) | {key for key in self.columns if key}
        return tuple(
            column
            for column in self.sheet.columns
            if column.key in wanted - present - made - self.sheet.pasted.found_out
            and not present & set(_INSTEAD.get(column.key, ()))
            and not self.sheet.upright
        )

    @property
    def parted(self) -> Reading:
        """The same with a column for each thing that a row says, where one of its columns says a name and, labelled,
        what stands below it."""
        labels = self.sheet.pasted.labelled
        if labels is None or NAMED_AND_LABELLED not in self.columns:
            return self
        columns, body = parted(self.columns, self.body, labels)
        heads = (*self.heads, *[""] * (len(columns) - len(self.heads)))
        return replace(self, columns=columns, body=body, heads=heads)

    @property
    def undecided(self) -> bool:
        """Whether a column may be one of several: a head that does not say, or amounts without one."""
        if {one.key for one in self.sheet.pasted.undecided} & set(self.columns):
            return True
        numbers = {column.key for column in self.sheet.readable if isinstance(column.kind, Rupiah)}
        told = numbers & set(self.columns)
        return self.by_content and not self.chosen and bool(told) and told != numbers

    @property
    def weight(self) -> tuple[int, int]:
        """How much is understood: fewer columns lack, more are read; years and triwulan beside each other say most."""
        read = [key for key in self.columns if key]
        return -len(self.lacking), len(read) + (len([key for key in read if "@" in key]) > 1)


def rows_of(text: str) -> tuple[Row, ...]:
    """The rows of a block that say anything, each with its number in the block."""
    return tuple(
        Row(cells=tuple(cells), at=Spot(line=number))
        for number, cells in enumerate(block(text), start=1)
        if any(cells)
    )


def best_reading(rows: Sequence[Row], sheets: Iterable[Sheet], *, beside: bool = False) -> Reading | None:
    """How the block is most likely meant; None where it is of none of these sheets (``beside``: :func:`read_as`)."""
    wanted = list(sheets)
    readings = [one for sheet in wanted if any((one := read_as(rows, sheet, beside=beside)).columns)]
    # What holds of the whole kecamatan is no column of a table of its parts.
    readings = [one for one in readings if not one.sheet.upright or len(one.body) == 1]
    headed = [one for one in readings if not one.by_content]
    exact = [
        one for one in headed if _exact(one) > 1 and _exact(one) * 5 >= 4 * len([h for h in one.heads if h])
    ]
    if exact:
        return max(exact, key=lambda one: (_exact(one), one.weight))
    return max(headed or readings, key=lambda one: one.weight, default=None)


def _exact(reading: Reading) -> int:
    """How many of its columns are called as on the sheet."""
    return len({key for head in reading.heads if (key := is_own_heading(head, reading.sheet))})


def read_as(
    rows: Sequence[Row],
    sheet: Sheet,
    columns: Sequence[str] | None = None,
    constants: Mapping[str, str] | None = None,
    *,
    beside: bool = False,
) -> Reading:
    """The block as rows of a sheet; with ``columns`` and ``constants`` as a person has chosen them. Of a table that
    fills others ``beside`` it one column may be all that is this sheet's."""
    if sheet.upright:
        rows = _laid_down(rows, sheet)
    elif sheet.pasted.turned is not None:
        rows = _turned(rows, sheet, sheet.pasted.turned)
    width = max((len(row.cells) for row in rows), default=0)
    start, end, heads, told = _head(rows, sheet, width, least=1 if beside else 2)
    if end and end < len(rows) and ends_a_head(rows[end]):
        end += 1
    body = tuple(row for row in rows[end:] if not counts_columns(row) and row.cells != rows[start].cells)
    body = tuple(row for row in body if not _says_hints(row, sheet, told))
    body = (unnumbered(body[0]), *body[1:]) if body else body
    if beside:  # the number of a matrix is that of its first level
        told = ["" if key == "nomor" else key for key in told]
    by_content = not any(told)
    if by_content:
        heads = ("",) * width
        if _names_amounts(rows):  # a head all the same, of words that are told by hand
            rows, heads = rows[1:], [rows[0][at] for at in range(width)]
        body = tuple(row for row in rows if not counts_columns(row))
        told = columns_by_content([row for row in body if not says_total(row.filled)], sheet, width)
    larger: dict[str, str] = {}
    years: dict[str, list[str]] = {}
    if columns is None:
        title = " ".join(row.filled[0] for row in rows[:end] if len(row.filled) == 1)
        told, larger = _whole_rupiah(told, heads, title, sheet)
        each = [[head] for head in heads]
        years = _of_many_years(each, [column_of(head, sheet) for head in each])
    reading = Reading(
        sheet=sheet,
        heads=tuple(heads),
        larger=larger,
        years=tuple(map(tuple, years.values())),
        columns=tuple(told if columns is None else [*columns, *[""] * width][:width]),
        body=body,
        constants=dict(constants or {}),
        by_content=by_content,
        beside=beside,
    )
    if columns is None and constants is None:
        return _found(reading)
    return reading


def _whole_rupiah(
    told: Sequence[str], heads: Sequence[str], title: str, sheet: Sheet
) -> tuple[list[str], dict[str, str]]:
    """The columns without those whose head, or the title above all, says that they are thousands or millions."""
    money = {column.key for column in sheet.columns if isinstance(column.kind, Rupiah)}
    money |= {one.key for one in sheet.pasted.undecided if "pagu" in one.key}
    larger = {
        head: said
        for key, head in zip(told, heads, strict=False)
        if key in money and (said := multiple_of_rupiah(head) or multiple_of_rupiah_above(title))
    }
    return ["" if head in larger else key for key, head in zip(told, heads, strict=False)], larger


def _says_hints(row: Row, sheet: Sheet, told: Sequence[str]) -> bool:
    """Whether it is the line of a workbook's sheet that says how its columns are filled."""
    hints = {column.key: folded(column.hint) for column in sheet.columns if column.hint}
    said = [
        (hints.get(key, ""), folded(cell)) for key, cell in zip(told, row.cells, strict=False) if key and cell
    ]
    return any(hint == cell for hint, cell in said) and all(hint.startswith(cell) for hint, cell in said)


def _laid_down(rows: Sequence[Row], sheet: Sheet) -> Sequence[Row]:
    """Of a sheet with a line per column: its lines as one row below their names."""
    by_name = [
        (row[0], row[1], row.at) for row in rows if is_own_heading(row[0], sheet) and len(row.cells) > 1
    ]
    if len(by_name) < 2 or len(by_name) * 2 < len(rows):
        return rows
    heads, cells, places = zip(*by_name, strict=True)
    return [Row(cells=heads, at=places[0]), Row(cells=cells, at=places[0])]


def _turned(rows: Sequence[Row], sheet: Sheet, values: re.Pattern[str]) -> Sequence[Row]:
    """A table that names the columns of the sheet one below the other: its names as a head, its values as the row."""
    width = max((len(row.cells) for row in rows), default=0)
    for at in range(min(2, width)):
        named = [row for row in rows if len(row[at]) > 1 and column_of([row[at]], sheet)]
        if len({column_of([row[at]], sheet) for row in named}) < _LEAST_TURNED:
            continue
        first = next(number for number, row in enumerate(rows) if row is named[0])
        heads = [folded(" ".join(said)) for said in words_above(rows[:first], width)]
        beside = [x for x in range(at + 1, width) if all(AMOUNT.fullmatch(row[x]) for row in named)]
        meant = [x for x in beside if values.search(heads[x])] or beside[:1]
        if meant:
            return [
                Row(cells=tuple(row[at] for row in named), at=named[0].at),
                Row(cells=tuple(row[meant[0]] for row in named), at=named[0].at),
            ]
    return rows


# -- by the words above ----------------------------------------------------------------------------


def _head(
    rows: Sequence[Row], sheet: Sheet, width: int, *, least: int
) -> tuple[int, int, Sequence[str], Sequence[str]]:
    """Where the head begins and ends, its words by column, and the columns of the sheet that they name, which are the
    ``least`` at least."""
    best: tuple[int, int, Sequence[str], Sequence[str]] = (0, 0, ("",) * width, ("",) * width)
    for start in range(min(_TITLE_ROWS, len(rows))):
        if len(rows[start].filled) < 2 < width:
            continue  # a title, whatever it names
        for end in range(start + 1, min(start + _HEAD_ROWS, len(rows)) + 1):
            if not _may_be_head(rows[end - 1]) or _is_below_a_head(rows[start : end - 1], rows[end - 1]):
                break
            words = in_line(words_above(rows[start:end], width), rows[end:])
            told = _each_once(words, sheet)
            more = sum(map(bool, told)) - sum(map(bool, best[3]))
            above_title = start > best[0] and len(rows[best[0]].filled) == 1
            divides = more == 0 and (_names_roles(rows[end - 1]) or above_title)
            if more > 0 or (any(told) and (divides or _says_years(rows[end - 1]))):
                best = start, end, [" ".join(said) for said in words], told
        if len(rows[start].filled) > 1 and any(best[3]):
            break
    known = sum(map(bool, best[3]))
    numbered = any(role_of(words) is Role.NUMBER for words in best[2])
    if known < least and not (known == 1 and (width < 3 or numbered)):
        return 0, 0, ("",) * width, ("",) * width
    return best


def _is_below_a_head(above: Sequence[Row], row: Row) -> bool:
    """Whether it is no second line of the head above it: it has a number where rows are numbered, or words of its own
    below words in every column."""
    if not above or counts_columns(row):
        return False
    for at, said in enumerate(above[0].cells):
        if role_of(said) is Role.NUMBER and re.fullmatch(r"\d{1,3}[.)]?", row[at]):
            return True
    if any(_YEAR.search(cell) for cell in row.filled):
        return False
    if len(row.filled) == 1 and len(above[0].cells) > 2 and row[0] and above[0][0]:
        return True  # a group that spans the table
    cells = list(zip(above[-1].cells, row.cells, strict=False))
    whole = len(above[-1].filled) == len(above[-1].cells) == len(row.filled) > 1
    return whole and not any(folded(one) == folded(two) for one, two in cells) and _counts_something(row)


def _counts_something(row: Row) -> bool:
    return any(re.fullmatch(r"\d{1,2}", cell) for cell in row.filled)


def _names_amounts(rows: Sequence[Row]) -> bool:
    """Whether the first row only names what stands below it: words above nothing but amounts."""
    if len(rows) < 2:
        return False
    first, below = rows[0], rows[1:]
    if len(first.filled) < 2 or not _may_be_head(first):
        return False
    columns = [[row[at] for row in below if row[at]] for at, said in enumerate(first.cells) if said]
    return any(one and all(AMOUNT.fullmatch(cell) for cell in one) for one in columns)


def _says_years(row: Row) -> bool:
    """Whether it parts the columns named above it by years, and is no row of values."""
    return len(row.filled) > 1 and all(re.fullmatch(r"20\d\d", cell) for cell in row.filled)


def _names_roles(row: Row) -> bool:
    """Whether it says of each part of the columns above it what that holds: target, anggaran, realisasi."""
    return len(row.filled) > 1 and all(role_of(cell) in _PARTS for cell in row.filled)


def _may_be_head(row: Row) -> bool:
    return not any(AMOUNT.fullmatch(cell) and not _SHORT_NUMBER.fullmatch(cell) for cell in row.filled)


def _each_once(words: Sequence[Sequence[str]], sheet: Sheet) -> list[str]:
    """What the columns fill; of two that say the same the one that says it in the sheet's own words, else the first."""
    told = [column_of(said, sheet) for said in words]
    own = [bool(is_own_heading(" ".join(said), sheet)) for said in words]
    keep: dict[str, int] = {}
    for at, key in enumerate(told):
        if key and (key not in keep or (own[at] and not own[keep[key]])):
            keep[key] = at
    for one in sheet.pasted.undecided:
        if one.sum_of & keep.keys():
            keep.pop(one.key, None)
    for key in _of_many_years(words, told):
        keep.pop(key, None)
    return [key if keep.get(key) == at else "" for at, key in enumerate(told)]


def _of_many_years(words: Sequence[Sequence[str]], told: Sequence[str]) -> dict[str, list[str]]:
    """What several columns would fill that are of different years, with the words above them: none of them is read."""
    said: dict[str, list[str]] = {}
    for above, key in zip(words, told, strict=True):
        if key and "@" not in key and _YEAR.search(" ".join(above)):
            said.setdefault(key, []).append(" ".join(above))
    return {
        key: heads
        for key, heads in said.items()
        if len({year for head in heads for year in _YEAR.findall(head)}) > 1 and len(heads) > 1
    }


# -- what every row has ----------------------------------------------------------------------------


def _found(reading: Reading) -> Reading:
    """The reading with what the head or the rows say for all of them."""
    find, labels = reading.sheet.pasted.finds, reading.sheet.pasted.labelled
    if find is None and labels is None:
        return reading
    width = range(len(reading.columns))
    rows = [[row[at] for at in width] for row in reading.body]
    reading = replace(reading, columns=columns_with_labels(reading.columns, rows, labels))
    if find is None:
        return reading
    block = find(Block(columns=reading.columns, heads=reading.heads, rows=rows))
    return replace(reading, columns=block.columns, constants=block.constants)
