"""Rows on their way into the database: what is stored, and what is refused with which words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection
from django.db.models import Model, ProtectedError, QuerySet
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from kecamatan.ground.row_write import Problem, RowsRefused, RowWriter, taken_along
from kecamatan.models import ButirProfil, DasarHukumProfil, DesaKelurahan, Kecamatan, ProfilKecamatan
from tests.factory import make, make_kecamatan

pytestmark = pytest.mark.django_db

SAME = "Desa atau kelurahan ini sudah tercatat di kecamatan yang sama. Ubah catatan yang ada."
EMPTY = "Field ini tidak boleh kosong."
LONG = "Pastikan nilai ini mengandung paling banyak 50 karakter (sekarang 51 karakter)."


@pytest.fixture
def balung() -> Kecamatan:
    return make_kecamatan()


def desa(kecamatan: Kecamatan, nama: str, **columns: Any) -> DesaKelurahan:
    """A desa that is not stored yet."""
    return DesaKelurahan(kecamatan=kecamatan, jenis="desa", nama=nama, **columns)


def stored() -> list[tuple[str, str]]:
    return list(DesaKelurahan.objects.order_by("nama").values_list("nama", "status"))


def said(refused: pytest.ExceptionInfo[RowsRefused]) -> list[tuple[str, str, str]]:
    """What was refused: the row, the column and the sentence."""
    return [(str(r.row), r.column, r.message) for r in refused.value.refusals]


def strict(row: Model) -> Sequence[Problem]:
    """Settles a status, and has two things against desa B."""
    assert isinstance(row, DesaKelurahan)
    row.status = row.status.strip()
    return [Problem("nama", "Nama lain."), Problem("", "Bukan desa.")] if row.nama == "B" else []


# --- New rows ---


def test_new_rows_are_stored_in_one_statement(balung: Kecamatan) -> None:
    rows = [desa(balung, "A", status=" Maju "), desa(balung, "C")]
    with CaptureQueriesContext(connection) as queries:
        RowWriter(judge=strict).insert(rows)
    verbs = [q["sql"].partition(" ")[0] for q in queries]
    assert [v for v in verbs if v not in ("SAVEPOINT", "RELEASE")] == ["INSERT"]
    assert stored() == [("A", "Maju"), ("C", "")]
    assert all(row.pk for row in rows)


def test_everything_wrong_with_new_rows_is_said_at_its_row_and_column(balung: Kecamatan) -> None:
    """The judge goes first; of a row that it refuses the model is not asked."""
    rows = [desa(balung, "A"), desa(balung, "B", status="x" * 51), desa(balung, "C", status="x" * 51)]
    with pytest.raises(RowsRefused) as refused:
        RowWriter(judge=strict).insert(rows)
    assert said(refused) == [
        ("Desa B", "nama", "Nama lain."),
        ("Desa B", "", "Bukan desa."),
        ("Desa C", "status", LONG),
    ]
    assert str(refused.value) == f"Desa B: Nama lain. Desa B: Bukan desa. Desa C: {LONG}"
    assert stored() == []


def test_a_new_row_equal_to_a_stored_one_is_found_among_many(balung: Kecamatan) -> None:
    RowWriter().insert([desa(balung, "B")])
    with pytest.raises(RowsRefused) as refused:
        RowWriter().insert([desa(balung, nama) for nama in "ABC"])
    assert said(refused) == [("Desa B", "nama", SAME)]


def test_the_second_of_two_equal_new_rows_is_refused(balung: Kecamatan) -> None:
    with pytest.raises(RowsRefused) as refused:
        RowWriter().insert([desa(balung, "A", status="Maju"), desa(balung, "A", status="Mandiri")])
    assert said(refused) == [("Desa A", "nama", SAME)]
    assert [r.row.status for r in refused.value.refusals] == ["Mandiri"]  # type: ignore[attr-defined]


def test_rows_are_stored_though_refused_together_when_nothing_is_against_any(
    balung: Kecamatan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The row that stood in their way was deleted before each was looked at."""

    def refuse(rows: QuerySet[Any], *args: Any) -> None:
        raise IntegrityError

    monkeypatch.setattr(QuerySet, "bulk_create", refuse)
    RowWriter().insert([desa(balung, "A"), desa(balung, "B")])
    assert stored() == [("A", ""), ("B", "")]


# --- Stored rows ---


def test_the_judge_settles_a_row_or_refuses_it_with_every_reason(balung: Kecamatan) -> None:
    row = desa(balung, "A", status=" Maju ")
    RowWriter(judge=strict).settle(row)
    assert row.status == "Maju"
    with pytest.raises(RowsRefused) as refused:
        RowWriter(judge=strict).settle(desa(balung, "B"))
    assert said(refused) == [("Desa B", "nama", "Nama lain."), ("Desa B", "", "Bukan desa.")]


def test_a_changed_row_is_held_to_the_rules_of_its_model(balung: Kecamatan) -> None:
    row = make(DesaKelurahan, kecamatan=balung, jenis="desa", nama="A", status="Maju")
    row.status = "Mandiri"
    RowWriter().change([(row, {"status"})])
    assert stored() == [("A", "Mandiri")]
    row.status = "x" * 51
    with pytest.raises(RowsRefused) as refused:
        RowWriter().change([(row, {"status"})])
    assert said(refused) == [("Desa A", "status", LONG)]
    assert stored() == [("A", "Mandiri")]


def test_changed_rows_are_stored_together_each_in_its_own_columns(
    balung: Kecamatan, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    rows = [make(DesaKelurahan, kecamatan=balung, jenis="desa", nama=one, urut=1) for one in "ABC"]
    for row, status in zip(rows, ("Maju", "Mandiri", "Berkembang"), strict=True):
        row.status, row.urut = status, 9
    with django_assert_num_queries(
        4
    ):  # a savepoint, a statement for each set of columns, the savepoint again
        RowWriter().change([(rows[0], {"status"}), (rows[1], {"status", "urut"}), (rows[2], {"status"})])
    assert list(DesaKelurahan.objects.order_by("nama").values_list("nama", "status", "urut")) == [
        ("A", "Maju", 1),
        ("B", "Mandiri", 9),
        ("C", "Berkembang", 1),
    ]


def test_of_rows_changed_together_those_are_named_that_stand_in_the_way(balung: Kecamatan) -> None:
    """One by the column that is wrong, one because another has its name; the third is as it should be."""
    rows = [make(DesaKelurahan, kecamatan=balung, jenis="desa", nama=one, urut=1) for one in "ABC"]
    rows[0].nama, rows[1].status, rows[2].status = "B", "x" * 51, "Maju"
    with pytest.raises(RowsRefused) as refused:
        RowWriter().change([(rows[0], {"nama"}), (rows[1], {"status"}), (rows[2], {"status"})])
    assert said(refused) == [("Desa B", "status", LONG), ("Desa B", "nama", SAME)]


def test_names_that_go_round_are_changed_one_after_another(balung: Kecamatan) -> None:
    """Together the database would see two of one name, whichever it looks at first."""
    first, second = (make(DesaKelurahan, kecamatan=balung, jenis="desa", nama=one, urut=1) for one in "AB")
    second.nama, first.nama = "C", "B"
    RowWriter().change([(second, {"nama"}), (first, {"nama"})])
    assert list(DesaKelurahan.objects.order_by("pk").values_list("nama", flat=True)) == ["B", "C"]


def test_everything_that_the_model_has_against_a_row_is_said_at_once(
    balung: Kecamatan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At its column, or at none where it is about the row as a whole."""

    def clean(row: DesaKelurahan) -> None:
        raise ValidationError("Desa ini sudah bergabung.")

    monkeypatch.setattr(DesaKelurahan, "clean", clean)
    row = desa(balung, "", status="x" * 51)
    with pytest.raises(RowsRefused) as refused:
        RowWriter().change([(row, {"nama", "status"})])
    assert said(refused) == [
        ("Desa ", "nama", EMPTY),
        ("Desa ", "status", LONG),
        ("Desa ", "", "Desa ini sudah bergabung."),
    ]


def test_a_row_that_only_moved_is_held_to_no_rule(balung: Kecamatan) -> None:
    """It was stored before the rule was there; where it stands has nothing to do with it."""
    row = make(DesaKelurahan, kecamatan=balung, jenis="dusun", nama="A", urut=1)
    row.urut = 2
    RowWriter().change([(row, {"urut"})])
    row.refresh_from_db()
    assert row.urut == 2


def test_only_the_named_columns_of_a_row_are_put(balung: Kecamatan) -> None:
    row = make(DesaKelurahan, kecamatan=balung, jenis="desa", nama="A", status="Maju", urut=1)
    row.status, row.urut = "Mandiri", 2
    RowWriter().put(row, ["urut"])
    assert list(DesaKelurahan.objects.values_list("status", "urut")) == [("Maju", 2)]
    RowWriter().put(row)
    assert list(DesaKelurahan.objects.values_list("status", "urut")) == [("Mandiri", 2)]


# --- Rows that go ---


def test_a_row_goes_with_everything_below_it() -> None:
    profil, other = make(ProfilKecamatan), make(ProfilKecamatan, tahun=2022)
    butir = make(ButirProfil, profil=profil)
    dasar = make(DasarHukumProfil, profil=profil)
    stays = make(ButirProfil, profil=other)
    along = taken_along(profil)
    assert (len(along), set(along)) == (3, {profil, butir, dasar})
    RowWriter().remove(profil)
    assert list(ProfilKecamatan.objects.all()) == [other]
    assert list(ButirProfil.objects.all()) == [stays]
    assert not DasarHukumProfil.objects.exists()


def test_a_row_that_others_use_stays() -> None:
    peraturan = make(DasarHukumProfil).peraturan
    for act in (taken_along, RowWriter().remove):
        with pytest.raises(ProtectedError):
            act(peraturan)
    assert DasarHukumProfil.objects.get().peraturan == peraturan
