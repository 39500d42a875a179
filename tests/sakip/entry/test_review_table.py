"""All copied rows of a table confirmed in one press, and taken back in one."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from kecamatan.ground.constraints import Reviewable
from kecamatan.models import Jejak, Kecamatan
from reports.models import Laporan
from reports.selectors import tahun_kecamatan
from sakip.models import (
    RKT,
    BarisPK,
    BarisRKT,
    IndikatorBarisRKT,
    KeputusanIKU,
    PerjanjianKinerja,
    RencanaAksi,
    SasaranRKT,
    TargetRenstra,
    Tujuan,
)
from sakip.records.anggaran.writes import anggaran_from_rkt
from sakip.records.iku.writes import iku_from_renstra
from sakip.records.pk.writes import pk_from_rkt
from sakip.records.rencana_aksi.writes import rencana_aksi_from_pk
from sakip.records.renstra.writes import renstra_copy_perubahan
from sakip.records.rkt.writes import sasaran_rkt_from_renstra
from sakip.selectors import REVIEWABLE, not_reviewed
from tests.factory import (
    make,
    make_indikator,
    make_kecamatan,
    make_laporan,
    make_pengguna,
    make_pk,
    make_renstra,
    make_sasaran,
)

BASE = "/kecamatan/balung/2021/"

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("signed_in"), pytest.mark.one_engine]

PRESS = re.compile(
    r'<form class="tinjau-tabel" method="post" action="(?P<to>[^"]+)">(?P<in>.*?)</form>', re.DOTALL
)
FIELD = re.compile(r'<input type="hidden" name="(?P<name>(?!csrf)[a-z-]+)" value="(?P<value>[^"]*)">')


@pytest.fixture
def pk(balung: Kecamatan) -> PerjanjianKinerja:
    pk = make_pk(kecamatan=balung)
    for name in ("Indeks", "Nilai", "Persentase"):
        make(BarisPK, perjanjian=pk, indikator=name, acuan_indikator=None, ditinjau=False)
    return pk


def presses(client: Client, kode: str = "pk") -> list[tuple[str, dict[str, str]]]:
    """Where each button of the page sends what."""
    page = client.get(f"{BASE}{kode}/isi/").content.decode()
    return [
        (form["to"], {one["name"]: one["value"] for one in FIELD.finditer(form["in"])})
        for form in PRESS.finditer(page)
    ]


def unread(pk: PerjanjianKinerja) -> list[str]:
    return [*pk.baris.filter(ditinjau=False).order_by("pk").values_list("indikator", flat=True)]


@pytest.mark.both_engines
def test_one_press_confirms_the_rows_that_the_page_showed(client: Client, pk: PerjanjianKinerja) -> None:
    """Neither what was copied since, nor, in the count, what somebody else confirmed meanwhile."""
    ((address, sent),) = presses(client)
    first = make(BarisPK, perjanjian=pk, indikator="Dibaca kemudian", acuan_indikator=None, ditinjau=False)
    sent |= {"baris-pk": f"{sent['baris-pk']},{first.pk}"}
    BarisPK.objects.filter(pk=first.pk).update(ditinjau=True)
    make(BarisPK, perjanjian=pk, indikator="Disalin kemudian", acuan_indikator=None, ditinjau=False)
    answer = client.post(address, sent, follow=True).content.decode()
    assert "3 baris dinyatakan sudah benar." in answer
    assert unread(pk) == ["Disalin kemudian"]
    assert sorted(
        Jejak.objects.filter(tindakan="catatan.ditinjau").values_list("objek_sebutan", flat=True)
    ) == [
        "3 baris",
        "Indeks",
        "Nilai",
        "Persentase",
    ]


def test_a_second_press_does_nothing(client: Client, pk: PerjanjianKinerja) -> None:
    ((address, sent),) = presses(client)
    for _ in range(2):
        assert client.post(address, sent).status_code == 302
    assert Jejak.objects.filter(tindakan="catatan.ditinjau").count() == 4


def test_it_is_undone_in_one_press(client: Client, pk: PerjanjianKinerja) -> None:
    make(BarisPK, perjanjian=pk, indikator="Dibaca dahulu", acuan_indikator=None, ditinjau=True)
    ((address, sent),) = presses(client)
    page = client.post(address, sent, follow=True).content.decode()
    (undo,) = re.findall(r'action="([^"]+/pulihkan/\d+/)"', page)
    for _ in range(2):
        client.post(undo)
    assert unread(pk) == ["Indeks", "Nilai", "Persentase"]  # what was read before stays read
    assert Jejak.objects.filter(tindakan="catatan.belum_ditinjau").count() == 4


@pytest.mark.both_engines
def test_one_row_is_undone_as_well(client: Client, pk: PerjanjianKinerja) -> None:
    row = pk.baris.get(indikator="Nilai")
    page = client.post(f"{BASE}isi/baris-pk/{row.pk}/tinjau/", follow=True).content.decode()
    assert unread(pk) == ["Indeks", "Persentase"]
    (undo,) = re.findall(r'action="([^"]+/pulihkan/\d+/)"', page)
    client.post(undo)
    assert unread(pk) == ["Indeks", "Nilai", "Persentase"]


@pytest.mark.both_engines
def test_a_table_of_two_kinds_has_one_button(client: Client, balung: Kecamatan) -> None:
    rkt = make(RKT, kecamatan=balung, tahun=2021)
    make(SasaranRKT, rkt=rkt, acuan_indikator=None, ditinjau=False)  # alone: its own button suffices
    row = make(BarisRKT, rkt=rkt, ditinjau=False)
    make(IndikatorBarisRKT, baris=row, ditinjau=False)
    ((address, sent),) = presses(client, "rkt")
    assert sorted(sent) == ["baris-rkt", "indikator-baris-rkt"]
    client.post(address, sent)
    assert not BarisRKT.objects.filter(ditinjau=False).exists()
    assert not IndikatorBarisRKT.objects.filter(ditinjau=False).exists()
    assert SasaranRKT.objects.filter(ditinjau=False).exists()


def test_rows_of_another_place_stay(client: Client, pk: PerjanjianKinerja) -> None:
    elsewhere = make(
        BarisPK,
        perjanjian=make_pk(kecamatan=make_kecamatan(kode="35.09.99", nama="Ambulu", slug="ambulu")),
        acuan_indikator=None,
        ditinjau=False,
    )
    client.post(f"{BASE}pk/tinjau/", {"baris-pk": f"{elsewhere.pk},x,,{'9' * 30}"})
    elsewhere.refresh_from_db()
    assert not elsewhere.ditinjau
    assert client.post(f"{BASE}realisasi/tinjau/").status_code == 404


def test_who_may_not_write_is_offered_nothing(pk: PerjanjianKinerja, balung: Kecamatan) -> None:
    reader = Client()
    reader.force_login(make_pengguna("camat", kecamatan=balung))
    assert presses(reader) == []
    assert reader.post(f"{BASE}pk/tinjau/", {"baris-pk": "1"}).status_code == 403
    assert len(unread(pk)) == 3


def test_a_closed_year_says_so(client: Client, pk: PerjanjianKinerja, balung: Kecamatan) -> None:
    ((address, sent),) = presses(client)
    make_laporan(kecamatan=balung, status=Laporan.Status.DIAJUKAN)
    assert "pesan-galat" in client.post(address, sent, follow=True).content.decode()
    assert len(unread(pk)) == 3


def test_every_row_that_may_be_copied_is_counted() -> None:
    assert {model for _, model in REVIEWABLE} == {
        model for model in Reviewable.__subclasses__() if model._meta.model_name != "narasi"
    }


@pytest.mark.both_engines
def test_what_is_made_from_another_document_waits_for_a_reader(balung: Kecamatan) -> None:
    renstra = make_renstra(kecamatan=balung)
    skm = make_indikator(sasaran=make_sasaran(tujuan=make(Tujuan, renstra=renstra)), iku=True)
    make(TargetRenstra, indikator=skm, tahun=2021, angka=80)
    rkt = make(RKT, kecamatan=balung, tahun=2021)
    make(BarisRKT, rkt=rkt, anggaran=1000)
    sasaran_rkt_from_renstra(rkt=rkt, by=None)
    iku_from_renstra(keputusan=make(KeputusanIKU, kecamatan=balung, tahun=2021), by=None)
    pk_from_rkt(kecamatan=balung, tahun=2021, by=None)
    rencana_aksi_from_pk(rencana=make(RencanaAksi, kecamatan=balung, tahun=2021), by=None)
    anggaran_from_rkt(kecamatan=balung, tahun=2021, by=None)
    assert not_reviewed(kecamatan=balung, tahun=2021) == {
        "rkt": 1,
        "iku": 2,  # its indikator, and the tujuan
        "pk": 2,
        "rencana-aksi": 1,
        "anggaran": 1,
    }


@pytest.mark.both_engines
def test_a_renstra_that_was_begun_as_a_copy_waits_as_a_whole(client: Client, balung: Kecamatan) -> None:
    first = make_renstra(kecamatan=balung)
    make(Tujuan, renstra=first)
    fresh = renstra_copy_perubahan(renstra=first, tahun=2021, by=None)
    assert not_reviewed(kecamatan=balung, tahun=2022) == {"renstra": 1}  # in every year that it covers
    make(RKT, kecamatan=balung, tahun=2022)
    (year,) = tahun_kecamatan([balung])
    assert year.unread == {"renstra"}
    assert "Belum ditinjau" in client.get(f"{BASE}renstra/isi/").content.decode()
    make_laporan(kecamatan=balung, status=Laporan.Status.DIAJUKAN)  # closes its year, not the Renstra
    page = client.post(f"{BASE}isi/renstra/{fresh.pk}/tinjau/", follow=True).content.decode()
    assert "Renstra ini dinyatakan sudah benar." in page
    assert not_reviewed(kecamatan=balung, tahun=2022) == {}
    (undo,) = re.findall(r'action="([^"]+/pulihkan/[0-9]+/)"', page)
    client.post(undo)
    assert not_reviewed(kecamatan=balung, tahun=2022) == {"renstra": 1}
