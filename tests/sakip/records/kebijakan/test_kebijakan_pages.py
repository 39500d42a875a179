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


@pytest.mark.one_engine
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


def test_the_holidays_of_a_year_are_pasted_at_once(client: Client, balung: Kecamatan) -> None:
    """With the decision that names them all; a year of which none is known says so, and each day stands once."""
    assert "Hari libur tahun 2021 belum dicatat." in content(client, "pengaturan")
    organisasi = Client()
    organisasi.force_login(make_pengguna("organisasi", kabupaten=balung.kabupaten))
    lines = "17/8/2021\tHari Kemerdekaan\n24/12/2021\tCuti bersama Natal\tCuti bersama"
    address = f"{BASE}isi/hari-libur/sekaligus/"
    data = {"teks": lines, "sumber": "Keputusan Bersama Nomor 642 Tahun 2020"}
    assert client.post(address, data).status_code == 403
    assert "Anda dapat membaca halaman ini." not in organisasi.get(address).content.decode()
    assert organisasi.post(address, data).status_code == 302
    assert list(m.HariLibur.objects.values_list("kabupaten", "tanggal", "keterangan", "jenis", "sumber")) == [
        (balung.kabupaten_id, date(2021, 8, 17), "Hari Kemerdekaan", "libur", data["sumber"]),
        (balung.kabupaten_id, date(2021, 12, 24), "Cuti bersama Natal", "cuti", data["sumber"]),
    ]
    again = organisasi.post(address, data | {"teks": "17/8/2021\tHUT RI"})
    assert "Hari libur pada tanggal ini sudah tercatat. Ubah yang ada." in again.content.decode()
    page = content(client, "pengaturan")
    assert "Hari libur tahun 2021 belum dicatat." not in page
    assert "Hari libur tahun 2022 belum dicatat." in page


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


@pytest.mark.one_engine
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
    with django_assert_num_queries(16):  # 7 of frame and rights, 8 of the page, 1 of its checks
        content(client, "pengaturan")
    add(range(2011, 2018))
    with django_assert_num_queries(16):
        content(client, "pengaturan")
