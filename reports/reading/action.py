"""The rencana aksi: targets of the four triwulan, of indikator of a sasaran and of the kegiatan that serve them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from reports.examine.cells import read_value
from reports.papers.headed import HeadedTable
from reports.papers.paper import Row
from reports.papers.roles import Role
from reports.reading.agreement import names_in
from reports.reading.desk import Desk, bare, target_cells, typed, unit_of
from reports.reading.lines import in_full, numbers_of, unit
from reports.reading.placed import PlacedTable, aligned

_QUARTERS: Final = (1, 2, 3, 4)
_NAMES: Final = (Role.SUB_KEGIATAN, Role.KEGIATAN, Role.PROGRAM, Role.ACTIVITY)
_SPENT: Final = frozenset({Role.REALISASI, Role.SPENT, Role.CAPAIAN})
_INDIKATOR: Final = (Role.INDIKATOR, Role.INDIKATOR_KEGIATAN, Role.INDIKATOR_SUB, Role.INDIKATOR_PROGRAM)
_LEAST_CELLS: Final = 2


def is_action(table: PlacedTable) -> bool:
    """Whether it gives targets of triwulan, in columns of their own or as "Tw 1: …" in one cell."""
    head = table.headed
    told = sum(bool(numbers_of(cell)) for row in head.rows for cell in row.cells)
    columns = {one.quarter for one in head.heads if one.role not in (Role.MONEY, *_SPENT)}
    return (
        bool(head.columns(*_INDIKATOR))
        and not table.has & _SPENT
        and (told >= _LEAST_CELLS or columns >= set(_QUARTERS))
    )


def read_actions(desk: Desk, tables: Sequence[PlacedTable]) -> None:
    """Propose RencanaAksi and RencanaAksiKegiatan."""
    action = _Action(desk)
    for table in filter(is_action, tables):
        action.read(table.headed)
    action.propose()


class _Action:
    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.aims: list[tuple[Row, dict[str, Any], dict[int, str]]] = []
        self.kegiatan: list[tuple[Row, int, str, str, str, str, dict[int, str]]] = []
        self.above = ""

    def read(self, head: HeadedTable) -> None:
        """Take in a table."""
        named = head.columns(*_INDIKATOR)
        below = head.column(*_NAMES)
        # Left of program and kegiatan stands what belongs to the sasaran, right of it what belongs to them.
        of_aim = next((x for x in named if below < 0 or x < below), -1)
        of_line = next((x for x in reversed(named) if x > below >= 0), -1)
        units = head.columns(Role.UNIT)
        aims = head.column(Role.SASARAN)
        aims = aims if aims >= 0 else of_aim - 1
        self.above = sasaran = ""
        for row in _whole([*aligned(head)], head):
            sasaran = (bare(row[aims]) if aims >= 0 else "") or sasaran
            border = below if below > of_aim >= 0 else len(row.cells)
            if of_aim >= 0:
                names = names_in(row[of_aim])
                if names:
                    self._aim(row, sasaran, names[0], row[units[0]] if units and units[0] < border else "")
                if self.aims:
                    self.aims[-1][2].update(_values(head, row, range(of_aim, border)))
            if of_line >= 0:
                self.above = self._kegiatan_in(row[below]) or self.above
                told = _values(head, row, range(max(below, 0), len(row.cells)))
                name = next((row[x] for x in head.columns(Role.SUB_KEGIATAN) if len(row[x]) > 8), "")
                name = name or row[below]
                if told and (name or row[of_line]):
                    said = row[units[-1]] if units and units[-1] > below else ""
                    self.kegiatan.append((row, len(self.aims), name, self.above, row[of_line], said, told))

    def _aim(self, row: Row, sasaran: str, name: str, said: str) -> None:
        known, _ = self.desk.indikator.find(name)
        cells = {
            "sasaran": sasaran,
            "indikator": name,
            "kunci_indikator": known.kunci if known else "",
            "satuan": unit(said) if said else "",
        }
        self.aims.append((row, cells, {}))

    def propose(self) -> None:
        """Propose what was taken in; rows that are recorded keep their number."""
        stored = self.desk.recorded.content["RencanaAksi"]
        numbers = {one["indikator"].casefold(): one["nomor"] for one in stored}
        free = max((one["nomor"] or 0 for one in stored), default=0)
        numbered: dict[int, int] = {}
        for place, (row, cells, told) in enumerate(self.aims, start=1):
            name = cells["indikator"]
            if name.casefold() not in numbers:
                free += 1
                numbers[name.casefold()] = free
            numbered[place] = numbers[name.casefold()]
            if not told:
                self.desk.unplaced(row, "Target triwulannya tidak terbaca.")
                continue
            self.desk.propose(
                "RencanaAksi",
                row,
                {"nomor": numbered[place], **cells, **_targets(name, cells, told)},
                notes=_missing(told),
            )
        for row, place, name, above, indikator, said, told in self.kegiatan:
            found = (
                self.desk.code(name, level="sub_kegiatan")
                or (self.desk.code(name, level="sub_kegiatan", below=above) if above else None)
                or self.desk.code(name, level="kegiatan")
                or self.desk.code(name)
            )
            self._kegiatan(row, numbered.get(place, 0), name, found, indikator, said, told)

    def _kegiatan_in(self, text: str) -> str:
        """The code of the kegiatan that a cell names behind its program: "Program … Kegiatan …"."""
        for found in re.finditer(r"\bkegiatan\s+", text, re.IGNORECASE):
            if code := self.desk.code(text[found.end() :], level="kegiatan"):
                return code[0]
        return ""

    def _kegiatan(
        self,
        row: Row,
        number: int,
        name: str,
        found: tuple[str, str, bool] | None,
        indikator: str,
        said: str,
        told: Mapping[int, str],
    ) -> None:
        if found is None or not number:
            self.desk.unplaced(
                row,
                f'"{bare(name)}" tidak ditemukan dalam nomenklatur tahun {self.desk.tahun}.'
                if found is None
                else "Tidak berada di bawah indikator sasaran mana pun.",
            )
            return
        counted = {quarter: read_value(value) for quarter, value in told.items()}
        cells: dict[str, Any] = {
            "nomor": number,
            "kode": found[0],
            "indikator": in_full(bare(indikator)),
            "satuan": unit(said) if said else "",
        } | {
            f"triwulan_{quarter}": typed(value.number)
            for quarter, value in counted.items()
            if value is not None and value.number is not None
        }
        notes = [] if found[2] else [f'Nama dalam dokumen: "{bare(name)}".']
        self.desk.propose(
            "RencanaAksiKegiatan",
            row,
            cells,
            notes=[*notes, *_missing(told)],
        )


def _missing(told: Mapping[int, str]) -> list[str]:
    lacking = [str(quarter) for quarter in _QUARTERS if quarter not in told]
    return [f"Triwulan {', '.join(lacking)} tidak tertulis."] if lacking else []


def _targets(name: str, cells: Mapping[str, Any], told: Mapping[int, str]) -> dict[str, Any]:
    said = str(cells["satuan"]) or next(
        (found for value in told.values() if (found := unit_of(name, read_value(value)))), ""
    )
    result: dict[str, Any] = {"satuan": said}
    for quarter, text in told.items():
        value = target_cells(text, name)
        if value is not None:
            result[f"target_{quarter}"] = value["target"]
            printed = str(value["cetak"])
            result[f"cetak_{quarter}"] = (
                f"{printed}%" if said == "%" and not printed.endswith("%") else printed
            )
    return result


def _values(head: HeadedTable, row: Row, columns: range) -> dict[int, str]:
    """By triwulan what these cells of a row say."""
    told: dict[int, str] = {}
    for x in columns:
        cell = row[x].strip()
        quarter = head.heads[x].quarter if x < len(head.heads) else 0
        if quarter and head.heads[x].role is not Role.MONEY and read_value(cell) is not None:
            told[quarter] = cell
        else:
            told.update(numbers_of(cell))
    return told


def _whole(rows: Sequence[Row], head: HeadedTable) -> list[Row]:
    """The rows, one that a page break cut in two made one again: its triwulan go on with the next."""
    result: list[Row] = []
    for row in rows:
        last = result[-1] if result else None
        if last is not None and _goes_on(last, row):
            width = max(len(last.cells), len(row.cells))
            result[-1] = replace(last, cells=tuple(f"{last[x]} {row[x]}".strip() for x in range(width)))
        else:
            result.append(row)
    return result


def _goes_on(above: Row, row: Row) -> bool:
    """Whether a row's values go on with triwulan that the row above it lacks, in the same column, and it says no new
    ones from the first."""
    for x, cell in enumerate(row.cells):
        told = numbers_of(cell)
        if told and (before := numbers_of(above[x])) and len(row.filled) > 1:
            return min(told) == max(before) + 1 and len(before) > 1
    return False
