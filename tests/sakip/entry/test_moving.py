"""Moving a row among its neighbours, and confirming one."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kecamatan.models import Jejak, Kecamatan, Pengguna
from sakip.entry.confirm import record_confirm
from sakip.entry.save import Conflict
from sakip.models import BarisPK
from tests.factory import make
from tests.sakip.entry.pk_rows import TAHUN, move, order, scope, trail

pytestmark = pytest.mark.django_db


def test_a_row_changes_places_with_its_neighbour(
    three: list[BarisPK], balung: Kecamatan, budi: Pengguna
) -> None:
    a, b, _ = three
    move(b, "naik", budi)
    assert order() == [("b", 1), ("a", 2), ("c", 3)]
    jejak = Jejak.objects.get()
    assert jejak.tindakan == "catatan.dipindah"
    assert (jejak.objek_pk, jejak.objek_sebutan) == (b.pk, "b")
    assert (jejak.pengguna, jejak.kecamatan, jejak.tahun) == (budi, balung, TAHUN)
    assert (jejak.sebelum, jejak.sesudah) == ({"Urutan": "2"}, {"Urutan": "1"})
    move(a, "turun")
    assert order() == [("b", 1), ("c", 2), ("a", 3)]
    assert Jejak.objects.latest("pk").sesudah == {"Urutan": "3"}
    assert BarisPK.objects.get(indikator="asing").urut == 1


@pytest.mark.one_engine
def test_at_the_ends_nothing_moves_and_a_row_that_is_gone_is_said_to_be(three: list[BarisPK]) -> None:
    a, b, c = three
    before = order()
    move(a, "naik")
    move(c, "turun")
    gone = BarisPK.objects.get(pk=b.pk)
    BarisPK.objects.filter(pk=b.pk).delete()
    with pytest.raises(Conflict) as conflict:
        move(gone, "naik")
    assert conflict.value.deleted
    assert order() == [one for one in before if one[0] != "b"]
    assert trail() == []


@pytest.mark.one_engine
def test_only_rows_whose_place_changes_are_written(three: list[BarisPK]) -> None:
    a, b, _ = three
    move(b, "naik")  # now they are numbered 1, 2, 3
    with CaptureQueriesContext(connection) as queries:
        move(a, "turun")
    written = [k["sql"] for k in queries if k["sql"].startswith("UPDATE")]
    assert len(written) == 2
    assert all('SET "urut" =' in sql and '"angka"' not in sql for sql in written)


@pytest.mark.one_engine
def test_a_row_is_confirmed_once(row: BarisPK, balung: Kecamatan, budi: Pengguna) -> None:
    BarisPK.objects.update(ditinjau=False)
    other = make(BarisPK, perjanjian=row.perjanjian, acuan_indikator=None, ditinjau=False)
    for _ in range(2):
        record_confirm(rows=[row], scope=scope(balung), by=budi)
    assert BarisPK.objects.get(pk=row.pk).ditinjau
    assert not BarisPK.objects.get(pk=other.pk).ditinjau
    jejak = Jejak.objects.get()
    assert jejak.tindakan == "catatan.ditinjau"
    assert (jejak.objek_pk, jejak.objek_sebutan) == (row.pk, "Indeks kepuasan")
    assert (jejak.pengguna, jejak.kecamatan, jejak.tahun) == (budi, balung, TAHUN)
    assert (jejak.sebelum, jejak.sesudah) == ({"Ditinjau": "belum"}, {"Ditinjau": "sudah"})


def test_confirming_a_row_writes_that_alone(row: BarisPK, balung: Kecamatan) -> None:
    BarisPK.objects.update(ditinjau=False)
    with CaptureQueriesContext(connection) as queries:
        record_confirm(rows=[row], scope=scope(balung), by=None)
    (written,) = [q["sql"] for q in queries if q["sql"].startswith("UPDATE")]
    assert 'SET "ditinjau" =' in written
    assert '"angka"' not in written
