"""Keeping accounts in the browser: from a new person to a closed account, and who may not."""

import re
from typing import Any

import pytest
from django.test import Client
from django_otp.plugins.otp_totp.models import TOTPDevice

from kecamatan.models import Jejak, Keanggotaan, Kecamatan, Pengguna, Undangan, UnitKerja
from tests.factory import make, make_kabupaten, make_kecamatan, make_pengguna
from tests.responses import element_texts

pytestmark = pytest.mark.django_db


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


def isian(balung: Kecamatan, **change: str) -> dict[str, str]:
    return {
        "nama": "Siti Aminah",
        "username": "siti.aminah",
        "surel": "",
        "peran": "operator",
        "wilayah": f"kecamatan-{balung.pk}",
    } | change


def fill_account() -> list[Any]:
    """Every row about accounts."""
    semua: tuple[Any, ...] = (Pengguna, Keanggotaan, Keanggotaan.unit.through, Undangan, Jejak, TOTPDevice)
    return [list(model.objects.order_by("pk").values()) for model in semua]


# --- Texts ---


@pytest.mark.parametrize(
    ("nama", "tersimpan"), [(" Siti_x000B_Aminah\u200b ", "Siti Aminah"), ("Siti\tA.", "Siti A.")]
)
@pytest.mark.satu_mesin
def test_a_name_is_read_as_every_other_text(
    client: Client, organisasi: Pengguna, balung: Kecamatan, nama: str, tersimpan: str
) -> None:
    client.post("/pengguna/baru/", isian(balung, nama=nama))
    assert Pengguna.objects.get(username="siti.aminah").nama == tersimpan


@pytest.mark.parametrize("char", ["\0", "\x1f", "\ufffe"])
@pytest.mark.satu_mesin
def test_what_no_page_can_show_is_refused_in_a_name_and_in_a_reason(
    client: Client, organisasi: Pengguna, operator: Pengguna, balung: Kecamatan, char: str
) -> None:
    said = f"Isian memuat karakter yang tidak dapat dibaca (U+{ord(char):04X})"
    sebelum = fill_account()
    for alamat, isi, letak in (
        ("/pengguna/baru/", isian(balung, nama=f"Siti{char}"), "nama"),
        (f"/pengguna/{operator.pk}/nonaktifkan/", {"alasan": f"Pensiun{char}."}, "alasan"),
    ):
        jawaban = client.post(alamat, isi)
        assert jawaban.context["form"].errors[letak][0].startswith(said)
    assert fill_account() == sebelum


# --- From a new person to the first sign-in ---


def test_a_person_is_added_given_a_link_and_signs_in(
    client: Client, organisasi: Pengguna, balung: Kecamatan
) -> None:
    jawaban = client.post("/pengguna/baru/", isian(balung))
    siti = Pengguna.objects.get(username="siti.aminah")
    assert jawaban["Location"] == f"/pengguna/{siti.pk}/"
    halaman = client.get(f"/pengguna/{siti.pk}/").content.decode()
    assert "Akun Siti Aminah sudah dibuat." in halaman
    assert "Belum ada jalan masuk" in halaman
    dibuat = client.post(f"/pengguna/{siti.pk}/undang/")
    assert "no-store" in dibuat["Cache-Control"]
    (tautan,) = re.findall(r"http://testserver(/undangan/[\w-]{43}/)", dibuat.content.decode())
    halaman = client.get(f"/pengguna/{siti.pk}/").content.decode()
    assert "Menunggu undangan dibuka" in halaman
    assert "/undangan/" not in halaman
    tamu = Client()
    tamu.post(tautan, {"sandi": "empat kata tak berhubungan", "ulangan": "empat kata tak berhubungan"})
    tamu.post("/masuk/", {"username": "siti.aminah", "password": "empat kata tak berhubungan"})
    assert tamu.get("/akun/").status_code == 200


@pytest.mark.satu_mesin
def test_a_first_password_is_printed_once_with_what_to_do(
    client: Client, organisasi: Pengguna, operator: Pengguna
) -> None:
    alamat = f"/pengguna/{operator.pk}/sandi-pertama/"
    assert "yang sekarang langsung tidak berlaku" in client.get(alamat).content.decode()
    lembar = client.post(alamat)
    assert "no-store" in lembar["Cache-Control"]
    halaman = lembar.content.decode()
    (sandi,) = re.findall(r"<code>((?:[a-z]{4}-){4}\d\d)</code>", halaman)
    for kata in ("Budi Santoso", "operator.balung", "http://testserver/", "Musnahkan lembar ini."):
        assert kata in halaman
    tamu = Client()
    tamu.post("/masuk/", {"username": "operator.balung", "password": sandi})
    assert tamu.get("/")["Location"] == "/akun/sandi/"
    assert sandi not in client.get(alamat).content.decode()


def test_an_operator_of_a_kecamatan_with_units_may_be_narrowed_at_once(
    client: Client, organisasi: Pengguna, balung: Kecamatan
) -> None:
    camat = make(UnitKerja, kecamatan=balung)
    seksi = make(
        UnitKerja, kecamatan=balung, kunci="pelum", nama="Seksi Pelayanan", jenis="seksi", induk=camat
    )
    make(UnitKerja, kecamatan=make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.11"), nama="Camat Asing")
    alamat = client.post("/pengguna/baru/", isian(balung))["Location"]
    siti = Pengguna.objects.get(username="siti.aminah")
    anggota = siti.keanggotaan.get()
    assert alamat == f"/pengguna/{siti.pk}/peran/{anggota.pk}/"
    halaman = client.get(alamat).content.decode()
    assert "Seksi Pelayanan" in halaman
    assert "Camat Asing" not in halaman
    (sidik,) = re.findall(r'name="sidik" value="(\w+)"', halaman)
    client.post(alamat, {"unit": [seksi.pk], "sidik": sidik})
    assert list(anggota.unit.all()) == [seksi]
    usang = client.post(alamat, {"sidik": sidik})
    assert usang.status_code == 409
    assert "Rina Bagor mengubahnya pada" in usang.content.decode()
    assert "Yang tersimpan sekarang: Seksi Pelayanan." in usang.content.decode()
    asing = client.post(alamat, {"unit": ["999999"], "sidik": sidik})
    assert "Pilih unit kerja dari daftar." in asing.content.decode()


@pytest.mark.parametrize(
    ("change", "bidang", "pesan"),
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
@pytest.mark.satu_mesin
def test_what_is_wrong_is_said_beside_it_and_nothing_is_cleared(
    client: Client, organisasi: Pengguna, balung: Kecamatan, change: dict[str, str], bidang: str, pesan: str
) -> None:
    halaman = client.post("/pengguna/baru/", isian(balung) | change)
    teks = halaman.content.decode()
    assert "<title>Kesalahan: Tambah orang – SAKIP Kecamatan</title>" in teks
    assert f'<a href="#id_{bidang}">{pesan}' in teks
    assert "Siti Aminah" in teks or bidang == "nama"
    assert not Pengguna.objects.filter(username="siti.aminah").exists()


def test_a_form_sent_twice_makes_one_person(client: Client, organisasi: Pengguna, balung: Kecamatan) -> None:
    jawaban = [client.post("/pengguna/baru/", isian(balung)) for _ in range(2)]
    assert jawaban[0]["Location"] == jawaban[1]["Location"]
    assert Pengguna.objects.filter(nama="Siti Aminah").count() == 1
    lain = client.post("/pengguna/baru/", isian(balung, nama="Siti Lain"))
    assert "sudah dipakai" in lain.content.decode()


@pytest.mark.satu_mesin
def test_only_places_in_reach_are_offered(client: Client, organisasi: Pengguna) -> None:
    make_kecamatan(
        kabupaten=make_kabupaten(kode="35.10", nama="Banyuwangi"), kode="35.10.15", nama="Rogojampi"
    )
    halaman = client.get("/pengguna/baru/").content.decode()
    pilihan = element_texts(halaman, "option")
    assert [kata for kata in pilihan if "Kecamatan Balung" in kata]
    assert [kata for kata in pilihan if "Seluruh Kabupaten Jember" in kata]
    assert not [kata for kata in pilihan if "Rogojampi" in kata or "Admin" in kata]


def test_an_admin_gives_bagian_organisasi_and_admin(client: Client, balung: Kecamatan) -> None:
    client.force_login(make_pengguna("admin", username="admin"))
    for nama, peran, wilayah in (
        ("bagor", "organisasi", f"kabupaten-{balung.kabupaten_id}"),
        ("admin.dua", "admin", ""),
        ("admin.jember", "admin", f"kabupaten-{balung.kabupaten_id}"),
    ):
        client.post("/pengguna/baru/", isian(balung, username=nama, peran=peran, wilayah=wilayah))
        anggota = Keanggotaan.objects.get(pengguna__username=nama)
        assert (anggota.peran, bool(anggota.kabupaten)) == (peran, bool(wilayah))
    ditolak = client.post("/pengguna/baru/", isian(balung, peran="admin"))
    assert "Pilih kabupaten atau semua wilayah untuk peran Admin." in ditolak.content.decode()


# --- The list and the person ---


@pytest.mark.satu_mesin
def test_the_list_shows_who_is_in_scope_and_can_be_narrowed(
    client: Client, organisasi: Pengguna, operator: Pengguna
) -> None:
    make_pengguna("admin", username="admin", nama="Admin Umum")
    make_pengguna("camat", kecamatan=make_kecamatan(kode="35.09.11"), nama="Camat Tutup", is_active=False)
    halaman = client.get("/pengguna/").content.decode()
    assert "3 dari 3 orang" in halaman
    assert "Admin Umum" not in halaman
    for saring, nama in (
        ("?cari=BUDI", "Budi Santoso"),
        ("?peran=camat", "Camat Tutup"),
        ("?keadaan=nonaktif", "Camat Tutup"),
    ):
        tersaring = client.get(f"/pengguna/{saring}").content.decode()
        assert "1 dari 3 orang" in tersaring
        assert nama in tersaring
    assert "Tidak ada yang sesuai" in client.get("/pengguna/?cari=xyz").content.decode()
    assert client.get("/pengguna/?peran=raja&lembar=abc").status_code == 200


def test_the_list_takes_as_many_queries_for_one_as_for_many(
    client: Client, organisasi: Pengguna, balung: Kecamatan, django_assert_num_queries: Any
) -> None:
    client.get("/pengguna/")
    # session 1, user 1, own peran and units 2, count twice, people 1, their peran and units 2
    with django_assert_num_queries(9):
        client.get("/pengguna/")
    for n in range(60):
        make_pengguna("operator", kecamatan=balung, username=f"operator.{n}", nama=f"Operator {n:02}")
    with django_assert_num_queries(9):
        halaman = client.get("/pengguna/").content.decode()
    assert "lembar 1 dari 2" in halaman
    assert "lembar 2 dari 2" in client.get("/pengguna/?peran=operator&lembar=2").content.decode()


def test_a_person_is_closed_with_a_reason_and_opened_again(
    client: Client, organisasi: Pengguna, operator: Pengguna
) -> None:
    tamu = Client()
    tamu.force_login(operator)
    assert (
        "Nonaktifkan akun Budi Santoso?"
        in client.get(f"/pengguna/{operator.pk}/nonaktifkan/").content.decode()
    )
    client.post(f"/pengguna/{operator.pk}/nonaktifkan/", {"alasan": "Pensiun."})
    assert tamu.get("/akun/")["Location"] == "/masuk/?next=/akun/"
    halaman = client.get(f"/pengguna/{operator.pk}/").content.decode()
    for kata in ("Nonaktif", "Akun dinonaktifkan", "Pensiun.", "Rina Bagor", "Aktifkan kembali"):
        assert kata in halaman
    client.post(f"/pengguna/{operator.pk}/aktifkan/")
    operator.refresh_from_db()
    assert operator.is_active


def test_a_name_changed_meanwhile_is_not_overwritten(
    client: Client, organisasi: Pengguna, operator: Pengguna
) -> None:
    alamat = f"/pengguna/{operator.pk}/ubah/"
    (sidik,) = re.findall(r'name="sidik" value="(\w+)"', client.get(alamat).content.decode())
    client.post(alamat, {"nama": "Budi Pertama", "surel": "", "sidik": sidik})
    kalah = client.post(alamat, {"nama": "Budi Kedua", "surel": "", "sidik": sidik})
    assert kalah.status_code == 409
    teks = kalah.content.decode()
    assert "Yang tersimpan sekarang: nama Budi Pertama, surel kosong." in teks
    assert 'value="Budi Kedua"' in teks
    (baru,) = re.findall(r'name="sidik" value="(\w+)"', teks)
    client.post(alamat, {"nama": "Budi Kedua", "surel": "", "sidik": baru})
    operator.refresh_from_db()
    assert operator.nama == "Budi Kedua"


def test_a_peran_is_added_and_taken(
    client: Client, organisasi: Pengguna, operator: Pengguna, balung: Kecamatan
) -> None:
    lama = operator.keanggotaan.get()
    terakhir = client.post(f"/pengguna/{operator.pk}/peran/{lama.pk}/cabut/", {"alasan": ""})
    assert "Ini satu-satunya peran orang ini." in terakhir.content.decode()
    client.post(
        f"/pengguna/{operator.pk}/peran/baru/", {"peran": "camat", "wilayah": f"kecamatan-{balung.pk}"}
    )
    ganda = client.post(
        f"/pengguna/{operator.pk}/peran/baru/", {"peran": "camat", "wilayah": f"kecamatan-{balung.pk}"}
    )
    assert "Pengguna sudah memiliki peran ini di kecamatan yang sama." in ganda.content.decode()
    client.post(f"/pengguna/{operator.pk}/peran/{lama.pk}/cabut/", {"alasan": "Naik jabatan."})
    assert [k.peran for k in operator.keanggotaan.all()] == ["camat"]


def test_a_lost_phone_is_taken_off_with_a_trail(
    client: Client, organisasi: Pengguna, operator: Pengguna
) -> None:
    TOTPDevice.objects.create(user=operator, name="ponsel")
    assert "Terpasang" in client.get(f"/pengguna/{operator.pk}/").content.decode()
    client.post(f"/pengguna/{operator.pk}/langkah-kedua/", {"alasan": "Ponsel hilang."})
    assert not TOTPDevice.objects.exists()
    dilepas = Jejak.objects.get(tindakan="langkah_kedua.dilepas")
    assert (dilepas.pengguna, dilepas.alasan) == (organisasi, "Ponsel hilang.")


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


def send(client: Client, orang: Pengguna, akhir: str) -> tuple[int, int]:
    """Status of reading the page and of sending its form."""
    anggota = orang.keanggotaan.order_by("pk").first()
    assert anggota is not None
    alamat = f"/pengguna/{orang.pk}/{akhir}".replace("ANGGOTA", str(anggota.pk))
    isi = {
        n: v.replace("KECAMATAN", f"kecamatan-{anggota.kecamatan_id}") for n, v in PERUBAHAN[akhir].items()
    }
    return client.get(alamat).status_code, client.post(alamat, isi).status_code


@pytest.mark.parametrize("akhir", PERUBAHAN)
@pytest.mark.parametrize(
    ("siapa", "status"),
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
@pytest.mark.satu_mesin
def test_who_does_not_keep_the_account_changes_nothing(
    client: Client, operator: Pengguna, balung: Kecamatan, siapa: str, status: int, akhir: str
) -> None:
    lain = make_kabupaten(kode="35.10", nama="Banyuwangi")
    match siapa:
        case "operator" | "camat":
            client.force_login(make_pengguna(siapa, kecamatan=balung))
        case "pengawas":
            client.force_login(make_pengguna(siapa, kabupaten=balung.kabupaten))
        case "organisasi lain" | "admin lain":
            client.force_login(make_pengguna(siapa.split()[0], kabupaten=lain))
        case "tanpa peran":
            client.force_login(make_pengguna(username="lepas"))
    sebelum = fill_account()
    assert send(client, operator, akhir) == (status, status)
    assert fill_account() == sebelum


@pytest.mark.parametrize("akhir", PERUBAHAN)
@pytest.mark.satu_mesin
def test_nobody_changes_their_own_account_here(client: Client, organisasi: Pengguna, akhir: str) -> None:
    if akhir == "peran/ANGGOTA/":  # only operators have units
        return
    sebelum = fill_account()
    assert send(client, organisasi, akhir) == (403, 403)
    assert fill_account() == sebelum


@pytest.mark.parametrize("akhir", [a for a in PERUBAHAN if a not in ("peran/baru/", "peran/ANGGOTA/")])
@pytest.mark.satu_mesin
def test_bagian_organisasi_sees_a_colleague_but_changes_nothing(
    client: Client, organisasi: Pengguna, balung: Kecamatan, akhir: str
) -> None:
    rekan = make_pengguna("organisasi", kabupaten=balung.kabupaten, username="rekan", password="utuh")
    sebelum = fill_account()
    assert send(client, rekan, akhir) == (403, 403)
    assert fill_account() == sebelum
    halaman = client.get(f"/pengguna/{rekan.pk}/").content.decode()
    assert "hanya dapat diubah oleh admin" in halaman
    assert "sandi-pertama" not in halaman


@pytest.mark.satu_mesin
def test_a_refusal_says_who_may(client: Client, operator: Pengguna) -> None:
    client.force_login(operator)
    for alamat in ("/pengguna/", f"/pengguna/{operator.pk}/", "/pengguna/999999/"):
        jawaban = client.get(alamat)
        assert jawaban.status_code == 403
        assert "Hanya Bagian Organisasi dan admin yang dapat melakukan ini." in jawaban.content.decode()
