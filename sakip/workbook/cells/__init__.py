"""Cells → values, with everything that is wrong: on every sheet, each with sheet, row and column.

What refers to another row, and what only rows seen together can have wrong, is refused here, where every error can be
named at once. What one row breaks is refused when it is written, at the column that the rule or constraint names. A
sheet that the file lacks is taken as it is recorded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import Any

from django.core.exceptions import ValidationError

from kecamatan.ground.texts import Refused
from sakip.entry.value_kinds import shorten
from sakip.workbook.base import Content
from sakip.workbook.cells.references import check_references
from sakip.workbook.cells.row import EnoughErrors, ParsedBook, SheetChecker, SheetRow
from sakip.workbook.merge import Clash, Merge
from sakip.workbook.reader import RawBook, RawRow, SheetError, missing_columns
from sakip.workbook.recorded import RecordedBook, content_fingerprint
from sakip.workbook.safety import Deadline
from sakip.workbook.sheets.record_sheet import RECORD_SHEETS, RecordSheet, all_sheets
from sakip.workbook.sheets.said import Cells
from sakip.workbook.sheets.sheet import HEADING_ROW, Column, Only, Sheet


def parse_workbook(
    raw: RawBook,
    recorded: RecordedBook,
    *,
    deadline: Deadline | None = None,
    chosen: Mapping[str, str] = MappingProxyType({}),
) -> ParsedBook:
    """Read the values of a file against what is recorded and what may be referred to; as many errors as are told.

    What the file does not change since it was downloaded is as it is recorded; ``chosen`` is what was chosen where both
    changed (:mod:`sakip.workbook.merge`). Raises :class:`sakip.workbook.safety.TimedOut`.
    """
    return _BookParser(raw, recorded, deadline or Deadline()).parse_workbook(chosen)


#: No column has this name, and so all rows have the same in it.
_ONE = ("",)


class _BookParser(SheetChecker):
    clashes: list[tuple[Sheet, Clash]]

    def parse_workbook(self, chosen: Mapping[str, str]) -> ParsedBook:
        self.clashes = []
        messages = list(self.raw.notes)
        broken = {g.lembar for g in self.raw.errors}
        lost = [
            s.nama
            for s in all_sheets()
            if s.nama not in self.raw.sheets and s.nama not in broken
            # A workbook of before there was such a sheet lacks nothing.
            if s.said(self.recorded.content) or not s.added
        ]
        if lost and self.raw.whole:
            messages.append(
                f"Lembar yang tidak ada dalam berkas dibiarkan seperti adanya di situs: {', '.join(lost)}."
            )
        try:
            self._read()
            self._merge(chosen)
            self._judge()
        except EnoughErrors:
            return ParsedBook(tables=self.tables, errors=self.errors, notes=messages)
        return ParsedBook(
            tables=self.tables,
            errors=self.errors,
            notes=messages,
            models=self._changed(),
            clashes=self.clashes,
        )

    def _read(self) -> None:
        for sheet in all_sheets():
            if (raw := self.raw.sheets.get(sheet.nama)) is not None:
                self.tables[sheet.nama] = [b for m in raw if (b := self._row(sheet, m))]
            else:
                self.tables[sheet.nama] = list(self._recorded(sheet))

    def _merge(self, chosen: Mapping[str, str]) -> None:
        """Let what the file does not change since it was downloaded be as it is recorded now."""
        if self.base is None:
            return
        for nama in self.raw.sheets:
            sheet, rows = RECORD_SHEETS[nama].sheet, self.tables[nama]
            self._check_twins(sheet, rows)
            if any(row.broken for row in rows):
                continue  # it is refused anyway, with its errors alone
            base = [row.nilai for row in self._as_said(sheet, self.base.get(nama, []))]
            result = Merge(
                base=_whole(sheet, base),
                file=_whole_rows(sheet, rows),
                site=_whole(sheet, [row.nilai for row in self._recorded(sheet)]),
                sheet=nama,
                columns=[column.key for column in sheet.readable],
                unique=_ONE if sheet.upright else () if sheet.nameless else sheet.unique,
                chosen=chosen,
            ).merge()
            self.clashes += [(sheet, clash) for clash in result.clashes]
            self.tables[nama] = (
                _upright(sheet, rows, result.rows[0].values)
                if sheet.upright
                else [SheetRow(sheet=sheet, nomor=row.number, nilai=row.values) for row in result.rows]
            )

    @cached_property
    def base(self) -> Content | None:
        """What the file was filled with; None where it does not say, where nothing has changed since, and where the
        records are not those that it was filled with."""
        base, meta = self.raw.base, self.raw.meta
        if base is None or meta.get("sidik") in (None, self.recorded.fingerprint):
            return None
        versi = meta.get("nomenklatur", ""), meta.get("nomenklatur_rkt", "")
        same = content_fingerprint(base, versi) == meta["sidik"] and self.recorded.continues(meta)
        return base if same else None

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
        for nama, columns in self.raw.older.items() if self.base is None else ():
            titles = [
                k.title
                for k in columns
                if not k.as_recorded and any(content.get(k.key) for content in self.recorded.content[nama])
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
        return self._as_said(sheet, self.recorded.content[sheet.nama])

    def _as_said(self, sheet: Sheet, rows: Iterable[Cells]) -> Iterator[SheetRow]:
        """Stored rows as the workbook would have said them."""
        for content in rows:
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
                self.refuse(one, "", f"{sebutan} sama dengan {other.where}. Hapus salah satu, atau perbaiki.")


def _whole(sheet: Sheet, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows to be compared: of a sheet that has a line per field its one record. A version that was left out is 0."""
    said = [{k: v for k, v in row.items() if (k, v) != ("versi", 0)} for row in rows]
    return [{k: v for row in said for k, v in row.items()}] if sheet.upright else said


def _upright(sheet: Sheet, rows: list[SheetRow], values: dict[str, Any]) -> list[SheetRow]:
    """The one record of a sheet a line per field again, each where the file has it; what it lacks is the last."""
    lines = [
        SheetRow(sheet=sheet, nomor=row.nomor, nilai={k: values.pop(k) for k in row.nilai if k in values})
        for row in rows
    ]
    return [*lines, SheetRow(sheet=sheet, nomor=None, nilai=values)]


def _whole_rows(sheet: Sheet, rows: list[SheetRow]) -> list[tuple[int | None, dict[str, Any]]]:
    """The same of the rows of a file, each with its number."""
    numbers = [None] if sheet.upright else [row.nomor for row in rows]
    return list(zip(numbers, _whole(sheet, [row.nilai for row in rows]), strict=True))


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
