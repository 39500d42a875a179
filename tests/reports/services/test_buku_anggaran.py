"""The budget through the workbook: rows on several levels are added up once, and the preview says what the whole is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from openpyxl import Workbook

from kecamatan.models import Kecamatan
from reports.services.buku import Tinjauan, buku_ekspor, buku_impor
from sakip.models import Anggaran
from sakip.snapshot.ukur import budget_totals
from tests.buku_kerja import Ubah, diubah, kolom

pytestmark = pytest.mark.django_db

#: As every document prints it: each program and kegiatan with its sum. One kegiatan stops above its sub kegiatan.
AS_PRINTED = (
    ("7.01.02", 13_000_000_000, 12_000_000_000),
    ("7.01.02.2.01", 13_000_000_000, 12_000_000_000),
    ("7.01.02.2.01.01", 10_000_000_000, 9_500_000_000),
    ("7.01.02.2.01.02", 3_000_000_000, 2_500_000_000),
    ("7.01.03", 582_357_149, 500_000_000),
    ("7.01.03.2.01", 507_417_149, 430_000_000),
    ("7.01.03.2.01.01", 507_417_149, 430_000_000),
    ("7.01.03.2.02", 74_940_000, 70_000_000),
)


def tulis_anggaran(baris: Iterable[tuple[str, int | None, int | None]]) -> Ubah:
    """Type these rows, and no others, into the sheet."""

    def ubah(buku: Workbook) -> None:
        lembar = buku["Anggaran"]
        lembar.delete_rows(3, lembar.max_row)
        for nomor, isi in enumerate(baris, start=3):
            for judul, nilai in zip(("Kode", "Pagu murni (Rp)", "Realisasi (Rp)"), isi, strict=True):
                lembar.cell(nomor, kolom(buku, "Anggaran", judul)).value = nilai

    return ubah


def impor(isi: bytes, **lain: Any) -> Tinjauan:
    return buku_impor(isi=isi, nama="uji.xlsx", **{"terapkan": True, "kabupaten": True} | lain)


def jumlah(tinjauan: Tinjauan) -> list[tuple[str, str, str]]:
    return [(b.judul, b.lama, b.baru) for b in tinjauan.jumlah]


def test_a_budget_typed_as_printed_is_added_up_once(mini: Kecamatan) -> None:
    isi = diubah(buku_ekspor(kecamatan=mini, tahun=2023), tulis_anggaran(AS_PRINTED))
    pratinjau = impor(isi, terapkan=False)
    assert pratinjau.galat == []
    assert jumlah(pratinjau) == [
        ("Pagu", "Rp2.500.000", "Rp13.582.357.149"),
        ("Realisasi", "Rp2.400.000", "Rp12.500.000.000"),
    ]
    impor(isi)
    # Every row added up would be 40.672.131.447.
    assert sum(Anggaran.objects.values_list("pagu_murni", flat=True)) == 40_672_131_447
    totals = budget_totals(mini, 2023)
    assert (totals.pagu, totals.realisasi) == (13_582_357_149, 12_500_000_000)


def test_a_sum_that_becomes_unknown_says_so(mini: Kecamatan) -> None:
    isi = diubah(
        buku_ekspor(kecamatan=mini, tahun=2023),
        tulis_anggaran(
            [("7.01.02.2.01", None, None), ("7.01.02.2.01.01", 100, 90), ("7.01.02.2.01.02", 50, None)]
        ),
    )
    assert jumlah(impor(isi, terapkan=False)) == [
        ("Pagu", "Rp2.500.000", "Rp150"),
        ("Realisasi", "Rp2.400.000", "belum lengkap"),
    ]


def test_without_a_budget_there_is_no_sum(mini: Kecamatan) -> None:
    kosong = Kecamatan.objects.get(kode="35.09.11")
    isi = buku_ekspor(kecamatan=kosong, tahun=2026)
    assert jumlah(impor(isi, terapkan=False)) == []


def test_a_workbook_that_leaves_the_budget_alone_shows_the_sum_unchanged(mini: Kecamatan) -> None:
    isi = buku_ekspor(kecamatan=mini, tahun=2023)
    assert jumlah(impor(isi, terapkan=False)) == [
        ("Pagu", "Rp2.500.000", "Rp2.500.000"),
        ("Realisasi", "Rp2.400.000", "Rp2.400.000"),
    ]
