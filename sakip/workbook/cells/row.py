"""Rows as read, and how something wrong with them is noted."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from sakip.workbook.merge import Clash
from sakip.workbook.reader import RawBook, SheetError
from sakip.workbook.recorded import RecordedBook
from sakip.workbook.safety import Deadline
from sakip.workbook.sheets.sheet import Sheet

T = TypeVar("T")

#: How many errors are told of one file. Nobody mends more at once, and a file of nothing but rubbish has 300.000.
MOST_ERRORS: Final = 1000


@dataclass(kw_only=True)
class SheetRow:
    """A row of a sheet. ``nilai`` has what was filled in and could be read; ``nomor`` is None for a recorded row."""

    sheet: Sheet
    nomor: int | None
    nilai: dict[str, Any]
    broken: set[str] = field(default_factory=set)

    def __getitem__(self, key: str) -> Any:
        return self.nilai.get(key)

    @property
    def where(self) -> str:
        """Where it stands, for a message about another row."""
        return "catatan yang ada di situs" if self.nomor is None else f"baris {self.nomor}"


Columns = tuple[str, ...]
Spelling = Callable[[Any], Hashable]


def as_it_is(value: Any) -> Hashable:
    """A value by which rows are found as they hold it."""
    hashable: Hashable = value
    return hashable


class Tables(dict[str, list[SheetRow]]):
    """Rows by sheet; every sheet is there.

    Rows that are looked for again and again are indexed the first time: a walk through the sheet for each row of
    another takes minutes. Only from then on when every row is settled.
    """

    def __init__(self) -> None:
        super().__init__()
        self._indexes: dict[tuple[str, Columns, Spelling], dict[tuple[Hashable, ...], list[SheetRow]]] = {}
        self._made: dict[Callable[[Tables], Any], Any] = {}

    def find(
        self, name: str, columns: Columns, values: Sequence[Any], spelled: Spelling = as_it_is
    ) -> list[SheetRow]:
        """The rows of a sheet that have these values in these columns, both ``spelled``."""
        mark = name, columns, spelled
        if mark not in self._indexes:
            index: dict[tuple[Hashable, ...], list[SheetRow]] = {}
            for row in self[name]:
                index.setdefault(tuple(spelled(row[c]) for c in columns), []).append(row)
            self._indexes[mark] = index
        return self._indexes[mark].get(tuple(spelled(v) for v in values), [])

    def once(self, make: Callable[[Tables], T]) -> T:
        """What the function makes of the tables, made the first time it is asked for."""
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made


@dataclass(frozen=True, kw_only=True)
class ParsedBook:
    """What a file says, what is wrong with it, and what its reader should know.

    ``models`` are labels of the models of which rows may change; ``clashes`` what file and site both changed since the
    file was downloaded, and nobody has chosen yet, by sheet.
    """

    tables: Tables
    errors: list[SheetError]
    notes: list[str]
    models: frozenset[str] = frozenset()
    clashes: list[tuple[Sheet, Clash]] = field(default_factory=list)


class EnoughErrors(Exception):
    """As many errors are known as are told."""


class SheetChecker:
    """What is known of a file and what is wrong with it so far."""

    def __init__(self, raw: RawBook, recorded: RecordedBook, deadline: Deadline) -> None:
        self.raw = raw
        self.recorded = recorded
        self.references = recorded.references
        self.deadline = deadline
        self.errors: list[SheetError] = list(raw.errors)
        self.tables = Tables()

    def refuse(self, row: SheetRow, column: str, message: str) -> None:
        """Note an error, unless the cell is known to be wrong already. Raises EnoughErrors."""
        if column in row.broken:
            return
        title = row.sheet[column].title if column else ""
        self.errors.append(SheetError(pesan=message, lembar=row.sheet.nama, baris=row.nomor, kolom=title))
        row.broken.add(column)
        if len(self.errors) >= MOST_ERRORS:
            raise EnoughErrors

    def fill_year(self, b: SheetRow) -> None:
        """A row that names no year is about the workbook's own."""
        if "tahun" not in b.broken:
            b.nilai.setdefault("tahun", self.recorded.tahun)

    def jenjang(self, b: SheetRow) -> dict[str, str] | None:
        """Where the code of a row stands, if it could be read."""
        if not b["kode"] or "kode" in b.broken:
            return None
        return self.references.parse_code(b["kode"], b.sheet.edition(self.recorded, b))


def check_is_program(p: SheetChecker, rows: Sequence[SheetRow]) -> None:
    """The code is that of a program."""
    for b in rows:
        levels = p.jenjang(b)
        if levels and levels["kegiatan"]:
            p.refuse(b, "kode", "Tulis kode program, bukan kegiatan atau sub kegiatan.")
