"""Jombang 2023, whole, as its tables are copied from where an office has them: what is pasted on which page.

Tables have the headings that the office's own tables have where these say all of it, else those of the workbook.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from django.db import transaction

from kecamatan.models import Kecamatan
from reports.docx import render_docx
from reports.html import render_html
from reports.publish.assemble import arrange, build_draft
from reports.workbook.exchange import TablesImport
from reports.workbook.fixtures import fixtures_load
from sakip.checks.kinds import NO_KEY
from sakip.entry.number_kinds import Year
from sakip.snapshot.build import build
from sakip.snapshot.codec import write
from sakip.text.dates import format_tanggal
from sakip.text.numbers import format_angka
from sakip.workbook.overlay import LaidRow, overlaid
from sakip.workbook.recorded import RecordedBook
from sakip.workbook.sheets.record_sheet import RECORD_SHEETS
from sakip.workbook.sheets.sheet import Column
from tests.loaded_files import CONTOH

KODE, TAHUN = "35.09.01", 2023
FILE: Final = "35.09.01-jombang-2023.json"

#: What is pasted at once on a page: the sheets of which its tables are.
PASTED: Final[Mapping[str, Sequence[str]]] = {
    "profil": ("Profil", "ProfilButir", "ProfilFakta", "DasarHukum", "Desa", "UnitKerja", "Pejabat", "SDM"),
    "renstra": (
        *("Renstra", "Tujuan", "IndikatorTujuan", "TargetTujuan", "Sasaran", "Indikator", "TargetRenstra"),
    ),
    "rkt": ("Dokumen", "RKT", "RKTKegiatan"),
    "pk": ("PK", "PKAnggaran"),
    "iku": ("IKU", "IKUButir"),
    "rencana-aksi": ("RencanaAksi", "RencanaAksiKegiatan"),
    "realisasi": ("Realisasi",),
    "pembanding": ("Pembanding",),
    "anggaran": ("Anggaran", "Keluaran", "Belanja", "AnggaranLalu", "DukunganProgram"),
    "lintas-sektor": ("LintasSektor",),
}
#: Tables as the office has them: above their columns what the document says, and what stands below it.
OFFICE: Final[Mapping[str, Sequence[tuple[str, str]]]] = {
    "Desa": (("No.", ""), ("Nama Desa", "nama")),
    "PKAnggaran": (
        ("No.", ""),
        ("Program", "nama"),
        ("Anggaran (Rp)", "anggaran"),
        ("Keterangan", "sumber_dana"),
    ),
    "AnggaranLalu": (("Tahun", "tahun"), ("Pagu (Rp)", "pagu"), ("Realisasi (Rp)", "realisasi")),
}
#: The page whose table has merged cells, as Word and Excel put them on the clipboard as HTML.
MERGED: Final = "lintas-sektor"
#: What the kabupaten has recorded before any kecamatan begins.
OF_KABUPATEN: Final = ("RPJMD",)


@dataclass(frozen=True, kw_only=True)
class WholeYear:
    """The contoh: what is recorded, and what comes of it."""

    snapshot: str
    lkip: str
    blocks: Mapping[str, str]
    merged: str
    narasi: Mapping[str, str]
    """Texts by the name of their box."""
    recorded: RecordedBook
    """What its sheets say; read, so it may be asked when the database holds something else."""
    word: bytes
    """Its LKIP as a Word file."""


def jombang() -> Kecamatan:
    return Kecamatan.objects.get(kode=KODE)


def snapshot() -> str:
    return write(build(kecamatan=jombang(), tahun=TAHUN))


def lkip() -> str:
    naskah = build_draft(kecamatan=jombang(), tahun=TAHUN)
    return render_html(arrange(naskah, "lkip").dokumen, naskah.pengaturan, standalone=False)


def word() -> bytes:
    made = arrange(build_draft(kecamatan=jombang(), tahun=TAHUN), "lkip")
    return render_docx(made.dokumen, made.settings, media=made.media)


def as_contoh(folder: Path, *, in_word: bool = False) -> WholeYear:
    """The year as the file of the contoh tells it; what its kabupaten prepares for it stays in the database.

    Its LKIP as a Word file only where it is asked for (``in_word``): it takes a while.
    """
    shutil.copy(CONTOH / FILE, folder)
    with transaction.atomic():
        fixtures_load(folder=folder)
        recorded = RecordedBook(jombang(), TAHUN)
        year = WholeYear(
            snapshot=snapshot(),
            lkip=lkip(),
            blocks={page: block(recorded, names) for page, names in PASTED.items()},
            merged=merged_table(recorded),
            narasi={
                f"isi.{row['bagian']}.{row.get('kunci') or NO_KEY}": row["isi"]
                for row in recorded.content["Narasi"]
            },
            recorded=recorded,
            word=word() if in_word else b"",
        )
        prepared = {name: laid(recorded, name) for name in OF_KABUPATEN} | {
            "Pejabat": [one for one in laid(recorded, "Pejabat") if one.cells["jabatan"] != "Camat"]
        }
        transaction.set_rollback(True)
    book = overlaid(RecordedBook(jombang(), TAHUN), prepared)
    TablesImport(tables=book, place=(jombang(), TAHUN), name="kabupaten", kabupaten=True).apply()
    return year


def laid(recorded: RecordedBook, name: str) -> list[LaidRow]:
    columns = RECORD_SHEETS[name].sheet.columns
    return [
        LaidRow(
            number=number,
            cells={c.key: text for c in columns if (text := as_copied(c, row.get(c.key)))},
            broken={},
        )
        for number, row in enumerate(recorded.content[name], start=1)
    ]


def block(recorded: RecordedBook, names: Sequence[str]) -> str:
    """The tables of these sheets below each other, an empty line between them."""
    return "\n\n".join(table(recorded, name) for name in names)


def table(recorded: RecordedBook, name: str) -> str:
    """A table as a spreadsheet copies it, without the columns in which nothing stands."""
    sheet = RECORD_SHEETS[name].sheet
    rows = recorded.content[name]
    if name == "Pejabat":
        rows = [row for row in rows if row["jabatan"] != "bupati"]
    if name in OFFICE:
        lines = [[head for head, _ in OFFICE[name]]]
        for number, row in enumerate(rows, start=1):
            lines.append([as_copied(sheet[k], row.get(k)) if k else str(number) for _, k in OFFICE[name]])
        return "\n".join("\t".join(line) for line in lines)
    columns = [c for c in sheet.columns if c.is_read and any(row.get(c.key) is not None for row in rows)]
    lines = [[c.title for c in columns], *([as_copied(c, row.get(c.key)) for c in columns] for row in rows)]
    if sheet.upright:
        lines = [list(line) for line in zip(*lines, strict=True)]
    return "\n".join("\t".join(line) for line in lines)


def merged_table(recorded: RecordedBook) -> str:
    """The table of MERGED in which a sasaran stands once beside all that support it."""
    rows = recorded.content["LintasSektor"]
    body = []
    for sasaran, group in groupby(rows, key=lambda row: row["sasaran"]):
        some = list(group)
        first = f"<td rowspan={len(some)}>{sasaran}</td>"
        for at, row in enumerate(some):
            body.append(
                f"<tr>{'' if at else first}<td>{escape(row['instansi'])}</td><td>{escape(row['peran'])}</td></tr>"
            )
    return f"<table><tr><td>Kunci sasaran</td><td>Instansi</td><td>Peran</td></tr>{''.join(body)}</table>"


def as_copied(column: Column, value: Any) -> str:
    """A cell on the clipboard."""
    cell = None if value is None else column.kind.cell(value)
    if cell is None:
        return ""
    if isinstance(cell, int | float | Decimal):
        return str(cell) if isinstance(column.kind, Year) else format_angka(Decimal(cell))
    text = cell if isinstance(cell, str) else format_tanggal(cell)
    return '"' + text.replace('"', '""') + '"' if set(text) & set('"\t\n') else text
