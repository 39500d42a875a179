"""One's own account: password, second step, and what is asked of somebody before anything else."""

from base64 import b32decode
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django_otp.oath import totp
from pytest_django import Settings

from kecamatan.accounts.second_step import nomor_perangkat, recovery_codes_left, second_factor_attach
from kecamatan.models import Pengguna
from tests.factory import make_kecamatan, make_pengguna

pytestmark = pytest.mark.django_db

SANDI = "kata sandi uji coba"
BARU = "empat kata tak berhubungan"
KUNCI = "0123456789abcdef0123456789abcdef01234567"
SAAT = datetime(2026, 8, 17, 3, 0, tzinfo=UTC)


def kode(kunci: str = KUNCI) -> str:
    return f"{totp(bytes.fromhex(kunci)):06d}"


def orang(peran: str = "operator", **change: Any) -> Pengguna:
    """A person of that peran with a password."""
    kecamatan = make_kecamatan()
    tempat = (
        {"kecamatan": kecamatan} if peran in ("operator", "camat") else {"kabupaten": kecamatan.kabupaten}
    )
    pengguna = make_pengguna(peran, username="budi", nama="Budi Santoso", **tempat, **change)
    pengguna.set_password(SANDI)
    pengguna.save()
    return pengguna


@pytest.fixture
def waktu() -> Any:
    with time_machine.travel(SAAT, tick=False) as perjalanan:
        yield perjalanan


def masuk(client: Client, tujuan: str = "") -> Any:
    return client.post("/masuk/", {"username": "budi", "password": SANDI, "next": tujuan})


def swap(client: Client, **change: str) -> Any:
    return client.post("/akun/sandi/", {"lama": SANDI, "sandi": BARU, "ulangan": BARU} | change)


# --- Account and password ---


def test_the_account_page_says_who_i_am_here(client: Client) -> None:
    client.force_login(orang("organisasi", email="budi@contohkab.go.id"))
    halaman = client.get("/akun/").content.decode()
    for kata in ("Budi Santoso", "budi@contohkab.go.id", "Bagian Organisasi, Kabupaten Jember"):
        assert kata in halaman
    assert '<a href="/pengguna/">Pengguna</a>' in halaman


def test_who_keeps_no_accounts_has_no_link_to_them(client: Client) -> None:
    client.force_login(orang("camat"))
    assert '"/pengguna/"' not in client.get("/akun/").content.decode()


def test_a_password_is_changed_and_other_sessions_end(client: Client) -> None:
    budi = orang()
    lain = Client()
    for satu in (client, lain):
        satu.force_login(budi)
    jawaban = swap(client)
    assert jawaban["Location"] == "/akun/"
    assert "Kata sandi Anda sudah diganti." in client.get("/akun/").content.decode()
    assert lain.get("/akun/")["Location"] == "/masuk/?next=/akun/"
    assert Pengguna.objects.get(pk=budi.pk).check_password(BARU)


@pytest.mark.parametrize(
    ("change", "bidang", "pesan"),
    [
        ({"lama": ""}, "lama", "Isi kata sandi yang sekarang."),
        ({"lama": "salah"}, "lama", "Kata sandi yang sekarang tidak cocok."),
        ({"sandi": "", "ulangan": ""}, "sandi", "Isi kata sandi baru."),
        ({"sandi": "pendek1", "ulangan": "pendek1"}, "sandi", "Isi kata sandi sedikitnya 12 karakter."),
        ({"sandi": "7391824650372", "ulangan": "7391824650372"}, "sandi", "Tambahkan huruf;"),
        (
            {"sandi": "budi santoso 1", "ulangan": "budi santoso 1"},
            "sandi",
            "Pilih kata sandi yang tidak mirip",
        ),
        ({"sandi": "password1234", "ulangan": "password1234"}, "sandi", "Pilih kata sandi lain;"),
        ({"ulangan": "lain sama sekali"}, "ulangan", "Kedua kata sandi baru tidak sama."),
        ({"sandi": SANDI, "ulangan": SANDI}, "sandi", "Pilih kata sandi yang berbeda dari yang sekarang."),
    ],
)
def test_what_is_wrong_with_a_new_password_is_said_beside_it(
    client: Client, change: dict[str, str], bidang: str, pesan: str
) -> None:
    budi = orang()
    client.force_login(budi)
    halaman = swap(client, **change).content.decode()
    assert "<title>Kesalahan: Ganti kata sandi – SAKIP Kecamatan</title>" in halaman
    assert f'<a href="#id_{bidang}">{pesan}' in halaman
    assert halaman.index("Ada masalah") < halaman.index("<h1>")
    assert BARU not in halaman
    assert Pengguna.objects.get(pk=budi.pk).check_password(SANDI)


def test_no_demo_password_is_chosen_in_production(client: Client, settings: Settings) -> None:
    client.force_login(orang())
    settings.IS_PRODUKSI = True
    demo = "demo-jember-sakip"
    assert (
        "Pilih kata sandi lain; yang ini tercantum" in swap(client, sandi=demo, ulangan=demo).content.decode()
    )


def test_guessing_the_present_password_locks_as_the_sign_in_does(client: Client, settings: Settings) -> None:
    settings.AXES_ENABLED = True
    client.force_login(orang())
    for _ in range(4):
        assert swap(client, lama="salah").status_code == 200
    terkunci = swap(client, lama="salah")
    assert terkunci.status_code == 429
    assert "Tunggu 15 menit, lalu coba lagi." in terkunci.content.decode()


# --- The first password ---


def test_with_a_first_password_only_its_change_and_the_way_out_are_open(client: Client) -> None:
    orang(wajib_ganti_sandi=True)
    masuk(client)
    assert client.get("/")["Location"] == "/akun/sandi/"
    for alamat in ("/akun/", "/kecamatan/balung/2021/", "/pengguna/"):
        assert client.get(alamat)["Location"] == f"/akun/sandi/?next={alamat.replace('/', '%2F')}"
    assert client.post("/kecamatan/balung/2021/dokumen/rkt/berkas/")["Location"] == "/akun/sandi/"
    assert "diketahui orang yang membuatnya" in client.get("/akun/sandi/").content.decode()
    assert client.get("/sehat/").status_code == 200
    assert swap(client, next="/akun/")["Location"] == "/akun/"
    assert client.get("/akun/").status_code == 200


def test_a_script_that_asks_for_json_is_told_so_instead_of_being_led(client: Client) -> None:
    client.force_login(orang(wajib_ganti_sandi=True))
    jawaban = client.post("/akun/", {}, headers={"Accept": "application/json"})
    assert (jawaban.status_code, jawaban.json()) == (401, {"pesan": "Selesaikan dahulu cara masuk Anda."})


def test_the_way_out_stays_open_to_who_must_change_the_password(client: Client) -> None:
    client.force_login(orang(wajib_ganti_sandi=True))
    assert client.post("/keluar/")["Location"] == "/masuk/"


# --- The second step ---


def install(client: Client) -> Any:
    """Set it up as a person does: read the secret from the page, give the code that the phone shows."""
    halaman = client.get("/akun/langkah-kedua/").content.decode()
    ketikan = halaman.split('<code class="kunci-ketik">')[1].split("</code>")[0]
    return client.post("/akun/langkah-kedua/", {"kode": kode(b32decode(ketikan.replace(" ", "")).hex())})


def test_setting_it_up_shows_the_spare_codes_once(client: Client, waktu: Any) -> None:
    budi = orang()
    client.force_login(budi)
    terpasang = install(client)
    halaman = terpasang.content.decode()
    assert halaman.count("<li><code>") == 10
    assert "no-store" in terpasang["Cache-Control"]
    assert nomor_perangkat(budi) is not None
    assert "<li><code>" not in client.get("/akun/").content.decode()
    assert client.get("/akun/langkah-kedua/")["Location"] == "/akun/"  # this session is through


def test_the_secret_stays_while_the_code_is_looked_for(client: Client, waktu: Any) -> None:
    client.force_login(orang())
    halaman = [client.get("/akun/langkah-kedua/").content.decode() for _ in range(2)]
    halaman.append(client.post("/akun/langkah-kedua/", {"kode": "000 000"}).content.decode())
    assert len({satu.split("kunci-ketik")[1].split("</code>")[0] for satu in halaman}) == 1
    assert "<title>Kesalahan: Pasang langkah kedua" in halaman[2]
    assert "style=" not in "".join(halaman)


def test_signing_in_then_asks_for_a_code_before_anything_else(client: Client, waktu: Any) -> None:
    budi = orang()
    second_factor_attach(pengguna=budi, kunci=KUNCI, kode=kode())
    waktu.shift(60)
    assert masuk(client, "/akun/")["Location"] == "/akun/"
    assert client.get("/akun/")["Location"] == "/masuk/kode/?next=%2Fakun%2F"
    assert client.post("/akun/sandi/", {})["Location"] == "/masuk/kode/"
    salah = client.post("/masuk/kode/", {"kode": "000000", "next": "/akun/"}).content.decode()
    assert '<a href="#id_kode">Kode tidak cocok.' in salah
    tertahan = client.post("/masuk/kode/", {"kode": kode()}).content.decode()
    assert "Terlalu banyak kode yang salah. Tunggu sampai pukul 10.01.02" in tertahan
    assert client.get("/akun/").status_code == 302
    waktu.shift(2)
    angka = kode()
    benar = client.post("/masuk/kode/", {"kode": f"{angka[:3]} {angka[3:]}", "next": "/akun/"})
    assert benar["Location"] == "/akun/"
    assert client.get("/akun/").status_code == 200
    assert client.get("/masuk/kode/")["Location"] == "/"


def test_the_code_page_never_leads_to_another_site(client: Client, waktu: Any) -> None:
    second_factor_attach(pengguna=orang(), kunci=KUNCI, kode=kode())
    waktu.shift(60)
    masuk(client)
    jawaban = client.post("/masuk/kode/", {"kode": kode(), "next": "https://contoh.net/"})
    assert jawaban["Location"] == "/"


def test_a_spare_code_opens_as_well(client: Client, waktu: Any) -> None:
    budi = orang()
    cadangan = second_factor_attach(pengguna=budi, kunci=KUNCI, kode=kode()).cadangan
    masuk(client)
    assert "Kode cadangan" in client.get("/masuk/kode/?cara=cadangan").content.decode()
    client.post("/masuk/kode/", {"kode": cadangan[0], "cara": "cadangan"})
    assert client.get("/akun/").status_code == 200
    assert recovery_codes_left(budi) == 9


def test_a_code_is_asked_before_a_first_password_is_changed(client: Client, waktu: Any) -> None:
    """A stolen sheet alone must not be enough."""
    budi = orang(wajib_ganti_sandi=True)
    second_factor_attach(pengguna=budi, kunci=KUNCI, kode=kode())
    masuk(client)
    assert client.get("/akun/sandi/")["Location"].startswith("/masuk/kode/")


def test_a_session_does_not_outlive_a_device_that_was_replaced(client: Client, waktu: Any) -> None:
    budi = orang()
    client.force_login(budi)
    install(client)
    assert client.get("/akun/").status_code == 200
    client.post("/akun/langkah-kedua/lepas/", {"lama": SANDI})
    second_factor_attach(pengguna=budi, kunci=KUNCI, kode=kode())
    assert client.get("/akun/")["Location"].startswith("/masuk/kode/")


@pytest.mark.parametrize("alamat", ["/akun/langkah-kedua/lepas/", "/akun/kode-cadangan/"])
def test_what_weakens_an_account_asks_for_the_password(client: Client, waktu: Any, alamat: str) -> None:
    budi = orang()
    client.force_login(budi)
    install(client)
    assert "Kata sandi yang sekarang tidak cocok." in client.post(alamat, {"lama": "salah"}).content.decode()
    assert (nomor_perangkat(budi) is not None, recovery_codes_left(budi)) == (True, 10)
    jawaban = client.post(alamat, {"lama": SANDI})
    if "lepas" in alamat:
        assert jawaban["Location"] == "/akun/"
        assert nomor_perangkat(budi) is None
    else:
        assert jawaban.content.decode().count("<li><code>") == 10


@pytest.mark.parametrize(
    ("peran", "diminta"), [("camat", True), ("organisasi", True), ("operator", False), ("pengawas", False)]
)
def test_where_it_is_wajib_camat_and_bagian_organisasi_set_it_up_first(
    client: Client, settings: Settings, waktu: Any, peran: str, diminta: bool
) -> None:
    settings.SAKIP_TOTP = "wajib"
    client.force_login(orang(peran))
    jawaban = client.get("/akun/")
    if not diminta:
        assert jawaban.status_code == 200
        return
    assert jawaban["Location"] == "/akun/langkah-kedua/?next=%2Fakun%2F"
    assert "Untuk peran Anda, langkah kedua wajib" in client.get("/akun/langkah-kedua/").content.decode()
    assert install(client).status_code == 200
    assert client.get("/akun/").status_code == 200


def test_a_first_password_is_changed_before_it_is_set_up(client: Client, settings: Settings) -> None:
    settings.SAKIP_TOTP = "wajib"
    client.force_login(orang("camat", wajib_ganti_sandi=True))
    assert client.get("/akun/")["Location"].startswith("/akun/sandi/")
    assert swap(client)["Location"] == "/"
    assert client.get("/")["Location"] == "/akun/langkah-kedua/"


def test_switched_off_it_is_neither_asked_nor_offered(client: Client, settings: Settings, waktu: Any) -> None:
    budi = orang()
    second_factor_attach(pengguna=budi, kunci=KUNCI, kode=kode())
    settings.SAKIP_TOTP = "mati"
    client.force_login(budi)
    assert "Langkah kedua" not in client.get("/akun/").content.decode()
    for alamat in ("/akun/langkah-kedua/", "/akun/langkah-kedua/lepas/", "/akun/kode-cadangan/"):
        assert client.get(alamat).status_code == 404
    assert client.get("/masuk/kode/")["Location"] == "/"


def test_asking_whether_a_code_is_owed_costs_no_query_of_its_own(client: Client) -> None:
    client.force_login(orang())
    with CaptureQueriesContext(connection) as kueri:
        client.get("/akun/sandi/")
    (tentang,) = [k["sql"] for k in kueri.captured_queries if "otp_totp" in k["sql"]]
    assert 'FROM "kecamatan_pengguna"' in tentang
