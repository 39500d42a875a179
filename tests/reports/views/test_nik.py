"""The page on which a camat enters the NIK by which BSrE knows him."""

from __future__ import annotations

import pytest
from django.test import Client

from kecamatan.models import Jejak, Kecamatan, Pengguna
from reports.models import NikPenandaTangan
from reports.signing.bsre.nik import nik_of
from tests.factory import make_pengguna
from tests.reports.signing.bsre.stand_in import NIK

pytestmark = pytest.mark.django_db

PAGE = "/akun/nik-bsre/"


@pytest.fixture
def camat(balung: Kecamatan) -> Pengguna:
    return make_pengguna("camat", kecamatan=balung)


@pytest.fixture
def browser(camat: Pengguna) -> Client:
    client = Client()
    client.force_login(camat)
    return client


@pytest.mark.one_engine
def test_it_is_entered_shown_by_its_end_and_forgotten(browser: Client, camat: Pengguna) -> None:
    assert "Belum diisi." in browser.get(PAGE).content.decode()
    page = browser.post(PAGE, {"nik": "3509 1017 0880 0001"}, follow=True).content.decode()
    assert "NIK Anda disimpan tersandi." in page
    assert "NIK Anda berakhir dengan 0001." in page
    assert NIK not in page
    assert nik_of(camat) == NIK
    page = browser.post(PAGE, {"hapus": "ya"}, follow=True).content.decode()
    assert "NIK Anda dihapus." in page
    assert "Belum diisi." in page
    assert not NikPenandaTangan.objects.exists()
    told = list(Jejak.objects.filter(objek_jenis="reports.nikpenandatangan").order_by("pk"))
    assert [one.tindakan for one in told] == ["nik_penanda_tangan.diisi", "nik_penanda_tangan.dihapus"]
    assert NIK not in str([(one.sebelum, one.sesudah, one.objek_sebutan) for one in told])


@pytest.mark.parametrize("typed", ["", "3509", "x" * 50])
def test_what_is_no_nik_is_refused_and_nothing_kept(browser: Client, typed: str) -> None:
    answer = browser.post(PAGE, {"nik": typed})
    assert answer.status_code == 422
    assert "<title>Kesalahan: NIK BSrE" in answer.content.decode()
    assert "16 angka" in answer.content.decode()
    assert not NikPenandaTangan.objects.exists()


@pytest.mark.one_engine
def test_a_camat_finds_it_from_the_account_and_nobody_else(browser: Client, balung: Kecamatan) -> None:
    assert PAGE in browser.get("/akun/").content.decode()
    browser.force_login(make_pengguna("operator", kecamatan=balung))
    assert PAGE not in browser.get("/akun/").content.decode()


@pytest.mark.one_engine
def test_each_camat_sees_his_own(browser: Client, balung: Kecamatan) -> None:
    browser.post(PAGE, {"nik": NIK})
    browser.force_login(make_pengguna("camat", kecamatan=balung))
    assert "Belum diisi." in browser.get(PAGE).content.decode()
