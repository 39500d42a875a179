"""A budget file as amounts of each sub kegiatan and unit: details added up, totals compared, other units set aside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from kecamatan.ground.texts import Refused, quote
from sakip.lists.sipd.amounts import KINDS, read_amount
from sakip.lists.sipd.columns import AMOUNTS, Role, Table
from sakip.lists.sipd.file_rows import Control, FileRow, Line, ReadFile, Wanted
from sakip.lists.sipd.kode import rekening_code, without_unit_code
from sakip.lists.sipd.places import Places
from sakip.lists.sipd.whose import sort_units
from sakip.text.numbers import format_rupiah
from sakip.workbook.grid import GridRow, address

_TOTAL: Final = re.compile(r"(?:sub\s*)?(?:jumlah|total|grand total)\b", re.IGNORECASE)
_YEAR: Final = re.compile(
    r"\btahun(?:\s+anggaran)?\s*:?\s*(20[0-9]{2})\b|\bt\.?a\.?\s*:?\s*(20[0-9]{2})\b", re.IGNORECASE
)


def read_rows(table: Table, wanted: Wanted) -> ReadFile:
    """The amounts of the table, for the kecamatan and year."""
    return _Reading(table, wanted).result()


class _Reading:
    """One table on its way to amounts."""

    def __init__(self, table: Table, wanted: Wanted) -> None:
        self.table = table
        self.wanted = wanted
        self.read = ReadFile(titles=[title for title in table.titles if title])
        self.amounts = {role: table.of(role) for role in AMOUNTS}

    def result(self) -> ReadFile:
        """Everything that was read."""
        self._titles()
        lines, totals = self._lines()
        sort_units(lines, self.wanted, self.read)
        own = [line for line in lines if line.own]
        if not self.read.unclear:
            self._sum(own)
            if not self.read.rows and not self.read.errors:
                self.read.errors.append(
                    "Tidak ada baris sub kegiatan dengan angka di bawah judul kolomnya. Periksa pemetaan kolom."
                )
            self._controls(own, totals, whole=len(own) == len(lines))
        return self.read

    def _titles(self) -> None:
        for title in self.read.titles:
            for found in _YEAR.finditer(title):
                year = int(found[1] or found[2])
                if year != self.wanted.tahun:
                    self.read.errors.append(
                        f"Berkas ini dari tahun {year} (“{quote(title)}”), bukan {self.wanted.tahun}. Buka anggaran"
                        f" tahun {year}, atau pilih berkas tahun {self.wanted.tahun}."
                    )
                    return

    # -- which row is what -------------------------------------------------------------------------

    def _lines(self) -> tuple[list[Line], list[GridRow]]:
        """Rows with a place, and totals."""
        heading = [tuple(row.cells) for row in self.table.grid.rows[self.table.first : self.table.last]]
        lines: list[Line] = []
        totals: list[GridRow] = []
        places = Places(self.table)
        named_units: dict[str, str] = {}
        begun: set[str] = set()
        unit, current = "", None
        for row in self.table.grid.rows[self.table.last :]:
            if tuple(row.cells) in heading:  # printed anew on the next page
                continue
            first_text = next((cell for cell in row.cells if isinstance(cell, str) and cell.strip()), "")
            if _TOTAL.match(first_text.strip()):
                totals.append(row)
                continue
            named = places.unit(row)
            unit = named_units.get(named, named) or unit
            kode, said = places.kode(row)
            detail = places.detail(row)
            if kode is None and not detail and (found := places.unit_line(row)):
                unit, current = found, None
                continue
            nama = places.nama(row, kode)
            if (
                kode is None
                and not detail
                and places.is_heading(row, said, begun=bool(named) and named in begun)
            ):
                if named and nama and "\n" not in named and not without_unit_code(named):
                    unit = named_units[named] = f"{named}\n{nama}"  # named once, later by its code alone
                continue
            if kode is not None and not kode.level:
                continue
            if kode is not None:
                begun.add(named)
                current = kode if kode.level == "sub kegiatan" else None
            elif detail and not said:
                kode, nama = current, ""  # the name is that of the rekening
            # Numbers of the columns and other ornaments have neither name nor code.
            if kode is not None or (self._has_amount(row) and (nama or said)):
                lines.append(Line(row=row, kode=kode, said=said, nama=nama, unit=unit, detail=detail))
        return lines, totals

    def _has_amount(self, row: GridRow) -> bool:
        places = [at for role in AMOUNTS for at in self.amounts[role]]
        return any(row[at] is not None or address(row.number, at) in self.table.grid.broken for at in places)

    # -- amounts -----------------------------------------------------------------------------------

    def _sum(self, lines: Sequence[Line]) -> None:
        """One amount of each kind for every sub kegiatan and unit."""
        groups: dict[tuple[object, ...], list[Line]] = {}
        for line in lines:
            level = line.kode.level if line.kode else ""
            place: object = line.kode.key if line.kode else (line.said, line.nama.casefold(), line.row.number)
            if line.kode and level != "sub kegiatan":
                if row := self._row([line], quiet=True):
                    self.read.higher.append(row)
                continue
            groups.setdefault((place, line.unit), []).append(line)
        for group in groups.values():
            own = [line for line in group if not line.detail]
            parts = _deepest([line for line in group if line.detail])
            if len(own) > 1:
                places = ", ".join(str(line.row.number) for line in own)
                self.read.errors.append(
                    f"{_call(own[0])} ada pada beberapa baris ({places}). Bila baris-baris itu memang rinciannya,"
                    " petakan kolom yang membedakannya sebagai rincian; bila tidak, hapus yang berlebih."
                )
                continue
            row = self._row(own)
            added = self._row(parts, quiet=row is not None)
            if row and added:
                self.read.controls += _compared(_call(own[0]), row, added, own[0].row.number)
                row = replace(row, amounts={**added.amounts, **row.amounts})
            elif added and own:
                added = replace(added, nama=own[0].nama)
            if found := row or added:
                self.read.rows.append(found)

    def _row(self, lines: Sequence[Line], *, quiet: bool = False) -> FileRow | None:
        """Lines of one place as one row; None where none has an amount. Where it is to be ``quiet`` about what is no
        amount, all of that kind is not known."""
        if not lines:
            return None
        amounts: dict[str, Decimal] = {}
        for kind in KINDS:
            try:
                known = self._amounts(lines, Role(kind), quiet=quiet)
                back = (
                    self._amounts(lines, Role.SETORAN, quiet=quiet) if kind == "realisasi" and known else []
                )
            except Refused:
                continue
            if known:
                amounts[kind] = sum(known, Decimal(0)) - sum(back, Decimal(0))
                if amounts[kind] < 0 and not quiet:
                    said = format_rupiah(amounts[kind])
                    self.read.errors.append(
                        f"{_call(lines[0])}: {kind.replace('_', ' ')} berjumlah {said}, kurang dari nol."
                        " Periksa apakah berkasnya memuat seluruh tahun."
                    )
        first = lines[0]
        if not amounts:
            return None
        return FileRow(
            numbers=tuple(line.row.number for line in lines),
            kode=first.kode,
            said=first.said,
            nama=first.nama,
            unit=first.unit,
            amounts=amounts,
        )

    def _amounts(self, lines: Sequence[Line], role: Role, *, quiet: bool) -> list[Decimal]:
        """What the cells of a kind hold. What is none is told, or, where nothing is to be told, raised as Refused."""
        found = []
        for line in lines:
            for at in self.amounts[role]:
                place = address(line.row.number, at)
                try:
                    if broken := self.table.grid.broken.get(place):
                        raise Refused(broken)
                    amount = read_amount(line.row[at], self.wanted.angka, signed=bool(line.detail))
                except Refused as problem:
                    if quiet:
                        raise
                    self.read.errors.append(f"{place}: {problem}")
                else:
                    found += [] if amount is None else [amount]
        return found

    # -- totals that the file prints ---------------------------------------------------------------

    def _controls(self, lines: Sequence[Line], totals: Sequence[GridRow], *, whole: bool) -> None:
        """What programs, kegiatan and Jumlah say beside what stands below them."""
        for higher in self.read.higher:
            if higher.kode is None:
                continue
            key = higher.kode.key
            below = [
                row
                for row in self.read.rows
                if row.kode and row.kode.key[: len(key)] == key and row.unit == higher.unit
            ]
            if below:
                name = f"{higher.kode.level.capitalize()} {higher.kode.text}"
                self.read.controls += _compared(name, higher, _added(below), higher.numbers[0])
        if not whole or not totals:  # of other units as well
            return
        row = totals[-1]
        printed = self._row(
            [Line(row=row, kode=None, said="", nama="Jumlah", unit="", detail="")], quiet=True
        )
        if printed and self.read.rows and all(row.kode for row in self.read.rows):
            self.read.controls += _compared("Jumlah", printed, _added(self.read.rows), row.number)


def _call(line: Line) -> str:
    name = line.kode.text if line.kode else line.said or quote(line.nama)
    return f"{name} ({line.unit})" if line.unit else name


def _deepest(lines: Sequence[Line]) -> list[Line]:
    """Lines of rekening below which no other stands."""
    codes = {code for line in lines if (code := rekening_code(line.detail))}
    above = {code.rsplit(".", n)[0] for code in codes for n in range(1, code.count(".") + 1)}
    return [line for line in lines if line.detail not in above]


def _added(rows: Sequence[FileRow]) -> FileRow:
    """Rows as one; what one of them leaves empty adds nothing, as in the totals of the file."""
    amounts = {
        kind: sum(known, Decimal(0))
        for kind in KINDS
        if (known := [row.amounts[kind] for row in rows if kind in row.amounts])
    }
    return FileRow(numbers=rows[0].numbers, kode=None, said="", nama="", unit="", amounts=amounts)


def _compared(name: str, printed: FileRow, added: FileRow, number: int) -> list[Control]:
    return [
        Control(name=name, number=number, kind=kind, printed=printed.amounts[kind], added=added.amounts[kind])
        for kind in KINDS
        if kind in printed.amounts and kind in added.amounts
    ]
