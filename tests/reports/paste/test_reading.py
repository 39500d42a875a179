"""Blocks as people copy them from LKIP, Renstra, DPA and SIPD: of which sheet they are, and what their columns fill."""

from __future__ import annotations

import pytest

from reports.paste.reading import Reading, best_reading, rows_of
from sakip.records import forms, sheets  # noqa: F401  # registers every kind of row, and its sheet
from sakip.workbook.of_page import sheets_of_page

BLOCKS = [
    # no head: education is no golongan, and the two numbers are people
    ("profil", "S1\t9\t1\nSMA\t3\t2", "SDM", "uraian asn non_asn", {"kelompok": "pendidikan"}),
    (
        "profil",
        "No.\tGolongan\tASN\tNon ASN\n1\tIII/a\t4\t",
        "SDM",
        "- uraian asn non_asn",
        {"kelompok": "golongan"},
    ),
    (
        "profil",
        "No\tJabatan\tPangkat/Gol\tPNS\tKet.\n1\tCamat\tIV/a\t1\tada",
        "SDM",
        "- uraian golongan asn keterangan",
        {"kelompok": "jabatan"},
    ),
    ("profil", "No\tNama Desa\tStatus IDM\n1\tBalung Lor\tMaju", "Desa", "- nama status", {}),
    ("profil", "1\tDesa Balung Lor\n2\tKelurahan Lain", "Desa", "- nama", {}),
    ("profil", "Luas (km²)\t50,10\nPenduduk (jiwa)\t56.500", "Profil", "luas_km2 penduduk", {}),
    (
        "rkt",
        "SASARAN\nSTRATEGIS\tINDIKATOR KINERJA\tSATUAN\tTARGET",  # the line break divides: no head, no table
        "",
        "",
        {},
    ),
    (
        "rkt",
        '"SASARAN\nSTRATEGIS"\tINDIKATOR KINERJA\tSATUAN\tTARGET\nA\tB\t%\t80',
        "RKT",
        "sasaran indikator satuan target",
        {},
    ),
    (
        "rkt",
        "No\tProgram / Kegiatan / Sub Kegiatan\tIndikator\tTarget\tAnggaran (Rp)\n1\tX\tY\t1\t2.000",
        "RKTKegiatan",
        "- nama_kode uraian target anggaran",
        {},
    ),
    (
        "pk",
        "PERJANJIAN KINERJA\n\nNo\tSasaran\tIndikator Kinerja\tTarget\n(1)\t(2)\t(3)\t(4)\n1\tA\tB\t95,5",
        "PK",
        "- sasaran indikator target",
        {},
    ),
    (
        "pk",
        "No\tProgram\tAnggaran\tKeterangan\n1\tProgram A\tRp 2.000,-\tAPBD",
        "PKAnggaran",
        "- nama anggaran sumber_dana",
        {},
    ),
    (
        "anggaran",
        "Kode\tUraian\tPagu Perubahan\tRealisasi\t%\n7.01.01\tX\t2.000\t1.000\t50",
        "Anggaran",
        "kode nama_kode pagu_perubahan realisasi -",
        {},
    ),
    (
        "renstra",
        "Sasaran\tIndikator\tSatuan\tTarget Kinerja Tahun\t\n\t\t\t2022\t2023\nA\tIKM\tindeks\t80\t82",
        "TargetRenstra",
        "- nama_indikator - target@2022 target@2023",
        {},
    ),
    (
        "realisasi",
        "Indikator\tTW I\tTW II\tTW III\tTW IV\nIKM\t20\t40\t60\t80",
        "Realisasi",
        "nama_indikator nilai@1 nilai@2 nilai@3 nilai@4",
        {},
    ),
    (
        "rencana-aksi",
        "No\tSasaran\tIndikator\tTarget Triwulan\t\t\t\n\t\t\tI\tII\tIII\tIV\n1\tA\tB\t1\t2\t3\t4",
        "RencanaAksi",
        "- sasaran indikator target_1 target_2 target_3 target_4",
        {},
    ),
    (
        "sarana-prasarana",
        "No\tNama Barang\tJumlah\tKondisi\t\t\n\t\t\tBaik\tRusak Ringan\tRusak Berat\n1\tMeja\t5\t4\t1\t0",
        "SaranaPrasarana",
        "- nama jumlah baik rusak_ringan rusak_berat",
        {},
    ),
]


def read(page: str, text: str) -> Reading | None:
    return best_reading(rows_of(text), sheets_of_page(page))


@pytest.mark.parametrize(("page", "text", "sheet", "columns", "constants"), BLOCKS)
def test_a_block_is_told_by_its_head_or_by_what_stands_in_it(
    page: str, text: str, sheet: str, columns: str, constants: dict[str, str]
) -> None:
    reading = read(page, text)
    if not sheet:
        assert reading is None or reading.lacking
        return
    assert reading is not None
    assert (reading.sheet.nama, " ".join(key or "-" for key in reading.columns)) == (sheet, columns)
    assert dict(reading.constants) == constants
    assert not reading.lacking
    assert not reading.undecided


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("anggaran", "Kode\tUraian\tAnggaran\tRealisasi\n7.01.01\tX\t2.000\t1.000"),  # murni or perubahan
        ("anggaran", "7.01.01\t2.000\t1.000"),
        ("profil", "Jabatan\tJumlah\nCamat\t1"),  # ASN or not
    ],
)
def test_an_amount_that_may_be_one_of_two_is_asked(page: str, text: str) -> None:
    reading = read(page, text)
    assert reading is not None
    assert reading.undecided
