"""The RKT: sasaran with their indikator, and the program, kegiatan and sub kegiatan below them, with target and pagu.

Offices lay it out in one wide table whose head is often a column short, or as a cascade of boxes; so of a row the head
says what its columns should hold, and what stands in them decides."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from reports.papers.headed import HeadedTable
from reports.papers.paper import Row
from reports.papers.roles import Role
from reports.reading.agreement import gives_planned_amounts, names_in, not_whole
from reports.reading.desk import Desk, bare, rupiah, unit_of
from reports.reading.lines import Line, Lines, numbers_of, says_what, value_of
from reports.reading.placed import PlacedTable, aligned

_NAMES: Final = (Role.PROGRAM, Role.KEGIATAN, Role.SUB_KEGIATAN, Role.ACTIVITY, Role.NAME)
_OF_LINES: Final = (Role.INDIKATOR_PROGRAM, Role.INDIKATOR_KEGIATAN, Role.INDIKATOR_SUB)
_NOT_NAMES: Final = frozenset({Role.TUJUAN, *_OF_LINES})
_OF_SASARAN: Final = re.compile(r"indi[kc]ator\s+(?:kinerja\s+)?sasaran", re.IGNORECASE)
_AIM: Final = re.compile(r"^(?:me(?:ningkat|wujud)|ter(?:wujud|capai|cipta|jaga)|optimal)", re.IGNORECASE)
_BOX: Final = re.compile(r"^(?P<name>.{6,}?)\(\s*target\s*:?\s*(?P<target>[^()]{1,40})\)\s*$", re.IGNORECASE)
_LABEL: Final = re.compile(r"^(?:sasaran|indi[kc]ator)(?:\s+\d{1,2})?\s*:\s*", re.IGNORECASE)
#: Of a Renja: what the year after it is to have.
_FORWARD: Final = re.compile(r"\bprakiraan\s+maju\b", re.IGNORECASE)
_LEAST_BOXES: Final = 4
#: Years of targets that are those of a Renstra.
_OF_SEVERAL_YEARS: Final = 3
#: Of the size of money.
_LEAST: Final = 100_000


def is_plan(table: PlacedTable) -> bool:
    """Whether it is a RKT in one wide table."""
    head = table.headed
    aims = {Role.SASARAN, Role.INDIKATOR, Role.TUJUAN} & table.has
    return (
        bool(aims)
        and bool(set(_NAMES) & table.has)
        and Role.TARGET in table.has
        and len(head.columns(Role.INDIKATOR, *_OF_LINES)) > 1
        and not table.has & {Role.REALISASI, Role.SPENT, Role.CAPAIAN, Role.FORMULA}
        and not any(one.quarter or _FORWARD.search(one.text) for one in head.heads)
        and len({(one.year, one.ordinal) for one in head.heads if one.role is Role.TARGET})
        < _OF_SEVERAL_YEARS
        and "rencana aksi" not in table.heading
        and not any(numbers_of(row[x]) for row in head.rows[:3] for x in range(len(row.cells)))
    )


def is_cascade(table: PlacedTable) -> bool:
    """Whether it is boxes below each other, each with its target in brackets."""
    rows = table.headed.table.rows
    return sum(bool(_BOX.match(cell)) for row in rows for cell in row.cells) >= _LEAST_BOXES


def read_plans(desk: Desk, tables: Sequence[PlacedTable]) -> None:
    """Propose RKT and RKTKegiatan. Of a Renja it is said that it is none."""
    for table in tables:
        if any(_FORWARD.search(one.text) for one in table.headed.heads):
            why = "Tabel Renja dengan prakiraan maju tidak dibaca: yang dicatat RKT dan PK. Isi sendiri bila sama."
            desk.unplaced(table.headed.table.rows[0], why)
    wide = [table for table in tables if is_plan(table)]
    boxes = [table for table in tables if is_cascade(table)]
    given = [table for table in tables if gives_planned_amounts(table)]
    if not wide and not boxes and not given:
        return
    words = [
        cell for table in (*wide, *boxes, *given) for row in table.headed.table.rows for cell in row.cells
    ]
    lines = Lines(desk, desk.version_of(words))
    for table in wide:
        _wide(desk, table.headed, lines)
    for table in boxes:
        _boxes(desk, table.headed.table.rows, lines)
    for table in given:
        _given(desk, table.headed, lines)
    lines.propose()


def _given(desk: Desk, head: HeadedTable, lines: Lines) -> None:
    """The programs beside the sasaran of a RKT, each with its amount; what it says of the sasaran is read already."""
    aims, named, money = (head.column(role) for role in (Role.SASARAN, Role.PROGRAM, Role.MONEY))
    sasaran = ""
    for row in aligned(head):
        here, name = bare(row[aims]), bare(row[named])
        sasaran = here or sasaran
        if not name:
            continue
        line = lines.find(row, name, None)
        if line is None:
            desk.unplaced(row, f'Program "{name}" tidak ditemukan dalam nomenklatur.')
            continue
        if not line.sasaran:
            line.sasaran, line.beside = sasaran, bool(here)
        amount = rupiah(row[money])
        if amount is not None:
            line.money(desk, row, amount)
        elif any(char.isdigit() for char in row[money]):
            desk.unplaced(row, not_whole(row[money]))


@dataclass
class _Reading:
    """Where the eye is while it goes along a row."""

    sasaran: str = ""
    tujuan: str = ""
    line: Line | None = None
    aims: list[str] = field(default_factory=list)
    aim_said: bool = False
    here: bool = False
    """Whether the row itself names the sasaran."""


def _wide(desk: Desk, head: HeadedTable, lines: Lines) -> None:
    at = _Reading()
    for row in _whole(list(aligned(head)), head, lines):
        _row(desk, head, row, lines, at)


def _row(desk: Desk, head: HeadedTable, row: Row, lines: Lines, at: _Reading) -> None:
    at.aims, at.aim_said, at.here = [], False, False
    in_lines = False
    told: Line | None = None
    for x, cell in enumerate(row.cells):
        role = head.heads[x].role if x < len(head.heads) else Role.OTHER
        if not cell.strip(" -–"):
            continue
        if value_of(cell) is not None:
            money = rupiah(cell.rstrip(". "))
            if money is not None and money >= _LEAST and (role is Role.MONEY or x == len(row.cells) - 1):
                if at.line is not None:
                    at.line.money(desk, row, money)
            elif in_lines and told is not None:
                told.aim(desk, row, cell)
            elif at.aims and not in_lines and not at.aim_said:
                _aims(desk, row, at, cell)
            continue
        if role is Role.REMARK or (role is Role.NUMBER and len(cell) < 4):
            continue
        named = role not in _NOT_NAMES and not says_what(cell) and not _AIM.match(cell)
        if len(row.filled) == 1 and cell[:1].islower() and at.line is not None and at.line.latest:
            at.line.latest[-1].name += f" {cell}"
        elif (
            x < len(head.heads) and _OF_SASARAN.search(head.heads[x].text) and says_what(cell) and at.sasaran
        ):
            at.aims, told, in_lines = names_in(cell), None, False
        elif named and (line := lines.find(row, cell, at.line)) is not None:
            if not line.sasaran:
                line.sasaran, line.beside = at.sasaran, at.here
            at.line, told, in_lines = line, line, True
        elif role in _NAMES and named:
            desk.unplaced(row, f'"{bare(cell)}" tidak ditemukan dalam nomenklatur.')
            at.line, told, in_lines = None, None, True
        elif in_lines or (role in _OF_LINES and at.line is not None) or _deeper(head, x, at):
            told, in_lines = at.line, True
            if told is not None:
                told.say(row, names_in(cell))
        else:
            _upper(at, role, cell)
    if at.aims and not at.aim_said:
        _aims(desk, row, at, "")


def _deeper(head: HeadedTable, x: int, at: _Reading) -> bool:
    """Whether a text stands right of where the names of program and kegiatan are: it goes on with the row above."""
    return at.line is not None and 0 <= head.column(*_NAMES) < x


def _upper(at: _Reading, role: Role, cell: str) -> None:
    """A text left of program and kegiatan: tujuan, its indikator, sasaran, or its indikator."""
    names = names_in(cell)
    if role is Role.TUJUAN:
        at.tujuan, at.sasaran = bare(cell), ""
    elif role is Role.SASARAN and not says_what(cell):
        at.sasaran, at.here = bare(cell), True
    elif role is Role.INDIKATOR_TUJUAN or (role is Role.SASARAN and not at.sasaran):
        if _AIM.match(cell):
            at.sasaran, at.here = bare(cell), True
    elif at.sasaran:
        at.aims = names


def _aims(desk: Desk, row: Row, at: _Reading, cell: str) -> None:
    at.aim_said = True
    planned(desk, row, at.sasaran, at.aims, cell)


def planned(desk: Desk, row: Row, sasaran: str, names: Sequence[str], cell: str) -> None:
    """Indikator of a sasaran in a RKT, and their target; of several under one target it is left to a person."""
    told = [part for part in cell.split() if part != "%"]
    values = told if len(told) == len(names) > 1 else [cell] * len(names)
    several = len(names) > 1 and values == [cell] * len(names)
    for name, value in zip(names, values, strict=True):
        alone = not several or unit_of(name) == "%" in cell
        desk.plan_indikator(row, sasaran, name, value if alone else "", note=cell if several else "")


def _whole(rows: Sequence[Row], head: HeadedTable, lines: Lines) -> list[Row]:
    """The rows, those that a page break cut in two made one again: names of program and kegiatan tell."""
    result: list[Row] = []
    for row in rows:
        if result and _cut(result[-1], row, head, lines):
            above = result[-1]
            width = max(len(above.cells), len(row.cells))
            cells = tuple(f"{above[x]} {row[x]}".strip() for x in range(width))
            result[-1] = Row(cells=cells, at=above.at)
        else:
            result.append(row)
    return result


def _cut(above: Row, row: Row, head: HeadedTable, lines: Lines) -> bool:
    filled = [x for x, cell in enumerate(row.cells) if cell]
    if not filled or any(value_of(row[x]) is not None or not above[x] for x in filled):
        return False
    names = [x for x in filled if x in head.columns(*_NAMES)]
    if names:
        return all(lines.exactly(f"{above[x]} {row[x]}") for x in names)
    return all(row[x][:1].islower() for x in filled)


def _boxes(desk: Desk, rows: Sequence[Row], lines: Lines) -> None:
    """Boxes: below a name its indikator, with the target in brackets."""
    names: dict[int, str] = {}
    sasaran: dict[int, str] = {}
    for row in rows:
        for x, cell in enumerate(row.cells):
            text = cell.strip()
            if not text:
                continue
            box = _BOX.match(text)
            if box is None:
                if _LABEL.match(text) and text.casefold().startswith("sasaran"):
                    sasaran[x] = bare(_LABEL.sub("", text))
                else:
                    names[x] = text
                continue
            name = bare(_LABEL.sub("", box["name"]))
            if _LABEL.match(text) and x in sasaran:
                planned(desk, row, sasaran[x], [name], box["target"])
            elif (line := lines.find(row, names.get(x, ""), None)) is not None:
                line.say(row, [name])
                line.aim(desk, row, box["target"])
