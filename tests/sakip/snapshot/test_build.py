"""From rows to the frozen snapshot: in a fixed number of queries, with the right holder, version and order."""

from decimal import Decimal
from pathlib import Path

import pytest

from kecamatan.models import UnitKerja
from sakip.capaian.inputs import Akumulasi
from sakip.models import AnggaranPK, Belanja
from sakip.snapshot.build import build
from tests.factory import (
    make,
    make_anggaran,
    make_indikator,
    make_kecamatan,
    make_pk,
    make_realisasi,
    make_renstra,
    make_sasaran,
)

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


def test_a_row_below_one_of_another_kecamatan_is_frozen_as_if_it_stood_at_the_top() -> None:
    """periksa_data names it; no page and no document falls over it."""
    other = make_kecamatan(kode="35.09.11")
    balung = make_kecamatan()
    make(UnitKerja, kecamatan=balung, kunci="seksi", jenis="seksi", induk=make(UnitKerja, kecamatan=other))
    make(Belanja, kecamatan=balung, kode="pegawai", induk=make(Belanja, kecamatan=other))
    snapshot = build(kecamatan=balung, tahun=2021)
    assert [(u.kunci, u.induk) for u in snapshot.kecamatan.unit_kerja] == [("seksi", "")]
    assert [(b.kode, b.induk) for b in snapshot.belanja] == [("pegawai", "")]


def test_the_snapshot_of_a_year_without_records_is_empty() -> None:
    kecamatan = make_kecamatan()
    snapshot = build(kecamatan=kecamatan, tahun=2021)
    assert (snapshot.kecamatan.nama, snapshot.tahun) == ("Balung", 2021)
    assert (snapshot.profil, snapshot.kebijakan, snapshot.rpjmd, snapshot.rkt, snapshot.iku) == (None,) * 5
    assert (snapshot.renstra, snapshot.pk, snapshot.realisasi, snapshot.anggaran) == ((),) * 4
    assert snapshot.pk_in_force is None


def test_of_several_versions_the_last_defines_and_realisasi_joins_over_them() -> None:
    kecamatan = make_kecamatan()
    start = make_renstra(kecamatan=kecamatan)
    old = make_indikator(renstra=start)
    perubahan = make_renstra(kecamatan=kecamatan, versi=1)
    tujuan = start.tujuan.get()
    tujuan.pk, tujuan.renstra = None, perubahan
    tujuan.save()
    sasaran = make_sasaran(tujuan=tujuan, kunci="s2")
    new = make_indikator(sasaran=sasaran, nama="SKM (perubahan)")
    make_realisasi(indikator=old, tahun=2021, angka=Decimal(70))
    make_realisasi(indikator=old, tahun=2022, angka=Decimal(71))
    make_realisasi(indikator=new, tahun=2022, angka=Decimal(72))
    snapshot = build(kecamatan=kecamatan, tahun=2022)
    assert [r.versi for r in snapshot.renstra] == [0, 1]
    assert snapshot.renstra_in_force is snapshot.renstra[1]
    assert [(r.tahun, r.tahunan.angka) for r in snapshot.realisasi] == [(2021, 70), (2022, 72)]


def test_where_periods_overlap_the_one_that_the_pk_refers_to_counts() -> None:
    kecamatan = make_kecamatan()
    old = make_renstra(kecamatan=kecamatan, tahun_awal=2016, tahun_akhir=2021)
    make_renstra(kecamatan=kecamatan, tahun_awal=2021, tahun_akhir=2026)
    assert [r.tahun_awal for r in build(kecamatan=kecamatan, tahun=2021).renstra] == [2021]
    tujuan = old.tujuan.create(kunci="t1", uraian="Tujuan")
    indikator = make_indikator(sasaran=make_sasaran(tujuan=tujuan))
    make_pk(kecamatan=kecamatan, tahun=2021).baris.create(
        sasaran="S", indikator="I", acuan_indikator=indikator, angka=Decimal(1)
    )
    assert [r.tahun_awal for r in build(kecamatan=kecamatan, tahun=2021).renstra] == [2016]


def test_the_year_follows_from_its_triwulan_unless_entered(tmp_path: Path) -> None:
    indikator = make_indikator(akumulasi=Akumulasi.JUMLAH.value)
    kecamatan = indikator.renstra.kecamatan
    for nomor, angka in enumerate((1, 2, 3, 4), start=1):
        make_realisasi(indikator=indikator, triwulan=nomor, angka=Decimal(angka))
    (realisasi,) = build(kecamatan=kecamatan, tahun=2021).realisasi
    assert (realisasi.tahunan.angka, [t.angka for t in realisasi.triwulan]) == (10, [1, 2, 3, 4])
    make_realisasi(indikator=indikator, triwulan=0, angka=Decimal(11))
    (realisasi,) = build(kecamatan=kecamatan, tahun=2021).realisasi
    assert realisasi.tahunan.angka == 11


def test_the_year_has_the_decimals_of_its_indikator() -> None:
    indikator = make_indikator(akumulasi=Akumulasi.RATA_RATA.value, desimal=3)
    for nomor, angka in enumerate(("1", "1", "1", "1.5"), start=1):
        make_realisasi(indikator=indikator, triwulan=nomor, angka=Decimal(angka))
    (realisasi,) = build(kecamatan=indikator.renstra.kecamatan, tahun=2021).realisasi
    assert realisasi.tahunan.angka == Decimal("1.125")


def test_an_amount_of_nothing_is_zero_and_not_the_zeros_of_its_column() -> None:
    row = make(AnggaranPK, anggaran=Decimal("0.00"))
    pk = build(kecamatan=row.perjanjian.kecamatan, tahun=row.perjanjian.tahun).pk_in_force
    assert pk is not None
    assert str(pk.anggaran[0].anggaran) == "0"


@pytest.mark.both_engines
def test_totals_of_earlier_years_are_sums_of_their_rows_unless_a_row_is_unknown() -> None:
    kecamatan = make_kecamatan()
    row = make_anggaran(kecamatan=kecamatan, tahun=2020, pagu_murni=Decimal(10), pagu_perubahan=Decimal(12))
    snapshot = build(kecamatan=kecamatan, tahun=2021)
    assert [(a.tahun, a.pagu, a.realisasi) for a in snapshot.anggaran_lalu] == [(2020, 12, None)]
    row.realisasi = Decimal(5)
    row.save()
    assert build(kecamatan=kecamatan, tahun=2021).anggaran_lalu[0].realisasi == 5
