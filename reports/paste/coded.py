"""Rows of a pasted block that are told by the nomenklatur: code, name, or program, kegiatan and sub kegiatan in columns
of their own are one code, and rows below a code are of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, Final

from kecamatan.ground.whole_numbers import year
from reports.papers.paper import Row
from reports.paste.headings import title_of
from reports.paste.names import Names
from reports.paste.reading import Reading
from sakip.workbook.recorded import RecordedBook
from sakip.workbook.sheets.sheet import Sheet

_LEVELS: Final = ("program", "kegiatan", "sub_kegiatan")
#: Columns of which a cell that is empty, because it is merged with the one above, says what that says.
MERGED: Final = frozenset(
    {"sasaran", "kunci_sasaran", "tujuan", "kelompok", "jenis", "untuk", "kunci_indikator"}
    | {"nama_indikator", "dokumen", "tahun_awal", "lingkup"}
)
#: How the columns of a code are told from what a row says of it.
_CODE: Final = ("kode", "nama_kode", "kode@program", "kode@kegiatan", "kode@sub_kegiatan")


@dataclass(kw_only=True)
class Coded:
    """The codes of a table, row by row from the top down."""

    reading: Reading
    recorded: RecordedBook
    names: Names
    _levels: dict[str, str] = field(default_factory=dict)
    _kode: str = ""
    _numbers: dict[str, Any] = field(default_factory=dict)

    @property
    def sheet(self) -> Sheet:
        """Of which its rows are."""
        return self.reading.sheet

    @property
    def is_said(self) -> bool:
        """Whether its rows say a code, or what one may be found by."""
        return any(key in self.reading.columns for key in _CODE) or bool(self.sheet.pasted.codes.named)

    @property
    def last(self) -> str:
        """The code of the last row that said one."""
        return self._kode

    def code(self, row: Row, cells: dict[str, Any]) -> bool:
        """Make code, name, or program, kegiatan and sub kegiatan one code; False where the row is not stored."""
        about: defaultdict[str, Any] = defaultdict(lambda: None, cells)
        about["tahun"] = year(str(about["tahun"]))
        versi = self.sheet.edition(self.recorded, about)
        said = [(level, cells.pop(f"kode@{level}", "")) for level in _LEVELS]
        name = cells.pop("nama_kode", "")
        codes = self.sheet.pasted.codes
        own = ("", cells.get("kode", "") or name)
        if codes.named and not own[1]:
            own = (codes.level, cells.get(codes.named, ""))
        if own[1] and (kegiatan := self.names.kegiatan_of(versi, str(own[1]))):
            own = ("kegiatan", kegiatan)
        steps = [one for one in (*said, own) if one[1]]
        kode = ""
        for level, text in steps:
            above = self._levels.get("kegiatan") or self._levels.get("program") or ""
            if level == "kegiatan":
                above = self._levels.get("program", "")
            kode = self.names.kode(
                versi,
                str(text),
                level=level,
                above=above,
                row=row.at.line,
                column=title_of("kode", self.sheet),
            )
            if (place := self.names.place(versi, kode)) is not None:
                self._levels = {one: value for one in _LEVELS if (value := getattr(place, one))}
        place = self.names.place(versi, kode)
        if codes.level:
            if place is not None and place.level != codes.level:
                return False
            if place is None:
                cells.pop("kode", None)
            else:
                cells["kode"] = kode
                cells.setdefault(codes.named, place.nama)
            return True
        rest = (
            cells.keys()
            - {"kode"}
            - self.reading.constants.keys()
            - MERGED
            - {"tahun", "tahun_awal", "versi"}
        )
        if kode:
            cells["kode"] = kode
            first = kode != self._kode
            self._kode = kode
            if not rest and not codes.alone:
                return False
        else:
            first = False
            if self._kode and not (codes.of_the_first and "nomor" in cells):
                cells["kode"] = self._kode
        if codes.of_the_first and "nomor" not in cells and self._kode:
            self._numbered(cells, first=first)
        return True

    def _numbered(self, cells: dict[str, Any], *, first: bool) -> None:
        """The number by which indikator of one program, kegiatan or sub kegiatan belong together."""
        if not self._numbers:
            rows = self.names.rows(self.sheet.nama)
            self._numbers = {str(one.get("kode")): one.get("nomor") for one in rows if one.get("kode")}
            self._numbers[""] = max((one.get("nomor") or 0 for one in rows), default=0)
        if self._kode not in self._numbers:
            self._numbers[""] += 1
            self._numbers[self._kode] = self._numbers[""]
        cells["nomor"] = self._numbers[self._kode]
        if not first:
            for key in self.sheet.pasted.codes.of_the_first:
                cells.pop(key, None)
