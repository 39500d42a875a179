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
from tests.sakip.records.page_forms import errors, fill_form, store

#: Pages over the one writer, which test_row_pages, test_writer and the writes of each record hold on both engines.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine, pytest.mark.usefixtures("signed_in")]

BASE = "/kecamatan/balung/2021/"


def test_targets_come_back_as_they_were_typed_and_change_alone(client: Client, sasaran: Sasaran) -> None:
    indikator = make_indikator(sasaran=sasaran)
    unchanged = make(TargetRenstra, indikator=indikator, tahun=2021, angka=Decimal(80))
    make(TargetRenstra, indikator=indikator, tahun=2022, angka=Decimal(81))
    address = f"{BASE}isi/indikator/{indikator.pk}/"
    data = fill_form(client, address)
    assert [data[f"target_{tahun}"] for tahun in range(2021, 2027)] == ["80", "81", "", "", "", ""]

    store(client, address, target_2022="", target_2023="1.234,5")
    assert list(indikator.target.values_list("tahun", "angka")) == [
        (2021, Decimal(80)),
        (2023, Decimal("1234.5")),
    ]
    assert indikator.target.get(tahun=2021).pk == unchanged.pk
    jejak = Jejak.objects.get(objek_pk=indikator.pk, objek_jenis="sakip.indikator")
    assert jejak.sebelum == {"Target 2022": "81", "Target 2023": ""}
    assert jejak.sesudah == {"Target 2022": "", "Target 2023": "1.234,5"}


def test_a_new_target_is_not_printed_in_the_words_of_the_old(client: Client, sasaran: Sasaran) -> None:
    indikator = make_indikator(sasaran=sasaran)
    for tahun in (2021, 2022):
        make(TargetRenstra, indikator=indikator, tahun=tahun, angka=Decimal(80), cetak="80 (Baik)")
    address = f"{BASE}isi/indikator/{indikator.pk}/"
    said = errors(client, address, target_2022="90")
    assert list(said) == ["cetak_2022"]
    assert 'Tercetak "80 (Baik)", padahal nilainya 90.' in said["cetak_2022"][0]
    store(client, address, target_2022="90", cetak_2022="")
    assert list(indikator.target.values_list("tahun", "cetak")) == [(2021, "80 (Baik)"), (2022, "")]


def test_the_kunci_never_changes_and_is_unique_in_the_renstra(client: Client, sasaran: Sasaran) -> None:
    address = f"{BASE}isi/indikator/baru/?induk={sasaran.pk}"
    store(client, address, nama="Nilai SAKIP")
    store(client, address, nama="Nilai  SAKIP")
    one, two = Indikator.objects.order_by("pk")
    assert (one.kunci, two.kunci) == ("nilai-sakip", "nilai-sakip-2")
    assert (one.urut, two.urut) == (1, 2)
    store(client, f"{BASE}isi/indikator/{one.pk}/", nama="Nilai akuntabilitas kinerja")
    one.refresh_from_db()
    assert (one.nama, one.kunci) == ("Nilai akuntabilitas kinerja", "nilai-sakip")


@pytest.mark.parametrize(
    ("change", "location", "message"),
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
            "bukan angka. Indikator ini diukur dengan angka. Bila dinilai dengan huruf, ubah dahulu Jenis nilai",
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
    client: Client, sasaran: Sasaran, change: dict[str, str], location: str, message: str
) -> None:
    content = {"nama": "Indeks kepuasan"} | change
    said = errors(client, f"{BASE}isi/indikator/baru/?induk={sasaran.pk}", **content)
    assert list(said) == [location]
    assert message in said[location][0]
    assert not Indikator.objects.exists()


def _offer(balung: Kecamatan, *kode: str, tahun: int = 2021) -> None:
    skala = Skala.objects.filter(kode="capaian").first() or make(Skala, kode="capaian", untuk="capaian")
    make(KebijakanPengukuran, kabupaten=balung.kabupaten, tahun=tahun, skala=skala, rumus=list(kode))


def test_only_the_rumus_that_the_kebijakan_offers_is_chosen(
    client: Client, balung: Kecamatan, sasaran: Sasaran
) -> None:
    address = f"{BASE}isi/indikator/baru/?induk={sasaran.pk}"
    message = (
        '"Semakin rendah semakin baik (target ÷ realisasi)" tidak ditawarkan kebijakan pengukuran tahun 2021. '
        'Pilih "Semakin tinggi semakin baik" atau "Semakin rendah semakin baik", '
        "atau minta Bagian Organisasi menawarkannya."
    )
    assert errors(client, address, nama="Kematian ibu", rumus="negatif-bagi") == {"rumus": [message]}
    _offer(balung, "positif", "negatif-bagi", tahun=2020)  # what was decided last holds until it is changed
    choices = [kode for kode, _ in client.get(address).context["form"]["rumus"].field.choices]
    assert choices == ["positif", "negatif-bagi"]
    store(client, address, nama="Kematian ibu", rumus="negatif-bagi")
    assert Indikator.objects.get().rumus == "negatif-bagi"


def test_a_rumus_in_use_stays_when_it_is_no_longer_offered(
    client: Client, balung: Kecamatan, sasaran: Sasaran
) -> None:
    indikator = make_indikator(sasaran=sasaran, rumus="negatif-bagi")
    _offer(balung, "positif")
    address = f"{BASE}isi/indikator/{indikator.pk}/"
    store(client, address, satuan="orang")
    indikator.refresh_from_db()
    assert (indikator.satuan, indikator.rumus) == ("orang", "negatif-bagi")
    assert list(errors(client, address, rumus="negatif")) == ["rumus"]


def test_letters_are_those_of_the_scale(client: Client, sasaran: Sasaran) -> None:
    skala = make(Skala)
    skala.kategori.create(kode="A", label="Sangat Baik", batas=Decimal("88.31"))
    skala.kategori.create(kode="B", label="Baik", batas=None)
    huruf = {"nama": "Mutu", "jenis_nilai": "huruf", "rumus": "predikat", "skala": str(skala.pk)}
    address = f"{BASE}isi/indikator/baru/?induk={sasaran.pk}"
    said = errors(client, address, **huruf, target_2021="Z")
    assert said == {
        "target_2021": [
            'Target 2021: "Z" tidak ada pada skala "Mutu pelayanan SKM". Tulis A atau B, atau angkanya.'
        ]
    }
    store(client, address, **huruf, target_2021="a")
    assert TargetRenstra.objects.get().huruf == "A"


def test_units_are_those_of_the_kecamatan(client: Client, balung: Kecamatan, sasaran: Sasaran) -> None:
    camat = make(UnitKerja, kecamatan=balung)
    for order, (key, kind) in enumerate((("sekretariat", "sekretariat"), ("seksi-pelayanan", "seksi"))):
        nama = key.replace("-", " ").title()
        make(UnitKerja, kecamatan=balung, kunci=key, nama=nama, jenis=kind, induk=camat, urut=order + 1)
    neighbour = make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.11")
    make(UnitKerja, kecamatan=neighbour, kunci="seksi-asing", nama="Seksi Asing")
    address = f"{BASE}isi/indikator/baru/?induk={sasaran.pk}"
    assert list(errors(client, address, nama="A", penanggung_jawab=["seksi-asing"])) == ["penanggung_jawab"]
    store(client, address, nama="A", penanggung_jawab=["seksi-pelayanan", "sekretariat"])
    indikator = Indikator.objects.get()
    assert indikator.penanggung_jawab == ["sekretariat", "seksi-pelayanan"]
    jejak = Jejak.objects.get(objek_jenis="sakip.indikator")
    assert jejak.sesudah
    assert jejak.sesudah["Penanggung jawab"] == "Sekretariat\nSeksi Pelayanan"


def test_a_unit_that_is_gone_stays_until_it_is_taken_away(client: Client, sasaran: Sasaran) -> None:
    indikator = make_indikator(sasaran=sasaran, penanggung_jawab=["seksi-lama"])
    address = f"{BASE}isi/indikator/{indikator.pk}/"
    assert "seksi-lama (unit ini tidak ada lagi)" in client.get(address).content.decode()
    store(client, address, satuan="nilai")
    indikator.refresh_from_db()
    assert indikator.penanggung_jawab == ["seksi-lama"]
    store(client, address, penanggung_jawab=[])
    indikator.refresh_from_db()
    assert indikator.penanggung_jawab == []


def test_an_indikator_moves_to_another_sasaran_of_its_renstra(client: Client, sasaran: Sasaran) -> None:
    other = make_sasaran(tujuan=sasaran.tujuan, kunci="s2", uraian="Sasaran lain")
    make_indikator(sasaran=other, kunci="a", urut=7)
    indikator = make_indikator(sasaran=sasaran, kunci="b", urut=1)
    outside = make_sasaran(tujuan=make(Tujuan, renstra=make_renstra(tahun_awal=2016, tahun_akhir=2021)))
    address = f"{BASE}isi/indikator/{indikator.pk}/"
    assert list(errors(client, address, sasaran=str(outside.pk))) == ["sasaran"]
    store(client, address, sasaran=str(other.pk))
    indikator.refresh_from_db()
    assert (indikator.sasaran, indikator.urut) == (other, 8)
