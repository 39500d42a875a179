"""The page that begins a year from the last: what there is, what is chosen, and what was left out."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from kecamatan.models import Kecamatan
from reports.models import Laporan, Narasi
from sakip.models import RKT, BarisRKT, SasaranRKT
from tests.factory import make, make_laporan, make_pengguna

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("signed_in")]

ALAMAT = "/kecamatan/balung/2022/salin/"


@pytest.fixture
def rkt(balung: Kecamatan) -> RKT:
    rkt = make(RKT, kecamatan=balung, tahun=2021)
    make(SasaranRKT, rkt=rkt, indikator="IKM", angka=Decimal(80))
    make(BarisRKT, rkt=rkt, anggaran=Decimal(5))
    return rkt


def test_chosen_documents_are_copied_and_what_stayed_behind_is_told(
    client: Client, balung: Kecamatan, rkt: RKT
) -> None:
    make(Narasi, kecamatan=balung, tahun=2021)
    isi = client.get(ALAMAT).content.decode()
    assert 'value="rkt"' in isi
    assert 'value="narasi"' in isi
    assert 'value="pk"' not in isi  # last year has none
    jawaban = client.post(ALAMAT, {"dokumen": ["rkt", "narasi"]}, follow=True).content.decode()
    assert "RKT: 2 baris disalin dan ditandai belum ditinjau." in jawaban
    assert "Narasi: 1 baris disalin dan ditandai belum ditinjau." in jawaban
    assert "Anggaran RKT tidak disalin" in jawaban
    assert "oleh Budi Santoso" in jawaban
    assert 'value="rkt"' not in jawaban  # not offered again
    assert "Belum ditinjau" in client.get("/kecamatan/balung/2022/rkt/isi/").content.decode()


def test_a_second_click_copies_nothing(client: Client, rkt: RKT) -> None:
    client.post(ALAMAT, {"dokumen": "rkt"})
    jawaban = client.post(ALAMAT, {"dokumen": "rkt"})
    assert jawaban.status_code == 409
    assert "RKT tahun 2022 sudah berisi. Yang ada tidak ditimpa" in jawaban.content.decode()
    assert SasaranRKT.objects.filter(rkt__tahun=2022).count() == 1


def test_something_has_to_be_chosen(client: Client, rkt: RKT) -> None:
    jawaban = client.post(ALAMAT, {"dokumen": "lain"})
    assert jawaban.status_code == 422
    isi = jawaban.content.decode()
    assert '<li><a href="#id_dokumen">Pilih paling sedikit satu dokumen.</a></li>' in isi
    assert '<p class="galat" id="id_dokumen_error">' in isi
    assert '<div class="gulung" id="id_dokumen" role="region" tabindex="0"' in isi


def test_a_closed_year_offers_nothing(client: Client, balung: Kecamatan, rkt: RKT) -> None:
    make_laporan(kecamatan=balung, tahun=2022, status=Laporan.Status.DIAJUKAN)
    assert 'value="rkt"' not in client.get(ALAMAT).content.decode()
    assert client.post(ALAMAT, {"dokumen": "rkt"}).status_code == 423
    assert not RKT.objects.filter(tahun=2022).exists()


def test_the_camat_is_told_who_may(balung: Kecamatan, rkt: RKT) -> None:
    camat = Client()
    camat.force_login(make_pengguna("camat", kecamatan=balung))
    assert camat.post(ALAMAT, {"dokumen": "rkt"}).status_code == 403
    assert not RKT.objects.filter(tahun=2022).exists()


def test_the_page_asks_the_same_whatever_there_is(
    client: Client, balung: Kecamatan, rkt: RKT, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(26):  # 7 of frame and rights, 9 counts for each year, 1 of the trail
        client.get(ALAMAT)
    for n in range(9):
        make(SasaranRKT, rkt=rkt)
        make(Narasi, kecamatan=balung, tahun=2021, kunci=f"k{n}")
    client.post(ALAMAT, {"dokumen": "rkt"})
    client.get(ALAMAT)  # takes the message
    with django_assert_num_queries(26):
        client.get(ALAMAT)
