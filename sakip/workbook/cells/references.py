"""Cells that refer to another sheet."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from heapq import nsmallest
from typing import Any, Final

from sakip.entry.value_kinds import LEAVE_EMPTY, SAYS_NOTHING, Lines, shorten
from sakip.workbook.cells.row import SheetChecker, SheetRow, Tables
from sakip.workbook.sheets.record_sheet import RECORD_SHEETS
from sakip.workbook.sheets.sheet import NOMENKLATUR, Column

#: Columns by which versions of the Renstra are told apart on its sheets.
_VERSION: Final = ("tahun_awal", "versi")


def check_references(p: SheetChecker, row: SheetRow, column: Column) -> None:
    """Refuse what the sheet or list referred to does not have."""
    nilai = row[column.key]
    for one in nilai if isinstance(column.kind, Lines) else [nilai]:
        if problem := _problem(p, row, column, one):
            p.refuse(row, column.key, problem)
            break


def _problem(p: SheetChecker, row: SheetRow, column: Column, text: str) -> str:
    problem = _named(p, row, column, text)
    return (
        f"{problem} {LEAVE_EMPTY}"
        if problem and not column.required and SAYS_NOTHING.fullmatch(text)
        else problem
    )


def _named(p: SheetChecker, row: SheetRow, column: Column, text: str) -> str:
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


def key_problem(text: str, name: str, keys: Collection[str] | KnownKeys) -> str:
    """What is said of a text that is none of the keys of the sheet or list of that name; empty where it is one."""
    if text in keys:
        return ""
    least = keys.least if isinstance(keys, KnownKeys) else nsmallest(_LEAST, filter(None, keys))
    more = " …" if len(least) > _NAMED else ""
    advice = f"Isi salah satu dari {', '.join(least[:_NAMED])}{more}."
    return f'"{shorten(text)}" tidak dikenal. {advice if least else f"Isi dahulu lembar {name}."}'


def sheet_keys(p: SheetChecker, name: str, row: SheetRow) -> KnownKeys:
    """Keys of a sheet that a row may refer to: on its own sheet those of the rows before it; of the Renstra those of
    the version that it says, else those of other years as well."""
    sheet, index = RECORD_SHEETS[name].sheet, p.tables.once(_key_indexes)
    if name not in index:
        index[name] = SheetKeys(p.tables[name], sheet.key, p.references.elsewhere.get(name, frozenset()))
    keys = index[name]
    before = (
        keys.places[id(row)] if row.sheet is sheet else None
    )  # a group is written before what belongs to it
    if "tahun_awal" in row.nilai and any(k.key == "tahun_awal" for k in sheet.columns):
        return KnownKeys(keys.versions.get(_version(row), KeyOrder()), before)
    return KnownKeys(keys.whole, before)


#: How many keys a message names, and how many are known of so that it can say that there are more.
_NAMED: Final = 8
_LEAST: Final = _NAMED + 1


class KeyOrder:
    """Keys in the order of their rows: of any row it is known at once which keys come before it, and the least."""

    def __init__(self, elsewhere: Collection[str] = ()) -> None:
        self.first: dict[str, int] = dict.fromkeys(elsewhere, -1)
        self._changed = [-1]
        self._least = [nsmallest(_LEAST, self.first)]

    def add(self, place: int, key: str) -> None:
        """A row at a later place than those before has this key."""
        if key in self.first:
            return
        self.first[key] = place
        least = self._least[-1]
        if len(least) < _LEAST or key < least[-1]:
            least = least.copy()
            insort(least, key)
            self._changed.append(place)
            self._least.append(least[:_LEAST])

    def least(self, before: int | None) -> list[str]:
        """The first keys of the alphabet among those before a place, or among all."""
        return self._least[-1 if before is None else bisect_left(self._changed, before) - 1]


class SheetKeys:
    """The keys of a sheet, walked through once: of all rows, and of the rows of each version."""

    def __init__(self, rows: Iterable[SheetRow], key: str, elsewhere: frozenset[str]) -> None:
        self.places: dict[int, int] = {}
        self.whole = KeyOrder(elsewhere)
        self.versions: dict[tuple[Any, ...], KeyOrder] = {}
        for place, row in enumerate(rows):
            self.places[id(row)] = place
            if row[key]:
                self.whole.add(place, row[key])
                self.versions.setdefault(_version(row), KeyOrder()).add(place, row[key])


@dataclass(frozen=True, slots=True)
class KnownKeys:
    """Keys that a row may refer to: those before its place, or all."""

    keys: KeyOrder
    before: int | None

    def __contains__(self, key: object) -> bool:
        place = self.keys.first.get(key)  # type: ignore[call-overload]  # what is no text is no key
        return place is not None and (self.before is None or place < self.before)

    @property
    def least(self) -> list[str]:
        """The first of them in the alphabet."""
        return self.keys.least(self.before)


def _key_indexes(_: Tables) -> dict[str, SheetKeys]:
    return {}


def _version(row: SheetRow) -> tuple[Any, ...]:
    return tuple(row[k] for k in _VERSION)
