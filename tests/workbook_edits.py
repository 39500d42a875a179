"""Workbooks for tests: exported once, then changed as somebody would change them in Excel."""

from __future__ import annotations

import io
import pickle
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final

from openpyxl import Workbook, load_workbook

from kecamatan.models import Kecamatan
from reports.models import ImporBuku
from reports.publish.assemble import build_draft
from reports.workbook.exchange import workbook_export, workbook_import
from reports.workbook.import_run import Preview
from sakip.snapshot.codec import fingerprint
from sakip.workbook.preview import ChangedRow
from sakip.workbook.sheets.sheet import BASE, META

Change = Callable[[Workbook], None]


@lru_cache(maxsize=8)
def _unpacked(content: bytes) -> bytes:
    """A workbook as openpyxl reads it, which takes ten times as long as copying it."""
    return pickle.dumps(load_workbook(io.BytesIO(content)))


def opened(content: bytes) -> Workbook:
    """A workbook to look at or to work on."""
    workbook: Workbook = pickle.loads(_unpacked(content))  # noqa: S301  # our own
    for sheet in workbook.worksheets:  # what makes a row or column that was not spoken of is not copied along
        sheet.row_dimensions.default_factory = sheet._add_row
        sheet.column_dimensions.default_factory = sheet._add_column
    return workbook


def balung() -> Kecamatan:
    """The kecamatan of ``mini``."""
    return Kecamatan.objects.get(kode="35.09.10")


def export_year(tahun: int = 2023) -> bytes:
    """Its workbook of a year."""
    return workbook_export(kecamatan=balung(), tahun=tahun)


def import_book(content: bytes, **more: Any) -> Preview:
    """Take a workbook in, as Bagian Organisasi would."""
    return workbook_import(
        content=content, nama="uji.xlsx", **{"apply_changes": True, "kabupaten": True} | more
    )


def sentences(preview: Preview) -> list[str]:
    """What a preview says is wrong."""
    return [str(g) for g in preview.errors]


class _Watched(Workbook):
    """Knows which sheets were looked at, and whether one was taken out or put in."""

    looked_at: set[str]
    whole: bool

    def __getitem__(self, key: str) -> Any:
        self.looked_at.add(key)
        return super().__getitem__(key)

    def __delitem__(self, key: str) -> None:
        self.whole = True
        super().__delitem__(key)

    def create_sheet(self, *args: Any, **more: Any) -> Any:
        self.whole = True
        return super().create_sheet(*args, **more)


def edited(content: bytes, *change: Change, whole: bool = False) -> bytes:
    """A workbook after somebody worked on it.

    Of sheets that nobody looked at nothing is kept, which says the same as keeping them as they are, and is written and
    read in half the time; ``whole`` for a test of just that.
    """
    workbook = opened(content)
    workbook.__class__ = _Watched
    assert isinstance(workbook, _Watched)
    workbook.looked_at, workbook.whole = set(), whole
    for one_change in change:
        one_change(workbook)
    if not workbook.whole and (kept := workbook.looked_at - {BASE, META}):
        for name in set(workbook.sheetnames) - {BASE, META} - kept:
            del workbook[name]
    keluaran = io.BytesIO()
    workbook.save(keluaran)
    return keluaran.getvalue()


def only(content: bytes, *sheets: str) -> bytes:
    """A workbook with these sheets alone; what the others hold stays as it is."""

    def change(workbook: Workbook) -> None:
        for nama in set(workbook.sheetnames) - {BASE, META, *sheets}:
            del workbook[nama]

    return edited(content, change)


def without_base(content: bytes) -> bytes:
    """A workbook as it was handed out before it said what it was filled with."""

    def change(workbook: Workbook) -> None:
        del workbook[BASE]

    return edited(content, change)


@lru_cache(maxsize=2)
def without_lookups(content: bytes) -> bytes:
    """A workbook without the sheets that are only there to look codes up, which nobody reads back."""

    def change(workbook: Workbook) -> None:
        for nama in ("Petunjuk", "Nomenklatur", "Peraturan"):
            del workbook[nama]

    return edited(content, change)


def column_number(workbook: Workbook, sheet: str, title: str) -> int:
    return next(cell.column for cell in workbook[sheet][1] if cell.value == title)


def write(sheet: str, row: int, title: str, nilai: Any) -> Change:
    """Put a value into a cell of a sheet, by the title of its column."""

    def change(workbook: Workbook) -> None:
        workbook[sheet].cell(row, column_number(workbook, sheet, title)).value = nilai

    return change


def row_with(content: bytes, sheet: str, **nilai: Any) -> int:
    """Number of the row that has these values (titles with spaces as underscores)."""
    workbook = opened(content)
    locations = {column_number(workbook, sheet, title.replace("_", " ")): v for title, v in nilai.items()}
    for nomor in range(3, workbook[sheet].max_row + 1):
        if all(workbook[sheet].cell(nomor, k).value == v for k, v in locations.items()):
            return nomor
    raise AssertionError(f"{sheet}: {nilai}")


def delete_row(sheet: str, row: int) -> Change:
    return lambda workbook: workbook[sheet].delete_rows(row)


def results_fingerprint(upload: ImporBuku) -> str:
    """What the preview page sends along when its changes are to be applied."""
    return str((upload.hasil or {})["sidik"])


def state(kode: str, tahun: int) -> tuple[str, Any, Any]:
    """Everything that documents are made from."""
    kecamatan = Kecamatan.objects.get(kode=kode)
    naskah = build_draft(kecamatan=kecamatan, tahun=tahun)
    return (
        fingerprint(naskah.snapshot),
        naskah.narasi,
        (naskah.tempat, naskah.tanggal, naskah.tanggal_cetak),
    )


#: Columns of the contoh in which somebody says something in words of their own.
WORDS: Final = frozenset({"alasan tidak tersedia", "keterangan", "isi"})


def words_alone(change: ChangedRow) -> bool:
    """Whether nothing but such words changes, or a row is new that holds no value but says why there is none."""
    if change.jenis == "baru":
        return ("keadaan", "Tidak tersedia") in {(cell.judul, cell.baru) for cell in change.kolom}
    return change.jenis == "berubah" and {cell.judul for cell in change.kolom} <= WORDS


def said_anew(preview: Preview) -> dict[str, int]:
    """By sheet the rows in which words alone change. Fails on any other change."""
    for change in preview.changes:
        assert words_alone(change), change
    return dict(Counter(change.lembar for change in preview.changes))
