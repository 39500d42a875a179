"""Entry of the rencana aksi: four targets to a row, kegiatan below it, the first step from the PK."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kecamatan.models import Kecamatan
from sakip.models import (
    BarisPK,
    BarisRencanaAksi,
    Indikator,
    KegiatanRencanaAksi,
    RencanaAksi,
    SubKegiatan,
    TargetTriwulan,
    Tujuan,
)
from tests.factory import (
    make,
    make_indikator,
    make_kecamatan,
    make_pk,
    make_renstra,
    make_sasaran,
)
from tests.sakip.records.page_forms import errors, fill_form, store

#: Pages over the one writer, which test_row_pages, test_writer and the writes of each record hold on both engines.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine, pytest.mark.usefixtures("signed_in")]

BASE = "/kecamatan/balung/2021/"


@pytest.fixture
def rencana(balung: Kecamatan) -> RencanaAksi:
    return make(RencanaAksi, kecamatan=balung)


@pytest.fixture
def skm(balung: Kecamatan) -> Indikator:
    sasaran = make_sasaran(tujuan=make(Tujuan, renstra=make_renstra(kecamatan=balung)), uraian="Warga puas")
    return make_indikator(sasaran=sasaran, nama="Indeks kepuasan", satuan="indeks")


@pytest.fixture
def sub() -> SubKegiatan:
    return make(SubKegiatan, indikator="Jumlah dokumen sinergi", satuan="Dokumen")


def test_a_rencana_aksi_grows_from_nothing(
    client: Client, balung: Kecamatan, skm: Indikator, sub: SubKegiatan
) -> None:
    assert "Rencana aksi tahun 2021 belum dicatat" in client.get(f"{BASE}rencana-aksi/isi/").content.decode()
    store(client, f"{BASE}isi/rencana-aksi/baru/", tempat="Balung", tanggal_cetak="Januari 2021")
    rencana = RencanaAksi.objects.get()
    assert (rencana.kecamatan, rencana.tahun) == (balung, 2021)

    store(
        client,
        f"{BASE}isi/baris-rencana-aksi/baru/?induk={rencana.pk}",
        acuan_indikator=str(skm.pk),
        target_1="20",
        target_2="40,5",
        cetak_2="40,50",
        target_4="80",
    )
    row = BarisRencanaAksi.objects.get()
    assert (row.sasaran, row.indikator, row.satuan) == ("Warga puas", "Indeks kepuasan", "indeks")
    assert list(row.target.values_list("triwulan", "angka", "cetak")) == [
        (1, Decimal(20), ""),
        (2, Decimal("40.5"), "40,50"),
        (4, Decimal(80), ""),
    ]

    choose = f"{BASE}isi/kegiatan-rencana-aksi/baru/?induk={row.pk}&nomenklatur=sub_kegiatan-{sub.pk}"
    assert fill_form(client, choose)["indikator"] == "Jumlah dokumen sinergi"
    store(client, choose, triwulan_1="1", triwulan_3="2,5")
    kegiatan = KegiatanRencanaAksi.objects.get()
    assert (kegiatan.sub_kegiatan, kegiatan.kegiatan, kegiatan.program) == (
        sub,
        sub.kegiatan,
        sub.kegiatan.program,
    )
    assert (kegiatan.indikator, kegiatan.satuan) == ("Jumlah dokumen sinergi", "Dokumen")
    assert [kegiatan.triwulan_1, kegiatan.triwulan_2, kegiatan.triwulan_3] == [1, None, Decimal("2.5")]

    page = client.get(f"{BASE}rencana-aksi/isi/").content.decode()
    for word in ("Januari 2021", "Indeks kepuasan", "40,50", "Jumlah dokumen sinergi", "2,5"):
        assert word in page


@pytest.mark.parametrize(
    ("change", "location"),
    [
        ({"target_3": "98.5"}, "target_3"),
        ({"target_1": "3–2"}, "target_1"),
        ({"cetak_4": "BB"}, "target_4"),
        ({"akumulasi": "lain"}, "akumulasi"),
    ],
    ids=["ambiguous", "range upside down", "print without target", "unknown way"],
)
def test_a_refused_target_is_said_beside_its_triwulan(
    client: Client, rencana: RencanaAksi, skm: Indikator, change: dict[str, str], location: str
) -> None:
    address = f"{BASE}isi/baris-rencana-aksi/baru/?induk={rencana.pk}"
    assert list(errors(client, address, acuan_indikator=str(skm.pk), **change)) == [location]
    assert not BarisRencanaAksi.objects.exists()


def test_the_indikator_of_the_next_kecamatan_cannot_be_chosen(
    client: Client, balung: Kecamatan, rencana: RencanaAksi
) -> None:
    neighbour = make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.11")
    foreign = make_indikator(
        sasaran=make_sasaran(tujuan=make(Tujuan, renstra=make_renstra(kecamatan=neighbour)))
    )
    said = errors(
        client,
        f"{BASE}isi/baris-rencana-aksi/baru/?induk={rencana.pk}",
        acuan_indikator=str(foreign.pk),
        sasaran="A",
        indikator="B",
    )
    assert list(said) == ["acuan_indikator"]


def test_the_page_says_what_came_from_the_pk(client: Client, balung: Kecamatan, rencana: RencanaAksi) -> None:
    assert "Isi dari PK" not in client.get(f"{BASE}rencana-aksi/isi/").content.decode()
    sasaran = make_sasaran(tujuan=make(Tujuan, renstra=make_renstra(kecamatan=balung)))
    perjanjian = make_pk(kecamatan=balung)
    for key, akumulasi in (("a", "terakhir"), ("b", "jumlah")):
        indikator = make_indikator(sasaran=sasaran, kunci=key, nama=key, akumulasi=akumulasi)
        make(BarisPK, perjanjian=perjanjian, acuan_indikator=indikator, indikator=key)
    assert "Isi dari PK" in client.get(f"{BASE}rencana-aksi/isi/").content.decode()
    answer = client.post(f"{BASE}rencana-aksi/dari-pk/", follow=True).content.decode()
    assert "2 indikator ditambahkan dari PK murni." in answer
    assert "Target PK menjadi target triwulan terakhir pada 1 indikator." in answer
    assert "Target triwulan diusulkan pada 1 indikator, menurut pembagian tahun lalu atau merata" in answer
    assert "Belum ditinjau" in answer
    answer = client.post(f"{BASE}rencana-aksi/dari-pk/", follow=True).content.decode()
    assert "Semua indikator PK sudah ada dalam rencana aksi." in answer
    assert BarisRencanaAksi.objects.count() == 2


def test_a_page_of_any_size_costs_the_same_queries(
    client: Client, rencana: RencanaAksi, skm: Indikator, sub: SubKegiatan
) -> None:
    def jumlah() -> int:
        with CaptureQueriesContext(connection) as query:
            assert client.get(f"{BASE}rencana-aksi/isi/").status_code == 200
        return len(query)

    def content() -> None:
        row = make(BarisRencanaAksi, rencana_aksi=rencana, acuan_indikator=skm)
        make(TargetTriwulan, baris=row)
        make(
            KegiatanRencanaAksi,
            baris=row,
            program=sub.kegiatan.program,
            kegiatan=sub.kegiatan,
            sub_kegiatan=sub,
        )

    content()
    jumlah()
    one = jumlah()
    for _ in range(5):
        content()
    assert jumlah() == one
