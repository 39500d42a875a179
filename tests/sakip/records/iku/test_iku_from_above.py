"""What the SK IKU repeats of profil and Renstra is taken from there, and never typed again."""

from __future__ import annotations

import pytest
from django.test import Client

from kecamatan.models import ButirProfil, DasarHukumProfil, Kecamatan, Peraturan, ProfilKecamatan
from sakip.models import ButirIKU, IndikatorTujuan, KeputusanIKU, Tujuan
from tests.factory import make, make_renstra

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine, pytest.mark.usefixtures("signed_in")]

PAGE = "/kecamatan/balung/2021/iku/"


def test_the_lists_that_are_empty_are_filled_from_profil_and_renstra(
    client: Client, balung: Kecamatan
) -> None:
    profil = make(ProfilKecamatan, kecamatan=balung, tahun=2021)
    for order, (jenis, text) in enumerate(
        (("tugas", "Membina desa"), ("tugas", "Melayani"), ("fungsi", "Koordinasi"), ("isu", "Jalan rusak")),
        1,
    ):
        make(ButirProfil, profil=profil, jenis=jenis, uraian=text, urut=order)
    make(DasarHukumProfil, profil=profil, peraturan=make(Peraturan, sebutan="Peraturan Bupati 29/2021"))
    tujuan = make(Tujuan, renstra=make_renstra(kecamatan=balung), uraian="Pelayanan yang baik")
    make(IndikatorTujuan, tujuan=tujuan, nama="Indeks Pelayanan Publik")
    keputusan = make(KeputusanIKU, kecamatan=balung, tahun=2021)
    own = make(ButirIKU, keputusan=keputusan, jenis="fungsi", uraian="Fungsi yang sudah diketik")

    page = client.get(f"{PAGE}isi/").content.decode()
    assert "dapat diambil dari profil dan Renstra: Mengingat, Tugas, Tujuan, Indikator tujuan." in page
    answer = client.post(f"{PAGE}dari-renstra/", follow=True).content.decode()
    assert "Terisi dari profil dan Renstra: Mengingat, Tugas, Tujuan, dan Indikator tujuan." in answer
    said = list(keputusan.butir.order_by("pk").values_list("jenis", "uraian", "ditinjau"))
    assert said == [
        ("fungsi", own.uraian, True),
        ("tugas", "Membina desa", False),
        ("tugas", "Melayani", False),
        ("tujuan", "Pelayanan yang baik", False),
        ("indikator_tujuan", "Indeks Pelayanan Publik", False),
    ]
    assert [one.peraturan.sebutan for one in keputusan.daftar_mengingat.all()] == ["Peraturan Bupati 29/2021"]
    client.post(f"{PAGE}dari-renstra/")
    assert keputusan.butir.count() == 5
