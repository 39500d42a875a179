"""Pages of a year in which nothing or little is recorded."""

from __future__ import annotations

import pytest
from django.test import Client

from kecamatan.models import Kecamatan
from reports.pages import SCREEN_PAGES
from sakip.models import RKT
from tests.factory import make, make_indikator, make_pengguna, make_pk, make_realisasi, make_renstra
from tests.responses import main_text

#: Pages over services and row sets that are tried on both engines.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


@pytest.mark.parametrize("kode", SCREEN_PAGES)
def test_a_page_without_records_says_what_comes_here(client: Client, kode: str) -> None:
    if kode == "rkt":
        make_pk(tahun=2021)
    else:
        make(RKT, tahun=2021)
    client.force_login(make_pengguna("operator", kecamatan=Kecamatan.objects.get()))
    content = main_text(client, f"/kecamatan/balung/2021/{kode}/")
    assert f"{SCREEN_PAGES[kode].title} belum dicatat" in content
    assert SCREEN_PAGES[kode].uraian in content


def test_realisasi_without_a_pk_says_why_nothing_is_measured(client: Client) -> None:
    rkt = make(RKT, tahun=2021)
    make_realisasi(indikator=make_indikator(), tahun=2021)
    client.force_login(make_pengguna("operator", kecamatan=rkt.kecamatan))
    content = main_text(client, "/kecamatan/balung/2021/realisasi/")
    assert "belum dapat disimpulkan karena Perjanjian Kinerja tahun 2021 belum dicatat." in content


def test_the_summary_of_an_almost_empty_year(client: Client) -> None:
    rkt = make(RKT, tahun=2021)
    client.force_login(make_pengguna("operator", kecamatan=rkt.kecamatan))
    content = main_text(client, "/kecamatan/balung/2021/")
    assert "Tidak dapat disimpulkan" in content
    assert content.count("○ kosong") == len(SCREEN_PAGES) - 1
    assert "◐ sebagian Belum ada: tanggal, penanda tangan, sasaran, program." in content


def test_a_renstra_in_force_stands_on_the_summary_of_a_year_without_records(client: Client) -> None:
    renstra = make_renstra(tahun_awal=2021, tahun_akhir=2026)
    client.force_login(make_pengguna("operator", kecamatan=renstra.kecamatan))
    content = main_text(client, "/kecamatan/balung/2022/")
    assert "◐ sebagian Belum ada: RPJMD yang diacu, tujuan." in content
    assert content.count("○ kosong") == len(SCREEN_PAGES) - 1
