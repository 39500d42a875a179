"""A rencana aksi filled from the PK: what is missing, with the target of its last triwulan where it is the year's."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from kecamatan.models import Jejak, Kecamatan
from sakip.entry.lock import YearClosed
from sakip.entry.writer import RecordRefused
from sakip.models import BarisPK, BarisRencanaAksi, RencanaAksi, Sasaran, TargetTriwulan
from sakip.records.rencana_aksi.writes import rencana_aksi_from_pk
from tests.factory import (
    make,
    make_indikator,
    make_laporan,
    make_pengguna,
    make_pk,
)
from tests.sakip.records.realisasi.measured_year import skala

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

#: Letters of a scale: kode, label, batas, tertutup.
SAKIP = (("BB", "Sangat Baik", "70", True), ("B", "Baik", None, False))


@pytest.fixture
def rencana(balung: Kecamatan) -> RencanaAksi:
    return make(RencanaAksi, kecamatan=balung)


def target(row: BarisRencanaAksi) -> list[tuple[Any, ...]]:
    return list(row.target.values_list("triwulan", "angka", "huruf", "cetak"))


def fours(*numbers: str) -> list[tuple[Any, ...]]:
    return [(n, Decimal(number), "", "") for n, number in enumerate(numbers, start=1)]


#: The year's target as the PK prints it.
WHOLE = (Decimal("82.5"), "", "82,50")


@pytest.mark.parametrize(
    ("akumulasi", "irama", "diisi"),
    [
        ("terakhir", "", [(4, *WHOLE)]),
        ("diketahui", "", [(4, *WHOLE)]),
        ("terakhir", "2", [(2, *WHOLE)]),
        ("jumlah", "3", [(3, *WHOLE)]),
        ("kumulatif", "", [*fours("20.6", "41.2", "61.8"), (4, *WHOLE)]),
        ("jumlah", "", fours("20.6", "20.6", "20.6", "20.7")),
        ("rata-rata", "24", [(2, *WHOLE), (4, *WHOLE)]),
    ],
)
def test_the_triwulan_take_the_years_target_and_what_was_guessed_waits_to_be_read(
    rencana: RencanaAksi,
    balung: Kecamatan,
    sasaran: Sasaran,
    akumulasi: str,
    irama: str,
    diisi: list[tuple[Any, ...]],
) -> None:
    indikator = make_indikator(sasaran=sasaran, akumulasi=akumulasi, irama=irama)
    make(
        BarisPK,
        perjanjian=make_pk(kecamatan=balung),
        acuan_indikator=indikator,
        angka=Decimal("82.5"),
        cetak="82,50",
    )
    result = rencana_aksi_from_pk(rencana=rencana, by=None)
    (row,) = result.rows
    assert (row.acuan_indikator, row.akumulasi, row.urut) == (indikator, akumulasi, 1)
    assert target(row) == diisi
    guessed = len(diisi) > 1
    assert (row.ditinjau, result.proposed, result.bertarget) == (False, guessed, not guessed)


def test_the_triwulan_are_shared_out_as_last_year(
    rencana: RencanaAksi, balung: Kecamatan, sasaran: Sasaran
) -> None:
    """10 + 20 + 30 + 40 of 100 last year, so of 50 this year 5 + 10 + 15 + 20."""
    indikator = make_indikator(sasaran=sasaran, akumulasi="jumlah")
    last = make(
        BarisRencanaAksi,
        rencana_aksi=make(RencanaAksi, kecamatan=balung, tahun=rencana.tahun - 1),
        acuan_indikator=indikator,
        akumulasi="jumlah",
    )
    for triwulan, angka in enumerate((10, 20, 30, 40), start=1):
        make(TargetTriwulan, baris=last, triwulan=triwulan, angka=Decimal(angka))
    make(BarisPK, perjanjian=make_pk(kecamatan=balung), acuan_indikator=indikator, angka=Decimal(50))
    (row,) = rencana_aksi_from_pk(rencana=rencana, by=None).rows
    assert target(row) == fours("5", "10", "15", "20")


@pytest.mark.both_engines
def test_the_latest_pk_counts_and_what_is_there_stays(
    rencana: RencanaAksi, balung: Kecamatan, sasaran: Sasaran
) -> None:
    skm = make_indikator(sasaran=sasaran, kunci="skm", nama="SKM")
    sakip = make_indikator(
        sasaran=sasaran,
        kunci="sakip",
        nama="SAKIP",
        jenis_nilai="huruf",
        rumus="predikat",
        skala=skala("sakip", SAKIP),
    )
    make(BarisPK, perjanjian=make_pk(kecamatan=balung), acuan_indikator=skm, angka=Decimal(80))
    perubahan = make_pk(kecamatan=balung, versi=1)
    make(BarisPK, perjanjian=perubahan, acuan_indikator=skm, angka=Decimal(81))
    make(
        BarisPK, perjanjian=perubahan, acuan_indikator=sakip, indikator="Nilai SAKIP", angka=None, huruf="BB"
    )
    make(BarisPK, perjanjian=perubahan, acuan_indikator=None, indikator="Desa  Mandiri")
    present = make(BarisRencanaAksi, rencana_aksi=rencana, acuan_indikator=skm, urut=3)
    make(BarisRencanaAksi, rencana_aksi=rencana, indikator="desa mandiri", acuan_indikator=None, urut=4)

    result = rencana_aksi_from_pk(rencana=rencana, by=None)
    assert result.perjanjian == perubahan
    assert [(b.indikator, b.urut) for b in result.rows] == [("Nilai SAKIP", 5)]
    assert target(result.rows[0]) == [(4, None, "BB", "")]
    assert target(present) == []
    assert rencana_aksi_from_pk(rencana=rencana, by=None).rows == ()


@pytest.mark.both_engines
def test_every_row_is_in_the_trail(rencana: RencanaAksi, balung: Kecamatan, sasaran: Sasaran) -> None:
    make(BarisPK, perjanjian=make_pk(kecamatan=balung), acuan_indikator=make_indikator(sasaran=sasaran))
    by = make_pengguna("operator", kecamatan=balung)
    (row,) = rencana_aksi_from_pk(rencana=rencana, by=by).rows
    jejak = Jejak.objects.get(objek_jenis="sakip.barisrencanaaksi", objek_pk=row.pk)
    assert (jejak.pengguna, jejak.tahun) == (by, 2021)
    assert jejak.sesudah
    assert jejak.sesudah["Target triwulan IV"] == "80"
    assert jejak.alasan == "Ditambahkan dari PK Kecamatan Balung Tahun 2021."


def test_a_pk_that_is_only_quoted_is_none(rencana: RencanaAksi, balung: Kecamatan) -> None:
    make_pk(kecamatan=balung, dikutip=True)
    with pytest.raises(RecordRefused, match="Perjanjian Kinerja tahun 2021 belum dicatat"):
        rencana_aksi_from_pk(rencana=rencana, by=None)


@pytest.mark.both_engines
def test_a_submitted_year_is_closed(rencana: RencanaAksi, balung: Kecamatan) -> None:
    make(BarisPK, perjanjian=make_pk(kecamatan=balung), acuan_indikator=None)
    make_laporan(kecamatan=balung, status="diajukan")
    with pytest.raises(YearClosed):
        rencana_aksi_from_pk(rencana=rencana, by=None)
    assert not BarisRencanaAksi.objects.exists()
    assert not TargetTriwulan.objects.exists()
