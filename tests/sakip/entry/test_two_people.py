"""The service behind every row: two people at once, on a real database with real transactions."""

from __future__ import annotations

import threading
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection

from kecamatan.models import Jejak
from sakip.entry.form import RecordForm, Scope
from sakip.entry.restore import record_restore
from sakip.entry.save import Conflict, record_delete, record_save
from sakip.entry.writer import RecordRefused
from sakip.models import BarisPK, Sasaran, Tujuan
from sakip.records.pk.form import BarisPKForm
from tests.factory import make, make_indikator, make_kecamatan, make_renstra, make_sasaran


class SasaranForm(RecordForm):
    yearly = False

    class Meta(RecordForm.Meta):
        model = Sasaran
        fields = ("uraian",)


def scope(row: BarisPK) -> Scope:
    return Scope(kecamatan=row.perjanjian.kecamatan, tahun=row.perjanjian.tahun, pengguna=None)


def entries(row: BarisPK, target: str) -> dict[str, Any]:
    return {
        "sasaran": row.sasaran,
        "indikator": row.indikator,
        "acuan_indikator": row.acuan_indikator_id,
        "satuan": "indeks",
        "target": target,
    }


def form(row: BarisPK, target: str) -> BarisPKForm:
    fresh = BarisPK.objects.get(pk=row.pk)
    result = BarisPKForm(entries(row, target), instance=fresh, scope=scope(row))
    assert result.is_valid(), result.errors
    return result


@pytest.mark.django_db(transaction=True)
def test_of_many_saves_from_one_page_one_is_stored_and_the_others_are_told() -> None:
    row = make(BarisPK, satuan="indeks")
    fingerprint = BarisPKForm(instance=row, scope=scope(row)).fingerprint
    results: list[str] = []

    def store(target: str) -> None:
        try:
            record_save(form=form(row, target), by=None, fingerprint=fingerprint)
            results.append(target)
        except Conflict as conflict:
            results.append(f"bentrok dengan {conflict.stored['target']}")
        finally:
            connection.close()

    thread = [threading.Thread(target=store, args=(str(81 + n),)) for n in range(6)]
    for one in thread:
        one.start()
    for one in thread:
        one.join()
    row.refresh_from_db()
    winning = [h for h in results if h.isdigit()]
    assert len(winning) == 1
    assert row.angka == Decimal(winning[0])
    assert sorted(set(results) - set(winning)) == [f"bentrok dengan {winning[0]}"]
    assert Jejak.objects.filter(objek_pk=row.pk).count() == 1


@pytest.mark.django_db
def test_a_row_that_others_use_is_not_deleted_and_they_are_named() -> None:
    sasaran = make_sasaran()
    indikator = make_indikator(sasaran=sasaran)
    row = make(BarisPK, acuan_indikator=indikator)
    one = SasaranForm(instance=sasaran, scope=scope(row))
    with pytest.raises(RecordRefused, match=r"Masih dipakai catatan lain \(baris PK\)"):
        record_delete(form=one, by=None, fingerprint=one.fingerprint)
    assert Sasaran.objects.filter(pk=sasaran.pk).exists()
    assert not Jejak.objects.exists()


@pytest.mark.django_db
def test_a_deleted_tree_comes_back_with_everything_below_it() -> None:
    sasaran = make_sasaran()
    indikator = make_indikator(sasaran=sasaran, bobot=Decimal("12.5"))
    nomor, kecamatan = sasaran.pk, sasaran.renstra.kecamatan
    one = SasaranForm(instance=sasaran, scope=Scope(kecamatan=kecamatan, tahun=2021, pengguna=None))
    jejak = record_delete(form=one, by=None, fingerprint=one.fingerprint, alasan="Salah pilih.")
    assert not Sasaran.objects.exists()
    assert jejak.sebelum
    assert (jejak.alasan, jejak.sebelum["Uraian"]) == ("Salah pilih.", "Meningkatnya kepuasan warga")
    record_restore(jejak=jejak, by=None)
    back = Sasaran.objects.get()
    assert (back.pk, back.indikator.get().bobot) == (nomor, Decimal("12.5"))
    assert back.indikator.get().pk == indikator.pk


@pytest.mark.django_db
def test_a_place_taken_meanwhile_is_not_overwritten_by_undoing() -> None:
    indikator = make_indikator()
    row = make(BarisPK, acuan_indikator=indikator)
    one = BarisPKForm(instance=row, scope=scope(row))
    jejak = record_delete(form=one, by=None, fingerprint=one.fingerprint)
    substitute = make(BarisPK, perjanjian=row.perjanjian, acuan_indikator=indikator, angka=Decimal(90))
    with pytest.raises(RecordRefused, match="Tempatnya sudah diisi catatan lain"):
        record_restore(jejak=jejak, by=None)
    assert list(BarisPK.objects.all()) == [substitute]


@pytest.mark.django_db
def test_a_row_that_somebody_deleted_is_not_written_back() -> None:
    row = make(BarisPK, satuan="indeks")
    fingerprint = BarisPKForm(instance=row, scope=scope(row)).fingerprint
    typed = form(row, "81")
    BarisPK.objects.filter(pk=row.pk).delete()
    with pytest.raises(Conflict) as conflict:
        record_save(form=typed, by=None, fingerprint=fingerprint)
    assert conflict.value.deleted
    assert not BarisPK.objects.exists()


@pytest.mark.django_db
def test_choices_are_those_of_the_own_kecamatan() -> None:
    row = make(BarisPK, satuan="indeks")
    neighbour = make_kecamatan(kabupaten=row.perjanjian.kecamatan.kabupaten, kode="35.09.11")
    renstra = make_renstra(kecamatan=neighbour)
    tujuan = make(Tujuan, renstra=renstra)
    foreign = make_indikator(sasaran=make_sasaran(tujuan=tujuan))
    typed = BarisPKForm(entries(row, "81") | {"acuan_indikator": foreign.pk}, instance=row, scope=scope(row))
    assert not typed.is_valid()
    assert typed.errors["acuan_indikator"] == ["Pilihan itu tidak ada. Pilih indikator Renstra dari daftar."]
