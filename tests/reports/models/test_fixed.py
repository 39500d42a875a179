"""What may not change: the model refuses with its reason, and the database refuses what goes round the model."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import Model, QuerySet

from kecamatan.models import Jejak
from kecamatan.querysets import FixedRecordError
from reports.models import Arsip, Laporan, TandaTangan
from tests.factory import WHEN_SUBMITTED, make, make_laporan

pytestmark = pytest.mark.django_db

UNCHANGED = (Jejak, Arsip, TandaTangan)
DITANDATANGANI = ("ditandatangani", "diterima", "dibuka_kembali")
IS_OPEN = ("draf", "diajukan", "dikembalikan")


def turning(model: type[Model], pk: Any) -> QuerySet[Any]:
    """The row through a plain queryset, which goes round everything that the model refuses."""
    return QuerySet(model).filter(pk=pk)


@pytest.mark.parametrize("model", UNCHANGED)
@pytest.mark.parametrize(
    "action",
    [
        lambda row: row.save(),
        lambda row: row.delete(),
        lambda row: type(row).objects.update(pk=row.pk),
        lambda row: type(row).objects.all().delete(),
        lambda row: type(row).objects.bulk_update([row], [type(row)._meta.fields[1].name]),
    ],
    ids=["save", "delete", "update", "queryset delete", "bulk_update"],
)
def test_the_model_refuses_with_the_reason(model: type[Model], action: Callable[[Any], Any]) -> None:
    row = make(model)
    with pytest.raises(FixedRecordError, match="tidak dapat diubah atau dihapus"):
        action(row)
    assert model._default_manager.get() == row


@pytest.mark.parametrize(
    ("model", "column"), [(Jejak, "alasan"), (Arsip, "snapshot"), (TandaTangan, "sidik")]
)
def test_the_database_refuses_what_goes_round_the_model(model: type[Model], column: str) -> None:
    row = make(model)
    original = model._default_manager.values().get()
    with pytest.raises(IntegrityError, match="tidak dapat diubah atau dihapus"), transaction.atomic():
        turning(model, row.pk).update(**{column: "lain"})
    with pytest.raises(IntegrityError, match="tidak dapat diubah atau dihapus"), transaction.atomic():
        turning(model, row.pk).delete()
    assert model._default_manager.values().get() == original


@pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite knows INSERT OR REPLACE")
@pytest.mark.parametrize("model", [*UNCHANGED, Laporan])
def test_sqlite_refuses_to_replace(model: type[Model]) -> None:
    row = make_laporan(status="ditandatangani") if model is Laporan else make(model)
    table = model._meta.db_table
    overwrite = f'INSERT OR REPLACE INTO "{table}" SELECT * FROM "{table}" WHERE id = %s'  # noqa: S608
    with (
        pytest.raises(IntegrityError, match="tidak dapat diubah atau dihapus"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(overwrite, [row.pk])


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("model", UNCHANGED)
def test_refusals_hold_without_a_transaction(model: type[Model]) -> None:
    row = make(model)
    with pytest.raises(IntegrityError, match="tidak dapat diubah atau dihapus"):
        turning(model, row.pk).delete()
    assert model._default_manager.get() == row


def test_rows_are_still_added() -> None:
    make(Jejak)
    make(Jejak)
    assert Jejak.objects.count() == 2


VALID = {
    ("ditandatangani", "diterima"),
    ("ditandatangani", "dibuka_kembali"),
    ("diterima", "dibuka_kembali"),
}


@pytest.mark.parametrize("source", DITANDATANGANI)
@pytest.mark.parametrize("to", [*IS_OPEN, *DITANDATANGANI])
def test_a_signed_report_goes_only_forward(source: str, to: str) -> None:
    laporan = make_laporan(status=source)
    if source == to or (source, to) in VALID:
        Laporan.objects.filter(pk=laporan.pk).update(status=to)
        laporan.refresh_from_db()
        assert laporan.status == to
        return
    with pytest.raises(IntegrityError, match="Buat versi berikutnya"), transaction.atomic():
        Laporan.objects.filter(pk=laporan.pk).update(status=to)
    laporan.refresh_from_db()
    assert laporan.status == source


CHANGES: dict[str, object] = {
    "kecamatan_id": 0,
    "tahun": 2020,
    "versi": 9,
    "tempat": "Puger",
    "tanggal": "2022-02-21",
    "tanggal_cetak": "Februari 2022",
    "menggantikan_id": 0,
    "alasan_dibuka": "lain",
    "batas_waktu": "2022-03-31",
    "diajukan_oleh_id": None,
    "diajukan_pada": None,
    "ditandatangani_pada": WHEN_SUBMITTED,
    "diterima_pada": WHEN_SUBMITTED,
    "tepat_waktu": False,
    "dibuat": WHEN_SUBMITTED,
}


@pytest.mark.parametrize("status", DITANDATANGANI)
@pytest.mark.parametrize("column", CHANGES)
def test_a_signed_report_keeps_its_content(status: str, column: str) -> None:
    laporan = make_laporan(status=status)
    with pytest.raises(IntegrityError, match="Buat versi berikutnya"), transaction.atomic():
        turning(Laporan, laporan.pk).update(**{column: CHANGES[column]})


def test_every_column_of_a_report_is_kept() -> None:
    may_changes = {"status"}
    assert {f.column for f in Laporan._meta.concrete_fields} == set(CHANGES) | may_changes | {"id"}


@pytest.mark.parametrize("status", DITANDATANGANI)
def test_a_signed_report_is_not_deleted(status: str) -> None:
    laporan = make_laporan(status=status)
    with pytest.raises(IntegrityError, match="Buat versi berikutnya"), transaction.atomic():
        turning(Laporan, laporan.pk).delete()


@pytest.mark.parametrize("status", IS_OPEN)
def test_an_unsigned_report_is_free(status: str) -> None:
    laporan = make_laporan(status=status)
    laporan.tempat = "Balung"
    laporan.save()
    laporan.delete()
    assert not Laporan.objects.exists()
