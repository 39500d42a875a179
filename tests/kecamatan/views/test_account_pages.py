"""Keeping accounts in the browser: from a new person to a closed account, and who may not."""

import re
from typing import Any

import pytest
from django.test import Client
from django_otp.plugins.otp_totp.models import TOTPDevice

from kecamatan.models import Jejak, Keanggotaan, Kecamatan, Pengguna, Undangan, UnitKerja
from tests.factory import make, make_kabupaten, make_kecamatan, make_pengguna
from tests.responses import element_texts

#: Pages over services and row sets that are tried on both engines.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


@pytest.fixture
def organisasi(balung: Kecamatan, client: Client) -> Pengguna:
    pengguna = make_pengguna(
        "organisasi", kabupaten=balung.kabupaten, username="organisasi", nama="Rina Bagor"
    )
    client.force_login(pengguna)
    return pengguna


@pytest.fixture
def operator(balung: Kecamatan) -> Pengguna:
    pengguna = make_pengguna("operator", kecamatan=balung, username="operator.balung", nama="Budi Santoso")
    pengguna.set_password("kata sandi lama budi")
    pengguna.save()
    return pengguna


def entries(balung: Kecamatan, **change: str) -> dict[str, str]:
    return {
        "nama": "Siti Aminah",
        "username": "siti.aminah",
        "surel": "",
        "peran": "operator",
        "wilayah": f"kecamatan-{balung.pk}",
    } | change


def fill_account() -> list[Any]:
    """Every row about accounts."""
    everything: tuple[Any, ...] = (
        Pengguna,
        Keanggotaan,
        Keanggotaan.unit.through,
        Undangan,
        Jejak,
        TOTPDevice,
    )
    return [list(model.objects.order_by("pk").values()) for model in everything]


# --- Texts ---


@pytest.mark.parametrize(
    ("nama", "stored"), [(" Siti_x000B_Aminah\u200b ", "Siti Aminah"), ("Siti\tA.", "Siti A.")]
)
@pytest.mark.one_engine
def test_a_name_is_read_as_every_other_text(
    client: Client, organisasi: Pengguna, balung: Kecamatan, nama: str, stored: str
) -> None:
    client.post("/pengguna/baru/", entries(balung, nama=nama))
    assert Pengguna.objects.get(username="siti.aminah").nama == stored


@pytest.mark.parametrize("char", ["\0", "\x1f", "\ufffe"])
def test_what_no_page_can_show_is_refused_in_a_name_and_in_a_reason(
    client: Client, organisasi: Pengguna, operator: Pengguna, balung: Kecamatan, char: str
) -> None:
    said = f"Isian memuat karakter yang tidak dapat dibaca (U+{ord(char):04X})"
    before = fill_account()
    for address, content, location in (
        ("/pengguna/baru/", entries(balung, nama=f"Siti{char}"), "nama"),
        (f"/pengguna/{operator.pk}/nonaktifkan/", {"alasan": f"Pensiun{char}."}, "alasan"),
    ):
        answer = client.post(address, content)
        assert answer.context["form"].errors[location][0].startswith(said)
    assert fill_account() == before


# --- From a new person to the first sign-in ---


def test_a_person_is_added_given_a_link_and_signs_in(
    client: Client, organisasi: Pengguna, balung: Kecamatan
) -> None:
    answer = client.post("/pengguna/baru/", entries(balung))
    siti = Pengguna.objects.get(username="siti.aminah")
    assert answer["Location"] == f"/pengguna/{siti.pk}/"
    page = client.get(f"/pengguna/{siti.pk}/").content.decode()
    assert "Akun Siti Aminah sudah dibuat." in page
    assert "Belum ada jalan masuk" in page
    made = client.post(f"/pengguna/{siti.pk}/undang/")
    assert "no-store" in made["Cache-Control"]
    (link,) = re.findall(r"http://testserver(/undangan/[\w-]{43}/)", made.content.decode())
    page = client.get(f"/pengguna/{siti.pk}/").content.decode()
    assert "Menunggu undangan dibuka" in page
    assert "/undangan/" not in page
    guest = Client()
    guest.post(link, {"sandi": "empat kata tak berhubungan", "ulangan": "empat kata tak berhubungan"})
    guest.post("/masuk/", {"username": "siti.aminah", "password": "empat kata tak berhubungan"})
    assert guest.get("/akun/").status_code == 200


@pytest.mark.one_engine
def test_a_first_password_is_printed_once_with_what_to_do(
    client: Client, organisasi: Pengguna, operator: Pengguna
) -> None:
    address = f"/pengguna/{operator.pk}/sandi-pertama/"
    assert "yang sekarang langsung tidak berlaku" in client.get(address).content.decode()
    sheet = client.post(address)
    assert "no-store" in sheet["Cache-Control"]
    page = sheet.content.decode()
    (password,) = re.findall(r"<code>((?:[a-z]{4}-){4}\d\d)</code>", page)
    for word in ("Budi Santoso", "operator.balung", "http://testserver/", "Musnahkan lembar ini."):
        assert word in page
    guest = Client()
    guest.post("/masuk/", {"username": "operator.balung", "password": password})
    assert guest.get("/")["Location"] == "/akun/sandi/"
    assert password not in client.get(address).content.decode()


def test_an_operator_of_a_kecamatan_with_units_may_be_narrowed_at_once(
    client: Client, organisasi: Pengguna, balung: Kecamatan
) -> None:
    camat = make(UnitKerja, kecamatan=balung)
    seksi = make(
        UnitKerja, kecamatan=balung, kunci="pelum", nama="Seksi Pelayanan", jenis="seksi", induk=camat
    )
    make(UnitKerja, kecamatan=make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.11"), nama="Camat Asing")
    address = client.post("/pengguna/baru/", entries(balung))["Location"]
    siti = Pengguna.objects.get(username="siti.aminah")
    member = siti.keanggotaan.get()
    assert address == f"/pengguna/{siti.pk}/peran/{member.pk}/"
    page = client.get(address).content.decode()
    assert "Seksi Pelayanan" in page
    assert "Camat Asing" not in page
    (fingerprint,) = re.findall(r'name="sidik" value="(\w+)"', page)
    client.post(address, {"unit": [seksi.pk], "sidik": fingerprint})
    assert list(member.unit.all()) == [seksi]
    stale = client.post(address, {"sidik": fingerprint})
    assert stale.status_code == 409
    assert "Rina Bagor mengubahnya pada" in stale.content.decode()
    assert "Yang tersimpan sekarang: Seksi Pelayanan." in stale.content.decode()
    foreign = client.post(address, {"unit": ["999999"], "sidik": fingerprint})
    assert "Pilih unit kerja dari daftar." in foreign.content.decode()


@pytest.mark.parametrize(
    ("change", "field", "message"),
    [
        ({"nama": " "}, "nama", "Isi nama lengkap."),
        ({"username": ""}, "username", "Isi nama pengguna 3–50 karakter"),
        ({"username": "siti aminah"}, "username", "Isi nama pengguna 3–50 karakter"),
        ({"username": "Organisasi"}, "username", "Nama pengguna &quot;organisasi&quot; sudah dipakai."),
        ({"surel": "siti"}, "surel", "Tulis alamat surel seperti"),
        ({"peran": ""}, "peran", "Pilih peran."),
        ({"peran": "admin"}, "peran", "Pilih peran dari daftar."),
        ({"peran": "organisasi"}, "peran", "Pilih peran dari daftar."),
        ({"wilayah": ""}, "wilayah", "Pilih kecamatan tempat operator kecamatan ini bekerja."),
        ({"peran": "pengawas"}, "wilayah", "Pilih kabupaten untuk peran Pengawas."),
        ({"wilayah": "kecamatan-0"}, "wilayah", "Pilih wilayah dari daftar."),
    ],
)
@pytest.mark.one_engine
def test_what_is_wrong_is_said_beside_it_and_nothing_is_cleared(
    client: Client, organisasi: Pengguna, balung: Kecamatan, change: dict[str, str], field: str, message: str
) -> None:
    page = client.post("/pengguna/baru/", entries(balung) | change)
    text = page.content.decode()
    assert "<title>Kesalahan: Tambah orang – SAKIP Kecamatan</title>" in text
    assert f'<a href="#id_{field}">{message}' in text
    assert "Siti Aminah" in text or field == "nama"
    assert not Pengguna.objects.filter(username="siti.aminah").exists()


def test_a_form_sent_twice_makes_one_person(client: Client, organisasi: Pengguna, balung: Kecamatan) -> None:
    answers = [client.post("/pengguna/baru/", entries(balung)) for _ in range(2)]
    assert answers[0]["Location"] == answers[1]["Location"]
    assert Pengguna.objects.filter(nama="Siti Aminah").count() == 1
    other = client.post("/pengguna/baru/", entries(balung, nama="Siti Lain"))
    assert "sudah dipakai" in other.content.decode()


@pytest.mark.one_engine
def test_only_places_in_reach_are_offered(client: Client, organisasi: Pengguna) -> None:
    make_kecamatan(
        kabupaten=make_kabupaten(kode="35.10", nama="Banyuwangi"), kode="35.10.15", nama="Rogojampi"
    )
    page = client.get("/pengguna/baru/").content.decode()
    choices = element_texts(page, "option")
    assert [word for word in choices if "Kecamatan Balung" in word]
    assert [word for word in choices if "Seluruh Kabupaten Jember" in word]
    assert not [word for word in choices if "Rogojampi" in word or "Admin" in word]


def test_an_admin_gives_bagian_organisasi_and_admin(client: Client, balung: Kecamatan) -> None:
    client.force_login(make_pengguna("admin", username="admin"))
    for nama, peran, wilayah in (
        ("bagor", "organisasi", f"kabupaten-{balung.kabupaten_id}"),
        ("admin.dua", "admin", ""),
        ("admin.jember", "admin", f"kabupaten-{balung.kabupaten_id}"),
    ):
        client.post("/pengguna/baru/", entries(balung, username=nama, peran=peran, wilayah=wilayah))
        member = Keanggotaan.objects.get(pengguna__username=nama)
        assert (member.peran, bool(member.kabupaten)) == (peran, bool(wilayah))
    refused = client.post("/pengguna/baru/", entries(balung, peran="admin"))
    assert "Pilih kabupaten atau semua wilayah untuk peran Admin." in refused.content.decode()


# --- The list and the person ---


def test_the_list_shows_who_is_in_scope_and_can_be_narrowed(
    client: Client, organisasi: Pengguna, operator: Pengguna
) -> None:
    make_pengguna("admin", username="admin", nama="Admin Umum")
    make_pengguna("camat", kecamatan=make_kecamatan(kode="35.09.11"), nama="Camat Tutup", is_active=False)
    page = client.get("/pengguna/").content.decode()
    assert "3 dari 3 orang" in page
    assert "Admin Umum" not in page
    for narrowed, nama in (
        ("?cari=BUDI", "Budi Santoso"),
        ("?peran=camat", "Camat Tutup"),
        ("?keadaan=nonaktif", "Camat Tutup"),
    ):
        filtered = client.get(f"/pengguna/{narrowed}").content.decode()
        assert "1 dari 3 orang" in filtered
        assert nama in filtered
    assert "Tidak ada yang sesuai" in client.get("/pengguna/?cari=xyz").content.decode()
    assert client.get("/pengguna/?peran=raja&lembar=abc").status_code == 200


def test_the_list_takes_as_many_queries_for_one_as_for_many(
    client: Client, organisasi: Pengguna, balung: Kecamatan, django_assert_num_queries: Any
) -> None:
    client.get("/pengguna/")
    # session 1, user 1, own peran and units 2, count twice, people 1, their peran and units 2
    with django_assert_num_queries(8):
        client.get("/pengguna/")
    for n in range(60):
        make_pengguna("operator", kecamatan=balung, username=f"operator.{n}", nama=f"Operator {n:02}")
    with django_assert_num_queries(8):
        page = client.get("/pengguna/").content.decode()
    assert "lembar 1 dari 2" in page
    assert "lembar 2 dari 2" in client.get("/pengguna/?peran=operator&lembar=2").content.decode()


def test_a_person_is_closed_with_a_reason_and_opened_again(
    client: Client, organisasi: Pengguna, operator: Pengguna
) -> None:
    guest = Client()
    guest.force_login(operator)
    assert (
        "Nonaktifkan akun Budi Santoso?"
        in client.get(f"/pengguna/{operator.pk}/nonaktifkan/").content.decode()
    )
    client.post(f"/pengguna/{operator.pk}/nonaktifkan/", {"alasan": "Pensiun."})
    assert guest.get("/akun/")["Location"] == "/masuk/?next=/akun/"
    page = client.get(f"/pengguna/{operator.pk}/").content.decode()
    for word in ("Nonaktif", "Akun dinonaktifkan", "Pensiun.", "Rina Bagor", "Aktifkan kembali"):
        assert word in page
    client.post(f"/pengguna/{operator.pk}/aktifkan/")
    operator.refresh_from_db()
    assert operator.is_active


def test_a_name_changed_meanwhile_is_not_overwritten(
    client: Client, organisasi: Pengguna, operator: Pengguna
) -> None:
    address = f"/pengguna/{operator.pk}/ubah/"
    (fingerprint,) = re.findall(r'name="sidik" value="(\w+)"', client.get(address).content.decode())
    client.post(address, {"nama": "Budi Pertama", "surel": "", "sidik": fingerprint})
    losing = client.post(address, {"nama": "Budi Kedua", "surel": "", "sidik": fingerprint})
    assert losing.status_code == 409
    text = losing.content.decode()
    assert "Yang tersimpan sekarang: nama Budi Pertama, surel kosong." in text
    assert 'value="Budi Kedua"' in text
    (new,) = re.findall(r'name="sidik" value="(\w+)"', text)
    client.post(address, {"nama": "Budi Kedua", "surel": "", "sidik": new})
    operator.refresh_from_db()
    assert operator.nama == "Budi Kedua"


def test_a_peran_is_added_and_taken(
    client: Client, organisasi: Pengguna, operator: Pengguna, balung: Kecamatan
) -> None:
    old = operator.keanggotaan.get()
    last = client.post(f"/pengguna/{operator.pk}/peran/{old.pk}/cabut/", {"alasan": ""})
    assert "Ini satu-satunya peran orang ini." in last.content.decode()
    client.post(
        f"/pengguna/{operator.pk}/peran/baru/", {"peran": "camat", "wilayah": f"kecamatan-{balung.pk}"}
    )
    double = client.post(
        f"/pengguna/{operator.pk}/peran/baru/", {"peran": "camat", "wilayah": f"kecamatan-{balung.pk}"}
    )
    said = '<a href="#id_peran">Pengguna sudah memiliki peran ini di kecamatan yang sama.'
    assert said in double.content.decode()
    client.post(f"/pengguna/{operator.pk}/peran/{old.pk}/cabut/", {"alasan": "Naik jabatan."})
    assert [k.peran for k in operator.keanggotaan.all()] == ["camat"]


def test_a_lost_phone_is_taken_off_with_a_trail(
    client: Client, organisasi: Pengguna, operator: Pengguna
) -> None:
    TOTPDevice.objects.create(user=operator, name="ponsel")
    assert "Terpasang" in client.get(f"/pengguna/{operator.pk}/").content.decode()
    client.post(f"/pengguna/{operator.pk}/langkah-kedua/", {"alasan": "Ponsel hilang."})
    assert not TOTPDevice.objects.exists()
    released = Jejak.objects.get(tindakan="langkah_kedua.dilepas")
    assert (released.pengguna, released.alasan) == (organisasi, "Ponsel hilang.")


# --- Who may not ---

#: The end of the address, and what is sent there.
PERUBAHAN: dict[str, dict[str, str]] = {
    "ubah/": {"nama": "Diretas", "surel": ""},
    "undang/": {},
    "sandi-pertama/": {},
    "nonaktifkan/": {"alasan": ""},
    "aktifkan/": {},
    "langkah-kedua/": {"alasan": ""},
    "peran/baru/": {"peran": "camat", "wilayah": "KECAMATAN"},
    "peran/ANGGOTA/": {},
    "peran/ANGGOTA/cabut/": {"alasan": ""},
}


def send(client: Client, person: Pengguna, end: str) -> tuple[int, int]:
    """Status of reading the page and of sending its form."""
    member = person.keanggotaan.order_by("pk").first()
    assert member is not None
    address = f"/pengguna/{person.pk}/{end}".replace("ANGGOTA", str(member.pk))
    content = {
        n: v.replace("KECAMATAN", f"kecamatan-{member.kecamatan_id}") for n, v in PERUBAHAN[end].items()
    }
    return client.get(address).status_code, client.post(address, content).status_code


@pytest.mark.parametrize("end", PERUBAHAN)
@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("operator", 403),
        ("camat", 403),
        ("pengawas", 403),
        ("tanpa peran", 403),
        ("organisasi lain", 404),
        ("admin lain", 404),
        ("tamu", 302),
    ],
)
@pytest.mark.one_engine
def test_who_does_not_keep_the_account_changes_nothing(
    client: Client, operator: Pengguna, balung: Kecamatan, who: str, status: int, end: str
) -> None:
    other = make_kabupaten(kode="35.10", nama="Banyuwangi")
    match who:
        case "operator" | "camat":
            client.force_login(make_pengguna(who, kecamatan=balung))
        case "pengawas":
            client.force_login(make_pengguna(who, kabupaten=balung.kabupaten))
        case "organisasi lain" | "admin lain":
            client.force_login(make_pengguna(who.split()[0], kabupaten=other))
        case "tanpa peran":
            client.force_login(make_pengguna(username="lepas"))
    before = fill_account()
    assert send(client, operator, end) == (status, status)
    assert fill_account() == before


@pytest.mark.parametrize("end", PERUBAHAN)
@pytest.mark.one_engine
def test_nobody_changes_their_own_account_here(client: Client, organisasi: Pengguna, end: str) -> None:
    if end == "peran/ANGGOTA/":  # only operators have units
        return
    before = fill_account()
    assert send(client, organisasi, end) == (403, 403)
    assert fill_account() == before


@pytest.mark.parametrize("end", [a for a in PERUBAHAN if a not in ("peran/baru/", "peran/ANGGOTA/")])
@pytest.mark.one_engine
def test_bagian_organisasi_sees_a_colleague_but_changes_nothing(
    client: Client, organisasi: Pengguna, balung: Kecamatan, end: str
) -> None:
    colleague = make_pengguna("organisasi", kabupaten=balung.kabupaten, username="rekan", password="utuh")
    before = fill_account()
    assert send(client, colleague, end) == (403, 403)
    assert fill_account() == before
    page = client.get(f"/pengguna/{colleague.pk}/").content.decode()
    assert "hanya dapat diubah oleh admin" in page
    assert "sandi-pertama" not in page


@pytest.mark.one_engine
def test_a_refusal_says_who_may(client: Client, operator: Pengguna) -> None:
    client.force_login(operator)
    for address in ("/pengguna/", f"/pengguna/{operator.pk}/", "/pengguna/999999/"):
        answer = client.get(address)
        assert answer.status_code == 403
        assert "Hanya Bagian Organisasi dan admin yang dapat melakukan ini." in answer.content.decode()
