"""What a sheet and a column are."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Field, Model

from sakip.entry.value_kinds import Remark, Value
from sakip.workbook.sheets.pasted import AS_EVERYWHERE, Pasted

FORMAT: Final = 1

#: How the texts of a workbook are spelled, as its sheet ``_meta`` says; those of before say nothing.
SPELLING: Final = "2"

META: Final = "_meta"
BASE: Final = "_dasar"
HINT: Final = "Petunjuk"
NOMENKLATUR: Final = "Nomenklatur"
PERATURAN: Final = "Peraturan"
CHOICE: Final = "_pilihan"

HEADING_ROW: Final = 1
HINT_ROW: Final = 2
FIRST_ROW: Final = 3


@dataclass(frozen=True)
class Only:
    """Rows to which a column applies: those with one of ``codes`` in another column. ``reason`` is for the rest."""

    column: str
    codes: frozenset[Any]
    reason: str


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column. ``reference`` names the sheet or list whose keys it refers to, and ``misnamed`` says what is wrong
    with a text that refers to it otherwise than by its key; ``model_field`` is the model field it fills and is judged
    by; ``fills`` are the record's columns that it fills under other names. :func:`.columns.of` makes it from the
    model. What is only for the reader may call a row by its name: ``names`` is the sheet of that row. Of a choice,
    ``offered`` tells the codes in its drop-down list, where these are not all.

    What stands in a row to which it does not apply (``only``) has no place in the records and is refused.

    ``meaning`` says what is missing when a required cell is empty ("Isi …"). A column ``added`` after the first
    workbooks were handed out may be missing in a file, as long as nothing is recorded in it, or an empty cell means
    ``as_recorded``.
    """

    key: str
    title: str
    kind: Value
    hint: str = ""
    meaning: str = ""
    width: int = 18
    reference: str = ""
    names: str = ""
    offered: Callable[[Any], Collection[str]] | None = None
    misnamed: Callable[[Any, Any, str], str] | None = None
    model_field: tuple[type[Model], str] | None = None
    fills: tuple[str, ...] = ()
    added: bool = False
    as_recorded: bool = False
    only: Only | None = None

    @property
    def required(self) -> bool:
        """Whether every row needs it."""
        return bool(self.meaning)

    @property
    def missing(self) -> str:
        """What is said of an empty cell: in the model column's own words, where it has some."""
        field = self.field()
        own = str(field.error_messages["blank"]) if field is not None else ""
        return f"Isi {self.meaning}." if own in ("", str(Field.default_error_messages["blank"])) else own

    @property
    def is_read(self) -> bool:
        """Whether it is read at all."""
        return not isinstance(self.kind, Remark)

    @property
    def filled(self) -> tuple[str, ...]:
        """The record's columns that it fills."""
        return (*self.fills, self.model_field[1]) if self.model_field else self.fills

    def field(self) -> Field[Any, Any] | None:
        """The model field, where there is one to judge by."""
        if self.model_field is None:
            return None
        result: Any = self.model_field[0]._meta.get_field(self.model_field[1])
        return result if isinstance(result, Field) else None


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A sheet. ``upright`` has one record, a line per column; ``unique`` are the columns no two rows may share.

    ``model`` are the labels of the records it holds ("sakip.realisasi"), for naming it beside a change. Rows of a sheet
    that is handed out with rows to be filled say nothing without one of the columns ``prefilled``. A sheet that is
    ``nameless`` has rows that need not be told apart by ``unique``. An ``added`` one came after the first workbooks.
    ``edition`` tells in which nomenklatur the codes of a row are written, given what is recorded and the row.

    ``told`` are the columns by which people tell rows apart where no two need be ``unique``; :attr:`tells` is either.
    ``key`` is the column by which rows of other sheets name a row of this one; ``pasted`` says how a table of it is
    read that is pasted. ``shared`` names the fact that a row is
    part of, where the file of another year or kecamatan may tell it as well: all of them tell it alike. It is given the
    kecamatan's code, the row and the rows of the sheet up to it.
    """

    nama: str
    content: str
    columns: tuple[Column, ...]
    model: tuple[str, ...] = ()
    unique: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    upright: bool = False
    prefilled: frozenset[str] = frozenset()
    nameless: bool = False
    added: bool = False
    edition: Callable[[Any, Any], str] = lambda recorded, _row: recorded.versi
    key: str = ""
    pasted: Pasted = AS_EVERYWHERE
    shared: Callable[[str, Mapping[str, Any], Sequence[Mapping[str, Any]]], str] = lambda kode, row, rows: ""

    def __getitem__(self, key: str) -> Column:
        return next(column for column in self.columns if column.key == key)

    @property
    def tells(self) -> tuple[str, ...]:
        """The columns by which a row is told from others."""
        return self.unique if self.unique and not self.nameless else self.told

    def title_of(self, column: str) -> str:
        """The heading under which a column of the record stands here; empty where it stands on no column."""
        by_key = next((k.title for k in self.columns if k.key == column), "")
        return by_key or next((k.title for k in self.columns if column in k.filled), "")

    def without_empty_added(self, content: dict[str, Any]) -> dict[str, Any]:
        """A row without what only newer workbooks have a column for, where it is empty."""
        added = {column.key for column in self.columns if column.added}
        return (
            {key: nilai for key, nilai in content.items() if nilai or key not in added} if added else content
        )

    def said(self, content: Mapping[str, Sequence[dict[str, Any]]]) -> Sequence[dict[str, Any]]:
        """Its rows among those of all sheets; of an ``added`` one those with more than they were handed out with."""
        rows = content.get(self.nama, ())
        if not (self.added and self.prefilled):
            return rows
        return [row for row in rows if any(row.get(key) for key in self.prefilled)]

    @property
    def readable(self) -> tuple[Column, ...]:
        """The columns that are read."""
        return tuple(column for column in self.columns if column.is_read)
