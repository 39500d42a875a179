"""A filled cell is stored or refused, never dropped: one that does not apply to its row is told so at its place."""

from __future__ import annotations

from typing import Any

import pytest
from openpyxl import Workbook

from kecamatan.models import Kecamatan
from reports.models import Narasi
from reports.workbook.exchange import workbook_export, workbook_import
from tests.workbook_edits import Change, column_number, edited, write

#: What is refused here is refused while the file is read.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

SIGNER = "SITI AMINAH, S.Sos."
REASON = "Perubahan prioritas atau asumsi yang berakibat signifikan"
ROWS = {"RKT": 3, "PK": 4, "SK IKU": 6, "Rencana Aksi": 7, "LKIP": 8}
"""Rows of the sheet Dokumen, by document."""


def refused(book: bytes, *changes: Change, whole: bool = False) -> list[str]:
    """What the preview refuses, each with its place."""
    content = edited(book, *changes, whole=whole)
    return [str(g) for g in workbook_import(content=content, nama="uji.xlsx", kabupaten=True).errors]


def add_row(sheet: str, **cells: Any) -> Change:
    """Type a row below those that are there, by the titles of the columns (underscores for spaces)."""

    def change(book: Workbook) -> None:
        row = book[sheet].max_row + 1
        for title, value in cells.items():
            book[sheet].cell(row, column_number(book, sheet, title.replace("_", " "))).value = value

    return change


#: Documents, and what a column of theirs is to be left empty for.
OF_ANOTHER_DOCUMENT = [
    (("RKT", "PK", "Rencana Aksi", "LKIP"), "Nomor", "188/5", "hanya SK IKU yang bernomor"),
    (
        ("RKT", "SK IKU", "Rencana Aksi", "LKIP"),
        "Pihak kedua",
        SIGNER,
        "hanya PK yang mempunyai pihak kedua",
    ),
    (
        ("RKT", "SK IKU", "Rencana Aksi", "LKIP"),
        "Alasan perubahan",
        REASON,
        "hanya PK perubahan yang mempunyai alasan perubahan",
    ),
    (("PK",), "Alasan perubahan", REASON, "alasan hanya untuk PK perubahan"),
    (("RKT", "PK", "Rencana Aksi", "LKIP"), "Instansi", "Bappeda", "hanya SK IKU yang menyebut instansi"),
    (
        ("RKT", "SK IKU", "Rencana Aksi", "LKIP"),
        "Sumber",
        "DPA",
        "hanya PK yang mencatat dokumen asalnya",
    ),
    (("LKIP",), "Penanda tangan", SIGNER, "LKIP ditandatangani camat yang menjabat pada tanggalnya"),
]


def test_a_column_of_another_document_is_to_be_left_empty(mini: Kecamatan, lean: bytes) -> None:
    cells = [
        (ROWS[document], title, value, reason)
        for documents, title, value, reason in OF_ANOTHER_DOCUMENT
        for document in documents
    ]
    assert sorted(
        refused(lean, *(write("Dokumen", row, title, value) for row, title, value, _ in cells))
    ) == sorted(
        f'Lembar Dokumen, baris {row}, kolom "{title}": Kosongkan; {reason}.'
        for row, title, _, reason in cells
    )


#: Rows 3 to 6 are periode, misi, tujuan and sasaran.
OF_ANOTHER_LEVEL: list[tuple[tuple[int, ...], str, Any, str]] = [
    ((5, 6), "Nomor", 1, "hanya periode dan misi yang bernomor"),
    ((4, 5, 6), "Tahun akhir", 2026, "hanya periode yang mempunyai tahun akhir"),
    ((3, 4), "Indikator", "IPM", "hanya tujuan dan sasaran yang berindikator"),
    ((4, 5, 6), "Dasar", "Perda 3/2021", "hanya periode yang mempunyai dasar hukum"),
]


def test_a_column_of_another_level_of_the_rpjmd_is_to_be_left_empty(mini: Kecamatan, lean: bytes) -> None:
    cells = [(row, title, value, reason) for rows, title, value, reason in OF_ANOTHER_LEVEL for row in rows]
    assert sorted(
        refused(lean, *(write("RPJMD", row, title, value) for row, title, value, _ in cells))
    ) == sorted(
        f'Lembar RPJMD, baris {row}, kolom "{title}": Kosongkan; {reason}.' for row, title, _, reason in cells
    )


def test_an_output_of_a_unit_that_carries_out_nothing_is_refused(mini: Kecamatan, lean: bytes) -> None:
    """It would hang on no budget row: mini has one, without a unit."""
    unit = "Kelurahan atau unit"
    assert refused(lean, write("Keluaran", 3, unit, "Kelurahan A")) == [
        f'Lembar Keluaran, baris 3, kolom "{unit}": Kosongkan; kode ini pada lembar Anggaran tidak dirinci menurut'
        " unit."
    ]
    divided = write("Anggaran", 3, unit, "Kelurahan A")
    assert (
        f'Lembar Keluaran, baris 3, kolom "{unit}": "Kelurahan B" tidak ada untuk kode ini pada lembar Anggaran. Isi'
        ' "Kelurahan A".'
    ) in refused(lean, divided, write("Keluaran", 3, unit, "Kelurahan B"))
    assert f'Lembar Keluaran, baris 3, kolom "{unit}": Isi "Kelurahan A".' in refused(
        lean, divided, whole=True
    )


def test_a_row_that_goes_on_says_nothing_of_its_own(mini: Kecamatan, lean: bytes) -> None:
    def go_on(book: Workbook) -> None:
        sheet = book["Narasi"]
        row = sheet.max_row + 1
        for title in ("Bagian", "Kunci sasaran atau indikator", "Isi"):
            sheet.cell(row, column_number(book, "Narasi", title)).value = sheet.cell(
                row - 1, column_number(book, "Narasi", title)
            ).value
        sheet.cell(row, column_number(book, "Narasi", "Lanjutan")).value = "Ya"
        sheet.cell(row, column_number(book, "Narasi", "Sudah ditinjau")).value = "Tidak"

    (said,) = refused(lean, go_on)
    assert said.endswith('kolom "Sudah ditinjau": Kosongkan; yang berlaku adalah baris pertama teks ini.')


def test_a_kegiatan_of_no_row_is_refused(mini: Kecamatan, lean: bytes) -> None:
    kegiatan = add_row("RencanaAksiKegiatan", Kode="7.01.02.2.01", Indikator="Jumlah laporan", Triwulan_I=1)
    (said,) = refused(lean, kegiatan)
    assert said.endswith('kolom "Nomor": Isi nomor baris rencana aksi.')
    (said,) = refused(lean, write("RencanaAksiKegiatan", 3, "Nomor", 99))
    assert said.endswith('kolom "Nomor": baris nomor 99 tidak ada pada lembar RencanaAksi.')


def test_a_row_that_adds_an_indikator_repeats_nothing_else(mini: Kecamatan, lean: bytes) -> None:
    more = add_row("RKTKegiatan", Nomor=1, Indikator="Jumlah rapat", Target="4", **{"Anggaran_(Rp)": 9})
    (said,) = refused(lean, more)
    assert said.endswith(
        'kolom "Anggaran (Rp)": berbeda dengan baris 3 yang bernomor sama. Kosongkan, atau beri nomor lain.'
    )


#: Place, key, and what is said of the key.
NOT_PRINTED = [
    ("Profil kecamatan", "skm", "Kosongkan; bagian ini tidak ditulis per sasaran atau per indikator."),
    ("Faktor penghambat", None, "Isi kunci indikator; bagian ini ditulis untuk masing-masing."),
    (
        "Analisis efisiensi sumber daya",
        None,
        "Isi kunci sasaran; bagian ini ditulis untuk masing-masing.",
    ),
    ("Analisis efisiensi sumber daya", "skm", '"skm" tidak dikenal. Isi salah satu dari s1.'),
]


def test_a_text_where_no_page_would_print_it_is_refused(mini: Kecamatan, lean: bytes) -> None:
    cells: list[dict[str, Any]] = [
        {"Bagian": place, "Kunci_sasaran_atau_indikator": key, "Isi": "Uraian."}
        for place, key, _ in NOT_PRINTED
    ]
    assert sorted(refused(lean, *(add_row("Narasi", **one) for one in cells))) == sorted(
        f'Lembar Narasi, baris {row}, kolom "Kunci sasaran atau indikator": {said}'
        for row, (_, _, said) in enumerate(NOT_PRINTED, start=4)
    )


def test_a_recorded_text_whose_indikator_is_gone_stands_in_no_way(mini: Kecamatan) -> None:
    for place, key in (("pendorong", "hilang"), ("profil", "skm"), ("solusi", "")):
        Narasi.objects.create(kecamatan=mini, tahun=2023, bagian=place, kunci=key, isi="<p>Lama.</p>")
    seen = workbook_import(
        content=workbook_export(kecamatan=mini, tahun=2023), nama="uji.xlsx", kabupaten=True
    )
    assert ([str(g) for g in seen.errors], seen.changes) == ([], [])
