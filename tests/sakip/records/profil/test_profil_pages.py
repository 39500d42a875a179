"""Entry of the profile: rows typed one by one or as lines, people found by NIP, kunci that nobody is asked for."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from lxml import html
from pytest_django import DjangoAssertNumQueries

from kecamatan.models import (
    ButirProfil,
    DasarHukumProfil,
    DesaKelurahan,
    FaktaProfil,
    Jejak,
    Kecamatan,
    KomposisiSDM,
    MasaJabatan,
    Pejabat,
    Peraturan,
    ProfilKecamatan,
    UnitKerja,
)
from tests.factory import make, make_kecamatan, make_masa_jabatan, make_pengguna

#: Pages over the one writer, which test_row_pages, test_writer and the writes of each record hold on both engines.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine, pytest.mark.usefixtures("signed_in")]

BASE = "/kecamatan/balung/2021/"
NIP = "197001011990012001"
OTHER_NIP = "198003152003121004"


def fingerprint(client: Client, address: str) -> str:
    return client.get(address).content.decode().split('name="sidik" value="', 1)[1].split('"', 1)[0]


def masa(**change: str) -> dict[str, str]:
    return {
        "nama": "NURYADI, S.STP.",
        "nip": "19800315 200312 1 004",
        "jabatan": "camat",
        "mulai": "1/1/2021",
    } | change


def test_the_page_asks_the_same_whatever_its_length(
    client: Client, balung: Kecamatan, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    profil = make(ProfilKecamatan, kecamatan=balung)
    make(DasarHukumProfil, profil=profil)
    make_masa_jabatan(kecamatan=balung)
    content(balung, profil, 1)
    with django_assert_num_queries(32):  # 7 of frame and rights, 12 of the page, 13 of its checks
        client.get(f"{BASE}profil/isi/")
    content(balung, profil, 9)
    with django_assert_num_queries(32):
        client.get(f"{BASE}profil/isi/")


def content(balung: Kecamatan, profil: ProfilKecamatan, many: int) -> None:
    for n in range(many):
        nama = f"{many} {n}"
        make(ButirProfil, profil=profil, uraian=nama)
        make(FaktaProfil, profil=profil)
        make(KomposisiSDM, kecamatan=balung)
        make(DesaKelurahan, kecamatan=balung, nama=nama)
        make(DasarHukumProfil, profil=profil, peraturan=make(Peraturan, kode=f"p-{many}-{n}"))
        person = make(Pejabat, nama=nama, nip="")
        make_masa_jabatan(kecamatan=balung, pejabat=person)


def test_rows_are_folded_unless_something_waits_in_them(client: Client, balung: Kecamatan) -> None:
    """The summary of a section says what is in it; what the outline leads to lies within, so that a browser unfolds it
    without a script."""
    profil = make(ProfilKecamatan, kecamatan=balung)
    make(ButirProfil, profil=profil, jenis="tugas", uraian="Dibaca")
    for uraian in ("Disalin", "Disalin juga"):
        make(ButirProfil, profil=profil, jenis="fungsi", uraian=uraian, ditinjau=False)
    shown = html.document_fromstring(client.get(f"{BASE}profil/isi/").content)
    sections = {one.findtext("summary/h2"): one for one in shown.iter("details")}
    said = {title: (one.findtext("summary/span"), "open" in one.attrib) for title, one in sections.items()}
    assert said["Tugas"] == ("1 baris", False)
    assert said["Fungsi"] == ("2 baris; 2 belum ditinjau", True)
    assert said["Dasar Hukum"] == ("belum ada baris", True)  # who came to fill it sees the button
    outline = dict.fromkeys(one.get("href") for one in shown.xpath("//nav[@class='isi-halaman']//a"))
    within = [one.xpath("string(div[@class='awal-lipat']/@id)") for one in sections.values()]
    assert len(within) == 10
    assert {f"#{one}" for one in within} <= outline.keys()


def test_the_office_is_changed_but_neither_added_nor_deleted(client: Client, balung: Kecamatan) -> None:
    address = f"{BASE}isi/kecamatan/{balung.pk}/"
    data = {"alamat": "Jl. Rambipuji 1", "kode_pos": "68161", "sidik": fingerprint(client, address)}
    assert client.post(address, data | {"nama": "Lain", "kode": "35.09.99"}).status_code == 302
    balung.refresh_from_db()
    assert (balung.alamat, balung.kode_pos, balung.nama, balung.kode) == (
        "Jl. Rambipuji 1",
        "68161",
        "Balung",
        "35.09.10",
    )
    answer = client.post(address, data | {"kode_pos": "6816", "sidik": fingerprint(client, address)})
    assert "&quot;6816&quot; bukan kode pos. Tulis lima angka" in answer.content.decode()
    assert client.get(f"{BASE}isi/kecamatan/baru/").status_code == 404
    assert client.post(f"{address}hapus/").status_code == 404


def test_men_and_women_make_the_population(client: Client) -> None:
    data = {"penduduk": "1.000", "penduduk_laki_laki": "400", "penduduk_perempuan": "500"}
    answer = client.post(f"{BASE}isi/profil/baru/", data)
    assert answer.status_code == 422
    assert "Penduduk 1.000 jiwa bukan jumlah 400 laki-laki dan 500 perempuan." in answer.content.decode()
    assert client.post(f"{BASE}isi/profil/baru/", data | {"penduduk_perempuan": "600"}).status_code == 302
    assert ProfilKecamatan.objects.get().penduduk == 1000


def test_adding_another_keeps_the_kind_of_the_last(client: Client, balung: Kecamatan) -> None:
    profil = make(ProfilKecamatan, kecamatan=balung)
    answer = client.post(
        f"{BASE}isi/butir-profil/baru/?induk={profil.pk}", {"jenis": "fungsi", "uraian": "Satu", "lagi": "ya"}
    )
    assert answer["Location"] == f"{BASE}isi/butir-profil/baru/?jenis=fungsi&induk={profil.pk}"


def test_a_unit_gets_its_kunci_from_its_name_and_keeps_it(client: Client, balung: Kecamatan) -> None:
    client.post(f"{BASE}isi/unit-kerja/baru/", {"nama": "Camat", "jenis": "camat"})
    camat = UnitKerja.objects.get()
    client.post(
        f"{BASE}isi/unit-kerja/baru/", {"nama": "Seksi Pelayanan", "jenis": "seksi", "induk": str(camat.pk)}
    )
    seksi = UnitKerja.objects.get(jenis="seksi")
    assert (camat.kunci, seksi.kunci, seksi.induk) == ("camat", "seksi-pelayanan", camat)
    address = f"{BASE}isi/unit-kerja/{seksi.pk}/"
    data = {
        "nama": "Seksi Umum",
        "jenis": "seksi",
        "induk": str(camat.pk),
        "sidik": fingerprint(client, address),
    }
    assert client.post(address, data).status_code == 302
    seksi.refresh_from_db()
    assert (seksi.nama, seksi.kunci) == ("Seksi Umum", "seksi-pelayanan")
    # A unit never stands below itself, nor below a unit of another kecamatan.
    foreign = make(UnitKerja, kecamatan=make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.11"))
    for parent in (seksi, foreign):
        answer = client.post(address, data | {"induk": str(parent.pk), "sidik": fingerprint(client, address)})
        assert answer.status_code == 422
    without = client.post(f"{BASE}isi/unit-kerja/baru/", {"nama": "Seksi Lain", "jenis": "seksi"})
    assert "Pilih atasan langsung unit kerja ini" in without.content.decode()


def test_a_unit_stands_indented_below_its_superior(client: Client, balung: Kecamatan) -> None:
    camat = make(UnitKerja, kecamatan=balung, kunci="camat", nama="Camat", jenis="camat")
    make(UnitKerja, kecamatan=balung, kunci="seksi", nama="Seksi Pelayanan", jenis="seksi", induk=camat)
    shown = client.get(f"{BASE}profil/isi/").content.decode()
    assert '<td class="nama-baris tingkat-0">Camat</td>' in shown
    assert (
        '<td class="nama-baris tingkat-1"><span class="tersembunyi">Tingkat 1: </span>Seksi Pelayanan</td>'
        in shown
    )


def test_a_person_is_recorded_with_the_first_term_and_found_by_nip_with_the_next(
    client: Client, balung: Kecamatan
) -> None:
    client.post(f"{BASE}isi/pejabat/baru/", masa(sampai="31/12/2021", status="plt"))
    client.post(f"{BASE}isi/pejabat/baru/", masa(mulai="1/1/2022", nip="198003152003121004"))
    person = Pejabat.objects.get()
    assert (person.nama, person.nip) == ("NURYADI, S.STP.", OTHER_NIP)
    assert [(m.sebutan, m.kecamatan, m.mulai) for m in person.masa.all()] == [
        ("Plt. Camat Balung", balung, date(2021, 1, 1)),
        ("Camat Balung", balung, date(2022, 1, 1)),
    ]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"nip": "1980"}, "&quot;1980&quot; bukan NIP: 4 angka, seharusnya 18."),
        ({"nip": NIP}, "NIP ini sudah tercatat atas nama &quot;SITI AMINAH, S.Sos.&quot;."),
        ({"sampai": "1/1/2020"}, "Isi tanggal akhir jabatan yang tidak lebih awal"),
        ({"nama": ""}, "Isi nama dengan gelar."),
        ({"jabatan": "bupati"}, "&quot;bupati&quot; tidak dikenal. Pilih Camat atau Sekretaris Camat."),
    ],
    ids=["NIP too short", "NIP of another", "ends before it begins", "no name", "not theirs to record"],
)
def test_what_is_wrong_with_a_term_is_said(
    client: Client, balung: Kecamatan, change: dict[str, str], message: str
) -> None:
    make_masa_jabatan(kecamatan=make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.11"))
    answer = client.post(f"{BASE}isi/pejabat/baru/", masa(**change))
    assert answer.status_code == 422
    assert message in answer.content.decode()
    assert (Pejabat.objects.count(), MasaJabatan.objects.count()) == (1, 1)


def test_a_name_is_corrected_for_the_person_unless_others_print_it_too(
    client: Client, balung: Kecamatan
) -> None:
    one = make_masa_jabatan(kecamatan=balung)
    address = f"{BASE}isi/pejabat/{one.pk}/"
    data = masa(nama="Dra. SITI AMINAH", nip=NIP, mulai="1/1/2020")
    assert client.post(address, data | {"sidik": fingerprint(client, address)}).status_code == 302
    one.pejabat.refresh_from_db()
    assert one.pejabat.nama == "Dra. SITI AMINAH"
    jejak = Jejak.objects.get(objek_pk=one.pk, tindakan="catatan.diubah")
    assert jejak.sesudah == {"Nama dengan gelar": "Dra. SITI AMINAH"}
    neighbour = make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.11")
    make_masa_jabatan(kecamatan=neighbour, pejabat=one.pejabat, mulai=date(2015, 1, 1))
    answer = client.post(address, data | {"nama": "Orang Lain", "sidik": fingerprint(client, address)})
    assert answer.status_code == 422
    assert "Pejabat ini juga tercatat menjabat di Kecamatan Kecamatan 11." in answer.content.decode()
    one.pejabat.refresh_from_db()
    assert one.pejabat.nama == "Dra. SITI AMINAH"


def test_the_kepala_daerah_is_kept_by_bagian_organisasi_alone(client: Client, balung: Kecamatan) -> None:
    data = {"nama": "HENDY SISWANTO", "nip": "", "mulai": "26/2/2021"}
    assert client.post(f"{BASE}isi/kepala-daerah/baru/", data).status_code == 403
    organisasi = Client()
    organisasi.force_login(make_pengguna("organisasi", kabupaten=balung.kabupaten))
    answer = organisasi.post(f"{BASE}isi/kepala-daerah/baru/", data)
    bupati = MasaJabatan.objects.get()
    assert answer["Location"] == f"{BASE}pengaturan/isi/#kepala-daerah-{bupati.pk}"
    assert (bupati.jabatan, bupati.kabupaten, bupati.kecamatan) == ("bupati", balung.kabupaten, None)
    assert "HENDY SISWANTO, Bupati Jember" in client.get(f"{BASE}profil/isi/").content.decode()
    # Neither changed as a term of the kecamatan, nor brought back by who may not write it.
    assert client.get(f"{BASE}isi/pejabat/{bupati.pk}/").status_code == 404
    address = f"{BASE}isi/kepala-daerah/{bupati.pk}/hapus/"
    assert organisasi.post(address, {"sidik": fingerprint(organisasi, address)}).status_code == 302
    jejak = Jejak.objects.get(tindakan="catatan.dihapus")
    assert client.post(f"{BASE}pulihkan/{jejak.pk}/").status_code == 403
    assert organisasi.post(f"{BASE}pulihkan/{jejak.pk}/").status_code == 302
    assert MasaJabatan.objects.get() == bupati
