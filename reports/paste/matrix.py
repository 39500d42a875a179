"""A table of a pasted block, and one whose rows fill several sheets: a matrix of tujuan, sasaran, and indikator.

Which sheets these are, and by which columns a row tells of which level it is, is declared with the sheet that holds the
values (:class:`sakip.workbook.sheets.pasted.Level`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reports.papers.paper import Row
from reports.papers.roles import Role, role_of
from reports.paste.headings import plain
from reports.paste.reading import Reading, best_reading, read_as
from sakip.workbook.sheets.pasted import Level
from sakip.workbook.sheets.sheet import Sheet


@dataclass(frozen=True, kw_only=True)
class PastedTable:
    """A table of a block, and the sheets that it may be of: the one that stands above it, else all of the page.
    ``beside`` others of the same rows, where one table fills several sheets; ``others`` are columns that it does not
    fill there, ``heads`` what stands above all of them where some are left to another sheet, and ``skipped`` counts the
    rows that fill no sheet."""

    rows: tuple[Row, ...]
    sheets: Sequence[Sheet]
    beside: bool = False
    others: frozenset[str] = frozenset()
    heads: tuple[str, ...] = ()
    skipped: int = 0

    @property
    def reading(self) -> Reading | None:
        """How it is most likely meant; None where it is of none of its sheets."""
        found = best_reading(self.rows, self.sheets, beside=self.beside)
        if found is None:
            return None
        columns = tuple("" if key in self.others else key for key in found.columns)
        return replace(
            found,
            columns=columns,
            skipped=self.skipped,
            first=self.rows[0].at.line,
            heads=self.heads or found.heads,
        )


def of_a_matrix(table: PastedTable) -> list[PastedTable]:
    """The table once for each sheet that its rows fill: of a matrix those above its own as well."""
    names = {sheet.nama: sheet for sheet in table.sheets}
    for target in (sheet for sheet in table.sheets if sheet.pasted.beside):
        above = [names[name] for name in target.pasted.beside if name in names]
        readings = [read_as(table.rows, sheet, beside=True) for sheet in (*above, target)]
        if (
            len(above) == len(target.pasted.beside)
            and all(_is_said(one) for one in readings)
            and any("@" in key for key in readings[-1].columns)
        ):
            found = {one.sheets[0].nama: one for one in _by_level(table, readings, names)}
            return [found[name] for name in names if name in found]
    return [table]


def _is_said(reading: Reading) -> bool:
    called = reading.sheet.pasted.called
    return not reading.by_content and not reading.lacking and (not called or called in reading.columns)


def _by_level(
    table: PastedTable, readings: Sequence[Reading], names: dict[str, Sheet]
) -> Iterator[PastedTable]:
    """The sheets of each level with the rows that are of it, those above them with all."""
    *above, target = readings
    levels = target.sheet.pasted.levels
    of_levels = {name for level in levels for name in level.sheets}
    for one in above:
        if one.sheet.nama not in of_levels:
            yield PastedTable(rows=table.rows, sheets=[one.sheet], beside=True)
    named = next(one for one in above if one.sheet.nama in of_levels)
    column = named.columns.index(named.sheet.pasted.called)
    heads = ["" if role_of(one) is Role.UPSTREAM else plain(one) for one in target.heads]
    of = _levels(target.body, levels, heads[:column])
    first = target.body[0].at.line if target.body else 0
    head = tuple(row for row in table.rows if row.at.line < first)
    left_out = {number for number, level in enumerate(levels) if not level.sheets}
    for number, level in enumerate(levels):
        own = next((x for x, one in enumerate(heads) if level.own and re.search(level.own, one)), -1)
        rows = tuple(
            row
            for row, at in zip(target.body, of, strict=True)
            if (row[own] if own >= 0 else at == number and row[column])
        )
        for sheet in (names[name] for name in level.sheets[: 1 if own >= 0 else None] if name in names):
            of_target = sheet.nama == target.sheet.nama
            if rows or of_target:
                yield PastedTable(
                    rows=(*head, *rows),
                    sheets=[sheet],
                    beside=True,
                    others=frozenset({"satuan"}) if own >= 0 else frozenset(),
                    skipped=sum(at in left_out for at in of) if of_target else 0,
                )


def _levels(rows: Sequence[Row], levels: Sequence[Level], heads: Sequence[str]) -> list[int]:
    """The level of each row: the lowest that it names, else that of the row above; without any name the last that has
    sheets."""
    at = [next((x for x, one in enumerate(heads) if re.search(level.words, one)), -1) for level in levels]
    found: list[int] = []
    for row in rows:
        said = [number for number, x in enumerate(at) if x >= 0 and row[x]]
        last = max(number for number, level in enumerate(levels) if level.sheets)
        found.append(max(said) if said else found[-1] if found else last)
    return found
