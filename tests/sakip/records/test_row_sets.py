"""The row sets by year, and what rows say of themselves."""

from decimal import Decimal

import pytest
from django.db.models import ProtectedError

from sakip.models import (
    Anggaran,
    AnggaranLalu,
    KategoriSkala,
    Kegiatan,
    PerjanjianKinerja,
    Program,
    Realisasi,
    Renstra,
    SubKegiatan,
    VersiNomenklatur,
)
from tests.factory import build, make, make_pk, make_realisasi, make_renstra, one

pytestmark = pytest.mark.django_db


def test_the_same_budget_row_may_stand_at_every_depth() -> None:
    kegiatan, sub = one(Kegiatan), one(SubKegiatan)
    make(Anggaran, rinci=False)
    make(Anggaran, kegiatan=kegiatan, rinci=False)
    make(Anggaran, kegiatan=kegiatan, sub_kegiatan=sub)
    make(Anggaran, program=None, rinci=False)
    assert Anggaran.objects.count() == 4


def test_amounts_come_back_exactly() -> None:
    for tahun_ke, pagu in ((2020, "9999999999999.99"), (2021, "4852505618.00"), (2022, "0.01")):
        make(AnggaranLalu, tahun=tahun_ke, pagu=Decimal(pagu))
        assert AnggaranLalu.objects.get(tahun=tahun_ke).pagu == Decimal(pagu)


def test_unknown_is_not_zero() -> None:
    make(AnggaranLalu)
    assert AnggaranLalu.objects.get().pagu is None


def test_categories_come_highest_first_and_the_unbounded_last() -> None:
    for kode, batas in (("D", None), ("B", Decimal("76.60")), ("A", Decimal("88.30")), ("C", Decimal(65))):
        make(KategoriSkala, kode=kode, batas=batas)
    assert [k.kode for k in KategoriSkala.objects.all()] == ["A", "B", "C", "D"]


def test_renstra_of_a_year() -> None:
    old = make_renstra(tahun_awal=2016, tahun_akhir=2021)
    new, perubahan = make_renstra(), make_renstra(versi=1)
    assert list(Renstra.objects.for_tahun(2015)) == []
    assert list(Renstra.objects.for_tahun(2016)) == [old]
    assert list(Renstra.objects.for_tahun(2021)) == [old, new, perubahan]
    assert list(Renstra.objects.for_tahun(2026)) == [new, perubahan]


def test_nomenklatur_of_a_year() -> None:
    for kode, start, end in (("pra-2021", 2006, 2020), ("2021", 2021, 2023), ("2023", 2024, None)):
        make(VersiNomenklatur, kode=kode, tahun_awal=start, tahun_akhir=end)
    for tahun_anggaran, kode in (
        (2020, "pra-2021"),
        (2021, "2021"),
        (2023, "2021"),
        (2024, "2023"),
        (2030, "2023"),
    ):
        assert VersiNomenklatur.objects.for_tahun(tahun_anggaran).get().kode == kode


def test_pk_murni_comes_before_its_perubahan() -> None:
    second, murni, first = make_pk(versi=2), make_pk(), make_pk(versi=1)
    assert list(PerjanjianKinerja.objects.all()) == [murni, first, second]
    assert [str(pk) for pk in (murni, first)] == [
        "PK Kecamatan Balung Tahun 2021",
        "PK Perubahan 1 Kecamatan Balung Tahun 2021",
    ]


def test_a_measured_indikator_cannot_be_deleted_with_its_plan() -> None:
    realisasi = make_realisasi()
    with pytest.raises(ProtectedError):
        realisasi.indikator.renstra.delete()
    assert Realisasi.objects.get() == realisasi


def test_codes_of_our_own_are_never_printed() -> None:
    assert str(build(Program, kode="lama.01", nama="Program Lama", tanpa_kode=True)) == "Program Lama"
    assert str(build(Program, nama="Program Baru")) == "7.01.02 Program Baru"
