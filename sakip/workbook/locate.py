"""Where the place of a finding is in a workbook: sheet, row and column."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from sakip.checks import Finding, Place
from sakip.workbook.cells import Baris, Tabel
from sakip.workbook.reader import Galat
from sakip.workbook.sheets import Lembar

#: Columns of a model that stand in a column of another name in its sheet.
_OTHER_NAME: Final = {
    "acuan_indikator": ("kunci_indikator",),
    "acuan_sasaran": ("kunci_sasaran", "sasaran"),
    "program": ("kode",),
    "kegiatan": ("kode",),
    "sub_kegiatan": ("kode",),
    "pihak_pertama": ("penandatangan",),
    "tahun_nilai": ("tahun",),
}


def as_galat(finding: Finding, tabel: Tabel) -> Galat:
    """The finding with its place in the workbook that was read; where it has no row there, the words say it."""
    place = finding.place
    rows = tabel[place.about.sheet]
    row = _row(place, rows)
    sheet = rows[0].lembar if rows else None
    return Galat(
        pesan=finding.message if row and row.nomor is not None else str(finding),
        lembar=place.about.sheet,
        baris=row.nomor if row else None,
        kolom=_column(place.column, sheet) if sheet else "",
    )


def _row(place: Place, rows: list[Baris]) -> Baris | None:
    """The row whose columns say what the key says; None where the place is no one row."""
    if not place.key:
        return None
    return next((b for b in rows if all(_text(b[c]) == _text(value) for c, value in place.key)), None)


def _column(column: str, sheet: Lembar) -> str:
    titles = {k.kunci: k.judul for k in sheet.kolom}
    return next((titles[c] for c in (column, *_OTHER_NAME.get(column, ())) if c in titles), "")


def _text(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)
