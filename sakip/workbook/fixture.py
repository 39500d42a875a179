"""Tables as JSON: the workbook of one kecamatan-year in a file that can be read and compared.

``{"format": 2, "dokumen": …, "kecamatan": "35.09.10", "tahun": 2023, "nomenklatur": …, "nomenklatur_rkt": …,
"lembar": {"Realisasi": [{"kunci_indikator": "skm", "nilai": "76,5"}]}}``: sheets and columns by their keys, values as
they would be typed into a cell. What is misspelt is refused, because it would be a fact that is silently lost.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kecamatan.ground.errors import InputError
from sakip.entry.values import Choice, Value, is_empty
from sakip.workbook.reader import BarisMentah, Mentah
from sakip.workbook.sheets import SPELLING, Buku, Lembar
from sakip.workbook.tables import Catatan

FORMAT: Final = 2
FIRST_ROW: Final = 1
_HEAD: Final = ("kecamatan", "tahun", "nomenklatur", "nomenklatur_rkt")


class FixtureRefused(InputError):
    """A file that is no fixture; ``str()`` names the file, the place in it and what to write instead."""


@dataclass(frozen=True, kw_only=True)
class Fixture:
    """A file as read: which kecamatan and year it is of, from which document, and its tables."""

    name: str
    document: str
    tables: Mentah


def read_fixture(path: Path, book: Buku) -> Fixture:
    """The tables of a file. Raises :class:`FixtureRefused`."""
    content = _read(path)
    for key in ("format", "dokumen", *_HEAD, "lembar"):
        if key not in content:
            raise FixtureRefused(f'Berkas {path.name}: kunci "{key}" belum diisi.')
    if content["format"] != FORMAT:
        raise FixtureRefused(
            f"Berkas {path.name}, format: {content['format']} tidak dikenal. Tulis {FORMAT}."
        )
    if extra := sorted(content.keys() - {"format", "dokumen", *_HEAD, "lembar"}):
        raise FixtureRefused(f'Berkas {path.name}: kunci "{extra[0]}" tidak dikenal. Periksa ejaannya.')
    sheets = {sheet.nama: sheet for sheet in book.lembar}
    given = content["lembar"]
    if not isinstance(given, dict):
        raise FixtureRefused(f"Berkas {path.name}, lembar: bukan objek. Tulis {{…}}.")
    if unknown := sorted(given.keys() - sheets.keys()):
        raise FixtureRefused(
            f'Berkas {path.name}, lembar: "{unknown[0]}" tidak dikenal. Tulis salah satu dari {", ".join(sheets)}.'
        )
    tables = Mentah(meta={key: str(content[key]) for key in _HEAD} | {"narasi": SPELLING})
    for name, sheet in sheets.items():
        rows = given.get(name, [])
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise FixtureRefused(f"Berkas {path.name}, lembar {name}: bukan larik baris. Tulis [{{…}}].")
        tables.lembar[name] = [
            BarisMentah(nomor=number, sel=_cells(path, sheet, number, row))
            for number, row in enumerate(_lines(sheet, rows), start=FIRST_ROW)
        ]
    return Fixture(name=path.name, document=str(content["dokumen"]), tables=tables)


def _lines(sheet: Lembar, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """An upright sheet has a line per field, so that each is named where it is wrong."""
    return [{key: value} for row in rows for key, value in row.items()] if sheet.tegak else rows


def _cells(path: Path, sheet: Lembar, number: int, row: dict[str, Any]) -> dict[str, Any]:
    known = {column.kunci for column in sheet.terbaca}
    if unknown := sorted(row.keys() - known):
        raise FixtureRefused(
            f'Berkas {path.name}, lembar {sheet.nama}, baris {number}: kolom "{unknown[0]}" tidak dikenal.'
            f" Tulis salah satu dari {', '.join(c.kunci for c in sheet.terbaca)}."
        )
    return {key: value for key, value in row.items() if not is_empty(value)}


def fixture_content(catatan: Catatan, *, document: str) -> dict[str, Any]:
    """What the records say, as the content of a fixture; reading it back changes nothing."""
    sheets: dict[str, Any] = {}
    for sheet, rows in catatan.lembar():
        lines = [
            {
                column.kunci: _plain(column.jenis, row[column.kunci])
                for column in sheet.terbaca
                if row.get(column.kunci) is not None
                and column.jenis.cell(row[column.kunci]) not in (None, "")
            }
            for row in rows
        ]
        if sheet.nama == "Realisasi":  # the workbook offers a row for every value that could be entered
            lines = [line for line in lines if line.keys() - {"kunci_indikator", "tahun", "triwulan"}]
        if any(lines):
            sheets[sheet.nama] = lines
    head = catatan.meta
    return {
        "format": FORMAT,
        "dokumen": document,
        "kecamatan": head["kecamatan"],
        "tahun": catatan.tahun,
        "nomenklatur": head["nomenklatur"],
        "nomenklatur_rkt": head["nomenklatur_rkt"],
        "lembar": sheets,
    }


def _plain(kind: Value, value: Any) -> Any:
    """Codes rather than words, lists as lists; everything else as its cell would be typed."""
    if isinstance(value, bool | list):
        return value
    if isinstance(kind, Choice):
        return value if isinstance(value, int) else str(value)
    cell = kind.cell(value)
    if isinstance(cell, int | str):
        return cell
    if hasattr(cell, "isoformat"):
        return cell.isoformat()
    return str(cell).replace(".", ",")


def _read(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=_without_twins)
    except OSError as problem:
        raise FixtureRefused(
            f"Berkas {path} tidak dapat dibaca. Pastikan berkas itu ada dan boleh dibaca."
        ) from problem
    except UnicodeDecodeError as problem:
        raise FixtureRefused(f"Berkas {path.name} bukan UTF-8. Simpan ulang sebagai UTF-8.") from problem
    except json.JSONDecodeError as problem:
        raise FixtureRefused(
            f"Berkas {path.name}, baris {problem.lineno}, kolom {problem.colno}: bukan JSON yang sah."
            " Perbaiki tanda baca di sekitarnya."
        ) from problem
    except _TwinKey as twin:
        raise FixtureRefused(
            f'Berkas {path.name}: kunci "{twin}" tertulis dua kali dalam satu objek. Hapus salah satu.'
        ) from twin
    if not isinstance(content, dict):
        raise FixtureRefused(f"Berkas {path.name}: isinya bukan objek. Tulis {{…}}.")
    return content


class _TwinKey(Exception):
    pass


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """JSON lets the last of two equal keys win; here that would lose a fact."""
    result: dict[str, Any] = {}
    for key, value in pairs:
        if key in result:
            raise _TwinKey(key)
        result[key] = value
    return result
