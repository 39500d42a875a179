"""Entry of PK, SK IKU and pembanding."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from kecamatan.models import Kecamatan, Peraturan, UnitKerja
from sakip import models as m
from tests.factory import (
    make,
    make_indikator,
    make_kecamatan,
    make_masa_jabatan,
    make_pk,
    make_renstra,
    make_sasaran,
)

#: Pages over the one writer, which test_row_pages, test_writer and the writes of each record hold on both engines.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine, pytest.mark.usefixtures("signed_in")]

BASE = "/kecamatan/balung/2021/"


@pytest.fixture
def skm(balung: Kecamatan) -> m.Indikator:
    return make_indikator(
        sasaran=make_sasaran(renstra=make_renstra(kecamatan=balung)),
        pembilang="Nilai",
        pengali=100,
        penyebut="Unsur",
        penjelasan=["Survei"],
        penanggung_jawab=["seksi-pelayanan"],
        sumber_data="Laporan SKM",
    )


def content(client: Client, kode: str) -> str:
    return client.get(f"{BASE}{kode}/isi/").content.decode()


# -- PK ----------------------------------------------------------------------------------------------


def test_a_row_takes_over_from_the_indikator_what_was_left_empty(
    client: Client, balung: Kecamatan, skm: m.Indikator
) -> None:
    make(m.TargetRenstra, indikator=skm, angka=Decimal("82.5"))
    pk = make_pk(kecamatan=balung)
    data = {"acuan_indikator": str(skm.pk), "indikator": "IKM"}
    assert client.post(f"{BASE}isi/baris-pk/baru/?induk={pk.pk}", data).status_code == 302
    row = pk.baris.get()
    assert (row.sasaran, row.indikator, row.satuan, row.acuan_sasaran, row.angka) == (
        skm.sasaran.uraian,
        "IKM",
        "indeks",
        skm.sasaran,
        Decimal("82.5"),
    )


def test_a_row_without_any_target_is_refused(client: Client, balung: Kecamatan, skm: m.Indikator) -> None:
    pk = make_pk(kecamatan=balung)
    answer = client.post(f"{BASE}isi/baris-pk/baru/?induk={pk.pk}", {"acuan_indikator": str(skm.pk)})
    assert answer.status_code == 422
    assert "Isi target." in answer.content.decode()


def test_rows_of_another_kecamatan_cannot_be_chosen(
    client: Client, balung: Kecamatan, skm: m.Indikator
) -> None:
    neighbour = make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.11")
    tujuan = make(m.Tujuan, renstra=make_renstra(kecamatan=neighbour))
    foreign = make_indikator(sasaran=make_sasaran(tujuan=tujuan))
    pk = make_pk(kecamatan=balung)
    data = {"acuan_indikator": str(foreign.pk), "sasaran": "S", "indikator": "I", "target": "1"}
    assert client.post(f"{BASE}isi/baris-pk/baru/?induk={pk.pk}", data).status_code == 422
    masa = make_masa_jabatan(kecamatan=neighbour)
    data = {"pihak_pertama": str(masa.pk), "tempat": "Jember"}
    assert client.post(f"{BASE}isi/pk/{pk.pk}/", data).status_code == 422
    assert not m.BarisPK.objects.exists()


def test_pk_murni_from_the_rkt_then_perubahan_with_what_differs(
    client: Client, balung: Kecamatan, skm: m.Indikator
) -> None:
    rkt = make(m.RKT, kecamatan=balung)
    make(m.SasaranRKT, rkt=rkt, indikator="IKM", acuan_indikator=skm, angka=Decimal(80))
    make(m.SasaranRKT, rkt=rkt, indikator="Tanpa target", acuan_indikator=None, angka=None)
    make(m.BarisRKT, rkt=rkt, anggaran=Decimal(1_250_000))
    before = content(client, "pk")
    assert "Buat PK murni dari RKT" in before
    shown = before.split("Indikator yang akan disalin", 1)[1]
    assert shown.index(">IKM<") < shown.index(">80<") < shown.index("Rp1.250.000")
    assert "Indikator &quot;Tanpa target&quot; tidak disalin" in shown
    assert not m.PerjanjianKinerja.objects.exists()
    m.SasaranRKT.objects.filter(indikator="Tanpa target").delete()
    murni = client.post(f"{BASE}pk/murni/", follow=True).content.decode()
    assert "Tidak ada yang berbeda dari RKT." in murni
    without_alasan = client.post(f"{BASE}pk/perubahan/", {"tempat": "Jember"})
    assert without_alasan.status_code == 422
    assert "Pilih alasan perubahan." in without_alasan.content.decode()
    client.post(f"{BASE}pk/perubahan/", {"tempat": "Jember", "alasan": "b", "tanggal": "1/10/2021"})
    perubahan = m.PerjanjianKinerja.objects.get(versi=1)
    perubahan.baris.update(angka=Decimal("84.5"))
    page = content(client, "pk")
    assert "Perubahan ke-1" in page
    assert "Yang berbeda dari PK murni" in page
    table = page.split("Yang berbeda dari RKT", 1)[1].split("</table>", 1)[0]
    assert table.index(">80<") < table.index(">84,5<")


def test_a_pk_that_was_begun_before_its_rkt_is_filled_from_it_afterwards(
    client: Client, balung: Kecamatan, skm: m.Indikator
) -> None:
    """It could only be deleted and begun anew."""
    rkt = make(m.RKT, kecamatan=balung)
    client.post(f"{BASE}pk/murni/")
    (pk,) = m.PerjanjianKinerja.objects.all()
    assert "Isi dari RKT" not in content(client, "pk")  # there is nothing in it
    make(m.SasaranRKT, rkt=rkt, indikator="IKM", acuan_indikator=skm, angka=Decimal(80))
    assert "Isi dari RKT" in content(client, "pk")
    filled = client.post(f"{BASE}pk/murni/", follow=True).content.decode()
    assert "PK murni diisi dari RKT: 1 baris." in filled
    assert "Tidak ada yang berbeda dari RKT." in filled
    assert "Isi dari RKT" not in filled
    assert [(row.perjanjian, row.indikator, row.angka) for row in m.BarisPK.objects.all()] == [
        (pk, "IKM", 80)
    ]
    again = client.post(f"{BASE}pk/murni/", follow=True).content.decode()
    assert "PK murni tahun 2021 sudah ada." in again
    assert m.BarisPK.objects.count() == 1


def test_a_pk_that_is_only_quoted_is_offered_to_be_completed(client: Client, balung: Kecamatan) -> None:
    pk = make_pk(kecamatan=balung, dikutip=True)
    assert "Lengkapi PK murni" in content(client, "pk")
    client.post(f"{BASE}pk/murni/")
    pk.refresh_from_db()
    assert not pk.dikutip


def test_pk_asks_the_same_whatever_its_length(
    client: Client, balung: Kecamatan, skm: m.Indikator, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    rkt = make(m.RKT, kecamatan=balung)

    def add(versi: range) -> None:
        for n in versi:
            pk = make_pk(kecamatan=balung, versi=n)
            make(m.BarisPK, perjanjian=pk, acuan_indikator=None)
            make(m.AnggaranPK, perjanjian=pk)
            make(m.SasaranRKT, rkt=rkt)
            make(m.BarisRKT, rkt=rkt)

    add(range(1))
    with django_assert_num_queries(
        39
    ):  # 9 of frame and rights, 9 of the page, 15 of its checks, 4 of differences, 2 of what is agreed
        content(client, "pk")
    add(range(1, 5))
    with django_assert_num_queries(39):
        content(client, "pk")


# -- IKU ---------------------------------------------------------------------------------------------


def test_iku_is_filled_from_the_renstra_once(client: Client, balung: Kecamatan, skm: m.Indikator) -> None:
    make(UnitKerja, kecamatan=balung, kunci="seksi-pelayanan", nama="Seksi Pelayanan")
    make_indikator(sasaran=skm.sasaran, kunci="bukan", iku=False)
    old = make_masa_jabatan(kecamatan=balung, mulai=date(2019, 1, 1), sampai=date(2021, 3, 31))
    make_masa_jabatan(kecamatan=balung, pejabat=old.pejabat, mulai=date(2021, 4, 1), status="plt")
    client.post(f"{BASE}isi/iku/baru/", {"nomor": "065/25", "tempat": "Balung", "tanggal": "5 Januari 2021"})
    iku = m.KeputusanIKU.objects.get()
    assert iku.penandatangan is None  # it follows the date
    assert f"{old}, menurut tanggal dokumen" in content(client, "iku")
    assert "1 indikator kinerja utama dalam Renstra belum ada di sini." in content(client, "iku")
    client.post(f"{BASE}iku/dari-renstra/")
    row = iku.baris.get()
    assert (row.acuan_indikator, row.sasaran, row.pembilang, row.penyebut) == (
        skm,
        skm.sasaran.uraian,
        "Nilai",
        "Unsur",
    )
    assert (row.penjelasan, row.penanggung_jawab, row.sumber_data) == (
        ["Survei"],
        ["Seksi Pelayanan"],
        "Laporan SKM",
    )
    answer = client.post(f"{BASE}iku/dari-renstra/", follow=True).content.decode()
    assert "Semua indikator kinerja utama dalam Renstra sudah ada." in answer
    assert m.BarisIKU.objects.count() == 1


def test_a_regulation_is_offered_while_it_is_in_force(client: Client, balung: Kecamatan) -> None:
    iku = make(m.KeputusanIKU, kecamatan=balung)
    in_force = make(Peraturan)
    revoked = make(Peraturan, kode="lama", sebutan="Peraturan lama", berlaku_sampai=2020)
    address = f"{BASE}isi/mengingat-iku/baru/?induk={iku.pk}"
    assert "Peraturan lama" not in client.get(address).content.decode()
    assert client.post(address, {"peraturan": str(revoked.pk)}).status_code == 422
    assert client.post(address, {"peraturan": str(in_force.pk)}).status_code == 302
    twice = client.post(address, {"peraturan": str(in_force.pk)})
    assert "Peraturan ini sudah ada dalam &quot;Mengingat&quot;." in twice.content.decode()


def test_iku_asks_the_same_whatever_its_length(
    client: Client, balung: Kecamatan, skm: m.Indikator, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    iku = make(m.KeputusanIKU, kecamatan=balung)

    def add(many: int) -> None:
        for n in range(many):
            make(m.BarisIKU, keputusan=iku, acuan_indikator=skm)
            make(m.ButirIKU, keputusan=iku)
            make(m.MengingatIKU, keputusan=iku, peraturan=make(Peraturan, kode=f"p-{many}-{n}"))

    add(1)
    with django_assert_num_queries(
        32
    ):  # 7 of frame and rights, 11 of the page, 8 of its checks, 4 of differences, 2 of what is agreed
        content(client, "iku")
    add(7)
    with django_assert_num_queries(32):
        content(client, "iku")


# -- Pembanding --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entry", "column"),
    [
        ({"nilai": "86,34"}, {"keadaan": "terisi", "angka": Decimal("86.34")}),
        ({"nilai": "45/50"}, {"keadaan": "terisi", "pembilang": Decimal(45), "penyebut": Decimal(50)}),
        (
            {"alasan": "belum dirilis"},
            {"keadaan": "tidak tersedia", "angka": None, "alasan": "belum dirilis"},
        ),
        (
            {"nilai": "tidak tersedia: belum dirilis"},
            {"keadaan": "tidak tersedia", "alasan": "belum dirilis"},
        ),
    ],
    ids=["number", "fraction", "reason", "reason as text"],
)
def test_a_pembanding_has_a_value_or_a_reason(
    client: Client, balung: Kecamatan, skm: m.Indikator, entry: dict[str, str], column: dict[str, object]
) -> None:
    assert f"?induk={skm.pk}&amp;lingkup=provinsi" in content(client, "pembanding")
    address = f"{BASE}isi/pembanding/baru/?induk={skm.pk}&lingkup=provinsi"
    data = {"lingkup": "provinsi", "tahun_nilai": "2020", "sumber": "BPS"}
    assert client.post(address, data | entry).status_code == 302
    row = m.PembandingIndikator.objects.get()
    assert {nama: getattr(row, nama) for nama in column} == column
    assert (row.tahun, row.tahun_nilai, row.lingkup) == (2021, 2020, "provinsi")
    # Shown again as it was typed, changed into the other kind.
    change = f"{BASE}isi/pembanding/{row.pk}/"
    fingerprint = client.get(change).content.decode().split('name="sidik" value="', 1)[1].split('"', 1)[0]
    new = {"nilai": "", "alasan": "ditarik kembali", "sidik": fingerprint}
    assert client.post(change, data | new).status_code == 302
    row.refresh_from_db()
    assert (row.keadaan, row.angka, row.pembilang, row.alasan) == (
        "tidak tersedia",
        None,
        None,
        "ditarik kembali",
    )


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ({}, "Isi nilai, atau isi alasan bila tidak tersedia."),
        ({"nilai": "1", "alasan": "x"}, "Kosongkan nilai, atau kosongkan alasan tidak tersedia."),
        ({"nilai": "98.5"}, "&quot;98.5&quot; meragukan"),
        ({"nilai": "1", "tahun_nilai": ""}, "Isi tahun nilai."),
    ],
    ids=["nothing", "both", "ambiguous", "no year"],
)
def test_what_is_wrong_with_a_pembanding_is_said(
    client: Client, skm: m.Indikator, entry: dict[str, str], message: str
) -> None:
    address = f"{BASE}isi/pembanding/baru/?induk={skm.pk}"
    answer = client.post(address, {"lingkup": "kabupaten", "tahun_nilai": "2021"} | entry)
    assert answer.status_code == 422
    assert message in answer.content.decode()
    assert not m.PembandingIndikator.objects.exists()


def test_pembanding_asks_the_same_whatever_its_length(
    client: Client, balung: Kecamatan, skm: m.Indikator, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make(m.PembandingIndikator, indikator=skm)
    with django_assert_num_queries(19):  # 9 of frame and rights, 3 of the page, 7 of its checks
        content(client, "pembanding")
    for n in range(6):
        other = make_indikator(sasaran=skm.sasaran, kunci=f"i{n}")
        make(m.PembandingIndikator, indikator=other)
    with django_assert_num_queries(19):
        content(client, "pembanding")
