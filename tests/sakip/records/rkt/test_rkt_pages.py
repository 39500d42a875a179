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
from tests.sakip.records.page_forms import errors, sign_in, store

#: Pages over the one writer, which test_row_pages, test_writer and the writes of each record hold on both engines.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine, pytest.mark.usefixtures("signed_in")]

BASE = "/kecamatan/balung/2021/"
SEARCH = f"{BASE}nomenklatur/"


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
    assert "RKT tahun 2021 belum dicatat" in client.get(f"{BASE}rkt/isi/").content.decode()
    camat = make_masa_jabatan(kecamatan=balung)
    address = f"{BASE}isi/rkt/baru/"
    assert list(errors(client, address, tanggal="4/1/2021", tanggal_cetak="Januari 2021")) == [
        "tanggal_cetak"
    ]
    store(client, address, tempat="Balung", tanggal="4 Januari 2021", penandatangan=str(camat.pk))
    rkt = RKT.objects.get()
    assert (rkt.kecamatan, rkt.tahun, rkt.tempat, rkt.penandatangan) == (balung, 2021, "Balung", camat)
    assert "4 Januari 2021" in client.get(f"{BASE}rkt/isi/").content.decode()
    # There is one RKT a year.
    assert "RKT tahun ini sudah ada" in str(errors(client, address))


def test_who_signs_is_the_camat_of_this_kecamatan(client: Client, balung: Kecamatan, rkt: RKT) -> None:
    neighbour = make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.11")
    foreign = make_masa_jabatan(kecamatan=neighbour)
    sekretaris = make_masa_jabatan(kecamatan=balung, jabatan="sekretaris")
    for masa in (foreign, sekretaris):
        said = errors(client, f"{BASE}isi/rkt/{rkt.pk}/", penandatangan=str(masa.pk))
        assert list(said) == ["penandatangan"]


def test_what_is_left_empty_comes_from_the_renstra(client: Client, rkt: RKT, skm: Indikator) -> None:
    address = f"{BASE}isi/sasaran-rkt/baru/?induk={rkt.pk}"
    store(client, address, acuan_indikator=str(skm.pk))
    row = SasaranRKT.objects.get()
    assert (row.sasaran, row.indikator, row.satuan) == ("Warga puas", "Indeks kepuasan", "indeks")
    assert (row.angka, row.cetak, row.acuan_indikator) == (Decimal("82.5"), "82,50", skm)

    # What is typed stays as typed; a target that is emptied afterwards stays empty.
    store(client, address, acuan_indikator=str(skm.pk), indikator="IKM", target="83")
    other = SasaranRKT.objects.latest("pk")
    assert (other.indikator, other.sasaran, other.angka, other.cetak) == (
        "IKM",
        "Warga puas",
        Decimal(83),
        "",
    )
    store(client, f"{BASE}isi/sasaran-rkt/{other.pk}/", target="", satuan="")
    other.refresh_from_db()
    assert (other.angka, other.satuan) == (None, "")


def test_without_an_indikator_of_the_renstra_the_words_are_asked_for(client: Client, rkt: RKT) -> None:
    said = errors(client, f"{BASE}isi/sasaran-rkt/baru/?induk={rkt.pk}", target="80")
    assert said == {
        "sasaran": ["Isi sasaran seperti tercetak dalam RKT."],
        "indikator": ["Isi indikator seperti tercetak dalam RKT."],
    }


def test_the_indikator_of_the_next_kecamatan_cannot_be_chosen(
    client: Client, balung: Kecamatan, rkt: RKT, skm: Indikator
) -> None:
    neighbour = make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.11")
    foreign = make_indikator(
        sasaran=make_sasaran(tujuan=make(Tujuan, renstra=make_renstra(kecamatan=neighbour)))
    )
    old = make_indikator(
        sasaran=make_sasaran(
            tujuan=make(Tujuan, renstra=make_renstra(kecamatan=balung, tahun_awal=2010, tahun_akhir=2015))
        )
    )
    address = f"{BASE}isi/sasaran-rkt/baru/?induk={rkt.pk}"
    for indikator in (foreign, old):
        said = errors(
            client, address, acuan_indikator=str(indikator.pk), sasaran="A", indikator="B", target="1"
        )
        assert list(said) == ["acuan_indikator"]


def test_all_of_the_renstra_comes_with_one_press(client: Client, rkt: RKT, skm: Indikator) -> None:
    assert "Tambahkan semua dari Renstra" in client.get(f"{BASE}rkt/isi/").content.decode()
    answer = client.post(f"{BASE}rkt/dari-renstra/", follow=True)
    assert "1 indikator ditambahkan dari Renstra dengan target tahun 2021." in answer.content.decode()
    assert SasaranRKT.objects.get().angka == Decimal("82.5")
    answer = client.post(f"{BASE}rkt/dari-renstra/", follow=True)
    assert "Semua indikator Renstra sudah ada dalam RKT." in answer.content.decode()


def test_filling_from_a_renstra_that_is_not_there_says_what_helps(client: Client, rkt: RKT) -> None:
    answer = client.post(f"{BASE}rkt/dari-renstra/", follow=True)
    assert "Renstra yang berlaku tahun 2021 belum dicatat." in answer.content.decode()


def test_a_sub_kegiatan_is_found_and_chosen(client: Client, rkt: RKT, sub: SubKegiatan) -> None:
    answer = client.get(f"{SEARCH}?q=vertikal&untuk=baris-rkt&induk={rkt.pk}")
    choose = f"{BASE}isi/baris-rkt/baru/?induk={rkt.pk}&nomenklatur=sub_kegiatan-{sub.pk}"
    assert choose.replace("&", "&amp;") in answer.content.decode()
    store(client, choose, anggaran="5.000.000", indikator_target="12")
    row = BarisRKT.objects.get()
    assert (row.sub_kegiatan, row.kegiatan, row.program) == (sub, sub.kegiatan, sub.kegiatan.program)
    assert row.anggaran == 5_000_000
    indikator = IndikatorBarisRKT.objects.get()
    assert (indikator.baris, indikator.uraian) == (row, "Jumlah dokumen sinergi")
    assert (indikator.target, indikator.satuan) == ("12", "Dokumen")
    assert Jejak.objects.get(objek_jenis="sakip.indikatorbarisrkt").objek_pk == indikator.pk
    page = client.get(f"{BASE}rkt/isi/").content.decode()
    for word in ("Sinergi dengan Instansi Vertikal", "Jumlah dokumen sinergi", "Rp5.000.000"):
        assert word in page


def test_the_first_indikator_is_judged_as_any_other(client: Client, rkt: RKT, sub: SubKegiatan) -> None:
    address = f"{BASE}isi/baris-rkt/baru/?induk={rkt.pk}&nomenklatur=sub_kegiatan-{sub.pk}"
    assert errors(
        client, address, anggaran="5.000.000", indikator="Jumlah dokumen", indikator_target="12 dokumen"
    ) == {"indikator_target": ['"12 dokumen" memuat satuan. Tulis 12, dan "dokumen" pada Satuan.']}
    assert not BarisRKT.objects.exists()


def test_a_row_changes_its_level_as_a_whole(client: Client, rkt: RKT, sub: SubKegiatan) -> None:
    store(client, f"{BASE}isi/baris-rkt/baru/?induk={rkt.pk}", nomenklatur=f"sub_kegiatan-{sub.pk}")
    row = BarisRKT.objects.get()
    other = make(Program, versi=sub.kegiatan.program.versi, kode="7.01.05", nama="Program Pemerintahan Umum")
    store(client, f"{BASE}isi/baris-rkt/{row.pk}/", nomenklatur=f"program-{other.pk}")
    row.refresh_from_db()
    assert (row.program, row.kegiatan, row.sub_kegiatan) == (other, None, None)
    jejak = Jejak.objects.get(objek_jenis="sakip.barisrkt", tindakan="catatan.diubah")
    column = "Program, kegiatan, atau sub kegiatan"
    assert jejak.sebelum == {column: "7.01.02.2.01.01 Sinergi dengan Instansi Vertikal"}
    assert jejak.sesudah == {column: "7.01.05 Program Pemerintahan Umum"}


def test_what_the_years_nomenklatur_does_not_have_cannot_be_chosen(
    client: Client, rkt: RKT, sub: SubKegiatan
) -> None:
    old = make(VersiNomenklatur, kode="pra-2021", tahun_awal=2006, tahun_akhir=2020)
    kegiatan = make(Kegiatan, program=make(Program, versi=old, kode="lama.01"), kode="lama.01.01")
    aceh = make(SubKegiatan, kegiatan=sub.kegiatan, kode="7.01.02.2.01.09", nama="Mukim", khusus_aceh=True)
    address = f"{BASE}isi/baris-rkt/baru/?induk={rkt.pk}"
    choices = element_texts(client.get(address).content.decode(), "option")
    assert [word for word in choices if sub.nama in word]
    assert not [word for word in choices if "Mukim" in word]
    for key in (f"kegiatan-{kegiatan.pk}", f"sub_kegiatan-{aceh.pk}", "sub_kegiatan-0"):
        assert list(errors(client, address, nomenklatur=key)) == ["nomenklatur"]
    assert errors(client, address) == {"nomenklatur": ["Pilih program, kegiatan, atau sub kegiatan."]}
    # A row of an older nomenklatur keeps its choice until another is made.
    row = make(BarisRKT, rkt=rkt, program=kegiatan.program, kegiatan=kegiatan)
    store(client, f"{BASE}isi/baris-rkt/{row.pk}/", anggaran="1.000")
    row.refresh_from_db()
    assert (row.kegiatan, row.anggaran) == (kegiatan, 1000)


def test_units_of_a_row_are_the_kecamatans(
    client: Client, balung: Kecamatan, rkt: RKT, sub: SubKegiatan
) -> None:
    make(UnitKerja, kecamatan=balung, kunci="camat", nama="Camat Balung")
    address = f"{BASE}isi/baris-rkt/baru/?induk={rkt.pk}"
    key = f"sub_kegiatan-{sub.pk}"
    assert list(errors(client, address, nomenklatur=key, penanggung_jawab=["asing"])) == ["penanggung_jawab"]
    store(client, address, nomenklatur=key, penanggung_jawab=["camat"])
    assert BarisRKT.objects.get().penanggung_jawab == ["camat"]
    assert "Camat Balung" in client.get(f"{BASE}rkt/isi/").content.decode()


def test_the_search_says_when_nothing_fits(client: Client, rkt: RKT, sub: SubKegiatan) -> None:
    page = client.get(f"{SEARCH}?q=antariksa&untuk=baris-rkt&induk={rkt.pk}").content.decode()
    assert "Tidak ada yang cocok dengan “antariksa”" in page
    assert 'value="antariksa"' in page
    assert client.get(f"{SEARCH}?untuk=pk").status_code == 404
    assert client.get(f"{SEARCH}?untuk=baris-rkt&induk=x").status_code == 404


def test_who_only_reads_searches_but_chooses_nothing(balung: Kecamatan, rkt: RKT, sub: SubKegiatan) -> None:
    camat = sign_in("camat", balung)
    page = camat.get(f"{SEARCH}?untuk=baris-rkt&induk={rkt.pk}").content.decode()
    assert "Sinergi dengan Instansi Vertikal" in page
    assert "Pilih<span" not in page


def test_a_submitted_year_offers_nothing_to_add(client: Client, balung: Kecamatan, rkt: RKT) -> None:
    make_laporan(kecamatan=balung, status="diajukan")
    page = client.get(f"{BASE}rkt/isi/").content.decode()
    actions = element_texts(page, "a", "button")
    assert actions
    for word in ("Tambah", "Cari dalam nomenklatur", "Ubah"):
        assert not [one for one in actions if word in one]
    answer = client.post(f"{BASE}rkt/dari-renstra/", follow=True)
    assert "terkunci karena LKIP sudah" in answer.content.decode()


def test_pages_of_any_size_cost_the_same_queries(
    client: Client, rkt: RKT, skm: Indikator, sub: SubKegiatan
) -> None:
    def jumlah(address: str) -> int:
        with CaptureQueriesContext(connection) as query:
            assert client.get(address).status_code == 200
        return len(query)

    def content() -> None:
        make(SasaranRKT, rkt=rkt, acuan_indikator=skm)
        row = make(
            BarisRKT,
            rkt=rkt,
            program=sub.kegiatan.program,
            kegiatan=sub.kegiatan,
            sub_kegiatan=sub,
            acuan_sasaran=skm.sasaran,
        )
        make(IndikatorBarisRKT, baris=row)

    addresses = (f"{BASE}rkt/isi/", f"{SEARCH}?q=7.01&untuk=baris-rkt&induk={rkt.pk}")
    content()
    for address in addresses:
        jumlah(address)
    one = [jumlah(address) for address in addresses]
    for n in range(5):
        content()
        make(SubKegiatan, kegiatan=sub.kegiatan, kode=f"7.01.02.2.01.1{n}", nama=f"Sub {n}")
    assert [jumlah(address) for address in addresses] == one


def test_forms_with_any_number_of_choices_cost_the_same_queries(
    client: Client, balung: Kecamatan, rkt: RKT, skm: Indikator, sub: SubKegiatan
) -> None:
    def jumlah(address: str) -> int:
        with CaptureQueriesContext(connection) as query:
            assert client.get(address).status_code == 200
        return len(query)

    camat = make(UnitKerja, kecamatan=balung)

    def content(n: int) -> None:
        sasaran = make_sasaran(tujuan=skm.sasaran.tujuan, kunci=f"s-{n}")
        make_indikator(sasaran=sasaran, kunci=f"i-{n}")
        make(SubKegiatan, kegiatan=sub.kegiatan, kode=f"7.01.02.2.01.1{n}", nama=f"Sub {n}")
        make(UnitKerja, kunci=f"unit-{n}", nama=f"Unit {n}", jenis="seksi", induk=camat)
        make_masa_jabatan(kecamatan=balung, mulai=date(2015 + n, 1, 1), sampai=date(2015 + n, 12, 31))
        periode = make(PeriodeRPJMD, tahun_awal=2030 + n, tahun_akhir=2040)
        make(MisiRPJMD, periode=periode)

    addresses = (
        f"{BASE}isi/rkt/{rkt.pk}/",
        f"{BASE}isi/sasaran-rkt/baru/?induk={rkt.pk}",
        f"{BASE}isi/baris-rkt/baru/?induk={rkt.pk}",
        f"{BASE}isi/indikator/{skm.pk}/",
        f"{BASE}isi/sasaran/{skm.sasaran_id}/",
        f"{BASE}isi/renstra/{skm.renstra_id}/",
    )
    content(0)
    for address in addresses:
        jumlah(address)
    one = [jumlah(address) for address in addresses]
    for n in range(1, 5):
        content(n)
    assert [jumlah(address) for address in addresses] == one
