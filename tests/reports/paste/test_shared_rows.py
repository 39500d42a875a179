"""One table with the columns of two sheets fills both."""

from __future__ import annotations

from typing import Final

import pytest

from reports.paste.reading import rows_of
from reports.paste.tables import divided
from sakip.workbook.of_page import sheets_of_page
from tests.reports.paste.told import columns_of, told_of
from tests.table_tests import each_row

pytestmark = pytest.mark.one_engine

OUTPUTS: Final = (
    "Kode\tSub Kegiatan\tIndikator\tTarget\tSatuan\tRealisasi\tPagu Perubahan (Rp)\tRealisasi (Rp)\t%\n"
    "7.01.01.2.02.01\tGaji\tOrang digaji\t18\torang\t12\t100\t90\t90\n"
    "\t\tLaporan gaji\t12\tlaporan\t12\t\t\t\n"
    "7.01.01.2.02.03\tPenatausahaan\tDokumen\t12\tdokumen\t12\t50\t40\t80\n"
    "Jumlah\t\t\t\t\t\t150\t131\t"
)
AGREEMENT: Final = (
    "No\tSasaran\tIndikator\tTarget\tProgram\tAnggaran\n"
    "1\tMeningkatnya Kepuasan\tIKM\t86\tPenunjang Urusan Pemerintahan Daerah Kabupaten/Kota\t2.000\n"
    "\t\t\t\tPenyelenggaraan Pemerintahan dan Pelayanan Publik\t3.000\n"
    "2\tTerjaganya\tTrantib\t100\tKoordinasi Ketentraman dan Ketertiban Umum\t500"
)


@pytest.mark.usefixtures("contoh")
@each_row(
    ("page", "text", "keys", "rows"),
    [
        (
            "anggaran",
            OUTPUTS,
            {
                "Keluaran": ("kode", "uraian", "target", "realisasi"),
                "Anggaran": ("kode", "pagu_perubahan", "realisasi"),
            },
            {
                "Keluaran": [
                    ("7.01.01.2.02.01", "Orang digaji", "18", "12"),
                    ("7.01.01.2.02.01", "Laporan gaji", "12", "12"),
                    ("7.01.01.2.02.03", "Dokumen", "12", "12"),
                ],
                "Anggaran": [("7.01.01.2.02.01", "100", "90"), ("7.01.01.2.02.03", "50", "40")],
            },
        ),
        (
            "pk",
            AGREEMENT,
            {"PK": ("sasaran", "indikator", "target"), "PKAnggaran": ("kode", "anggaran")},
            {
                "PK": [("Meningkatnya Kepuasan", "IKM", "86"), ("Terjaganya", "Trantib", "100")],
                "PKAnggaran": [("7.01.01", "2.000"), ("7.01.02", "3.000"), ("7.01.04", "500")],
            },
        ),
    ],
)
def test_each_sheet_has_the_rows_that_are_its_own(
    page: str, text: str, keys: dict[str, tuple[str, ...]], rows: dict[str, list[tuple[str, ...]]]
) -> None:
    found = told_of(page, text)
    assert {
        sheet: [tuple(row.cells[key] for key in keys[sheet]) for row in told.rows] for sheet, told in found
    } == rows


@pytest.mark.usefixtures("contoh")
def test_what_neither_takes_is_told_once_and_its_sum_is_compared() -> None:
    assert [note for _, told in told_of("anggaran", OUTPUTS) for note in told.notes] == [
        "Kolom “%” tidak dibaca. Bila perlu dicatat, pilih isiannya pada “Cara tabel Keluaran dibaca”.",
        "Baris 5 (Jumlah): Realisasi (Rp) tertulis 131, jumlah baris di atasnya 130. Baris jumlah tidak disimpan;"
        " periksa angkanya.",
    ]


@each_row(
    ("text", "columns"),
    [
        (
            "Program/Kegiatan/Sub Kegiatan\tIndikator\tKinerja\t\tKeuangan\t\n"
            "\t\tTarget\tRealisasi\tAnggaran\tRealisasi\n"
            "7.01.01.2.02.01 Gaji\tOrang\t18\t12\t100\t90",
            ["nama_kode uraian target realisasi - -", "nama_kode - - - pagu@? realisasi"],
        ),
        ("Kode\tSub Kegiatan\tPagu Perubahan\tRealisasi\n7.01.01.2.02.01\tGaji\t100\t90",
         ["kode kode@sub_kegiatan pagu_perubahan realisasi"]),
        (
            "Kode\tSub Kegiatan\tIndikator\tTarget\t\tRealisasi\t\tCapaian\t\n\t\t\tK\tRp\tK\tRp\tK\tRp\n"
            "7.01.01.2.02.01\tGaji\tOrang\t18\t100\t12\t90\t66,67\t90",
            [
                "kode kode@sub_kegiatan uraian target - realisasi - - -",
                "kode kode@sub_kegiatan - - pagu@? - realisasi - -",
            ],
        ),
        ("Kode\tUraian\tPagu Perubahan\n7.01.01.2.02.01\tGaji\t100", ["kode nama_kode pagu_perubahan"]),
        ("Kode\tSub Kegiatan\tIndikator\tTarget\tRealisasi\n7.01.01.2.02.01\tGaji\tOrang\t18\t12",
         ["kode kode@sub_kegiatan uraian target realisasi"]),
    ],
)  # fmt: skip
def test_only_a_table_that_has_both_is_both(text: str, columns: list[str]) -> None:
    readings = [one.reading for one in divided(rows_of(text), sheets_of_page("anggaran"))]
    assert [columns_of(one) for one in readings if one] == columns


@pytest.mark.usefixtures("contoh")
def test_a_row_may_end_before_the_columns_of_the_other_sheet() -> None:
    whole = told_of("pk", "Sasaran\tIndikator\tTarget\nA\tIKM\t86\nB\tX\t")
    ended = told_of("pk", "Sasaran\tIndikator\tTarget\nA\tIKM\t86\nB\tX")
    assert [(sheet, [row.cells for row in told.rows]) for sheet, told in ended] == [
        (sheet, [row.cells for row in told.rows]) for sheet, told in whole
    ]
