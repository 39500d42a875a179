"""Entry of the RKT: rows from the Renstra, programs from the nomenklatur, each found and chosen without scripts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kecamatan.models import Jejak, Kecamatan, UnitKerja
from sakip.models import (
    RKT,
    BarisRKT,
    Indikator,
    IndikatorBarisRKT,
    Kegiatan,
    MisiRPJMD,
    PeriodeRPJMD,
    Program,
    SasaranRKT,
    SubKegiatan,
    TargetRenstra,
    Tujuan,
    VersiNomenklatur,
)
from tests.factory import (
    make,
    make_indikator,
    make_kecamatan,
    make_laporan,
    make_masa_jabatan,
    make_renstra,
    make_sasaran,
)
from tests.responses import element_texts
from tests.sakip.records.page_forms import galat, masuk, store

#: Pages over the one writer, which test_row_pages, test_writer and the writes of each record hold on both engines.
pytestmark = [pytest.mark.django_db, pytest.mark.satu_mesin, pytest.mark.usefixtures("signed_in")]

AWAL = "/kecamatan/balung/2021/"
CARI = f"{AWAL}nomenklatur/"


@pytest.fixture
def rkt(balung: Kecamatan) -> RKT:
    return make(RKT, kecamatan=balung)


@pytest.fixture
def skm(balung: Kecamatan) -> Indikator:
    """An indikator of the Renstra with a target for 2021."""
    sasaran = make_sasaran(tujuan=make(Tujuan, renstra=make_renstra(kecamatan=balung)), uraian="Warga puas")
    indikator = make_indikator(sasaran=sasaran, nama="Indeks kepuasan", satuan="indeks")
    make(TargetRenstra, indikator=indikator, tahun=2021, angka=Decimal("82.5"), cetak="82,50")
    return indikator


@pytest.fixture
def sub() -> SubKegiatan:
    return make(
        SubKegiatan,
        nama="Sinergi dengan Instansi Vertikal",
        indikator="Jumlah dokumen sinergi",
        satuan="Dokumen",
    )


def test_an_rkt_begins_with_its_head(client: Client, balung: Kecamatan) -> None:
    assert "RKT tahun 2021 belum dicatat" in client.get(f"{AWAL}rkt/isi/").content.decode()
    camat = make_masa_jabatan(kecamatan=balung)
    alamat = f"{AWAL}isi/rkt/baru/"
    assert list(galat(client, alamat, tanggal="4/1/2021", tanggal_cetak="Januari 2021")) == ["tanggal_cetak"]
    store(client, alamat, tempat="Balung", tanggal="4 Januari 2021", penandatangan=str(camat.pk))
    rkt = RKT.objects.get()
    assert (rkt.kecamatan, rkt.tahun, rkt.tempat, rkt.penandatangan) == (balung, 2021, "Balung", camat)
    assert "4 Januari 2021" in client.get(f"{AWAL}rkt/isi/").content.decode()
    # There is one RKT a year.
    assert "RKT tahun ini sudah ada" in str(galat(client, alamat))


def test_who_signs_is_the_camat_of_this_kecamatan(client: Client, balung: Kecamatan, rkt: RKT) -> None:
    tetangga = make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.11")
    asing = make_masa_jabatan(kecamatan=tetangga)
    sekretaris = make_masa_jabatan(kecamatan=balung, jabatan="sekretaris")
    for masa in (asing, sekretaris):
        semua = galat(client, f"{AWAL}isi/rkt/{rkt.pk}/", penandatangan=str(masa.pk))
        assert list(semua) == ["penandatangan"]


def test_what_is_left_empty_comes_from_the_renstra(client: Client, rkt: RKT, skm: Indikator) -> None:
    alamat = f"{AWAL}isi/sasaran-rkt/baru/?induk={rkt.pk}"
    store(client, alamat, acuan_indikator=str(skm.pk))
    baris = SasaranRKT.objects.get()
    assert (baris.sasaran, baris.indikator, baris.satuan) == ("Warga puas", "Indeks kepuasan", "indeks")
    assert (baris.angka, baris.cetak, baris.acuan_indikator) == (Decimal("82.5"), "82,50", skm)

    # What is typed stays as typed; a target that is emptied afterwards stays empty.
    store(client, alamat, acuan_indikator=str(skm.pk), indikator="IKM", target="83")
    lain = SasaranRKT.objects.latest("pk")
    assert (lain.indikator, lain.sasaran, lain.angka, lain.cetak) == ("IKM", "Warga puas", Decimal(83), "")
    store(client, f"{AWAL}isi/sasaran-rkt/{lain.pk}/", target="", satuan="")
    lain.refresh_from_db()
    assert (lain.angka, lain.satuan) == (None, "")


def test_without_an_indikator_of_the_renstra_the_words_are_asked_for(client: Client, rkt: RKT) -> None:
    semua = galat(client, f"{AWAL}isi/sasaran-rkt/baru/?induk={rkt.pk}", target="80")
    assert semua == {
        "sasaran": ["Isi sasaran seperti tercetak dalam RKT."],
        "indikator": ["Isi indikator seperti tercetak dalam RKT."],
    }


def test_the_indikator_of_the_next_kecamatan_cannot_be_chosen(
    client: Client, balung: Kecamatan, rkt: RKT, skm: Indikator
) -> None:
    tetangga = make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.11")
    asing = make_indikator(
        sasaran=make_sasaran(tujuan=make(Tujuan, renstra=make_renstra(kecamatan=tetangga)))
    )
    lama = make_indikator(
        sasaran=make_sasaran(
            tujuan=make(Tujuan, renstra=make_renstra(kecamatan=balung, tahun_awal=2010, tahun_akhir=2015))
        )
    )
    alamat = f"{AWAL}isi/sasaran-rkt/baru/?induk={rkt.pk}"
    for indikator in (asing, lama):
        semua = galat(
            client, alamat, acuan_indikator=str(indikator.pk), sasaran="A", indikator="B", target="1"
        )
        assert list(semua) == ["acuan_indikator"]


def test_all_of_the_renstra_comes_with_one_press(client: Client, rkt: RKT, skm: Indikator) -> None:
    assert "Tambahkan semua dari Renstra" in client.get(f"{AWAL}rkt/isi/").content.decode()
    jawaban = client.post(f"{AWAL}rkt/dari-renstra/", follow=True)
    assert "1 indikator ditambahkan dari Renstra dengan target tahun 2021." in jawaban.content.decode()
    assert SasaranRKT.objects.get().angka == Decimal("82.5")
    jawaban = client.post(f"{AWAL}rkt/dari-renstra/", follow=True)
    assert "Semua indikator Renstra sudah ada dalam RKT." in jawaban.content.decode()


def test_filling_from_a_renstra_that_is_not_there_says_what_helps(client: Client, rkt: RKT) -> None:
    jawaban = client.post(f"{AWAL}rkt/dari-renstra/", follow=True)
    assert "Renstra yang berlaku tahun 2021 belum dicatat." in jawaban.content.decode()


def test_a_sub_kegiatan_is_found_and_chosen(client: Client, rkt: RKT, sub: SubKegiatan) -> None:
    jawaban = client.get(f"{CARI}?q=vertikal&untuk=baris-rkt&induk={rkt.pk}")
    pilih = f"{AWAL}isi/baris-rkt/baru/?induk={rkt.pk}&nomenklatur=sub_kegiatan-{sub.pk}"
    assert pilih.replace("&", "&amp;") in jawaban.content.decode()
    store(client, pilih, anggaran="5.000.000", indikator_target="12")
    baris = BarisRKT.objects.get()
    assert (baris.sub_kegiatan, baris.kegiatan, baris.program) == (sub, sub.kegiatan, sub.kegiatan.program)
    assert baris.anggaran == 5_000_000
    indikator = IndikatorBarisRKT.objects.get()
    assert (indikator.baris, indikator.uraian) == (baris, "Jumlah dokumen sinergi")
    assert (indikator.target, indikator.satuan) == ("12", "Dokumen")
    assert Jejak.objects.get(objek_jenis="sakip.indikatorbarisrkt").objek_pk == indikator.pk
    halaman = client.get(f"{AWAL}rkt/isi/").content.decode()
    for kata in ("Sinergi dengan Instansi Vertikal", "Jumlah dokumen sinergi", "Rp5.000.000"):
        assert kata in halaman


def test_the_first_indikator_is_judged_as_any_other(client: Client, rkt: RKT, sub: SubKegiatan) -> None:
    alamat = f"{AWAL}isi/baris-rkt/baru/?induk={rkt.pk}&nomenklatur=sub_kegiatan-{sub.pk}"
    assert galat(
        client, alamat, anggaran="5.000.000", indikator="Jumlah dokumen", indikator_target="12 dokumen"
    ) == {"indikator_target": ['"12 dokumen" memuat satuan. Tulis 12, dan "dokumen" pada Satuan.']}
    assert not BarisRKT.objects.exists()


def test_a_row_changes_its_level_as_a_whole(client: Client, rkt: RKT, sub: SubKegiatan) -> None:
    store(client, f"{AWAL}isi/baris-rkt/baru/?induk={rkt.pk}", nomenklatur=f"sub_kegiatan-{sub.pk}")
    baris = BarisRKT.objects.get()
    lain = make(Program, versi=sub.kegiatan.program.versi, kode="7.01.05", nama="Program Pemerintahan Umum")
    store(client, f"{AWAL}isi/baris-rkt/{baris.pk}/", nomenklatur=f"program-{lain.pk}")
    baris.refresh_from_db()
    assert (baris.program, baris.kegiatan, baris.sub_kegiatan) == (lain, None, None)
    jejak = Jejak.objects.get(objek_jenis="sakip.barisrkt", tindakan="catatan.diubah")
    kolom = "Program, kegiatan, atau sub kegiatan"
    assert jejak.sebelum == {kolom: "7.01.02.2.01.01 Sinergi dengan Instansi Vertikal"}
    assert jejak.sesudah == {kolom: "7.01.05 Program Pemerintahan Umum"}


def test_what_the_years_nomenklatur_does_not_have_cannot_be_chosen(
    client: Client, rkt: RKT, sub: SubKegiatan
) -> None:
    lama = make(VersiNomenklatur, kode="pra-2021", tahun_awal=2006, tahun_akhir=2020)
    kegiatan = make(Kegiatan, program=make(Program, versi=lama, kode="lama.01"), kode="lama.01.01")
    aceh = make(SubKegiatan, kegiatan=sub.kegiatan, kode="7.01.02.2.01.09", nama="Mukim", khusus_aceh=True)
    alamat = f"{AWAL}isi/baris-rkt/baru/?induk={rkt.pk}"
    pilihan = element_texts(client.get(alamat).content.decode(), "option")
    assert [kata for kata in pilihan if sub.nama in kata]
    assert not [kata for kata in pilihan if "Mukim" in kata]
    for kunci in (f"kegiatan-{kegiatan.pk}", f"sub_kegiatan-{aceh.pk}", "sub_kegiatan-0"):
        assert list(galat(client, alamat, nomenklatur=kunci)) == ["nomenklatur"]
    assert galat(client, alamat) == {"nomenklatur": ["Pilih program, kegiatan, atau sub kegiatan."]}
    # A row of an older nomenklatur keeps its choice until another is made.
    baris = make(BarisRKT, rkt=rkt, program=kegiatan.program, kegiatan=kegiatan)
    store(client, f"{AWAL}isi/baris-rkt/{baris.pk}/", anggaran="1.000")
    baris.refresh_from_db()
    assert (baris.kegiatan, baris.anggaran) == (kegiatan, 1000)


def test_units_of_a_row_are_the_kecamatans(
    client: Client, balung: Kecamatan, rkt: RKT, sub: SubKegiatan
) -> None:
    make(UnitKerja, kecamatan=balung, kunci="camat", nama="Camat Balung")
    alamat = f"{AWAL}isi/baris-rkt/baru/?induk={rkt.pk}"
    kunci = f"sub_kegiatan-{sub.pk}"
    assert list(galat(client, alamat, nomenklatur=kunci, penanggung_jawab=["asing"])) == ["penanggung_jawab"]
    store(client, alamat, nomenklatur=kunci, penanggung_jawab=["camat"])
    assert BarisRKT.objects.get().penanggung_jawab == ["camat"]
    assert "Camat Balung" in client.get(f"{AWAL}rkt/isi/").content.decode()


def test_the_search_says_when_nothing_fits(client: Client, rkt: RKT, sub: SubKegiatan) -> None:
    halaman = client.get(f"{CARI}?q=antariksa&untuk=baris-rkt&induk={rkt.pk}").content.decode()
    assert "Tidak ada yang cocok dengan “antariksa”" in halaman
    assert 'value="antariksa"' in halaman
    assert client.get(f"{CARI}?untuk=pk").status_code == 404
    assert client.get(f"{CARI}?untuk=baris-rkt&induk=x").status_code == 404


def test_who_only_reads_searches_but_chooses_nothing(balung: Kecamatan, rkt: RKT, sub: SubKegiatan) -> None:
    camat = masuk("camat", balung)
    halaman = camat.get(f"{CARI}?untuk=baris-rkt&induk={rkt.pk}").content.decode()
    assert "Sinergi dengan Instansi Vertikal" in halaman
    assert "Pilih<span" not in halaman


def test_a_submitted_year_offers_nothing_to_add(client: Client, balung: Kecamatan, rkt: RKT) -> None:
    make_laporan(kecamatan=balung, status="diajukan")
    halaman = client.get(f"{AWAL}rkt/isi/").content.decode()
    tindakan = element_texts(halaman, "a", "button")
    assert tindakan
    for kata in ("Tambah", "Cari dalam nomenklatur", "Ubah"):
        assert not [satu for satu in tindakan if kata in satu]
    jawaban = client.post(f"{AWAL}rkt/dari-renstra/", follow=True)
    assert "terkunci karena LKIP sudah" in jawaban.content.decode()


def test_pages_of_any_size_cost_the_same_queries(
    client: Client, rkt: RKT, skm: Indikator, sub: SubKegiatan
) -> None:
    def jumlah(alamat: str) -> int:
        with CaptureQueriesContext(connection) as kueri:
            assert client.get(alamat).status_code == 200
        return len(kueri)

    def isi() -> None:
        make(SasaranRKT, rkt=rkt, acuan_indikator=skm)
        baris = make(
            BarisRKT,
            rkt=rkt,
            program=sub.kegiatan.program,
            kegiatan=sub.kegiatan,
            sub_kegiatan=sub,
            acuan_sasaran=skm.sasaran,
        )
        make(IndikatorBarisRKT, baris=baris)

    semua = (f"{AWAL}rkt/isi/", f"{CARI}?q=7.01&untuk=baris-rkt&induk={rkt.pk}")
    isi()
    for alamat in semua:
        jumlah(alamat)
    satu = [jumlah(alamat) for alamat in semua]
    for n in range(5):
        isi()
        make(SubKegiatan, kegiatan=sub.kegiatan, kode=f"7.01.02.2.01.1{n}", nama=f"Sub {n}")
    assert [jumlah(alamat) for alamat in semua] == satu


def test_forms_with_any_number_of_choices_cost_the_same_queries(
    client: Client, balung: Kecamatan, rkt: RKT, skm: Indikator, sub: SubKegiatan
) -> None:
    def jumlah(alamat: str) -> int:
        with CaptureQueriesContext(connection) as kueri:
            assert client.get(alamat).status_code == 200
        return len(kueri)

    camat = make(UnitKerja, kecamatan=balung)

    def isi(n: int) -> None:
        sasaran = make_sasaran(tujuan=skm.sasaran.tujuan, kunci=f"s-{n}")
        make_indikator(sasaran=sasaran, kunci=f"i-{n}")
        make(SubKegiatan, kegiatan=sub.kegiatan, kode=f"7.01.02.2.01.1{n}", nama=f"Sub {n}")
        make(UnitKerja, kunci=f"unit-{n}", nama=f"Unit {n}", jenis="seksi", induk=camat)
        make_masa_jabatan(kecamatan=balung, mulai=date(2015 + n, 1, 1), sampai=date(2015 + n, 12, 31))
        periode = make(PeriodeRPJMD, tahun_awal=2030 + n, tahun_akhir=2040)
        make(MisiRPJMD, periode=periode)

    semua = (
        f"{AWAL}isi/rkt/{rkt.pk}/",
        f"{AWAL}isi/sasaran-rkt/baru/?induk={rkt.pk}",
        f"{AWAL}isi/baris-rkt/baru/?induk={rkt.pk}",
        f"{AWAL}isi/indikator/{skm.pk}/",
        f"{AWAL}isi/sasaran/{skm.sasaran_id}/",
        f"{AWAL}isi/renstra/{skm.renstra_id}/",
    )
    isi(0)
    for alamat in semua:
        jumlah(alamat)
    satu = [jumlah(alamat) for alamat in semua]
    for n in range(1, 5):
        isi(n)
    assert [jumlah(alamat) for alamat in semua] == satu
