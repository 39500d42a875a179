"""The doors of files: workbook, fixture and a pasted block, with as many texts in one as there are rows to hold them.

Reading a whole year and taking it back costs the same for one text as for twenty. What a file refuses is said with its
row, and the others go into the next file; what none refuses is stored.
"""

from __future__ import annotations

import copy
import io
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from django.db import transaction
from openpyxl import Workbook
from openpyxl.cell.cell import Cell

from kecamatan.ground.strict_json import InvalidFile
from reports.paste.reading import best_reading, rows_of
from reports.paste.rows import told_tables
from reports.paste.tables import divided
from reports.workbook.exchange import TablesImport, WorkbookRefused, workbook_import
from reports.workbook.fixtures import fixtures_load
from sakip.workbook.fixture import FIRST_ROW
from sakip.workbook.overlay import LaidRow, overlaid
from sakip.workbook.reader import SheetError
from sakip.workbook.recorded import RecordedBook
from sakip.workbook.sheets.record_sheet import all_sheets
from tests.flows.doors import Case, Place, Verdict, kecamatan, stored
from tests.loaded_files import write_json
from tests.workbook_edits import column_number, only, opened

Row = tuple[str, int]
"""Sheet and number."""


class Files:
    """The workbook and the fixture of one kecamatan-year."""

    def __init__(self, *, book: bytes, world: dict[str, Any], folder: Path, cases: Sequence[Case]) -> None:
        self.book = opened(only(book, *{case.place.sheet for case in cases}))
        self.world = world
        self.folder = folder
        self.rows = {id(case): _row_of(self.book, case.place) for case in cases}

    def verdicts(self, cases: Sequence[Case]) -> dict[str, dict[Case, Verdict]]:
        """What became of every text at either door."""
        return {
            name: {
                case: verdict for together in _rounds(cases) for case, verdict in self._sent(together, door)
            }
            for name, door, cases in (
                ("buku kerja", self._workbook, cases),
                ("fixture", self._fixture, cases),
                ("tempel tabel", self._pasted, [case for case in cases if _may_be_pasted(case)]),
            )
        }

    def _sent(
        self, cases: Sequence[Case], door: Callable[[Mapping[Row, Case]], Sequence[SheetError]]
    ) -> list[tuple[Case, Verdict]]:
        """One text a row: what is refused, and what is stored of those that are left."""
        waiting = {self.rows[id(case)]: case for case in cases}
        result: list[tuple[Case, Verdict]] = []
        while waiting:
            with transaction.atomic():
                said: dict[Row, list[str]] = defaultdict(list)
                for wrong in door(waiting):
                    said[wrong.lembar, wrong.baris or 0].append(wrong.pesan)
                if not said:
                    result += [(case, stored(case.place)) for case in waiting.values()]
                    waiting = {}
                transaction.set_rollback(True)
            result += [(waiting.pop(row), tuple(messages)) for row, messages in said.items()]
        return result

    def _workbook(self, cases: Mapping[Row, Case]) -> Sequence[SheetError]:
        """Cells as text, or (value, number format) as Excel holds a number."""
        before: list[tuple[Cell, Any, str, str]] = []
        for (name, row), case in cases.items():
            sheet = next(s for s in all_sheets() if s.nama == name)
            texts = {case.place.column: case.text, **case.also, **dict.fromkeys(case.place.clears)}
            for key, value in texts.items():
                cell = self.book[name].cell(row, column_number(self.book, name, sheet[key].title))
                before.append((cell, cell.value, cell.data_type, cell.number_format))
                _put(cell, value)
        content = io.BytesIO()
        self.book.save(content)
        for cell, value, kind, number_format in reversed(before):
            cell.value, cell.data_type, cell.number_format = value, kind, number_format
        try:
            workbook_import(content=content.getvalue(), nama="uji.xlsx", apply_changes=True, kabupaten=True)
        except WorkbookRefused as refused:
            return refused.preview.errors
        return ()

    def _fixture(self, cases: Mapping[Row, Case]) -> Sequence[SheetError]:
        """The same texts in the file of the year."""
        content = copy.deepcopy(self.world)
        numbers = {}
        for shown, case in cases.items():
            index, row = next(
                (index, row)
                for index, row in enumerate(content["lembar"][case.place.sheet])
                if all(row.get(k) == v for k, v in case.place.key.items())
            )
            for name in case.place.clears:
                row.pop(name, None)
            row |= {case.place.column: case.words, **case.also}
            numbers[case.place.sheet, index + FIRST_ROW] = shown
        write_json(self.folder / "mini.json", content)
        try:
            fixtures_load(folder=self.folder)
        except InvalidFile as refused:
            if not isinstance(refused.__cause__, WorkbookRefused):
                raise
            found = refused.__cause__.preview.errors
            return [
                SheetError(pesan=g.pesan, lembar=g.lembar, baris=numbers[g.lembar, g.baris or 0][1])
                for g in found
            ]
        return ()

    def _pasted(self, cases: Mapping[Row, Case]) -> Sequence[SheetError]:
        """The same texts as a block: below the name of a sheet the columns that tell its rows, and that of the text."""
        lines: list[Sequence[str]] = []
        numbers: dict[int, int] = {}
        tables: dict[tuple[str, ...], list[tuple[Row, Case]]] = defaultdict(list)
        for row, case in cases.items():
            tables[row[0], *case.place.key, case.place.column, *case.also].append((row, case))
        for (name, *keys), some in tables.items():
            sheet = next(s for s in all_sheets() if s.nama == name)
            lines += [[name], [sheet[key].title for key in keys]]
            for row, case in some:
                said = {k: _shown(sheet[k].kind, v) for k, v in case.place.key.items()}
                lines.append(
                    [_copied(str((said | {case.place.column: case.words, **case.also})[k])) for k in keys]
                )
                numbers[len(lines)] = row[1]
            lines.append([])
        tables_read = divided(rows_of("\n".join("\t".join(line) for line in lines)), list(all_sheets()))
        recorded = RecordedBook(kecamatan(), 2023)
        readings = [best_reading(one.rows, one.sheets) for one in tables_read]
        told = told_tables([one for one in readings if one is not None], recorded, {})
        laid: dict[str, list[LaidRow]] = defaultdict(list)
        for reading, one in zip(readings, told, strict=True):
            assert reading is not None
            laid[reading.sheet.nama] += one.rows
        try:
            TablesImport(
                tables=overlaid(recorded, laid), place=(kecamatan(), 2023), name="tempel", kabupaten=True
            ).apply()
        except WorkbookRefused as refused:
            return [
                SheetError(pesan=g.pesan, lembar=g.lembar, baris=numbers[g.baris or 0])
                for g in refused.preview.errors
            ]
        return ()


#: A number with a unit behind it.
_WITH_UNIT = re.compile(r"\d+ ?(?:%|[A-Za-z]+)")


def _may_be_pasted(case: Case) -> bool:
    """A narrative is no table; by a dash a block says nothing, a unit it puts into the column of units, and by what a
    fact or a person is called it tells the row."""
    place, words = case.place, case.words
    with_unit = place.column in ("target", "nilai") and _WITH_UNIT.fullmatch(words) is not None
    names_the_row = place.sheet == "ProfilFakta" and place.column == "uraian"
    return not (place.sheet == "Narasi" or words.strip() in "-–" or with_unit or names_the_row)


def _copied(text: str) -> str:
    """A cell on the clipboard."""
    return '"' + text.replace('"', '""') + '"' if set(text) & set('"\t\n') else text


def _rounds(cases: Sequence[Case]) -> list[list[Case]]:
    """Texts for different rows together; those that are refused apart, as each of them holds back its whole file."""
    turn: Counter[Any] = Counter()
    together: dict[Any, list[Case]] = defaultdict(list)
    for case in cases:
        row = (case.refused, case.place.sheet, *case.place.key.items())
        together[case.refused, turn[row]].append(case)
        turn[row] += 1
    return list(together.values())


def _row_of(book: Workbook, place: Place) -> Row:
    sheet = next(s for s in all_sheets() if s.nama == place.sheet)
    wanted = {
        column_number(book, place.sheet, sheet[k].title): _shown(sheet[k].kind, v)
        for k, v in place.key.items()
    }
    for number in range(3, book[place.sheet].max_row + 1):
        if all(book[place.sheet].cell(number, c).value == v for c, v in wanted.items()):
            return place.sheet, number
    raise AssertionError(f"{place.sheet}: {place.key}")


def _shown(kind: Any, value: Any) -> Any:
    return kind.cell(value) if hasattr(kind, "choices") else value


def _put(cell: Cell, value: Any) -> None:
    if isinstance(value, tuple):
        cell.value, cell.number_format = value
    elif value is None:
        cell.value = None
    else:
        cell.value, cell.data_type = _escaped(str(value)), "s"


def _escaped(text: str) -> str:
    """Control characters as Excel writes them into a file."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", lambda m: f"_x{ord(m[0]):04X}_", text)
