"""Tables as JSON: the workbook of one kecamatan-year in a file that can be read and compared.

``{"format": 2, "dokumen": …, "kecamatan": "35.09.10", "tahun": 2023, "nomenklatur": …, "nomenklatur_rkt": …,
"lembar": {"Realisasi": [{"kunci_indikator": "skm", "nilai": "76,5"}]}}``: sheets and columns by their keys, values as
they would be typed into a cell. What is misspelt is refused, because it would be a fact that is silently lost.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from kecamatan.ground.strict_json import InvalidFile, read_json
from sakip.entry.value_kinds import is_empty
from sakip.workbook.reader import RawBook, RawRow
from sakip.workbook.sheets.record_sheet import all_sheets
from sakip.workbook.sheets.sheet import SPELLING, Sheet

FORMAT: Final = 2
FIRST_ROW: Final = 1
_HEAD: Final = ("kecamatan", "tahun", "nomenklatur", "nomenklatur_rkt")


def read_fixture(path: Path) -> RawBook:
    """The tables of a file, which say of which kecamatan and year they are. Raises :class:`InvalidFile`."""
    content = read_json(path)
    if not isinstance(content, dict):
        raise InvalidFile(f"Berkas {path.name}: isinya bukan objek. Tulis {{…}}.")
    for key in ("format", "dokumen", *_HEAD, "lembar"):
        if key not in content:
            raise InvalidFile(f'Berkas {path.name}: kunci "{key}" belum diisi.')
    if content["format"] != FORMAT:
        raise InvalidFile(f"Berkas {path.name}, format: {content['format']} tidak dikenal. Tulis {FORMAT}.")
    if extra := sorted(content.keys() - {"format", "dokumen", *_HEAD, "lembar"}):
        raise InvalidFile(f'Berkas {path.name}: kunci "{extra[0]}" tidak dikenal. Periksa ejaannya.')
    sheets = {sheet.nama: sheet for sheet in all_sheets()}
    given = content["lembar"]
    if not isinstance(given, dict):
        raise InvalidFile(f"Berkas {path.name}, lembar: bukan objek. Tulis {{…}}.")
    if unknown := sorted(given.keys() - sheets.keys()):
        raise InvalidFile(
            f'Berkas {path.name}, lembar: "{unknown[0]}" tidak dikenal. Tulis salah satu dari {", ".join(sheets)}.'
        )
    tables = RawBook(meta={key: str(content[key]) for key in _HEAD} | {"narasi": SPELLING})
    for name, sheet in sheets.items():
        rows = given.get(name, [])
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise InvalidFile(f"Berkas {path.name}, lembar {name}: bukan larik baris. Tulis [{{…}}].")
        tables.sheets[name] = [
            RawRow(nomor=number, cells=_cells(path, sheet, number, row))
            for number, row in enumerate(_lines(sheet, rows), start=FIRST_ROW)
        ]
    return tables


def _lines(sheet: Sheet, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """An upright sheet has a line per field, so that each is named where it is wrong."""
    return [{key: value} for row in rows for key, value in row.items()] if sheet.upright else rows


def _cells(path: Path, sheet: Sheet, number: int, row: dict[str, Any]) -> dict[str, Any]:
    known = {column.key for column in sheet.readable}
    if unknown := sorted(row.keys() - known):
        raise InvalidFile(
            f'Berkas {path.name}, lembar {sheet.nama}, baris {number}: kolom "{unknown[0]}" tidak dikenal.'
            f" Tulis salah satu dari {', '.join(c.key for c in sheet.readable)}."
        )
    return {key: value for key, value in row.items() if not is_empty(value)}
