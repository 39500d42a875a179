"""A statement put together once answers each question with its own numbers."""

from __future__ import annotations

from typing import Any

import pytest
from django.db.models import CharField, Value
from pytest_django import DjangoAssertNumQueries

from kecamatan.ground.prepared import Prepared
from kecamatan.models import DesaKelurahan
from tests.factory import make, make_kabupaten, make_kecamatan

pytestmark = pytest.mark.django_db


def test_each_number_goes_to_its_places(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    asked: list[tuple[int, int]] = []

    def rows(kecamatan: int, least: int) -> Any:
        asked.append((kecamatan, least))
        own = DesaKelurahan.objects.order_by().filter(kecamatan=kecamatan)
        first, second = (
            own.filter(nama__gt="0", pk__gte=least)
            .annotate(word=Value(word, output_field=CharField()))
            .values_list("word", "nama")
            for word in ("satu", "dua")
        )
        return first.union(second, all=True)

    prepared = Prepared(rows)
    kabupaten = make_kabupaten()
    balung, neighbour = (make_kecamatan(kabupaten=kabupaten, kode=f"35.09.1{n}") for n in (0, 1))
    first, last = (make(DesaKelurahan, kecamatan=balung, nama=n) for n in "12")
    make(DesaKelurahan, kecamatan=neighbour, nama="3")
    with django_assert_num_queries(3):
        found = [
            sorted(prepared.tuples(place.pk, row.pk)) for place, row in ((balung, first), (balung, last))
        ]
        assert found[0] == [("dua", "1"), ("dua", "2"), ("satu", "1"), ("satu", "2")]
        assert found[1] == [("dua", "2"), ("satu", "2")]
        assert sorted(prepared.tuples(neighbour.pk, first.pk)) == [("dua", "3"), ("satu", "3")]
    assert len(asked) == 1
