"""What Bagian Organisasi decides for all of its kecamatan, and nobody else."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from kecamatan.models import Kecamatan
from sakip import models as m
from tests.factory import make, make_masa_jabatan, make_pengguna

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("signed_in")]

BASE = "/kecamatan/balung/2021/"


def content(client: Client, kode: str) -> str:
    return client.get(f"{BASE}{kode}/isi/").content.decode()


def test_bagian_organisasi_sets_how_a_year_is_measured(client: Client, balung: Kecamatan) -> None:
    skala = make(m.Skala, kode="akip", untuk="capaian")
    huruf = make(m.Skala)
    data = {
        "tahun": "2021",
        "skala": str(skala.pk),
        "batas_atas": "100",
        "batas_bawah": "0",
        "desimal": "2",
        "rumus": ["positif", "negatif-bagi"],
    }
    assert client.post(f"{BASE}isi/kebijakan/baru/", data).status_code == 403
    organisasi = Client()
    organisasi.force_login(make_pengguna("organisasi", kabupaten=balung.kabupaten))
    address = f"{BASE}isi/kebijakan/baru/"
    assert organisasi.post(address, data | {"skala": str(huruf.pk)}).status_code == 422
    answer = organisasi.post(address, data | {"batas_bawah": "120"})
    assert "Isi batas bawah capaian yang lebih kecil" in answer.content.decode()
    days = {"batas_waktu_lkip": "31/1/2022", "batas_waktu_triwulan_1": "10/4/2021"}
    assert organisasi.post(address, data | days).status_code == 302
    kebijakan = m.KebijakanPengukuran.objects.get()
    assert (kebijakan.kabupaten, kebijakan.batas_atas, kebijakan.batas_waktu_lkip) == (
        balung.kabupaten,
        100,
        date(2022, 1, 31),
    )
    twice = organisasi.post(address, data)
    assert "Kebijakan pengukuran tahun ini sudah ada." in twice.content.decode()
    assert kebijakan.rumus == ["positif", "negatif-bagi"]
    assert "Semakin rendah semakin baik (target ÷ realisasi)" in content(client, "pengaturan")
    assert "31 Januari 2022" in content(client, "pengaturan")
    assert "realisasi triwulan I 10 April 2021" in content(client, "pengaturan")
    assert "Tambah kebijakan" not in content(client, "pengaturan")


def test_a_kebijakan_begins_like_the_year_before_with_the_scale_that_was_used(balung: Kecamatan) -> None:
    akip = make(m.Skala)  # of letters, yet the kabupaten measured with it
    make(m.KategoriSkala, skala=akip, kode="D", label="Kurang", batas=None)
    old = make(
        m.KebijakanPengukuran,
        kabupaten=balung.kabupaten,
        tahun=2020,
        skala=akip,
        batas_atas=100,
        batas_bawah=0,
        desimal=1,
        rumus=["positif", "rentang"],
    )
    organisasi = Client()
    organisasi.force_login(make_pengguna("organisasi", kabupaten=balung.kabupaten))
    form = organisasi.get(f"{BASE}isi/kebijakan/baru/").context["form"]
    start = {
        nama: str(form[nama].value()) for nama in ("tahun", "skala", "batas_atas", "batas_bawah", "desimal")
    }
    assert start == {
        "tahun": "2021",
        "skala": str(akip.pk),
        "batas_atas": "100",
        "batas_bawah": "0",
        "desimal": "1",
    }
    change = f"{BASE}isi/kebijakan/{old.pk}/"
    assert form["rumus"].value() == ["positif", "rentang"]
    data = {
        "tahun": "2020",
        "skala": str(akip.pk),
        "batas_atas": "110",
        "batas_bawah": "0",
        "desimal": "1",
        "rumus": ["positif", "rentang"],
    }
    fingerprint = organisasi.get(change).context["fingerprint"]
    assert organisasi.post(change, data | {"sidik": fingerprint}).status_code == 302


def test_settings_ask_the_same_whatever_their_length(
    client: Client, balung: Kecamatan, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    skala = make(m.Skala, kode="akip", untuk="capaian")
    person = make_masa_jabatan(kecamatan=balung).pejabat

    def add(tahun: range) -> None:
        for t in tahun:
            make(m.KebijakanPengukuran, kabupaten=balung.kabupaten, tahun=t, skala=skala)
            make_masa_jabatan(
                pejabat=person,
                kecamatan=None,
                kabupaten=balung.kabupaten,
                jabatan="bupati",
                mulai=date(t, 1, 1),
            )

    add(range(2010, 2011))
    with django_assert_num_queries(15):  # 7 of frame and rights, 7 of the page, 1 of its checks
        content(client, "pengaturan")
    add(range(2011, 2018))
    with django_assert_num_queries(15):
        content(client, "pengaturan")
