"""Rows from elsewhere laid over what is recorded: a block that was pasted, a table that was read from a paper.

Such rows add and change, they take nothing away: what they do not name stays as it is recorded, and so does a column
that they do not have. The result is read, judged and written like every other file.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from kecamatan.ground.texts import Refused
from sakip.workbook.merge import mark
from sakip.workbook.reader import RawBook, RawRow
from sakip.workbook.recorded import RecordedBook
from sakip.workbook.sheets.record_sheet import RECORD_SHEETS
from sakip.workbook.sheets.said import Cells
from sakip.workbook.sheets.sheet import Sheet

#: What tells rows apart to people, of sheets that are not told apart by keys.
_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "ProfilButir": ("jenis", "uraian"),
    "ProfilFakta": ("kelompok", "uraian"),
    "Pejabat": ("nama", "jabatan"),
    "SDM": ("kelompok", "uraian", "golongan"),
    "RKT": ("indikator",),
    "RKTKegiatan": ("nomor", "kode"),
    "PK": ("tahun", "versi", "indikator"),
    "PKAnggaran": ("tahun", "versi", "kode", "nama"),
    "IKU": ("indikator",),
    "IKUButir": ("jenis", "uraian"),
    "RencanaAksi": ("indikator",),
    "RencanaAksiKegiatan": ("nomor", "kode", "indikator"),
    "RencanaAksiLangkah": ("nomor", "uraian"),
    "Keluaran": ("kode", "unit", "jenis", "uraian"),
    "RekomendasiLHE": ("rekomendasi",),
    "TindakLanjut": ("kunci_indikator", "tahun", "tindakan"),
    "TindakLanjutTujuan": ("tujuan", "nomor", "tahun", "tindakan"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidRow:
    """A row as it would be typed: its number where it comes from, and its cells by the key of their column."""

    number: int
    cells: Mapping[str, Any]
    broken: Mapping[str, str]


def overlaid(
    recorded: RecordedBook, rows: Mapping[str, Sequence[LaidRow]], *, replaced: Iterable[str] = ()
) -> RawBook:
    """The tables of these sheets, by their names, with the rows laid over what is recorded; of a sheet that is
    ``replaced`` the rows alone. Sheets that are not named stay as they are."""
    alone = set(replaced)
    return RawBook(
        meta=recorded.meta,
        sheets={
            name: _sheet(RECORD_SHEETS[name].sheet, () if name in alone else recorded.content[name], laid)
            for name, laid in rows.items()
        },
    )


def _sheet(sheet: Sheet, stored: Sequence[Cells], rows: Sequence[LaidRow]) -> list[RawRow]:
    result = [dict(_as_typed(sheet, one)) for one in stored]
    numbers = [0] * len(result)
    broken: list[Mapping[str, str]] = [{}] * len(result)
    places: dict[Hashable, int] = {}
    for at, cells in enumerate(result):
        places.setdefault(_key(sheet, cells), at)
    for row in rows:
        key = _key(sheet, row.cells)
        at = places.get(key) if key is not None else None
        if sheet.upright and result:
            at = 0
        if at is None:
            at = len(result)
            result.append({})
            numbers.append(0)
            broken.append({})
            if key is not None:
                places[key] = at
        elif numbers[at] and not sheet.upright:  # told twice: both stand, and are refused as twins
            result.append(dict(row.cells))
            numbers.append(row.number)
            broken.append(row.broken)
            continue
        result[at] |= row.cells
        numbers[at], broken[at] = row.number, row.broken
    return [
        RawRow(nomor=number, cells=cells, broken=wrong)
        for number, cells, wrong in zip(numbers, result, broken, strict=True)
    ]


def _as_typed(sheet: Sheet, stored: Cells) -> Iterable[tuple[str, Any]]:
    """A stored row as its cells would be typed."""
    for column in sheet.readable:
        value = stored.get(column.key)
        cell = None if value is None else column.kind.cell(value)
        if cell not in (None, ""):
            yield column.key, cell


def _key(sheet: Sheet, cells: Mapping[str, Any]) -> Hashable:
    """What tells a row from others, as it is read; None where nothing does, or where it cannot be read."""
    names = sheet.unique if sheet.unique and not sheet.nameless else _NAMES.get(sheet.nama, ())
    try:
        read = [sheet[name].kind.parse(cells[name]) if name in cells else None for name in names]
    except Refused:
        return None
    marks = tuple(
        mark(0 if name == "versi" and value is None else value)
        for name, value in zip(names, read, strict=True)
    )
    return marks if any(one is not None for one in marks) else None
