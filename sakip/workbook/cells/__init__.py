"""Cells → values, with everything that is wrong: on every sheet, each with sheet, row and column.

What refers to another row, and what only rows seen together can have wrong, is refused here, where every error can be
named at once. What one row breaks is refused when it is written, at the column that the rule or constraint names. A
sheet that the file lacks is taken as it is recorded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.core.exceptions import ValidationError

from kecamatan.ground.texts import Refused
from sakip.entry.value_kinds import shorten
from sakip.workbook.cells.references import check_references
from sakip.workbook.cells.row import EnoughErrors, ParsedBook, SheetChecker, SheetRow
from sakip.workbook.reader import RawBook, RawRow, SheetError, missing_columns
from sakip.workbook.recorded import RecordedBook
from sakip.workbook.safety import Deadline
from sakip.workbook.sheets.record_sheet import RECORD_SHEETS, RecordSheet, all_sheets
from sakip.workbook.sheets.sheet import HEADING_ROW, Column, Only, Sheet


def parse_workbook(raw: RawBook, recorded: RecordedBook, *, deadline: Deadline | None = None) -> ParsedBook:
    """Read the values of a file against what is recorded and what may be referred to; as many errors as are told.

    Raises :class:`sakip.workbook.safety.TimedOut`.
    """
    return _BookParser(raw, recorded, deadline or Deadline()).parse_workbook()


class _BookParser(SheetChecker):
    def parse_workbook(self) -> ParsedBook:
        messages = list(self.raw.notes)
        broken = {g.lembar for g in self.raw.errors}
        lost = [s.nama for s in all_sheets() if s.nama not in self.raw.sheets and s.nama not in broken]
        if lost:
            messages.append(
                f"Lembar yang tidak ada dalam berkas dibiarkan seperti adanya di situs: {', '.join(lost)}."
            )
        try:
            self._read()
            self._judge()
        except EnoughErrors:
            return ParsedBook(tables=self.tables, errors=self.errors, notes=messages)
        return ParsedBook(tables=self.tables, errors=self.errors, notes=messages, models=self._changed())

    def _read(self) -> None:
        for sheet in all_sheets():
            if (raw := self.raw.sheets.get(sheet.nama)) is not None:
                self.tables[sheet.nama] = [b for m in raw if (b := self._row(sheet, m))]
            else:
                self.tables[sheet.nama] = list(self._recorded(sheet))

    def _judge(self) -> None:
        self._refuse_old_column()
        for record in RECORD_SHEETS.values():
            if record.settle is not None:
                record.settle(self)
        for record in RECORD_SHEETS.values():
            if record.sheet.nama in self.raw.sheets:
                self._check(record)

    def _changed(self) -> frozenset[str]:
        """Labels of the models whose sheets say anything else than what is recorded; no row of others can change."""
        labels: set[str] = set()
        for sheet in all_sheets():
            if sheet.nama in self.raw.sheets and self._said(sheet, self.tables[sheet.nama]) != self._said(
                sheet, self._recorded(sheet)
            ):
                labels |= set(sheet.model)
        return frozenset(labels)

    def _said(self, sheet: Sheet, rows: Iterable[SheetRow]) -> list[dict[str, Any]]:
        # A version that was left out is filled in as 0 when it is read.
        said = [{k: v for k, v in row.nilai.items() if (k, v) != ("versi", 0)} for row in rows if row.nilai]
        return [{k: v for row in said for k, v in row.items()}] if sheet.upright else said

    def _refuse_old_column(self) -> None:
        """An older workbook cannot say what is recorded in a column that came after it; nothing of it may be lost."""
        for nama, columns in self.raw.older.items():
            titles = [
                k.title for k in columns if any(content.get(k.key) for content in self.recorded.content[nama])
            ]
            if titles:
                self.errors.append(SheetError(pesan=missing_columns(titles), lembar=nama, baris=HEADING_ROW))

    def _row(self, sheet: Sheet, raw: RawRow) -> SheetRow | None:
        self.deadline.check()
        row = SheetRow(sheet=sheet, nomor=raw.nomor, nilai={})
        for key, message in raw.broken.items():
            self.refuse(row, key, message)
        for key, cell in raw.cells.items():
            column = sheet[key]
            try:
                nilai = accepted(column, column.kind.parse(cell))
            except Refused as error:
                self.refuse(row, key, str(error))
                continue
            if nilai not in ("", []):  # characters that nobody sees are nothing
                row.nilai[key] = nilai
        said = not sheet.prefilled or (row.nilai.keys() | row.broken) & sheet.prefilled
        return row if said else None  # nobody wrote anything into the row that was handed out

    def _recorded(self, sheet: Sheet) -> Iterator[SheetRow]:
        """The recorded rows as the workbook would have said them."""
        for content in self.recorded.content[sheet.nama]:
            nilai = {
                column.key: value
                for column in sheet.readable
                if (value := _as_recorded(column, content.get(column.key))) is not None
            }
            if not sheet.prefilled or nilai.keys() & sheet.prefilled:
                yield SheetRow(sheet=sheet, nomor=None, nilai=nilai)

    def _check(self, record: RecordSheet) -> None:
        sheet, rows = record.sheet, self.tables[record.sheet.nama]
        for one in rows:
            self.deadline.check()
            for column in sheet.columns:
                if column.required and column.key not in one.nilai and not sheet.upright:
                    self.refuse(one, column.key, column.missing)
                if column.only and column.key in one.nilai:
                    self._refuse_elsewhere(one, column, column.only)
                if column.reference and column.key in one.nilai:
                    check_references(self, one, column)
        if record.check is not None:
            record.check(self, rows)
        self._check_twins(sheet, rows)

    def _refuse_elsewhere(self, row: SheetRow, column: Column, only: Only) -> None:
        """A cell of a row to which its column does not apply: nothing that somebody filled in is dropped unsaid."""
        if only.column not in row.broken and row[only.column] not in only.codes:
            self.refuse(row, column.key, f"Kosongkan; {only.reason}.")

    def _check_twins(self, sheet: Sheet, rows: Sequence[SheetRow]) -> None:
        if not sheet.unique:
            return
        first: dict[tuple[Any, ...], SheetRow] = {}
        for one in rows:
            marks = tuple(one[k] for k in sheet.unique)
            if one.broken & set(sheet.unique) or (sheet.nameless and not any(marks)):
                continue
            other = first.setdefault(marks, one)
            if other is not one:
                sebutan = " dan ".join(sheet[k].title.lower() for k in sheet.unique)
                self.refuse(
                    one, "", f"{sebutan} sama dengan baris {other.nomor}. Hapus salah satu, atau perbaiki."
                )


def _as_recorded(column: Column, stored: Any) -> Any:
    """A stored value as its cell would be read, None where that is empty; one that today's rules refuse was right when
    it was stored."""
    cell = None if stored is None else column.kind.cell(stored)
    if cell in (None, ""):
        return None
    try:
        return column.kind.parse(cell)
    except Refused:
        return stored


def accepted(column: Column, nilai: Any) -> Any:
    """The value, if its model field takes it."""
    field = column.field()
    if field is not None and nilai not in ("", None):
        try:
            field.run_validators(field.to_python(nilai))
        except ValidationError as error:
            raise Refused(f'"{shorten(nilai)}" tidak dapat disimpan. {error.messages[0]}') from error
    return nilai
