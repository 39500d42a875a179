"""Reads that span rooms: what was carried over and waits for a reader."""

import pytest
from pytest_django import DjangoAssertNumQueries

from reports.models import Narasi
from reports.selectors import tahun_kecamatan
from sakip.models import BarisPK
from sakip.selectors import not_reviewed
from tests.factory import make, make_kabupaten, make_kecamatan, make_pengguna, make_pk

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
    operator = make_pengguna("operator", kecamatan=balung)
    assert not_reviewed(kecamatan=balung, tahun=2021) == {"pk": 2}
    assert not_reviewed(kecamatan=balung, tahun=2020) == {}
    with django_assert_num_queries(7):
        assert {one.tahun: one.unread for one in tahun_kecamatan(operator)} == {
            2021: {"pk", "narasi"},
            2022: {"pk"},
        }
