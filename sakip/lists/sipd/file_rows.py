"""What a budget file says, as the preview and the comparison with the recorded budget need it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from sakip.lists.sipd.amounts import Angka
from sakip.lists.sipd.kode import Kode
from sakip.workbook.grid import GridRow


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRow:
    """A program, kegiatan or sub kegiatan of one unit as the file has it.

    ``numbers`` are its rows, ``kode`` None where the file has none that is one (``said`` is what stands there instead),
    ``unit`` the unit below the SKPD, empty for the SKPD itself. An amount that is not there is not known.
    """

    numbers: tuple[int, ...]
    kode: Kode | None
    said: str
    nama: str
    unit: str
    amounts: Mapping[str, Decimal]

    @property
    def rows_words(self) -> str:
        """ "baris 12", "baris 12–40 (29 baris)"."""
        first, last = self.numbers[0], self.numbers[-1]
        return f"baris {first}" if first == last else f"baris {first}–{last} ({len(self.numbers)} baris)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """A total that the file prints beside what its parts come to here."""

    name: str
    number: int
    kind: str
    printed: Decimal
    added: Decimal

    @property
    def same(self) -> bool:
        """Whether they are the same."""
        return self.printed == self.added

    @property
    def kind_words(self) -> str:
        """The amount as pages name it."""
        return self.kind.replace("_", " ")

    @property
    def difference(self) -> Decimal:
        """What is printed more than its parts."""
        return self.printed - self.added


@dataclass(kw_only=True)
class ReadFile:
    """What a file says: rows of the kecamatan, totals, others' units, and what is wrong or should be looked at.

    ``units`` are all that it names, ``ours`` those taken; ``unclear`` holds where somebody has to say which are.
    """

    rows: list[FileRow] = field(default_factory=list)
    higher: list[FileRow] = field(default_factory=list)
    controls: list[Control] = field(default_factory=list)
    units: dict[str, int] = field(default_factory=dict)
    ours: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    unclear: bool = False

    @property
    def aside(self) -> dict[str, int]:
        """Units that are not of the kecamatan, with the number of their rows."""
        return {name: count for name, count in self.units.items() if name not in self.ours}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is looked for: the year, the kecamatan by name and what it is called, the units of the file that somebody
    said are its own, and how numbers are written."""

    tahun: int
    nama: str
    sebutan: str = "Kecamatan"
    units: Sequence[str] = ()
    angka: Angka = "id"


@dataclass(slots=True)
class Line:
    """A row with what was found of its place."""

    row: GridRow
    kode: Kode | None
    said: str
    nama: str
    unit: str
    detail: str
    own: bool = True
