"""A budget file beside the recorded budget, as the preview shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from sakip.entry.shown import values_fingerprint
from sakip.lists.carried import mark_of
from sakip.lists.sipd.file_rows import Control, FileRow, ReadFile
from sakip.models import Anggaran, SubKegiatan
from sakip.records.anggaran.models import AMOUNTS
from sakip.text.numbers import format_angka

_LABELS: Final = {name: str(Anggaran._meta.get_field(name).verbose_name) for name in AMOUNTS}  # type: ignore[union-attr]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """An amount of a row: what is recorded, and what the file makes of it."""

    column: str
    old: Decimal | None
    new: Decimal | None

    @property
    def changed(self) -> bool:
        """Whether the file says something else."""
        return self.old != self.new

    @property
    def label(self) -> str:
        """The column as pages name it."""
        return _LABELS[self.column]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A recorded row beside the file. ``source`` are its rows there, empty where it has none; ``remarks`` what should
    be looked at."""

    row: Anggaran
    cells: tuple[Cell, ...]
    source: str = ""
    remarks: tuple[str, ...] = ()

    @property
    def changes(self) -> list[Cell]:
        """The amounts that become others."""
        return [cell for cell in self.cells if cell.changed]

    @property
    def changed(self) -> bool:
        """Whether anything of it changes."""
        return bool(self.changes)

    @property
    def fingerprint(self) -> str:
        """Of the recorded row, as the table of amounts shows it."""
        old = {cell.column: "" if cell.old is None else format_angka(cell.old) for cell in self.cells}
        return values_fingerprint(old)


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A row of the file that no recorded one fits: why, and the row of the nomenklatur with which it may be added."""

    file: FileRow
    amounts: Mapping[str, Decimal]
    why: str
    sub: SubKegiatan | None = None
    unit: str = ""

    @property
    def key(self) -> str:
        """As the form of the preview names it."""
        return f"{self.sub.pk if self.sub else 0}/{self.unit}"

    @property
    def kode(self) -> str:
        """What the file has for a code."""
        return self.file.kode.text if self.file.kode else self.file.said

    @property
    def nama(self) -> str:
        """The name of the file, else that of the nomenklatur."""
        return self.file.nama or (self.sub.nama if self.sub else "")

    @property
    def cells(self) -> list[Decimal | None]:
        """Its amounts in the order of the table."""
        return [self.amounts.get(column) for column in AMOUNTS]


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalLine:
    """A sum of the whole budget before, after, and with every row added that may be."""

    judul: str
    lama: str
    baru: str
    with_new: str


@dataclass(kw_only=True)
class Judged:
    """The whole comparison; ``read`` is what the file says."""

    read: ReadFile
    lines: list[Line] = field(default_factory=list)
    missing: list[Missing] = field(default_factory=list)
    totals: list[TotalLine] = field(default_factory=list)

    @property
    def errors(self) -> list[str]:
        """Why nothing can be stored."""
        return self.read.errors

    @property
    def changed(self) -> list[Line]:
        """Rows of which something changes."""
        return [line for line in self.lines if line.changed]

    @property
    def same(self) -> list[Line]:
        """Rows that say what the file says."""
        return [line for line in self.lines if line.source and not line.changed]

    @property
    def absent(self) -> list[Line]:
        """Rows that the file has not; they stay as they are."""
        return [line for line in self.lines if not line.source]

    @property
    def addable(self) -> list[Missing]:
        """Rows of the file that may be added."""
        return [one for one in self.missing if one.sub is not None]

    @property
    def strange(self) -> list[Missing]:
        """Those that may not."""
        return [one for one in self.missing if one.sub is None]

    @property
    def different(self) -> list[Control]:
        """Totals that are not the sum of their parts."""
        return [one for one in self.read.controls if not one.same]

    @property
    def controls_same(self) -> int:
        """How many totals are."""
        return len(self.read.controls) - len(self.different)

    @property
    def falling(self) -> list[Line]:
        """Rows of which the realisasi becomes less: a file of the whole year never says less than the one before."""
        return [line for line in self.changed if falls(line.cells[2])]

    @property
    def storable(self) -> bool:
        """Whether there is anything to confirm."""
        return not self.errors and bool(self.changed or self.addable)

    @property
    def mark(self) -> str:
        """What is shown of it, to be compared when it is confirmed."""
        lines = [[one.row.pk, one.source, [[c.old, c.new] for c in one.cells]] for one in self.lines]
        missing = [[one.key, one.kode, one.why, list(one.amounts.items())] for one in self.missing]
        return mark_of([lines, missing, self.errors])


def falls(cell: Cell) -> bool:
    """Whether an amount that is known becomes less."""
    return cell.old is not None and cell.new is not None and cell.new < cell.old
