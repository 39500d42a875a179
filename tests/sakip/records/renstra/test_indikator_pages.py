"""The sheet of an indikator: targets per year, a kunci that nobody types, units and scales that fit."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.test import Client

from kecamatan.models import Jejak, Kecamatan, UnitKerja
from sakip.models import (
    Indikator,
    KebijakanPengukuran,
    Sasaran,
    Skala,
    TargetRenstra,
    Tujuan,
)
from tests.factory import (
    make,
    make_indikator,
    make_kecamatan,
    make_renstra,
    make_sasaran,
)
from tests.sakip.records.page_forms import fill_form, galat, store

#: Pages over the one writer, which test_row_pages, test_writer and the writes of each record hold on both engines.
pytestmark = [pytest.mark.django_db, pytest.mark.satu_mesin, pytest.mark.usefixtures("signed_in")]

AWAL = "/kecamatan/balung/2021/"


def test_targets_come_back_as_they_were_typed_and_change_alone(client: Client, sasaran: Sasaran) -> None:
    indikator = make_indikator(sasaran=sasaran)
    tetap = make(TargetRenstra, indikator=indikator, tahun=2021, angka=Decimal(80))
    make(TargetRenstra, indikator=indikator, tahun=2022, angka=Decimal(81))
    alamat = f"{AWAL}isi/indikator/{indikator.pk}/"
    data = fill_form(client, alamat)
    assert [data[f"target_{tahun}"] for tahun in range(2021, 2027)] == ["80", "81", "", "", "", ""]

    store(client, alamat, target_2022="", target_2023="1.234,5")
    assert list(indikator.target.values_list("tahun", "angka")) == [
        (2021, Decimal(80)),
        (2023, Decimal("1234.5")),
    ]
    assert indikator.target.get(tahun=2021).pk == tetap.pk
    jejak = Jejak.objects.get(objek_pk=indikator.pk, objek_jenis="sakip.indikator")
    assert jejak.sebelum == {"Target 2022": "81", "Target 2023": ""}
    assert jejak.sesudah == {"Target 2022": "", "Target 2023": "1.234,5"}


def test_a_new_target_is_not_printed_in_the_words_of_the_old(client: Client, sasaran: Sasaran) -> None:
    indikator = make_indikator(sasaran=sasaran)
    for tahun in (2021, 2022):
        make(TargetRenstra, indikator=indikator, tahun=tahun, angka=Decimal(80), cetak="80 (Baik)")
    alamat = f"{AWAL}isi/indikator/{indikator.pk}/"
    semua = galat(client, alamat, target_2022="90")
    assert list(semua) == ["cetak_2022"]
    assert 'Tercetak "80 (Baik)", padahal nilainya 90.' in semua["cetak_2022"][0]
    store(client, alamat, target_2022="90", cetak_2022="")
    assert list(indikator.target.values_list("tahun", "cetak")) == [(2021, "80 (Baik)"), (2022, "")]


def test_the_kunci_never_changes_and_is_unique_in_the_renstra(client: Client, sasaran: Sasaran) -> None:
    alamat = f"{AWAL}isi/indikator/baru/?induk={sasaran.pk}"
    store(client, alamat, nama="Nilai SAKIP")
    store(client, alamat, nama="Nilai  SAKIP")
    satu, dua = Indikator.objects.order_by("pk")
    assert (satu.kunci, dua.kunci) == ("nilai-sakip", "nilai-sakip-2")
    assert (satu.urut, dua.urut) == (1, 2)
    store(client, f"{AWAL}isi/indikator/{satu.pk}/", nama="Nilai akuntabilitas kinerja")
    satu.refresh_from_db()
    assert (satu.nama, satu.kunci) == ("Nilai akuntabilitas kinerja", "nilai-sakip")


@pytest.mark.parametrize(
    ("change", "letak", "pesan"),
    [
        ({"nama": ""}, "nama", "Isi nama indikator."),
        ({"rumus": "predikat"}, "rumus", "Untuk jenis nilai Angka, pilih"),
        ({"jenis_nilai": "huruf", "rumus": "predikat"}, "skala", "Pilih skala hurufnya."),
        ({"pembilang": "Berkas selesai"}, "penyebut", "Isi pembilang dan penyebut"),
        ({"desimal": "5"}, "desimal", '"5" terlalu besar. Tulis paling banyak 4.'),
        ({"pengali": "0"}, "pengali", "Isi pengali lebih dari 0, atau kosongkan."),
        ({"bobot": "101"}, "bobot", "Isi bobot lebih dari 0 sampai 100 persen."),
        (
            {"target_2021": "BB"},
            "target_2021",
            "bukan angka. Indikator ini diukur dengan angka. Tulis angkanya;",
        ),
        ({"target_2021": "90–80"}, "target_2021", "batas bawah ditulis lebih dahulu. Tulis 80 s.d. 90."),
        ({"target_2021": "98.5"}, "target_2021", 'Target 2021: "98.5" meragukan'),
        ({"target_2021": "0,12345"}, "target_2021", "4"),
        ({"cetak_2021": "B (80)"}, "target_2021", "Isi target 2021, atau kosongkan bentuk cetaknya."),
    ],
    ids=[
        "no name",
        "formula of letters",
        "letters without a scale",
        "half a fraction",
        "decimals",
        "multiplier",
        "weight",
        "letter for a number",
        "range upside down",
        "ambiguous",
        "too fine",
        "print without target",
    ],
)
def test_what_cannot_be_stored_is_said_beside_the_field(
    client: Client, sasaran: Sasaran, change: dict[str, str], letak: str, pesan: str
) -> None:
    isi = {"nama": "Indeks kepuasan"} | change
    semua = galat(client, f"{AWAL}isi/indikator/baru/?induk={sasaran.pk}", **isi)
    assert list(semua) == [letak]
    assert pesan in semua[letak][0]
    assert not Indikator.objects.exists()


def _offer(balung: Kecamatan, *kode: str, tahun: int = 2021) -> None:
    skala = Skala.objects.filter(kode="capaian").first() or make(Skala, kode="capaian", untuk="capaian")
    make(KebijakanPengukuran, kabupaten=balung.kabupaten, tahun=tahun, skala=skala, rumus=list(kode))


def test_only_the_rumus_that_the_kebijakan_offers_is_chosen(
    client: Client, balung: Kecamatan, sasaran: Sasaran
) -> None:
    alamat = f"{AWAL}isi/indikator/baru/?induk={sasaran.pk}"
    pesan = (
        '"Semakin rendah semakin baik (target ÷ realisasi)" tidak ditawarkan kebijakan pengukuran tahun 2021. '
        'Pilih "Semakin tinggi semakin baik" atau "Semakin rendah semakin baik", '
        "atau minta Bagian Organisasi menawarkannya."
    )
    assert galat(client, alamat, nama="Kematian ibu", rumus="negatif-bagi") == {"rumus": [pesan]}
    _offer(balung, "positif", "negatif-bagi", tahun=2020)  # what was decided last holds until it is changed
    pilihan = [kode for kode, _ in client.get(alamat).context["form"]["rumus"].field.choices]
    assert pilihan == ["positif", "negatif-bagi"]
    store(client, alamat, nama="Kematian ibu", rumus="negatif-bagi")
    assert Indikator.objects.get().rumus == "negatif-bagi"


def test_a_rumus_in_use_stays_when_it_is_no_longer_offered(
    client: Client, balung: Kecamatan, sasaran: Sasaran
) -> None:
    indikator = make_indikator(sasaran=sasaran, rumus="negatif-bagi")
    _offer(balung, "positif")
    alamat = f"{AWAL}isi/indikator/{indikator.pk}/"
    store(client, alamat, satuan="orang")
    indikator.refresh_from_db()
    assert (indikator.satuan, indikator.rumus) == ("orang", "negatif-bagi")
    assert list(galat(client, alamat, rumus="negatif")) == ["rumus"]


def test_letters_are_those_of_the_scale(client: Client, sasaran: Sasaran) -> None:
    skala = make(Skala)
    skala.kategori.create(kode="A", label="Sangat Baik", batas=Decimal("88.31"))
    skala.kategori.create(kode="B", label="Baik", batas=None)
    huruf = {"nama": "Mutu", "jenis_nilai": "huruf", "rumus": "predikat", "skala": str(skala.pk)}
    alamat = f"{AWAL}isi/indikator/baru/?induk={sasaran.pk}"
    semua = galat(client, alamat, **huruf, target_2021="Z")
    assert semua == {
        "target_2021": ['Target 2021: "Z" tidak ada pada skala skm-2017. Tulis A atau B, atau angkanya.']
    }
    store(client, alamat, **huruf, target_2021="a")
    assert TargetRenstra.objects.get().huruf == "A"


def test_units_are_those_of_the_kecamatan(client: Client, balung: Kecamatan, sasaran: Sasaran) -> None:
    camat = make(UnitKerja, kecamatan=balung)
    for urut, (kunci, jenis) in enumerate((("sekretariat", "sekretariat"), ("seksi-pelayanan", "seksi"))):
        nama = kunci.replace("-", " ").title()
        make(UnitKerja, kecamatan=balung, kunci=kunci, nama=nama, jenis=jenis, induk=camat, urut=urut + 1)
    tetangga = make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.11")
    make(UnitKerja, kecamatan=tetangga, kunci="seksi-asing", nama="Seksi Asing")
    alamat = f"{AWAL}isi/indikator/baru/?induk={sasaran.pk}"
    assert list(galat(client, alamat, nama="A", penanggung_jawab=["seksi-asing"])) == ["penanggung_jawab"]
    store(client, alamat, nama="A", penanggung_jawab=["seksi-pelayanan", "sekretariat"])
    indikator = Indikator.objects.get()
    assert indikator.penanggung_jawab == ["sekretariat", "seksi-pelayanan"]
    jejak = Jejak.objects.get(objek_jenis="sakip.indikator")
    assert jejak.sesudah
    assert jejak.sesudah["Penanggung jawab"] == "Sekretariat\nSeksi Pelayanan"


def test_a_unit_that_is_gone_stays_until_it_is_taken_away(client: Client, sasaran: Sasaran) -> None:
    indikator = make_indikator(sasaran=sasaran, penanggung_jawab=["seksi-lama"])
    alamat = f"{AWAL}isi/indikator/{indikator.pk}/"
    assert "seksi-lama (unit ini tidak ada lagi)" in client.get(alamat).content.decode()
    store(client, alamat, satuan="nilai")
    indikator.refresh_from_db()
    assert indikator.penanggung_jawab == ["seksi-lama"]
    store(client, alamat, penanggung_jawab=[])
    indikator.refresh_from_db()
    assert indikator.penanggung_jawab == []


def test_an_indikator_moves_to_another_sasaran_of_its_renstra(client: Client, sasaran: Sasaran) -> None:
    lain = make_sasaran(tujuan=sasaran.tujuan, kunci="s2", uraian="Sasaran lain")
    make_indikator(sasaran=lain, kunci="a", urut=7)
    indikator = make_indikator(sasaran=sasaran, kunci="b", urut=1)
    luar = make_sasaran(tujuan=make(Tujuan, renstra=make_renstra(tahun_awal=2016, tahun_akhir=2021)))
    alamat = f"{AWAL}isi/indikator/{indikator.pk}/"
    assert list(galat(client, alamat, sasaran=str(luar.pk))) == ["sasaran"]
    store(client, alamat, sasaran=str(lain.pk))
    indikator.refresh_from_db()
    assert (indikator.sasaran, indikator.urut) == (lain, 8)
