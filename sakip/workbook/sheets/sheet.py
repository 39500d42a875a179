"""What a sheet and a column are."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Field, Model

from sakip.entry.value_kinds import Remark, Value

FORMAT: Final = 1

#: How the texts of a workbook are spelled, as its sheet ``_meta`` says; those of before say nothing.
SPELLING: Final = "2"

META: Final = "_meta"
PETUNJUK: Final = "Petunjuk"
NOMENKLATUR: Final = "Nomenklatur"
PERATURAN: Final = "Peraturan"
PILIHAN: Final = "_pilihan"

BARIS_JUDUL: Final = 1
BARIS_PETUNJUK: Final = 2
BARIS_ISI: Final = 3


@dataclass(frozen=True)
class Only:
    """Rows to which a column applies: those with one of ``codes`` in another column. ``reason`` is for the rest."""

    column: str
    codes: frozenset[Any]
    reason: str


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column. ``acuan`` names the sheet or list whose keys it refers to, and ``misnamed`` says what is wrong with a
    text that refers to it otherwise than by its key; ``bidang`` is the model field it fills and is judged by; ``fills``
    are the record's columns that it fills under other names. :func:`.columns.of` makes it from the model. Of a choice,
    ``offered`` tells the codes in its drop-down list, where these are not all.

    What stands in a row to which it does not apply (``only``) has no place in the records and is refused.

    ``arti`` says what is missing when a required cell is empty ("Isi …"). A column ``added`` after the first workbooks
    were handed out may be missing in a file, as long as nothing is recorded in it.
    """

    kunci: str
    judul: str
    jenis: Value
    petunjuk: str = ""
    arti: str = ""
    lebar: int = 18
    acuan: str = ""
    offered: Callable[[Any], Collection[str]] | None = None
    misnamed: Callable[[Any, Any, str], str] | None = None
    bidang: tuple[type[Model], str] | None = None
    fills: tuple[str, ...] = ()
    added: bool = False
    only: Only | None = None

    @property
    def wajib(self) -> bool:
        """Whether every row needs it."""
        return bool(self.arti)

    @property
    def missing(self) -> str:
        """What is said of an empty cell: in the model column's own words, where it has some."""
        field = self.field()
        own = str(field.error_messages["blank"]) if field is not None else ""
        return f"Isi {self.arti}." if own in ("", str(Field.default_error_messages["blank"])) else own

    @property
    def dibaca(self) -> bool:
        """Whether it is read at all."""
        return not isinstance(self.jenis, Remark)

    @property
    def filled(self) -> tuple[str, ...]:
        """The record's columns that it fills."""
        return (*self.fills, self.bidang[1]) if self.bidang else self.fills

    def field(self) -> Field[Any, Any] | None:
        """The model field, where there is one to judge by."""
        if self.bidang is None:
            return None
        hasil: Any = self.bidang[0]._meta.get_field(self.bidang[1])
        return hasil if isinstance(hasil, Field) else None


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A sheet. ``tegak`` has one record, a line per column; ``unik`` are the columns no two rows may share.

    ``model`` are the labels of the records it holds ("sakip.realisasi"), for naming it beside a change. Rows of a sheet
    that is handed out with rows to be filled say nothing without one of the columns ``prefilled``. A sheet that is
    ``nameless`` has rows that need not be told apart by ``unik``. An ``added`` one came after the first workbooks.
    ``edition`` tells in which nomenklatur the codes of a row are written, given what is recorded and the row.
    """

    nama: str
    isi: str
    kolom: tuple[Column, ...]
    model: tuple[str, ...] = ()
    unik: tuple[str, ...] = ()
    tegak: bool = False
    prefilled: frozenset[str] = frozenset()
    nameless: bool = False
    added: bool = False
    edition: Callable[[Any, Any], str] = lambda recorded, _row: recorded.versi

    def __getitem__(self, kunci: str) -> Column:
        return next(kolom for kolom in self.kolom if kolom.kunci == kunci)

    @property
    def key(self) -> str:
        """The column by which rows of other sheets name a row of this one."""
        return next(k.kunci for k in self.kolom if k.kunci in ("kunci", "kode", "nama"))

    def title_of(self, column: str) -> str:
        """The heading under which a column of the record stands here; empty where it stands on no column."""
        by_key = next((k.judul for k in self.kolom if k.kunci == column), "")
        return by_key or next((k.judul for k in self.kolom if column in k.filled), "")

    def without_empty_added(self, isi: dict[str, Any]) -> dict[str, Any]:
        """A row without what only newer workbooks have a column for, where it is empty."""
        added = {kolom.kunci for kolom in self.kolom if kolom.added}
        return {kunci: nilai for kunci, nilai in isi.items() if nilai or kunci not in added} if added else isi

    @property
    def terbaca(self) -> tuple[Column, ...]:
        """The columns that are read."""
        return tuple(kolom for kolom in self.kolom if kolom.dibaca)
