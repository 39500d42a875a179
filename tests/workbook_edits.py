"""Workbooks for tests: exported once, then changed as somebody would change them in Excel."""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from openpyxl import Workbook, load_workbook

from kecamatan.models import Kecamatan
from reports.models import ImporBuku
from reports.publish.assemble import build_draft
from reports.workbook.exchange import Preview, buku_ekspor, buku_impor
from sakip.snapshot.build import build
from sakip.snapshot.codec import sidik
from sakip.workbook.sheets.sheet import META

Ubah = Callable[[Workbook], None]


@lru_cache(maxsize=8)
def _unpacked(isi: bytes) -> bytes:
    """A workbook as openpyxl reads it, which takes ten times as long as copying it."""
    return pickle.dumps(load_workbook(io.BytesIO(isi)))


def opened(isi: bytes) -> Workbook:
    """A workbook to look at or to work on."""
    buku: Workbook = pickle.loads(_unpacked(isi))  # noqa: S301  # our own
    for sheet in buku.worksheets:  # what makes a row or column that was not spoken of is not copied along
        sheet.row_dimensions.default_factory = sheet._add_row
        sheet.column_dimensions.default_factory = sheet._add_column
    return buku


def balung() -> Kecamatan:
    """The kecamatan of ``mini``."""
    return Kecamatan.objects.get(kode="35.09.10")


def export_year(tahun: int = 2023) -> bytes:
    """Its workbook of a year."""
    return buku_ekspor(kecamatan=balung(), tahun=tahun)


def import_book(isi: bytes, **more: Any) -> Preview:
    """Take a workbook in, as Bagian Organisasi would."""
    return buku_impor(isi=isi, nama="uji.xlsx", **{"apply_changes": True, "kabupaten": True} | more)


def sentences(preview: Preview) -> list[str]:
    """What a preview says is wrong."""
    return [str(g) for g in preview.galat]


def diubah(isi: bytes, *change: Ubah) -> bytes:
    """A workbook after somebody worked on it."""
    buku = opened(isi)
    for satu_ubah in change:
        satu_ubah(buku)
    keluaran = io.BytesIO()
    buku.save(keluaran)
    return keluaran.getvalue()


def only(isi: bytes, *sheets: str) -> bytes:
    """A workbook with these sheets alone; what the others hold stays as it is."""

    def change(buku: Workbook) -> None:
        for nama in set(buku.sheetnames) - {META, *sheets}:
            del buku[nama]

    return diubah(isi, change)


def without_lookups(isi: bytes) -> bytes:
    """A workbook without the sheets that are only there to look codes up, which nobody reads back."""

    def change(buku: Workbook) -> None:
        for nama in ("Petunjuk", "Nomenklatur", "Peraturan"):
            del buku[nama]

    return diubah(isi, change)


def kolom(buku: Workbook, lembar: str, judul: str) -> int:
    return next(sel.column for sel in buku[lembar][1] if sel.value == judul)


def write(lembar: str, baris: int, judul: str, nilai: Any) -> Ubah:
    """Put a value into a cell of a sheet, by the title of its column."""

    def change(buku: Workbook) -> None:
        buku[lembar].cell(baris, kolom(buku, lembar, judul)).value = nilai

    return change


def baris_dengan(isi: bytes, lembar: str, **nilai: Any) -> int:
    """Number of the row that has these values (titles with spaces as underscores)."""
    buku = opened(isi)
    letak = {kolom(buku, lembar, judul.replace("_", " ")): v for judul, v in nilai.items()}
    for nomor in range(3, buku[lembar].max_row + 1):
        if all(buku[lembar].cell(nomor, k).value == v for k, v in letak.items()):
            return nomor
    raise AssertionError(f"{lembar}: {nilai}")


def delete_row(lembar: str, baris: int) -> Ubah:
    return lambda buku: buku[lembar].delete_rows(baris)


def sidik_hasil(impor: ImporBuku) -> str:
    """What the preview page sends along when its changes are to be applied."""
    return str((impor.hasil or {})["sidik"])


def keadaan(kode: str, tahun: int) -> tuple[str, Any, Any]:
    """Everything that documents are made from."""
    kecamatan = Kecamatan.objects.get(kode=kode)
    naskah = build_draft(kecamatan=kecamatan, tahun=tahun)
    return (
        sidik(build(kecamatan=kecamatan, tahun=tahun)),
        naskah.narasi,
        (naskah.tempat, naskah.tanggal, naskah.tanggal_cetak),
    )
