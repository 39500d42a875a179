"""What the four years before say of a row stands beside the cells of its grid, the last first; a fifth is left out."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from django.test import Client

from kecamatan.models import Kecamatan, UnitKerja
from sakip.models import (
    IKI,
    RKT,
    Anggaran,
    AnggaranPK,
    BarisPK,
    BarisPKUnit,
    BarisRencanaAksi,
    BarisRKT,
    IndikatorBarisRKT,
    Keluaran,
    PembandingIndikator,
    PerjanjianKinerja,
    Program,
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


def pembanding(kecamatan: Kecamatan) -> None:
    """Of the kabupaten; what is known of the provinsi is another's."""
    indikator = an_indikator(kecamatan)
    for year in YEARS:
        of_row = {"indikator": indikator, "tahun": year, "tahun_nilai": year, "keadaan": "terisi"}
        make(PembandingIndikator, **of_row, lingkup="kabupaten", angka=Decimal(year - 1950))
        if year < 2021:
            make(PembandingIndikator, **of_row, lingkup="provinsi", angka=Decimal(1))


def amounts_of_pk(kecamatan: Kecamatan) -> None:
    """By the last version of each year, however its name was written."""
    program = make(Program, nama="Program A")
    for year in YEARS:
        promise = make_pk(kecamatan=kecamatan, tahun=year)
        amount = Decimal(1 if year == 2020 else year - 1950)
        make(AnggaranPK, perjanjian=promise, program=program, nama=f"PROGRAM A {year}", anggaran=amount)
        if year == 2020:
            change = make_pk(kecamatan=kecamatan, tahun=year, jenis="perubahan", versi=1)
            make(AnggaranPK, perjanjian=change, program=program, nama="Program A", anggaran=Decimal(70))


def amounts_of_rkt(kecamatan: Kecamatan) -> None:
    (sub,) = sub_kegiatan(1)
    for year in YEARS:
        row = make(
            BarisRKT,
            rkt=make(RKT, kecamatan=kecamatan, tahun=year),
            program=sub.kegiatan.program,
            kegiatan=sub.kegiatan,
            sub_kegiatan=sub,
            acuan_sasaran=None,
            anggaran=Decimal(year - 1950),
        )
        make(IndikatorBarisRKT, baris=row, uraian="Laporan", target=str(year - 1950), satuan="laporan")


def pk_berjenjang(kecamatan: Kecamatan) -> None:
    """Of one unit; another promises the same in the same words, and until last year."""
    indikator = an_indikator(kecamatan)
    camat = make(UnitKerja, kecamatan=kecamatan)
    unit, other = (
        make(UnitKerja, kecamatan=kecamatan, kunci=k, nama=k, jenis="seksi", induk=camat, urut=n)
        for n, k in enumerate("ab", start=1)
    )
    for year in YEARS:
        of_row = {"kecamatan": kecamatan, "tahun": year, "indikator": indikator, "ukuran": "Laporan"}
        make(BarisPKUnit, **of_row, unit=unit, target="1" if year == 2020 else str(year - 1950))
        if year < 2021:
            make(BarisPKUnit, **of_row, unit=other, target="2")
        if year == 2020:
            make(BarisPKUnit, **of_row, unit=unit, versi=1, target="70")


def iki(kecamatan: Kecamatan) -> None:
    unit = make(UnitKerja, kecamatan=kecamatan)
    for year in YEARS:
        make(IKI, kecamatan=kecamatan, tahun=year, unit=unit, ukuran="Kehadiran", target=str(year - 1950))


@pytest.mark.parametrize(
    ("grid", "recorded", "place", "word"),
    [
        ("renstra", renstra, 0, "Realisasi"),
        ("pk", pk, 0, "Target"),
        ("rkt", rkt, 0, "Target"),
        ("rencana-aksi", rencana_aksi, 0, "Target triwulan IV"),
        ("anggaran", anggaran, 0, "Realisasi"),
        ("anggaran", keluaran, 1, "Realisasi"),
        ("pembanding", pembanding, 0, "LKIP"),
        ("pk", amounts_of_pk, 1, "Anggaran"),
        ("rkt", amounts_of_rkt, 1, "Anggaran"),
        ("rkt", amounts_of_rkt, 2, "Target"),
        ("pk-berjenjang", pk_berjenjang, 0, "Target"),
        ("pk-berjenjang", iki, 1, "Target"),
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


def test_two_parts_of_one_program_are_not_told_as_the_whole(filler: Client, balung: Kecamatan) -> None:
    """Of two sources of money each has its row: neither is what the program had."""
    amounts_of_pk(balung)
    before = PerjanjianKinerja.objects.get(tahun=2019)
    make(AnggaranPK, perjanjian=before, program=Program.objects.get(), nama="Program A", anggaran=Decimal(5))
    table = filler.get(f"{BASE}pk/tabel/").context["tables"][1]
    assert table.table.earlier == ("Anggaran 2020", "Anggaran 2018", "Anggaran 2017")
    assert [one.line.earlier for one in table.lines if one.line.row] == [("70", "68", "67")]
