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
from tests.sakip.records.page_forms import fill_form, galat, store

#: Pages over the one writer, which test_row_pages, test_writer and the writes of each record hold on both engines.
pytestmark = [pytest.mark.django_db, pytest.mark.satu_mesin, pytest.mark.usefixtures("signed_in")]

AWAL = "/kecamatan/balung/2021/"


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
    assert "Rencana aksi tahun 2021 belum dicatat" in client.get(f"{AWAL}rencana-aksi/isi/").content.decode()
    store(client, f"{AWAL}isi/rencana-aksi/baru/", tempat="Balung", tanggal_cetak="Januari 2021")
    rencana = RencanaAksi.objects.get()
    assert (rencana.kecamatan, rencana.tahun) == (balung, 2021)

    store(
        client,
        f"{AWAL}isi/baris-rencana-aksi/baru/?induk={rencana.pk}",
        acuan_indikator=str(skm.pk),
        target_1="20",
        target_2="40,5",
        cetak_2="40,50",
        target_4="80",
    )
    baris = BarisRencanaAksi.objects.get()
    assert (baris.sasaran, baris.indikator, baris.satuan) == ("Warga puas", "Indeks kepuasan", "indeks")
    assert list(baris.target.values_list("triwulan", "angka", "cetak")) == [
        (1, Decimal(20), ""),
        (2, Decimal("40.5"), "40,50"),
        (4, Decimal(80), ""),
    ]

    pilih = f"{AWAL}isi/kegiatan-rencana-aksi/baru/?induk={baris.pk}&nomenklatur=sub_kegiatan-{sub.pk}"
    assert fill_form(client, pilih)["indikator"] == "Jumlah dokumen sinergi"
    store(client, pilih, triwulan_1="1", triwulan_3="2,5")
    kegiatan = KegiatanRencanaAksi.objects.get()
    assert (kegiatan.sub_kegiatan, kegiatan.kegiatan, kegiatan.program) == (
        sub,
        sub.kegiatan,
        sub.kegiatan.program,
    )
    assert (kegiatan.indikator, kegiatan.satuan) == ("Jumlah dokumen sinergi", "Dokumen")
    assert [kegiatan.triwulan_1, kegiatan.triwulan_2, kegiatan.triwulan_3] == [1, None, Decimal("2.5")]

    halaman = client.get(f"{AWAL}rencana-aksi/isi/").content.decode()
    for kata in ("Januari 2021", "Indeks kepuasan", "40,50", "Jumlah dokumen sinergi", "2,5"):
        assert kata in halaman


@pytest.mark.parametrize(
    ("change", "letak"),
    [
        ({"target_3": "98.5"}, "target_3"),
        ({"target_1": "3–2"}, "target_1"),
        ({"cetak_4": "BB"}, "target_4"),
        ({"akumulasi": "lain"}, "akumulasi"),
    ],
    ids=["ambiguous", "range upside down", "print without target", "unknown way"],
)
def test_a_refused_target_is_said_beside_its_triwulan(
    client: Client, rencana: RencanaAksi, skm: Indikator, change: dict[str, str], letak: str
) -> None:
    alamat = f"{AWAL}isi/baris-rencana-aksi/baru/?induk={rencana.pk}"
    assert list(galat(client, alamat, acuan_indikator=str(skm.pk), **change)) == [letak]
    assert not BarisRencanaAksi.objects.exists()


def test_the_indikator_of_the_next_kecamatan_cannot_be_chosen(
    client: Client, balung: Kecamatan, rencana: RencanaAksi
) -> None:
    tetangga = make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.11")
    asing = make_indikator(
        sasaran=make_sasaran(tujuan=make(Tujuan, renstra=make_renstra(kecamatan=tetangga)))
    )
    semua = galat(
        client,
        f"{AWAL}isi/baris-rencana-aksi/baru/?induk={rencana.pk}",
        acuan_indikator=str(asing.pk),
        sasaran="A",
        indikator="B",
    )
    assert list(semua) == ["acuan_indikator"]


def test_the_page_says_what_came_from_the_pk(client: Client, balung: Kecamatan, rencana: RencanaAksi) -> None:
    assert "Isi dari PK" not in client.get(f"{AWAL}rencana-aksi/isi/").content.decode()
    sasaran = make_sasaran(tujuan=make(Tujuan, renstra=make_renstra(kecamatan=balung)))
    perjanjian = make_pk(kecamatan=balung)
    for kunci, akumulasi in (("a", "terakhir"), ("b", "jumlah")):
        indikator = make_indikator(sasaran=sasaran, kunci=kunci, nama=kunci, akumulasi=akumulasi)
        make(BarisPK, perjanjian=perjanjian, acuan_indikator=indikator, indikator=kunci)
    assert "Isi dari PK" in client.get(f"{AWAL}rencana-aksi/isi/").content.decode()
    jawaban = client.post(f"{AWAL}rencana-aksi/dari-pk/", follow=True).content.decode()
    assert "2 indikator ditambahkan dari PK murni." in jawaban
    assert "Target triwulan IV diisi dengan target PK pada 1 indikator." in jawaban
    jawaban = client.post(f"{AWAL}rencana-aksi/dari-pk/", follow=True).content.decode()
    assert "Semua indikator PK sudah ada dalam rencana aksi." in jawaban
    assert BarisRencanaAksi.objects.count() == 2


def test_a_page_of_any_size_costs_the_same_queries(
    client: Client, rencana: RencanaAksi, skm: Indikator, sub: SubKegiatan
) -> None:
    def jumlah() -> int:
        with CaptureQueriesContext(connection) as kueri:
            assert client.get(f"{AWAL}rencana-aksi/isi/").status_code == 200
        return len(kueri)

    def isi() -> None:
        baris = make(BarisRencanaAksi, rencana_aksi=rencana, acuan_indikator=skm)
        make(TargetTriwulan, baris=baris)
        make(
            KegiatanRencanaAksi,
            baris=baris,
            program=sub.kegiatan.program,
            kegiatan=sub.kegiatan,
            sub_kegiatan=sub,
        )

    isi()
    jumlah()
    satu = jumlah()
    for _ in range(5):
        isi()
    assert jumlah() == satu
