"""Outputs of the budget are those of the RKT: taken over once, compared afterwards, never merged silently."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.test import Client

from kecamatan.models import Kecamatan
from sakip.models import RKT, Anggaran, BarisRKT, IndikatorBarisRKT, Keluaran, SubKegiatan
from tests.factory import make

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine, pytest.mark.usefixtures("signed_in")]

FILL = "/kecamatan/balung/2021/anggaran/dari-rkt/"


def test_an_output_is_typed_in_the_rkt_alone(client: Client, balung: Kecamatan) -> None:
    sub = make(SubKegiatan, nama="Penyusunan Renja")
    row = make(
        BarisRKT,
        rkt=make(RKT, kecamatan=balung, tahun=2021),
        program=sub.kegiatan.program,
        kegiatan=sub.kegiatan,
        sub_kegiatan=sub,
        anggaran=Decimal(250_000),
    )
    number = make(IndikatorBarisRKT, baris=row, uraian="Dokumen Renja", target="1.250", satuan="dokumen")
    make(IndikatorBarisRKT, baris=row, uraian="Rapat koordinasi", target="setiap bulan", satuan="", urut=2)

    answer = client.post(FILL, follow=True).content.decode()
    assert "1 baris ditambahkan dari RKT. 2 keluaran dengan target dan satuannya diambil dari RKT." in answer
    columns = ("jenis", "uraian", "target", "target_cetak", "satuan", "keadaan")
    assert list(Keluaran.objects.values_list(*columns)) == [
        ("output", "Dokumen Renja", Decimal(1250), "", "dokumen", "belum diisi"),
        ("output", "Rapat koordinasi", None, "setiap bulan", "", "belum diisi"),
    ]

    number.target = "1.300"
    number.save()
    again = client.post(FILL, follow=True).content.decode()
    assert "Semua baris RKT sudah ada dalam anggaran." in again
    assert "Dokumen Renja: target keluaran 1.250 dokumen, sedangkan RKT 1.300 dokumen." in again
    assert Keluaran.objects.get(uraian="Dokumen Renja").target == 1250

    # What several units carry out: the RKT does not say whose output it is.
    Keluaran.objects.all().delete()
    Anggaran.objects.update(unit="Kelurahan Satu")
    client.post(FILL)
    assert not Keluaran.objects.exists()
