"""A statement put together once answers each question with its own numbers."""

from __future__ import annotations

from typing import Any

import pytest
from django.db.models import CharField, Prefetch, Value
from pytest_django import DjangoAssertNumQueries

from kecamatan.ground.prepared import Below, Prepared, PreparedRows, asked_once, made_once
from kecamatan.models import DesaKelurahan, Kecamatan, UnitKerja
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


def test_a_text_is_a_key_like_a_number(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    asked: list[str] = []

    def rows(slug: str, kabupaten: int) -> Any:
        asked.append(slug)
        return Kecamatan.objects.filter(slug=slug, kabupaten=kabupaten)

    prepared = PreparedRows(rows)
    kabupaten = make_kabupaten()
    # One is called as a number is written, and as the place of a number at that.
    for slug in ("balung", "31072", "31071"):
        make_kecamatan(kabupaten=kabupaten, kode=f"35.09.{len(slug)}{slug[-1]}", slug=slug, nama=slug)
    with django_assert_num_queries(4):
        found = [prepared.first(slug, kabupaten.pk) for slug in ("balung", "31071", "31072", "jombang")]
    assert [one and one.slug for one in found] == ["balung", "31071", "31072", None]
    assert len(asked) == 1


def two_kecamatan() -> tuple[Kecamatan, Kecamatan]:
    """The first has two desa, which come in their order, and a unit below another."""
    kabupaten = make_kabupaten()
    first, second = (make_kecamatan(kabupaten=kabupaten, kode=f"35.09.1{n}") for n in (0, 1))
    for urut, nama in ((2, "Gumelar"), (1, "Balung Lor")):
        make(DesaKelurahan, kecamatan=first, urut=urut, nama=nama)
    head = make(UnitKerja, kecamatan=first)
    make(UnitKerja, kecamatan=first, kunci="sekretariat", nama="Sekretariat", jenis="sekretariat", induk=head)
    return first, second


def test_rows_come_with_what_they_point_at_and_what_is_below_them(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    asked: list[int] = []

    def rows(pk: int) -> Any:
        asked.append(pk)
        return Kecamatan.objects.filter(pk=pk).select_related("kabupaten").prefetch_related("desa")

    first, second = two_kecamatan()
    found = PreparedRows(rows)
    found(0)
    assert found.first(0) is None
    with django_assert_num_queries(4):
        for place, desa in ((first, ["Balung Lor", "Gumelar"]), (second, [])):
            (row,) = found(place.pk)
            assert (row, row.kabupaten.nama) == (place, place.kabupaten.nama)
            assert [one.nama for one in row.desa.all()] == desa
            assert [one.kecamatan for one in row.desa.all()] == [row] * len(desa)
    assert len(asked) == 1


@pytest.mark.parametrize("columns", [(), ("nama", "induk__nama")], ids=["all", "some"])
def test_rows_are_those_that_django_makes(columns: tuple[str, ...]) -> None:
    def rows(pk: int) -> Any:
        found = UnitKerja.objects.filter(kecamatan=pk).select_related("induk").order_by("pk")
        found = found.annotate(word=Value("satu", output_field=CharField()))
        return found.only(*columns) if columns else found

    def said(row: Any) -> Any:
        own = {name: value for name, value in vars(row).items() if name != "_state"}
        return own, row._state.db, row._state.adding, row.get_deferred_fields()

    first, _ = two_kecamatan()
    made, asked = PreparedRows(rows)(first.pk), list(rows(first.pk))
    assert [one and said(one) for row in made for one in (row, row.induk)] == [
        one and said(one) for row in asked for one in (row, row.induk)
    ]
    assert [row.induk for row in made] == [None, made[0]]


def test_each_step_is_asked_once_and_nothing_below_nothing(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    first, second = two_kecamatan()
    named = Prefetch("desa", DesaKelurahan.objects.filter(nama__gt="C"))
    below = Below(named, "unit_kerja__induk__bawahan", "unit_kerja__bawahan")
    with django_assert_num_queries(6):
        found = below(list(Kecamatan.objects.filter(pk__in=(first.pk, second.pk))))
        assert [[one.nama for one in row.desa.all()] for row in found] == [["Gumelar"], []]
        head, office = found[0].unit_kerja.all()
        assert [head.induk, office.induk] == [None, head]
        assert [list(one.bawahan.all()) for one in (office.induk, head, office) if one] == [
            [office],
            [office],
            [],
        ]
        assert list(found[1].unit_kerja.all()) == []
    with django_assert_num_queries(3):  # the kecamatan, its desa, its units: none of them
        assert list(below(list(Kecamatan.objects.filter(pk=second.pk)))[0].unit_kerja.all()) == []


def test_a_path_asks_for_more_behind_itself(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    first, _ = two_kecamatan()
    below = Below(Prefetch("unit_kerja", UnitKerja.objects.order_by("-pk").prefetch_related("bawahan")))
    with django_assert_num_queries(2):
        office, head = below([first])[0].unit_kerja.all()
        assert (list(head.bawahan.all()), list(office.bawahan.all())) == ([office], [])


def test_other_rows_below_are_asked_of_the_database(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    first, _ = two_kecamatan()
    (row,) = Below("desa")([first])
    with django_assert_num_queries(1):
        assert [one.nama for one in row.desa.filter(nama__lt="C")] == ["Balung Lor"]
    with django_assert_num_queries(0):
        assert row.desa.count() == 2


def test_what_was_asked_is_asked_again_once_its_own_table_is_written(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    kecamatan, _ = two_kecamatan()
    desa = PreparedRows(lambda one: DesaKelurahan.objects.filter(kecamatan=one))
    with asked_once():
        with django_assert_num_queries(1):
            first, again = desa(kecamatan.pk), desa(kecamatan.pk)
        assert [row.nama for row in first] == [row.nama for row in again] == ["Balung Lor", "Gumelar"]
        assert first[0] is not again[0]
        # Who asks the same elsewhere is answered from it as well.
        with django_assert_num_queries(0):
            assert (
                len(PreparedRows(lambda one: DesaKelurahan.objects.filter(kecamatan=one))(kecamatan.pk)) == 2
            )
        UnitKerja.objects.update(nama="Seksi")
        with django_assert_num_queries(0):
            desa(kecamatan.pk)
        DesaKelurahan.objects.filter(nama="Gumelar").update(nama="Tutul")
        with django_assert_num_queries(1):
            assert [row.nama for row in desa(kecamatan.pk)] == ["Balung Lor", "Tutul"]
        with asked_once(), django_assert_num_queries(1):  # an act in it reads at its own moment
            desa(kecamatan.pk)
    with django_assert_num_queries(2):
        desa(kecamatan.pk), desa(kecamatan.pk)


def test_what_was_made_of_answers_is_made_again_once_one_of_them_no_longer_stands() -> None:
    kecamatan, _ = two_kecamatan()
    desa = PreparedRows(lambda one: DesaKelurahan.objects.filter(kecamatan=one))
    made: list[str] = []

    def names() -> tuple[str, ...]:
        made.append("names")
        return tuple(row.nama for row in desa(kecamatan.pk))

    def sentence() -> str:
        made.append("sentence")
        return ", ".join(made_once("names", names))

    with asked_once():
        assert made_once("sentence", sentence) == "Balung Lor, Gumelar"
        assert made_once("sentence", sentence) == "Balung Lor, Gumelar"
        UnitKerja.objects.update(nama="Seksi")
        assert made_once("sentence", sentence) == "Balung Lor, Gumelar"
        assert made == ["sentence", "names"]
        # What it was made of through another counts as well, also where that was made before it.
        DesaKelurahan.objects.filter(nama="Gumelar").update(nama="Tutul")
        assert made_once("names", names) == ("Balung Lor", "Tutul")
        assert made_once("sentence", sentence) == "Balung Lor, Tutul"
        assert made == ["sentence", "names", "names", "sentence"]
        DesaKelurahan.objects.filter(nama="Tutul").delete()
        assert made_once("sentence", sentence) == "Balung Lor"
        with asked_once():
            made.clear()
            assert made_once("names", names) == ("Balung Lor",)
            assert made == ["names"]
    assert made_once("names", names) == made_once("names", names) == ("Balung Lor",)
    assert made == ["names"] * 3
