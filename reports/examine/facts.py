"""What the tables of a paper say of its indikator: every target, realisasi and capaian, with its place. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reports.examine.base import Material, Seen, seen_row
from reports.examine.cells import Value, alike, plain_name, read_value, words_of
from reports.papers.headed import HeadedTable, Heading
from reports.papers.paper import Row
from reports.papers.roles import Role, role_of

#: "1. Prosentase … 2. Prosentase …": the indikator of a cell that holds several.
_SEVERAL: Final = re.compile(r"(?<!\S)(?:\d\s*[.)]|[-•])\s+(?=[A-Z])")
_ROLES: Final = (Role.TARGET, Role.TARGET_END, Role.REALISASI, Role.CAPAIAN, Role.KEMAJUAN, Role.PREDIKAT)
#: Heads of what is not of the kecamatan's own sasaran.
_ELSEWHERE: Final = (Role.PROGRAM, Role.KEGIATAN, Role.SUB_KEGIATAN, Role.ACTIVITY, Role.MONEY, Role.SPENT)
_LETTERS: Final = re.compile(r"\(n\s*[-–]?\s*(\d)?\)", re.IGNORECASE)
_SHORTEST: Final = 3
_LONGEST_VALUE: Final = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What a cell says of an indikator. ``kind`` counts indikator that are one; ``year`` is 0 where the head names
    none; ``shared`` holds where its row gives one value to several indikator; ``table`` is the number of its table."""

    kind: int
    name: str
    role: Role
    year: int
    value: Value | None
    table: int
    row: Row

    @property
    def seen(self) -> Seen:
        """Where it stands."""
        return seen_row(self.row)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredRow:
    """A row of a table of indikator: what its cells say, by their roles."""

    names: tuple[str, ...]
    kinds: tuple[int, ...]
    cells: tuple[tuple[Role, int, str], ...]
    table: int
    row: Row

    def value(self, role: Role, year: int) -> Value | None:
        """What it says of that role: of that year, or of none."""
        told = [(said, cell) for of, said, cell in self.cells if of is role and said in (year, 0)]
        return read_value(max(told)[1]) if told else None


def measured_rows(material: Material) -> tuple[MeasuredRow, ...]:
    """The rows of all tables that say targets or realisasi of indikator, in order."""
    kinds: list[list[frozenset[str]]] = []
    return tuple(
        row
        for number, table in enumerate(material.tables)
        for row in _rows_of(table, number, kinds, material.subject.tahun)
    )


def facts_of(rows: tuple[MeasuredRow, ...]) -> Iterator[Fact]:
    """Each cell of these rows by itself."""
    for row in rows:
        for kind, name in zip(row.kinds, row.names, strict=True):
            heads = [(role, year) for role, year, _ in row.cells]
            for role, year, cell in row.cells:
                if heads.count((role, year)) > 1:
                    continue  # which of the two is of that year its head does not tell
                yield Fact(
                    kind=kind,
                    name=name,
                    role=role,
                    year=year,
                    value=read_value(cell),
                    table=row.table,
                    row=row.row,
                )


def of_quarters(head: Heading) -> bool:
    """Whether a column holds parts of the year."""
    return bool(head.quarter) or "triwulan" in head.text.casefold()


def is_name(text: str) -> bool:
    """Whether a cell names an indikator, and is not the head of another table below it."""
    return len(text) >= _SHORTEST and role_of(text) is not Role.MONEY


def _rows_of(
    table: HeadedTable, number: int, kinds: list[list[frozenset[str]]], tahun: int
) -> Iterator[MeasuredRow]:
    name = table.column(Role.INDIKATOR)
    first = min(table.columns(*_ELSEWHERE), default=len(table.heads))
    heads = enumerate(table.heads[:first])
    wanted = [x for x, head in heads if head.role in _ROLES and not of_quarters(head)]
    if name < 0 or not wanted or table.columns(Role.ACTIVITY):
        return
    for row in table.rows:
        at = name
        text = row[at]
        # A number of its own may stand before the name, in a column without a head of its own.
        if len(text) < _SHORTEST and len(row.cells) > at + 1 and at + 1 not in wanted:
            at, text = at + 1, row[at + 1]
        shift = max(0, len(row.cells) - len(table.heads))
        if len(row[wanted[0]]) > _LONGEST_VALUE and read_value(row[wanted[0]]) is None:
            at, text, shift = (
                wanted[0],
                row[wanted[0]],
                1,
            )  # the names of the row stand one cell farther right
        names = tuple(filter(None, map(plain_name, _SEVERAL.split(text)))) if text else ()
        names = tuple(one for one in names if is_name(one))
        if not names or shift not in (0, 1):
            continue
        cells = tuple((table.heads[x].role, _year(table, x, tahun), row[x + shift]) for x in wanted)
        of = tuple(kind_of(kinds, words_of(one)) for one in names)
        yield MeasuredRow(names=names, kinds=of, cells=cells, table=number, row=row)


def _year(table: HeadedTable, column: int, tahun: int) -> int:
    head = table.heads[column]
    if head.role is Role.TARGET_END:
        return 0
    if found := _LETTERS.search(head.text):
        return tahun - int(found[1] or 0)
    return head.year


def kind_of(kinds: list[list[frozenset[str]]], words: frozenset[str]) -> int:
    """Which of the indikator known so far has such a name, a new one where none has."""
    for at, known in enumerate(kinds):
        if words in known:
            return at
    likely = [at for at, known in enumerate(kinds) if any(alike(one, words) for one in known)]
    if likely:
        kinds[likely[0]].append(words)
        return likely[0]
    kinds.append([words])
    return len(kinds) - 1
