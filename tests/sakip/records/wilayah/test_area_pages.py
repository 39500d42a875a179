"""A kabupaten and its kecamatan and desa made in the browser, by whom they may be."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook

from kecamatan.models import DesaKelurahan, Jejak, Kabupaten, Kecamatan, KunciSistem, Pengguna
from sakip.models import HariLibur
from tests.factory import make, make_kabupaten, make_kecamatan, make_pengguna, make_renstra

pytestmark = pytest.mark.django_db

KABUPATEN = {
    "kode": "36.03",
    "sebutan": "Kabupaten",
    "nama": "Tangerang",
    "provinsi": "Banten",
    "ibu_kota": "Tigaraksa",
    "sebutan_kepala_daerah": "Bupati",
    "sebutan_desa": "Desa",
    "sebutan_kelurahan": "Kelurahan",
}
LIST = "36.03.01\tBalaraja\r\n36.03.02\tJayanti\r\n"


@pytest.fixture
def tangerang() -> Kabupaten:
    return make_kabupaten(kode="36.03", nama="Tangerang", provinsi="Banten")


@pytest.fixture
def organisasi(tangerang: Kabupaten, client: Client) -> Pengguna:
    """Its Bagian Organisasi, signed in."""
    person = make_pengguna("organisasi", kabupaten=tangerang)
    client.force_login(person)
    return person


def paste(client: Client, jenis: str, text: str, **more: str) -> str:
    """Send a list once, and once more as the page showed it; returns the page that it ends on."""
    address = reverse("wilayah-daftar", args=["36.03", jenis])
    first = client.post(address, {"teks": text, "sebutan": "Kecamatan", "sebutan_camat": "Camat"} | more)
    form = first.context["form"]
    again = client.post(
        address,
        {"teks": form["teks"].value().replace("\n", "\r\n"), "dilihat": form["dilihat"].value()}
        | {"sebutan": "Kecamatan", "sebutan_camat": "Camat"}
        | more,
        follow=True,
    )
    return again.content.decode()


def test_an_admin_makes_a_second_kabupaten_and_is_led_to_its_first_account(client: Client) -> None:
    make_kabupaten()
    admin = make_pengguna("admin")
    client.force_login(admin)
    page = client.post(reverse("kabupaten-baru"), KABUPATEN, follow=True).content.decode()
    kabupaten = Kabupaten.objects.get(kode="36.03")
    assert str(kabupaten) == "Kabupaten Tangerang"
    account = f"{reverse('pengguna-baru')}?peran=organisasi&wilayah=kabupaten-{kabupaten.pk}"
    assert account.replace("&", "&amp;") in page
    form = client.get(account).context["form"]
    assert (form["peran"].value(), form["wilayah"].value()) == ("organisasi", f"kabupaten-{kabupaten.pk}")
    made = Jejak.objects.get(objek_jenis="kecamatan.kabupaten")
    assert (made.tindakan, made.pengguna) == ("catatan.dibuat", admin)
    assert made.sesudah is not None
    assert made.sesudah["Nama"] == "Tangerang"


@pytest.mark.one_engine
def test_a_kode_that_another_kabupaten_has_is_refused(client: Client) -> None:
    make_kabupaten(kode="36.03", nama="Serang")
    client.force_login(make_pengguna("admin"))
    answer = client.post(reverse("kabupaten-baru"), KABUPATEN)
    assert answer.status_code == 422
    assert "Kode wilayah ini sudah dipakai kabupaten lain." in answer.content.decode()


@pytest.mark.one_engine
def test_bagian_organisasi_keeps_its_own_kabupaten_alone(client: Client, organisasi: Pengguna) -> None:
    make_kabupaten()
    listed = client.get(reverse("wilayah")).context["page"]
    assert [str(one) for one in listed] == ["Kabupaten Tangerang"]
    assert client.get(reverse("kabupaten", args=["35.09"])).status_code == 404
    assert client.post(reverse("kabupaten-baru"), KABUPATEN).status_code == 403


def test_a_list_is_shown_first_and_stored_as_it_was_shown(client: Client, organisasi: Pengguna) -> None:
    address = reverse("wilayah-daftar", args=["36.03", "kecamatan"])
    shown = client.post(address, {"teks": LIST, "sebutan": "Kapanewon", "sebutan_camat": "Panewu"})
    assert "Simpan 2 baris baru" in shown.content.decode()
    assert not Kecamatan.objects.exists()
    page = paste(client, "kecamatan", LIST, sebutan="Kapanewon", sebutan_camat="Panewu")
    assert "2 baris tersimpan." in page
    assert [(str(k), k.sebutan_camat, k.slug) for k in Kecamatan.objects.all()] == [
        ("Kapanewon Balaraja", "Panewu", "balaraja"),
        ("Kapanewon Jayanti", "Panewu", "jayanti"),
    ]
    assert Jejak.objects.filter(objek_jenis="kecamatan.kecamatan", pengguna=organisasi).count() == 2


@pytest.mark.one_engine
def test_a_text_that_changed_since_it_was_shown_is_shown_again(client: Client, organisasi: Pengguna) -> None:
    address = reverse("wilayah-daftar", args=["36.03", "kecamatan"])
    words = {"sebutan": "Kecamatan", "sebutan_camat": "Camat"}
    form = client.post(address, {"teks": LIST} | words).context["form"]
    seen = {"dilihat": form["dilihat"].value()}
    answer = client.post(address, {"teks": f"{LIST}36.03.03\tTigaraksa\r\n"} | seen | words)
    assert "Simpan 3 baris baru" in answer.content.decode()
    assert not Kecamatan.objects.exists()


def test_one_refused_row_keeps_all_of_them_back(client: Client, organisasi: Pengguna) -> None:
    page = paste(client, "kecamatan", f"{LIST}35.09.01\tKencong\r\n")
    assert "kode 35.09.01 bukan di Kabupaten Tangerang" in page
    assert not Kecamatan.objects.exists()


def test_a_csv_file_is_read_like_what_was_pasted(client: Client, organisasi: Pengguna) -> None:
    address = reverse("wilayah-daftar", args=["36.03", "kecamatan"])
    file = SimpleUploadedFile("daftar.csv", "Kode;Nama\n36.03.01;Balaraja\n".encode("utf-8-sig"))
    answer = client.post(address, {"berkas": file, "sebutan": "Kecamatan", "sebutan_camat": "Camat"})
    assert answer.context["form"]["teks"].value() == "Kode\tNama\n36.03.01\tBalaraja"
    assert answer.context["form"].total_new == 1


def test_desa_come_from_a_list_in_the_trail_of_their_kecamatan(
    client: Client, organisasi: Pengguna, tangerang: Kabupaten
) -> None:
    balaraja = make_kecamatan(kabupaten=tangerang, kode="36.03.01", nama="Balaraja", slug="balaraja")
    page = paste(client, "desa", "3603011001\tBalaraja\r\n3603012002\tTobat\r\n")
    assert "2 baris tersimpan." in page
    assert [str(one) for one in DesaKelurahan.objects.all()] == ["Kelurahan Balaraja", "Desa Tobat"]
    assert Jejak.objects.filter(kecamatan=balaraja, objek_jenis="kecamatan.desakelurahan").count() == 2


def test_two_kecamatan_of_one_name_have_addresses_of_their_own(client: Client, organisasi: Pengguna) -> None:
    make_kecamatan(kabupaten=make_kabupaten(), kode="35.09.10", nama="Balaraja", slug="balaraja")
    paste(client, "kecamatan", LIST)
    slugs = Kecamatan.objects.filter(kabupaten__kode="36.03").values_list("slug", flat=True)
    assert list(slugs) == ["balaraja-tangerang", "jayanti"]


def test_a_kecamatan_is_renamed_unless_it_changed_meanwhile(
    client: Client, organisasi: Pengguna, tangerang: Kabupaten
) -> None:
    row = make_kecamatan(kabupaten=tangerang, kode="36.03.01", nama="Balarajah", slug="balaraja")
    address = reverse("kecamatan-ubah", args=["36.03", "36.03.01"])
    words = {"kode": "36.03.01", "sebutan": "Kecamatan", "sebutan_camat": "Camat", "ibu_kota": ""}
    seen = client.get(address).context["seen"]
    client.post(address, words | {"nama": "Balaraja", "sidik": seen})
    row.refresh_from_db()
    assert row.nama == "Balaraja"
    late = client.post(address, words | {"nama": "Balaraja Baru", "sidik": seen})
    assert "diubah orang lain" in late.content.decode()


@pytest.mark.one_engine
def test_a_kode_of_another_kabupaten_is_refused(client: Client, organisasi: Pengguna) -> None:
    words = {"nama": "Balaraja", "sebutan": "Kecamatan", "sebutan_camat": "Camat", "ibu_kota": ""}
    answer = client.post(reverse("kecamatan-baru", args=["36.03"]), {"kode": "35.09.01"} | words)
    assert "Kode 35.09.01 bukan kode di Kabupaten Tangerang." in answer.content.decode()


def test_only_a_kecamatan_without_records_is_taken_away(
    client: Client, organisasi: Pengguna, tangerang: Kabupaten
) -> None:
    for kode, name in (("36.03.01", "Balaraja"), ("36.03.02", "Jayanti")):
        make_kecamatan(kabupaten=tangerang, kode=kode, nama=name, slug=name.lower())
    make_renstra(kecamatan=Kecamatan.objects.get(slug="balaraja"))
    held = client.post(reverse("kecamatan-hapus", args=["36.03", "36.03.01"]), {"alasan_perubahan": ""})
    assert "sudah memiliki catatan (Renstra)" in held.content.decode()
    client.post(reverse("kecamatan-hapus", args=["36.03", "36.03.02"]), {"alasan_perubahan": "keliru"})
    assert [k.slug for k in Kecamatan.objects.all()] == ["balaraja"]
    assert Jejak.objects.get(tindakan="catatan.dihapus").alasan == "keliru"


def test_only_a_kabupaten_on_which_nothing_hangs_is_taken_away(client: Client, tangerang: Kabupaten) -> None:
    """What keeps it is named with its remedy, until it is gone; what is closed goes along, and all of it is told."""
    balaraja = make_kecamatan(kabupaten=tangerang, kode="36.03.01", nama="Balaraja", slug="balaraja")
    holiday = make(HariLibur, kabupaten=tangerang)
    clerk = make_pengguna("organisasi", kabupaten=tangerang, nama="Siti Aminah")
    key = make(KunciSistem, kabupaten=tangerang, dibuat_oleh=clerk)
    admin = make_pengguna("admin")
    client.force_login(admin)
    address = reverse("kabupaten-hapus", args=["36.03"])
    assert address in client.get(reverse("kabupaten-ubah", args=["36.03"])).content.decode()

    def kept() -> str:
        answer = client.post(address, {"alasan_perubahan": "keliru"})
        assert answer.status_code == 409
        return answer.content.decode()

    page = kept()
    assert "sudah memiliki catatan (hari libur)." in page
    assert "masih memiliki 1 kecamatan." in page
    assert f"Akun yang masih aktif: Siti Aminah ({clerk.username})." in page
    assert "Kunci sistem yang masih berlaku: " in page
    holiday.delete()
    balaraja.delete()
    KunciSistem.objects.filter(pk=key.pk).update(dicabut_pada=key.dibuat_pada)
    assert "sudah memiliki catatan" not in kept()
    Pengguna.objects.filter(pk=clerk.pk).update(is_active=False)
    assert (
        "Kabupaten Tangerang (36.03) dihapus."
        in client.post(address, {"alasan_perubahan": "keliru"}, follow=True).content.decode()
    )
    assert not Kabupaten.objects.exists()
    told = Jejak.objects.filter(alasan="keliru", pengguna=admin).order_by("pk")
    assert [(one.tindakan, one.sebelum and one.sebelum.get("wilayah")) for one in told] == [
        ("keanggotaan.dicabut", "Kabupaten Tangerang"),
        ("catatan.dihapus", None),
    ]
    assert Pengguna.objects.filter(pk=clerk.pk).exists()


@pytest.mark.one_engine
def test_bagian_organisasi_takes_no_kabupaten_away(
    client: Client, organisasi: Pengguna, tangerang: Kabupaten
) -> None:
    address = reverse("kabupaten-hapus", args=["36.03"])
    assert client.post(address, {"alasan_perubahan": "keliru"}).status_code == 403
    assert address not in client.get(reverse("kabupaten-ubah", args=["36.03"])).content.decode()
    assert Kabupaten.objects.filter(pk=tangerang.pk).exists()


def test_the_kode_of_a_kabupaten_stays_once_it_has_kecamatan(
    client: Client, organisasi: Pengguna, tangerang: Kabupaten
) -> None:
    make(Kecamatan, kabupaten=tangerang, kode="36.03.01", nama="Balaraja", slug="balaraja")
    address = reverse("kabupaten-ubah", args=["36.03"])
    seen = client.get(address).context["seen"]
    client.post(address, KABUPATEN | {"kode": "36.04", "nama": "Tangerang Raya", "sidik": seen})
    tangerang.refresh_from_db()
    assert (tangerang.kode, tangerang.nama) == ("36.03", "Tangerang Raya")


@pytest.mark.one_engine
def test_a_workbook_is_read_like_what_was_pasted(client: Client, organisasi: Pengguna) -> None:
    book = Workbook()
    for row in (("Daftar kecamatan",), ("No", "Kode", "Nama"), (1, 360301, "Balaraja")):
        book.active.append(row)
    content = BytesIO()
    book.save(content)
    address = reverse("wilayah-daftar", args=["36.03", "kecamatan"])
    file = SimpleUploadedFile("daftar.xlsx", content.getvalue())
    answer = client.post(address, {"berkas": file, "sebutan": "Kecamatan", "sebutan_camat": "Camat"})
    assert answer.context["form"]["teks"].value() == "kode\tnama\n360301\tBalaraja"
    assert answer.context["form"].total_new == 1
