"""What may not change: the model refuses with its reason, and the database refuses what goes round the model."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import Model, QuerySet

from kecamatan.models import Jejak
from kecamatan.querysets import CatatanTetapError
from reports.models import Arsip, Laporan, TandaTangan
from tests.factory import SAAT_DIAJUKAN, make, make_laporan

pytestmark = pytest.mark.django_db

TETAP = (Jejak, Arsip, TandaTangan)
DITANDATANGANI = ("ditandatangani", "diterima", "dibuka_kembali")
TERBUKA = ("draf", "diajukan", "dikembalikan")


def memutar(model: type[Model], pk: Any) -> QuerySet[Any]:
    """The row through a plain queryset, which goes round everything that the model refuses."""
    return QuerySet(model).filter(pk=pk)


@pytest.mark.parametrize("model", TETAP)
@pytest.mark.parametrize(
    "tindakan",
    [
        lambda baris: baris.save(),
        lambda baris: baris.delete(),
        lambda baris: type(baris).objects.update(pk=baris.pk),
        lambda baris: type(baris).objects.all().delete(),
        lambda baris: type(baris).objects.bulk_update([baris], [type(baris)._meta.fields[1].name]),
    ],
    ids=["save", "delete", "update", "queryset delete", "bulk_update"],
)
def test_the_model_refuses_with_the_reason(model: type[Model], tindakan: Callable[[Any], Any]) -> None:
    baris = make(model)
    with pytest.raises(CatatanTetapError, match="tidak dapat diubah atau dihapus"):
        tindakan(baris)
    assert model._default_manager.get() == baris


@pytest.mark.parametrize(("model", "kolom"), [(Jejak, "alasan"), (Arsip, "snapshot"), (TandaTangan, "sidik")])
def test_the_database_refuses_what_goes_round_the_model(model: type[Model], kolom: str) -> None:
    baris = make(model)
    semula = model._default_manager.values().get()
    with pytest.raises(IntegrityError, match="tidak dapat diubah atau dihapus"), transaction.atomic():
        memutar(model, baris.pk).update(**{kolom: "lain"})
    with pytest.raises(IntegrityError, match="tidak dapat diubah atau dihapus"), transaction.atomic():
        memutar(model, baris.pk).delete()
    assert model._default_manager.values().get() == semula


@pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite knows INSERT OR REPLACE")
@pytest.mark.parametrize("model", [*TETAP, Laporan])
def test_sqlite_refuses_to_replace(model: type[Model]) -> None:
    baris = make_laporan(status="ditandatangani") if model is Laporan else make(model)
    tabel = model._meta.db_table
    timpa = f'INSERT OR REPLACE INTO "{tabel}" SELECT * FROM "{tabel}" WHERE id = %s'  # noqa: S608
    with (
        pytest.raises(IntegrityError, match="tidak dapat diubah atau dihapus"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(timpa, [baris.pk])


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("model", TETAP)
def test_refusals_hold_without_a_transaction(model: type[Model]) -> None:
    baris = make(model)
    with pytest.raises(IntegrityError, match="tidak dapat diubah atau dihapus"):
        memutar(model, baris.pk).delete()
    assert model._default_manager.get() == baris


def test_rows_are_still_added() -> None:
    make(Jejak)
    make(Jejak)
    assert Jejak.objects.count() == 2


SAH = {
    ("ditandatangani", "diterima"),
    ("ditandatangani", "dibuka_kembali"),
    ("diterima", "dibuka_kembali"),
}


@pytest.mark.parametrize("dari", DITANDATANGANI)
@pytest.mark.parametrize("ke", [*TERBUKA, *DITANDATANGANI])
def test_a_signed_report_goes_only_forward(dari: str, ke: str) -> None:
    laporan = make_laporan(status=dari)
    if dari == ke or (dari, ke) in SAH:
        Laporan.objects.filter(pk=laporan.pk).update(status=ke)
        laporan.refresh_from_db()
        assert laporan.status == ke
        return
    with pytest.raises(IntegrityError, match="Buat versi berikutnya"), transaction.atomic():
        Laporan.objects.filter(pk=laporan.pk).update(status=ke)
    laporan.refresh_from_db()
    assert laporan.status == dari


UBAHAN: dict[str, object] = {
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
    "dibuat": SAAT_DIAJUKAN,
}


@pytest.mark.parametrize("status", DITANDATANGANI)
@pytest.mark.parametrize("kolom", UBAHAN)
def test_a_signed_report_keeps_its_content(status: str, kolom: str) -> None:
    laporan = make_laporan(status=status)
    with pytest.raises(IntegrityError, match="Buat versi berikutnya"), transaction.atomic():
        memutar(Laporan, laporan.pk).update(**{kolom: UBAHAN[kolom]})


def test_every_column_of_a_report_is_kept() -> None:
    boleh_berubah = {"status"}
    assert {f.column for f in Laporan._meta.concrete_fields} == set(UBAHAN) | boleh_berubah | {"id"}


@pytest.mark.parametrize("status", DITANDATANGANI)
def test_a_signed_report_is_not_deleted(status: str) -> None:
    laporan = make_laporan(status=status)
    with pytest.raises(IntegrityError, match="Buat versi berikutnya"), transaction.atomic():
        memutar(Laporan, laporan.pk).delete()


@pytest.mark.parametrize("status", TERBUKA)
def test_an_unsigned_report_is_free(status: str) -> None:
    laporan = make_laporan(status=status)
    laporan.tempat = "Balung"
    laporan.save()
    laporan.delete()
    assert not Laporan.objects.exists()
