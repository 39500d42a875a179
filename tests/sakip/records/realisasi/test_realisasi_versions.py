"""A cell over several Renstra versions: the last one's value counts, and emptying it empties them all or none."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from kecamatan.models import Jejak
from sakip.entry.save import Conflict
from sakip.entry.writer import RecordRefused
from sakip.models import BuktiDukung, Indikator, Realisasi
from sakip.records.realisasi.grid import GridMaterial, GridReader
from sakip.records.realisasi.grid_page import indikator_or_404
from sakip.records.realisasi.writes import realisasi_save, stored_realisasi
from tests.factory import make, make_indikator, make_kecamatan, make_realisasi, make_renstra, make_sasaran
from tests.sakip.records.realisasi.measured_year import TAHUN, GridWorld

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


@pytest.fixture
def versions(world: GridWorld) -> tuple[Indikator, Indikator]:
    """The same indikator in the first and in the changed Renstra, with a value of triwulan I under each."""
    first = world.indikator()
    changed = make_renstra(kecamatan=world.kecamatan, versi=1)
    sasaran = make_sasaran(tujuan=changed.tujuan.create(kunci="t1", uraian="Tujuan"))
    second = sasaran.indikator.create(renstra=changed, kunci="skm", nama="Indikator skm", satuan="indeks")
    # Stored the other way round: what counts is the version, not the order in which they came.
    make_realisasi(indikator=second, tahun=TAHUN, triwulan=1, angka=Decimal(75))
    make_realisasi(indikator=first, tahun=TAHUN, triwulan=1, angka=Decimal(70))
    return first, second


def values() -> list[Decimal | None]:
    return list(Realisasi.objects.order_by("angka").values_list("angka", flat=True))


def empty(world: GridWorld, indikator: Indikator, fingerprint: str) -> Any:
    return realisasi_save(
        scope=world.scope,
        indikator=indikator,
        triwulan=1,
        text=" ",
        fingerprint=fingerprint,
        by=world.operator,
    )


def seen(world: GridWorld) -> str:
    """Fingerprint of the cell of triwulan I as the grid shows it."""
    grid = GridMaterial.read(world.kecamatan, TAHUN).grid(GridReader())
    return next(one for one in grid.rows if one.cells[0].text).cells[0].fingerprint


def test_stored_values_are_by_triwulan_and_the_last_version_comes_last(
    world: GridWorld,
    versions: tuple[Indikator, Indikator],
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    first, _ = versions
    make_realisasi(indikator=first, tahun=TAHUN, triwulan=3, angka=Decimal(80))
    make_realisasi(indikator=first, tahun=TAHUN - 1, triwulan=1, angka=Decimal(60))
    make_realisasi(indikator=world.indikator("lain"), tahun=TAHUN, triwulan=1, angka=Decimal(50))
    for indikator in versions:
        with django_assert_num_queries(2):  # the rows, and the indikator of the other version
            stored = stored_realisasi(indikator=indikator, tahun=TAHUN)
        assert {t: [r.angka for r in rows] for t, rows in stored.items()} == {1: [70, 75], 3: [80]}


def test_a_value_brings_the_indikator_that_was_asked_for(
    world: GridWorld, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    indikator = world.indikator(jenis_nilai="huruf", rumus="predikat", skala=world.akip)
    for triwulan in (1, 2, 3):
        make_realisasi(indikator=indikator, tahun=TAHUN, triwulan=triwulan, angka=None, huruf="B")
    at_hand = indikator_or_404(world.kecamatan, indikator.pk)  # with its Renstra, scale and categories
    with django_assert_num_queries(1):
        stored = stored_realisasi(indikator=at_hand, tahun=TAHUN)
        read = [
            (row.indikator.renstra.versi, [kategori.kode for kategori in row.indikator.skala.kategori.all()])
            for rows in stored.values()
            for row in rows
            if row.indikator.skala
        ]
    assert read == [(0, ["AA", "A", "BB", "B", "CC", "C", "D"])] * 3


@pytest.mark.both_engines
def test_a_value_of_another_version_brings_its_own_indikator_with_its_scale(
    versions: tuple[Indikator, Indikator], world: GridWorld, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    Indikator.objects.update(jenis_nilai="huruf", rumus="predikat", skala=world.akip)
    Realisasi.objects.update(angka=None, huruf="B")
    at_hand = indikator_or_404(world.kecamatan, versions[0].pk)
    with django_assert_num_queries(3):  # the rows, the indikator of the other version, its scale's categories
        _, other = stored_realisasi(indikator=at_hand, tahun=TAHUN)[1]
    with django_assert_num_queries(0):
        skala = other.indikator.skala
        assert skala
        read = (other.indikator.renstra.versi, [kategori.kode for kategori in skala.kategori.all()])
    assert read == (1, ["AA", "A", "BB", "B", "CC", "C", "D"])


def test_the_same_indikator_next_door_is_another(
    world: GridWorld, versions: tuple[Indikator, Indikator]
) -> None:
    neighbour = make_kecamatan(kabupaten=world.kecamatan.kabupaten, kode="35.09.11")
    renstra = make_renstra(kecamatan=neighbour)
    foreign = make_indikator(
        sasaran=make_sasaran(tujuan=renstra.tujuan.create(kunci="t1", uraian="Tujuan")), kunci="skm"
    )
    make_realisasi(indikator=foreign, tahun=TAHUN, triwulan=1, angka=Decimal(99))
    assert [r.angka for r in stored_realisasi(indikator=foreign, tahun=TAHUN)[1]] == [99]
    empty(world, versions[1], seen(world))
    assert values() == [99]


def test_emptying_a_cell_empties_it_in_every_version(
    world: GridWorld, versions: tuple[Indikator, Indikator]
) -> None:
    empty(world, versions[1], seen(world))
    assert values() == []
    assert [j.sebelum["Nilai"] for j in Jejak.objects.order_by("pk") if j.sebelum] == ["75", "70"]
    assert {j.pengguna for j in Jejak.objects.all()} == {world.operator}


def test_evidence_of_an_earlier_version_keeps_the_cell_whole(
    world: GridWorld, versions: tuple[Indikator, Indikator]
) -> None:
    """The later row is deleted first; when the earlier one cannot follow, it comes back."""
    make(BuktiDukung, realisasi=Realisasi.objects.get(indikator=versions[0]))
    with pytest.raises(RecordRefused, match=r"Masih dipakai catatan lain \(bukti dukung\)"):
        empty(world, versions[1], seen(world))
    assert values() == [70, 75]
    assert not Jejak.objects.exists()


@pytest.mark.both_engines
def test_a_cell_changed_meanwhile_is_not_emptied(
    world: GridWorld, versions: tuple[Indikator, Indikator]
) -> None:
    fingerprint = seen(world)
    Realisasi.objects.filter(indikator=versions[1]).update(angka=76)
    with pytest.raises(Conflict) as refused:
        empty(world, versions[1], fingerprint)
    assert refused.value.stored["nilai"] == "76"
    assert values() == [70, 76]
