"""The one lock, what the page showed: of two who write from one page the second is refused, whatever they do."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.core import serializers
from django.db import connection

from kecamatan.ground.trail import trail_add
from kecamatan.models import Jejak
from sakip.entry.confirm import record_confirm
from sakip.entry.form import Scope
from sakip.entry.restore import record_restore
from sakip.entry.save import Conflict, record_delete, record_move, record_save
from sakip.entry.writer import ROW, RecordRefused
from sakip.models import BarisPK
from sakip.records.pk.form import BarisPKForm
from tests.factory import make, make_pengguna, make_pk

Act = Callable[[], object]


def scope(row: BarisPK) -> Scope:
    return Scope(kecamatan=row.perjanjian.kecamatan, tahun=row.perjanjian.tahun, pengguna=None)


def form(row: BarisPK, target: str = "") -> BarisPKForm:
    """The form of the row as stored; with a target as it comes back from the page."""
    values = {"sasaran": row.sasaran, "indikator": row.indikator, "satuan": "indeks", "target": target}
    stored = BarisPK.objects.get(pk=row.pk)
    result = BarisPKForm(values if target else None, instance=stored, scope=scope(row))
    assert not target or result.is_valid(), result.errors
    return result


def three_rows() -> list[BarisPK]:
    pk = make_pk()
    return [
        make(BarisPK, perjanjian=pk, acuan_indikator=None, indikator=nama, satuan="indeks", urut=order)
        for order, nama in enumerate("abc", start=1)
    ]


def move(row: BarisPK, seen: int, by: Any = None) -> None:
    record_move(row=row, siblings=("perjanjian",), direction="naik", seen=seen, scope=scope(row), by=by)


def order() -> list[tuple[str, int]]:
    return list(BarisPK.objects.order_by("urut").values_list("indikator", "urut"))


def at_once(*acts: Act) -> list[str]:
    """What became of acts that begin together, each with a connection of its own: "done", or the refusal."""
    start, results = threading.Barrier(len(acts)), []

    def run(act: Act) -> None:
        start.wait()
        try:
            act()
            results.append("done")
        except (Conflict, RecordRefused) as refusal:
            results.append(type(refusal).__name__)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(results)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_move_one_row_at_once_one_moves_it() -> None:
    c = three_rows()[2]
    assert at_once(lambda: move(c, 3), lambda: move(c, 3)) == ["Conflict", "done"]
    assert order() == [("a", 1), ("c", 2), ("b", 3)]
    assert Jejak.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_who_delete_one_row_at_once_one_deletes_it() -> None:
    b = three_rows()[1]
    first, second, seen = form(b), form(b), form(b).fingerprint
    assert at_once(
        lambda: record_delete(form=first, by=None, fingerprint=seen),
        lambda: record_delete(form=second, by=None, fingerprint=seen),
    ) == ["Conflict", "done"]
    assert [nama for nama, _ in order()] == ["a", "c"]
    assert Jejak.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_one_who_deletes_and_one_who_changes_the_row_at_once_one_is_refused() -> None:
    b = three_rows()[1]
    shown, typed, seen = form(b), form(b, "85"), form(b).fingerprint
    assert at_once(
        lambda: record_delete(form=shown, by=None, fingerprint=seen),
        lambda: record_save(form=typed, by=None, fingerprint=seen),
    ) == ["Conflict", "done"]
    last = Jejak.objects.get()
    assert BarisPK.objects.filter(pk=b.pk, angka=85).exists() == (last.tindakan == "catatan.diubah")


@pytest.mark.django_db(transaction=True)
def test_of_two_who_undo_one_deletion_at_once_one_brings_the_row_back() -> None:
    b = three_rows()[1]
    gone = record_delete(form=form(b), by=None, fingerprint=form(b).fingerprint)
    undo: Act = lambda: record_restore(jejak=gone, by=None)  # noqa: E731  # the same act twice
    assert at_once(undo, undo) == ["RecordRefused", "done"]
    assert order() == [("a", 1), ("b", 2), ("c", 3)]
    assert Jejak.objects.filter(tindakan="catatan.dipulihkan").count() == 1


@pytest.mark.django_db
def test_who_moved_is_named_also_when_it_was_the_neighbour_that_was_moved() -> None:
    a, b, _ = three_rows()
    siti = make_pengguna("operator", kecamatan=scope(b).kecamatan, nama="Siti Aminah")
    move(b, 2, siti)
    with pytest.raises(Conflict) as conflict:
        move(a, 1)
    assert (conflict.value.by, conflict.value.stored) == ("Siti Aminah", {"urut": "2"})
    assert order() == [("b", 1), ("a", 2), ("c", 3)]


@pytest.mark.django_db
def test_a_save_takes_nothing_back_that_another_act_wrote_meanwhile() -> None:
    _, b, _ = three_rows()
    BarisPK.objects.filter(pk=b.pk).update(ditinjau=False)
    typed, seen = form(b, "85"), form(b).fingerprint  # the row is read here
    move(b, 2)
    record_confirm(rows=[b], scope=scope(b), by=None)
    record_save(form=typed, by=None, fingerprint=seen)
    b.refresh_from_db()
    assert (b.angka, b.urut, b.ditinjau) == (85, 1, True)


@pytest.mark.django_db
def test_a_deletion_that_kept_columns_of_former_days_is_undone_as_well() -> None:
    b = three_rows()[1]
    (kept,) = serializers.serialize("python", [b])
    kept["fields"]["revisi"] = 3
    place = scope(b)
    entry = trail_add(
        action="catatan.dihapus",
        subject=b,
        sebutan="b",
        kecamatan=place.kecamatan,
        tahun=place.tahun,
        before={ROW: [kept]},
    )
    BarisPK.objects.filter(pk=b.pk).delete()
    assert record_restore(jejak=entry, by=None) == b
    assert order() == [("a", 1), ("b", 2), ("c", 3)]
