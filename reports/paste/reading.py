"""A pasted block → of which sheet it is, where its rows begin, and what each column fills.

By the words above its columns; a block without a head by what stands in them. What cannot be told is asked, never
guessed: :attr:`Reading.lacking` are the columns that every row needs and that nothing fills.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from reports.papers.headed import counts_columns, ends_a_head, rows_as_above, unnumbered
from reports.papers.paper import Row, Spot
from reports.papers.roles import Role, role_of
from reports.paste.by_content import columns_by_content
from reports.paste.code_columns import joined
from reports.paste.groups import group_of
from reports.paste.headings import column_of, is_own_heading
from reports.paste.heads import head_of, names_amounts, of_many_years
from reports.paste.labelled import NAMED_AND_LABELLED, columns_with_labels, parted
from reports.paste.lines_apart import each_line, whole_items
from reports.paste.plainly import plainly
from reports.paste.quarters import of_quarters
from reports.paste.said_above import said_above
from reports.paste.text_columns import with_columns, without_colons
from reports.paste.turned import upright
from sakip.entry.clipboard import block
from sakip.entry.number_kinds import Rupiah
from sakip.text.units import multiple_of_rupiah, multiple_of_rupiah_above
from sakip.workbook.raw_cells import folded
from sakip.workbook.sheets.pasted import Block
from sakip.workbook.sheets.sheet import Column, Sheet
from sakip.workbook.sums import says_total

#: One column says what another is asked for.
_INSTEAD: Final[Mapping[str, tuple[str, ...]]] = {
    "kode": ("nama_kode", "kode@program", "kode@kegiatan", "kode@sub_kegiatan"),
    "kunci_indikator": ("nama_indikator",),
    "tujuan": ("nama_indikator",),
    "nomor": ("nama_indikator",),
    "nama": ("kode", "kode@program", "nama_kode", "nama_nip"),
    "uraian": (NAMED_AND_LABELLED,),
}


#: A column that says of which kecamatan the rows are.
KECAMATAN: Final = re.compile(r"(?:nama\s+)?kecamatan", re.IGNORECASE)
_SAYS_RUPIAH: Final = re.compile(r"\brp\b|rupiah", re.IGNORECASE)
#: A table that has one of these is a list of persons, and of nothing that persons belong to.
_OF_PERSONS: Final = frozenset({"nip", "nama_nip"})


@dataclass(frozen=True, kw_only=True)
class Reading:
    """How a block is read. ``columns`` are what its columns fill, empty where they are not read, ``constants`` what
    every row has though it does not say so. ``heads`` are the words above the columns, ``body`` the rows below.
    ``chosen`` is what a person has seen and sent back, ``doubtful`` what may be of other things than the sheet's rows
    are; ``beside`` holds where the same rows fill other sheets too, ``first`` is then the line of the block in which
    the table begins that all of them read, and ``skipped`` counts those of the table that fill none. ``larger`` are the
    heads of amounts that are not read, as they are no whole rupiah, each with what they are, ``years`` those of columns
    that say one thing of several years; ``title`` is what stands above all columns, and ``left`` are lines that name
    none of them. Of several rows of which a single one is meant, ``one_of`` says what stands above each."""

    sheet: Sheet
    heads: tuple[str, ...]
    columns: tuple[str, ...]
    body: tuple[Row, ...]
    constants: Mapping[str, str] = field(default_factory=dict)
    by_content: bool = False
    chosen: bool = False
    doubtful: bool = False
    beside: bool = False
    first: int = 0
    larger: Mapping[str, str] = field(default_factory=dict)
    years: tuple[tuple[str, ...], ...] = ()
    title: str = ""
    left: tuple[Row, ...] = ()
    one_of: tuple[str, ...] = ()
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
        made |= {found.key for row in self.body if (found := group_of(row))}
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
        columns, body, left = parted(self.columns, self.body, labels)
        heads = (*self.heads, *[""] * (len(columns) - len(self.heads)))
        return replace(self, columns=columns, body=body, heads=heads, left=(*self.left, *left))

    @property
    def twice(self) -> tuple[str, ...]:
        """What a person has chosen for several columns: only one of them can fill it."""
        return tuple(key for key, times in Counter(filter(None, self.columns)).items() if times > 1)

    @property
    def undecided(self) -> bool:
        """Whether a column may be one of several: a head that does not say, or amounts without one."""
        if {one.key for one in self.sheet.pasted.undecided} & set(self.columns):
            return True
        numbers = {column.key for column in self.sheet.readable if isinstance(column.kind, Rupiah)}
        told = numbers & set(self.columns)
        if self.doubtful and not self.chosen:
            return True
        if self.by_content and not self.chosen and any(self.heads):
            return True
        if not self.by_content or self.chosen:
            return False
        parts = [
            one.sum_of & set(self.columns) for one in self.sheet.pasted.undecided
        ]  # one count may be of either
        return (bool(told) and told != numbers) or any(len(one) == 1 for one in parts)

    @property
    def block(self) -> Block:
        """As its sheet is asked about it."""
        width = range(len(self.columns))
        rows = [[row[at] for at in width] for row in self.body]
        return Block(
            columns=self.columns, heads=self.heads, rows=rows, constants=self.constants, title=self.title
        )

    @property
    def weight(self) -> tuple[int, int]:
        """How much is understood: fewer columns lack, more are read, or known though they are not; years and triwulan
        beside each other say most."""
        read = [key for key in self.columns if key]
        return -len(self.lacking), len(read) + len(self.larger) + (
            len([key for key in read if "@" in key]) > 1
        )


def rows_of(text: str) -> tuple[Row, ...]:
    """The rows of a block that say anything, each with its number in the block."""
    return tuple(
        Row(cells=tuple(cells), at=Spot(line=number))
        for number, cells in enumerate(without_colons(with_columns(block(text))), start=1)
        if any(cells)
    )


def best_reading(rows: Sequence[Row], sheets: Iterable[Sheet], *, beside: bool = False) -> Reading | None:
    """How the block is most likely meant; None where it is of none of these sheets (``beside``: :func:`read_as`)."""
    wanted = list(sheets)
    readings = [one for sheet in wanted if any((one := read_as(rows, sheet, beside=beside)).columns)]
    # What holds of the whole kecamatan is no column of a table of its parts, nor of one that says more of another.
    readings = [one for one in readings if not one.sheet.upright or (len(one.body) == 1 and _reads_most(one))]
    if len(wanted) > 1:
        readings = [
            replace(one, doubtful=is_of is None)
            for one in readings
            if (is_of := one.sheet.pasted.is_of(one.block)) is not False
        ]
    persons = [one for one in readings if not one.by_content and _OF_PERSONS & set(one.columns)]
    readings = persons or readings
    headed = [one for one in readings if not one.by_content]
    exact = [
        one for one in headed if _exact(one) > 1 and _exact(one) * 5 >= 4 * len([h for h in one.heads if h])
    ]
    if exact:
        return max(exact, key=lambda one: (_exact(one), one.weight))
    return max(headed or readings, key=lambda one: (one.weight, not one.doubtful), default=None)


def _reads_most(reading: Reading) -> bool:
    """Whether it reads more of the columns that have a head than it leaves."""
    left = [
        head
        for head, key in zip(reading.heads, reading.columns, strict=True)
        if head and not key and role_of(head) is not Role.NUMBER and not KECAMATAN.fullmatch(head.strip())
    ]
    return len([key for key in reading.columns if key]) > len(left)


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
    rows = plainly(of_quarters(whole_items(rows), sheet), sheet)
    rows, left, one_of = upright(rows, sheet)
    rows = joined(rows, sheet)
    width = max((len(row.cells) for row in rows), default=0)
    head = head_of(rows, sheet, width, least=1 if beside else 2)
    start, end, heads, told = head.start, head.end, head.words, head.told
    if end and end < len(rows) and ends_a_head(rows[end]):
        end += 1
    again = [row.cells for row in rows[start:end]]  # a head that is repeated on each page
    body = tuple(row for row in rows[end:] if not counts_columns(row) and row.cells not in again)
    body = tuple(row for row in body if not _says_hints(row, sheet, told))
    body = rows_as_above((unnumbered(body[0]), *body[1:])) if body else body
    body = tuple(one for row in body for one in each_line(row, told, sheet))
    if beside:  # the number of a matrix is that of its first level
        told = ["" if key == "nomor" else key for key in told]
    by_content = not any(told)
    if by_content:
        heads = ("",) * width
        if names_amounts(rows):  # a head all the same, of words that are told by hand
            rows, heads = rows[1:], [rows[0][at] for at in range(width)]
        body = tuple(row for row in rows if not counts_columns(row))
        told = columns_by_content([row for row in body if not says_total(row.filled)], sheet, width)
    larger: dict[str, str] = {}
    years: Mapping[str, list[str]] = {}
    title = " ".join(row.filled[0] for row in rows[:end] if len(row.filled) == 1)
    if columns is None:
        told, larger = _whole_rupiah(told, heads, title, sheet)
        each = [[head] for head in heads]
        years = of_many_years(each, [column_of(head, sheet) for head in each])
    reading = Reading(
        sheet=sheet,
        heads=tuple(heads),
        larger=larger,
        years=tuple(map(tuple, years.values())),
        title=title,
        one_of=one_of,
        left=tuple(row for row in left if not says_total(row.filled) and not counts_columns(row)),
        columns=tuple(told if columns is None else [*columns, *[""] * width][:width]),
        body=body,
        constants=dict(said_above(title, told, sheet) if constants is None else constants),
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
    above = multiple_of_rupiah_above(title)
    larger = {
        head: said
        for key, head in zip(told, heads, strict=False)
        if key in money and (said := multiple_of_rupiah(head) or above)
    }
    beside = {said for said in larger.values() if not above}
    if len(beside) == 1:  # amounts beside them that say nothing of their own are as large
        larger |= {
            head: next(iter(beside))
            for key, head in zip(told, heads, strict=False)
            if key in money and head not in larger and not _SAYS_RUPIAH.search(head)
        }
    return ["" if head in larger else key for key, head in zip(told, heads, strict=False)], larger


def _says_hints(row: Row, sheet: Sheet, told: Sequence[str]) -> bool:
    """Whether it is the line of a workbook's sheet that says how its columns are filled."""
    hints = {column.key: folded(column.hint) for column in sheet.columns if column.hint}
    said = [
        (hints.get(key, ""), folded(cell)) for key, cell in zip(told, row.cells, strict=False) if key and cell
    ]
    return any(hint == cell for hint, cell in said) and all(hint.startswith(cell) for hint, cell in said)


# -- what every row has ----------------------------------------------------------------------------


def _found(reading: Reading) -> Reading:
    """The reading with what the head or the rows say for all of them."""
    find, labels = reading.sheet.pasted.finds, reading.sheet.pasted.labelled
    if find is None and labels is None:
        return reading
    columns = columns_with_labels(reading.columns, reading.block.rows, labels)
    reading = replace(reading, columns=columns)
    if find is None:
        return reading
    block = find(replace(reading.block, constants={}))
    return replace(reading, columns=block.columns, constants={**reading.constants, **block.constants})
