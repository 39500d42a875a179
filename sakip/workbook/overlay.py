"""Rows from elsewhere laid over what is recorded: a block that was pasted, a table that was read from a paper.

Such rows add and change, they take nothing away: what they do not name stays as it is recorded, and so does a column
that they do not have. The result is read, judged and written like every other file.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from kecamatan.ground.texts import Refused
from sakip.workbook.merge import mark
from sakip.workbook.reader import RawBook, RawRow
from sakip.workbook.recorded import RecordedBook
from sakip.workbook.sheets.record_sheet import RECORD_SHEETS
from sakip.workbook.sheets.said import Cells
from sakip.workbook.sheets.sheet import Sheet

#: What tells a row as well, where it does not say the first.
_INSTEAD: Final[Mapping[str, str]] = {"indikator": "kunci_indikator", "sasaran": "kunci_sasaran"}
#: Where a row belongs: alone it tells none of several rows there.
_PLACE: Final = frozenset({"tahun", "versi", "tahun_awal"})


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidRow:
    """A row as it would be typed: its number where it comes from, and its cells by the key of their column."""

    number: int
    cells: Mapping[str, Any]
    broken: Mapping[str, str]


def overlaid(
    recorded: RecordedBook, rows: Mapping[str, Sequence[LaidRow]], *, replaced: Iterable[str] = ()
) -> RawBook:
    """The tables of these sheets, by their names, with the rows laid over what is recorded. Of a sheet that is
    ``replaced`` what no row names goes, and the rows stand in their order. Sheets that are not named stay as they
    are."""
    alone = set(replaced)
    return RawBook(
        meta=recorded.meta,
        whole=False,
        sheets={
            name: _sheet(RECORD_SHEETS[name].sheet, recorded.content[name], laid, alone=name in alone)
            for name, laid in rows.items()
        },
    )


def _sheet(sheet: Sheet, stored: Sequence[Cells], rows: Sequence[LaidRow], *, alone: bool) -> list[RawRow]:
    result = [RawRow(nomor=None, cells=dict(_as_typed(sheet, one))) for one in stored]
    waiting = _Waiting(sheet, result)
    named = []
    for row in rows:
        at = 0 if sheet.upright and result else waiting.take(row.cells)
        if at is None:
            at = len(result)
            result.append(RawRow(nomor=row.number, cells=dict(row.cells), broken=row.broken))
        else:
            cells = {**_without_other_print(sheet, result[at].cells, row.cells), **row.cells}
            result[at] = RawRow(nomor=row.number, cells=cells, broken=row.broken)
        named.append(at)
    return [result[at] for at in dict.fromkeys(named)] if alone and not sheet.upright else result


#: Values, and the column that says how the document prints them.
_PRINTED: Final = (
    ("target", "cetak"),
    ("nilai", "cetak"),
    *((f"target_{quarter}", f"cetak_{quarter}") for quarter in range(1, 5)),
    ("target", "target_cetak"),
    ("realisasi", "realisasi_cetak"),
)
#: What a measured value says in other columns of its row: another one says it anew.
_STATED: Final = ("keadaan", "alasan", "pembilang", "penyebut")


def _without_other_print(sheet: Sheet, stored: Mapping[str, Any], laid: Mapping[str, Any]) -> dict[str, Any]:
    """The stored cells without how a value was printed, or what state it was in, that is now another one."""
    keys = {column.key for column in sheet.columns}
    gone = {
        form
        for value, form in _PRINTED
        if form in keys and value in laid and _differs(sheet, value, stored, laid)
    }
    measured = "nilai" if "nilai" in keys else "realisasi"
    if {"keadaan", measured} <= keys and measured in laid and _differs(sheet, measured, stored, laid):
        gone.update(_STATED)
    return {key: cell for key, cell in stored.items() if key not in gone}


def _differs(sheet: Sheet, key: str, stored: Mapping[str, Any], laid: Mapping[str, Any]) -> bool:
    try:
        read = [sheet[key].kind.parse(cells[key]) if key in cells else None for cells in (stored, laid)]
    except Refused:
        return True
    return mark(read[0]) != mark(read[1])


class _Waiting:
    """Stored rows that no row from elsewhere has been laid over yet, by what tells them apart.

    A row that does not say all of that is told by what it says. Of several that say the same each is for one row, in
    their order; what is told once more than it is stored is a new row, and refused as a twin where there can be none.
    """

    def __init__(self, sheet: Sheet, stored: Sequence[RawRow]) -> None:
        self.sheet = sheet
        self.names = sheet.tells
        self.stored = [row.cells for row in stored]
        self._taken: set[int] = set()
        self._places: dict[tuple[str, ...], dict[Hashable, deque[int]]] = {}

    def take(self, cells: Mapping[str, Any]) -> int | None:
        """The place of the stored row that is meant; None where there is none."""
        named = (name if name in cells else _INSTEAD.get(name, "") for name in self.names)
        said = tuple(name for name in named if name in cells)
        if _PLACE.issuperset(said) and not _PLACE.issuperset(self.names):
            return None
        if said not in self._places:
            index: dict[Hashable, deque[int]] = {}
            for at, one in enumerate(self.stored):
                if (key := _key(self.sheet, said, one)) is not None:
                    index.setdefault(key, deque()).append(at)
            self._places[said] = index
        places = self._places[said].get(_key(self.sheet, said, cells), deque())
        while places:
            if (at := places.popleft()) not in self._taken:
                self._taken.add(at)
                return at
        return None


def _as_typed(sheet: Sheet, stored: Cells) -> Iterable[tuple[str, Any]]:
    """A stored row as its cells would be typed."""
    for column in sheet.readable:
        value = stored.get(column.key)
        cell = None if value is None else column.kind.cell(value)
        if cell not in (None, ""):
            yield column.key, cell


def _key(sheet: Sheet, names: Sequence[str], cells: Mapping[str, Any]) -> Hashable:
    """What a row says in these columns, as it is read; None where that is nothing, or cannot be read."""
    try:
        read = [sheet[name].kind.parse(cells[name]) if name in cells else None for name in names]
    except Refused:
        return None
    marks = tuple(
        mark(0 if name == "versi" and value is None else value)
        for name, value in zip(names, read, strict=True)
    )
    return marks if any(one is not None for one in marks) else None
