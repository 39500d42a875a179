"""The service behind every row: two people at once, on a real database with real transactions."""

from __future__ import annotations

import threading
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection

from kecamatan.models import Jejak
from sakip.entry.form import RecordForm, Scope
from sakip.entry.save import Conflict, record_delete, record_restore, record_save
from sakip.entry.writer import RecordRefused
from sakip.models import BarisPK, Sasaran, Tujuan
from sakip.records.pk.form import BarisPKForm
from tests.factory import make, make_indikator, make_kecamatan, make_renstra, make_sasaran


class SasaranForm(RecordForm):
    tahunan = False

    class Meta(RecordForm.Meta):
        model = Sasaran
        fields = ("uraian",)


def lingkup(baris: BarisPK) -> Scope:
    return Scope(kecamatan=baris.perjanjian.kecamatan, tahun=baris.perjanjian.tahun, pengguna=None)


def isian(baris: BarisPK, target: str) -> dict[str, Any]:
    return {
        "sasaran": baris.sasaran,
        "indikator": baris.indikator,
        "acuan_indikator": baris.acuan_indikator_id,
        "satuan": "indeks",
        "target": target,
    }


def form(baris: BarisPK, target: str) -> BarisPKForm:
    segar = BarisPK.objects.get(pk=baris.pk)
    hasil = BarisPKForm(isian(baris, target), instance=segar, lingkup=lingkup(baris))
    assert hasil.is_valid(), hasil.errors
    return hasil


@pytest.mark.django_db(transaction=True)
def test_of_many_saves_from_one_page_one_is_stored_and_the_others_are_told() -> None:
    baris = make(BarisPK, satuan="indeks")
    sidik = BarisPKForm(instance=baris, lingkup=lingkup(baris)).sidik
    hasil: list[str] = []

    def store(target: str) -> None:
        try:
            record_save(form=form(baris, target), oleh=None, sidik=sidik)
            hasil.append(target)
        except Conflict as bentrok:
            hasil.append(f"bentrok dengan {bentrok.tersimpan['target']}")
        finally:
            connection.close()

    utas = [threading.Thread(target=store, args=(str(81 + n),)) for n in range(6)]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join()
    baris.refresh_from_db()
    menang = [h for h in hasil if h.isdigit()]
    assert len(menang) == 1
    assert baris.angka == Decimal(menang[0])
    assert sorted(set(hasil) - set(menang)) == [f"bentrok dengan {menang[0]}"]
    assert Jejak.objects.filter(objek_pk=baris.pk).count() == 1


@pytest.mark.django_db
def test_a_row_that_others_use_is_not_deleted_and_they_are_named() -> None:
    sasaran = make_sasaran()
    indikator = make_indikator(sasaran=sasaran)
    baris = make(BarisPK, acuan_indikator=indikator)
    satu = SasaranForm(instance=sasaran, lingkup=lingkup(baris))
    with pytest.raises(RecordRefused, match=r"Masih dipakai catatan lain \(baris PK\)"):
        record_delete(form=satu, oleh=None, sidik=satu.sidik)
    assert Sasaran.objects.filter(pk=sasaran.pk).exists()
    assert not Jejak.objects.exists()


@pytest.mark.django_db
def test_a_deleted_tree_comes_back_with_everything_below_it() -> None:
    sasaran = make_sasaran()
    indikator = make_indikator(sasaran=sasaran, bobot=Decimal("12.5"))
    nomor, kecamatan = sasaran.pk, sasaran.renstra.kecamatan
    satu = SasaranForm(instance=sasaran, lingkup=Scope(kecamatan=kecamatan, tahun=2021, pengguna=None))
    jejak = record_delete(form=satu, oleh=None, sidik=satu.sidik, alasan="Salah pilih.")
    assert not Sasaran.objects.exists()
    assert jejak.sebelum
    assert (jejak.alasan, jejak.sebelum["Uraian"]) == ("Salah pilih.", "Meningkatnya kepuasan warga")
    record_restore(jejak=jejak, oleh=None)
    kembali = Sasaran.objects.get()
    assert (kembali.pk, kembali.indikator.get().bobot) == (nomor, Decimal("12.5"))
    assert kembali.indikator.get().pk == indikator.pk


@pytest.mark.django_db
def test_a_place_taken_meanwhile_is_not_overwritten_by_undoing() -> None:
    indikator = make_indikator()
    baris = make(BarisPK, acuan_indikator=indikator)
    satu = BarisPKForm(instance=baris, lingkup=lingkup(baris))
    jejak = record_delete(form=satu, oleh=None, sidik=satu.sidik)
    pengganti = make(BarisPK, perjanjian=baris.perjanjian, acuan_indikator=indikator, angka=Decimal(90))
    with pytest.raises(RecordRefused, match="Tempatnya sudah diisi catatan lain"):
        record_restore(jejak=jejak, oleh=None)
    assert list(BarisPK.objects.all()) == [pengganti]


@pytest.mark.django_db
def test_a_row_that_somebody_deleted_is_not_written_back() -> None:
    baris = make(BarisPK, satuan="indeks")
    sidik = BarisPKForm(instance=baris, lingkup=lingkup(baris)).sidik
    ketikan = form(baris, "81")
    BarisPK.objects.filter(pk=baris.pk).delete()
    with pytest.raises(Conflict) as bentrok:
        record_save(form=ketikan, oleh=None, sidik=sidik)
    assert bentrok.value.terhapus
    assert not BarisPK.objects.exists()


@pytest.mark.django_db
def test_choices_are_those_of_the_own_kecamatan() -> None:
    baris = make(BarisPK, satuan="indeks")
    tetangga = make_kecamatan(kabupaten=baris.perjanjian.kecamatan.kabupaten, kode="35.09.11")
    renstra = make_renstra(kecamatan=tetangga)
    tujuan = make(Tujuan, renstra=renstra)
    asing = make_indikator(sasaran=make_sasaran(tujuan=tujuan))
    ketikan = BarisPKForm(
        isian(baris, "81") | {"acuan_indikator": asing.pk}, instance=baris, lingkup=lingkup(baris)
    )
    assert not ketikan.is_valid()
    assert ketikan.errors["acuan_indikator"] == [
        "Pilihan itu tidak ada. Pilih indikator Renstra dari daftar."
    ]
