"""What is recorded of one kecamatan-year: read once for all sheets, and written into several of them alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any, Final, TypeVar

from kecamatan.models import Kecamatan
from sakip import models as m
from sakip.workbook.lookups import References, most_used
from sakip.workbook.sheets.said import Cells, number

KODE: Final = ("program__versi", "kegiatan__program__versi", "sub_kegiatan__kegiatan__program__versi")
"""What a row needs along with it for its code to be written."""

T = TypeVar("T")


class Stored:
    """One kecamatan-year. What a room stored is read once, by its own function (:func:`stock`), for all sheets.

    ``versi`` are the nomenklatur in which codes are written (all sheets, RKT), where not those that most rows use.
    """

    def __init__(
        self, kecamatan: Kecamatan, tahun: int, references: References, versi: tuple[str, str] | None
    ) -> None:
        self.kecamatan = kecamatan
        self.tahun = tahun
        self.references = references
        self.huruf = frozenset(references.huruf.values())
        self._versi = versi
        self._read: dict[Callable[[Stored], Any], Any] = {}

    @property
    def own(self) -> dict[str, Any]:
        """Columns of everything that belongs to this kecamatan and year."""
        return {"kecamatan": self.kecamatan, "tahun": self.tahun}

    def once(self, load: Callable[[Stored], T]) -> T:
        """What the function reads, read the first time it is asked for."""
        if load not in self._read:
            self._read[load] = load(self)
        result: T = self._read[load]
        return result

    @cached_property
    def versi(self) -> str:
        """The nomenklatur of the year's codes: that which most rows use."""
        if self._versi is not None:
            return self._versi[0]
        return most_used(_versions(_NAMED, self), self.references.version_for(self.tahun))

    @cached_property
    def versi_rkt(self) -> str:
        """The nomenklatur of the codes of the RKT, which was written before the year began."""
        return (
            self._versi[1] if self._versi is not None else most_used(_versions(_NAMED_RKT, self), self.versi)
        )

    # -- what several sheets write alike -------------------------------------------------------------

    def kode(self, row: Any, versi: str = "") -> Cells:
        """The code of a row of the nomenklatur, and what it is called."""
        kode, nama = self.references.write_code(
            versi or self.versi, row.program, row.kegiatan, row.sub_kegiatan
        )
        return {"kode": kode, "nama_kode": nama}

    def kode_program(self, program: m.Program | None, versi: str = "") -> Cells:
        """The code of a program, and what it is called."""
        kode, nama = self.references.write_code(versi or self.versi, program, None, None)
        return {"kode": kode, "nama_kode": nama}

    def target(self, row: Any) -> Cells | None:
        """A target as its column writes it."""
        if row.angka is None and not row.huruf and row.bawah is None:
            return None
        return self._number_or_letter(row) | {"bawah": number(row.bawah), "atas": number(row.atas)}

    def nilai(self, row: Any) -> Cells | None:
        """A recorded number or letter as its column writes it."""
        return None if row.angka is None and not row.huruf else self._number_or_letter(row)

    def _number_or_letter(self, row: Any) -> Cells:
        known = sorted(self.huruf) if row.huruf in self.huruf else []
        return {"angka": number(row.angka), "huruf": row.huruf, "dikenal": known}


def stock(load: Callable[[Stored], T]) -> Callable[[Stored], T]:
    """Rows of a room that are read once for a workbook, however often they are asked for."""

    def once(data: Stored) -> T:
        return data.once(load)

    once.__doc__ = load.__doc__
    return once


Versions = Callable[[Stored], Iterable[m.Program | None]]
_NAMED: Final[list[Versions]] = []
_NAMED_RKT: Final[list[Versions]] = []


def names_programs(read: Versions) -> Versions:
    """Programs that rows of the year name: the nomenklatur of most of them is that of the workbook."""
    _NAMED.append(read)
    return read


def names_rkt_programs(read: Versions) -> Versions:
    """The same of the RKT."""
    _NAMED_RKT.append(read)
    return read


def _versions(named: list[Versions], data: Stored) -> Iterator[str]:
    return (program.versi.kode for read in named for program in read(data) if program)
