"""Budget files as offices download and keep them; every amount is small enough to be added up by eye."""

from __future__ import annotations

from typing import Final

from tests.sakip.lists.list_files import xlsx

DOCUMENT_HEADINGS: Final = (
    *("Kode SKPD", "Nama SKPD", "Kode Sub SKPD", "Nama Sub SKPD", "Kode Fungsi", "Nama Fungsi"),
    *(
        "Kode Urusan",
        "Nama Urusan",
        "Kode Bidang Urusan",
        "Nama Bidang Urusan",
        "Kode Program",
        "Nama Program",
    ),
    *("Kode Kegiatan", "Nama Kegiatan", "Kode Sub Kegiatan", "Nama Sub Kegiatan", "Kode Rekening"),
    *("Nama Rekening", "Nomor Dokumen", "Jenis Dokumen", "Tanggal Dokumen", "Keterangan Dokumen"),
    *("Nilai Realisasi", "Nilai Setoran", "Nomor SPD", "Nilai SPD", "Nomor SP2D", "Nilai SP2D"),
)


def document(
    unit: str, sub_unit: str, kode: str, rekening: str, spent: object, back: object = 0
) -> list[object]:
    """A row of "Laporan Realisasi per Dokumen"; units as "7.01.0.00.0.00.06.0000 Kecamatan Balung"."""
    return [
        *unit.split(" ", 1),
        *sub_unit.split(" ", 1),
        *("01", "PELAYANAN UMUM", "7", "UNSUR KEWILAYAHAN", "7.01", "KECAMATAN", kode[:7], "Program"),
        *(kode[:12], "Kegiatan", kode, f"Sub {kode[-1]}", rekening, "Belanja"),
        *("35/LS/2021", "LS", "2 Mei 2021", "Belanja bulan Mei", spent, back, "12", 99_999, "77", 88_888),
    ]


BALUNG: Final = "7.01.0.00.0.00.06.0000 Kecamatan Balung"
KARANGDUREN: Final = "7.01.0.00.0.00.06.0006 Kelurahan Karangduren"
AMBULU: Final = "7.01.0.00.0.00.07.0000 Kecamatan Ambulu"


def per_document() -> bytes:
    """Two documents of which one gives 500 back, one of a kelurahan, one of another kecamatan."""
    first = "7.01.01.2.01.0001"
    return xlsx(
        DOCUMENT_HEADINGS,
        document(BALUNG, BALUNG, first, "5.1.02.01.01.0024", 1000),
        document(BALUNG, BALUNG, first, "5.1.02.01.01.0025", 2000, 500),
        document(BALUNG, KARANGDUREN, first, "5.1.02.01.01.0025", 700),
        document(AMBULU, AMBULU, first, "5.1.02.01.01.0025", 9),
    )


def lra_per_program() -> bytes:
    """Codes over four columns, amounts by kelompok belanja with the whole at the end, three lines of headings."""
    unit, sub = "7.01.0.00.0.00.06.0000", "7.01.01.2.01.0001"
    amounts = (200, 150, 100, 50, 300, 200, 66.67)
    return xlsx(
        ("LAPORAN REALISASI ANGGARAN",),
        ("TAHUN ANGGARAN 2021",),
        ("Kode Rekening", None, None, None, "Uraian", "Kelompok Belanja", None, None, None, "Jumlah"),
        (None, None, None, None, None, "Operasi", None, "Modal", None, "Anggaran", "Realisasi", "%"),
        (None, None, None, None, None, "Anggaran", "Realisasi", "Anggaran", "Realisasi"),
        (1, None, None, None, 2, 3, 4, 5, 6, 7, 8, 9),
        ("7", None, None, None, "UNSUR KEWILAYAHAN", *amounts),
        ("7.01", unit, None, None, "KECAMATAN BALUNG", *amounts),
        ("7.01", unit, "7.01.01", None, "PROGRAM PENUNJANG", *amounts),
        ("7.01", unit, "7.01.01.2.01", None, "Perencanaan", *amounts),
        ("7.01", unit, sub, None, "Penyusunan Dokumen", *amounts),
        ("7.01", unit, sub, "5", "BELANJA", *amounts),
        ("7.01", unit, sub, "5.1", "BELANJA OPERASI", 200, 150, 0, 0, 200, 150, 75),
        ("7.01", unit, sub, "5.2", "BELANJA MODAL", 0, 0, 100, 50, 100, 50, 50),
    )


#: What an Excel with Indonesian settings saves as CSV: a title, accounting formats, a total.
RECAP_CSV: Final = (
    "Rekap Kecamatan Balung TA 2021;;;;\r\n"
    "No;Kode;Uraian;Pagu Murni;Realisasi s.d. Mei 2021\r\n"
    "1;7.01.01;Program Penunjang; Rp 3.000.000,00 ; Rp 1.250.500,00 \r\n"
    "2;7.01.01.2.01.01;Penyusunan Dokumen; Rp 1.000.000,00 ; Rp 1.250.500,00 \r\n"
    "3;7 01 01 2.01 02;Koordinasi RKA;2.000.000,00; Rp - \r\n"
    ";;Jumlah; Rp 3.000.000,00 ; Rp 1.250.500,00 \r\n"
)
