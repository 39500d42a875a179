"""An RKT filled from the Renstra in force: what is missing, with the targets of its year, once."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kecamatan.models import Jejak, Kecamatan
from sakip.entry.lock import YearClosed
from sakip.entry.writer import RecordRefused
from sakip.models import RKT, Sasaran, SasaranRKT, TargetRenstra, Tujuan
from sakip.records.rkt.writes import sasaran_rkt_from_renstra
from tests.factory import (
    make,
    make_indikator,
    make_laporan,
    make_pengguna,
    make_renstra,
    make_sasaran,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def rkt(balung: Kecamatan) -> RKT:
    return make(RKT, kecamatan=balung, tahun=2022)


@pytest.fixture
def sasaran(balung: Kecamatan) -> Sasaran:
    return make_sasaran(tujuan=make(Tujuan, renstra=make_renstra(kecamatan=balung)), uraian="Warga puas")


def test_missing_indikator_come_with_the_targets_of_the_year(rkt: RKT, sasaran: Sasaran) -> None:
    skm = make_indikator(sasaran=sasaran, kunci="skm", nama="SKM", satuan="indeks", urut=1)
    make(TargetRenstra, indikator=skm, tahun=2021, angka=Decimal(80))
    make(TargetRenstra, indikator=skm, tahun=2022, angka=Decimal("81.5"), cetak="81,50")
    make_indikator(sasaran=sasaran, kunci="ipp", nama="IPP", satuan="%", urut=2)  # no target for the year
    make_indikator(sasaran=sasaran, kunci="lain", dalam_renstra=False, urut=3)
    present = make_indikator(sasaran=sasaran, kunci="ada", nama="Sudah ada", urut=0)
    make(SasaranRKT, rkt=rkt, acuan_indikator=present, urut=4)

    new = sasaran_rkt_from_renstra(rkt=rkt, by=None)
    assert [(b.sasaran, b.indikator, b.satuan, b.angka, b.cetak, b.urut) for b in new] == [
        ("Warga puas", "SKM", "indeks", Decimal("81.5"), "81,50", 5),
        ("Warga puas", "IPP", "%", None, "", 6),
    ]
    assert new[0].acuan_indikator == skm
    assert [row.ditinjau for row in SasaranRKT.objects.order_by("urut")] == [True, False, False]  # to be read
    assert sasaran_rkt_from_renstra(rkt=rkt, by=None) == []
    assert SasaranRKT.objects.count() == 3


def test_the_latest_perubahan_counts_and_its_kunci_are_the_same(
    rkt: RKT, balung: Kecamatan, sasaran: Sasaran
) -> None:
    old = make_indikator(sasaran=sasaran, kunci="skm")
    make(SasaranRKT, rkt=rkt, acuan_indikator=old)
    perubahan = make_renstra(kecamatan=balung, versi=1)
    new = make_sasaran(tujuan=make(Tujuan, renstra=perubahan))
    make_indikator(sasaran=new, kunci="skm")  # the RKT has it, from the first version
    extra = make_indikator(sasaran=new, kunci="sakip", nama="Nilai SAKIP")
    assert [b.acuan_indikator for b in sasaran_rkt_from_renstra(rkt=rkt, by=None)] == [extra]


@pytest.mark.one_engine
def test_every_row_is_in_the_trail(rkt: RKT, balung: Kecamatan, sasaran: Sasaran) -> None:
    skm = make_indikator(sasaran=sasaran, nama="SKM", satuan="indeks")
    make(TargetRenstra, indikator=skm, tahun=2022, angka=Decimal(81))
    by = make_pengguna("operator", kecamatan=balung)
    (row,) = sasaran_rkt_from_renstra(rkt=rkt, by=by)
    jejak = Jejak.objects.get(objek_jenis="sakip.sasaranrkt", objek_pk=row.pk)
    assert (jejak.pengguna, jejak.kecamatan, jejak.tahun) == (by, balung, 2022)
    assert jejak.sesudah == {
        "Indikator Renstra": "SKM",
        "Sasaran": "Warga puas",
        "Indikator": "SKM",
        "Satuan": "indeks",
        "Target": "81",
    }
    assert jejak.alasan == "Ditambahkan dari Renstra Kecamatan Balung 2021–2026."


def test_without_a_renstra_nothing_is_written(rkt: RKT) -> None:
    with pytest.raises(RecordRefused, match="Renstra yang berlaku tahun 2022 belum dicatat"):
        sasaran_rkt_from_renstra(rkt=rkt, by=None)


def test_a_submitted_year_is_closed(rkt: RKT, balung: Kecamatan, sasaran: Sasaran) -> None:
    make_indikator(sasaran=sasaran)
    make_laporan(kecamatan=balung, tahun=2022, status="diajukan")
    with pytest.raises(YearClosed):
        sasaran_rkt_from_renstra(rkt=rkt, by=None)
    assert not SasaranRKT.objects.exists()
