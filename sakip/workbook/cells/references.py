"""Cells that refer to another sheet."""

from __future__ import annotations

from collections.abc import Collection

from sakip.entry.value_kinds import Lines, shorten
from sakip.workbook.cells.row import SheetChecker, SheetRow
from sakip.workbook.sheets.record_sheet import RECORD_SHEETS
from sakip.workbook.sheets.sheet import NOMENKLATUR, Column

#: Columns by which versions of the Renstra are told apart on its sheets.
_VERSION = ("tahun_awal", "versi")


def check_references(p: SheetChecker, row: SheetRow, column: Column) -> None:
    """Refuse what the sheet or list referred to does not have."""
    nilai = row[column.key]
    for one in nilai if isinstance(column.kind, Lines) else [nilai]:
        if problem := _problem(p, row, column, one):
            p.refuse(row, column.key, problem)
            break


def _problem(p: SheetChecker, row: SheetRow, column: Column, text: str) -> str:
    if column.misnamed is not None:
        return column.misnamed(p, row, text)
    if column.reference != NOMENKLATUR:
        keys = p.references.lists.get(column.reference)
        return key_problem(
            text, column.reference, sheet_keys(p, column.reference, row) if keys is None else keys
        )
    version = row.sheet.edition(p.recorded, row)
    if p.references.parse_code(text, version) is None:
        return (
            f'"{shorten(text)}" tidak ada dalam nomenklatur {version}.'
            f" Salin kodenya dari lembar {NOMENKLATUR}, dan ketik sebagai teks."
        )
    return ""


def key_problem(text: str, name: str, keys: Collection[str]) -> str:
    """What is said of a text that is none of the keys of the sheet or list of that name; empty where it is one."""
    if text in keys:
        return ""
    present = sorted(key for key in keys if key)
    advice = f"Isi salah satu dari {', '.join(present[:8])}{' …' if len(present) > 8 else ''}."
    return f'"{shorten(text)}" tidak dikenal. {advice if present else f"Isi dahulu lembar {name}."}'


def sheet_keys(p: SheetChecker, name: str, row: SheetRow) -> frozenset[str]:
    """Keys of a sheet that a row may refer to: on its own sheet those of the rows before it; of the Renstra those of
    the version that it says, else those of other years as well."""
    sheet, rows = RECORD_SHEETS[name].sheet, p.tables[name]
    if row.sheet is sheet:  # a group is written before what belongs to it
        rows = rows[: next(i for i, b in enumerate(rows) if b is row)]
    if "tahun_awal" in row.nilai and any(k.key == "tahun_awal" for k in sheet.columns):
        rows = [b for b in rows if all(b[k] == row[k] for k in _VERSION)]
        elsewhere = frozenset[str]()
    else:
        elsewhere = p.references.elsewhere.get(name, frozenset())
    return frozenset(b[sheet.key] for b in rows if b[sheet.key]) | elsewhere
