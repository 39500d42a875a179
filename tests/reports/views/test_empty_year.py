"""Pages of a year in which nothing or little is recorded."""

from __future__ import annotations

import pytest
from django.test import Client

from kecamatan.models import Kecamatan
from reports.pages import HALAMAN
from sakip.models import RKT
from tests.factory import make, make_indikator, make_pengguna, make_pk, make_realisasi
from tests.responses import teks_utama

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kode", HALAMAN)
def test_a_page_without_records_says_what_comes_here(client: Client, kode: str) -> None:
    if kode == "rkt":
        make_pk(tahun=2021)
    else:
        make(RKT, tahun=2021)
    client.force_login(make_pengguna("operator", kecamatan=Kecamatan.objects.get()))
    isi = teks_utama(client, f"/kecamatan/balung/2021/{kode}/")
    assert f"{HALAMAN[kode].judul} belum dicatat" in isi
    assert HALAMAN[kode].uraian in isi


def test_realisasi_without_a_pk_says_why_nothing_is_measured(client: Client) -> None:
    rkt = make(RKT, tahun=2021)
    make_realisasi(indikator=make_indikator(), tahun=2021)
    client.force_login(make_pengguna("operator", kecamatan=rkt.kecamatan))
    isi = teks_utama(client, "/kecamatan/balung/2021/realisasi/")
    assert "tidak dapat disimpulkan karena Perjanjian Kinerja tahun 2021 belum dicatat." in isi


def test_the_summary_of_an_almost_empty_year(client: Client) -> None:
    rkt = make(RKT, tahun=2021)
    client.force_login(make_pengguna("operator", kecamatan=rkt.kecamatan))
    isi = teks_utama(client, "/kecamatan/balung/2021/")
    assert "Tidak dapat disimpulkan" in isi
    assert isi.count("Belum dicatat") == len(HALAMAN) - 1
