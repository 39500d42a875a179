"""Reads that span rooms: what was carried over and waits for a reader."""

import pytest
from pytest_django import DjangoAssertNumQueries

from reports.models import Narasi
from reports.selectors import tahun_kecamatan
from sakip.models import BarisIKU, BarisPK, ButirIKU, KeputusanIKU
from sakip.selectors import not_reviewed
from tests.factory import make, make_kabupaten, make_kecamatan, make_pk

pytestmark = pytest.mark.django_db


def test_what_nobody_has_confirmed_is_counted_by_page(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    balung = make_kecamatan(kabupaten=make_kabupaten())
    pk = make_pk(kecamatan=balung, tahun=2021)
    for indikator in "AB":
        make(BarisPK, perjanjian=pk, indikator=indikator, acuan_indikator=None, ditinjau=False)
    make(BarisPK, perjanjian=pk, indikator="C", acuan_indikator=None)
    other = make_pk(kecamatan=balung, tahun=2022)
    make(BarisPK, perjanjian=other, acuan_indikator=None, ditinjau=False)
    make(Narasi, kecamatan=balung, tahun=2021, bagian="kendala", ditinjau=False)
    assert not_reviewed(kecamatan=balung, tahun=2021) == {"pk": 2}
    assert not_reviewed(kecamatan=balung, tahun=2020) == {}
    with django_assert_num_queries(6):
        assert {one.tahun: one.unread for one in tahun_kecamatan([balung])} == {
            2021: {"pk", "narasi"},
            2022: {"pk"},
        }


def test_a_decision_that_counts_over_years_is_there_and_waits_in_each_of_them() -> None:
    balung = make_kecamatan(kabupaten=make_kabupaten())
    old = make(KeputusanIKU, kecamatan=balung, tahun=2018, berlaku_sampai=2023)
    make(ButirIKU, keputusan=old, ditinjau=False)
    fresh = make(KeputusanIKU, kecamatan=balung, tahun=2022)
    make(BarisIKU, keputusan=fresh, acuan_indikator=None)
    for tahun in (2021, 2022, 2024):
        make_pk(kecamatan=balung, tahun=tahun)
    assert [not_reviewed(kecamatan=balung, tahun=tahun) for tahun in (2018, 2021, 2022, 2024)] == [
        {"iku": 1},
        {"iku": 1},
        {},  # another has begun to count
        {},
    ]
    years = tahun_kecamatan([balung])
    assert {one.tahun: (one.recorded, one.unread) for one in years} == {
        2018: ({"iku"}, {"iku"}),
        2021: ({"iku", "pk"}, {"iku"}),
        2022: ({"iku", "pk"}, set()),
        2024: ({"pk"}, set()),
    }
