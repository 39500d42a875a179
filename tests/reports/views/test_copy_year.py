"""The page that begins a year from the last: what there is, what is chosen, and what was left out."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from kecamatan.models import Kecamatan
from reports.models import Laporan, Narasi
from sakip.models import RKT, BarisRKT, SaranaPrasarana, SasaranRKT
from tests.factory import make, make_laporan, make_pengguna

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("signed_in"), pytest.mark.one_engine]

ADDRESS = "/kecamatan/balung/2022/salin/"


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
    content = client.get(ADDRESS).content.decode()
    assert 'value="rkt"' in content
    assert 'value="narasi"' in content
    assert 'value="pk"' not in content  # last year has none
    answer = client.post(ADDRESS, {"dokumen": ["rkt", "narasi"]}, follow=True).content.decode()
    assert "RKT: 2 baris disalin dan ditandai belum ditinjau." in answer
    assert "Narasi: 1 baris disalin dan ditandai belum ditinjau." in answer
    assert "Anggaran RKT tidak disalin" in answer
    assert "oleh Budi Santoso" in answer
    assert 'value="rkt"' not in answer  # not offered again
    assert "Belum ditinjau" in client.get("/kecamatan/balung/2022/rkt/isi/").content.decode()


@pytest.mark.both_engines
def test_a_second_click_copies_nothing(client: Client, rkt: RKT) -> None:
    client.post(ADDRESS, {"dokumen": "rkt"})
    answer = client.post(ADDRESS, {"dokumen": "rkt"})
    assert answer.status_code == 409
    assert "RKT tahun 2022 sudah berisi. Yang ada tidak ditimpa" in answer.content.decode()
    assert SasaranRKT.objects.filter(rkt__tahun=2022).count() == 1


def test_a_list_is_completed_and_its_copies_are_read_as_a_table(client: Client, balung: Kecamatan) -> None:
    for nama in ("Komputer", "Meja", "Kursi"):
        make(SaranaPrasarana, kecamatan=balung, tahun=2021, nama=nama)
    make(SaranaPrasarana, kecamatan=balung, tahun=2022, nama="Komputer")
    assert "2 baris yang belum ada disalin; yang sudah ada tidak diubah." in client.get(ADDRESS).text
    answer = client.post(ADDRESS, {"dokumen": "sarana-prasarana"}, follow=True).text
    assert "Sarana dan prasarana: 2 baris disalin dan ditandai belum ditinjau." in answer
    assert "Sudah berisi; tidak ditimpa." in answer
    page = client.get("/kecamatan/balung/2022/sarana-prasarana/isi/").text
    assert page.count("Belum ditinjau") == 2
    assert "2 baris di atas belum ditinjau." in page
    waiting = SaranaPrasarana.objects.filter(ditinjau=False).values_list("pk", flat=True)
    client.post(
        "/kecamatan/balung/2022/sarana-prasarana/tinjau/", {"sarana-prasarana": ",".join(map(str, waiting))}
    )
    assert not SaranaPrasarana.objects.filter(ditinjau=False).exists()


def test_something_has_to_be_chosen(client: Client, rkt: RKT) -> None:
    answer = client.post(ADDRESS, {"dokumen": "lain"})
    assert answer.status_code == 422
    content = answer.content.decode()
    assert '<li><a href="#id_dokumen">Pilih paling sedikit satu dokumen.</a></li>' in content
    assert '<p class="galat" id="id_dokumen_error">' in content
    assert '<div class="gulung" id="id_dokumen" role="region" tabindex="0"' in content


def test_a_closed_year_offers_nothing(client: Client, balung: Kecamatan, rkt: RKT) -> None:
    make_laporan(kecamatan=balung, tahun=2022, status=Laporan.Status.DIAJUKAN)
    assert 'value="rkt"' not in client.get(ADDRESS).content.decode()
    assert client.post(ADDRESS, {"dokumen": "rkt"}).status_code == 423
    assert not RKT.objects.filter(tahun=2022).exists()


def test_the_camat_is_told_who_may(balung: Kecamatan, rkt: RKT) -> None:
    camat = Client()
    camat.force_login(make_pengguna("camat", kecamatan=balung))
    assert camat.post(ADDRESS, {"dokumen": "rkt"}).status_code == 403
    assert not RKT.objects.filter(tahun=2022).exists()


def test_the_page_asks_the_same_whatever_there_is(
    client: Client, balung: Kecamatan, rkt: RKT, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    # 6 of frame and rights, the Renstra in force, 11 counts for each year, 2 for each of the two lists that may be
    # completed, 1 of the trail
    with django_assert_num_queries(38):
        client.get(ADDRESS)
    for n in range(9):
        make(SasaranRKT, rkt=rkt)
        make(Narasi, kecamatan=balung, tahun=2021, kunci=f"k{n}")
    client.post(ADDRESS, {"dokumen": "rkt"})
    client.get(ADDRESS)  # takes the message
    with django_assert_num_queries(38):
        client.get(ADDRESS)


def test_a_year_after_one_without_records_is_led_to_where_it_can_begin(client: Client, rkt: RKT) -> None:
    assert "Belum ada catatan tahun" not in client.get(ADDRESS).text
    page = client.get("/kecamatan/balung/2030/salin/").text
    assert "Belum ada catatan tahun 2029 yang dapat disalin." in page
    assert 'href="/kecamatan/balung/2030/profil/isi/"' in page
