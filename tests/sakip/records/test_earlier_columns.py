"""What the four years before say of a row stands beside the cells of its grid, the last first; a fifth is left out."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from django.test import Client

from kecamatan.models import Kecamatan
from sakip.models import (
    RKT,
    Anggaran,
    BarisPK,
    BarisRencanaAksi,
    Keluaran,
    Realisasi,
    RencanaAksi,
    SasaranRKT,
    TargetTriwulan,
)
from tests.factory import make, make_anggaran, make_pk
from tests.sakip.records.table_pages import BASE
from tests.sakip.records.table_rows import an_indikator, sub_kegiatan

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

#: The year that is filled, the four that are shown, and one that is too long ago.
YEARS = range(2016, 2022)


def renstra(kecamatan: Kecamatan) -> None:
    indikator = an_indikator(kecamatan)
    for year in YEARS:
        make(
            Realisasi,
            indikator=indikator,
            tahun=year,
            triwulan=0,
            keadaan="terisi",
            angka=Decimal(year - 1950),
        )


def pk(kecamatan: Kecamatan) -> None:
    """The last version of a year is what was promised: 70 of 2020 by its perubahan, 1 before."""
    indikator = an_indikator(kecamatan)
    for year in YEARS:
        of_row = {"acuan_indikator": indikator, "satuan": "%"}
        promise = make_pk(kecamatan=kecamatan, tahun=year)
        make(BarisPK, **of_row, perjanjian=promise, angka=Decimal(1 if year == 2020 else year - 1950))
        if year == 2020:
            change = make_pk(kecamatan=kecamatan, tahun=year, jenis="perubahan", versi=1)
            make(BarisPK, **of_row, perjanjian=change, angka=Decimal(70))


def rkt(kecamatan: Kecamatan) -> None:
    indikator = an_indikator(kecamatan)
    for year in YEARS:
        plan = make(RKT, kecamatan=kecamatan, tahun=year)
        make(SasaranRKT, rkt=plan, acuan_indikator=indikator, satuan="%", angka=Decimal(year - 1950))


def rencana_aksi(kecamatan: Kecamatan) -> None:
    """Of the four triwulan the last."""
    indikator = an_indikator(kecamatan)
    for year in YEARS:
        plan = make(RencanaAksi, kecamatan=kecamatan, tahun=year)
        row = make(BarisRencanaAksi, rencana_aksi=plan, acuan_indikator=indikator, satuan="%")
        for triwulan, target in ((3, 5), (4, year - 1950)):
            make(TargetTriwulan, baris=row, triwulan=triwulan, angka=Decimal(target))


def anggaran(kecamatan: Kecamatan) -> None:
    (sub,) = sub_kegiatan(1)
    for year in YEARS:
        make_anggaran(
            kecamatan=kecamatan,
            tahun=year,
            program=sub.kegiatan.program,
            kegiatan=sub.kegiatan,
            sub_kegiatan=sub,
            realisasi=Decimal(year - 1950),
        )


def keluaran(kecamatan: Kecamatan) -> None:
    anggaran(kecamatan)
    for row in Anggaran.objects.for_kecamatan(kecamatan):
        make(
            Keluaran,
            anggaran=row,
            uraian="Laporan",
            satuan="laporan",
            realisasi=Decimal(row.tahun - 1950),
            keadaan=Keluaran.Keadaan.TERISI,
        )


@pytest.mark.parametrize(
    ("grid", "recorded", "place", "word"),
    [
        ("renstra", renstra, 0, "Realisasi"),
        ("pk", pk, 0, "Target"),
        ("rkt", rkt, 0, "Target"),
        ("rencana-aksi", rencana_aksi, 0, "Target triwulan IV"),
        ("anggaran", anggaran, 0, "Realisasi"),
        ("anggaran", keluaran, 1, "Realisasi"),
    ],
    ids=lambda one: getattr(one, "__name__", None),
)
def test_the_four_years_before_stand_beside_the_cells(
    filler: Client, balung: Kecamatan, grid: str, recorded: Callable[[Kecamatan], None], place: int, word: str
) -> None:
    recorded(balung)
    page = filler.get(f"{BASE}{grid}/tabel/")
    table = page.context["tables"][place]
    assert table.table.earlier == tuple(f"{word} {year}" for year in (2020, 2019, 2018, 2017))
    told = [one.line.earlier for one in table.lines if one.line.row]
    assert told == [("70", "69", "68", "67")]
    assert f"{word} 2017</th>" in page.content.decode()
