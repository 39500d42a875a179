"""Rows as read, and how something wrong with them is noted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sakip.workbook.reader import RawBook, SheetError
from sakip.workbook.recorded import RecordedBook
from sakip.workbook.sheets.sheet import Sheet


@dataclass(kw_only=True)
class SheetRow:
    """A row of a sheet. ``nilai`` has what was filled in and could be read; ``nomor`` is None for a recorded row."""

    lembar: Sheet
    nomor: int | None
    nilai: dict[str, Any]
    rusak: set[str] = field(default_factory=set)

    def __getitem__(self, kunci: str) -> Any:
        return self.nilai.get(kunci)


Tables = dict[str, list[SheetRow]]
"""Rows by sheet; every sheet is there."""


@dataclass(frozen=True, kw_only=True)
class ParsedBook:
    """What a file says, what is wrong with it, and what its reader should know.

    ``models`` are labels of the models of which rows may change.
    """

    tabel: Tables
    galat: list[SheetError]
    catatan: list[str]
    models: frozenset[str] = frozenset()


class SheetChecker:
    """What is known of a file and what is wrong with it so far."""

    def __init__(self, mentah: RawBook, catatan: RecordedBook) -> None:
        self.mentah = mentah
        self.catatan = catatan
        self.acuan = catatan.acuan
        self.galat: list[SheetError] = list(mentah.galat)
        self.tabel: Tables = {}

    def refuse(self, baris: SheetRow, kolom: str, pesan: str) -> None:
        """Note an error, unless the cell is known to be wrong already."""
        if kolom in baris.rusak:
            return
        judul = baris.lembar[kolom].judul if kolom else ""
        self.galat.append(SheetError(pesan=pesan, lembar=baris.lembar.nama, baris=baris.nomor, kolom=judul))
        baris.rusak.add(kolom)

    def fill_year(self, b: SheetRow) -> None:
        """A row that names no year is about the workbook's own."""
        if "tahun" not in b.rusak:
            b.nilai.setdefault("tahun", self.catatan.tahun)

    def jenjang(self, b: SheetRow) -> dict[str, str] | None:
        """Where the code of a row stands, if it could be read."""
        if not b["kode"] or "kode" in b.rusak:
            return None
        return self.acuan.parse_code(b["kode"], b.lembar.edition(self.catatan, b))


def check_fraction(p: SheetChecker, semua: Sequence[SheetRow]) -> None:
    """The words for a fraction need both of its parts."""
    for b in semua:
        if bool(b["pembilang"]) != bool(b["penyebut"]) and not b.rusak & {"pembilang", "penyebut"}:
            kosong = "penyebut" if b["pembilang"] else "pembilang"
            p.refuse(b, kosong, "Isi pembilang dan penyebut, atau kosongkan keduanya.")


def check_is_program(p: SheetChecker, semua: Sequence[SheetRow]) -> None:
    """The code is that of a program."""
    for b in semua:
        levels = p.jenjang(b)
        if levels and levels["kegiatan"]:
            p.refuse(b, "kode", "Tulis kode program, bukan kegiatan atau sub kegiatan.")
